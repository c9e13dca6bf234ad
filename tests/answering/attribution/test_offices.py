"""What an article says somebody is, beside the name, in the forms of the press."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.people import introduced, offices_by_name, people_of

AS_MINISTER = (
    "Marc Levant, ministre de la Santé, a promis des lits.",
    "Marc Levant, 54 ans, ministre de la Santé, a promis des lits.",
    "Marc Levant (ministre de la Santé) a promis des lits.",
    "Marc Levant – ministre de la Santé – a promis des lits.",
    "Marc Levant, médecin et ministre de la Santé, a promis des lits.",
    "Marc Levant, médecin, ministre de la Santé, a promis des lits.",
    "Le ministre de la Santé, Marc Levant, a promis des lits.",
    "Marc Levant est ministre de la Santé depuis mars.",
    "Marc Levant a été nommé ministre de la Santé en mars.",
    "Marc Levant, qui est ministre de la Santé, a promis des lits.",
    "Marc Levant, alors ministre de la Santé, a promis des lits.",
    "Marc Levant, l'actuel ministre de la Santé, a promis des lits.",
    "Ministre de la Santé depuis mars, Marc Levant a promis des lits.",
    "Nommé ministre de la Santé, Marc Levant a promis des lits.",
)


@pytest.mark.parametrize("text", AS_MINISTER)
def test_an_office_and_its_body_are_read_beside_the_name(text: str) -> None:
    (person,) = people_of(text)
    assert person.name == "Marc Levant"
    assert ("ministr", "Santé") in [(office.head, office.body) for office in person.offices]


@pytest.mark.parametrize(
    "text",
    [
        "Répondant à la salle, Marc Levant a promis des lits.",
        "Marc Levant, le préfet Paul Roux et deux médecins ont promis des lits.",
        "Marc Levant est responsable, et il le sait.",
        "Marc Levant est important. Le ministre, lui, se tait.",
        "Marc Levant, de son côté, a promis des lits.",
    ],
)
def test_what_is_said_of_another_or_of_nobody_is_no_office(text: str) -> None:
    levant = next(one for one in people_of(text) if one.name == "Marc Levant")
    assert levant.offices == ()


def test_each_of_several_people_has_his_own_office() -> None:
    text = "Marc Levant, ministre de la Santé, le préfet Paul Roux et Anne Rey, maire de Brast, ont parlé."
    told = {name: [office.head for office in offices] for name, offices in offices_by_name([text]).items()}
    assert told == {"levant": ["ministr"], "roux": ["prefet"], "rey": ["mair"]}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Anne Rey, de l'association Eaux vives, a parlé.", "association Eaux vives"),
        ("Anne Rey, du syndicat des éclusiers, a parlé.", "syndicat des éclusiers"),
        ("Anne Rey, de la CGT, a parlé.", "CGT"),
        ("Anne Rey, qui dirige le port de Brast, a parlé.", "le port de Brast"),
        ("Anne Rey, à la tête de l'hôpital, a parlé.", "l'hôpital"),
        ("Anne Rey, maire (DVG) de Brast, a parlé.", "Brast"),
    ],
)
def test_a_body_alone_is_told_as_well(text: str, body: str) -> None:
    assert [office.body for office in people_of(text)[0].offices] == [body]


def test_articles_together_tell_for_whom_somebody_can_speak() -> None:
    known = introduced(["Marc Sarven, ministre de la Santé, parle.", "Marc Sarven, de la CGT, se tait."])
    assert known == {"sarven": frozenset({"ministr", "sant", "cgt"})}
