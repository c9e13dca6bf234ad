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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from assistant.types import Answer
from eval.asking.temporary_index import assistant_over

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
class FigureScores:
    """What was found of the questions asked.

    Attributes:
        questions: asked.
        points: gold figures of theirs.
        recalled: of these, told.
        exact: questions whose figures were all told, and no citation beside them.
        stale: ids of the questions to which a figure came first that is not the latest.
        missed: question id and value of each gold figure that was not told.
    """

    questions: int
    points: int
    recalled: int
    exact: int
    stale: tuple[str, ...]
    missed: tuple[tuple[str, float | None], ...]

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
    asked = points = exact = 0
    stale: list[str] = []
    missed: list[tuple[str, float | None]] = []
    for question in questions:
        answer = assistant.ask(question.question)
        told = [point for point in question.gold if point.is_told(answer)]
        missed += [(question.id, point.value) for point in question.gold if point not in told]
        asked, points = asked + 1, points + len(question.gold)
        exact += len(told) == len(question.gold) == len(answer.citations)
        if len(question.gold) > 1 and answer.citations and not question.gold[0].comes_first(answer):
            stale.append(question.id)
    return FigureScores(asked, points, points - len(missed), exact, tuple(stale), tuple(missed))


def report(scores: Mapping[str, FigureScores]) -> str:
    """Return the scores as lines of text, a line for each corpus, then what was missed."""
    lines = []
    for name, one in scores.items():
        lines.append(
            f"{name}: {one.questions} questions, value recall {one.value_recall:.1%} ({one.recalled} of {one.points}),"
            f" exactly the series {one.exact}, old figures shown as current {len(one.stale)}"
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
