"""The two vocabularies and the word counts, made from a few lines."""

from __future__ import annotations

import base64
from pathlib import Path

import tiktoken

from assistant.indexing.tokens import PATTERN
from assistant.training.background import write_background
from assistant.training.data import NewsDocument
from assistant.training.tokenizers import train_ranks, train_wordpiece

LINES = ["L'État a signé un accord.", "L’état de l'accord est connu depuis 2020.", "Un accord, deux accords."] * 5


def test_wordpiece_folds_case_accents_and_apostrophes() -> None:
    tokenizer = train_wordpiece(LINES, vocabulary=120)
    assert tokenizer.encode("L’ÉTAT").tokens == tokenizer.encode("l'etat").tokens
    assert tokenizer.encode("accord").tokens == ["accord"]


def test_ranks_make_an_encoding_that_loses_nothing(tmp_path: Path) -> None:
    train_ranks(LINES, tmp_path / "ranks", vocabulary=300)
    rows = [line.split() for line in (tmp_path / "ranks").read_text(encoding="ascii").splitlines()]
    ranks = {base64.b64decode(token): int(rank) for token, rank in rows}
    assert sorted(ranks.values()) == list(range(len(rows)))
    encoding = tiktoken.Encoding("made", pat_str=PATTERN, mergeable_ranks=ranks, special_tokens={})
    for text in (LINES[0], "ça, là… \u202f« œuf » 日本\n\n"):
        assert encoding.decode(encoding.encode(text)) == text
    assert len(encoding.encode(" accord")) == 1


def test_background_counts_articles_not_occurrences(tmp_path: Path) -> None:
    articles = [NewsDocument(str(i), "", "", "accord accord accord" if i else "guerre", "train") for i in range(4)]
    assert write_background(articles, tmp_path / "df", least=2) == 1
    assert (tmp_path / "df").read_text(encoding="utf-8") == "\t4\naccord\t3\n"
