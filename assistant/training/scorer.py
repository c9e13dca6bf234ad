"""Fits the two models of ``assistant/answering/selection/scorer.py`` and writes ``assistant/model/scorer.json``.

Half a minute: ``python -m eval.datasets.wikinews --data ../shared/data/news_wikinews.jsonl.gz --out DIR``, then
``python -m assistant.training.scorer --wikinews DIR``. Data:

* PIAF's training part (``--piaf dev`` with an encoder that was trained on that: its cosines there are
  too good to learn from): which sentence of all paragraphs holds the answer; and, with the paragraph
  taken out of the corpus, that nothing does;
* the development questions over Wikinews (``eval/questions_wikinews.jsonl``) with their articles from
  ``../shared/data``, and the development part of ``eval/questions.jsonl``: never a test question.

The sentence model is a conditional logit (McFadden 1974): the probability that a sentence is chosen
among its question's candidates is the softmax of its score. The confidence model is a logistic
regression. Both have an L2 penalty on standardised features; the weights written are for raw ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.confidence import CONFIDENCE_FEATURES, CONFIDENCE_SIGNS
from assistant.answering.selection.features import SENTENCE_FEATURES, SIGNS
from assistant.corpus.reader import read_corpus
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.logistic_model import LogisticModel, readable
from assistant.training.data import DATA
from assistant.training.examples import Example, eval_examples, piaf_articles
from assistant.training.logistic import fit_choice, fit_logistic
from assistant.training.workbench import Measured, Workbench

Floats = NDArray[np.float64]

_MODEL = Path(__file__).parents[1] / "model" / "scorer.json"
_PIAF_QUESTIONS = 600
"""About how many of PIAF's questions are used, evenly spaced: more only take longer."""
_MORE_FOR_ALSO = 0.3
"""How much surer a further article's sentence has to be than the first."""
_REFUSED = 0.85
"""Share of the development questions without an answer that the threshold must refuse."""


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus with its questions and how much one of them weighs."""

    name: str
    bench: Workbench
    examples: tuple[Example, ...]
    weight: float


def sources(
    data: Path, *, wikinews: Path, corpus: Path, questions: Path, split: str, part: str | None
) -> Iterator[Source]:
    """Yield what a split is made of: PIAF's part, if any, and the evaluation files' split."""
    encoder = StaticEncoder.shipped()
    if part is not None:
        articles, examples = piaf_articles(data, part)
        examples = examples[:: max(1, len(examples) // _PIAF_QUESTIONS)]
        taken = tuple(replace(one, hidden="article") for one in examples[::2])
        cut = tuple(replace(one, hidden="sentence") for one in examples)
        yield Source("piaf", Workbench(articles, encoder), (*examples, *taken, *cut), 0.5)
    for name, folder, file, weight in (
        ("wikinews", wikinews, questions / "questions_wikinews.jsonl", 5.0),
        ("shipped", corpus, questions / "questions.jsonl", 5.0),
    ):
        own = read_corpus(folder).articles
        asked = tuple(eval_examples(file, own, split=split))
        without = tuple(replace(one, hidden="sentence") for one in asked if one.answers and split == "dev")
        yield Source(name, Workbench(own, encoder), (*asked, *without), weight)


def initial_model() -> LogisticModel:
    """A sentence model by hand, to rank candidates before any weight is fitted."""
    weights = {"coverage_rare": 4.0, "cosine": 2.0, "late_interaction": 2.0, "type_held": 1.0, "passage": 1.0}
    return LogisticModel(SENTENCE_FEATURES, np.array([weights.get(name, 0.0) for name in SENTENCE_FEATURES]), 0.0)


def measure_all(found: Iterable[Source], model: LogisticModel) -> list[tuple[Source, Measured]]:
    """Measure every question of every source."""
    return [
        (source, measured)
        for source in found
        for example in tqdm(source.examples, desc=source.name, mininterval=5)
        if (measured := source.bench.measure(example, model)) is not None
    ]


def rescored(measured: Measured, model: LogisticModel) -> Measured:
    """Return the same candidates ranked by another model."""
    logits = model.logits(measured.features)
    order = np.argsort(-logits, kind="stable")
    found = tuple(
        Candidate(measured.found[place].sentence, measured.features[place], float(logits[place])) for place in order
    )
    return Measured(measured.features[order], measured.right[order], found, measured.example)


def confidence_table(rows: Iterable[tuple[Source, Measured]]) -> tuple[Floats, Floats, Floats]:
    """Return features, labels and weights of the questions that a confidence can be measured on."""
    kept = [(source, source.bench.confidence_row(one)) for source, one in rows]
    found = [(source, row) for source, row in kept if row is not None]
    x = np.stack([row[0] for _, row in found])
    y = np.array([float(row[1]) for _, row in found])
    return x, y, np.array([source.weight for source, _ in found])


def report(name: str, rows: Sequence[tuple[Source, Measured]], model: LogisticModel, threshold: float) -> None:
    """Print how a split fares, by source: the best sentence right, answered, answered rightly, refused."""
    for source in dict.fromkeys(source.name for source, _ in rows):
        own = [(one_source, one) for one_source, one in rows if one_source.name == source]
        answerable = [(s, one) for s, one in own if one.example.answers and one.example.hidden is None]
        refusals = [(s, one) for s, one in own if not one.example.answers or one.example.hidden is not None]
        top = np.mean([one.right[0] for _, one in answerable])
        said = [
            (model.probability(row[0]) >= threshold, row[1])
            for s, one in answerable
            if (row := s.bench.confidence_row(one))
        ]
        unsaid = [
            row is None or model.probability(row[0]) < threshold
            for s, one in refusals
            if [row := s.bench.confidence_row(one)]
        ]
        right = sum(ok for answered, ok in said if answered)
        answered = sum(answered for answered, _ in said)
        print(
            f"{name:5s} {source:9s} top-1 {top:.3f}  answered {answered / len(answerable):.3f} "
            f"found {right / len(answerable):.3f} precision {right / max(answered, 1):.3f} "
            f"refused {np.mean(unsaid) if unsaid else float('nan'):.3f}  ({len(answerable)}+{len(refusals)})"
        )


def _fit_sentences(rows: Sequence[tuple[Source, Measured]], *, penalty: float) -> tuple[Floats, float]:
    """Fit the sentence model on the questions from which nothing was taken."""
    groups = [(one.features, one.right, source.weight) for source, one in rows if one.example.hidden is None]
    return fit_choice(groups, signs=list(SIGNS.values()), penalty=penalty)


def main() -> None:
    """Fit both models, choose the threshold on development data, print figures, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--wikinews", type=Path, required=True, help="folder made by python -m eval.datasets.wikinews")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--questions", type=Path, default=Path("eval"))
    parser.add_argument("--penalty", type=float, default=2.0)
    parser.add_argument("--piaf", choices=("train", "dev"), default="train", help="the part to fit on")
    parser.add_argument("--out", type=Path, default=_MODEL)
    options = parser.parse_args()
    folders = {"wikinews": options.wikinews, "corpus": options.corpus, "questions": options.questions}
    train = measure_all(sources(options.data, split="dev", part=options.piaf, **folders), initial_model())
    held = measure_all(sources(options.data, split="test", part=None, **folders), initial_model())
    weights, bias = _fit_sentences(train, penalty=options.penalty)
    sentence = LogisticModel(SENTENCE_FEATURES, weights, bias)
    train = [(source, rescored(one, sentence)) for source, one in train]
    held = [(source, rescored(one, sentence)) for source, one in held]
    x, y, w = confidence_table(train)
    raw, bias_confidence = fit_logistic(
        x, y, signs=[*SIGNS.values(), *CONFIDENCE_SIGNS.values()], penalty=options.penalty, weights=w
    )
    confidence = LogisticModel(CONFIDENCE_FEATURES, raw, bias_confidence)
    threshold = choose_threshold(train, confidence)
    report("train", train, confidence, threshold)
    report("held", held, confidence, threshold)
    written = {
        "sentence": readable(sentence),
        "confidence": readable(confidence),
        "threshold": round(threshold, 4),
        "also": round(min(0.95, threshold + _MORE_FOR_ALSO), 4),
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def choose_threshold(rows: Iterable[tuple[Source, Measured]], model: LogisticModel) -> float:
    """Return the lowest threshold that refuses the share ``_REFUSED`` of the press questions that must be refused.

    Only questions that people wrote count, not the ones from which an answer was taken away.
    """
    confidences = [
        model.probability(row[0]) if (row := source.bench.confidence_row(one)) else 0.0
        for source, one in rows
        if source.name != "piaf" and not one.example.answers
    ]
    return round(float(np.quantile(confidences, _REFUSED)), 2)


if __name__ == "__main__":
    main()
