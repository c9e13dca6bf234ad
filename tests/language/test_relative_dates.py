"""One hundred dates said from where an article stands: the exact day, or none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.relative_dates import resolve
from assistant.types import Published

WEDNESDAY = "2020-10-07"
# The day the article appeared, a sentence with the expression between bars, the day or days meant.
CASES: tuple[tuple[str, str, str], ...] = (
    (WEDNESDAY, "Le ministre a annoncé |lundi| un plan d'aide.", "2020-10-05"),
    (WEDNESDAY, "|Mardi|, deux obus sont tombés sur le marché.", "2020-10-06"),
    (WEDNESDAY, "La mairie a fermé |mercredi| toutes les écoles.", "2020-10-07"),
    (WEDNESDAY, "Les secours sont arrivés |jeudi| dans la vallée.", "2020-10-01"),
    (WEDNESDAY, "Le pont s'est effondré |vendredi soir|.", "2020-10-02"),
    (WEDNESDAY, "Les pompiers ont travaillé |samedi matin| dans la rue.", "2020-10-03"),
    (WEDNESDAY, "|Dimanche après-midi|, la foule s'est dispersée.", "2020-10-04"),
    (WEDNESDAY, "La trêve signée |mardi dernier| a été rompue.", "2020-10-06"),
    (WEDNESDAY, "Il a démissionné |mercredi dernier|.", "2020-09-30"),
    (WEDNESDAY, "L'usine a brûlé |jeudi dernier|.", "2020-10-01"),
    (WEDNESDAY, "Le conseil se réunira |lundi prochain|.", "2020-10-12"),
    (WEDNESDAY, "Le procès s'ouvrira |mercredi prochain|.", "2020-10-14"),
    (WEDNESDAY, "La commission rendra son avis |vendredi|.", "2020-10-09"),
    (WEDNESDAY, "Le scrutin aura lieu |dimanche|.", "2020-10-11"),
    (WEDNESDAY, "Les obsèques seront célébrées |samedi matin|.", "2020-10-10"),
    (WEDNESDAY, "Le train va repartir |jeudi|.", "2020-10-08"),
    (WEDNESDAY, "|Ce mercredi|, la préfecture a relevé son bilan.", "2020-10-07"),
    (WEDNESDAY, "|Ce mardi|, l'armée a repris le village.", "2020-10-06"),
    (WEDNESDAY, "Elle a parlé |ce mercredi matin| devant la presse.", "2020-10-07"),
    (WEDNESDAY, "Un séisme a frappé la côte |hier|.", "2020-10-06"),
    (WEDNESDAY, "Le bilan s'est alourdi |hier soir|.", "2020-10-06"),
    (WEDNESDAY, "Il neigeait |avant-hier|.", "2020-10-05"),
    (WEDNESDAY, "La cour tranchera |demain|.", "2020-10-08"),
    (WEDNESDAY, "Le convoi partira |demain matin|.", "2020-10-08"),
    (WEDNESDAY, "Le texte sera voté |après-demain|.", "2020-10-09"),
    (WEDNESDAY, "|Aujourd'hui|, le calme est revenu.", "2020-10-07"),
    (WEDNESDAY, "|Aujourd’hui|, le calme est revenu.", "2020-10-07"),
    (WEDNESDAY, "Les bureaux ont ouvert |ce matin|.", "2020-10-07"),
    (WEDNESDAY, "Un couvre-feu s'applique |ce soir|.", "2020-10-07"),
    (WEDNESDAY, "|La nuit dernière|, un drone a été abattu.", "2020-10-06/2020-10-07"),
    (WEDNESDAY, "La ville a été bombardée |cette nuit|.", "2020-10-06/2020-10-07"),
    (WEDNESDAY, "|Dans la nuit de samedi à dimanche|, la digue a cédé.", "2020-10-03/2020-10-04"),
    (WEDNESDAY, "|Dans la nuit de mardi à mercredi|, la digue a cédé.", "2020-10-06/2020-10-07"),
    (WEDNESDAY, "L'incendie a éclaté |dans la nuit de dimanche à lundi|.", "2020-10-04/2020-10-05"),
    (WEDNESDAY, "L'incendie a éclaté |dans la nuit de mercredi à jeudi|.", "2020-09-30/2020-10-01"),
    (WEDNESDAY, "Les pluies ont redoublé |la nuit de vendredi à samedi|.", "2020-10-02/2020-10-03"),
    ("2020-10-05", "Dix maisons ont brûlé |ce week-end|.", "2020-10-03/2020-10-04"),
    ("2020-10-06", "Dix maisons ont brûlé |ce week-end|.", "2020-10-03/2020-10-04"),
    (WEDNESDAY, "Dix maisons ont brûlé |le week-end dernier|.", "2020-10-03/2020-10-04"),
    (WEDNESDAY, "La fête aura lieu |le week-end prochain|.", "2020-10-10/2020-10-11"),
    ("2020-10-04", "Les combats ont repris |ce week-end|.", "2020-10-03/2020-10-04"),
    (WEDNESDAY, "La fête sera donnée |ce week-end|.", "2020-10-10/2020-10-11"),
    (WEDNESDAY, "Le pays est en crise |depuis six jours|.", "2020-10-01/2020-10-02"),
    (WEDNESDAY, "Les combats durent |depuis dix jours|.", "2020-09-27/2020-09-28"),
    (WEDNESDAY, "Le quartier est privé d'eau |depuis 3 jours|.", "2020-10-04/2020-10-05"),
    (WEDNESDAY, "La route est coupée |depuis lundi|.", "2020-10-05"),
    (WEDNESDAY, "La route est coupée |depuis jeudi soir|.", "2020-10-01"),
    (WEDNESDAY, "La route est coupée |depuis hier|.", "2020-10-06"),
    (WEDNESDAY, "L'accord a été signé |il y a trois jours|.", "2020-10-04"),
    (WEDNESDAY, "L'accord a été signé |il y a 5 jours|.", "2020-10-02"),
    (WEDNESDAY, "L'accord a été signé |il y a une semaine|.", "2020-09-30"),
    (WEDNESDAY, "L'accord a été signé |il y a deux semaines|.", "2020-09-23"),
    (WEDNESDAY, "L'accord a été signé |il y a deux mois|.", "2020-08"),
    (WEDNESDAY, "L'accord a été signé |il y a vingt-six ans|.", "1994"),
    (WEDNESDAY, "Il vit ici |depuis trois ans|.", "2017"),
    (WEDNESDAY, "|Fin de semaine dernière|, ils étaient deux.", "2020-09-28/2020-10-04"),
    (WEDNESDAY, "Deux réunions ont eu lieu |cette semaine|.", "2020-10-05/2020-10-11"),
    (WEDNESDAY, "Le vote aura lieu |la semaine prochaine|.", "2020-10-12/2020-10-18"),
    (WEDNESDAY, "Le chômage a baissé |le mois dernier|.", "2020-09"),
    (WEDNESDAY, "Le chômage baissera |le mois prochain|.", "2020-11"),
    (WEDNESDAY, "Le chômage a baissé |l'an dernier|.", "2019"),
    (WEDNESDAY, "Le chômage a baissé |l’année dernière|.", "2019"),
    (WEDNESDAY, "Le chômage a baissé |cette année|.", "2020"),
    (WEDNESDAY, "L'escalade a commencé le |27 septembre|.", "2020-09-27"),
    (WEDNESDAY, "Le |1er octobre|, la ville a été touchée.", "2020-10-01"),
    (WEDNESDAY, "Ce |7 octobre|, la ville est calme.", "2020-10-07"),
    (WEDNESDAY, "Le |28 décembre|, un avion s'était écrasé.", "2019-12-28"),
    (WEDNESDAY, "L'audience se tiendra le |15 décembre|.", "2020-12-15"),
    (WEDNESDAY, "L'audience se tiendra le |3 février prochain|.", "2021-02-03"),
    (WEDNESDAY, "L'audience s'est tenue le |3 février dernier|.", "2020-02-03"),
    (WEDNESDAY, "Il est venu le |lundi 5 octobre|.", "2020-10-05"),
    (WEDNESDAY, "Il est venu le |dimanche 27 septembre|.", "2020-09-27"),
    (WEDNESDAY, "Il est mort le |samedi 14 décembre|.", "2019-12-14"),
    (WEDNESDAY, "Il viendra le |vendredi 16 octobre|.", "2020-10-16"),
    (WEDNESDAY, "Il est né le |12 mai 1980|.", "1980-05-12"),
    (WEDNESDAY, "La récolte a été bonne en |août|.", "2020-08"),
    (WEDNESDAY, "La loi entrera en vigueur en |janvier|.", "2021-01"),
    (WEDNESDAY, "La loi est entrée en vigueur en |décembre|.", "2019-12"),
    ("2017-01-03", "Une attaque a eu lieu le |31 décembre|.", "2016-12-31"),
    ("2017-01-03", "Une attaque avait eu lieu |vendredi|.", "2016-12-30"),
    ("2017-01-03", "Le feu a pris |dans la nuit de samedi à dimanche|.", "2016-12-31/2017-01-01"),
    ("2017-01-03", "Le prix a doublé |le mois dernier|.", "2016-12"),
    ("2016-03-01", "Le texte a été signé |hier|.", "2016-02-29"),
    ("2016-03-01", "Le texte a été signé |il y a trois jours|.", "2016-02-27"),
    (WEDNESDAY, "Le |27 septembre|, les combats ont repris.", "2020-09-27"),
    (WEDNESDAY, "Le 27 septembre, les combats ont repris ; |la veille|, tout était calme.", "2020-09-26"),
    (WEDNESDAY, "Lundi, la ville a été prise. |Le lendemain|, elle brûlait.", "2020-10-06"),
    (WEDNESDAY, "Le 1er octobre, il a démissionné. |Le même jour|, un autre a été nommé.", "2020-10-01"),
    (WEDNESDAY, "Samedi, il a plu. |Ce jour-là|, personne n'est sorti.", "2020-10-03"),
    (WEDNESDAY, "Samedi, il a plu. |Le surlendemain|, la route a rouvert.", "2020-10-05"),
    (WEDNESDAY, "Samedi, il a plu ; |l'avant-veille|, il neigeait.", "2020-10-01"),
    ("2020-09-30", "Le chef de la diplomatie russe les a appelés ce |30 septembre| à cesser le feu", "2020-09-30"),
    ("2020-10-02", "Mais sur le terrain, les affrontements violents se poursuivent |depuis six jours|.",
     "2020-09-26/2020-09-27"),
    ("2020-10-02", "L'Arménie a annoncé avoir abattu |la nuit dernière| un drone", "2020-10-01/2020-10-02"),
    ("2020-10-02", "a été touchée |jeudi| par des tirs de roquettes d'une violence encore jamais vue", "2020-10-01"),
    ("2020-10-05", "|Ce lundi|, les séparatistes arméniens ont accusé l'armée azerbaïdjanaise", "2020-10-05"),
    ("2020-11-01", "depuis le début de l’escalade le |27 septembre| dans et autour du territoire", "2020-09-27"),
    ("2020-11-01", "Le |1er novembre|, les dirigeants du Haut-Karabagh ont accusé les forces", "2020-11-01"),
    ("2020-11-01", "ont affirmé au cours |du week-end| que les forces armées", "2020-10-31/2020-11-01"),
    ("2020-11-01", "Nikol Pachinian a officiellement demandé le |31 octobre| à Moscou", "2020-10-31"),
)  # fmt: skip
# What no article's date settles, or not one dated to the month.
UNRESOLVED: tuple[tuple[str, str], ...] = (
    *((date, text) for date in ("2023-09", "2023") for text in (
        "Il est venu |lundi|.", "Il est venu |mardi dernier|.", "Il est venu |hier|.", "C'était |ce week-end|.",
        "Les combats durent |depuis six jours|.", "Il a plu |dans la nuit de samedi à dimanche|.",
        "Il a plu |la nuit dernière|.", "Il est venu |il y a trois jours|.", "C'est |aujourd'hui|.",
        "Il viendra |demain|.", "C'était |la semaine dernière|.",
    )),
    ("2023", "Il est venu le |27 septembre|."), ("2023", "C'était |le mois dernier|."),
    (WEDNESDAY, "|La veille|, tout était calme."), (WEDNESDAY, "|Le lendemain|, tout était calme."),
    (WEDNESDAY, "Il a plu |dans la nuit de mardi|."), (WEDNESDAY, "Le marché se tient |le jeudi|."),
    (WEDNESDAY, "La réunion |de vendredi|."), (WEDNESDAY, "Il est venu |il y a quinze jours|."),
    (WEDNESDAY, "La ville fut fondée |il y a trois mille ans|."),
    (WEDNESDAY, "Le lac s'est formé |il y a 900000 jours|."),
    (WEDNESDAY, "La date du |15 décembre|."), (WEDNESDAY, "Il sera entendu |mercredi|."),
    (WEDNESDAY, "Fermé |ce week-end|."), ("2020-10-04", "C'était |le week-end dernier|."),
)  # fmt: skip


def _published(date: str | None) -> Published:
    if date is None:
        return Published()
    return Published(date, {10: "day", 7: "month", 4: "year"}[len(date)], "stated")  # type: ignore[arg-type]


def _meant(date: str | None, marked: str) -> str | None:
    text = marked.replace("|", "")
    start, end = marked.index("|"), marked.rindex("|") - 1
    [found] = [one for one in resolve(text, _published(date)) if one.start < end and start < one.end]
    if found.first is None or found.last is None:
        return None
    return found.first if found.first == found.last else f"{found.first}/{found.last}"


def test_there_are_a_hundred_expressions() -> None:
    assert len(CASES) == 100


def test_nineteen_in_twenty_come_to_the_exact_day_and_none_to_another() -> None:
    wrong = [(text, _meant(date, text), meant) for date, text, meant in CASES if _meant(date, text) != meant]
    assert len(wrong) <= 5, wrong
    assert [one for one in wrong if one[1] is not None] == []


@pytest.mark.parametrize(("date", "marked"), UNRESOLVED)
def test_what_the_date_does_not_settle_stays_open(date: str, marked: str) -> None:
    assert _meant(date, marked) is None


@pytest.mark.parametrize("marked", [text for _, text, meant in CASES if not meant.startswith("1980")])
def test_an_article_without_a_date_settles_nothing(marked: str) -> None:
    assert _meant(None, marked) is None


@pytest.mark.parametrize(
    "text", ["Le carnaval de Mardi gras.", "Le Journal du dimanche l'écrit.", "Le Vendredi saint.", "Tous les lundis."]
)
def test_a_name_and_a_habit_are_no_days(text: str) -> None:
    assert resolve(text, _published(WEDNESDAY)) == ()


def test_depuis_says_since_when() -> None:
    relations = {text: [one.relation for one in resolve(text, _published(WEDNESDAY))] for text in (
        "depuis lundi", "lundi", "depuis six jours", "depuis le 27 septembre", "le 27 septembre",
    )}  # fmt: skip
    assert relations == {"depuis lundi": ["since"], "lundi": ["on"], "depuis six jours": ["since"],
                         "depuis le 27 septembre": ["since"], "le 27 septembre": ["on"]}  # fmt: skip


@given(st.lists(st.sampled_from([text.replace("|", "") for _, text, _ in CASES]), max_size=4))
def test_spans_are_in_order_and_to_the_letter(parts: list[str]) -> None:
    text = " ".join(parts)
    found = resolve(text, _published(WEDNESDAY))
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)
