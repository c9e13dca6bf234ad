"""As of a day, nothing published after it is shown, whatever is asked: 1,000 pairs of a question and a day."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from assistant.assistant import Assistant
from assistant.retrieval.filters import latest_day
from assistant.types import Article
from tests.answering.made import made_assistant

_ASKED = (
    "Combien de morts ?", "Combien de morts le séisme de Lorval a-t-il faits ?",
    "Combien de soldats géorgiens sont morts ?",
    "Combien de morts côté moldave ?", "Combien de soldats la Moldavie a-t-elle perdus ?", "Quel est le bilan actuel ?",
    "Combien de morts côté arménien ?", "Combien de soldats azerbaïdjanais sont morts ?", "Quel est le bilan ?",
    "How many people died in the Lorval earthquake?", "How many dead on the Armenian side?", "Que dit la Géorgie ?",
    "Que demande l'OTAN à la Turquie ?", "Que s'est-il passé le 1er novembre ?", "Combien de ponts ont été emportés ?",
    "Comment le bilan du séisme de Lorval a-t-il évolué ?", "Que disent Euronews et La Gazette ?",
    "Qui a signé un accord ?",
    "Combien de localités ont été évacuées ?", "Pourquoi la Russie est-elle préoccupée ?", "", "combien",
)  # fmt: skip
_WORDS = "morts séisme Lorval Géorgie Moldavie soldats civils Arménie bilan combien guerre accord 2020 2022 mai".split()
_PAIRS = 1000


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("dated"), with_shipped=True)


def _pairs() -> list[tuple[str, str]]:
    draw = random.Random(20201101)
    first = date(2020, 9, 1)
    pairs = []
    for _ in range(_PAIRS):
        asked = draw.choice(_ASKED) if draw.random() < 0.8 else " ".join(draw.sample(_WORDS, 4)) + " ?"
        day = (first + timedelta(draw.randrange(1150))).isoformat()
        pairs.append((asked, day[: draw.choice((4, 7, 10, 10, 10))]))
    return pairs


def _may_be_later(article: Article, day: str) -> bool:
    return article.published.date is None or latest_day(article.published.date) > latest_day(day)


def test_nothing_published_later_is_shown(dated: Assistant) -> None:
    answered = series = 0
    for question, day in _pairs():
        answer = dated.ask(question, as_of=day)
        shown = [citation.article for citation in answer.citations]
        shown += [dated.index.articles[hit.passage.article_id] for hit in answer.hits]
        assert [article.id for article in shown if _may_be_later(article, day)] == [], (question, day)
        assert all(latest_day(one.date or "9999") <= latest_day(day) for one in answer.figures), (question, day)
        answered += not answer.abstained
        series += bool(answer.figures)
    assert answered > _PAIRS // 4 and series > _PAIRS // 20  # the pairs do ask something


def test_an_article_of_a_month_is_shown_from_its_last_day_and_an_undated_one_never(dated: Assistant) -> None:
    asked = "Combien de civils ont péri côté moldave ?"
    shown = {
        day: {citation.article.id for citation in dated.ask(asked, as_of=day).citations}
        for day in ("2022-05-30", "2022-05-31", "2030-01-01")
    }
    assert "guerre-3" not in shown["2022-05-30"]
    assert "guerre-3" in shown["2022-05-31"]
    assert all("sans-date" not in ids for ids in shown.values())
