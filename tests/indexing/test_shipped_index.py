"""The index that ships is what building it now, from the corpus and with the encoder that ship, gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.indexing import store
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import Index, load_index
from assistant.indexing.manifest import ARTICLES, PASSAGES, TERMS
from assistant.settings import DEFAULTS

ROOT = Path(__file__).parents[2]
ADVICE = "the committed index is not that of the corpus: run `python -m assistant index` and commit index/"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = tmp_path_factory.mktemp("rebuilt")
    build_index(
        ROOT / DEFAULTS.corpus_dir,
        index,
        encoder=load_encoder(None),
        max_tokens=DEFAULTS.max_tokens,
        overlap_sentences=DEFAULTS.overlap_sentences,
    )
    return index


def load(index: Path) -> Index:
    return load_index(
        index,
        encoder=load_encoder(None),
        max_tokens=DEFAULTS.max_tokens,
        overlap_sentences=DEFAULTS.overlap_sentences,
    )


def test_it_matches_the_corpus_the_settings_and_the_encoder(rebuilt: Path) -> None:
    (was, old), (now, new) = store.read(ROOT / DEFAULTS.index_dir), store.read(rebuilt)

    assert was.recipe == now.recipe, ADVICE
    for name in (ARTICLES, PASSAGES, TERMS):
        assert old[name] == new[name], f"{name}: {ADVICE}"


def test_it_matches_the_numbers(rebuilt: Path) -> None:
    """Floats are compared, not hashed: another processor may round the last bit of a sum otherwise."""
    was, now = load(ROOT / DEFAULTS.index_dir), load(rebuilt)

    step = 2 * float(now.dense.tails.steps.max())  # another last bit may round to the next step
    np.testing.assert_allclose(was.dense.vectors, now.dense.vectors, atol=1e-5 + step, err_msg=ADVICE)
    for term in now.lexical.vocabulary:
        np.testing.assert_allclose(was.lexical.scores([term]), now.lexical.scores([term]), rtol=1e-5, err_msg=ADVICE)


def test_nothing_is_left_beside_it() -> None:
    assert store.leftovers(ROOT / DEFAULTS.index_dir) == []
