"""The press agency that an article names as its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.corpus.front_matter import Metadata
from assistant.corpus.publication import quoted
from assistant.corpus.signatures import signed_names
from assistant.corpus.verdicts import LineVerdict
from assistant.language.folding import fold
from assistant.types import Provenance

AGENCY_NAMES = {
    "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP", "ap": "AP", "associated press": "AP",
    "reuters": "Reuters", "belga": "Belga", "ats": "ATS", "keystone-ats": "Keystone-ATS", "keystone": "Keystone",
    "epa": "EPA", "efe": "EFE", "ansa": "ANSA", "dpa": "DPA", "tass": "TASS", "anadolu": "Anadolu",
    "xinhua": "Xinhua", "bloomberg": "Bloomberg", "ria novosti": "RIA Novosti", "interfax": "Interfax",
    "kyodo": "Kyodo", "yonhap": "Yonhap", "la presse canadienne": "La Presse canadienne",
    "presse canadienne": "La Presse canadienne",
}  # fmt: skip
# Known by its name, or called an agency: "Agence Boréale", "l'Agence de presse du Nord".
_KNOWN = "|".join(sorted((re.escape(name).replace(r"\ ", "[ -]") for name in AGENCY_NAMES), key=len, reverse=True))
_CALLED = (
    r"Agence(?: (?:de presse|d['’]information))?(?: (?:de la |du |des |de l['’]|de |d['’])?[A-ZÀ-Þ][\w-]+){1,3}"
    r"(?![\w-])"
)
AGENCY = rf"(?:(?i:{_KNOWN})(?![\w-])|{_CALLED})"
_ACRONYM = r"[A-Z]{2,5}(?![\w-])"
_BESIDE = r"(?i:avec|et|with|and) (?:l['’]|(?i:la|the) )?"
_WITH_AGENCY = re.compile(rf"\b(?:{_BESIDE}|(?i:sources?) ?:? ?(?:l['’]|la )?)(?P<agency>{AGENCY})")
_WITH_ACRONYM = re.compile(rf"\b(?i:avec) (?:l['’])?(?P<agency>{_ACRONYM})\W*$")
_AGENCY_ALONE = re.compile(rf"\W*(?:(?i:par|by|d['’]après|via) )?(?:l['’])?(?P<agency>{AGENCY})\W*")
# A part of a dated line: "Publié le 3 mars 2024 - (Agence Boréale)".
_AGENCY_PART = re.compile(rf"(?:^|[|•·–—,/(]|\s-|- )\s*(?:l['’])?(?P<agency>{AGENCY})\s*(?:$|[|•·–—,/)]|\s-)")
_DATELINE = re.compile(
    rf"^[^.!?]{{0,80}}?[(\[](?:[^()]{{0,30}}\W)?(?P<agency>{AGENCY})[)\]]\s*[-–—.:]?"
    rf"|^[A-ZÀ-Þ][A-ZÀ-Þ' ’-]{{2,40}}(?:,[^.!?(]{{0,30}})?\s*[(\[](?P<acronym>{_ACRONYM})[)\]]\s*[-–—]\s"
)
_BESIDE_AGENCY = re.compile(rf"(?P<name>.*\w)\W+{_BESIDE}(?P<agency>{AGENCY})\W*")
_BESIDE_ANY = re.compile(rf"[\s,(–—|-]*\b{_BESIDE}{AGENCY}(?:(?:,| et|/| &) (?:l['’])?{AGENCY})*\)?")
_WHOLE = re.compile(AGENCY)


def agency_name(name: str) -> str:
    """Return an agency's name as it is shown: a known one in its usual spelling."""
    return AGENCY_NAMES.get(fold(name).replace("france presse", "france-presse"), name)


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a press agency: one of the list, or one that calls itself so."""
    return bool(_WHOLE.fullmatch(name.strip()))


def without_agency(text: str) -> str:
    """Return a name without the agency beside it: "Le Phare avec Agence Boréale" is "Le Phare"."""
    match = _BESIDE_AGENCY.fullmatch(text)
    acronym = _WITH_ACRONYM.search(text)
    return match["name"] if match else text[: acronym.start()].rstrip(" ,(–—-|") if acronym else text


def without_agencies(text: str) -> str:
    """Return a line without "avec AFP et Reuters" wherever it stands in it."""
    return _BESIDE_ANY.sub("", text)


def find_agency(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the agency from a byline or a date line, or else from the dateline that opens the text."""
    for verdict in verdicts:
        if verdict.reason in ("byline", "date"):
            signed = signed_names(verdict.text)
            match = (
                _WITH_AGENCY.search(verdict.text)
                or _AGENCY_ALONE.fullmatch(verdict.text)
                or _AGENCY_PART.search(verdict.text)
                or _WITH_ACRONYM.search(verdict.text)
                or (_AGENCY_ALONE.fullmatch(signed) if signed else None)
            )
            if match:
                return agency_name(match["agency"]), Provenance("stated", quoted(verdict.text))
    for verdict in [verdict for verdict in verdicts if verdict.keep][:3]:
        dateline = _DATELINE.match(verdict.text[:160])
        if dateline:
            named = dateline["agency"] or dateline["acronym"]
            return agency_name(named), Provenance("stated", quoted(verdict.text[: dateline.end()]))
    return None


def with_agency_apart(metadata: Metadata) -> Metadata:
    """Return metadata whose publisher is named without the agency beside it: "Le Monde avec AFP" is Le Monde, AFP.

    A publisher that is itself the agency of its dispatch has no agency beside it.
    """
    if metadata.agency and metadata.publisher and fold(metadata.agency) == fold(metadata.publisher):
        return replace(metadata, agency=None)
    match = _BESIDE_AGENCY.fullmatch(metadata.publisher or "")
    if match is None:
        return metadata
    how = metadata.provenance["publisher"]
    agency = metadata.agency or agency_name(match["agency"])
    provenance = metadata.provenance if metadata.agency else {**metadata.provenance, "agency": how}
    return replace(metadata, publisher=match["name"], agency=agency, provenance=provenance)
