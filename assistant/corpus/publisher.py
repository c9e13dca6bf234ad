"""The outlet that published an article, as its saved page names it.

Every place of a page that may name its site gives a mention with a weight; the name that is best proven is the
publisher, and none is where two are equally well. A person, a rubric, an agency alone or a headline is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.corpus.agencies import is_agency, without_agency
from assistant.corpus.authors import find_authors
from assistant.corpus.credits import CAPTION_SUFFIX
from assistant.corpus.outlets import HEADLINE_SUFFIX, is_company, is_known, is_outlet, outlet_of
from assistant.corpus.publication import quoted
from assistant.corpus.signatures import signed_names
from assistant.corpus.site_mentions import HINT, LIKELY, SURE, Mention, mentions, named_in_furniture, speaks_of_itself
from assistant.corpus.site_names import (
    has_article,
    host_names,
    host_of,
    is_distinctive,
    is_place,
    name_key,
    shown_name,
    site_name,
)
from assistant.corpus.verdicts import LineVerdict
from assistant.language.folding import fold
from assistant.types import Provenance

_SIGNED_BY_KNOWN, _SIGNED = 12, 9  # a byline says more than a notice, a notice more than a caption
_OWNER, _CAPTION = 8, 7
_HOUSE = LIKELY - 1  # a house counts only where no title is named
_LABEL = re.compile(r"^\W*(?:(?:Par|By)\s*:?\s|(?:Sources?|Éditeur|Publié par|Média|Journal)\s*:\s*)")
_DESK = re.compile(r"\b[Rr]édaction (?P<of>de |du |d['’])(?P<name>.{3,45})$")
_COPYRIGHT = re.compile(
    r"(?:©|\bCopyright|\(c\))\s*(?:Copyright\s*)?(?:(?:19|20)\d\d\s*[-–,]?\s*)?(?P<name>[^\d|,;/.()©–-]{2,40})",
    re.IGNORECASE,
)


def find_publisher(verdicts: Sequence[LineVerdict], *, url: str | None) -> tuple[str, Provenance] | None:
    """Read the outlet that the page names best, or else the host of its address.

    Args:
        verdicts: the lines that are not blank, with one kind of space.
        url: the page's own address, None when it is not known.
    """
    found = [
        mention
        for mention in (
            *_signed(verdicts), *_owners(verdicts), *_captions(verdicts), *_headlines(verdicts), *mentions(verdicts)
        )
        if not is_agency(mention.name)
    ]  # fmt: skip
    known = outlet_of(url) if url else None
    if known:
        found.append(Mention(known, SURE, Provenance("inferred", f"adresse de la page : {url}")))
    people = {name_key(name) for name in find_authors(verdicts)[0]}
    found = [
        one for one in found if one.weight > LIKELY or is_distinctive(one.name) or name_key(one.name) not in people
    ]
    best = _best(found, verdicts, url)
    if best is not None:
        return shown_name(best.name), best.how
    host = host_of(url)
    return (host, Provenance("inferred", f"adresse de la page : {url}")) if host else None


def _best(found: Sequence[Mention], verdicts: Sequence[LineVerdict], url: str | None) -> Mention | None:
    """Return the mention that is proven best; None when none is enough, or two names are as likely."""
    ranked: list[tuple[int, Mention]] = []
    for same in _by_name(found):
        chief = min(same, key=lambda mention: (-mention.weight, len(mention.name)))
        lines = {mention.how.evidence for mention in same}
        spoken = f" {name_key(chief.name)} " in f" {name_key(' '.join(one.text for one in verdicts if one.keep))} "
        told = not spoken or is_distinctive(chief.name)
        proof = min(len(lines) - 1, 2) + 2 * host_names(url, chief.name) + speaks_of_itself(verdicts, chief.name)
        proof += told and named_in_furniture(verdicts, chief.name)
        ranked.append((chief.weight + proof, chief))
    ranked.sort(key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < LIKELY - 1:
        return None
    rival = len(ranked) > 1 and ranked[1][0] == ranked[0][0] and ranked[0][1].weight <= LIKELY
    return None if rival else ranked[0][1]


def _by_name(found: Sequence[Mention]) -> list[list[Mention]]:
    """Group mentions by name; an edition is its paper: "ici Lorraine" is "ici", "La Dépêche" is that of Brenn."""
    groups: list[list[Mention]] = []
    for mention in found:
        key = f"{name_key(mention.name)} "
        group = next((one for one in groups if any(_same(key, f"{name_key(other.name)} ") for other in one)), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return groups


def _same(key: str, other: str) -> bool:
    return key.startswith(other) or other.startswith(key)


def _signed(verdicts: Sequence[LineVerdict]) -> Iterator[Mention]:
    """Read the outlet of a byline: "Par Euronews avec AFP", "Jean Dupont, Le Monde", "Awa Sow, pour Le Phare"."""
    for verdict in verdicts:
        if verdict.reason == "byline" and not is_known(verdict.text):  # a name alone may be a link to another site
            how = Provenance("stated", quoted(verdict.text))
            names = signed_names(verdict.text) or verdict.text
            name = _LABEL.sub("", without_agency(names).strip()).strip(" ,|–—-")
            parts = [part for part in re.split(r"\s?[–—|•·]\s|\s-\s|,\s", name) if part]
            outlet = _outlet_among(parts) or _of_desk(verdict.text)
            if not outlet and without_agency(names) != names and is_distinctive(site_name(name) or ""):
                outlet = name
            if outlet and not is_company(outlet):
                yield Mention(outlet, _SIGNED_BY_KNOWN, how)
            for part in parts[1:]:
                beside = site_name(re.sub(r"^(?:pour|journaliste (?:à|au)) ", "", part))
                if beside and not outlet and not verdict.keep:
                    yield Mention(beside, _SIGNED if is_distinctive(beside) else HINT, how)


def _outlet_among(parts: Sequence[str]) -> str:
    """Return the outlet of the list among the parts of a byline, or else one that is formed as theirs; "" for none."""
    formed = (part for part in parts if is_outlet(part) and (site_name(part) or is_company(part)))
    return next((part for part in parts if is_known(part)), next(formed, ""))


def _of_desk(line: str) -> str:
    """Return the paper whose desk signs: "La rédaction du Phare" is Le Phare's; "" for none."""
    desk = _DESK.search(line)
    name = site_name(("Le " if desk["of"] == "du " else "") + desk["name"]) if desk else None
    return name if name and (is_distinctive(name) or (has_article(name) and not is_place(name))) else ""


def _headlines(verdicts: Sequence[LineVerdict]) -> Iterator[Mention]:
    """Read the outlet that ends the headline: "Le pont fermera - Journal"; surely where it stands without it too."""
    texts = {fold(verdict.text.strip("#* ")) for verdict in verdicts}
    for verdict in [one for one in verdicts if one.keep or one.reason in ("title", "repeated")][:3]:
        suffix = HEADLINE_SUFFIX.fullmatch(verdict.text)
        name = site_name(suffix["name"]) if suffix else None
        if suffix and name:
            repeated = fold(suffix["title"].strip("#* ")) in texts
            likely = LIKELY - 1 if has_article(name) and not is_place(name) else HINT
            weight = SURE if is_known(name) or repeated else LIKELY if is_distinctive(name) else likely
            yield Mention(name, weight, Provenance("stated", quoted(verdict.text)))


def _owners(verdicts: Sequence[LineVerdict]) -> Iterator[Mention]:
    """Read an outlet of the list, or a house, in a copyright notice: "© 2025 Le Monde"; a photograph's is weaker."""
    for verdict in verdicts:
        if verdict.reason in ("credit", "footer-heading"):
            for match in _COPYRIGHT.finditer(verdict.text):
                name = re.sub(r"(?i)\W*(?:tous droits.*|all rights.*|avec .*)$", "", match["name"]).strip(" .-")
                house = is_company(name) and match.start() == 0  # "Le piquet de grève © Maison - Photographe"
                if (is_known(name) or house) and fold(name) != "sputnik":
                    weight = _HOUSE if house else _OWNER
                    yield Mention(name, weight, Provenance("stated", quoted(verdict.text)))


def _captions(verdicts: Sequence[LineVerdict]) -> Iterator[Mention]:
    """Read the name that ends captions or the headline: "Caption - Journal"."""
    for verdict in verdicts:
        if verdict.reason in ("caption", "title"):
            match = CAPTION_SUFFIX.match(verdict.text.strip())
            if match and is_outlet(match["name"]):
                weight = _CAPTION if is_known(match["name"]) else LIKELY
                yield Mention(match["name"].strip(), weight, Provenance("stated", quoted(verdict.text)))
