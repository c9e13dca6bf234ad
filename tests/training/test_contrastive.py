"""Training learns, repeats itself, and goes on from where it was interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from assistant.training.contrastive import Recipe, train_table
from assistant.training.pairs import Pairs
from assistant.training.tokenizers import train_wordpiece
from tests.training.made import PARALLEL, write_data

RECIPE = Recipe(dimension=64, prefixes=(32,), batch_size=16, epochs=4, seed=5)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Pairs:
    data = write_data(tmp_path_factory.mktemp("data"))
    tokenizer = train_wordpiece([text for pair in PARALLEL for text in pair], vocabulary=300)
    return Pairs(data, tokenizer, batch_size=RECIPE.batch_size, seed=RECIPE.seed)


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def test_an_epoch_repeats_and_the_next_differs(pairs: Pairs) -> None:
    first, again, second = pairs.epoch(0), pairs.epoch(0), pairs.epoch(1)
    assert [batch.left for batch in first] == [batch.left for batch in again]
    assert [batch.left for batch in first] != [batch.left for batch in second]


def test_every_pair_has_two_sides(pairs: Pairs) -> None:
    for batch in pairs.epoch(0):
        assert len(batch.left) == len(batch.right) == len(batch.group)
        assert all(batch.left)
        assert all(batch.right)


def test_the_loss_falls(pairs: Pairs, tmp_path: Path) -> None:
    losses: list[float] = []
    train_table(
        pairs,
        vocabulary=300,
        recipe=Recipe(dimension=64, prefixes=(32,), batch_size=16, epochs=12, seed=5),
        checkpoint=tmp_path / "c.safetensors",
        on_step=lambda step, planned, loss: losses.append(loss),
    )
    fifth = len(losses) // 5
    assert np.mean(losses[-fifth:]) < 0.7 * np.mean(losses[:fifth])


def test_the_same_seed_gives_the_same_table(pairs: Pairs, tmp_path: Path) -> None:
    tables = [train_table(pairs, vocabulary=300, recipe=RECIPE, checkpoint=tmp_path / f"{i}") for i in range(2)]
    assert np.array_equal(tables[0], tables[1])


def test_an_interrupted_training_ends_where_an_unbroken_one_does(pairs: Pairs, tmp_path: Path) -> None:
    whole = train_table(pairs, vocabulary=300, recipe=RECIPE, checkpoint=tmp_path / "whole")
    steps = 0

    def interrupt(step: int, planned: int, loss: float) -> None:
        nonlocal steps
        steps += 1
        if step > 3 * planned / 4 + 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_table(pairs, vocabulary=300, recipe=RECIPE, checkpoint=tmp_path / "broken", on_step=interrupt)
    resumed = train_table(pairs, vocabulary=300, recipe=RECIPE, checkpoint=tmp_path / "broken")
    assert steps > 0
    assert np.array_equal(whole, resumed)
