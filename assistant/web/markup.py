"""Text of articles and visitors as inert HTML: nothing they contain can become a node, a link or a direction.

Two kinds are told apart. A quote is shown to the letter, its characters untouched, isolated by ``<bdi>``. A label
(title, name, evidence) is not a quote: invisible characters that could disguise it are left out.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

# Bidirectional embeddings, overrides and isolates, and characters that have no width and no use in a label.
_DISGUISE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_BREAKS = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")  # a no-break space is typography and stays
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def escaped(text: str) -> str:
    """Return text as HTML whose ``innerText`` is that text, where the style keeps white space.

    Control characters that HTML cannot carry are shown as U+FFFD.
    """
    return _CONTROLS.sub("\ufffd", html.escape(text)).replace("\r", "&#13;")


def quoted(text: str, *, bold: tuple[int, int] = (0, 0)) -> str:
    """Return a quote to the letter, isolated so that its direction cannot reach the words around it.

    Args:
        text: the quote.
        bold: the span of it in bold, as offsets; what lies outside the text is left out, an empty span marks nothing.
    """
    start, end = (min(max(offset, 0), len(text)) for offset in bold)
    if start >= end:
        return f"<bdi>{escaped(text)}</bdi>"
    return f"<bdi>{escaped(text[:start])}<strong>{escaped(text[start:end])}</strong>{escaped(text[end:])}</bdi>"


def label(text: str) -> str:
    """Return a title, name or reason on one line, isolated and without characters that could disguise it."""
    return f"<bdi>{escaped(plain(text))}</bdi>"


def plain(text: str) -> str:
    """Return text on one line, without characters that could disguise it."""
    return _BREAKS.sub(" ", _DISGUISE.sub("", text)).strip()


def shortened(text: str, *, max_chars: int) -> str:
    """Return text on one line, cut between words with an ellipsis when it is longer."""
    line = plain(text)
    if len(line) <= max_chars:
        return line
    head = line[:max_chars]
    return (head.rsplit(" ", 1)[0] or head).rstrip(" ,;:.") + "…"


def web_address(url: str | None) -> str | None:
    """Return the address when it is http or https with a host and nothing hidden in it, else None: no link is made."""
    if url is None or _DISGUISE.search(url) or _CONTROLS.search(url) or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # "https://[": not an address
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc else None
