"""``python -m assistant.training``: make ``assistant/model/`` again, or measure what is there."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from assistant.indexing.static_encoder import TOKENIZER, StaticEncoder
from assistant.language.words import terms
from assistant.training.card import write_card
from assistant.training.contrastive import Recipe
from assistant.training.data import DATA
from assistant.training.evaluate import measure, tasks
from assistant.training.ship import MODEL, make_table, make_vocabularies, make_words, write_encoder

_STEPS = ("all", "vocabularies", "encoder", "words", "evaluate")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the steps asked for; ``all`` runs every one, in order.

    Returns:
        0, or 2 when the data is not where ``--data`` says.
    """
    recipe = Recipe()
    parser = argparse.ArgumentParser(prog="python -m assistant.training", description=__doc__)
    parser.add_argument("step", nargs="?", choices=_STEPS, default="all")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the public data sets (default: %(default)s)")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="checkpoints (default: %(default)s)")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder to write or measure (default: %(default)s)")
    parser.add_argument("--epochs", type=int, default=recipe.epochs, help="default: %(default)s")
    parser.add_argument("--minutes", type=float, help="stop training after about so long")
    parser.add_argument("--seed", type=int, default=recipe.seed, help="default: %(default)s")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads (default: %(default)s)")
    asked = parser.parse_args(arguments)
    if not asked.data.is_dir():
        print(f"{asked.data}: no such folder; name the folder of the data sets with --data", file=sys.stderr)
        return 2
    torch.set_num_threads(asked.threads)
    if asked.step == "vocabularies" or (asked.step == "all" and not (asked.work / TOKENIZER).exists()):
        make_vocabularies(asked.data, asked.work, asked.model)
    if asked.step in ("all", "encoder"):
        recipe = Recipe(epochs=asked.epochs, seed=asked.seed)
        table = make_table(asked.data, asked.work, recipe, minutes=asked.minutes)
        write_encoder(table, asked.work, asked.model)
    if asked.step in ("all", "words"):
        print(json.dumps(make_words(asked.data, asked.model)))
    if asked.step in ("all", "evaluate"):
        _evaluate(asked.data, asked.model)
    return 0


def _evaluate(data: Path, model: Path) -> None:
    encoder = StaticEncoder(model)
    figures: dict[str, dict[str, float]] = {}
    for task in tasks(data):
        bilingual = task.asked[0].name.startswith("NTREX")  # where BM25 has next to nothing to go by
        for name, found in measure(encoder, task, None if bilingual else terms):
            figures[name] = found
            print(json.dumps({name: {figure: round(value, 4) for figure, value in found.items()}}), flush=True)
    write_card(figures, model / "README.md")


if __name__ == "__main__":
    raise SystemExit(main())
