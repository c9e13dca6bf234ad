"""Expressions of several words that are one meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.folding import word_list
from assistant.language.phrases import content_of, find_phrases, key_of, terms_with_phrases, written_phrases
from assistant.language.words import positioned_terms, stem


def heads(text: str) -> list[str]:
    return [head for phrase in find_phrases(word_list(text.casefold())) for head in phrase.heads]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Trois civils ont perdu la vie dans l'attaque.", "mourir"),
        ("Le vieil homme a rendu l'âme.", "mourir"),
        ("Des manifestants ont mis le feu à la mairie.", "incendier"),
        ("Le conducteur avait pris la fuite.", "fuir"),
        ("Le parlement donne son feu vert.", "autoriser"),
        ("Ils jettent l'éponge.", "abandonner"),
        ("Deux cents ouvriers seront mis à la porte.", "licencier"),
        ("La famille a porté plainte.", "plainte"),
        ("Les cheminots font grève.", "grève"),
        ("L'accord met fin à la guerre.", "cesser"),
        ("Le convoi a été pris hier pour cible.", "viser"),
        ("Un cessez-le-feu est entré en vigueur.", "trêve"),
        ("Le chef de l'État a parlé.", "président"),
        ("Les forces de l'ordre sont là.", "police"),
        ("LES FORCES DE L’ORDRE SONT LÀ.", "police"),
    ],
)
def test_an_expression_is_read_as_a_word(text: str, word: str) -> None:
    assert stem(word) in heads(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sa vie, il l'a perdue de vue.",
        "Il met en jeu la fin de sa carrière.",
        "Le feu est passé au vert foncé, puis au rouge.",
        "Les forces ont reçu un ordre.",
        "La porte est mise au rebut.",
    ],
)
def test_its_words_elsewhere_are_no_expression(text: str) -> None:
    assert heads(text) == []


def test_the_longest_of_two_expressions_is_taken() -> None:
    assert heads("Cela a mis le feu aux poudres.") == [stem("provoquer")]
    assert stem("suicide") in heads("Il a mis fin à ses jours.")


def test_the_place_is_that_of_its_first_word_and_all_terms_stay() -> None:
    text = "Hier, trois civils ont perdu la vie."

    assert set(positioned_terms(text)) <= set(terms_with_phrases(text))
    assert (stem("mourir"), 4) in terms_with_phrases(text)
    assert terms_with_phrases("Trois civils sont là.") == positioned_terms("Trois civils sont là.")


def test_what_it_is_made_of_leaves_out_a_verb_that_goes_with_anything() -> None:
    words = word_list("mis le feu")
    assert content_of(find_phrases(words)[0], words) == (stem("feu"),)


def test_every_expression_can_be_found_and_none_stands_for_many_words() -> None:
    read: dict[tuple[str, ...], set[str]] = {}
    for head, expressions in written_phrases().items():
        assert head.isalpha() and head == head.lower(), head
        for expression in expressions:
            assert expression == expression.strip().lower(), expression
            assert len(key_of(expression)) >= 2, expression
            assert stem(head) in heads(expression), expression
            read.setdefault(key_of(expression), set()).add(head)
    assert sum(map(len, written_phrases().values())) >= 300
    assert all(len(words) <= 2 for words in read.values())


@given(st.lists(st.sampled_from("mis le feu à la porte fin vie perdu les forces de l ordre vert".split()), max_size=12))
def test_expressions_never_overlap(words: list[str]) -> None:
    places = [place for phrase in find_phrases(words) for place in phrase.places]
    assert places == sorted(set(places))
