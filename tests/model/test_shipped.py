"""What ships: small, in the formats its readers expect, and described."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.lexicon import background_idf, paraphrases, translations
from assistant.language.words import terms

MODEL = Path(__file__).parents[2] / "assistant" / "model"
LARGEST = 10_000_000  # bytes, all files together


def test_the_whole_folder_is_small_and_flat() -> None:
    assert all(path.is_file() for path in MODEL.iterdir() if path.name != "__pycache__")
    assert sum(path.stat().st_size for path in MODEL.iterdir() if path.is_file()) < LARGEST


def test_every_token_has_a_row() -> None:
    encoder = StaticEncoder.shipped()
    assert encoder.table.shape == (encoder.tokenizer.get_vocab_size(), encoder.dimension)


@pytest.mark.parametrize("name", ["lexicon_en_fr.tsv", "lexicon_fr_fr.tsv"])
def test_each_line_of_a_lexicon_is_a_word_and_probabilities(name: str) -> None:
    lines = (MODEL / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 3000
    assert lines == sorted(lines, key=lambda line: line.split("\t")[0])
    for line in lines:
        word, _, targets = line.partition("\t")
        pairs = [target.rpartition(":") for target in targets.split()]
        assert word
        assert pairs
        assert all(term and term != word * (name == "lexicon_fr_fr.tsv") and 0 < float(p) <= 1 for term, _, p in pairs)


@pytest.mark.parametrize(
    ("english", "french"),
    [("war", "guerre"), ("injured", "blessés"), ("army", "armée"), ("agreement", "accord"), ("border", "frontière")],
)
def test_words_of_the_news_are_translated(english: str, french: str) -> None:
    assert terms(french)[0] in translations(english)


def test_paraphrases_are_near_in_meaning() -> None:
    assert terms("battre")[0] in paraphrases(terms("combat")[0])


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    common, rare, unknown = (background_idf(terms(word)[0]) for word in ("président", "mercenaires", "zzyzx"))
    assert common < rare < unknown


@pytest.mark.parametrize("path", sorted(MODEL.glob("*")), ids=lambda path: path.name)
def test_the_card_names_every_file(path: Path) -> None:
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    assert path.name == "README.md" or path.name in card
