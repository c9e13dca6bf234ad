"""Spellings of one name are paired, by table and by rule, in sentences of the press."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.training.spellings import Spellings, anglicised

TABLE = "\n".join(
    "\t".join(fields)
    for fields in (
        ("# key", "names", "demonyms", "seats"),
        ("chine", "chine|china", "chinois|chinoise", "pékin=beijing"),
        ("colline", "vieille colline|old hill", "", ""),
        ("otan", "otan|nato", "", ""),
    )
)
SENTENCES = [
    "Hier, la Chine a signé un accord avec l'OTAN.",
    "Le ministre est rentré de Pékin mardi.",
    "Le maire Anton Golovtchenko a parlé.",
    "La machine à café est en panne.",
]


@pytest.fixture(scope="module")
def spellings(tmp_path_factory: pytest.TempPathFactory) -> Spellings:
    table = tmp_path_factory.mktemp("names") / "names.tsv"
    table.write_text(TABLE, encoding="utf-8")
    return Spellings(SENTENCES, table=table)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Aliev", "Aliyev"),
        ("Pachinian", "Pashinyan"),
        ("Loukachenko", "Lukashenko"),
        ("Tchekhov", "Chekhov"),
        ("Zelenski", "Zelensky"),
        ("Sokolov", "Sokolov"),
    ],
)
def test_surnames_are_written_as_english_does(french: str, english: str) -> None:
    assert anglicised(french) == english


def test_names_are_of_the_table_and_of_the_press(spellings: Spellings) -> None:
    assert [list(names) for names in spellings.names] == [
        ["Chine", "China"],
        ["Pékin", "Beijing"],
        ["Vieille Colline", "Old Hill"],
        ["OTAN", "NATO"],
        ["Golovtchenko", "Golovchenko"],
    ]


def test_the_two_sides_spell_the_name_differently(spellings: Spellings) -> None:
    left, right, places = spellings.sample(200, np.random.default_rng(3))
    assert len(left) == len(right) == len(places) == 200
    for one, other, place in zip(left, right, places, strict=True):
        names = spellings.names[place]
        assert [name in one for name in names] == [name not in other for name in names]


def test_a_name_the_press_never_writes_borrows_the_sentence_of_another(spellings: Spellings) -> None:
    _, right, places = spellings.sample(100, np.random.default_rng(4))
    borrowed = [text for text, place in zip(right, places, strict=True) if place == 2]
    assert any("a signé un accord" in text or "Le ministre est rentré" in text for text in borrowed)


def test_a_name_inside_a_word_is_left_alone(spellings: Spellings) -> None:
    _, right, _ = spellings.sample(200, np.random.default_rng(5))
    assert not any("panne" in text for text in right)
