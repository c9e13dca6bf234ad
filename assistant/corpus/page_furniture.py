"""Headings of lists of other articles, buttons, and menus: lines made of an interface's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.corpus import list_headings
from assistant.corpus import vocabulary as words
from assistant.corpus.line_form import QUOTE, WORD, is_sentence, normal_form
from assistant.corpus.outlets import is_known
from assistant.corpus.verdicts import Reason
from assistant.language.folding import fold

_DEAD_LINKS = re.compile(r"\s*(?:[-*•|]?\s*\[[^\]\n]{0,80}\]\((?:#[^)\n]{0,60}|javascript:[^\n]{0,100})\)\s*)+")

_MENU_SIGN = re.compile("[☰≡⌂🔍🔎👤]")


def heading(line: str, plain: str) -> Reason | None:
    """Judge headings of other articles, comments, footers and tags, and links announced within one line."""
    if len(plain) > 200:
        return None
    inline = list_headings.INLINE_HEADINGS.fullmatch(plain)
    if inline is not None:
        title = WORD.search(inline["rest"])
        own_words = is_sentence(line) and (line.lstrip()[0] in '«"“' or plain.count(" ") > 20)
        if not own_words:  # « Lire aussi entre les lignes », conseille-t-elle.
            return "related-inline" if title else "related-heading"
    if QUOTE.search(line) or (is_sentence(line) and (plain.count(" ") > 8 or " " not in plain)):
        return None
    for reason, pattern in (
        ("comments-heading", list_headings.COMMENT_HEADINGS),
        ("related-heading", list_headings.BLOCK_HEADINGS),
        ("footer-heading", list_headings.FOOTER_HEADINGS),
        ("tags-heading", list_headings.TAG_HEADINGS),
    ):
        if pattern.fullmatch(plain):
            return reason  # type: ignore[return-value] # one of the Literal's words
    return None


def button(line: str, plain: str) -> Reason | None:
    """Judge lines made of interface words only, and menus made of section names."""
    tokens = WORD.findall(plain)
    if re.fullmatch(r"(?:#\w+[\s,]*)+", line.strip()) or _DEAD_LINKS.fullmatch(line):
        return "interface"  # hashtags; links that lead nowhere are buttons
    if not is_sentence(line) and (words.LABELS.fullmatch(plain) or _is_own_service(line)):
        return "interface"
    if words.PHRASES.fullmatch(plain) and (len(tokens) >= 3 or not is_sentence(line)):  # "Non." is an answer
        return "interface"
    if len(tokens) > 25 or (is_sentence(line) and len(tokens) > 8):
        return None
    strong = sum(token in words.STRONG_WORDS for token in tokens)
    known = _interface_words(tokens)
    if is_sentence(line) and not line.strip()[0].isupper():
        return None  # the end of a sentence that was broken over two lines
    if strong and (known == len(tokens) or (strong >= 3 and known >= 0.75 * len(tokens))):
        return "interface"
    sections = sum(token in words.RUBRICS for token in tokens)
    listed = sum(
        token in words.RUBRICS or token in words.STRONG_WORDS or token in words.NEUTRAL_WORDS for token in tokens
    )
    if (sections >= 3 or (sections and strong)) and listed >= 0.85 * len(tokens) and not is_sentence(line):
        return "navigation"
    if _is_menu(line, tokens, sections):
        return "navigation"
    if re.search(r"\S\s*[>›»]\s+\S.*[>›»]|^(?:accueil|home)\s*[>›»/|]", line.casefold()) and not is_sentence(line):
        return "navigation" if len(tokens) <= 20 and "«" not in line else None
    return None


def _interface_words(tokens: Sequence[str]) -> int:
    """Count the words that belong to an interface, surely, perhaps or as their small words."""
    return sum(
        token in words.STRONG_WORDS or token in words.WEAK_WORDS or token in words.NEUTRAL_WORDS for token in tokens
    )


def _is_menu(line: str, tokens: Sequence[str], sections: int) -> bool:
    """Tell whether a line is a row of short labels between bars, a path from the home page, or a row of sections."""
    links = [normal_form(part) for part in re.split(r"\s+[-–—|•·/]\s+", line.strip())]
    if len(links) >= 3 and all(words.SITE_PAGES.fullmatch(link) or _known_words(link) for link in links):
        return True
    if is_sentence(line) or "«" in line:
        return False
    if _MENU_SIGN.search(line):
        return True
    rows = [part for part in re.split(r"\s*[|•·]\s*|\t+|\s{2,}", line.strip()) if part]
    longest = max((len(row.split()) for row in rows), default=9)
    if len(rows) >= 4 and longest <= 4:
        return True
    labels = re.search(r"[|•·]", line) or all(row[0].isupper() for row in rows)  # "La  mairie  a dit" is badly typed
    if len(rows) == 3 and longest <= 3 and labels and not re.search(r"\d", line):
        return True
    path = [part for part in re.split(r"\s+[-–—/|>›»•·]\s+", line.strip()) if part]
    if len(path) >= 3 and fold(path[0]) in ("accueil", "home", "a la une", "actualites", "actualite", "infos"):
        return max(len(part.split()) for part in path) <= 5
    known = sum(
        token in words.RUBRICS or token in words.STRONG_WORDS or token in words.WEAK_WORDS
        or token in words.NEUTRAL_WORDS for token in tokens
    )  # fmt: skip
    return sections >= 4 and known >= 0.75 * len(tokens) and not re.search(r"[:,\d]", line)


def _known_words(plain: str) -> bool:
    tokens = WORD.findall(plain)
    return bool(tokens) and _interface_words(tokens) == len(tokens)


def _is_own_service(line: str) -> bool:
    """Tell whether a line is an outlet's name and one of its services: "Le Monde Jeux"."""
    name, _, service = " ".join(line.split()).rpartition(" ")
    return bool(name) and is_known(name) and fold(service) in words.OWN_SERVICES
