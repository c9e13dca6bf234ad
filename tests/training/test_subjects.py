"""Texts of like words share a cluster, and those clusters share batches."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assistant.training.pairs import Pairs
from assistant.training.subjects import ARTICLES_PER_SUBJECT, subjects
from assistant.training.tokenizers import train_wordpiece
from tests.training.made import PARALLEL, write_data


def test_texts_of_the_same_words_are_one_subject() -> None:
    rng = np.random.default_rng(2)
    table = rng.normal(size=(60, 256)).astype(np.float32)
    kind = rng.integers(0, 3, size=3 * ARTICLES_PER_SUBJECT)
    texts = [list(rng.integers(20 * k, 20 * k + 20, size=30)) for k in kind]
    found = subjects(texts, table, rng)
    shares = [np.bincount(kind[found == cluster], minlength=3).max() for cluster in np.unique(found)]
    assert sum(shares) > 0.6 * len(kind)  # three balanced kinds by chance: 0.33
    assert len(np.unique(found)) <= 3


def test_a_text_without_tokens_has_a_subject_too() -> None:
    table = np.ones((5, 256), dtype=np.float32)
    assert len(subjects([[1, 2], [], [3]], table, np.random.default_rng(0))) == 3


def test_the_table_decides_the_batches_and_repeats_them(tmp_path: Path) -> None:
    data = write_data(tmp_path)
    (data / "qa_piaf_v1.0.jsonl").unlink()  # kept for the rankers: the encoder never learns from it
    tokenizer = train_wordpiece([text for pair in PARALLEL for text in pair], vocabulary=300)
    pairs = Pairs(data, tokenizer, batch_size=8, seed=1)
    table = np.random.default_rng(0).normal(size=(300, 64)).astype(np.float32)
    first, again, random = pairs.epoch(3, table=table), pairs.epoch(3, table=table), pairs.epoch(3)
    assert [batch.left for batch in first] == [batch.left for batch in again]
    assert sum(len(batch.left) for batch in first) > 0
    assert len(first) == len(random)
