"""The address of a quote leads to that quote: held against a small reader of text fragments written for this test."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote

import pytest

from assistant.citing.fragment import fragment_url
from assistant.types import Article
from eval.measures.quotes import quotes_of

URL = "https://journal.example/a?b=1&c=2"


def _flat(text: str) -> str:
    """Return text as a browser compares it: without case, accents or line breaks."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in apart if not unicodedata.combining(char)).split())


def found_by(url: str, text: str) -> str:
    """Return the flattened text that a browser would mark: the first match of the directive."""
    directive = re.split("#.*?:~:text=|#:~:text=", url, maxsplit=1)[1]
    assert re.fullmatch(r"[\w%.,~-]+", directive)
    parts = directive.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, *rest = [re.escape(_flat(unquote(part))) for part in parts]
    words = start + (".*?" + rest[0] if rest else "")
    before = re.escape(_flat(prefix)) + " ?" if prefix else ""
    after = "(?= ?" + re.escape(_flat(suffix)) + ")" if suffix else ""
    match = re.search(f"{before}({words}){after}", _flat(text))
    assert match is not None
    return match.group(1)


def test_every_quote_of_the_corpus_is_led_to(articles: Mapping[str, Article]) -> None:
    for one in quotes_of(articles, count=250):
        url = fragment_url(URL, one.article.text, one.start, one.end)
        assert url is not None and url.startswith(f"{URL}#:~:text=")
        assert found_by(url, one.article.text) == _flat(one.text)


def test_a_quote_that_stands_twice_is_told_by_the_words_before_it() -> None:
    text = "Lundi, le pont ferme. Mardi, le pont ferme."
    first, second = text.index("le pont"), text.rindex("le pont")
    urls = [fragment_url(URL, text, start, start + len("le pont ferme")) for start in (first, second)]
    assert [unquote(str(url)).split("text=")[1] for url in urls] == ["Lundi,-,le pont ferme", "Mardi,-,le pont ferme"]


def test_what_parts_a_directive_is_encoded_in_the_words() -> None:
    text = "Un cessez-le-feu, Dupont & fils"
    url = fragment_url("https://journal.example/#haut", text, 0, len(text))
    assert url == ("https://journal.example/#haut:~:text=Un%20cessez%2Dle%2Dfeu%2C%20Dupont%20%26%20fils")


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "ftp://journal.example/a", "https://["])
def test_without_an_address_on_the_web_there_is_none(url: str | None) -> None:
    assert fragment_url(url, "Le pont ferme.", 0, 7) is None


def test_an_address_cannot_break_out_of_what_holds_it() -> None:
    url = fragment_url('https://journal.example/a b">(c)\n', "Le pont ferme.", 0, 7)
    assert url is not None
    assert not set(url) & set(' "<>\n{}\\')
