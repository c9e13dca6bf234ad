"""Train the token table: the mean of a text's rows should point where its partner's does.

Symmetric InfoNCE with in-batch negatives (van den Oord et al. 2018, arXiv:1807.03748) on the cosine,
also on a prefix of the dimensions (Matryoshka, Kusupati et al. 2022, arXiv:2205.13147), so that an
index may keep fewer. Adam with linear warm-up and decay, from random rows.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
import torch
from safetensors.torch import load_file, save_file

from assistant.training.pairs import Batch, Ids, Pairs


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that, with the data, decides the trained table."""

    dimension: int = 1024
    prefixes: tuple[int, ...] = (256,)
    batch_size: int = 1024
    epochs: int = 12
    learning_rate: float = 0.02
    warm_up: float = 0.1
    scale: float = 20.0
    initial_deviation: float = 0.2
    max_tokens: int = 160
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
        batches = pairs.epoch(done)
        for number, batch in enumerate(batches, start=1):
            adam.param_groups[0]["lr"] = _learning_rate((done + number / len(batches)) / epochs, recipe)
            loss = _loss(table, batch, recipe)
            adam.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
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


def _loss(table: torch.Tensor, batch: Batch, recipe: Recipe) -> torch.Tensor:
    left = _bag(table, batch.left, recipe.max_tokens)
    right = _bag(table, batch.right, recipe.max_tokens)
    group = torch.from_numpy(batch.group)
    same = group[:, None] == group[None, :]
    same.fill_diagonal_(False)
    target = torch.arange(len(group))
    total = torch.zeros(())
    for dimension in (recipe.dimension, *recipe.prefixes):
        a = torch.nn.functional.normalize(left[:, :dimension], dim=1)
        b = torch.nn.functional.normalize(right[:, :dimension], dim=1)
        logits = (recipe.scale * a @ b.T).masked_fill(same, -math.inf)
        both = torch.nn.functional.cross_entropy(logits, target) + torch.nn.functional.cross_entropy(logits.T, target)
        total = total + both / 2
    return total / (1 + len(recipe.prefixes))


class _Bag(torch.autograd.Function):
    """Means of table rows. Sparse products are several times quicker here than ``EmbeddingBag``'s gradient."""

    @staticmethod
    def forward(  # torch types its context as Any
        ctx: Any,  # noqa: ANN401
        table: torch.Tensor,
        mean: scipy.sparse.csr_matrix,
    ) -> torch.Tensor:
        ctx.mean = mean
        return torch.from_numpy(mean @ table.detach().numpy())

    @staticmethod
    def backward(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor, None]:  # noqa: ANN401
        return torch.from_numpy(ctx.mean.T.tocsr() @ gradient.contiguous().numpy()), None


def _bag(table: torch.Tensor, texts: list[Ids], max_tokens: int) -> torch.Tensor:
    cut = [text[:max_tokens] for text in texts]
    lengths = np.array([len(text) for text in cut])
    ends = np.concatenate([[0], np.cumsum(lengths)])
    weights = np.repeat(1.0 / np.maximum(lengths, 1), lengths).astype(np.float32)
    columns = np.fromiter((token for text in cut for token in text), dtype=np.int32, count=int(ends[-1]))
    mean = scipy.sparse.csr_matrix((weights, columns, ends), shape=(len(cut), table.shape[0]))
    means: torch.Tensor = _Bag.apply(table, mean)  # type: ignore[no-untyped-call]
    return means


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
