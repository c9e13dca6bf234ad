"""A folder of articles with its questions teaches as a press set does, whatever split its questions are of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.indexing.static_encoder import StaticEncoder
from assistant.training.sources import press_sources

_TEXT = "Le phare de Lisse a été rallumé mardi par la gardienne Odette Brun."


def _folder(root: Path, *splits: str) -> tuple[Path, Path]:
    articles = root / "lisse" / "articles"
    articles.mkdir(parents=True)
    (articles / "phare.txt").write_text(f"Le phare\n\n{_TEXT}\n", encoding="utf-8")
    rows = [
        {
            "question": f"Qui a rallumé le phare {number} ?",
            "split": split,
            "kind": "fact",
            "answerable": True,
            "gold": [[{"article_id": "phare", "quote": _TEXT}]],
        }
        for number, split in enumerate(splits)
    ]
    file = root / "lisse" / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file, articles


@pytest.mark.parametrize(("split", "asked"), [(None, 2), ("dev", 1)])
def test_a_folder_is_a_source_named_after_itself(tmp_path: Path, split: str | None, asked: int) -> None:
    [source] = press_sources([_folder(tmp_path, "dev", "test")], StaticEncoder.shipped(), split=split, made=False)
    assert source.name == "lisse"
    assert len(source.examples) == asked
    assert all(one.answers for one in source.examples)
