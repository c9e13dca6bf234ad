"""Every way to be wrong has a name, and the article is shown with what was quoted and what answers marked in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.asking.records import Ranked, Record
from eval.datasets.dataset import Question
from eval.measures.summary import pair
from eval.reporting.wrong import AROUND, FAULTS, Fault, Place, fault, grouped, wrong_answers
from tests.eval.made import (
    AGAIN,
    ASKED,
    BOTH_ASKED,
    DAM,
    DAM_ASKED,
    MOON_ASKED,
    OTHER,
    RIGHT,
    TEXTS,
    TOLL,
    TOLL_ASKED,
    answer,
    cite,
    refusal,
)

JUDGED = replace(DAM_ASKED, gold=(), relevant={"courrier": 1, "gazette": 0})
RIGHT_DAM = cite("courrier", DAM)


@pytest.mark.parametrize(
    ("question", "record", "expected"),
    [
        (DAM_ASKED, RIGHT[0], None),
        (MOON_ASKED, refusal("moon"), None),
        (DAM_ASKED, Record("dam", cited=(), reason=None, said="", error="no index"), "failed"),
        (MOON_ASKED, answer("moon", RIGHT_DAM), "answered"),
        (DAM_ASKED, refusal("dam"), "refused"),
        (DAM_ASKED, answer("dam", cite("courrier", OTHER)), "missed"),
        (BOTH_ASKED, answer("both", RIGHT_DAM), "partial"),
        (DAM_ASKED, answer("dam", RIGHT_DAM, cite("courrier", OTHER)), "padded"),
        (DAM_ASKED, answer("dam", replace(RIGHT_DAM, publisher="La Gazette")), "misattributed"),
        (DAM_ASKED, answer("dam", replace(RIGHT_DAM, published="2019-03-13")), "misattributed"),
        (DAM_ASKED, answer("dam", replace(RIGHT_DAM, speaker="la maire")), "misattributed"),
        (DAM_ASKED, answer("dam", replace(RIGHT_DAM, quote=DAM.replace("mardi", "jeudi"))), "misattributed"),
        (JUDGED, refusal("dam"), "refused"),
        (JUDGED, answer("dam", cite("gazette", AGAIN)), "missed"),
        (JUDGED, answer("dam", RIGHT_DAM), None),
    ],
)
def test_every_way_to_be_wrong_has_a_name(question: Question, record: Record, expected: Fault | None) -> None:
    assert fault(question, record, TEXTS) == expected


def test_a_field_that_the_dataset_does_not_judge_is_not_wrong() -> None:
    record = answer("dam", replace(RIGHT_DAM, speaker="la maire"))
    assert fault(DAM_ASKED, record, TEXTS, judged=["citations.publisher"]) is None
    (wrong,) = wrong_answers([(DAM_ASKED, record)], TEXTS)
    assert wrong.attribution == ("speaker",)


def test_what_is_right_is_not_listed() -> None:
    assert wrong_answers(pair(ASKED, RIGHT), TEXTS) == ()


def test_the_place_is_the_article_with_what_was_quoted_and_what_answers_marked() -> None:
    (wrong,) = wrong_answers([(BOTH_ASKED, answer("both", cite("courrier", TOLL)))], TEXTS)
    place = wrong.said[0].place
    assert place is not None
    assert _text(place) == TEXTS["courrier"]
    assert [stretch.text for stretch in place.stretches if stretch.quoted] == [TOLL]
    assert [stretch.text for stretch in place.stretches if stretch.gold] == [DAM]
    assert not place.cut_before
    assert not place.cut_after
    assert [expected.reached for expected in wrong.expected] == [False, False]


def test_a_long_article_is_cut_between_words_around_the_quote() -> None:
    words = " ".join(f"mot{number}" for number in range(200))
    texts = {**TEXTS, "courrier": f"{words} {DAM} {words}"}
    start = texts["courrier"].index(DAM)
    cited = replace(RIGHT_DAM, publisher="La Gazette", start=start, end=start + len(DAM))
    (wrong,) = wrong_answers([(DAM_ASKED, answer("dam", cited))], texts)
    place = wrong.said[0].place
    assert place is not None
    assert place.cut_before
    assert place.cut_after
    shown = _text(place)
    assert len(shown) <= len(DAM) + 2 * AROUND
    assert f" {shown} " in texts["courrier"]
    assert [(stretch.quoted, stretch.gold) for stretch in place.stretches] == [
        (False, False),
        (True, True),
        (False, False),
    ]


def test_a_quote_that_is_nowhere_has_no_place() -> None:
    record = answer("dam", replace(RIGHT_DAM, quote="Il neige."))
    (wrong,) = wrong_answers([(DAM_ASKED, record)], TEXTS)
    assert wrong.said[0].place is None
    assert wrong.attribution == ("quote",)


def test_a_refusal_shows_the_nearest_passage_and_where_the_first_answer_was_ranked() -> None:
    far, near = Ranked("gazette", 0, len(OTHER)), Ranked("courrier", 0, len(TEXTS["courrier"]))
    first, second, none = (
        wrong_answers([(DAM_ASKED, replace(refusal("dam"), ranked=ranked))], TEXTS)[0]
        for ranked in ((near, far), (far, near), ())
    )
    assert (first.gold_rank, second.gold_rank, none.gold_rank) == (1, 2, None)
    assert first.nearest is not None
    assert [stretch.text for stretch in first.nearest.stretches if stretch.gold] == [DAM]
    assert second.nearest is not None
    assert _text(second.nearest) == OTHER
    assert none.nearest is None


def test_the_gravest_come_first_and_refusals_last() -> None:
    asked = {question.id: question for question in ASKED}
    records = (
        answer("moon", RIGHT_DAM),
        answer("toll", replace(cite("courrier", TOLL), published="2011")),
        answer("dam", RIGHT_DAM, cite("courrier", OTHER)),
        refusal("again"),
    )
    asked["again"] = replace(DAM_ASKED, id="again")
    wrong = wrong_answers([(asked[record.question_id], record) for record in records], TEXTS)
    found = {kind: [one.question.id for one in chosen] for kind, chosen in grouped(wrong).items()}
    assert list(found.items()) == [("fact", ["again", "dam"]), ("figure", ["toll"]), ("off_topic", ["moon"])]
    assert {one.fault for one in wrong} <= set(FAULTS)
    assert TOLL_ASKED.kind == "figure"


def _text(place: Place) -> str:
    return "".join(stretch.text for stretch in place.stretches)
