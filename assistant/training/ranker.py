"""Fits the passage ranker of ``assistant/retrieval/ranker.py`` and writes ``assistant/model/ranker.json``.

``python -m eval.datasets.wikinews --data ../shared/data/news_wikinews.jsonl.gz --out DIR``, then
``python -m assistant.training.ranker --wikinews DIR``: minutes, most of them measuring. Fitted on

* PIAF's training questions, all 761 paragraphs searched, each under its article's title;
* the development questions over Wikinews (``eval/questions_wikinews.jsonl``);
* titles and headings of OrangeSum's validation part, asked of its articles without them;
* the CRPA's questions.

Neither a question of ``eval/questions.jsonl`` nor a test question teaches it. An encoder that has
learnt PIAF's training questions gives them cosines too good to be true: with such a one,
``--piaf dev`` fits on the other part, and what is measured there is measured in five folds by article.

The model is a conditional logit (McFadden 1974): the probability that a passage is chosen among its
question's candidates is the softmax of its score. A second, logistic, step sets scale and bias so that
the score reads as the probability that the passage answers (Platt 1999). ``--ablation FILE`` leaves out
each group of features in turn and writes what that costs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.logistic_model import LogisticModel, readable
from assistant.retrieval.passage_features import PASSAGE_FEATURES, SIGNS
from assistant.retrieval.ranker import SCALED_TO_ENCODER
from assistant.training.data import DATA
from assistant.training.logistic import Group, fit_choice, fit_logistic
from assistant.training.passage_sets import PassageSet, Ranked, answer_set, headline_sets, piaf_sets, press_sets
from assistant.training.ranks import Figures, figures_of

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Sets = Mapping[str, PassageSet]

WEIGHTS: Mapping[str, float] = {
    "PIAF train": 1.0,
    "PIAF dev": 1.0,
    "Wikinews dev": 3.0,
    "OrangeSum title": 0.3,
    "OrangeSum heading": 0.2,
    "CRPA": 1.0,
}
"""How much one question of a set weighs in the fit."""
PENALTY = 5.0
_FOLDS = 5
_MODEL = Path(__file__).parents[1] / "model" / "ranker.json"
_REPORTED = (
    "PIAF dev", "PIAF dev in English", "Wikinews dev", "Wikinews test", "shipped dev", "shipped test",
    "OrangeSum title", "OrangeSum heading", "CNIL",
)  # fmt: skip


def all_sets(options: argparse.Namespace, encoder: StaticEncoder) -> dict[str, PassageSet]:
    """Measure every set that is fitted or reported, by name."""
    found: list[PassageSet] = []
    found += piaf_sets(options.data, encoder, options.questions / "piaf_english.jsonl")
    found += press_sets("Wikinews", options.wikinews, options.questions / "questions_wikinews.jsonl", encoder)
    found += press_sets("shipped", options.corpus, options.questions / "questions.jsonl", encoder)
    found += headline_sets(options.data, encoder)
    found.append(answer_set("CRPA", options.data / "qa_crpa.jsonl", encoder))
    found.append(answer_set("CNIL", options.data / "qa_cnil.jsonl", encoder))
    return {one.name: one for one in found}


def fit(sets: Sets, names: Sequence[str], *, left_out: Sequence[str] = (), fold: int | None = None) -> LogisticModel:
    """Fit the ranker.

    Args:
        sets: the measured questions.
        names: which sets to learn from.
        left_out: features whose weight has to be 0.
        fold: leave this fold of PIAF out.

    Returns:
        A model of :data:`PASSAGE_FEATURES`, calibrated on the same questions.
    """
    used = np.array([place for place, name in enumerate(PASSAGE_FEATURES) if name not in left_out])
    groups: list[Group] = [
        (question.features[:, used], _taught(question), WEIGHTS[name])
        for name in names
        for question in sets[name].questions
        if question is not None and not (name.startswith("PIAF") and fold is not None and fold_of(question) == fold)
    ]
    chosen, _ = fit_choice(groups, signs=[SIGNS[PASSAGE_FEATURES[place]] for place in used], penalty=PENALTY)
    scores = np.concatenate([features @ chosen for features, _, _ in groups])
    right = np.concatenate([one for _, one, _ in groups]).astype(np.float64)
    weights = np.concatenate([np.full(len(one), weight) for _, one, weight in groups])
    slope, bias = fit_logistic(scores[:, None], right, signs=[1], penalty=0.0, weights=weights)
    all_weights = np.zeros(len(PASSAGE_FEATURES))
    all_weights[used] = chosen * slope[0]
    return LogisticModel(PASSAGE_FEATURES, all_weights, bias)


def _taught(question: Ranked) -> Bools:
    """Return what to choose: the passages that hold the answer; where it is a whole article, any of its passages."""
    return question.right if question.right.any() else question.right_article


def fold_of(question: Ranked) -> int:
    """Return the fold, from 0, of a question: one for all questions of an article."""
    return int(hashlib.sha256(b"fold" + question.group.encode("utf-8")).hexdigest()[:8], 16) % _FOLDS


def scored(
    sets: Sets, names: Sequence[str], *, left_out: Sequence[str] = ()
) -> tuple[LogisticModel, dict[str, list[Floats | None]]]:
    """Fit, and score every question of every set with what was not fitted on it, where folds can do that."""
    model = fit(sets, names, left_out=left_out)
    scores = {
        name: [None if one is None else model.logits(one.features) for one in found.questions]
        for name, found in sets.items()
    }
    if "PIAF dev" in names:
        folds = [fit(sets, names, left_out=left_out, fold=fold) for fold in range(_FOLDS)]
        for name in ("PIAF dev", "PIAF dev in English"):
            scores[name] = [
                None if one is None else folds[fold_of(one)].logits(one.features) for one in sets[name].questions
            ]
    return model, scores


def report(sets: Sets, scores: Mapping[str, Sequence[Floats | None]]) -> Iterator[str]:
    """Yield a Markdown table: each set by BM25, by the fused score and by the ranker."""
    yield f"| set | questions | ranked by | {' | '.join(Figures.header())} |"
    yield "|" + "---|" * (3 + len(Figures.header()))
    for name in _REPORTED:
        questions = sets[name].questions
        by = {
            "BM25": [None if one is None else one.bm25 for one in questions],
            "fused": [None if one is None else one.fused for one in questions],
            "ranker": scores[name],
        }
        for label, own in by.items():
            yield f"| {name} | {len(questions)} | {label} | {' | '.join(figures_of(questions, own).cells())} |"


ABLATED: Mapping[str, tuple[str, ...]] = {
    "BM25": ("bm25_first", "bm25_article"),
    "cosines": ("similarity_whole", "cosine"),
    "late interaction": ("late_sentence", "late_article", "late_sharp", "late_unmet"),
    "coverage": ("coverage_begun", "begun_unmet"),
    "the encoder: cosines and late interaction": (
        "similarity_whole", "cosine", "late_sentence", "late_article", "late_sharp", "late_unmet",
    ),
    "what is of the article": ("bm25_article", "similarity_whole", "late_article", "late_sharp", "title_asked"),
}  # fmt: skip
"""Groups of features that an ablation leaves out together, beside each feature alone."""


def ablation(sets: Sets, names: Sequence[str]) -> Iterator[str]:
    """Yield a Markdown table of what is lost without each group of features and without each feature."""
    yield "| left out | PIAF dev R@1 | MRR@10 | English R@5 | Wikinews test, passages R@1 | MRR@10 |"
    yield "|---|---|---|---|---|---|"
    alone = {name: (name,) for name in PASSAGE_FEATURES}
    for label, left_out in {"nothing": (), **ABLATED, **alone}.items():
        _, scores = scored(sets, names, left_out=left_out)
        dev, english, press = (
            figures_of(sets[name].questions, scores[name])
            for name in ("PIAF dev", "PIAF dev in English", "Wikinews test")
        )
        cells = (dev.first, dev.mean_reciprocal, english.five, press.passage_first, press.passage_mean_reciprocal)
        yield f"| {label} | {' | '.join(f'{cell:.3f}' for cell in cells)} |"


def main() -> None:
    """Measure, fit both sets of weights, print figures, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--wikinews", type=Path, required=True, help="folder made by python -m eval.datasets.wikinews")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--questions", type=Path, default=Path("eval"))
    parser.add_argument("--encoder", type=Path, help="folder of a static encoder; default: the shipped one")
    parser.add_argument("--piaf", choices=("train", "dev"), default="train", help="the part to fit on")
    parser.add_argument("--ablation", type=Path, help="also write what each feature is worth, as Markdown")
    parser.add_argument("--out", type=Path, default=_MODEL)
    options = parser.parse_args()
    encoder = StaticEncoder(options.encoder) if options.encoder else StaticEncoder.shipped()
    sets = all_sets(options, encoder)
    names = (f"PIAF {options.piaf}", "Wikinews dev", "OrangeSum title", "OrangeSum heading", "CRPA")
    model, scores = scored(sets, names)
    other, other_scores = scored(sets, names, left_out=SCALED_TO_ENCODER)
    print("\n".join(report(sets, scores)))
    print("\nwith the weights for any encoder\n")
    print("\n".join(report(sets, other_scores)))
    written = {"shipped": readable(model), "any_encoder": readable(other)}
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    if options.ablation:
        options.ablation.write_text("\n".join(ablation(sets, names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
