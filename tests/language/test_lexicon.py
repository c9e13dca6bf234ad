"""What the tables of words say, and that they are well formed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.language import lexicon
from assistant.language.folding import fold
from assistant.language.thesaurus import thesaurus
from assistant.language.words import stem, terms

MODEL = Path(lexicon.__file__).parents[1] / "model"
LANGUAGE = Path(lexicon.__file__).parent


def written_lines(name: str) -> list[str]:
    lines = (LANGUAGE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("ceasefire", "trêve"),
        ("casualties", "victimes"),
        ("president", "président"),
        ("accuses", "accuser"),
        ("accusing", "accuser"),
        ("cities", "ville"),
        ("earthquake", "séisme"),
        ("hospital", "hôpital"),
    ],
)
def test_an_english_word_is_translated(english: str, french: str) -> None:
    assert stem(french) in lexicon.translations(english)


def test_what_is_unknown_has_nothing() -> None:
    assert lexicon.translations("zzyzx") == {}
    assert lexicon.paraphrases("zzyzx") == {}
    assert lexicon.neighbours("zzyzx") == {}
    assert lexicon.synonyms("zzyzx") == lexicon.opposites("zzyzx") == frozenset()
    assert not lexicon.is_background_word("zzyzx")


@pytest.mark.parametrize(
    ("one", "other"), [("mort", "tué"), ("attentat", "attaque"), ("soldat", "militaires"), ("tenir", "tiennent")]
)
def test_synonyms(one: str, other: str) -> None:
    assert stem(other) in lexicon.synonyms(stem(one))


@pytest.mark.parametrize(
    ("one", "other"), [("guerre", "paix"), ("hausse", "baisse"), ("victoire", "défaite"), ("condamner", "saluer")]
)
def test_opposites(one: str, other: str) -> None:
    assert stem(other) in lexicon.opposites(stem(one))


def test_opposites_are_mutual_and_nothing_is_its_own_synonym() -> None:
    known = thesaurus().ways.keys() | thesaurus().opposites.keys()

    assert known
    for term in known:
        assert term not in lexicon.synonyms(term)
        assert all(term in lexicon.opposites(other) for other in lexicon.opposites(term)), term


def test_every_line_of_english_press_translates_one_word() -> None:
    seen: set[str] = set()
    for line in written_lines("english_press.txt"):
        word, colon, french = line.partition(": ")
        assert colon, line
        assert word == fold(word).strip(), line
        assert len(word.split()) == 1, line
        assert terms(french), line
        assert word not in seen, line
        seen.add(word)


@pytest.mark.parametrize("name", ["lexicon_en_fr.tsv", "lexicon_fr_fr.tsv", "neighbours.tsv"])
def test_every_line_of_a_table_has_weights(name: str) -> None:
    sources: set[str] = set()
    for line in (MODEL / name).read_text(encoding="utf-8").splitlines():
        source, tab, targets = line.partition("\t")
        assert source and tab and targets, line
        assert source not in sources, line
        sources.add(source)
        for target in targets.split():
            term, _, weight = target.rpartition(":")
            assert term and 0 < float(weight) <= 1, line


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    common, rare, unknown = (lexicon.background_idf(term) for term in (stem("pays"), stem("belliqueux"), "zzyzx"))

    assert 0 < common < rare <= unknown
    assert lexicon.is_background_word(stem("pays"))
