"""The hand-written thesaurus: how its lines are read, and that they are well formed."""

from __future__ import annotations

import re

import pytest

from assistant.language.folding import fold
from assistant.language.names import gazetteer
from assistant.language.thesaurus import FORM, LOOSE, SAME, apart, thesaurus, ways_to_say, written_lines
from assistant.language.words import is_stop_word, stem

LINES = list(written_lines())


def weight(asked: str, said: str) -> float:
    return ways_to_say(stem(asked)).get(stem(said), 0.0)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("tuer", "abattre"),
        ("flic", "policiers"),
        ("boulot", "emploi"),
        ("fric", "argent"),
        ("bagnole", "voiture"),
        ("gosse", "enfants"),
        ("bouffe", "nourriture"),
        ("toubib", "médecin"),
        ("séisme", "secousse"),
        ("scrutin", "élection"),
        ("bénéfice", "profits"),
    ],
)
def test_what_is_asked_in_one_word_is_said_in_another(asked: str, said: str) -> None:
    assert weight(asked, said) == SAME


def test_a_spoken_word_is_asked_with_and_answers_nothing() -> None:
    assert weight("keuf", "policier") == SAME
    assert weight("policier", "keuf") == 0


def test_a_spoken_word_is_said_in_part_by_what_says_its_meaning() -> None:
    assert weight("bidasse", "soldat") == SAME
    assert weight("bidasse", "militaires") == pytest.approx(SAME * SAME)


def test_a_looser_relation_counts_less() -> None:
    assert 0 < LOOSE < SAME < FORM < 1
    assert weight("voiture", "berline") == weight("berline", "voiture") == LOOSE
    assert weight("savant", "astronome") == LOOSE
    assert weight("astronome", "savant") == 0


@pytest.mark.parametrize(("one", "other"), [("prendre", "pris"), ("mourir", "meurt"), ("tenir", "tient")])
def test_the_forms_of_an_irregular_verb_say_each_other_nearly_as_well_as_themselves(one: str, other: str) -> None:
    assert weight(one, other) == weight(other, one) == FORM


def test_every_line_relates_words_that_can_be_found() -> None:
    for line in LINES:
        left, sign, right = (*re.split(r" (!=|~>|>|~) ", line), "", "")[:3]
        words = [*left.split(), *right.split()]
        assert line == line.strip() == line.lower(), line
        assert all(word.isalpha() and not is_stop_word(fold(word)) for word in words), line
        assert all((fold(word),) not in gazetteer().keys for word in words), line
        assert bool(sign) == bool(right), line
        assert len({stem(word) for word in words}) >= 2, line
        assert {stem(word) for word in left.split()}.isdisjoint(stem(word) for word in right.split()), line


def test_no_word_says_everything() -> None:
    ways = {term: sum(weight >= SAME for weight in said.values()) for term, said in thesaurus().ways.items()}

    assert len(LINES) >= 1500
    assert max(ways.values()) <= 40
    assert sum(ways.values()) / len(ways) < 6


@pytest.mark.parametrize(
    ("asked", "said", "other"),
    [
        ("vents", "tempête", "écouler"),
        ("ventes", "écouler", "tempête"),
        ("trains", "convoi", "tempête"),
        ("gens", "personnes", "entraver"),
        ("arrêtée", "interpellée", "panne"),
        ("mère", "maman", "océan"),
        ("positif", "dopé", "attitude"),
        ("taxes", "impôts", "chauffeur"),
    ],
)
def test_words_of_one_stem_are_kept_apart(asked: str, said: str, other: str) -> None:
    ways = ways_to_say(stem(asked), asked)
    assert stem(said) in ways
    assert stem(other) not in ways


def test_words_kept_apart_share_their_stem_with_another() -> None:
    stems_of = {word: stem(word) for word in apart()}
    for word, same in apart().items():
        assert word in same
        assert any(stems_of[other] == one for one in map(stem, same) for other in apart().keys() - same), word


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("manif", "cortège"),
        ("parlementaire", "sénatrice"),
        ("débrayage", "grève"),
        ("décaler", "reporter"),
        ("grossir", "gonfler"),
        ("fouiller", "perquisitionner"),
        ("emmener", "conduire"),
        ("rescapé", "survivants"),
        ("prétendre", "soutenir"),
        ("relaxe", "acquittement"),
    ],
)
def test_changes_offices_and_protest_are_said_in_other_words(asked: str, said: str) -> None:
    assert weight(asked, said) == SAME


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("dépollution", "nettoyage"),
        ("enregistrement", "bande"),
        ("espèces", "liquide"),
        ("interrogé", "entendu"),
        ("boss", "président"),
        ("souiller", "contaminer"),
        ("céder", "rompre"),
        ("rogner", "réduire"),
    ],
)
def test_affairs_fires_and_prices_are_said_in_other_words(asked: str, said: str) -> None:
    assert weight(asked, said) == SAME


def test_the_irregular_forms_of_what_says_a_word_say_it_too() -> None:
    assert weight("céder", "rompu") == pytest.approx(FORM * SAME)
    assert weight("voiture", "berlines") == LOOSE
