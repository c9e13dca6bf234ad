"""Each measure against its formula, written out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.asking.records import Cited, Record
from eval.measures.metrics import (
    date_right,
    first_supports,
    found,
    on_gold,
    precision,
    publisher_right,
    quotes_exact,
    reason_fits,
    recall,
    refusal_precision,
    refusal_recall,
    same_date,
    same_speaker,
    speaker_right,
)
from eval.measures.spans import overlap, supports
from tests.eval.made import (
    AGAIN,
    BOTH_ASKED,
    DAM,
    DAM_ASKED,
    MOON_ASKED,
    OTHER,
    TEXTS,
    TOLL,
    TOLL_ASKED,
    answer,
    cite,
    gold,
    refusal,
)

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))


def at(article_id: str, start: int, end: int) -> Cited:
    """Return a citation of these characters."""
    return replace(
        cite("courrier", DAM), article_id=article_id, quote=TEXTS[article_id][start:end], start=start, end=end
    )


@given(SPANS, SPANS)
def test_overlap_is_the_size_of_the_intersection(first: tuple[int, int], second: tuple[int, int]) -> None:
    assert overlap(first, second) == len(set(range(*first)) & set(range(*second)))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, len(DAM), True),
        (3, 10, True),  # a clause of the gold sentence
        (0, len(TEXTS["courrier"]), True),  # a long quote around it
        (len(DAM) - 20, len(DAM) + 20, True),  # 20 of 39 characters of the shorter: half
        (len(DAM) - 19, len(DAM) + 20, False),  # 19 of 39: less than half
        (len(DAM) + 1, len(DAM) + 10, False),
        (5, 5, False),
    ],
)
def test_a_citation_supports_gold_when_half_of_the_shorter_is_shared(start: int, end: int, expected: bool) -> None:
    assert supports(at("courrier", start, end), gold("courrier", DAM), TEXTS) is expected


def test_the_same_characters_of_another_article_support_nothing() -> None:
    assert not supports(cite("gazette", OTHER), gold("courrier", OTHER), TEXTS)


def test_every_place_of_a_repeated_quote_counts() -> None:
    texts = {"courrier": f"{DAM}\n{TOLL}\n{DAM}"}
    second = replace(cite("courrier", DAM), start=len(DAM) + len(TOLL) + 2, end=2 * len(DAM) + len(TOLL) + 2)
    assert texts["courrier"][second.start : second.end] == DAM
    assert supports(second, gold("courrier", DAM), texts)


def test_any_sentence_of_a_group_reaches_it_and_every_group_must_be_reached() -> None:
    assert found(TOLL_ASKED, answer("toll", cite("courrier", TOLL)), TEXTS) == 1.0
    assert found(TOLL_ASKED, answer("toll", cite("gazette", AGAIN)), TEXTS) == 1.0
    one_side = answer("both", cite("courrier", DAM))
    assert recall(BOTH_ASKED, one_side, TEXTS) == 1 / 2
    assert found(BOTH_ASKED, one_side, TEXTS) == 0.0
    assert recall(BOTH_ASKED, refusal("both"), TEXTS) == 0.0


def test_precision_is_the_share_of_citations_that_support() -> None:
    padded = answer("dam", cite("courrier", OTHER), cite("courrier", DAM), cite("gazette", OTHER))
    assert precision(DAM_ASKED, padded, TEXTS) == 1 / 3
    assert first_supports(DAM_ASKED, padded, TEXTS) == 0.0
    assert first_supports(DAM_ASKED, answer("dam", cite("courrier", DAM)), TEXTS) == 1.0


def test_precision_says_nothing_of_refusals_and_of_questions_without_an_answer() -> None:
    assert precision(DAM_ASKED, refusal("dam"), TEXTS) is None
    assert precision(MOON_ASKED, answer("moon", cite("courrier", DAM)), TEXTS) is None


def test_on_gold_is_the_share_of_quoted_characters_in_gold() -> None:
    whole = answer("dam", at("courrier", 0, len(TEXTS["courrier"])))
    assert precision(DAM_ASKED, whole, TEXTS) == 1.0  # overlap alone is satisfied by quoting everything
    assert on_gold(DAM_ASKED, whole, TEXTS) == len(DAM) / len(TEXTS["courrier"])
    assert on_gold(DAM_ASKED, answer("dam", cite("courrier", DAM)), TEXTS) == 1.0


def test_publisher_is_judged_where_a_citation_supports() -> None:
    right, wrong = cite("courrier", DAM), replace(cite("gazette", AGAIN), publisher="La Gazette")
    assert publisher_right(BOTH_ASKED, answer("both", right, wrong), TEXTS) == 1 / 2  # unknown shown as a name: wrong
    assert publisher_right(BOTH_ASKED, answer("both", right, cite("gazette", AGAIN)), TEXTS) == 1.0
    assert publisher_right(BOTH_ASKED, answer("both", cite("courrier", OTHER)), TEXTS) is None
    assert date_right(BOTH_ASKED, answer("both", replace(right, published="2019-03-13")), TEXTS) == 0.0


@pytest.mark.parametrize(
    ("said", "expected_date", "expected"),
    [
        ("2019-03-12", "2019-03-12", True),
        ("2019-03", "2019-03-12", True),
        ("2019-03-12", "2019-03", True),
        ("2019-04", "2019-03-12", False),
        ("2019-03-13", "2019-03-12", False),
        (None, None, True),
        (None, "2019", False),
        ("2019", None, False),
    ],
)
def test_dates_are_equal_up_to_the_coarser_precision(
    said: str | None, expected_date: str | None, expected: bool
) -> None:
    assert same_date(said, expected_date) is expected


def test_speaker_is_judged_where_a_citation_supports() -> None:
    right = cite("gazette", AGAIN)
    assert speaker_right(TOLL_ASKED, answer("toll", right), TEXTS) == 1.0
    assert speaker_right(TOLL_ASKED, answer("toll", replace(right, speaker=None)), TEXTS) == 0.0
    assert speaker_right(TOLL_ASKED, answer("toll", replace(right, speaker="le maire")), TEXTS) == 0.0
    assert speaker_right(DAM_ASKED, answer("dam", replace(cite("courrier", DAM), speaker="le maire")), TEXTS) == 0.0
    assert speaker_right(TOLL_ASKED, answer("toll", cite("courrier", OTHER)), TEXTS) is None


@pytest.mark.parametrize(
    ("said", "expected_speaker", "expected"),
    [
        ("Vera Roumiantseva", "vera roumiantseva", True),
        ("la maire de Roche-Noire, Vera Roumiantseva", "Vera Roumiantseva", True),
        ("Rumyantseva", "Vera Roumiantseva", True),
        ("Vera Petrova", "Vera Roumiantseva", False),
        ("l’Office des forêts", "L'office des forêts", True),
        ("Le préfet", "le maire", False),
        ("la", "la maire", False),
        ("", None, False),
        (None, "le maire", False),
        (None, None, True),
    ],
)
def test_a_speaker_is_who_has_the_same_name(said: str | None, expected_speaker: str | None, expected: bool) -> None:
    assert same_speaker(said, expected_speaker) is expected
    assert same_speaker(expected_speaker, said) is expected


def test_a_quote_is_exact_when_it_is_the_slice() -> None:
    right = cite("courrier", DAM)
    digit = replace(cite("courrier", TOLL), quote=TOLL.replace("12", "13"))
    assert quotes_exact(DAM_ASKED, answer("dam", right, digit), TEXTS) == 1 / 2
    assert quotes_exact(DAM_ASKED, answer("dam", replace(right, start=right.start + 1)), TEXTS) == 0.0
    assert quotes_exact(MOON_ASKED, answer("moon", right), TEXTS) == 1.0
    assert quotes_exact(DAM_ASKED, refusal("dam"), TEXTS) is None


def test_refusals_have_recall_over_what_must_be_refused_and_precision_over_what_was() -> None:
    assert refusal_recall(MOON_ASKED, refusal("moon"), TEXTS) == 1.0
    assert refusal_recall(MOON_ASKED, answer("moon", cite("courrier", DAM)), TEXTS) == 0.0
    assert refusal_recall(DAM_ASKED, refusal("dam"), TEXTS) is None
    assert refusal_precision(MOON_ASKED, refusal("moon"), TEXTS) == 1.0
    assert refusal_precision(DAM_ASKED, refusal("dam"), TEXTS) == 0.0
    assert refusal_precision(DAM_ASKED, answer("dam", cite("courrier", DAM)), TEXTS) is None


def test_a_failure_is_neither_an_answer_nor_a_refusal() -> None:
    failed = Record("moon", cited=(), reason=None, said="", error="no")
    assert refusal_recall(MOON_ASKED, failed, TEXTS) == 0.0
    assert refusal_precision(MOON_ASKED, failed, TEXTS) is None
    assert found(DAM_ASKED, replace(failed, question_id="dam"), TEXTS) == 0.0


def test_the_reason_of_a_refusal_fits_its_class_or_not() -> None:
    assert reason_fits(MOON_ASKED, refusal("moon", "off_topic"), TEXTS) == 1.0
    assert reason_fits(MOON_ASKED, refusal("moon", "false_premise"), TEXTS) == 0.0
    assert reason_fits(DAM_ASKED, refusal("dam", "off_topic"), TEXTS) is None


def test_where_only_articles_were_judged_nothing_is_to_be_refused() -> None:
    judged = replace(MOON_ASKED, kind="fact", relevant={"courrier": 2})
    assert refusal_recall(judged, refusal("moon"), TEXTS) is None
    assert refusal_precision(judged, refusal("moon"), TEXTS) == 0.0
    assert reason_fits(judged, refusal("moon"), TEXTS) is None
    assert found(judged, refusal("moon"), TEXTS) is None
