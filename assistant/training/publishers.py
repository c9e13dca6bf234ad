"""Fits the models of who has a word on the point and writes ``assistant/model/publishers.json``.

A minute: ``python -m assistant.training.publishers --sides eval/sides.jsonl:shipped=corpus`` with ``--sides
FILE:CORPUS=DIR`` again for each further set of questions (:mod:`eval.sides` describes them) and the folder it is
about. A reader wrote down who has something on each point; which sentence that is, nobody did. So it is found as in
learning from bags (Andrews, Tsochantaridis & Hofmann 2002): the best sentence of a publisher with something is taken
for it, the best three of one without for no word, the model is fitted, and the best are chosen anew. Questions of one
folder put to another, where nobody has anything, teach what nothing looks like. Both are logistic regressions with
the sign of each weight given; the second is fitted on what the first says of folders that it has not seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.answering.publishers.asked import OF_EACH, on_its_subject
from assistant.answering.publishers.of_each import Measured, Word, beside_each_other, measured, words_of_each
from assistant.answering.publishers.on_point import WORD_FEATURES, WORD_SIGNS
from assistant.answering.publishers.word_model import BESIDE_FEATURES, BESIDE_SIGNS, WordModel
from assistant.answering.selection.confidence import CONFIDENCE_FEATURES
from assistant.answering.selection.feature_names import SENTENCE_FEATURES, Features
from assistant.answering.selection.judge import Judge
from assistant.answering.selection.scorer import load_scorer
from assistant.answering.selection.sentences import SentenceReader
from assistant.assistant import Assistant
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.logistic_model import LogisticModel, readable
from assistant.retrieval.lookup import TermLookup
from assistant.retrieval.merged import merged
from assistant.retrieval.query import parse_query
from assistant.settings import DEFAULTS
from assistant.training.logistic import fit_logistic
from eval.asking.temporary_index import assistant_over
from eval.sides import SideQuestion, read

_MODEL = Path(__file__).parents[1] / "model" / "publishers.json"
_ROUNDS = 4
_OF_SILENT = 3
_FOREIGN = 0.1
"""How much a question put to another folder weighs beside one of its own."""
_FOREIGN_FOLDERS = 3
_SHOWN, _SURE, _SILENT, _BESIDE = 0.32, 0.45, 0.17, 0.9
"""A line too many is skipped, one too few is looked for in vain; to be said to have nothing and have it is worst."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question with what is measured of each publisher's sentences.

    Attributes:
        folder: whose articles are asked.
        question: as labelled; of another folder nobody has anything.
        found: the sentences of each publisher.
        weight: in fitting.
    """

    folder: str
    question: SideQuestion
    found: Mapping[str | None, Sequence[Measured]]
    weight: float


@dataclass(frozen=True, slots=True)
class _Folder:
    """A set of questions with the folder they are about."""

    questions: tuple[SideQuestion, ...]
    articles: Path


def measure_all(folders: Mapping[str, _Folder]) -> list[Row]:
    """Measure every question over its own folder, and those to publishers over the next few folders."""
    names = list(folders)
    rows = []
    for place, name in enumerate(names):
        others = [names[(place + step) % len(names)] for step in range(1, _FOREIGN_FOLDERS + 1)]
        with assistant_over(folders[name].articles) as (assistant, _):
            bench = _Bench(assistant)
            for one in folders[name].questions:
                rows.append(Row(name, one, bench.measure(one), 1.0))
            for one in (each for other in others if other != name for each in folders[other].questions):
                if one.asks != "none":
                    nobody = replace(one, asks="every", have=frozenset(), silent=frozenset(), origins=0)
                    rows.append(Row(name, nobody, bench.measure(nobody), _FOREIGN))
    return rows


class _Bench:
    """Measures questions over one folder as the assistant does."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._index = assistant.index
        self._reader = SentenceReader(StaticEncoder.shipped())
        scorer = load_scorer(sentence_features=SENTENCE_FEATURES, confidence_features=CONFIDENCE_FEATURES)
        self._judge = Judge(self._index, StaticEncoder.shipped(), self._reader, scorer)
        self._names = frozenset(one.publisher for one in self._index.articles.values() if one.publisher)

    def measure(self, question: SideQuestion) -> Mapping[str | None, list[Measured]]:
        """Return what is measured of the sentences of each publisher that a question is put to."""
        text = question.question
        query = parse_query(text, vocabulary=TermLookup(self._index.lexical.vocabulary), publishers=self._names)
        query = on_its_subject(query)
        asked: list[str | None] = list(query.publishers) if question.asks == "named" else [*sorted(self._names), None]
        hits = merged(
            [
                self._assistant.search(text, top_k=DEFAULTS.pool_size),
                *(self._assistant.search(text, publishers=(name,), top_k=OF_EACH) for name in asked if name),
            ]
        )
        judged = self._judge.judge(query, hits)
        encoder = StaticEncoder.shipped()
        return measured(judged.asked, judged.ranked, asked, encoder=encoder, read=self._reader.read)


def fit(rows: Sequence[Row], *, penalty: float) -> WordModel:
    """Fit both models; the second on what the first says of folders left out."""
    sentence = _fit_sentence(rows, penalty=penalty)
    x, y, weights = [], [], []
    for held_out in sorted({row.folder for row in rows}):
        first = _fit_sentence([row for row in rows if row.folder != held_out], penalty=penalty)
        for row in (each for each in rows if each.folder == held_out):
            for name, (features, _) in beside_each_other(row.found, first).items():
                x.append(features)
                y.append(float(name in row.question.have))
                weights.append(row.weight)
    signs = list(BESIDE_SIGNS.values())
    raw, bias = fit_logistic(np.array(x), np.array(y), signs=signs, penalty=penalty, weights=np.array(weights))
    publisher = LogisticModel(BESIDE_FEATURES, raw, bias)
    return WordModel(sentence, publisher, shown=_SHOWN, sure=_SURE, silent=_SILENT, beside=_BESIDE)


def _fit_sentence(rows: Sequence[Row], *, penalty: float) -> LogisticModel:
    unfitted = np.array([float(sign) for sign in WORD_SIGNS.values()])
    model = LogisticModel(WORD_FEATURES, unfitted, 0.0)
    for _ in range(_ROUNDS):
        examples = [one for row in rows for one in _examples(row, model)]
        raw, bias = fit_logistic(
            np.stack([features for features, _, _ in examples]),
            np.array([float(right) for _, right, _ in examples]),
            signs=list(WORD_SIGNS.values()),
            penalty=penalty,
            weights=np.array([weight for _, _, weight in examples]),
        )
        model = LogisticModel(WORD_FEATURES, raw, bias)
    return model


def _examples(row: Row, model: LogisticModel) -> Iterator[tuple[Features, bool, float]]:
    """Yield what a question teaches: the best sentence of who has something, the best three of who has nothing."""
    for name, own in row.found.items():
        if not own:
            continue
        features = np.stack([one.features for one in own])
        has = name in row.question.have
        best = np.argsort(-model.logits(features), kind="stable")[: 1 if has else _OF_SILENT]
        for place in best:
            yield features[place], has, row.weight / len(best)


def report(name: str, judged: Sequence[tuple[Row, tuple[Word, ...]]], model: WordModel) -> None:
    """Print, of the questions that are put to publishers, how many have, are shown, are silent, and are said to be."""
    counts = dict.fromkeys(("have", "have_shown", "shown", "wrong", "silent", "told", "said", "false", "foreign"), 0)
    for row, words in judged:
        shown = {one.publisher for one in words if one.probability >= model.shown}
        shown = shown if max((one.probability for one in words), default=0.0) >= model.sure else set()
        said = {one.publisher for one in words if one.probability < model.silent} - {None}
        if row.weight < 1.0:
            counts["foreign"] += len(shown)
        elif row.question.asks != "none":
            have, silent = row.question.have, row.question.silent - {None}
            for key, found in (
                ("have", have), ("have_shown", have & shown), ("shown", shown), ("wrong", shown - have),
                ("silent", silent), ("told", silent & said), ("said", said), ("false", said & have),
            ):  # fmt: skip
                counts[key] += len(found)
    print(f"{name:10s} " + " ".join(f"{key} {value}" for key, value in counts.items()))


def _set(text: str) -> tuple[Path, str, Path]:
    questions, _, folder = text.partition("=")
    file, _, corpus = questions.partition(":")
    if not (corpus and folder):
        raise argparse.ArgumentTypeError(f"{text!r}: expected FILE:CORPUS=DIR, questions and the folder they are about")
    return Path(file), corpus, Path(folder)


def main() -> None:
    """Cross-validate by folder, fit on all, print figures, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sides", type=_set, action="append", required=True, metavar="FILE:CORPUS=DIR")
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--out", type=Path, default=_MODEL)
    options = parser.parse_args()
    folders = {
        corpus: _Folder(tuple(one for one in read(file) if one.corpus == corpus), folder)
        for file, corpus, folder in options.sides
    }
    rows = measure_all(folders)
    crossed: list[tuple[Row, tuple[Word, ...]]] = []
    for held_out in folders:
        model = fit([row for row in rows if row.folder != held_out], penalty=options.penalty)
        own = [(row, words_of_each(row.found, model)) for row in rows if row.folder == held_out]
        report(held_out, own, model)
        crossed += own
    fitted = fit(rows, penalty=options.penalty)
    report("cross", crossed, fitted)
    report("train", [(row, words_of_each(row.found, fitted)) for row in rows], fitted)
    written = {
        "sentence": readable(fitted.sentence),
        "publisher": readable(fitted.publisher),
        **{name: getattr(fitted, name) for name in ("shown", "sure", "silent", "beside")},
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
