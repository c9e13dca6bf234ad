"""How many, answered as a dated series: the latest first and called so, events and sides apart, never mixed."""

from __future__ import annotations

import pytest

from assistant.answering.serialise import answer_to_json
from assistant.assistant import Assistant
from assistant.types import Answer
from tests.answering.made import made_assistant

Told = tuple[float | None, str | None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("made"))


def _told(answer: Answer) -> list[Told]:
    return [(one.value, one.date) for one in answer.figures]


SERIES: dict[str, list[Told]] = {
    "Combien de morts le séisme de Lorval a-t-il faits ?":
        [(20, "2023-08-20"), (170, "2021-03-10"), (112, "2021-03-04"), (68, "2021-03-02")],
    "How many people died in the Lorval earthquake?":
        [(20, "2023-08-20"), (170, "2021-03-10"), (112, "2021-03-04"), (68, "2021-03-02")],
    "Combien de morts à Lorval en mars 2021 ?": [(170, "2021-03-10"), (112, "2021-03-04"), (68, "2021-03-02")],
    "Combien de soldats géorgiens sont morts ?": [(300, "2022-05-20"), (40, "2022-05-06")],
    "Combien de civils moldaves ont été tués ?": [(15, "2022-05"), (6, "2022-05-06")],
    "Combien de soldats la Moldavie a-t-elle perdus ?":
        [(500, "2022-05-20"), (None, "2022-05-20"), (None, "2022-05-06")],
}  # fmt: skip
ALONE = (
    "Combien de morts la crue de la Sarvane a-t-elle faits ?",
    "Combien de blessés le séisme de Lorval a-t-il faits ?",
    "Combien de ponts ont été emportés ?",
    "Combien de morts le séisme de Lorval avait-il faits au 4 mars 2021 ?",
)


@pytest.mark.parametrize("question", SERIES)
def test_a_toll_is_told_newest_first(made: Assistant, question: str) -> None:
    assert _told(made.ask(question)) == SERIES[question]


@pytest.mark.parametrize("question", ALONE)
def test_a_figure_that_stands_alone_is_no_series(made: Assistant, question: str) -> None:
    assert made.ask(question).figures == ()


def test_the_latest_is_called_so_and_another_event_is_not_the_same_series(made: Assistant) -> None:
    answer = made.ask("Combien de morts le séisme de Lorval a-t-il faits ?")
    assert [one.event for one in answer.figures] == [1, 2, 2, 2]
    assert [one.latest for one in answer.figures] == [True, True, False, False]
    openings = [statement.text.split(",")[0] for statement in answer.statements]
    assert openings == ["Dernier chiffre du corpus", "Autre événement", "Auparavant", "Auparavant"]
    english = made.ask("How many people died in the Lorval earthquake?")
    assert english.statements[0].text.startswith("Latest figure in the corpus, 20 August 2023: ")


def test_two_disasters_of_one_week_are_not_one_series(made: Assistant) -> None:
    answer = made.ask("Combien de morts en mars 2021 ?")
    events: dict[int, set[str]] = {point.event: set() for point in answer.figures}
    for point in answer.figures:
        events[point.event].add(next(one.article.id for one in answer.citations if one.number == point.citation)[:5])
    assert sorted(events.values(), key=sorted) == [{"crue"}, {"seism"}]


def test_a_question_for_the_current_toll_has_only_the_latest(made: Assistant) -> None:
    [citation] = made.ask("Quel est le bilan actuel du séisme de Lorval ?").citations
    assert citation.article.id == "seisme-nouveau"


def test_one_figure_of_an_event_that_is_named_is_found(made: Assistant) -> None:
    [citation] = made.ask("Combien de morts la crue de la Sarvane a-t-elle faits ?").citations
    assert citation.quote == "Neuf habitants sont morts noyés, ont indiqué les pompiers."


def test_an_event_that_is_not_there_has_no_figure(made: Assistant) -> None:
    for question in ("Combien de morts le séisme de Pontival a-t-il faits ?", "Combien de morts à Lorval en 2019 ?"):
        assert made.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "Comment le bilan du séisme de Lorval a-t-il évolué entre le 29 février et le 31 mars ?",
        "Combien de morts il y a trois mille ans ?",
        "Combien ?",
        "Quel bilan ? (Combien de morts à Lorval ?)",
        "combien de de de",
        "How many?",
    ],
)
def test_an_odd_question_is_answered_or_refused_like_any_other(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert answer.abstained or answer.citations


@pytest.mark.parametrize("question", SERIES)
def test_every_point_is_where_it_says(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    cited = {citation.number: citation for citation in answer.citations}
    for point in answer.figures:
        citation = cited[point.citation]
        assert citation.start <= point.start < point.end <= citation.end
        assert point.publisher == citation.article.publisher


def test_the_shipped_articles_tell_the_armenian_tolls_of_three_dates(shipped: Assistant) -> None:
    answer = shipped.ask("Combien de morts côté arménien ?")
    assert _told(answer) == [(25, "2023-09"), (1200, "2020-11-01"), (100, "2020-10-02"), (13, "2020-10-02")]
    assert [one.event for one in answer.figures] == [1, 2, 2, 2]
    assert [one.publisher for one in answer.figures] == [None, "Nouvelles d'Arménie", "Euronews", "Euronews"]
    assert [one.speaker for one in answer.figures] == [None, "L’Arménie", "L'Arménie", "L'Arménie"]


@pytest.mark.parametrize(
    "question", ["Combien de soldats azerbaïdjanais sont morts ?", "How many Azerbaijani soldiers died?"]
)
def test_a_party_that_gives_no_figure_is_said_to_give_none(shipped: Assistant, question: str) -> None:
    answer = shipped.ask(question)
    assert _told(answer) == [(None, "2020-11-01"), (None, "2020-10-02")]
    assert {citation.article.publisher for citation in answer.citations} == {"Nouvelles d'Arménie", "Euronews"}
    assert answer.text.startswith(("Chiffre non communiqué par", "No figure given by"))


def test_a_question_for_one_figure_gets_that_one(shipped: Assistant) -> None:
    answer = shipped.ask("Combien de civils tués selon l'Arménie en octobre 2020 ?")
    assert [citation.article.id for citation in answer.citations] == ["2020-10-02-euronews-pas-de-repit"]


def test_the_json_has_figures_only_with_a_series(shipped: Assistant) -> None:
    series = answer_to_json(shipped.ask("Combien de morts côté arménien ?"), text_of=shipped.index.text)
    assert list(series)[-1] == "figures"
    assert series["figures"][0]["value"] == 25 and series["figures"][0]["bound"] == "at_least"
    alone = answer_to_json(shipped.ask("Que demande l'OTAN à la Turquie ?"), text_of=shipped.index.text)
    assert "figures" not in alone


@pytest.mark.parametrize(
    "question",
    [
        "Combien de morts côté turc ?",
        "Combien de morts côté la Turquie ?",
        "Combien de soldats russes sont morts ?",
        "How many Turkish soldiers died?",
    ],
)
def test_the_dead_of_one_side_are_never_given_for_those_of_another(shipped: Assistant, question: str) -> None:
    assert shipped.ask(question).abstained
