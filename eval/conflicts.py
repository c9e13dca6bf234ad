"""How two sentences differ, measured: labelled pairs, and what the rules make of them.

    python -m eval.conflicts [--wrong] [--unseen]

`conflicts.jsonl` holds 75 pairs, 15 of each class: invented sentences on invented events, each as two articles with
their dates; with ``--unseen``, the 30 of `conflicts_unseen.jsonl`, labelled before they were measured. Every pair is
also asked as a question of an index of the two, to see whether both sides are shown.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from assistant.answering.figures.parties import Parties
from assistant.answering.publishers.differences import difference, told_by
from assistant.answering.selection.sentences import analyse
from assistant.assistant import Assistant
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.settings import DEFAULTS
from assistant.types import Answer, Article, Difference, Published
from eval.asking.temporary_index import assistant_over
from eval.measures.statistics import Figure, figure, ratio

PAIRS = Path(__file__).with_name("conflicts.jsonl")
UNSEEN = Path(__file__).with_name("conflicts_unseen.jsonl")
CLASSES = get_args(Difference)
_PUBLISHERS = ("Le Premier", "Le Second")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of two articles on one question, with how a reader says they differ."""

    label: Difference
    question: str
    articles: tuple[Article, Article]


@dataclass(frozen=True, slots=True)
class Score:
    """What was found: F1 of the classes in equal parts, and how many contradictions called so are some."""

    macro_f1: float
    precision_of_contradiction: float
    confusion: dict[tuple[str, str], int]


def read(path: Path = PAIRS) -> list[Pair]:
    """Return the labelled pairs; the file's first line tells where they are from.

    Raises:
        ValueError: if a label is none.
    """
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        row = json.loads(line)
        if row["label"] not in CLASSES:
            raise ValueError(f"{path.name} line {number}: label {row['label']!r}; expected one of {CLASSES}")
        left, right = (
            _article(name, publisher, row[name]["published"], row[name]["text"])
            for name, publisher in zip(("left", "right"), _PUBLISHERS, strict=True)
        )
        pairs.append(Pair(row["label"], row["question"], (left, right)))
    return pairs


def found(pair: Pair, encoder: StaticEncoder) -> Difference | None:
    """Return how the rules say that a pair differs; None where they leave it open."""
    left, right = (analyse(article, encoder) for article in pair.articles)
    parties = Parties([left, right])
    return difference(told_by(left.sentences[0], parties), told_by(right.sentences[0], parties))


def score(labels: Sequence[str], said: Sequence[str | None]) -> Score:
    """Compare what the rules say with the labels; what they leave open is a miss and no error."""
    confusion = Counter((label, one or "none") for label, one in zip(labels, said, strict=True))
    f1 = [_f1(name, confusion) for name in CLASSES]
    called = sum(count for (_, one), count in confusion.items() if one == "contradiction")
    right = confusion["contradiction", "contradiction"]
    return Score(sum(f1) / len(f1), right / called if called else 0.0, dict(confusion))


def figures(labels: Sequence[str], said: Sequence[str | None]) -> dict[str, Figure | None]:
    """Return ``said.differences_f1`` (macro-F1) and ``said.contradictions``, the precision of that class.

    Args:
        labels: of the pairs.
        said: what the rules say of each, None where they leave it open.
    """
    names = [str(number) for number in range(len(labels))]
    both = list(zip(labels, said, strict=True))
    called = [(label, name) for (label, one), name in zip(both, names, strict=True) if one == "contradiction"]
    return {
        "said.differences_f1": ratio(
            [[2.0 * (label == one == name) for name in CLASSES] for label, one in both],
            [[float(label == name) + (one == name) for name in CLASSES] for label, one in both],
            names,
            n=len(both),
        ),
        "said.contradictions": figure([float(label == "contradiction") for label, _ in called], [n for _, n in called]),
    }


def ask(pair: Pair) -> Answer:
    """Return the answer to a pair's question from an index of its two articles."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for article in pair.articles:
            front = f"---\npublisher: {article.publisher}\npublished: {article.published.date}\nlanguage: fr\n---\n\n"
            (corpus / f"{article.id}.md").write_text(f"{front}{article.text}\n", encoding="utf-8")
        encoder = load_encoder(None)
        index_dir = Path(folder) / "index"
        build_index(corpus, index_dir, encoder=encoder, max_tokens=DEFAULTS.max_tokens, overlap_sentences=1)
        return Assistant(load_index(index_dir, encoder=encoder), encoder).ask(pair.question)


def ask_together(pairs: Sequence[Pair]) -> tuple[Answer, ...]:
    """Return the answers to the pairs' questions, asked of one index of all their articles (``<place>-<side>``)."""
    articles = [
        replace(article, id=f"{place}-{article.id}", source=f"{place}-{article.source}")
        for place, pair in enumerate(pairs)
        for article in pair.articles
    ]
    with assistant_over(articles) as (assistant, _):
        return tuple(assistant.ask(pair.question) for pair in pairs)


def answer_figures(pairs: Sequence[Pair], answers: Sequence[Answer]) -> dict[str, Figure | None]:
    """Return what the answers of :func:`ask_together` show.

    - ``said.both_sides``: of the pairs, the share of which both articles are quoted, or named as another print.
    - ``said.both_sides_opposed``: the same of the contradictions.
    - ``said.difference_said``: of the pairs, the share whose answer has a remark of the class that is labelled.
    """
    names = [str(place) for place in range(len(pairs))]
    shown = [float({f"{place}-left", f"{place}-right"} <= _printed(one)) for place, one in enumerate(answers)]
    said = [
        float(any(remark.kind == pair.label for remark in one.remarks))
        for pair, one in zip(pairs, answers, strict=True)
    ]
    opposed = [place for place, pair in enumerate(pairs) if pair.label == "contradiction"]
    return {
        "said.both_sides": figure(shown, names),
        "said.both_sides_opposed": figure([shown[place] for place in opposed], [names[place] for place in opposed]),
        "said.difference_said": figure(said, names),
    }


def _printed(answer: Answer) -> set[str]:
    return {name for one in answer.citations for name in (one.article.id, *one.also_in)}


def shows_both(answer: Answer) -> bool:
    """Tell whether an answer quotes both articles of a pair."""
    return {one.article.id for one in answer.citations} == {"left", "right"}


def _f1(name: str, confusion: Counter[tuple[str, str]]) -> float:
    right = confusion[name, name]
    labelled = sum(count for (label, _), count in confusion.items() if label == name)
    called = sum(count for (_, said), count in confusion.items() if said == name)
    return 2 * right / (labelled + called) if labelled + called else 0.0


def _article(name: str, publisher: str, published: str, text: str) -> Article:
    return Article(
        id=name,
        title=None,
        publisher=publisher,
        agency=None,
        authors=(),
        published=Published(published, "day", "stated"),
        url=None,
        language="fr",
        text=text,
        source=f"{name}.md",
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


def main() -> None:
    """Print the figures, and with ``--wrong`` every pair that is not told as labelled."""
    parser = argparse.ArgumentParser(description="Measure how differences between two sentences are told.")
    parser.add_argument("--wrong", action="store_true", help="print the pairs that are told wrong")
    parser.add_argument("--unseen", action="store_true", help="measure on the pairs that no rule was made on")
    options = parser.parse_args()
    pairs, encoder = read(UNSEEN if options.unseen else PAIRS), StaticEncoder.shipped()
    said = [found(pair, encoder) for pair in pairs]
    result = score([pair.label for pair in pairs], said)
    print("| label | " + " | ".join((*CLASSES, "none")) + " |\n|---" * 1 + "|---" * (len(CLASSES) + 1) + "|")
    for label in CLASSES:
        row = [str(result.confusion.get((label, one), 0)) for one in (*CLASSES, "none")]
        print(f"| {label} | {' | '.join(row)} |")
    print(f"\nmacro-F1 {result.macro_f1:.3f}; precision of contradiction {result.precision_of_contradiction:.3f}")
    for label in CLASSES:
        own = [ask(pair) for pair in pairs if pair.label == label]
        told = sum(any(remark.kind == label for remark in answer.remarks) for answer in own)
        print(f"{label}: both sides shown {sum(map(shows_both, own))} of {len(own)}, said so {told}")
    for pair, one in zip(pairs, said, strict=True):
        if options.wrong and one != pair.label:
            print(f"{pair.label} -> {one}: {pair.articles[0].text} / {pair.articles[1].text}")


if __name__ == "__main__":
    main()
