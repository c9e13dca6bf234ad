"""Passages are exact spans of whole sentences that cover the article and hold to their size."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.indexing.passages import split_article
from assistant.indexing.tokens import count_tokens
from assistant.language.sentences import sentences
from assistant.types import Article, Passage, Published
from tests.indexing.corpora import article_text

WORDS = st.sampled_from(
    [
        "le",
        "L'OTAN",
        "a",
        "dit",
        "M.",
        "Dupont",
        "49.3",
        "« oui »",
        "déjà",
        "—",
        "Erdoğan",
        "(AFP)",
        "anticonstitutionnel",
    ]
)
ODD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
LONG = st.integers(20, 400).map(lambda length: "bombardé" * (length // 8 + 1))
GAPS = st.sampled_from([" ", ". ", ".", " ! ", " ? ", "… ", "\n", "\n\n", ".\n\n \t\n", "\u00a0", "\u202f; "])
TEXTS = st.lists(st.tuples(st.one_of(WORDS, WORDS, WORDS, ODD, LONG), GAPS), max_size=60).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
SIZES = st.sampled_from([4, 8, 20, 60, 120])


def article(text: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", digest)


def split(text: str, *, max_tokens: int = 40, overlap: int = 1) -> tuple[Passage, ...]:
    return split_article(article(text), max_tokens=max_tokens, overlap_sentences=overlap)


@settings(max_examples=400)
@given(text=TEXTS, max_tokens=SIZES, overlap=st.integers(0, 3))
@example(text="Oui. " * 200, max_tokens=20, overlap=1)  # the same sentence again and again
@example(text="\U00010000\U00010001. \U00010000", max_tokens=4, overlap=1)  # the codes sentences are handed over as
@example(text="a" * 5000, max_tokens=4, overlap=1)
@example(text="\U0001f600" * 300, max_tokens=8, overlap=0)
@example(text="bombardé" * 17 + ".anticonstitutionnel ", max_tokens=20, overlap=0)  # joined, they count more
@example(text="", max_tokens=4, overlap=0)
def test_passages_cover_the_text_in_order_and_hold_to_their_size(text: str, max_tokens: int, overlap: int) -> None:
    passages = split(text, max_tokens=max_tokens, overlap=overlap)

    covered = {place for passage in passages for place in range(passage.start, passage.end)}
    assert all(place in covered or text[place].isspace() for place in range(len(text)))
    assert all(earlier.start < later.start and earlier.end < later.end for earlier, later in pairs(passages))
    for passage in passages:
        words = text[passage.start : passage.end]
        assert words == words.strip() != ""
        assert count_tokens(words) <= max_tokens
    assert [passage.id for passage in passages] == [f"a#{number}" for number in range(len(passages))]


@settings(max_examples=200)
@given(text=TEXTS, max_tokens=SIZES, overlap=st.integers(0, 3))
def test_a_sentence_that_fits_is_whole_in_a_passage(text: str, max_tokens: int, overlap: int) -> None:
    passages = split(text, max_tokens=max_tokens, overlap=overlap)

    for start, end in sentences(text):
        if count_tokens(text[start:end]) <= max_tokens:
            assert any(passage.start <= start and end <= passage.end for passage in passages)


@settings(max_examples=200)
@given(text=TEXTS, overlap=st.integers(0, 3))
def test_a_passage_repeats_no_more_sentences_than_asked(text: str, overlap: int) -> None:
    spans = sentences(text)

    for earlier, later in pairs(split(text, max_tokens=60, overlap=overlap)):
        repeated = [span for span in spans if span[0] < earlier.end and span[1] > later.start]
        assert len(repeated) <= overlap or all(count_tokens(text[slice(*span)]) > 60 for span in repeated)


@pytest.mark.parametrize("overlap", [1, 2])
def test_short_sentences_are_repeated_as_asked(overlap: int) -> None:
    text = " ".join(f"Le témoin {number} a parlé." for number in range(100))

    passages = split(text, max_tokens=80, overlap=overlap)

    assert len(passages) > 5
    for earlier, later in pairs(passages):
        assert text[later.start : earlier.end].count("Le témoin") == overlap


def test_passages_are_filled() -> None:
    text = article_text(1, 200)

    passages = split(text, max_tokens=120, overlap=0)

    sizes = [count_tokens(text[passage.start : passage.end]) for passage in passages[:-1]]
    assert min(sizes) > 60
    assert sum(sizes) / len(sizes) > 90


def test_an_abbreviation_does_not_end_a_passage() -> None:
    text = " ".join(["Selon M. Dupont, l'art. 49.3 sera utilisé lundi."] * 30)

    for passage in split(text, max_tokens=40, overlap=0):
        assert text[passage.start : passage.end].startswith("Selon M.")
        assert text[passage.start : passage.end].endswith("lundi.")


def test_white_space_gives_no_passage() -> None:
    assert split(" \n\u00a0\n\t") == ()


@pytest.mark.parametrize(("max_tokens", "overlap"), [(3, 0), (0, 1), (-1, 1), (120, -1)])
def test_senseless_parameters_are_refused(max_tokens: int, overlap: int) -> None:
    with pytest.raises(ValueError, match="expected"):
        split("Une phrase.", max_tokens=max_tokens, overlap=overlap)


def pairs(passages: tuple[Passage, ...]) -> list[tuple[Passage, Passage]]:
    return list(pairwise(passages))
