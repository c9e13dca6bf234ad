"""Ask the questions on which several publishers have a word: who is shown, and who is said to have nothing.

    python -m eval.sides [--wrong]

`sides.jsonl` holds 45 questions: ten over the articles that are shipped, twenty over the ten invented ones of
`sides/invented/`, fifteen over the nine of `sides/unseen/`, seven publishers in each, some of which print one dispatch.
Who has something on each point, who has nothing and how many independent origins there are was written down by a
reader before the program was asked. The program was mended on the first two sets; the last is only measured.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from assistant.answering.publishers.wording import silence_text
from assistant.assistant import Assistant
from assistant.types import Answer, Article
from eval.asking.temporary_index import assistant_over
from eval.measures.statistics import Figure, figure, ratio

_HERE = Path(__file__).parent
QUESTIONS = _HERE / "sides.jsonl"
INVENTED: Mapping[str, Path] = {name: _HERE / "sides" / name for name in ("invented", "unseen")}
"""Sets of invented articles, by the name that the questions give them."""

Asks = Literal["every", "named", "none"]


@dataclass(frozen=True, slots=True)
class SideQuestion:
    """A question to several publishers.

    Attributes:
        id: unique.
        corpus: ``shipped``, or one of ``INVENTED``.
        asks: whether it wants a line of ``every`` publisher, of those it ``named``, or speaks of ``none``.
        question: as asked.
        have: the publishers with something on the point; None for an unknown one.
        silent: those without, too.
        origins: independent origins of what the articles of ``have`` say on it.
    """

    id: str
    corpus: str
    asks: Asks
    question: str
    have: frozenset[str | None]
    silent: frozenset[str | None]
    origins: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer shows: whose words, as how many origins, and who is said to have nothing."""

    publishers: frozenset[str | None]
    origins: int
    silent: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sided:
    """A question with what its answer shows."""

    question: SideQuestion
    shown: Shown

    @property
    def told_silent(self) -> tuple[int, int]:
        """Publishers without a word that a question asks, and of these, said to have nothing and not quoted."""
        # Articles of no known publisher have no name that could be said to have nothing.
        owed = self.question.silent - {None} if self.question.asks != "none" else frozenset()
        return len(owed), len(owed & self.shown.silent - self.shown.publishers)

    @property
    def is_right(self) -> bool:
        """True when every publisher is shown, counted and silent as the reader wrote."""
        owed, told = self.told_silent
        counted = not self.question.have or self.shown.origins == self.question.origins
        return self.question.have <= self.shown.publishers and counted and owed == told

    @property
    def false_silences(self) -> frozenset[str]:
        """Publishers that are said to have nothing and have something."""
        return self.shown.silent - self.question.silent


def read(path: Path = QUESTIONS) -> tuple[SideQuestion, ...]:
    """Return the questions; a first line may tell what they are.

    Raises:
        ValueError: if a line has an unknown ``asks``, or a publisher that both has something and nothing.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line) if line.strip() else {}
        if "id" not in row:
            continue
        have, silent = frozenset(row["have"]), frozenset(row["silent"])
        if row["asks"] not in get_args(Asks) or have & silent:
            raise ValueError(f"{path.name} line {number}: unknown asks, or a publisher both with and without a word")
        found.append(SideQuestion(row["id"], row["corpus"], row["asks"], row["question"], have, silent, row["origins"]))
    return tuple(found)


def shown(answer: Answer, articles: Mapping[str, Article]) -> Shown:
    """Return what an answer shows.

    A publisher is shown by a quote of its own or as another print of one. Articles are one origin where a remark says
    that the citations of them are.

    Args:
        answer: to a question.
        articles: the corpus, by id.
    """
    printed = [one.article for one in answer.citations]
    printed += [articles[name] for one in answer.citations for name in one.also_in]
    origin = {one.number: one.article.id for one in answer.citations}
    for remark in answer.remarks:
        joined = {origin[number] for number in remark.citations} if remark.kind == "origin" else set()
        origin = {number: min(joined) if name in joined else name for number, name in origin.items()}
    said = {remark.text for remark in answer.remarks if remark.kind == "silence"}
    named = {one.publisher for one in articles.values() if one.publisher}
    return Shown(
        publishers=frozenset(one.publisher for one in printed),
        origins=len(set(origin.values())),
        silent=frozenset(one for one in named if silence_text(one, answer.language) in said),
    )


def ask(questions: Iterable[SideQuestion], assistant: Assistant) -> tuple[Sided, ...]:
    """Return the questions with what their answers show."""
    articles = assistant.index.articles
    return tuple(Sided(one, shown(assistant.ask(one.question), articles)) for one in questions)


def figures(sided: Sequence[Sided]) -> dict[str, Figure | None]:
    """Return the figures, questions drawn one by one.

    - ``said.publishers``: of the publishers with something on the point, the share shown; a refusal shows none.
    - ``said.silences``: of the publishers with nothing that a question asks, the share said so and not quoted.
    - ``said.false_silences``: of the publishers said to have nothing, the share that has something. Lower is better.
    - ``said.origins``: of the questions that somebody has a word on, the share whose answer shows as many independent
      origins as there are.
    """
    names = [one.question.id for one in sided]
    silences = [one.told_silent for one in sided]
    counted = [one for one in sided if one.question.have]
    return {
        "said.publishers": ratio(
            [len(one.question.have & one.shown.publishers) for one in sided],
            [len(one.question.have) for one in sided],
            names,
        ),
        "said.silences": ratio([told for _, told in silences], [owed for owed, _ in silences], names),
        "said.false_silences": ratio(
            [len(one.false_silences) for one in sided], [len(one.shown.silent) for one in sided], names
        ),
        "said.origins": figure(
            [float(one.shown.origins == one.question.origins) for one in counted], [one.question.id for one in counted]
        ),
    }


def invented(name: str) -> tuple[Sided, ...]:
    """Return the questions over a set of ``INVENTED``, asked of an index that is made for it and removed."""
    with assistant_over(INVENTED[name]) as (assistant, _):
        return ask((one for one in read() if one.corpus == name), assistant)


def main() -> None:
    """Print the figures, and with ``--wrong`` every answer that shows other publishers or origins."""
    parser = argparse.ArgumentParser(prog="python -m eval.sides", description="Measure publishers side by side.")
    parser.add_argument("--wrong", action="store_true", help="list what is shown otherwise than the reader wrote")
    options = parser.parse_args()
    with assistant_over(_HERE.parent / "corpus") as (assistant, _):
        shipped = ask((one for one in read() if one.corpus == "shipped"), assistant)
    for name, sided in (("shipped", shipped), *((name, invented(name)) for name in INVENTED)):
        for measure, value in figures(sided).items():
            print(f"{name} {measure}: " + (f"{value.mean:.1%} of {value.n}" if value else "-"))
        for one in (each for each in sided if options.wrong and not each.is_right):
            print(f"  {one.question.id} {one.question.question}\n    expected {one.question}\n    shown {one.shown}")


if __name__ == "__main__":
    main()
