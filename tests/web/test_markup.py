"""Text of articles and visitors stays text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.web.markup import escaped, label, quoted, shortened, web_address
from tests.web.fake_assistant import HOSTILE


class Reader(HTMLParser):
    """Keeps what a browser would: the tags, the names of attributes and the text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


# Everything a text can hold but the control characters that HTML has no way to carry.
CONTROLS = [chr(code) for code in (*range(9), *range(11, 32), 127)]
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS))


@given(TEXT)
def test_a_quote_reads_back_to_the_letter_and_makes_no_node(text: str) -> None:
    read = Reader(quoted(text))
    assert read.text == text
    assert read.tags == ["bdi"]


@given(st.text())
def test_no_text_makes_a_node_or_leaves_an_attribute(text: str) -> None:
    html = escaped(text)
    assert not set("<>\"'") & set(html)


def test_control_characters_are_shown_rather_than_lost() -> None:
    assert escaped("a\x00b\rc\nd") == "a\ufffdb&#13;c\nd"


def test_a_label_cannot_turn_round_or_hide_letters() -> None:
    assert label("Le\u202eedno\u202cM \u200bde\n demain") == "<bdi>LeednoM de demain</bdi>"


def test_a_label_made_of_markup_is_text() -> None:
    assert Reader(label(HOSTILE)).tags == ["bdi"]


def test_a_long_title_is_cut_between_words() -> None:
    assert shortened("un deux trois quatre", max_chars=10) == "un deux…"
    assert shortened("court", max_chars=10) == "court"


@pytest.mark.parametrize("url", ["https://a.example/b?c=1&d=2", "http://a.example"])
def test_web_addresses_are_linked(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.example", "https://a.example/\u202e",
     "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example", "https://", "https://[",
     "https://bank.example@evil.invalid/", "ftp://a.example"],
)  # fmt: skip
def test_anything_else_is_no_link(url: str | None) -> None:
    assert web_address(url) is None
