"""Train the token table: the weighted mean of a text's rows should point where its partner's does.

Symmetric InfoNCE with in-batch negatives (van den Oord et al. 2018, arXiv:1807.03748) on the cosine,
also on a prefix of the dimensions (Matryoshka, Kusupati et al. 2022, arXiv:2205.13147), so that an
index may keep fewer. Adam with linear warm-up and decay, from random rows. A token of a text counts as
the root of its occurrences, as the encoder reads it, and a share of the different tokens is left out at
each step (word dropout, Iyyer et al. 2015, "Deep Unordered Composition Rivals Syntactic Methods"):
without it the table learns the training articles by heart. The last epochs take articles on like subjects
into the same batches.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
import torch
from safetensors.torch import load_file, save_file

from assistant.training.pairs import Batch, Pairs

_LEAST_TOKENS = 2  # a text of fewer is kept whole


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that, with the data, decides the trained table.

    ``dropout`` is the share of a text's tokens left out, ``random_share`` the share of the epochs before
    batches hold like subjects; the names of the others are the usual ones.
    """

    dimension: int = 1792
    prefixes: tuple[int, ...] = (256,)
    batch_size: int = 1024
    epochs: int = 12
    learning_rate: float = 0.02
    warm_up: float = 0.1
    scale: float = 20.0
    initial_deviation: float = 0.2
    max_tokens: int = 240
    dropout: float = 0.2
    random_share: float = 0.6
    seed: int = 20201005


def train_table(
    pairs: Pairs,
    *,
    vocabulary: int,
    recipe: Recipe,
    checkpoint: Path,
    minutes: float | None = None,
    on_step: Callable[[int, int, float], None] | None = None,
) -> np.ndarray:
    """Train, or go on from ``checkpoint``, which is written after every epoch.

    Args:
        pairs: the training pairs.
        vocabulary: rows of the table.
        recipe: the settings.
        checkpoint: a safetensors file with table, Adam moments and epochs done.
        minutes: shorten the schedule, after measuring one epoch, to fit about this long; None keeps ``epochs``.
        on_step: called with steps done, steps planned and the loss.

    Returns:
        The table, ``(vocabulary, dimension) float32``.
    """
    generator = torch.Generator().manual_seed(recipe.seed)
    start = torch.randn(vocabulary, recipe.dimension, generator=generator) * recipe.initial_deviation
    table = torch.nn.Parameter(start)
    adam = torch.optim.Adam([table], lr=recipe.learning_rate, fused=True)
    done = _resume(checkpoint, table, adam) if checkpoint.exists() else 0
    epochs, began, first = recipe.epochs, time.monotonic(), done
    while done < epochs:
        late = done >= recipe.random_share * epochs
        batches = pairs.epoch(done, table=table.detach().numpy() if late else None)
        rng = np.random.default_rng([recipe.seed, done, 1])
        for number, batch in enumerate(batches, start=1):
            adam.param_groups[0]["lr"] = _learning_rate((done + number / len(batches)) / epochs, recipe)
            loss = _loss(table, batch, recipe, rng)
            adam.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call] # torch has no types here
            adam.step()
            if on_step is not None:
                on_step(done * len(batches) + number, epochs * len(batches), float(loss.detach()))
        done += 1
        if minutes is not None and done == first + 1:
            per_epoch = (time.monotonic() - began) / 60
            epochs = min(epochs, max(done, first + int(minutes / per_epoch)))
        _save(checkpoint, table, adam, done)
    return table.detach().numpy()


def _learning_rate(progress: float, recipe: Recipe) -> float:
    """The rate at a share of the training done: up in a line, then down in a line."""
    if progress < recipe.warm_up:
        return recipe.learning_rate * progress / recipe.warm_up
    return recipe.learning_rate * (1 - progress) / (1 - recipe.warm_up)


def _loss(table: torch.Tensor, batch: Batch, recipe: Recipe, rng: np.random.Generator) -> torch.Tensor:
    counted = _counted([*batch.left, *batch.right], len(table), recipe, rng)
    left, right = _Bag.apply(table, counted).chunk(2)  # type: ignore[no-untyped-call] # torch has no types here
    group = torch.from_numpy(batch.group)
    same = group[:, None] == group[None, :]
    same.fill_diagonal_(False)
    target = torch.arange(len(group))
    total = torch.zeros(())
    for dimension in (recipe.dimension, *recipe.prefixes):
        # Half precision: four times as quick, and its noise is nothing beside that of the sampling.
        a = torch.nn.functional.normalize(left[:, :dimension], dim=1).bfloat16()
        b = torch.nn.functional.normalize(right[:, :dimension], dim=1).bfloat16()
        logits = (recipe.scale * (a @ b.T).float()).masked_fill(same, -math.inf)
        both = torch.nn.functional.cross_entropy(logits, target) + torch.nn.functional.cross_entropy(logits.T, target)
        total = total + both / 2
    return total / (1 + len(recipe.prefixes))


def _counted(
    texts: Sequence[Sequence[int]], vocabulary: int, recipe: Recipe, rng: np.random.Generator
) -> scipy.sparse.csr_matrix:
    """The weight of each token in each text, ``(texts, vocabulary)``: root of its count, some left out, sum 1."""
    cut = [text[: recipe.max_tokens] for text in texts]
    ends = np.cumsum([0, *map(len, cut)], dtype=np.int32)
    tokens = np.fromiter((token for text in cut for token in text), dtype=np.int32, count=int(ends[-1]))
    counts = scipy.sparse.csr_matrix((np.ones(len(tokens), np.float32), tokens, ends), shape=(len(cut), vocabulary))
    counts.sum_duplicates()
    owner = np.repeat(np.arange(len(cut)), np.diff(counts.indptr))
    kept = rng.random(counts.nnz) >= recipe.dropout
    kept |= (np.bincount(owner[kept], minlength=len(cut)) < _LEAST_TOKENS)[owner]
    weights, owner = np.sqrt(counts.data[kept]), owner[kept]
    weights /= np.bincount(owner, weights, minlength=len(cut)).astype(np.float32)[owner]
    ends = np.cumsum([0, *np.bincount(owner, minlength=len(cut))], dtype=np.int32)
    return scipy.sparse.csr_matrix((weights, counts.indices[kept], ends), shape=counts.shape)


class _Bag(torch.autograd.Function):
    """A sparse matrix times the table. Both ways as bags of rows, whose own gradient torch makes slowly."""

    @staticmethod
    def forward(  # torch types its context as Any
        ctx: Any,  # noqa: ANN401
        table: torch.Tensor,
        weights: scipy.sparse.csr_matrix,
    ) -> torch.Tensor:
        ctx.weights = weights
        return _product(weights, table.detach())

    @staticmethod
    def backward(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor, None]:  # noqa: ANN401
        return _product(ctx.weights.T.tocsr(), gradient.contiguous()), None


def _product(weights: scipy.sparse.csr_matrix, rows: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.embedding_bag(
        torch.from_numpy(weights.indices).long(),
        rows,
        torch.from_numpy(weights.indptr).long(),
        mode="sum",
        per_sample_weights=torch.from_numpy(weights.data),
        include_last_offset=True,
    )


def _save(path: Path, table: torch.Tensor, adam: torch.optim.Adam, epochs: int) -> None:
    state = adam.state[table]
    tensors = {"table": table.detach(), "mean": state["exp_avg"], "square": state["exp_avg_sq"], "step": state["step"]}
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    save_file({**tensors, "epochs": torch.tensor(epochs)}, str(new))
    new.replace(path)


def _resume(path: Path, table: torch.nn.Parameter, adam: torch.optim.Adam) -> int:
    saved = load_file(str(path))
    with torch.no_grad():
        table.copy_(saved["table"])
    adam.state[table] = {"step": saved["step"], "exp_avg": saved["mean"], "exp_avg_sq": saved["square"]}
    return int(saved["epochs"])
