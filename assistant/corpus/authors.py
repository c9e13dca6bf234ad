"""The persons who sign an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.corpus.outlets import is_outlet
from assistant.corpus.publication import quoted
from assistant.corpus.signatures import bare_names, dated_names, signed_names
from assistant.corpus.verdicts import LineVerdict
from assistant.corpus.vocabulary import AGENCY
from assistant.types import Provenance

_LABELLED_AUTHOR = re.compile(
    r"^\W*(?:Auteure?s?|Auteurs|Authors?|Journaliste|Signature|Written by)\s*:\s*(?P<name>[^.!?:]{2,80})$",
    re.IGNORECASE,
)
_ENVOY = re.compile(
    r"^.*\b(?:correspondante?s?|envoyée?s? spécia\w+)\b[^,:]{0,40}[,:]\s*(?P<name>[A-ZÀ-Þ][^,.!?]{2,60})$"
)


def find_authors(verdicts: Sequence[LineVerdict]) -> tuple[tuple[str, ...], Provenance]:
    """Read the persons of the first byline that names any; none when no byline does."""
    for verdict in verdicts:
        if verdict.reason == "byline":
            labelled = _LABELLED_AUTHOR.match(verdict.text)
            names = labelled["name"] if labelled else signed_names(verdict.text) or bare_names(verdict.text)
            names = names or dated_names(verdict.text)
            envoy = _ENVOY.match(verdict.text)
            names = envoy["name"] if envoy else names
            people = tuple(_people(names or "", labelled=labelled is not None))
            if people:
                return people, Provenance("stated", quoted(verdict.text))
    return (), Provenance("unknown", "aucune signature")


def _people(names: str, *, labelled: bool) -> Iterator[str]:
    """Yield the persons among the names of a byline; a lone word is one only after "Auteur :"."""
    without_agency = re.sub(rf"(?i)[\s(]*\b(?:avec|with)\b.*$|\b(?:{AGENCY})\b", "", names)
    for name in re.split(r"\s*(?:,|;|&|\bet\b|\band\b|/)\s*", without_agency):
        tidy = " ".join(name.strip(" .-–—()").split())
        words = tidy.split()
        is_name = (
            words and words[0][:1].isupper() and words[-1][:1].isupper() and not any(char.isdigit() for char in tidy)
        )
        if (
            is_name
            and not is_outlet(tidy)
            and 2 - labelled <= len(words) <= 4
            and not re.match(r"(?i)(?:la|notre|nos|les?)\b", tidy)
        ):
            yield tidy
