"""More ways to make a true quote untrue, each by a word or two that a reader may not miss.

As in :mod:`tests.citing.mutations`: each takes a quote and a quote of another article, and returns what is claimed;
None where the quote has nothing to change in that way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from assistant.citing.ledger import Claim
from eval.measures.quote_mutations import Claimed, Mutation, Taken

_SWAPS = {
    "unit": {"millions": "milliards", "milliards": "millions", "morts": "blessés", "blessés": "morts",
             "euros": "dollars", "dollars": "euros", "mètres": "kilomètres", "kilomètres": "mètres",
             "heures": "minutes", "minutes": "heures", "ans": "mois", "mois": "jours", "jours": "heures",
             "personnes": "soldats", "%": "euros"},
    "bound": {"au moins": "au plus", "plus de": "moins de", "moins de": "plus de", "avant": "après", "après": "avant",
              "depuis": "jusqu’à", "premier": "dernier", "première": "dernière", "tous": "certains",
              "toutes": "certaines", "hausse": "baisse", "contre": "pour", "nord": "sud", "est": "ouest"},
    "tense": {"était": "est", "étaient": "sont", "a": "avait", "ont": "avaient", "est": "était", "sont": "étaient",
              "sera": "est", "seront": "sont", "avait": "a"},
    "month": {"janvier": "février", "février": "mars", "mars": "avril", "avril": "mai", "mai": "juin",
              "juin": "juillet", "juillet": "août", "août": "septembre", "septembre": "octobre", "octobre": "novembre",
              "novembre": "décembre", "décembre": "janvier"},
}  # fmt: skip
_HEDGE = re.compile(
    r"(?<!\w)(?:presque|environ|près de|quelque|peut-être|seulement|surtout|notamment|probablement|vraisemblablement"
    r"|au moins|plus de|jusqu’à|jusqu'à|à peine|souvent|parfois|déjà|encore|toutefois|pourtant|également|aussi) ",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"(?<!\w)(?P<ne>[Nn]e |[Nn][’'])(?P<verb>[\w’']+ )(?P<word>plus|jamais|que|guère|rien)(?= )")
_NAME = re.compile(r"(?<![\w’'-])[A-ZÉ][\w’-]+(?: [A-ZÉ][\w’-]+)*")
_SUBJECT = re.compile(
    r"(?<= )(?P<np>(?:l[ea]s?|une?|ce|cette|son|sa|ses|leurs?) [a-zéèê-]{3,}(?: [a-zéèê-]+)?|l[’'][a-zéèê-]{3,}) "
    r"(?P<verb>a|ont|est|sont|avait|avaient|était|étaient|doit|doivent|peut|va|vont) "
)
_SIGN = re.compile(r"(?<![\w-])[-+−](?=\d)")


def _swapped(name: str) -> Mutation:
    table = _SWAPS[name]
    pattern = re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, table))})(?![\w-])")

    def swap(one: Taken, other: Taken) -> Claimed | None:
        changed = pattern.sub(lambda found: table[found[0]], one.text, count=1)
        return (changed, Claim()) if changed != one.text else None

    return swap


def hedge(one: Taken, other: Taken) -> Claimed | None:
    """What limits a figure or a verb dropped: "presque", "au moins", "encore"."""
    found = _HEDGE.search(one.text, 1)  # what opens a sentence is cut off it, not dropped
    return (one.text[: found.start()] + one.text[found.end() :], Claim()) if found else None


def hedge_by_ellipsis(one: Taken, other: Taken) -> Claimed | None:
    """The same, dropped with an ellipsis in its place: a bound of a figure is no detail."""
    found = re.search(r"(?<= )(?:presque|environ|près de|au moins|plus de|moins de|à peine)(?= )", one.text)
    return (f"{one.text[: found.start()]}[…]{one.text[found.end() :]}", Claim()) if found else None


def no_more(one: Taken, other: Taken) -> Claimed | None:
    """A "ne … plus", "ne … que", "ne … jamais" dropped."""
    changed = _NO_MORE.sub(lambda found: found["verb"].rstrip(), one.text, count=1)
    return (changed, Claim()) if changed != one.text else None


def names(one: Taken, other: Taken) -> Claimed | None:
    """Two names of a sentence exchanged."""
    found = [match for match in _NAME.finditer(one.text) if match.start() > 0]
    pair = next(((a, b) for a, b in pairwise(found) if a[0] != b[0]), None)
    if pair is None:
        return None
    a, b = pair
    return one.text[: a.start()] + b[0] + one.text[a.end() : b.start()] + a[0] + one.text[b.end() :], Claim()


def article(one: Taken, other: Taken) -> Claimed | None:
    """A true quote said to be of another article."""
    return one.text, Claim(article=other.article.id)


def subject(one: Taken, other: Taken) -> Claimed | None:
    """An ellipsis over the subject of a later verb, which so gets the one before: no name, a common noun."""
    for found in _SUBJECT.finditer(one.text):
        if found.start() > 8:
            return f"{one.text[: found.start()]}[…] {one.text[found.start('verb') :]}", Claim()
    return None


def subject_and_more(one: Taken, other: Taken) -> Claimed | None:
    """The same with the two words before it, so that its conjunction or the end of its clause goes too."""
    for found in _SUBJECT.finditer(one.text):
        before = one.text[: found.start()].split()
        if len(before) >= 5:
            return f"{' '.join(before[:-2])} […] {one.text[found.start('verb') :]}", Claim()
    return None


def sign(one: Taken, other: Taken) -> Claimed | None:
    """The sign of a figure cut off: "0,7 %" of "-0,7 %"."""
    found = _SIGN.search(one.text)
    return (one.text[found.end() :], Claim()) if found and len(one.text) - found.end() > 3 else None


MORE: Mapping[str, Mutation] = {
    "unit exchanged": _swapped("unit"),
    "bound turned round": _swapped("bound"),
    "tense changed": _swapped("tense"),
    "month changed": _swapped("month"),
    "limit dropped": hedge,
    "limit dropped by ellipsis": hedge_by_ellipsis,
    "no more, never, only dropped": no_more,
    "two names exchanged": names,
    "given to another article": article,
    "subject dropped by ellipsis": subject,
    "subject and its conjunction dropped by ellipsis": subject_and_more,
    "sign cut off": sign,
}
