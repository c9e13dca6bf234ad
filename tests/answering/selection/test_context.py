"""What the sentences before one say counts for it, the further back the less; what it holds itself is its own."""

from __future__ import annotations

import pytest

from assistant.answering.selection.context import Context, raised
from assistant.answering.selection.sentences import ReadArticle, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published

_TRIAL = (
    "Le notaire Abel Vernoux comparaissait mardi à Nérac. Le parquet a demandé deux ans. "
    "La défense a plaidé la relaxe. Le jugement tombera le 4 mars."
)


def _article(text: str, title: str | None = None) -> ReadArticle:
    article = Article("a", title, None, None, (), Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped())


def _context(question: str, text: str, title: str | None = None) -> tuple[Query, Context]:
    read = _article(text, title)
    query = parse_query(question, vocabulary={term for one in read.sentences for term, _ in one.terms})
    return query, Context(query, read)


def _of(query: Query, met: object, word: str) -> float:
    assert isinstance(met, (list, tuple))
    return float(next(value for term, value in zip(query.terms, met, strict=True) if term.word == word))


def test_a_subject_is_carried_on_and_fades() -> None:
    query, context = _context("Quand le notaire sera-t-il fixé ?", _TRIAL)
    carried = [_of(query, context.carried(place), "notaire") for place in range(4)]
    assert carried[0] == 1.0
    assert carried == sorted(carried, reverse=True)
    assert 0.0 < carried[3] < carried[1] < 1.0
    assert _of(query, context.related(3), "notaire") == 0.0


def test_nothing_is_carried_back() -> None:
    query, context = _context("Qui annonce le jugement ?", _TRIAL)
    assert _of(query, context.carried(0), "jugement") < _of(query, context.carried(3), "jugement")


def test_the_title_stands_for_what_no_sentence_says() -> None:
    query, context = _context("Pourquoi le phare est-il fermé ?", "La lampe est cassée.", "Le phare de Lisse")
    assert 0.0 < _of(query, context.carried(0), "phare") < 1.0


@pytest.mark.parametrize(("second", "met"), [("Cette décision choque le maire.", 1.0), ("Le maire est choqué.", 0.0)])
def test_only_a_sentence_that_points_back_is_linked(second: str, met: float) -> None:
    query, context = _context("Qui critique la hausse du loyer ?", f"Le loyer va doubler. {second}")
    assert _of(query, context.linked(1), "loyer") == met


def test_the_window_reaches_to_both_neighbours() -> None:
    query, context = _context("Le jugement et le parquet ?", _TRIAL)
    assert _of(query, context.window(2), "jugement") == _of(query, context.window(2), "parquet") == 1.0
    assert _of(query, context.window(0), "jugement") == 0.0


def test_what_only_the_other_sentence_has_is_worth_less() -> None:
    assert raised([0.0, 1.0], [1.0, 1.0])[0] < raised([0.0, 1.0], [1.0, 1.0])[1] == 1.0


_TOLL = (
    "Le bilan du naufrage a été abaissé mardi à onze morts. Le préfet l'a écrit dans un communiqué. "
    "Une victime avait été comptée deux fois. La plage reste fermée."
)


def test_a_reason_right_after_the_fact_has_what_the_fact_meets() -> None:
    query, context = _context("Pourquoi le bilan du naufrage a-t-il été abaissé ?", _TOLL)
    weights = [1.0] * len(query.terms)
    before = [context.told_before(place, weights) for place in range(4)]
    assert before[2] > 0.0
    assert before[0] == before[3] == 0.0


def test_a_place_told_next_answers_for_the_event_before() -> None:
    text = "Les familles ont quitté leurs maisons dans la nuit. Elles ont dormi au gymnase de Torvane."
    query, context = _context("Où les familles ont-elles dû dormir en quittant leurs maisons ?", text)
    assert context.told_before(1, [1.0] * len(query.terms)) > 0.0
