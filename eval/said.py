"""What is said, by whom and as of when: every labelled set and every check of the articles asked, as figures of a run.

The sentences, the pairs and the invented articles are the same in every run; figure questions, publishers, days and
the ledger are over the articles that are asked, where they have gold for them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from assistant.assistant import Assistant
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.filters import earliest_day, latest_day
from assistant.settings import DEFAULTS
from assistant.types import Article
from eval import attribution, conflicts, figures, folders, sides
from eval.datasets.dataset import Question
from eval.measures.ledger import QUOTES, ledger_figures
from eval.measures.lies import lies_figures
from eval.measures.quotes import quotes_of, some_of
from eval.measures.statistics import SEED, Figure, figure
from eval.measures.summary import Measured
from eval.reporting.names import ROOT

DAYS = 100
"""Pairs of a question and a day that are asked; a test asks a thousand."""

_LATER_PAIRS = conflicts.PAIRS.with_name("conflicts_unseen.jsonl")

_FOLDERS = {"folders": folders.LEARNT, "unseen_folders": folders.UNSEEN}

Figures = Mapping[str, Figure | None]


def measured(
    assistant: Assistant, questions: Sequence[Question], *, quotes: int = QUOTES, days: int = DAYS
) -> tuple[Measured, ...]:
    """Return the figures of what is said, by whom and as of when.

    Args:
        assistant: over the articles asked.
        questions: of the run; some are asked as of a day.
        quotes: that the ledger is tried on, at most.
        days: pairs of a question and a day that are asked.
    """
    articles = assistant.index.articles
    texts = {name: article.text for name, article in articles.items()}
    series = figures.over(texts, figures.read_questions())
    found: list[tuple[str, Figures]] = [
        ("corpus", figures.figures(figures.score(series, assistant))),
        ("corpus", later_than_asked(assistant, questions, pairs=days)),
        ("corpus", ledger_figures(articles, count=quotes)),
        ("corpus", lies_figures(quotes_of(some_of(articles), count=quotes // 2))),
    ]
    if are_shipped(articles):
        asked = (one for one in sides.read() if one.corpus == "shipped")
        found.append(("corpus", sides.figures(sides.ask(asked, assistant))))
    found += _of_labels()
    return tuple(
        Measured(name, over, value) for over, group in found for name, value in group.items() if value is not None
    )


def later_than_asked(assistant: Assistant, questions: Sequence[Question], *, pairs: int = DAYS) -> Figures:
    """Return ``said.later_than_asked``: of the citations given as of a day, the share that may be of a later one.

    Args:
        assistant: over dated articles.
        questions: to draw from; a follow-up is asked without the turns before it.
        pairs: of a question and a day, drawn with a fixed seed.
    """
    days = [one.published.date for one in assistant.index.articles.values() if one.published.date]
    asked = [one.question for one in questions if one.question.strip()]
    late: list[tuple[str, float]] = []
    for question, day in _drawn(asked, days, pairs) if days and asked else ():
        for one in assistant.ask(question, as_of=day).citations:
            published = one.article.published.date
            late.append((question, float(published is None or latest_day(published) > day)))
    return {"said.later_than_asked": figure([value for _, value in late], [question for question, _ in late])}


def are_shipped(articles: Mapping[str, Article]) -> bool:
    """Tell whether articles are those of the corpus that is shipped, by their ids."""
    files = (ROOT / DEFAULTS.corpus_dir).glob("*.md")
    return set(articles) == {path.stem for path in files if path.stem != "README"}


@cache
def _of_labels() -> tuple[tuple[str, Figures], ...]:
    """Return the figures that no corpus changes."""
    judged = attribution.judge(attribution.read())
    return (
        *(
            (split, attribution.figures([one for one in judged if one.label.split == split]))
            for split in ("dev", "test")
        ),
        *(("pairs", group) for group in _of_pairs(conflicts.read())),
        *(("later_pairs", group) for group in _of_pairs(conflicts.read(_LATER_PAIRS))),
        *((name, sides.figures(sides.invented(name))) for name in sides.INVENTED),
        ("folders", attribution.figures(attribution.judge(attribution.read(attribution.OF_FOLDERS)))),
        *((over, folders.figures([folders.ask(name) for name in names])) for over, names in _FOLDERS.items()),
    )


def _of_pairs(pairs: Sequence[conflicts.Pair]) -> tuple[Figures, Figures]:
    encoder = StaticEncoder.shipped()
    said = [conflicts.found(pair, encoder) for pair in pairs]
    labels = [pair.label for pair in pairs]
    return conflicts.figures(labels, said), conflicts.answer_figures(pairs, conflicts.ask_together(pairs))


def _drawn(questions: Sequence[str], days: Sequence[str], pairs: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of a question and a day between the first and the last that the articles may be of."""
    draw = random.Random(SEED)
    first, last = (date.fromisoformat(one) for one in (min(map(earliest_day, days)), max(map(latest_day, days))))
    for _ in range(pairs):
        yield draw.choice(questions), (first + timedelta(draw.randrange((last - first).days + 1))).isoformat()
