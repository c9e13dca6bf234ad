"""Ask the figure questions and say how many of their figures are found, and whether an old one is shown as current.

    python -m eval.figures                                    the questions over the articles that are shipped
    python -m eval.figures --corpus wikinews=DIR              and those over a folder made by eval.wikinews

Each question has its gold series, newest first: value (null where the party gives none), as of when, and every
sentence that says it. A figure is recalled when one of its sentences is cited and, where the answer is a
series, its value is among the series' figures of that article. Of the questions with several figures that name
no day, the first one said has to be the latest: else an old figure is shown as current.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from assistant.types import Answer
from eval.asking.temporary_index import assistant_over
from eval.measures.spans import Texts
from eval.measures.statistics import Figure, figure, ratio

_HERE = Path(__file__).parent
QUESTIONS = _HERE / "figures.jsonl"
SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class GoldPoint:
    """One figure of a gold series.

    Attributes:
        value: None where the party is said to give none.
        date: as of when, ISO 8601.
        quotes: article id and exact sentence, for every sentence that says it.
    """

    value: float | None
    date: str
    quotes: tuple[tuple[str, str], ...]

    def is_told(self, answer: Answer) -> bool:
        """Tell whether an answer has this figure."""
        cited = {
            citation.article.id for citation in answer.citations if self._is_in(citation.article.id, citation.quote)
        }
        if not answer.figures:
            return bool(cited)
        numbers = {citation.number for citation in answer.citations if citation.article.id in cited}
        return any(point.value == self.value for point in answer.figures if point.citation in numbers)

    def comes_first(self, answer: Answer) -> bool:
        """Tell whether the first citation of an answer is of this figure."""
        first = answer.citations[0]
        return self._is_in(first.article.id, first.quote)

    def _is_in(self, article_id: str, quote: str) -> bool:
        return any(article_id == own and (said in quote or quote in said) for own, said in self.quotes)


@dataclass(frozen=True, slots=True)
class FigureQuestion:
    """A question with its gold series, newest first, and the corpus it is asked of."""

    id: str
    corpus: str
    question: str
    gold: tuple[GoldPoint, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """One question with what of its series was told.

    Attributes:
        question: as asked.
        missed: the gold figures that were not told.
        exact: whether all were told, and no citation beside them.
        stale: whether a figure came first that is not the latest; None where there is but one, or no answer.
    """

    question: FigureQuestion
    missed: tuple[GoldPoint, ...]
    exact: bool
    stale: bool | None


@dataclass(frozen=True, slots=True)
class FigureScores:
    """What was found of the questions asked, each with its answer's score."""

    scored: tuple[Scored, ...]

    @property
    def points(self) -> int:
        """Gold figures of the questions."""
        return sum(len(one.question.gold) for one in self.scored)

    @property
    def recalled(self) -> int:
        """Of these, told."""
        return self.points - len(self.missed)

    @property
    def exact(self) -> int:
        """Questions whose figures were all told, and no citation beside them."""
        return sum(one.exact for one in self.scored)

    @property
    def stale(self) -> tuple[str, ...]:
        """Ids of the questions to which a figure came first that is not the latest."""
        return tuple(one.question.id for one in self.scored if one.stale)

    @property
    def missed(self) -> tuple[tuple[str, float | None], ...]:
        """Question id and value of each gold figure that was not told."""
        return tuple((one.question.id, point.value) for one in self.scored for point in one.missed)

    @property
    def value_recall(self) -> float:
        """Share of the gold figures that were told, in [0, 1]."""
        return self.recalled / self.points if self.points else 0.0


def read_questions(path: Path = QUESTIONS) -> tuple[FigureQuestion, ...]:
    """Return the questions of a JSONL file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(FigureQuestion(row["id"], row["corpus"], row["question"], _gold(row["gold"])) for row in rows)


def _gold(points: list[dict[str, object]]) -> tuple[GoldPoint, ...]:
    found = []
    for point in points:
        value, quotes = point["value"], point["quotes"]
        assert value is None or isinstance(value, int | float)
        assert isinstance(quotes, list)
        said = tuple((quote["article_id"], quote["quote"]) for quote in quotes)
        found.append(GoldPoint(None if value is None else float(value), str(point["date"]), said))
    return tuple(found)


def score(questions: Iterable[FigureQuestion], assistant: Assistant) -> FigureScores:
    """Ask the questions and score the answers."""
    return FigureScores(tuple(_scored(question, assistant.ask(question.question)) for question in questions))


def _scored(question: FigureQuestion, answer: Answer) -> Scored:
    missed = tuple(point for point in question.gold if not point.is_told(answer))
    several = len(question.gold) > 1 and bool(answer.citations)
    return Scored(
        question=question,
        missed=missed,
        exact=not missed and len(question.gold) == len(answer.citations),
        stale=not question.gold[0].comes_first(answer) if several else None,
    )


def figures(scores: FigureScores) -> dict[str, Figure | None]:
    """Return the figures with their intervals, questions of one series drawn together.

    - ``said.value_recall``: of the gold figures, the share told.
    - ``said.stale``: of the questions with several figures that were answered, the share to which one came first that
      is not the latest. Lower is better.
    """
    series = [repr(one.question.gold) for one in scores.scored]
    points = [len(one.question.gold) for one in scores.scored]
    told = [whole - len(one.missed) for whole, one in zip(points, scores.scored, strict=True)]
    dated = [(name, one.stale) for name, one in zip(series, scores.scored, strict=True) if one.stale is not None]
    return {
        "said.value_recall": ratio(told, points, series),
        "said.stale": figure([float(stale) for _, stale in dated], [name for name, _ in dated]),
    }


def over(texts: Texts, questions: Sequence[FigureQuestion]) -> tuple[FigureQuestion, ...]:
    """Return the questions whose gold sentences all stand in some articles.

    Args:
        texts: article id to cleaned text.
        questions: of any corpus.
    """
    return tuple(
        one
        for one in questions
        if all(quote in texts.get(name, "") for point in one.gold for name, quote in point.quotes)
    )


def report(scores: Mapping[str, FigureScores]) -> str:
    """Return the scores as lines of text, a line for each corpus, then what was missed."""
    lines = []
    for name, one in scores.items():
        lines.append(
            f"{name}: {len(one.scored)} questions, value recall {one.value_recall:.1%} ({one.recalled} of"
            f" {one.points}), exactly the series {one.exact}, old figures shown as current {len(one.stale)}"
        )
        lines += [
            f"  {question}: {value if value is not None else 'no figure given'} not told"
            for question, value in one.missed
        ]
        lines += [f"  {question}: an old figure comes first" for question in one.stale]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line, ask, print. Exit status: 1 when an old figure is shown as current."""
    parser = argparse.ArgumentParser(prog="python -m eval.figures", description="Measure dated series of figures.")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, metavar="FILE.jsonl")
    parser.add_argument("--corpus", action="append", default=[], metavar="NAME=DIR", help="folder of another corpus")
    options = parser.parse_args(arguments)
    folders = {SHIPPED: _HERE.parent / "corpus"}
    folders.update((name, Path(folder)) for name, _, folder in (one.partition("=") for one in options.corpus))
    questions = read_questions(options.questions)
    scores = {}
    for name, folder in folders.items():
        with assistant_over(folder) as (assistant, _):
            scores[name] = score((one for one in questions if one.corpus == name), assistant)
    print(report(scores))
    return int(any(one.stale for one in scores.values()))


if __name__ == "__main__":
    raise SystemExit(main())
