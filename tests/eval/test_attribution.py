"""Who says what, measured: the labelled sentences, what counts as right, and the floors that are held."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from assistant.answering.attribution.attribution import Attribution
from assistant.types import Modality
from eval.attribution import KINDS, SENTENCES, Judged, Labelled, figures, judge, read, right, score, table


def _judged(
    label: str | None, found: str | None, modality: Modality = "reported", seen: Modality = "reported"
) -> Judged:
    sentence = f"{label or 'Personne'} a parlé."
    return Judged(
        Labelled("a", "dev", "first", "indirect", "", sentence, "", label, modality), Attribution(found, seen)
    )


def test_the_labelled_sentences_are_enough_and_no_article_is_on_both_sides() -> None:
    labels = read()
    kinds = Counter(label.kind for label in labels)
    assert set(kinds) == set(KINDS)
    assert min(kinds["direct"], kinds["indirect"], kinds["none"]) >= 50
    assert kinds["selon"] >= 30
    assert sum(label.modality == "conditional" for label in labels) >= 20
    sides = {split: {label.source for label in labels if label.split == split} for split in ("dev", "test")}
    assert not sides["dev"] & sides["test"]
    assert len({label.sentence for label in labels}) == len(labels)


def test_speakers_and_reserve_are_found_as_well_as_they_were() -> None:
    judged = judge(read())
    test = score([one for one in judged if one.label.split == "test"])
    everything = score(judged)
    assert test.f1 >= 0.93
    assert everything.f1 >= 0.955
    assert everything.conditional_kept == 1.0
    assert everything.conditional_invented <= 3
    assert everything.false_speakers <= 3
    assert everything.published_as_fact == 0
    assert everything.own_as_reported <= 9


def test_a_speaker_is_right_whole_without_its_determiner_and_what_stands_beside_it() -> None:
    assert right(_judged("Le procureur de Paris", "procureur de Paris"))
    assert right(_judged("le procureur de Paris", "Le procureur de Paris, Jean Petit"))
    assert not right(_judged("le procureur de Paris", "le procureur"))
    assert not right(_judged("le maire", "le maire", modality="conditional"))
    half = score([_judged("le procureur de Paris", "le procureur")])
    assert half.f1 == 0.0
    assert half.words_f1 == pytest.approx(0.5)


def test_the_figures_are_those_of_the_score_with_their_intervals() -> None:
    judged = judge(read())
    expected, measured = score(judged), figures(judged)
    f1, as_fact = measured["said.speaker_f1"], measured["said.as_fact"]
    assert f1 is not None and as_fact is not None
    assert f1.mean == pytest.approx(expected.f1)
    assert f1.n == len(judged)
    assert f1.low < f1.mean < f1.high
    assert round(as_fact.mean * as_fact.n) == expected.published_as_fact
    lost = figures([_judged("le maire", "le maire", modality="conditional")] * 2)["said.conditional_kept"]
    assert lost is not None and (lost.mean, lost.n) == (0.0, 2)


def test_what_is_lost_and_what_is_invented_are_told_apart() -> None:
    figures = score(
        [
            _judged("le maire", None, seen="asserted"),
            _judged(None, "le maire", modality="asserted"),
            _judged("le maire", "le maire", modality="conditional"),
            _judged("le maire", "le maire", seen="conditional"),
        ]
    )
    assert figures.precision == pytest.approx(2 / 3)
    assert figures.recall == pytest.approx(2 / 3)
    assert figures.false_speakers == figures.published_as_fact == figures.conditional_invented == 1
    assert figures.conditional_kept == 0.0
    assert "| all | 4 | 66.7% |" in table([_judged("le maire", "le maire")] * 2 + [_judged("le maire", "x")] * 1 + [
        _judged(None, None, modality="asserted", seen="asserted")])  # fmt: skip


def test_a_line_that_says_what_is_not_there_is_refused(tmp_path: Path) -> None:
    row = {"source": "a", "split": "dev", "kind": "direct", "sentence": "Il pleut.", "speaker": None}
    path = tmp_path / "labels.jsonl"
    for wrong in (
        {"modality": "sure"},
        {"modality": "reported", "speaker": "le maire"},
        {"modality": "reported", "kind": "x"},
    ):
        path.write_text("{}\n" + json.dumps(row | wrong), encoding="utf-8")
        with pytest.raises(ValueError, match="line 2"):
            read(path)


def test_the_file_says_whose_sentences_they_are() -> None:
    about = json.loads(SENTENCES.read_text(encoding="utf-8").splitlines()[0])
    assert "CC BY 2.5" in about["about"]
    assert "Wikinews" in about["about"]
