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

Everything here was counted or trained from the public data named below, all but the last two files by
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

A text's vector is the mean of its tokens' vectors, divided by its length. It reads French and English.
There is no order of words in it: "A attacks B" and "B attacks A" are the same to it, and so are a statement
and its denial. It finds candidates; it does not judge them.

Recipe: {recipe}.
Each step takes pairs of one kind:
title and part of the body, heading and part of the body, title and heading, sentence and neighbours, translated
sentences, question and answer text. The loss is symmetric InfoNCE with in-batch negatives, on the whole vector
and on its first 256 values. Values are then kept in {bits} bits (blocks of {block}, one scale each, one codebook).

Tried and left out, because nothing in French moved by more than chance: 16 epochs, made-up questions, titles put
into English word by word, and four more epochs with batches of like subjects, together (PIAF dev .650, CNIL .527,
OrangeSum title .626, NTREX en-fr .957; only NTREX fr-en gained, .957); 4 or 2 bits a value in place of 3 (PIAF dev .648 and .663, CNIL .514 and .518, OrangeSum
title .622 and .621, NTREX en-fr .954 and .952, with 3 bits .648, .514, .624 and .952 one epoch before the last).

## Data

| data | licence | used for |
|---|---|---|
| OrangeSum, training documents (27,915 French press articles, 2011-2020) | CC BY-SA 4.0 by its authors; the text is agency and portal press | encoder, vocabularies, frequencies |
| French Wikinews through WiNER-fr (1,191 articles) | CC BY 4.0 over CC BY 2.5 | encoder, vocabularies, frequencies |
| Tatoeba French-English (167,130 sentence pairs) | CC BY 2.0 FR | encoder, vocabularies, both lexicons |
| PIAF 1.0, the questions on four fifths of its articles | MIT repository, contexts CC BY-SA | encoder |
| CRPA questions (36) | MIT repository, Licence Ouverte | encoder |

Never trained on: the OrangeSum documents of any test or validation split, the other fifth of PIAF, the CNIL
and Covid questions, NTREX.

## Figures

nDCG@10 with one relevant text a query; `python -m assistant.training evaluate`. "Fused w" is the convex sum of
scores divided by the best of their query, w on the encoder; "fused 0" is BM25 alone with the project's own
French analysis. OrangeSum: 500 queries of held-out documents against all 33,659 bodies, cut to 2,400 characters.

{dense}

{fused}

## Limits

- One seed was trained, so differences under about 0.01 mean nothing.
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


_OTHERS = {
    "scorer.json": "| `scorer.json` | weights of the sentence scorer and its calibration | `training/scorer.py` |",
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
            dense=_table(figures, ["dense", "dense 512", "dense 256", "dense R@1", "dense R@100", "bm25 R@100"]),
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
