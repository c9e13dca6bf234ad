"""Fits the models of ``assistant/answering/selection/scorer.py`` and writes ``assistant/model/scorer.json``.

Three minutes: ``python -m eval.datasets.wikinews --data ../shared/data/news_wikinews.jsonl.gz --out DIR``, then
``python -m assistant.training.scorer --press eval/questions.jsonl=corpus --press eval/questions_wikinews.jsonl=DIR``
with ``--press FILE=DIR`` again for each further file of questions, and ``--folder FILE=DIR`` for each folder of which
every question may teach; how each of those would fare unseen is printed too. Data:

* PIAF's training part (``--piaf dev`` with an encoder that was trained on that: its cosines there are
  too good to learn from): which sentence of all paragraphs holds the answer; and, with the paragraph
  taken out of the corpus, that nothing does;
* press questions of split ``dev``, with the folder of articles each file is about, never a test
  question; folders given whole; and near misses made of them by rule (:mod:`assistant.training.swaps`).

The sentence model is a conditional logit (McFadden 1974): the probability that a sentence is chosen
among its question's candidates is the softmax of its score. The others are logistic regressions: how
likely the best sentence answers; what is refused for a false premise; and, fitted on answers to
questions of the folds left out, how likely a whole answer is right. All have an L2 penalty on
standardised features; the weights written are for raw ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from tqdm import tqdm

from assistant.answering.selection.answer_confidence import answer_features
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.logistic_model import LogisticModel, readable
from assistant.training.answers import Answered
from assistant.training.cross_validation import (
    Judgement,
    Row,
    calibration_error,
    cross_validated,
    figures,
    one_left_out,
)
from assistant.training.data import DATA
from assistant.training.fitting import Fitted, as_it_is, fit, fit_whole, initial_model
from assistant.training.sources import PIAF, Source, piaf_source, press_sources

_MODEL = Path(__file__).parents[1] / "model" / "scorer.json"
_FOLDS = 5


def measure_all(found: Iterable[Source]) -> list[Row]:
    """Measure every question of every source."""
    model = initial_model()
    return [
        (source, measured)
        for source in found
        for example in tqdm(source.examples, desc=source.name, mininterval=5)
        if (measured := source.bench.measure(example, model)) is not None
    ]


def report(name: str, judged: Sequence[Judgement]) -> None:
    """Print how a split fares, by source and over the press: what ``cross_validation.figures`` returns."""
    for source in (*dict.fromkeys(one.source for one in judged), "press"):
        own = [one for one in judged if one.source == source or (source == "press" and one.source != PIAF)]
        print(f"{name:5s} {source[:20]:20s} " + " ".join(f"{key} {value:.3f}" for key, value in figures(own).items()))


def report_whole(name: str, answered: Sequence[Answered], model: LogisticModel) -> None:
    """Print, for whole answers by what chose them, how many, how many right, and the error of the confidence."""
    for route in (*sorted({one.evidence.route for one in answered}), "all"):
        own = [one for one in answered if route in (one.evidence.route, "all")]
        right = np.array([float(one.right) for one in own])
        sure = np.array([model.probability(answer_features(one.evidence)) for one in own])
        print(f"{name:5s} {route:9s} {len(own):4d} right {right.mean():.3f} ece {calibration_error(sure, right):.3f}")


def _both(fitted: Fitted, row: Row) -> tuple[Judgement, Answered | None]:
    return fitted.judge(row), fitted.answer(row)


def _pair(text: str) -> tuple[Path, Path]:
    file, _, folder = text.partition("=")
    if not folder:
        raise argparse.ArgumentTypeError(f"{text!r}: expected FILE=DIR, questions and the folder they are about")
    return Path(file), Path(folder)


def main() -> None:
    """Cross-validate, fit all models on all development data, print figures, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--press", type=_pair, action="append", required=True, metavar="FILE=DIR")
    parser.add_argument("--folder", type=_pair, action="append", default=[], metavar="FILE=DIR")
    parser.add_argument("--penalty", type=float, default=4.0)
    parser.add_argument("--piaf", choices=("train", "dev"), default="train", help="the part to fit on")
    parser.add_argument("--out", type=Path, default=_MODEL)
    options = parser.parse_args()
    encoder = StaticEncoder.shipped()
    press = press_sources(options.press, encoder, split="dev", made=True)
    whole_folders = list(press_sources(options.folder, encoder, split=None, made=True))
    rows = measure_all([piaf_source(options.data, options.piaf, encoder), *press, *whole_folders])
    unseen = one_left_out(
        rows,
        lambda part: fit(part, penalty=options.penalty),
        judge=Fitted.judge,
        names=[source.name for source in whole_folders],
    )
    report("apart", unseen)
    crossed = cross_validated(rows, lambda part: fit(part, penalty=options.penalty), judge=_both, folds=_FOLDS)
    report("cross", [judged for judged, _ in crossed])
    answered = [answer for _, answer in crossed if answer is not None]
    whole = fit_whole(answered, penalty=options.penalty)
    report_whole("raw", answered, as_it_is())
    report_whole("whole", answered, whole)
    fitted = fit(rows, penalty=options.penalty)
    report("train", [fitted.judge(row) for row in rows])
    models = replace(fitted.models, whole=whole)
    written = {
        **{name: readable(getattr(models, name)) for name in ("sentence", "confidence", "premise", "whole")},
        "threshold": round(models.threshold, 4),
        "also": round(models.also, 4),
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
