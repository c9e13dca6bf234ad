"""The fit of the ranker, on made questions whose right passage one feature gives away."""

from __future__ import annotations

import numpy as np

from assistant.retrieval.passage_features import PASSAGE_FEATURES, SIGNS
from assistant.training.passage_sets import PassageSet, Ranked
from assistant.training.ranker import ABLATED, WEIGHTS, fit, fold_of, scored
from assistant.training.ranks import figures_of

_TELLS = PASSAGE_FEATURES.index("late_article")
_MISLEADS = PASSAGE_FEATURES.index("bigrams")


def made(seed: int, *, questions: int = 60, passages: int = 8) -> tuple[Ranked, ...]:
    """Questions whose right passage has more of one feature, and less of another that may only speak for it."""
    chance = np.random.default_rng(seed)
    found = []
    for number in range(questions):
        right = np.arange(passages) == chance.integers(passages)
        features = chance.normal(size=(passages, len(PASSAGE_FEATURES)))
        features[right, _TELLS] += 3
        features[right, _MISLEADS] -= 3
        scores = chance.normal(size=passages)
        found.append(Ranked(features, right, right, np.arange(passages), scores, scores, f"article {number // 3}"))
    return tuple(found)


SETS = {"PIAF train": PassageSet("PIAF train", made(1)), "PIAF dev": PassageSet("PIAF dev", made(2))}
SETS["PIAF dev in English"] = PassageSet("PIAF dev in English", made(2))


def test_the_fit_finds_what_tells_and_holds_the_signs() -> None:
    model = fit(SETS, ["PIAF train"])

    weights = dict(zip(model.names, model.weights, strict=True))
    assert max(weights, key=lambda name: abs(weights[name])) == PASSAGE_FEATURES[_TELLS]
    assert weights[PASSAGE_FEATURES[_MISLEADS]] == 0.0
    assert all(weights[name] * sign >= 0 for name, sign in SIGNS.items())


def test_scores_read_as_probabilities() -> None:
    model = fit(SETS, ["PIAF train"])
    questions = [one for one in SETS["PIAF train"].questions if one is not None]

    said = np.concatenate([model.probabilities(one.features) for one in questions])
    right = np.concatenate([one.right for one in questions])

    assert abs(said.mean() - right.mean()) < 0.02
    assert said[right].mean() > 5 * said[~right].mean()


def test_a_feature_left_out_has_no_weight_and_costs() -> None:
    name = PASSAGE_FEATURES[_TELLS]
    with_it, without = (scored(SETS, ["PIAF train"], left_out=left_out) for left_out in ((), (name,)))

    assert dict(zip(PASSAGE_FEATURES, without[0].weights, strict=True))[name] == 0.0
    dev = SETS["PIAF dev"].questions
    assert figures_of(dev, with_it[1]["PIAF dev"]).first > figures_of(dev, without[1]["PIAF dev"]).first + 0.2


def test_the_same_questions_give_the_same_weights() -> None:
    np.testing.assert_array_equal(fit(SETS, ["PIAF train"]).weights, fit(SETS, ["PIAF train"]).weights)


def test_an_article_s_questions_are_in_one_fold() -> None:
    folds: dict[str, set[int]] = {}
    for question in made(3):
        folds.setdefault(question.group, set()).add(fold_of(question))

    assert all(len(found) == 1 for found in folds.values())
    assert len(set.union(*folds.values())) > 1


def test_what_is_ablated_and_weighed_exists() -> None:
    assert {name for group in ABLATED.values() for name in group} <= set(PASSAGE_FEATURES)
    assert set(WEIGHTS) >= {"PIAF train", "Wikinews dev"}
