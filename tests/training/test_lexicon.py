"""Word tables learnt from a dozen translated sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.language.words import terms
from assistant.training.lexicon import (
    Translations,
    align,
    english_to_french,
    paraphrases,
    write_table,
)
from tests.training.made import PARALLEL


@pytest.fixture(scope="module")
def found() -> Translations:
    return align(PARALLEL)


@pytest.mark.parametrize(
    ("english", "french"), [("dog", "chien"), ("sleeps", "dort"), ("horse", "cheval"), ("runs", "court")]
)
def test_a_word_is_translated_by_the_one_it_keeps_company_with(found: Translations, english: str, french: str) -> None:
    best, probability = english_to_french(found)[english][0]
    assert [best] == terms(french)
    assert 0.5 < probability <= 1 + 1e-9


def test_words_with_one_translation_are_paraphrases_and_never_of_themselves(found: Translations) -> None:
    table = paraphrases(found)
    cat, feline = terms("chat")[0], terms("félin")[0]
    assert feline in dict(table[cat])
    assert cat in dict(table[feline])
    assert all(term not in dict(best) for term, best in table.items())


def test_figures_are_never_translated() -> None:
    table = english_to_french(align([("Le 7 mai", "May 7"), ("Le 7 juin", "June 7"), ("Le 7 août", "August 7")]))
    assert "7" not in table
    assert all(not term.isdigit() for best in table.values() for term, _ in best)


def test_a_table_is_written_sorted_with_two_decimals(tmp_path: Path) -> None:
    write_table({"b": [("x", 0.5), ("y", 0.256)], "a": [("z", 1.0)]}, tmp_path / "t.tsv")
    assert (tmp_path / "t.tsv").read_text(encoding="utf-8") == "a\tz:1.00\nb\tx:0.50 y:0.26\n"
