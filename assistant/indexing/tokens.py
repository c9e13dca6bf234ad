"""Count tokens with tiktoken, offline: the ranks ship with the package and nothing is downloaded."""

from __future__ import annotations

import base64
from functools import lru_cache
from importlib import resources

import tiktoken

PATTERN = r" ?\p{L}+['’]?| ?\p{N}{1,3}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
_NAME = "presse_fr"


@lru_cache(maxsize=1)
def encoding() -> tiktoken.Encoding:
    """The package's own byte-level encoding, trained on French news.

    The file is read here, not by tiktoken's loader, which keeps a copy by path and would go on serving
    an old one. It has no special token, so text that happens to contain ``<|endoftext|>`` is text like any other.

    Returns:
        An encoding whose ``decode(encode(text))`` is ``text`` for every text without lone surrogates.
    """
    lines = (resources.files("assistant") / "model" / "ranks.tiktoken").read_text(encoding="ascii").splitlines()
    ranks = {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in lines)}
    return tiktoken.Encoding(_NAME, pat_str=PATTERN, mergeable_ranks=ranks, special_tokens={})


def count_tokens(text: str) -> int:
    """How many tokens of ``encoding()`` the text has; 0 for the empty text."""
    return len(encoding().encode_ordinary(text))
