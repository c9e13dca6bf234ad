"""The address of a quote in its page: a URL text fragment, which browsers scroll to and mark.

Written after the WICG draft "URL Fragment Text Directives": ``#:~:text=[prefix-,]start[,end][,-suffix]``.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from assistant.language.folding import fold

_WORD = re.compile(r"\S+")
_WHOLE = 60  # characters up to which a quote is written whole; a longer one by its first and last words
_ENDS = 5  # words of each end of a longer quote
_MOST_AROUND = 8  # words of prefix or suffix, at most
# What a browser makes of the page around the text is not known: spaces are compared as one.
_SPACES = re.compile(r"\s+")


def fragment_url(url: str | None, text: str, start: int, end: int) -> str | None:
    """Return the address of ``text[start:end]`` in its page.

    Args:
        url: of the page.
        text: of the article.
        start: of the quote.
        end: of the quote, exclusive.

    Returns:
        The URL with a text fragment that leads to this place and no other of the article, by words before or after
        where the quote stands there more than once; None without an http or https address.
    """
    if url is None or not _is_web(url):
        return None
    address = percent_encoded(url, safe="%/:?#[]@!$&'()*+,;=~-._")  # what has no place in an address: spaces, < and >
    return f"{address}{':~:' if '#' in url else '#:~:'}text={_directive(text, start, end)}"


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:  # "https://[": not an address
        return False


def _directive(text: str, start: int, end: int) -> str:
    first, last = _ends(text, start, end)
    beginning = text[start : start + first]
    prefix = suffix = ""
    for count in range(1, _MOST_AROUND + 1):
        if _times(text, f"{prefix} {beginning}") <= 1:
            break
        prefix = _before(text, start, count)
    if not last and _times(text, f"{prefix} {beginning}") > 1:
        suffix = _after(text, end, _MOST_AROUND)
    parts = [f"{_encoded(prefix)}-"] if prefix else []
    parts += [_encoded(beginning), *([_encoded(text[end - last : end])] if last else [])]
    parts += [f"-{_encoded(suffix)}"] if suffix else []
    return ",".join(parts)


def _ends(text: str, start: int, end: int) -> tuple[int, int]:
    """Return how many characters of the beginning and of the end are written; 0 at the end for a quote written whole.

    Each must lie in one block of the page, so neither goes over a line break. The beginning has as many words as it
    takes to be the only one in the article.
    """
    quote = text[start:end]
    words = list(_WORD.finditer(quote))
    if (len(quote) <= _WHOLE or len(words) < 2 * _ENDS) and "\n" not in quote:
        return len(quote), 0
    opening, closing = quote.split("\n", 1)[0], quote.rsplit("\n", 1)[-1]
    firsts = [word.end() for word in _WORD.finditer(opening)][: len(words) - _ENDS][_ENDS - 1 :] or [len(opening)]
    first = next((one for one in firsts if _times(text, quote[:one]) <= 1), firsts[0])
    last = [*_WORD.finditer(closing)][-_ENDS:]
    return first, len(closing) - last[0].start()


def _before(text: str, start: int, count: int) -> str:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return " ".join(word.group() for word in [*_WORD.finditer(line)][-count:])


def _after(text: str, end: int, count: int) -> str:
    return " ".join(word.group() for word in [*_WORD.finditer(text[end:].split("\n", 1)[0])][:count])


def _times(text: str, words: str) -> int:
    """Return how often a browser would find words: it minds neither case nor accents."""
    return _flat(text).count(_flat(words))


def _flat(text: str) -> str:
    return _SPACES.sub(" ", fold(text)).strip()


def _encoded(words: str) -> str:
    """Percent-encode words; "-", "," and "&" part the directive and are encoded too."""
    return percent_encoded(_SPACES.sub(" ", words), safe="").replace("-", "%2D")
