"""The noun phrase after a number: what is counted, in the article's words."""

from __future__ import annotations

import re

_STOPS = (
    r"qui|que|dont|où|ont|a|avait|avaient|sont|est|étaient|était|seraient|serait|auraient|aurait|ayant|depuis|selon"
    r"|d[’']après|lors|dans|en|au|aux|à|après|avant|pendant|pour|par|sur|contre|mais|tandis|alors|ainsi|puis|ce"
    r"|cette|il"
    r"|elle|se|ne|sans|entre|avec|chez|le|la|y|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier"
    r"|\w{3,}aient|atteint|atteignent|dépasse|avoisine|restent?|demeurent?|manquent?|habitent|vivent|figurent"
)
_COUNTED = re.compile(
    rf"^(?:\s+(?:(?:des?|(?:\w+ |d[’'])?autres)(?=\s)|d[’'](?=\w)))*"
    rf"(?:\s+(?!(?:{_STOPS})(?!\w)|(?:qu|s|n|m|c)[’'])(?:[\w’'-]+))*",
    re.IGNORECASE,
)

_RUNS_ON = re.compile(
    r"\s+(?:et (?:(?:détruit|perdu|pris|mis)$|(?:nous|ils|elles|on|réclam\w+|demand\w+|accus\w+)(?!\w).*)"
    r"|(?:\w{3,}aient|restent|demeurent)(?!\w).*)"
)
"""Where a clause follows what is counted: "29 morts et réclame", "trois personnes restaient"."""


def counted_phrase(after: str) -> str:
    """Return the noun phrase after a number, up to a verb, a circumstance or a mark."""
    clause = re.split(r"[,;:.!?()»«“”\"\[–—]", after, maxsplit=1)[0]
    clause = re.sub(r"^\s(?:seulement|exactement|précisément|à peine|à ce jour|au total)(?!\w)", "", clause)
    phrase = _COUNTED.match(clause)
    words = phrase.group() if phrase else ""
    words = re.sub(r"\s+et (?:\w+(?:é|ant)|fait)$", "", words)
    words = re.sub(
        r"(?:\s+(?:et|ou|de|d[’']|des|les|plusieurs|ni|du|environ|dont|plus|moins|parmi|vers|chez|sous|ses|leurs|mes|nos))+\s*$",
        "",
        words,
    ).strip()
    words = _RUNS_ON.sub("", words)
    return re.sub(r"^(?:de |d[’']|des |celui des |celle des |ceux des )(?:autres )?", "", words)
