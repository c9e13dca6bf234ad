"""Read a dataset, whatever it is: our questions, a BEIR folder, or SQuAD JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from eval.datasets import beir, squad
from eval.datasets.dataset import Dataset, DatasetError, Question
from eval.datasets.jsonl import read_questions
from eval.datasets.reading import read_text, stem

Form = Literal["questions", "beir", "squad", "squad_rows"]
EXPECTED = "JSONL of questions (eval/README.md), SQuAD JSON, or a BEIR folder"


def read_dataset(path: Path, *, split: str | None = None) -> Dataset:
    """Read a dataset; what it is shows in its content.

    Args:
        path: a file or a folder.
        split: a BEIR folder is asked for the judgements of that name; the questions of a SQuAD file, which says
            nothing of it, are of ``dev`` when it is dev or train. None for test. Our own questions say it themselves.

    Raises:
        DatasetError: if it has none of the forms, or is malformed.
    """
    form = form_of(path)
    if form == "questions":
        return Dataset(stem(path), read_questions(path))
    if form == "beir":
        return beir.read_beir(path, split=split)
    return squad.read_squad(path, split="dev" if split in ("dev", "train") else "test", flat=form == "squad_rows")


def form_of(path: Path) -> Form:
    """Return which form a dataset has; ``questions`` where none shows, as its reader names what is wrong.

    Raises:
        DatasetError: if there is nothing at that path, or a folder that is none of BEIR.
    """
    if path.is_dir():
        if beir.find(path, "corpus.jsonl") and beir.find(path, "queries.jsonl"):
            return "beir"
        raise DatasetError(f"{path}: a folder, but not {beir.EXPECTED} (a folder of articles goes with --corpus)")
    first = read_text(path, expected=EXPECTED).lstrip().split("\n", 1)[0]
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):  # an object over several lines, or a line to be mended
        row = None
    if isinstance(row, dict) and "context" in row:
        return "squad_rows"
    if isinstance(row, dict) and "question" in row:
        return "questions"
    return "squad" if ".json" in path.suffixes or (isinstance(row, dict) and "data" in row) else "questions"


def sample(questions: Sequence[Question], most: int | None) -> tuple[Question, ...]:
    """Return at most so many questions, in their order: those whose SHA-256 of the id comes first.

    So the same ones are chosen on every machine, and a larger sample holds the smaller.
    """
    if most is None or most >= len(questions):
        return tuple(questions)
    hashes = {one.id: hashlib.sha256(one.id.encode("utf-8")).digest() for one in questions}
    chosen = set(sorted(hashes, key=lambda identity: hashes[identity])[:most])
    return tuple(one for one in questions if one.id in chosen)
