"""The development part of PIAF: all paragraphs to search in, questions of held-out articles alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.training.data import piaf_split
from assistant.training.piaf_dev import main
from eval.datasets.formats import read_dataset
from tests.eval.datasets.test_squad import DAM, FREE, MISSING, MUSEUM, entry, file

TITLES = [f"Article {number}" for number in range(20)]
HELD_OUT = next(title for title in TITLES if piaf_split(title) == "dev")
LEARNT = next(title for title in TITLES if piaf_split(title) == "train")


def test_only_questions_of_held_out_articles_are_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = (
        file(tmp_path, entry(LEARNT, (DAM, [MISSING])), entry(HELD_OUT, (MUSEUM, [FREE]))),
        tmp_path / "dev.json",
    )
    assert main(["--data", str(data), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"1 questions over 2 paragraphs in {out}\n"
    whole, part = read_dataset(data), read_dataset(out)
    assert part.articles is not None
    assert [(one.id, one.text) for one in part.articles] == [(one.id, one.text) for one in whole.articles or ()]
    assert part.questions == whole.questions[1:]
    assert json.loads(out.read_text(encoding="utf-8"))["version"] == "v2.0"


def test_what_is_not_piaf_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "piaf.json"
    data.write_text("[]", encoding="utf-8")
    assert main(["--data", str(data), "--out", str(tmp_path / "dev.json")]) == 2
    assert "expected an object with 'data'" in capsys.readouterr().err
    assert not (tmp_path / "dev.json").exists()
