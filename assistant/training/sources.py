"""The corpora whose questions fit the scorer: PIAF's paragraphs, and folders of press articles with questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.corpus.reader import read_corpus
from assistant.indexing.static_encoder import StaticEncoder
from assistant.training.examples import Example, eval_examples, piaf_articles
from assistant.training.swaps import swapped
from assistant.training.workbench import Workbench

PIAF = "piaf"
_PIAF_QUESTIONS = 600
"""About how many of PIAF's questions are used, evenly spaced: more only take longer."""
_PIAF_WEIGHT = 0.25
_PRESS_WEIGHT = 5.0
_MADE = 0.15
"""How much a question that a rule made, or from which an answer was taken, weighs beside one a person wrote."""


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus with its questions and how much one of them weighs."""

    name: str
    bench: Workbench
    examples: tuple[Example, ...]
    weight: float

    def weight_of(self, example: Example) -> float:
        """Return how much a question weighs in fitting the confidence."""
        by_rule = example.made or example.hidden is not None
        return self.weight * (_MADE if by_rule and self.name != PIAF else 1.0)


def piaf_source(data: Path, part: str, encoder: StaticEncoder) -> Source:
    """Return PIAF's questions of a part, with their answers, without them, and without their whole article."""
    articles, examples = piaf_articles(data, part)
    examples = examples[:: max(1, len(examples) // _PIAF_QUESTIONS)]
    taken = tuple(replace(one, hidden="article") for one in examples[::2])
    cut = tuple(replace(one, hidden="sentence") for one in examples)
    return Source(PIAF, Workbench(articles, encoder), (*examples, *taken, *cut), _PIAF_WEIGHT)


def press_sources(
    pairs: Sequence[tuple[Path, Path]], encoder: StaticEncoder, *, split: str | None, made: bool
) -> Iterator[Source]:
    """Yield a source for each file of questions and folder of articles.

    Args:
        pairs: questions as ``eval/README.md`` describes them, and the articles they are about.
        encoder: the shipped one.
        split: ``dev`` or ``test``; None for every question of the files, whatever its split.
        made: whether to add questions made by rule: the same without the sentences that answer, and
            with a name or a year swapped for another one.
    """
    for file, folder in pairs:
        own = read_corpus(folder).articles
        bench = Workbench(own, encoder)
        asked = tuple(eval_examples(file, own, split=split))
        without = tuple(replace(one, hidden="sentence") for one in asked if one.answers and made)
        others = tuple(swapped(asked, bench)) if made else ()
        yield Source(_name(file, folder), bench, (*asked, *without, *others), _PRESS_WEIGHT)


def _name(file: Path, folder: Path) -> str:
    """Name a source: by its file, or, where questions stand beside their articles, by the folder of both."""
    return folder.parent.name if file.parent.resolve() == folder.parent.resolve() else file.stem
