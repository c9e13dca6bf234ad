"""The fit of the words that answer, on made questions; the verb forms, on made sentences."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from assistant.answering.span.features import SPAN_FEATURES
from assistant.answering.span.marked import KINDS, SpanKind, span_model
from assistant.training.spans import Said, SpanExample, examples, fit_spans, report, said_by, thresholds_for, written
from assistant.training.verb_forms import verb_forms

_NAMES = ("Ana Roux", "Luc Petit", "Marie Faure", "Paul Blanc", "Zoé Martin", "Jean Leroy", "Léa Girard", "Noé Morel")
_PLACES = ("Lille", "Nantes", "Brest", "Agen", "Metz", "Nice", "Dijon", "Tours")


def made(folder: Path) -> list[SpanExample]:
    rows = []
    for number, (name, place) in enumerate(zip(_NAMES, _PLACES, strict=True)):
        context = f"Il pleut. À {place}, {name} dirige la fabrique depuis 19{50 + number}. Il y vit."
        for question, answer in (
            ("Qui dirige la fabrique ?", name),
            ("Depuis quand dirige-t-elle la fabrique ?", f"19{50 + number}"),
            ("Pourquoi dirige-t-elle ?", "Il pleut"),
        ):
            start = context.index(answer)
            rows.append({"title": place, "question": question, "context": context, "answers": [answer],
                         "answer_start": [start]})  # fmt: skip
    folder.joinpath("qa_piaf_v1.0.jsonl").write_text(
        "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8"
    )
    return list(examples(folder))


def test_examples_are_gold_sentences_of_questions_that_a_few_words_answer(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert len(found) == 2 * len(_NAMES)
    assert all(one.text.startswith("À ") and one.gains.max() == 1.0 for one in found)
    assert all(one.features.shape == (len(one.gains), len(SPAN_FEATURES)) for one in found)


def test_the_fit_learns_who_and_when_and_reads_back(tmp_path: Path) -> None:
    found = made(tmp_path)
    data = json.loads(json.dumps(written(fit_spans(found[:-4], iterations=30), dict.fromkeys(KINDS, 0.5))))
    said = said_by(span_model(data), found[-4:])
    assert np.mean([one.f1 for one in said]) > 0.8
    assert all(0 <= one.expected <= 1 for one in said)
    lines = list(report(said, dict.fromkeys(KINDS, 0.5)))
    assert [line.split()[0] for line in lines] == ["who", "when", "all"]


def test_a_threshold_keeps_the_marks_that_are_right_often_enough() -> None:
    kind: SpanKind = "who"
    said = [Said(kind, 0.9, 1.0), Said(kind, 0.8, 0.5), Said(kind, 0.7, 0.0), Said(kind, 0.6, 0.0)]
    thresholds = thresholds_for(said)
    assert thresholds["who"] == 0.8
    assert thresholds["when"] == 1.0  # of which nothing is known


def test_a_verb_is_known_by_the_words_before_it() -> None:
    texts = ["Il rappelle la règle. Elle rappelle le rappel. On rappelle, comme le rappelle un rappel."] * 2
    assert verb_forms(texts) == ["rappelle"]
