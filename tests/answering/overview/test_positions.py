"""Who a sentence belongs to, and one line for each party."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answering.overview.actors import Actors, offices
from assistant.answering.overview.positions import positions
from assistant.answering.selection.sentences import ReadArticle, Sentence, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.types import Published
from tests.web.fake_assistant import article

TALKS = (
    "Le président chilien Pablo Varga a appelé à la reprise des négociations. Le ministère péruvien de la Défense a"
    " dénoncé des tirs sur ses villages. « Nous ne céderons pas », a affirmé Varga devant la presse. L'ONU demande une"
    " trêve de trois jours. La Bolivie est accusée de fournir des armes aux rebelles."
)


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder.shipped()


def _read(encoder: StaticEncoder, *texts: str) -> list[ReadArticle]:
    days = [Published(f"2021-03-{day:02d}", "day", "stated") for day in range(1, 20)]
    return [analyse(article(f"a{number}", text, published=days[number]), encoder) for number, text in enumerate(texts)]


def _lines(read: Sequence[ReadArticle], *, only_countries: bool = False) -> dict[str, str]:
    def fits(sentence: Sentence) -> bool:
        return True

    return {who: sentence.text for who, sentence in positions(read, fits=fits, most=8, only_countries=only_countries)}


def test_whoever_holds_an_office_speaks_for_the_country() -> None:
    assert offices([TALKS]) == {"varga": "@chili"}
    named = "La rencontre avec le ministre turc des Affaires étrangères, Ali Demir, a eu lieu."
    assert offices([named]) == {"demir": "@turquie"}


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("le ministère péruvien de la Défense", "@perou"),
        ("Moscou", "@russie"),
        ("Pablo Varga", "@chili"),
        ("les autorités arméniennes du Haut-Karabagh", "@haut_karabakh"),
        ("les séparatistes arméniens", "Séparatistes arméniens"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("le maire", "Maire"),
        ("des témoins", "Témoins"),
        ("la Russie et la Turquie", None),
        ("le ministère", None),
        ("cette étude", None),
    ],
)
def test_a_phrase_names_a_party(encoder: StaticEncoder, phrase: str, party: str | None) -> None:
    assert Actors(_read(encoder, TALKS)).party(phrase) == party


def test_each_party_has_a_line_in_its_own_words(encoder: StaticEncoder) -> None:
    lines = _lines(_read(encoder, TALKS + " Le Chili et le Pérou se parlent. Au Chili, on attend. Le Chili attend."))
    assert lines["Chili"].startswith("Le président chilien")
    assert lines["ONU"] == "L'ONU demande une trêve de trois jours."
    assert "Bolivie" not in lines  # others speak of it there


def test_the_newest_stand_is_quoted(encoder: StaticEncoder) -> None:
    old = "Le Chili refuse toute reprise des négociations avec ses voisins."
    new = "Le Chili soutient désormais un accord de paix avec ses trois voisins."
    counts = "Le Chili a annoncé que douze bateaux étaient rentrés au port hier soir."
    assert _lines(_read(encoder, old, new, counts))["Chili"] == new


def test_only_countries_when_countries_are_asked_for(encoder: StaticEncoder) -> None:
    read = _read(encoder, TALKS + " Le Chili attend.")
    assert "ONU" in _lines(read)
    assert set(_lines(read, only_countries=True)) <= {"Chili", "Pérou", "Bolivie"}
