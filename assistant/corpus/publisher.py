"""The outlet that published an article, as its saved page names it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.corpus.agencies import AGENCY_NAMES
from assistant.corpus.credits import CAPTION_SUFFIX
from assistant.corpus.outlets import HEADLINE_SUFFIX, display_name, is_company, is_known, is_outlet, outlet_of
from assistant.corpus.publication import quoted
from assistant.corpus.signatures import signed_names
from assistant.corpus.verdicts import LineVerdict
from assistant.corpus.vocabulary import AGENCY
from assistant.language.folding import fold
from assistant.types import Provenance

_SOURCE = re.compile(r"^\W*(?:Source|Sources|Éditeur|Publié par|Média|Journal)\s*:\s*(?P<name>[^.!?:/]{2,60}?)\W*$")
_OUTLET_FIRST = re.compile(
    rf"^\W*(?P<name>.{{2,40}}?) (?:avec|et|with) (?:l'|les )?(?:{AGENCY}|agences?)\b", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:©|\bCopyright|\(c\))\s*(?:Copyright\s*)?(?:(?:19|20)\d\d\s*[-–,]?\s*)?(?P<name>[^\d|,;/.()©–-]{2,40})",
    re.IGNORECASE,
)


def find_publisher(verdicts: Sequence[LineVerdict], *, url: str | None) -> tuple[str, Provenance] | None:
    """Read the outlet from a byline, a copyright notice, the end of captions, the page's address or its own name.

    A notice that names a house, or a name no list knows, counts only where nothing above it names the title.
    """
    return (
        _byline_publisher(verdicts)
        or _owner(verdicts, accept=is_known)
        or _caption_publisher(verdicts)
        or _headline_publisher(verdicts)
        or _host_publisher(url)
        or _named_alone(verdicts)
        or _owner(verdicts, accept=is_outlet)
    )


def _byline_publisher(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    for verdict in verdicts:
        if verdict.reason == "byline" and not is_known(verdict.text):  # a name alone may be a link to another site
            names = signed_names(verdict.text) or verdict.text
            source = _SOURCE.match(verdict.text)
            match = _OUTLET_FIRST.match(names)
            name = source["name"] if source else match["name"] if match else names
            name = re.sub(r"^(?:Par|By)\s*:?\s", "", name.strip()).strip(" ,|–—-")
            parts = re.split(r"\s[-–—|•·]\s|,\s", name)
            outlet = next((part for part in parts if is_known(part)), name if is_outlet(name) else "")
            if outlet and not is_company(outlet) and fold(outlet) not in AGENCY_NAMES:
                return display_name(outlet), Provenance("stated", quoted(verdict.text))
    return None


def _headline_publisher(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the outlet that ends the headline: "Le pont fermera - Journal"."""
    for verdict in [verdict for verdict in verdicts if verdict.keep or verdict.reason == "title"][:3]:
        suffix = HEADLINE_SUFFIX.fullmatch(verdict.text)
        if suffix and is_known(suffix["name"]) and fold(suffix["name"]) not in AGENCY_NAMES:
            return display_name(suffix["name"]), Provenance("stated", quoted(verdict.text))
    return None


def _host_publisher(url: str | None) -> tuple[str, Provenance] | None:
    outlet = outlet_of(url) if url else None
    return (outlet, Provenance("inferred", f"adresse de la page : {url}")) if outlet else None


def _named_alone(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read a line above the text that is nothing but an outlet's name, when only one is named so."""
    above = [verdict.text for verdict in verdicts if not verdict.keep]
    first = next((verdict.number for verdict in verdicts if verdict.keep), 0)
    names = {
        verdict.text
        for verdict in verdicts
        if verdict.number < first + 3 and is_known(verdict.text) and len(verdict.text) > 2
    }
    agencies = {name for name in names if fold(name) in AGENCY_NAMES}
    named = _main_names(sorted(names - agencies, key=len))
    if len(named) == 1 and named[0] in above:
        return display_name(named[0]), Provenance("inferred", f"nom de site isolé en tête de page : {quoted(named[0])}")
    return None


def _main_names(names: Sequence[str]) -> list[str]:
    """Return names, shortest first, without the editions of one of them: "ici Lorraine" is "ici"; spellings once."""
    kept: list[str] = []
    for name in names:
        plain = fold(name)
        if not any(plain == fold(other) or plain.startswith(fold(other) + " ") for other in kept):
            kept.append(name)
    return kept


def _owner(verdicts: Sequence[LineVerdict], *, accept: Callable[[str], bool]) -> tuple[str, Provenance] | None:
    """Read a copyright notice that names an outlet: "© 2025 Le Journal"; a photo's credit names an agency."""
    for verdict in verdicts:
        if verdict.reason in ("credit", "footer-heading"):
            for match in _COPYRIGHT.finditer(verdict.text):
                name = re.sub(r"(?i)\W*(?:tous droits.*|all rights.*|avec .*)$", "", match["name"]).strip(" .-")
                photograph = is_company(name) and match.start() > 0  # "Le piquet de grève © Maison - Photographe"
                if accept(name) and not photograph and fold(name) not in AGENCY_NAMES and fold(name) != "sputnik":
                    return display_name(name), Provenance("stated", quoted(verdict.text))
    return None


def _caption_publisher(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the name that ends captions or the headline: "Caption - Journal"."""
    for verdict in verdicts:
        if verdict.reason in ("caption", "title"):
            match = CAPTION_SUFFIX.match(verdict.text.strip())
            if match and is_outlet(match["name"]) and fold(match["name"]) not in AGENCY_NAMES:
                return match["name"].strip(), Provenance("stated", quoted(verdict.text))
    return None
