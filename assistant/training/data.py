"""The public data sets, each read into plain types, and the splits that keep tests unseen.

Held out from everything that is trained: the OrangeSum documents of either official test or
validation split, NTREX, the CNIL questions and the Covid questions. PIAF is kept from the encoder too: its
training part fits what ranks by the encoder's cosines, and its dev fifth (by article) measures that.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

DATA = Path("../shared/data")
_GLUED = re.compile(r"(?<=[a-zà-ÿ0-9»\"”)])([.!?…])(?=[A-ZÀ-Ý«\"“])")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”]?\s+(?=[A-ZÀ-Ý«\"“0-9])|\n+")


@dataclass(frozen=True, slots=True)
class NewsDocument:
    """A news article of the training data; ``split`` is ``train`` when it may be learnt from."""

    id: str
    title: str
    heading: str
    text: str
    split: Literal["train", "valid", "test"]


@dataclass(frozen=True, slots=True)
class QuestionPair:
    """A question, the text that answers it, and the title of the article the text is from."""

    question: str
    context: str
    title: str


def piaf_split(title: str) -> Literal["train", "dev"]:
    """The side of PIAF an article is on: about 80 % train, 20 % dev, decided by a hash of its title."""
    return "dev" if int(hashlib.sha256(title.encode("utf-8")).hexdigest()[:8], 16) % 5 == 0 else "train"


def split_sentences(text: str) -> list[str]:
    """Cut text into rough sentences; enough for sampling training windows, not for quoting."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def read_orangesum(data: Path) -> Iterator[NewsDocument]:
    """Every OrangeSum article; a document of any official test (validation) split is test (valid)."""
    for row in _rows(data / "news_orangesum.jsonl.gz"):
        splits = {row.get("split_title"), row.get("split_heading")}
        split: Literal["train", "valid", "test"] = (
            "test" if "test" in splits else "valid" if "valid" in splits else "train"
        )
        text = _GLUED.sub(r"\1 ", row["article"])  # the collection lost the space between sentences
        yield NewsDocument(row["id"], row["title"], row["heading"], text, split)


def read_wikinews(data: Path) -> Iterator[NewsDocument]:
    """Every French Wikinews article; all may be learnt from."""
    for row in _rows(data / "news_wikinews.jsonl.gz"):
        yield NewsDocument(row["id"], row["title"], "", row["text"], "train")


def read_questions(path: Path) -> list[QuestionPair]:
    """The question and answer-text pairs of one ``qa_*.jsonl`` file, in file order."""
    return [QuestionPair(row["question"], row["context"], row.get("title", "")) for row in _rows(path)]


def read_piaf(data: Path, split: Literal["train", "dev"]) -> list[QuestionPair]:
    """The PIAF questions on the articles of one side of the split."""
    return [pair for pair in read_questions(data / "qa_piaf_v1.0.jsonl") if piaf_split(pair.title) == split]


def read_parallel(path: Path) -> list[tuple[str, str]]:
    """The (French, English) sentences of a tab-separated file, gzipped or not, in file order."""
    with _open(path) as lines:
        fields = (line.rstrip("\n").split("\t") for line in lines)
        return [(field[0], field[1]) for field in fields]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with _open(path) as lines:
        for line in lines:
            yield json.loads(line)


def _open(path: Path) -> Any:  # noqa: ANN401 - the two text streams share no public type
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
