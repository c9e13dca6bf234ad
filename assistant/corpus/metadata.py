"""What the saved text of an article states about it: title, publisher, agency, authors, date, address, language.

Only what is written is taken, with the words it was taken from as evidence. Nothing here knows any
article; what is not stated stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.corpus.boilerplate import bare_names, normal_form, signed_names
from assistant.corpus.cleaner import LineVerdict, classify_lines
from assistant.corpus.front_matter import Metadata, valid_url
from assistant.corpus.headline import could_be_headline, headline
from assistant.corpus.outlets import display_name, is_company, is_known, is_outlet, outlet_of
from assistant.corpus.paragraphs import Paragraph, paragraphs
from assistant.corpus.publication import publication_date, quoted
from assistant.corpus.vocabulary import AGENCY
from assistant.language.folding import fold
from assistant.types import Provenance

_AGENCY_NAMES = {
    "afp": "AFP", "agence france-presse": "AFP", "ap": "AP", "associated press": "AP", "reuters": "Reuters",
    "belga": "Belga", "ats": "ATS", "keystone-ats": "Keystone-ATS", "keystone": "Keystone", "epa": "EPA", "efe": "EFE",
    "ansa": "ANSA", "dpa": "DPA", "tass": "TASS", "anadolu": "Anadolu", "xinhua": "Xinhua", "bloomberg": "Bloomberg",
    "ria novosti": "RIA Novosti", "la presse canadienne": "La Presse canadienne",
    "presse canadienne": "La Presse canadienne",
}  # fmt: skip
_AGENCY_TOKEN = "(?:" + "|".join(sorted((re.escape(name) for name in _AGENCY_NAMES), key=len, reverse=True)) + ")"
_WITH_AGENCY = re.compile(rf"\b(?:avec|et|with|sources? ?:?) ?(?:l'|la )?(?P<agency>{_AGENCY_TOKEN})\b")
_AGENCY_ALONE = re.compile(rf"\W*(?P<agency>{_AGENCY_TOKEN})\W*")
_DATELINE = re.compile(rf"^[^.!?]{{0,80}}[(\[](?:.{{0,30}}\W)?(?P<agency>{_AGENCY_TOKEN})[)\]]\s*[-–—.:]?")
_SOURCE = re.compile(r"^\W*(?:Source|Sources|Éditeur|Publié par|Média|Journal)\s*:\s*(?P<name>[^.!?:/]{2,60}?)\W*$")
_OUTLET_FIRST = re.compile(
    rf"^\W*(?P<name>.{{2,40}}?) (?:avec|et|with) (?:l'|les )?(?:{AGENCY}|agences?)\b", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:©|\bCopyright|\(c\))\s*(?:Copyright\s*)?(?:(?:19|20)\d\d\s*[-–,]?\s*)?(?P<name>[^\d|,;/.()©–-]{2,40})",
    re.IGNORECASE,
)
_LABELLED_AUTHOR = re.compile(
    r"^\W*(?:Auteure?s?|Auteurs|Authors?|Journaliste|Signature|Written by)\s*:\s*(?P<name>[^.!?:]{2,80})$",
    re.IGNORECASE,
)
_ENVOY = re.compile(
    r"^.*\b(?:correspondante?s?|envoyée?s? spécia\w+)\b[^,:]{0,40}[,:]\s*(?P<name>[A-ZÀ-Þ][^,.!?]{2,60})$"
)
_OWN_ADDRESS = re.compile(
    r"\W*(?:(?:sources?|url|lien|adresse|permalien|article(?: original)?|lu sur|canonical|page)(?: de l['’]article"
    r"| d['’]origine| permanent)?\s*:\s*)?<?(?P<url>https?://[^\s<>\"')\]]+)>?\W*", re.IGNORECASE,
)  # fmt: skip
# The path of an article, not of a section: several words, a number or a date, a file.
_ARTICLE_PATH = re.compile(
    r"//(?!(?:www\.|m\.)?(?:facebook|twitter|x|linkedin|youtube|instagram|whatsapp|t|bsky)\.)[^/]+/.*"
    r"(?:[^/?#]+-[^/?#]+-[^/?#]+|\d{4,}|\.(?:html?|php|aspx))"
)
_HEADLINE_SUFFIX = re.compile(r"(?P<title>.{15,}?)\s[-–—|]\s(?P<name>[^-–—|]{2,40})")
_CAPTION_SUFFIX = re.compile(r".{2,}\s[-–—|]\s+(?P<name>[A-ZÀ-Þ][^-–—|.!?]{1,40})$")
_FRENCH_WORDS = frozenset(
    "le la les des du un une et en que qui dans pour est sur pas par au aux ce cette avec il elle sont ont".split()
)
_ENGLISH_WORDS = frozenset(
    "the of and to in a is that for on was with as by at his her from has have are were it its be".split()
)


def infer_metadata(text: str, *, title: str | None = None) -> Metadata:
    """Read the metadata that a saved text states.

    Args:
        text: the text as saved, menus included.
        title: the title when it is already known.

    Returns:
        The fields found, each with its basis and the words it rests on; a field that was not found is
        ``unknown`` in ``provenance``, with what was looked for.
    """
    verdicts = [
        replace(verdict, text=" ".join(verdict.text.split()))  # one kind of space for the patterns below
        for verdict in classify_lines(text, title=title)
        if verdict.reason != "blank"
    ]
    found: dict[str, tuple[str, Provenance]] = {}
    if title is None:
        _keep(found, "title", _title(text, {verdict.number: verdict for verdict in verdicts}))
    _keep(found, "agency", _agency(verdicts))
    _keep(found, "url", _url(verdicts))
    _keep(found, "publisher", _publisher(verdicts, url=found["url"][0] if "url" in found else None))
    authors, signed = _authors(verdicts)
    published = publication_date(verdicts)
    language, spoken = detect_language(" ".join(verdict.text for verdict in verdicts if verdict.keep))
    provenance = {
        "title": Provenance("unknown", "aucune ligne de titre dans le texte enregistré"),
        "publisher": Provenance("unknown", "aucun éditeur nommé dans le texte enregistré"),
        "agency": Provenance("unknown", "aucune agence nommée comme source"),
        "authors": signed,
        "published": Provenance(published.basis, published.evidence),
        "url": Provenance("unknown", "aucune adresse dans le texte enregistré"),
        "language": spoken,
        **{name: how for name, (_, how) in found.items()},
    }
    values = {name: value for name, (value, _) in found.items()}
    return Metadata(
        title=values.get("title"),
        publisher=values.get("publisher"),
        agency=values.get("agency"),
        authors=authors,
        published=published,
        url=values.get("url"),
        language=language,
        provenance=provenance,
    )


def detect_language(text: str) -> tuple[str, Provenance]:
    """Tell French from English by their grammar words; French when neither shows, and the provenance says so."""
    words = fold(text[:20_000]).split()
    french = sum(word in _FRENCH_WORDS for word in words)
    english = sum(word in _ENGLISH_WORDS for word in words)
    if french == english:
        return "fr", Provenance("inferred", "français par défaut : les mots ne tranchent pas")
    language, name = ("fr", "français") if french > english else ("en", "anglais")
    return language, Provenance(
        "inferred", f"mots grammaticaux : {max(french, english)} en {name}, contre {min(french, english)}"
    )


def _keep(found: dict[str, tuple[str, Provenance]], name: str, value: tuple[str, Provenance] | None) -> None:
    if value is not None:
        found[name] = value


def _title(text: str, verdicts: Mapping[int, LineVerdict]) -> tuple[str, Provenance] | None:
    """Take the Markdown headline, the line repeated above the text, or the first line that stands alone there."""
    head = _head(text, verdicts)
    heading = next((unit for unit, _ in head if re.match(r"#\s+\S", unit.text)), None)
    if heading is not None:
        return heading.text.lstrip("# ").strip(), Provenance("stated", "titre Markdown (#)")
    lines = [unit for unit, kept in head if kept and could_be_headline(unit)]
    counts = Counter(unit.plain for unit, _ in head)
    repeated = next((unit for unit in lines if counts[unit.plain] > 1), None)
    if repeated is not None:
        return _tidy_title(repeated.text), Provenance("stated", "ligne répétée en tête du texte enregistré")
    alone = headline(lines)
    if alone is None:
        return None
    return _tidy_title(alone.text), Provenance("stated", "première ligne isolée avant le texte")


def _tidy_title(line: str) -> str:
    """Return a headline without marks around it and without the outlet's name after it."""
    title = " ".join(line.strip("*_ ").split())
    suffix = _HEADLINE_SUFFIX.fullmatch(title)
    return suffix["title"] if suffix and is_known(suffix["name"]) else title


def _head(text: str, verdicts: Mapping[int, LineVerdict]) -> list[tuple[Paragraph, bool]]:
    """Return the paragraphs above the article's first, each with whether it stays; none when there is no first."""
    head: list[tuple[Paragraph, bool]] = []
    for unit in paragraphs(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        kept = verdicts[unit.start + 1].keep
        if kept and unit.strong:
            return head
        head.append((unit, kept))
    return []


def _publisher(verdicts: Sequence[LineVerdict], *, url: str | None) -> tuple[str, Provenance] | None:
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
            if outlet and not is_company(outlet) and fold(outlet) not in _AGENCY_NAMES:
                return display_name(outlet), Provenance("stated", quoted(verdict.text))
    return None


def _headline_publisher(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the outlet that ends the headline: "Le pont fermera - Journal"."""
    for verdict in [verdict for verdict in verdicts if verdict.keep or verdict.reason == "title"][:3]:
        suffix = _HEADLINE_SUFFIX.fullmatch(verdict.text)
        if suffix and is_known(suffix["name"]) and fold(suffix["name"]) not in _AGENCY_NAMES:
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
    agencies = {name for name in names if fold(name) in _AGENCY_NAMES}
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
                if accept(name) and not photograph and fold(name) not in _AGENCY_NAMES and fold(name) != "sputnik":
                    return display_name(name), Provenance("stated", quoted(verdict.text))
    return None


def _caption_publisher(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the name that ends captions or the headline: "Caption - Journal"."""
    for verdict in verdicts:
        if verdict.reason in ("caption", "title"):
            match = _CAPTION_SUFFIX.match(verdict.text.strip())
            if match and is_outlet(match["name"]) and fold(match["name"]) not in _AGENCY_NAMES:
                return match["name"].strip(), Provenance("stated", quoted(verdict.text))
    return None


def _agency(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    for verdict in verdicts:
        if verdict.reason in ("byline", "date"):
            plain = fold(verdict.text)
            match = _WITH_AGENCY.search(plain) or _AGENCY_ALONE.fullmatch(normal_form(verdict.text))
            signed = signed_names(verdict.text)
            match = match or (_AGENCY_ALONE.fullmatch(fold(signed)) if signed else None)
            if match:
                return _AGENCY_NAMES[match["agency"]], Provenance("stated", quoted(verdict.text))
    for verdict in [verdict for verdict in verdicts if verdict.keep][:3]:
        dateline = _DATELINE.match(fold(verdict.text[:160]))
        if dateline:
            return _AGENCY_NAMES[dateline["agency"]], Provenance("stated", quoted(verdict.text[: dateline.end()]))
    return None


def _authors(verdicts: Sequence[LineVerdict]) -> tuple[tuple[str, ...], Provenance]:
    for verdict in verdicts:
        if verdict.reason == "byline":
            labelled = _LABELLED_AUTHOR.match(verdict.text)
            names = labelled["name"] if labelled else signed_names(verdict.text) or bare_names(verdict.text)
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


def _url(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the page's own address: a line that is one address, or says that it is; a link to elsewhere is none."""
    for verdict in verdicts:
        match = _OWN_ADDRESS.fullmatch(verdict.text.strip())
        if match and not verdict.keep and valid_url(match["url"]) and _ARTICLE_PATH.search(match["url"]):
            return match["url"], Provenance("stated", quoted(verdict.text))
    return None
