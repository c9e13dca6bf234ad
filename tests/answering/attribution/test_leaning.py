"""Sentences that point at the one before them, which is quoted with them."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.leaning import pointed_at
from assistant.answering.attribution.spoken import citations_of
from tests.answering.attribution.test_spoken import sentences_of

_BEFORE = "Deux caissiers de la gare d'Ormel ont été accusés de vol."


@pytest.mark.parametrize(
    "leaning",
    [
        "Ces accusations visent aussi leur chef.",
        "Cette affaire dure depuis trois ans.",
        "Cela a surpris leurs collègues.",
        "Ceux-ci ont été relâchés.",
        "Ils ont été relâchés jeudi.",
        "C'est ce qui est apparu lors d'un contrôle.",
    ],
)
def test_what_points_back_is_quoted_with_what_it_points_at(leaning: str) -> None:
    _, second = sentences_of(f"{_BEFORE} {leaning}")
    ((citation,),) = citations_of([[second]])
    assert citation.quote == f"{_BEFORE} {leaning}"


@pytest.mark.parametrize(
    "alone",
    [
        "Ce lundi, la gare est restée fermée.",
        "Cette semaine, la gare est restée fermée.",
        "Il faut attendre le procès.",
        "Il est possible que la gare ferme.",
        "Il y a trois guichets.",
        "La gare est restée fermée.",
        "Ce sont trois guichets.",
    ],
)
def test_what_stands_alone_is_quoted_alone(alone: str) -> None:
    _, second = sentences_of(f"{_BEFORE} {alone}")
    assert citations_of([[second]])[0][0].quote == alone


@pytest.mark.parametrize(
    "before",
    [
        "« Tout est faux », a déclaré la syndicaliste Anne Berger.",
        "Un troisième caissier aurait pris la fuite.",
        _BEFORE + "\n",
    ],
)
def test_nobody_else_s_words_and_no_other_paragraph_come_with_it(before: str) -> None:
    *_, last = sentences_of(f"{before} Cette affaire dure depuis trois ans.")
    assert citations_of([[last]])[0][0].quote == "Cette affaire dure depuis trois ans."


def test_the_first_sentence_points_at_nothing() -> None:
    text = "Ces accusations visent leur chef."
    assert pointed_at(text, 0, len(text)) is None
