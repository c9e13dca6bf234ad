"""The shipped models of who has a word on the point, with their weights in readable JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.answering.publishers.on_point import WORD_FEATURES
from assistant.retrieval.logistic_model import LogisticModel, model_of

_FILE = Path(__file__).parents[2] / "model" / "publishers.json"
_REFIT = "python -m assistant.training.publishers"
# Name to the sign its weight must have (0: any).
BESIDE_SIGNS: Mapping[str, int] = {
    "word": 1,  # log-odds of a publisher's best sentence
    "behind": 1,  # how far they are above any publisher's best: 0 or less
    "unsaid": -1,  # how much more of the question its articles leave unsaid than those of another publisher
}
BESIDE_FEATURES = tuple(BESIDE_SIGNS)


@dataclass(frozen=True, slots=True)
class WordModel:
    """The shipped models.

    Attributes:
        sentence: probability that a sentence is a word on the point (``on_point.WORD_FEATURES``).
        publisher: the same of a publisher, beside what the others have (``BESIDE_FEATURES``).
        shown: probability from which a publisher is given a line.
        sure: what one of them must reach for any to be given.
        silent: probability below which a publisher is said to have nothing; between both, nothing is said of it.
        beside: probability from which a publisher that nobody asked for is given a line beside an answer.
    """

    sentence: LogisticModel
    publisher: LogisticModel
    shown: float
    sure: float
    silent: float
    beside: float


@lru_cache(maxsize=1)
def load_word_model() -> WordModel:
    """Read the shipped models.

    Raises:
        ModelError: if the file was fitted on other features.
    """
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    return WordModel(
        sentence=model_of(data["sentence"], WORD_FEATURES, file=_FILE.name, refit=_REFIT),
        publisher=model_of(data["publisher"], BESIDE_FEATURES, file=_FILE.name, refit=_REFIT),
        **{name: float(data[name]) for name in ("shown", "sure", "silent", "beside")},
    )
