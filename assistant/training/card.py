"""The model card, with the figures of the last evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from assistant.indexing.quantisation import BLOCK
from assistant.indexing.static_encoder import StaticEncoder
from assistant.training.contrastive import Recipe
from assistant.training.evaluate import WEIGHTS

_CARD = """# What is in this folder

Everything here was counted or trained from the public data named below, all but the last five files by
`python -m assistant.training`, which also wrote this page. No other model was used, and the files do not contain
the texts.

| file | what | made by |
|---|---|---|
| `encoder.safetensors` | the encoder: {vocabulary:,} token vectors of {dimension} values, {bits} bits each | `training/contrastive.py` |
| `tokenizer.json` | its WordPiece vocabulary, over lower case without accents | `training/tokenizers.py` |
| `ranks.tiktoken` | byte-level ranks for tiktoken, so that counting tokens needs no network | `training/tokenizers.py` |
| `background_df.tsv` | in how many of {articles:,} press articles a term occurs | `training/background.py` |
| `lexicon_en_fr.tsv` | English word, French terms that translate it, with probability | `training/lexicon.py` |
| `lexicon_fr_fr.tsv` | French term, terms that translate alike, with probability | `training/lexicon.py`, `training/neighbours.py` |
{others}
## The encoder

A text's vector is the sum of its tokens' vectors, each times the root of how often it occurs, divided by its
length. It reads French and English. There is no order of words in it: "A attacks B" and "B attacks A" are the
same to it, and so are a statement and its denial. It finds candidates; it does not judge them.

Recipe: {recipe}.
Each step takes pairs of one kind:
title and part of the body, heading and part of the body, title and heading, sentence and neighbours, translated
sentences, question and answer text, a name and a sentence that spells it otherwise. A share of the titles and
sentences are given the opening of a question. The loss is symmetric InfoNCE with in-batch negatives, on the whole
vector and on its first 256 values; in the last two fifths of the epochs a batch holds articles on like subjects, by
the table as it is then. Values are then kept in {bits} bits (blocks of {block}, one scale each, one codebook).

What was tried, one seed each; nDCG@10 of dense search alone, NTREX top-1, in float32 unless bits are named. All
of these sets were looked at while the recipe was chosen, so they flatter it a little. The spellings, the question
openings and windows of eight sentences in place of five came together: what each brings alone was not measured.

| run | PIAF dev | CNIL | Covid | NTREX en-fr | title, test | title, valid |
|---|---|---|---|---|---|---|
| before: 1024 values in 3 bits, plain mean, 12 epochs, trained on PIAF too | 0.652 | 0.520 | 0.427 | 0.924 | 0.623 | 0.673 |
| the same table, only read with the root of the counts | 0.674 | 0.552 | 0.459 | 0.928 | 0.605 | 0.660 |
| A: 512 values, 3 epochs, plain mean, from here on without PIAF | 0.606 | 0.462 | 0.396 | 0.895 | 0.597 | 0.644 |
| B: A, trained and read with the root of the counts | 0.606 | 0.490 | 0.430 | 0.903 | 0.590 | 0.638 |
| B with scale 40 in place of 20 | 0.610 | 0.495 | 0.428 | 0.860 | 0.598 | 0.631 |
| B with a fifth of the tokens left out | 0.632 | 0.519 | 0.438 | 0.910 | 0.586 | 0.621 |
| B with 2048 values, 8 epochs | 0.673 | 0.540 | 0.443 | 0.929 | 0.620 | 0.663 |
| C: 1792 values, 10 epochs, tokens left out, spellings, openings, windows | 0.691 | 0.569 | 0.465 | 0.929 | 0.616 | 0.666 |
| D: C and 3 more epochs of like subjects from a rate of 0.006 | 0.698 | 0.569 | 0.475 | 0.934 | 0.630 | 0.681 |
| D in 2 bits | 0.715 | 0.574 | 0.473 | 0.930 | 0.633 | 0.684 |
| D in 1 bit | 0.739 | 0.589 | 0.482 | 0.916 | 0.649 | 0.693 |
| what ships: the recipe above from the start, in 2 bits | 0.716 | 0.573 | 0.478 | 0.936 | 0.631 | 0.679 |

Fewer bits help French, probably because their error gives each token something of its own: random noise of 0.7 of
each row does much the same (to C: PIAF dev .731, CNIL .583, NTREX en-fr .914). But a word's own identity is what
BM25 knows already: fused with it, D in 1 bit gives no more than in 2 (PIAF dev .809 and .810), and English pays.
Hence 2. Leaving tokens out costs titles a point at 512 values. Raising each row's length to 0.8 or 1.25 gained
nothing. The best passage of 120 tokens finds fewer titles than an article's opening; both together find most.

Cosines of spellings, in a run without their pairs and in what ships: Stepanakert and Khankendi .06, .62;
Haut-Karabakh and Artsakh .48, .60; Kiev and Kyiv .04, .70; Aliev and Aliyev, which share their pieces, .83, .83.

## Data

| data | licence | used for |
|---|---|---|
| OrangeSum, training documents (27,915 French press articles, 2011-2020) | CC BY-SA 4.0 by its authors; the text is agency and portal press | encoder, vocabularies, frequencies |
| French Wikinews through WiNER-fr (1,191 articles) | CC BY 4.0 over CC BY 2.5 | encoder, vocabularies, frequencies |
| Tatoeba French-English (167,130 sentence pairs) | CC BY 2.0 FR | encoder, vocabularies, both lexicons |
| CRPA questions (36) | MIT repository, Licence Ouverte | encoder |
| `language/names.tsv`, names of one place or organisation | written for this project | encoder |

Never trained on: the OrangeSum documents of any test or validation split, PIAF (its questions fit the rankers,
which need cosines that have not seen them), the CNIL and Covid questions, NTREX.

## Figures

nDCG@10 with one relevant text a query; `python -m assistant.training evaluate`. "Fused w" is the convex sum of
scores divided by the best of their query, w on the encoder; "fused 0" is BM25 alone with the project's own
French analysis. OrangeSum: 500 queries of held-out documents against all 33,659 articles: "dense" by their first
2,400 characters, "best passage" by the best of all their passages of at most 120 tokens, "both" by the mean of the
two scores. The titles and headings asked for are not in the texts searched.

{dense}

{fused}

## Limits

- One seed was trained, so differences under about 0.01 mean nothing.
- `lexicon_fr_fr.tsv` was made beside an earlier encoder; making it again changes it a little.
- Words the press of 2011-2020 does not use, and names it never mentions, are spelt out of pieces and weigh little.
- The lexicons come from everyday sentences: military and diplomatic words are thin ("ceasefire" is missing).
  They widen a search; they are not a dictionary.
- The press it learnt from has its own blind spots and slants, and so have the vectors.

## Retraining

`python -m assistant.training --data DIR` with the files of the table under the names `training/data.py` reads.
It takes about a quarter of an hour on one core, goes on from its last epoch when it is interrupted, and repeats
itself for the same seed, versions and processor. An index made with another encoder is refused with the command
that rebuilds it.
"""  # noqa: E501 - the rows of a Markdown table cannot be broken


_DENSE = ["dense", "best passage", "both", "dense 512", "dense 256", "dense R@1", "dense R@100", "bm25 R@100"]
_OTHERS = {
    "ranker.json": "| `ranker.json` | weights of the passage ranker | `training/ranker.py` |",
    "scorer.json": "| `scorer.json` | weights that choose a sentence and say how sure it is | `training/scorer.py` |",
    "spans.json": "| `spans.json` | weights of the words that answer, by kind of question | `training/spans.py` |",
    "verb_forms.txt": "| `verb_forms.txt` | finite verb forms of the French press | `training/verb_forms.py` |",
    "neighbours.tsv": "| `neighbours.tsv` | French term, terms used alike in the press | `training/cooccurrence.py` |",
}


def write_card(figures: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Write the card.

    Args:
        figures: for each task its figures, as :func:`assistant.training.evaluate.measure` gives them.
        path: the file; what is known of the other files is read beside it.
    """
    encoder = StaticEncoder(path.parent)
    first, _, _ = (path.parent / "background_df.tsv").read_text(encoding="utf-8").partition("\n")
    recipe = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in asdict(Recipe()).items())
    others = "".join(f"{line}\n" for name, line in _OTHERS.items() if (path.parent / name).exists())
    path.write_text(
        _CARD.format(
            vocabulary=encoder.tokenizer.get_vocab_size(),
            dimension=encoder.dimension,
            bits=encoder.bits,
            block=BLOCK,
            articles=int(first),
            others=others,
            recipe=recipe.replace("(256,)", "256"),
            dense=_table(figures, _DENSE),
            fused=_table(figures, [f"fused {weight:g}" for weight in WEIGHTS]),
        ),
        encoding="utf-8",
    )


def _table(figures: Mapping[str, Mapping[str, float]], columns: list[str]) -> str:
    rows = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for task, found in figures.items():
        cells = [f"{found[column]:.3f}" if column in found else "-" for column in columns]
        if any(cell != "-" for cell in cells):
            rows.append(f"| {task} | " + " | ".join(cells) + " |")
    return "\n".join(rows)
