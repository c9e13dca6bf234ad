"""How an article is cut around a quote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.web.excerpts import around, paragraphs, reading_window

TEXT = "Un. " * 40 + "La phrase citée. " + "Deux. " * 40


@given(st.text(alphabet="aé .!?\n«»", min_size=1, max_size=80), st.data())
def test_the_excerpt_holds_the_quote_and_stays_in_reach(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = around(text, start, end, reach=12)
    assert max(0, start - 12) <= low <= start
    assert end <= high <= min(len(text), end + 12)


def test_whole_sentences_stand_around_the_quote() -> None:
    start = TEXT.index("La phrase")
    low, high = around(TEXT, start, start + len("La phrase citée."), reach=9)
    assert TEXT[low:high] == "Un. La phrase citée. Deux."


def test_a_short_article_is_shown_whole() -> None:
    assert around("Un. Deux. Trois.", 4, 9) == (0, 16)


@given(st.text(alphabet="ab \n", max_size=60))
def test_paragraphs_hold_every_letter_once_and_no_line_break(text: str) -> None:
    spans = list(paragraphs(text, 0, len(text)))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert not any("\n" in text[a:b] for a, b in spans)


def test_only_a_very_long_article_is_cut_for_reading() -> None:
    assert reading_window("x" * 100, 50, 60, reach=60) == (0, 100)
    assert reading_window("x" * 100, 50, 60, reach=20) == (30, 80)
