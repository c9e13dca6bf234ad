"""Ask whole folders of invented press articles, each with its questions, its series of figures and who says what.

    python -m eval.folders [--wrong] [NAME ...]

Each folder of `folders/` holds eleven to thirteen articles of seven publishers, as a reader saved them, on events whose
figures grow from week to week. Articles, questions and answers were written by readers who had not seen the program.
Models and rules were mended on most of them; those whose name begins with ``unseen`` are only measured.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eval import figures as series
from eval import sides
from eval.asking.records import Record
from eval.asking.runner import run
from eval.asking.temporary_index import assistant_over
from eval.datasets.dataset import Question
from eval.datasets.jsonl import check_gold, read_questions
from eval.measures import abstention, metrics
from eval.measures.spans import Texts
from eval.measures.statistics import Figure, figure

FOLDERS = Path(__file__).with_name("folders")
NAMES = tuple(sorted(path.name for path in FOLDERS.iterdir() if path.is_dir()))
UNSEEN = tuple(name for name in NAMES if name.startswith("unseen"))
LEARNT = tuple(name for name in NAMES if name not in UNSEEN)

_MEASURES: Mapping[str, Callable[[Question, Record, Texts], float | None]] = {
    "said.folder_found": metrics.found,
    "said.folder_precision": metrics.precision,
    "said.folder_refused": metrics.refusal_recall,
    "said.folder_premises": abstention.false_premise_accepted,
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a folder's questions were answered.

    Attributes:
        name: of the folder.
        texts: article id to cleaned text.
        pairs: each question with what was said.
        scored: the questions for series of figures, scored.
        sided: the questions to several publishers, with who is shown.
    """

    name: str
    texts: Texts
    pairs: tuple[tuple[Question, Record], ...]
    scored: tuple[series.Scored, ...]
    sided: tuple[sides.Sided, ...]


@cache
def ask(name: str) -> Told:
    """Build an index over a folder, ask its questions and score the answers.

    Args:
        name: one of ``NAMES``.

    Raises:
        DatasetError: if a question is malformed or a gold sentence stands in none of the articles.
    """
    folder = FOLDERS / name
    with assistant_over(folder / "articles") as (assistant, _):
        texts = {one: article.text for one, article in assistant.index.articles.items()}
        questions = read_questions(folder / "questions.jsonl")
        check_gold(questions, texts, source=folder / "questions.jsonl")
        return Told(
            name,
            texts,
            tuple(zip(questions, run(questions, assistant), strict=True)),
            series.score(series.read_questions(folder / "figures.jsonl"), assistant).scored,
            sides.ask(sides.read(folder / "sides.jsonl"), assistant),
        )


def figures(told: Sequence[Told]) -> dict[str, Figure | None]:
    """Return the figures over several folders together.

    - ``said.folder_found``: of the answerable questions, the share of which everything that has to be said is cited.
    - ``said.folder_precision``: mean share of an answer's citations that support a gold sentence.
    - ``said.folder_refused``: of what has to be refused, the share refused.
    - ``said.folder_premises``: of questions with a false premise, the share answered. Lower is better.

    And those of :func:`eval.figures.figures` and :func:`eval.sides.figures`.
    """
    found = {name: _mean(measure, told) for name, measure in _MEASURES.items()}
    found |= series.figures(series.FigureScores(tuple(one for folder in told for one in folder.scored)))
    return found | sides.figures([one for folder in told for one in folder.sided])


def _mean(measure: Callable[[Question, Record, Texts], float | None], told: Iterable[Told]) -> Figure | None:
    counted = [
        (question.id, value)
        for folder in told
        for question, record in folder.pairs
        if (value := measure(question, record, folder.texts)) is not None
    ]
    return figure([value for _, value in counted], [name for name, _ in counted])


def wrong(told: Told) -> list[str]:
    """Return a line for each answer that is not as written down."""
    lines = []
    for question, record in told.pairs:
        right = record.refused if question.to_refuse else metrics.found(question, record, told.texts) == 1.0
        if not right:
            said = "refused" if record.refused else record.said
            lines.append(f"{question.id} {question.question}\n    {said}")
    scores = series.FigureScores(told.scored)
    lines += [f"{name}: {value if value is not None else 'no figure given'} not told" for name, value in scores.missed]
    lines += [f"{name}: an old figure comes first" for name in scores.stale]
    lines += [f"{one.question.id} {one.question.question}\n    {one.shown}" for one in told.sided if not one.is_right]
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of each folder, of all learnt from and of all only measured."""
    parser = argparse.ArgumentParser(prog="python -m eval.folders", description="Measure over whole folders.")
    parser.add_argument("names", nargs="*", choices=[[], *NAMES], metavar="NAME", help="folders; all without any")
    parser.add_argument("--wrong", action="store_true", help="list what is answered otherwise than the readers wrote")
    options = parser.parse_args(arguments)
    names: Sequence[str] = options.names or NAMES
    groups = {name: (name,) for name in names} | ({} if options.names else {"learnt": LEARNT, "unseen": UNSEEN})
    for title, group in groups.items():
        print(title)
        for measure, value in figures([ask(name) for name in group]).items():
            print(f"  {measure}: " + (f"{value.mean:.1%} of {value.n}" if value else "-"))
        for line in wrong(ask(title)) if options.wrong and title in NAMES else ():
            print(f"  {line}")


if __name__ == "__main__":
    main()
