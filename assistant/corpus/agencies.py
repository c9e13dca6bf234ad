"""The press agency that an article names as its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.corpus.front_matter import Metadata
from assistant.corpus.line_form import normal_form
from assistant.corpus.publication import quoted
from assistant.corpus.signatures import signed_names
from assistant.corpus.verdicts import LineVerdict
from assistant.language.folding import fold
from assistant.types import Provenance

AGENCY_NAMES = {
    "afp": "AFP", "agence france-presse": "AFP", "ap": "AP", "associated press": "AP", "reuters": "Reuters",
    "belga": "Belga", "ats": "ATS", "keystone-ats": "Keystone-ATS", "keystone": "Keystone", "epa": "EPA", "efe": "EFE",
    "ansa": "ANSA", "dpa": "DPA", "tass": "TASS", "anadolu": "Anadolu", "xinhua": "Xinhua", "bloomberg": "Bloomberg",
    "ria novosti": "RIA Novosti", "la presse canadienne": "La Presse canadienne",
    "presse canadienne": "La Presse canadienne",
}  # fmt: skip
_AGENCY_TOKEN = "(?:" + "|".join(sorted((re.escape(name) for name in AGENCY_NAMES), key=len, reverse=True)) + ")"
_WITH_AGENCY = re.compile(rf"\b(?:avec|et|with|sources? ?:?) ?(?:l'|la )?(?P<agency>{_AGENCY_TOKEN})\b")
_AGENCY_ALONE = re.compile(rf"\W*(?P<agency>{_AGENCY_TOKEN})\W*")
_DATELINE = re.compile(rf"^[^.!?]{{0,80}}[(\[](?:.{{0,30}}\W)?(?P<agency>{_AGENCY_TOKEN})[)\]]\s*[-–—.:]?")

_BESIDE_AGENCY = re.compile(
    rf"(?P<name>.*\w)\W+(?:avec|et|with)\s+(?:l['’]|la )?(?P<agency>{_AGENCY_TOKEN})\W*", re.IGNORECASE
)


def find_agency(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the agency from a byline or a date line, or else from the dateline that opens the text."""
    for verdict in verdicts:
        if verdict.reason in ("byline", "date"):
            plain = fold(verdict.text)
            match = _WITH_AGENCY.search(plain) or _AGENCY_ALONE.fullmatch(normal_form(verdict.text))
            signed = signed_names(verdict.text)
            match = match or (_AGENCY_ALONE.fullmatch(fold(signed)) if signed else None)
            if match:
                return AGENCY_NAMES[match["agency"]], Provenance("stated", quoted(verdict.text))
    for verdict in [verdict for verdict in verdicts if verdict.keep][:3]:
        dateline = _DATELINE.match(fold(verdict.text[:160]))
        if dateline:
            return AGENCY_NAMES[dateline["agency"]], Provenance("stated", quoted(verdict.text[: dateline.end()]))
    return None


def with_agency_apart(metadata: Metadata) -> Metadata:
    """Return metadata whose publisher is named without the agency beside it: "Le Monde avec AFP" is Le Monde, AFP."""
    match = _BESIDE_AGENCY.fullmatch(metadata.publisher or "")
    if match is None:
        return metadata
    how = metadata.provenance["publisher"]
    agency = metadata.agency or AGENCY_NAMES[fold(match["agency"])]
    provenance = metadata.provenance if metadata.agency else {**metadata.provenance, "agency": how}
    return replace(metadata, publisher=match["name"], agency=agency, provenance=provenance)
