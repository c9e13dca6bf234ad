"""Seven publishers and tolls that grow: each figure of its own time, place, side and giver, none taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer, Turn
from tests.answering.made import made_assistant

_DISPATCH = (
    "Le bilan du séisme qui a frappé lundi la Sarvanie est monté à 132 morts, a annoncé mardi le ministère de"
    " l'Intérieur. Les secouristes ont travaillé toute la nuit à la lueur de lampes frontales. Plusieurs routes de"
    " montagne sont coupées par des glissements de terrain."
)
QUAKE: dict[str, tuple[str | None, str | None, str]] = {
    "j1": ("Le Midi", "2025-03-03", "Un séisme a frappé lundi la Sarvanie. Au moins 58 personnes ont été tuées."),
    "j2a": ("L'Éveil", "2025-03-04", _DISPATCH),
    "j2b": ("Info Sud", "2025-03-04", _DISPATCH),
    "j4": (
        "La Gazette", "2025-03-06",
        "Trois jours après le séisme, les autorités de Sarvanie comptent 247 morts. La Croix-Bleue, elle, avance plus"
        " de trois cents morts. Quelque 45 000 personnes ont été déplacées, selon la Croix-Bleue.",
    ),
    "j10": (
        "Le Littoral", "2025-03-12",
        "Le séisme du 3 mars en Sarvanie a fait 402 morts et 2 300 blessés, selon le dernier décompte officiel.",
    ),
    "j13": (
        "Radio Centre", "2025-03-15",
        "L'ONG Secours Alpin affirme que le séisme de Sarvanie aurait fait plus de 600 morts.",
    ),
    "j22": (
        "La Gazette", "2025-03-24",
        "Trois semaines après le séisme en Sarvanie, le bilan est de 467 morts et 2 650 blessés. Le nombre de déplacés"
        " est retombé à 31 000. L'État recense 12 000 sans-abri. Dix-neuf habitants sont morts à Mirelles.",
    ),
    "replique": (
        "L'Éveil", "2025-03-28",
        "Une réplique du séisme de Sarvanie a fait neuf morts et trente blessés jeudi, après l'évacuation de Corbenay.",
    ),
    "j35": (
        "Le Midi", "2025-04-07",
        "Le bilan du séisme du 3 mars en Sarvanie a été porté à 489 morts, après la découverte de huit corps près de"
        " Mirelles.",
    ),
    "perime": ("Info Sud", "2025-04-09", "Le séisme de Sarvanie, qui a fait plus de 400 morts, a ruiné la vallée."),
    "histoire": (
        None, None,
        "La Sarvanie a connu d'autres séismes. Le 25 avril 2015, un séisme y a fait 8 964 morts et 22 000 blessés.",
    ),
}  # fmt: skip
WAR: dict[str, tuple[str | None, str | None, str]] = {
    "g1": (
        "Le Midi", "2026-02-02",
        "La guerre a éclaté entre la Kavarie et l'Ostrénie. L'armée kavarienne affirme que 14 de ses soldats ont été"
        " tués. L'Ostrénie, comme les Ostréniens, attend.",
    ),
    "g2": (
        "L'Éveil", "2026-02-14",
        "La guerre continue entre la Kavarie et l'Ostrénie. La Kavarie reconnaît la mort de 140 de ses soldats."
        " L'Ostrénie dit avoir tué plus de 1 200 soldats kavariens. Douze civils ont été tués à Lestang.",
    ),
    "g3": (
        "La Gazette", "2026-02-20",
        "Kavarie et Ostrénie font la guerre des chiffres. La Kavarie admet 203 soldats tués et en revendique 1 500 chez"
        " l'ennemi. L'armée ostrénienne fait état de 85 morts parmi ses soldats.",
    ),
    "g4": (
        "Info Sud", "2026-03-03",
        "La guerre entre la Kavarie et l'Ostrénie est finie. Les deux armées comptent leurs morts. Un rapport de l'ONU"
        " évalue à plus de 1 100 le nombre total de soldats tués dans les deux camps.",
    ),
    "avant": (
        None, None,
        "Entre 1998 et 2000, une première guerre entre la Kavarie et l'Ostrénie avait fait 70 000 morts.",
    ),
}  # fmt: skip


_ORDERED = (
    "Combien de morts ?", "Combien de blessés ?", "Combien de déplacés ?", "Combien de soldats kavariens tués ?",
    "Combien de morts a fait le séisme en Sarvanie ?", "Combien de morts au 12 mars ?", "Quel est le dernier bilan ?",
    "Que disent les journaux du bilan ?", "Combien de civils tués ?", "Combien de morts à Mirelles ?",
)  # fmt: skip

EPIDEMIC: dict[str, tuple[str | None, str | None, str]] = {
    "e1": (
        "Le Midi", "2024-04-30",
        "Le choléra a tué 17 personnes en Sarvanie depuis février, a annoncé le ministère de la Santé. Il a recensé 412"
        " cas.",
    ),
    "e2": (
        "L'Éveil", "2024-05-15",
        "Le choléra a fait 98 morts en Sarvanie, selon le ministère. À Mirelles, on compte 122 cas de choléra et deux"
        " morts.",
    ),
    "e3": (
        "La Gazette", "2024-06-20",
        "Le choléra a fait 134 morts en Sarvanie, indique le ministère de la Santé, qui dénombre 8 700 cas. À Mirelles,"
        " le choléra a fait quatre morts.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def epidemic(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("epidemic"), articles=EPIDEMIC)


def test_the_dead_of_a_town_and_of_its_country_are_not_one_series(epidemic: Assistant) -> None:
    assert _values(epidemic.ask("Combien de morts du choléra en Sarvanie ?")) == [134, 98, 17]
    assert _values(epidemic.ask("Combien de morts du choléra à Mirelles ?")) == [4, 2]


def test_what_is_counted_may_be_named_in_the_sentence_before(epidemic: Assistant) -> None:
    assert _values(epidemic.ask("Combien de cas de choléra en Sarvanie ?")) == [8700, 412]


def test_the_dead_are_not_the_wounded(epidemic: Assistant) -> None:
    assert epidemic.ask("Combien de blessés ?").abstained


@pytest.fixture(scope="module")
def quake(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("quake"), articles=QUAKE)


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("war"), articles=WAR)


def _values(answer: Answer, *, event: int = 1) -> list[float | None]:
    return [point.value for point in answer.figures if point.event == event]


def test_a_toll_is_told_from_the_latest_back_and_other_episodes_are_left_out(quake: Assistant) -> None:
    answer = quake.ask("Combien de morts a fait le séisme en Sarvanie ?")
    assert _values(answer)[:5] == [489, 467, 402, 300, 247]
    assert next(point.value for point in answer.figures if point.latest) == 489
    assert not {8964, 9, 19, 8} & {point.value for point in answer.figures}


def test_an_old_figure_told_again_later_and_a_conditional_one_are_never_the_latest(quake: Assistant) -> None:
    answer = quake.ask("Combien de morts a fait le séisme en Sarvanie ?")
    assert answer.statements[0].text.startswith("Dernier chiffre du corpus, 7 avril 2025\u00a0: 489 morts")
    beside = {point.value: point for point in answer.figures if point.value in (400, 600)}
    numbers = {point.value: point.citation for point in answer.figures}
    assert all(numbers[489] < numbers[value] for value in beside)
    early = quake.ask("Combien de morts a fait le séisme en Sarvanie ?", as_of="2025-03-16")
    assert _values(early)[0] == 402


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Combien de morts au 12 mars ?", "402 morts"),
        ("Combien de morts au 14 mars ?", "402 morts"),
        ("Combien de morts au 24 mars 2025 ?", "467 morts"),
        ("Combien de blessés le 12 mars ?", "2 300 blessés"),
    ],
)
def test_a_day_asked_about_has_the_figure_of_that_day(quake: Assistant, question: str, value: str) -> None:
    [citation, *more] = quake.ask(question).citations
    assert value in citation.quote
    assert not any("467" in one.quote or "489" in one.quote for one in more)


def test_a_figure_of_an_earlier_day_is_called_the_last_one_known_by_then(quake: Assistant) -> None:
    assert quake.ask("Combien de morts au 10 mars ?").text.startswith("Dernier chiffre connu à cette date, 6 mars 2025")
    assert quake.ask("Combien de morts au 2 juin ?").figures == ()


def test_a_follow_up_with_a_day_asks_as_of_it(quake: Assistant) -> None:
    question = "Combien de morts a fait le séisme en Sarvanie ?"
    answer = quake.ask("Et au 12 mars ?", history=[Turn(question, quake.ask(question).text)])
    assert "402 morts" in answer.citations[0].quote


def test_the_day_of_an_event_tells_which_event_not_as_of_when(quake: Assistant) -> None:
    answer = quake.ask("Quel est le bilan du séisme du 3 mars ?")
    assert _values(answer)[0] == 489
    assert 8964 not in {point.value for point in answer.figures}


def test_a_question_whether_a_toll_has_grown_has_its_history(quake: Assistant) -> None:
    assert _values(quake.ask("Le bilan du séisme a-t-il augmenté ?"))[:3] == [489, 467, 402]


def test_those_without_a_roof_are_not_all_the_displaced(quake: Assistant) -> None:
    assert _values(quake.ask("Combien de déplacés ?")) == [31_000, 45_000]
    assert "12 000 sans-abri" in quake.ask("Combien de sans-abri ?").citations[0].quote


def test_a_town_has_its_own_dead(quake: Assistant) -> None:
    [citation] = quake.ask("Combien de morts à Mirelles ?").citations
    assert citation.quote == "Dix-neuf habitants sont morts à Mirelles."


def test_the_newspapers_are_asked_as_of_a_day_and_a_dispatch_is_one_origin(quake: Assistant) -> None:
    answer = quake.ask("Que disent les journaux du bilan du séisme au 4 mars ?")
    assert "132 morts" in answer.citations[0].quote
    assert [remark.text.count("2025") for remark in answer.remarks if remark.kind == "origin"] != []
    assert {"j2a", "j2b"} == {answer.citations[0].article.id, *answer.citations[0].also_in}


def test_each_side_has_its_own_dead_by_its_own_count_first(war: Assistant) -> None:
    answer = war.ask("Combien de soldats kavariens ont été tués ?")
    assert [(point.value, point.side) for point in answer.figures] == [
        (203, "kavar"), (140, "kavar"), (14, "kavar"), (1200, "kavar")
    ]  # fmt: skip
    assert [point.speaker for point in answer.figures][:2] == ["La Kavarie", "La Kavarie"]
    other = war.ask("Combien de soldats ostréniens ont été tués ?")
    assert [point.value for point in other.figures] == [85, 1500]


def test_what_a_party_says_of_its_enemy_is_asked_for_by_its_name(war: Assistant) -> None:
    assert "1 200" in war.ask("Combien de soldats kavariens sont morts selon l'Ostrénie ?").citations[0].quote
    assert "1 500" in war.ask("Combien de soldats ennemis la Kavarie dit-elle avoir tués ?").citations[0].quote


def test_both_sides_together_come_before_each_and_another_war_is_not_told(war: Assistant) -> None:
    answer = war.ask("Combien de morts a fait la guerre entre la Kavarie et l'Ostrénie ?")
    assert _values(answer)[0] == 1100
    assert 70_000 not in {point.value for point in answer.figures}


@pytest.mark.parametrize("made", ["quake", "war"])
def test_the_order_of_the_files_changes_no_series(made: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    articles = {"quake": QUAKE, "war": WAR}[made]
    names = sorted(articles)
    turned = {f"{place:02}-{name}": articles[name] for place, name in enumerate(reversed(names))}
    first, other = request.getfixturevalue(made), made_assistant(tmp_path, articles=turned)
    for question in _ORDERED:
        said = [
            ([(p.value, p.date, p.event, p.latest) for p in one.figures], [c.quote for c in one.citations], one.reason)
            for one in (first.ask(question), other.ask(question))
        ]
        assert said[0] == said[1], question


def test_a_mark_that_was_passed_is_not_the_latest_toll(tmp_path: Path) -> None:
    later = (
        "La coulée de boue de Mirelles a fait plus de morts qu'on ne craignait. Les 200 morts ont été dépassés."
        " On compte désormais 290 morts depuis mercredi."
    )
    made = made_assistant(
        tmp_path,
        articles={
            "avant": ("La Gazette", "2017-04-03", "La coulée de boue de Mirelles a fait 154 morts, puis 193 morts."),
            "apres": ("L'Éveil", "2017-04-06", later),
        },
    )
    answer = made.ask("Combien de morts la coulée de boue de Mirelles a-t-elle faits ?")
    assert (answer.figures[0].value, answer.figures[0].date) == (290, "2017-04-05")
    assert [point.value for point in answer.figures if point.latest] == [290]
