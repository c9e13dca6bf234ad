"""The tutorial pipeline: its chunks are where it says, and its model comes with a package or not at all."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import pairwise

import numpy as np
import pytest

from assistant.indexing.encoder import load_encoder
from eval.peers.tutorial import CHUNK_OVERLAP, CHUNK_SIZE, PACKAGE, PeerError, chunks, minilm, tutorial
from tests.eval.peers.conftest import ARTICLES, DAM, TOLL, article

needs_minilm = pytest.mark.skipif(find_spec(PACKAGE) is None, reason=f"{PACKAGE} is not installed: make peers")
PARAGRAPHS = "\n\n".join(f"Paragraphe {number}. {DAM} {TOLL}" for number in range(40))


def test_chunks_hold_the_whole_text_and_share_their_ends() -> None:
    text = f"  {PARAGRAPHS}\n\n{'mot ' * 700}"
    found = chunks(article("long", text, "Le Courrier", "2019-03-12"))
    assert all(chunk.end - chunk.start <= CHUNK_SIZE for chunk in found)
    held = {place for chunk in found for place in range(chunk.start, chunk.end)}
    assert all(character.isspace() for place, character in enumerate(text) if place not in held)
    shared = [before.end - after.start for before, after in pairwise(found)]
    assert max(shared) > 0
    assert all(length <= CHUNK_OVERLAP for length in shared)
    assert len({chunk.id for chunk in found}) == len(found) > 1


def test_an_article_without_text_has_no_chunk() -> None:
    assert chunks(article("empty", " \n", "Le Courrier", "2019-03-12")) == []


def test_the_nearest_chunk_is_quoted_whole_and_nothing_is_refused() -> None:
    told: list[tuple[int, int]] = []
    articles = {one.id: one for one in ARTICLES}
    peer = tutorial(articles, load_encoder(None), on_progress=lambda stage, done, total: told.append((done, total)))
    answer = peer.ask("Quand le barrage de Roche-Noire a-t-il cédé ?", top_k=5)
    assert answer.citations[0].quote == articles["barrage"].text
    assert [hit.passage.article_id for hit in answer.hits] == ["barrage", "musee"]
    assert told == [(2, 2)]
    assert peer.ask("Quel âge a la Lune ?").reason is None


def test_a_missing_package_is_named_with_the_command_that_brings_it() -> None:
    with pytest.raises(PeerError, match="make peers"):
        minilm("no_such_package_of_a_model")


@needs_minilm
def test_the_packaged_model_knows_what_is_alike() -> None:
    model = minilm()
    texts = ["The dam broke on Tuesday.", "A barrage collapsed this week.", "Her cat sleeps all day."]
    vectors = model.encode(texts, kind="document")
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
