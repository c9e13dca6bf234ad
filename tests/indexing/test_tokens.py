"""Tokens are counted offline, by an encoding that loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.indexing.tokens import count_tokens, encoding

# Lone surrogates are not text: UTF-8 has no bytes for them.
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


@given(TEXT)
def test_decoding_gives_the_text_back(text: str) -> None:
    assert encoding().decode(encoding().encode(text)) == text


@pytest.mark.parametrize("text", ["<|endoftext|>", "avant <|endofprompt|> après", "<|fim_prefix|>"])
def test_what_other_encodings_reserve_is_text_like_any_other(text: str) -> None:
    assert encoding().decode(encoding().encode(text)) == text


def test_counts_what_the_encoding_gives() -> None:
    text = "Le cessez-le-feu n’a pas été respecté, selon l'AFP."
    assert count_tokens(text) == len(encoding().encode(text))
    assert count_tokens("") == 0


def test_common_french_words_are_one_token() -> None:
    for word in (" gouvernement", " président", " guerre", " était", " ministère"):
        assert count_tokens(word) == 1, word


def test_every_byte_is_a_token() -> None:
    ranks = {encoding().decode_single_token_bytes(i) for i in range(encoding().n_vocab)}
    assert {bytes([byte]) for byte in range(256)} <= ranks


def test_a_long_run_of_one_letter_is_counted() -> None:
    assert 0 < count_tokens("a" * 200_000) <= 200_000
