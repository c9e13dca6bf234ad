"""Which questions are put to every publisher, and when one has nothing on the point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from assistant.answering.figures.question import figure_question
from assistant.answering.publishers.asked import asks_every_publisher, asks_publishers_of_nothing, on_its_subject
from assistant.assistant import Assistant
from assistant.retrieval.query import parse_query
from assistant.types import Answer, Turn
from eval.asking.temporary_index import assistant_over

ARTICLES: Mapping[str, str] = {
    "courrier": (
        "---\ntitle: Grève des trams à Lormont-le-Vieux\npublisher: Le Courrier\npublished: 2022-05-03\n---\n\n"
        "Aucune rame n'a quitté le dépôt mardi. Les conducteurs réclament une prime de 200 euros."
    ),
    "phare": (
        "---\ntitle: Un marché sous la halle\npublisher: Le Phare\npublished: 2022-05-03\n---\n\n"
        "Le marché de Lormont-le-Vieux ouvre sous sa halle rénovée. Lormont-le-Vieux fête ses maraîchers dimanche."
    ),
    "vigie": (
        "---\ntitle: Les trams repartent\npublisher: La Vigie\npublished: 2022-05-09\n---\n\n"
        "La grève des trams de Lormont-le-Vieux est terminée. La prime sera de 150 euros, selon la direction."
    ),
}


@pytest.mark.parametrize(
    "question",
    [
        "Que disent les différents médias du cessez-le-feu ?",
        "Que disent les journaux de la grève ?",
        "Que disent les journaux de l'eau potable ?",
        "Que rapportent les médias du nombre de morts ?",
        "Que dit chaque journal de la visite du ministre ?",
        "Quel bilan chaque média donne-t-il de l'incendie ?",
        "Selon les différents médias, combien d'habitants ont été évacués ?",
        "Comment les médias présentent-ils la grève ?",
        "What do the different newspapers say about the strike?",
        "Qu'en disent les autres journaux ? (Combien de morts y a-t-il ?)",
        "Et les autres médias ? (Combien de morts y a-t-il ?)",
        "Quel journal parle de la grève ?",
        "Quels journaux évoquent la prime ?",
        "Which newspapers mention the strike?",
        "Qu'en disent les autres titres ? (Combien de morts y a-t-il ?)",
        "Quels autres journaux en parlent ? (Combien de morts y a-t-il ?)",
        "What do the other newspapers say about the strike?",
        "Qu'écrivent les journaux de la grève ?",
        "Qu'ont dit les médias du nombre de grévistes ?",
        "Que nous apprennent les journaux sur la prime ?",
        "Que disent les différentes sources de la grève ?",
        "Que disent l'ensemble des journaux de la prime ?",
        "Quels chiffres donnent les différents journaux pour la prime ?",
        "Qu'en est-il de la grève dans les différents journaux ?",
        "Quels sont les points de vue des journaux sur la grève ?",
        "Que rapporte chacun des titres sur la grève ?",
        "Que disent les différents titres des bagarres du port ?",
        "Selon chacune des rédactions, qui a lancé la grève ?",
    ],
)
def test_it_is_put_to_every_publisher(question: str) -> None:
    assert asks_every_publisher(parse_query(question, vocabulary=()))


@pytest.mark.parametrize(
    "question",
    [
        "Que disent les médias russes de la grève ?",
        "Que disent les journaux de Paris ?",
        "Que disent les médias d'État ?",
        "Que disent les journaux du pouvoir ?",
        "Que disent les médias officiels de la grève ?",
        "Que dit chaque camp ?",
        "Combien de journalistes ont été blessés ?",
        "Quel journal a publié la vidéo ?",
        "Qu'ont dit les médias russes de la grève ?",
        "Que disent les articles de la loi ?",
        "Quels chiffres donnent les médias d'État ?",
    ],
)
def test_it_is_put_to_some_or_to_none(question: str) -> None:
    assert not asks_every_publisher(parse_query(question, vocabulary=()))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Yield an assistant over three articles of one town, two of them on its strike."""
    folder = tmp_path_factory.mktemp("asked")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    with assistant_over(folder) as (assistant, _):
        yield assistant


def _silent(answer: Answer) -> list[str]:
    return [one.text.split("\u00a0:")[0] for one in answer.remarks if one.kind == "silence"]


def test_the_name_of_the_town_is_no_point_that_a_publisher_has_something_on(made: Assistant) -> None:
    answer = made.ask("Que dit chaque journal de la grève des trams de Lormont-le-Vieux ?")
    assert _silent(answer) == ["Le Phare"]


def test_what_its_title_says_is_no_silence(made: Assistant) -> None:
    answer = made.ask("Que disent Le Courrier et La Vigie de la prime des trams de Lormont-le-Vieux ?")
    assert _silent(answer) == []


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Que rapporte chaque titre sur la menace de débrayage ?", ["menace", "débrayage"]),
        ("Que disent les différents titres du pont suspendu ?", ["pont", "suspendu"]),
        ("Comment chaque journal rend-il compte de la canicule ?", ["canicule"]),
        ("Que disent les uns et les autres, journal par journal, du tramway ?", ["tramway"]),
        ("Les journaux sont-ils d'accord sur le budget ?", ["budget"]),
        ("Les articles se contredisent-ils sur la facture du stade ?", ["facture", "stade"]),
        ("Les sources divergent-elles sur la cause du crash ?", ["cause", "crash"]),
        ("Qui parle de la digue ?", ["digue"]),
        ("Les journaux donnent-ils tous le même budget ?", ["budget"]),
        ("Que lit-on dans la presse sur la digue ?", ["digue"]),
        ("Do the newspapers agree on the budget?", ["budget"]),
        ("Que raconte chacun des journaux sur la digue ?", ["digue"]),
        ("Que disent les journaux du rôle du port ?", ["port"]),
        ("Que disent les médias du sort des marins ?", ["marins"]),
    ],
)
def test_its_subject_is_what_is_left_without_whom_it_is_put_to(question: str, subject: list[str]) -> None:
    query = parse_query(question, vocabulary=())
    assert asks_every_publisher(query)
    assert [term.word for term in on_its_subject(query).terms] == subject


@pytest.mark.parametrize(
    "question",
    [
        "Combien de titres de transport ont été vendus ?",
        "Les syndicats sont-ils d'accord sur la prime ?",
        "Qui parle au nom des riverains ?",
        "Qui parle de démission ?",
        "Que dit la presse locale de la digue ?",
        "Les articles de la convention sont-ils d'accord avec la loi ?",
    ],
)
def test_what_only_sounds_like_it_is_not_put_to_every_publisher(question: str) -> None:
    query = parse_query(question, vocabulary=())
    assert not asks_every_publisher(query) and on_its_subject(query) is query


@pytest.mark.parametrize(
    "question",
    ["Les journaux sont-ils d'accord sur le bilan ?", "Les sources divergent-elles sur le nombre de morts ?"],
)
def test_whether_they_agree_on_a_toll_asks_for_their_figures(question: str) -> None:
    wanted = figure_question(on_its_subject(parse_query(question, vocabulary=())))
    assert wanted is not None and wanted.kinds == {"killed"}


def test_two_that_are_named_are_asked_for_no_giving() -> None:
    papers = {"Le Courrier", "La Vigie"}
    query = parse_query("Le Courrier et La Vigie donnent-ils la même date ?", vocabulary=(), publishers=papers)
    assert [term.word for term in on_its_subject(query).terms] == ["date"]


def test_a_paper_that_is_asked_alone_and_has_nothing_is_said_to_have_nothing(made: Assistant) -> None:
    answer = made.ask("Que dit Le Phare de la grève des trams ?")
    assert answer.abstained and answer.reason != "off_topic"
    assert _silent(answer) == ["Le Phare"]


def test_what_nobody_surely_has_is_refused_and_the_quiet_are_named(made: Assistant) -> None:
    answer = made.ask("Que disent les journaux de la fusion nucléaire en Patagonie ?")
    assert answer.abstained
    assert _silent(answer) == ["La Vigie", "Le Courrier", "Le Phare"]


@pytest.mark.parametrize(
    ("question", "is_bare"),
    [
        ("Que disent les autres journaux ?", True),
        ("Qu'en disent les autres titres ?", True),
        ("Et les autres médias ?", True),
        ("Que dit chaque journal ?", True),
        ("Quels autres journaux en parlent ?", True),
        ("Les journaux sont-ils d'accord ?", True),
        ("What do the other newspapers say?", True),
        ("Que disent les autres journaux de la grève ?", False),
        ("Que disent les journaux de Paris ?", False),
        ("Que demandent les conducteurs ?", False),
    ],
)
def test_a_question_to_publishers_without_a_subject_is_known(question: str, *, is_bare: bool) -> None:
    assert asks_publishers_of_nothing(question) is is_bare


@pytest.mark.parametrize(
    "follow_up", ["Que disent les autres journaux ?", "Et les autres journaux ?", "Qu'en disent les autres titres ?"]
)
def test_the_other_papers_are_asked_what_was_asked_before(made: Assistant, follow_up: str) -> None:
    first = "De combien est la prime des conducteurs de trams ?"
    answer = made.ask(follow_up, history=[Turn(first, made.ask(first).text)])
    assert answer.understood == f"{follow_up} ({first})"
    heard = {one.article.publisher for one in answer.citations}
    assert "Le Courrier" in heard and "Le Phare" not in heard
    assert all("Phare" in one.text for one in answer.remarks if one.kind == "silence")
