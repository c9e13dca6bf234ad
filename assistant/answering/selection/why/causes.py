"""How a sentence gives a cause, and on which of its words: "la piste est fermée, faute de carburant".

The press gives a cause in four ways: by a link inside the sentence, before or after the effect; in the words of
somebody who explains, justifies, blames or fears; in a clause that goes along with the fact ("jugeant", "privée de
solde", "ayant été comptés deux fois"); and in a sentence of its own beside the one that states the fact. A link is
certain, the others are only likely. All patterns are over folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.selection.folded import folded
from assistant.language.folding import word_list

_CLAUSE = r"(?P<cause>[^;:.]*)"
_LINK = re.compile(
    r"\b(?:parce qu\w*|(?<!\bun )(?<!\ble )(?<!\bdu )(?<!\ben )(?<!\bce )car\b|puisqu\w*|en raison d\w*|a cause d\w*"
    r"|pour (?:cause|raisons?|motifs?) d\w*|du fait d\w*|faute(?:,? pour [^,;:.]{2,40}?,? d| d)\w*|a la suite d\w*"
    r"|suite (?:a|au|aux)\b|etant donne\w*|compte tenu d\w*|au motif|sous (?:le )?pretexte"
    r"|sous la (?:pression|menace) d\w*|en represailles|en signe d\w*|a defaut d\w*"
    r"|par (?:crainte|egard|peur|manque|solidarite|precaution|mesure d|souci|respect|prudence|depit)\b"
    r"|de (?:peur|crainte)\b|(?:due?s?|imputables?) (?:surtout )?(?:a|au|aux)\b|attribu\w+ (?:a|au|aux)\b"
    r"|s'expliqu\w+ (?:\w+ ){0,3}?par\b|tien(?:t|nent|drait) (?:a|au|aux)\b|(?:motive|justifie)e?s? par\b"
    r"|(?:provoque|cause|entraine|ralenti|freine|perturbe|empeche|retarde|complique|declenche)e?s? par\b"
    r"|(?:protest|manifest)\w+ contre\b)" + _CLAUSE
)
_LIKELY_LINK = re.compile(
    r"\b(?:en tant qu\w*|au nom d\w*|victimes? d\w*|grace (?:a|au|aux)\b|a la faveur d\w*|face (?:a|au|aux)\b"
    r"|en (?:reponse|reaction) (?:a|au|aux)\b|apres (?:qu\w*|avoir|y avoir)\b|pouss\w+ par\b)" + _CLAUSE
)
# What was aimed at; "pour" and a noun or a length of time is no aim.
_AIM = re.compile(
    r"\b(?:afin d\w*|dans (?:le but|l'espoir|l'objectif|l'intention) d\w*|en vue d\w*"
    r"|pour (?:(?:ne|n'y|y|en|les?|la|leur|lui|mieux|ainsi|[a-z]+ment) |n'|s'|se |l'){0,3}\w{2,}(?:er|ir|re|oir)\b"
    r"|(?:vis|cherch)\w+ (?:ainsi )?a \w+(?:er|ir|re|oir)\b)" + _CLAUSE
)
# The cause comes first: "la route a cédé, ce qui a bloqué le convoi", "le bilan a donc été revu".
_EFFECT = re.compile(
    r"\b(?:c'est pourquoi|c'est pour (?:cela|ca)|si bien qu|de sorte qu|du coup|par consequent|en consequence"
    r"|resultat\b|donc\b|ce qui\b|a l'origine d|fait craindre|menacent? d|(?:oblige|force|contrai|empech)\w*"
    r"|(?:pouss|condui|amen)\w+ [\w' ]{2,40}? a\b|ne permet\w* (?:pas|plus)|interdi\w+ d"
    r"|(?:provoqu|entrain|declench|suscit|precipit)\w+)"
)
_TOLD_AS_CAUSE = re.compile(
    r"\b(?:justifi(?!ee? par)\w+|expliqu\w+|invoqu\w+|evoque\w*|f(?:ai|on)t valoir|argu(?:e|ant)\w*"
    r"|plaid(?:e|ent|ait)\b|reproch\w+|impute\w*|attribue\w*|denonc\w+|pointe\w*|met(?:tent)? en cause|accus\w+"
    r"|deplor\w+|inquiet\w*|redout\w+|craign\w+|crain(?:t|dre)\b|jug(?:e|ent|ait|eant)\b|estim(?:e|ent|ait|ant)\b|consider\w+"
    r"|s'indign\w+|regrett\w+|raconte\w*|motifs?\b|raisons?\b|pretext\w+|rumeurs?\b|(?:espera|souhaita|voula)\w+|veut\b)"
)
_OPENS = re.compile(
    r"^\W*(?:c'est (?:parce )?qu|car\b|en effet|en cause\b|(?:le |la |au )?(?:motif|raison|cause|faute)\b"
    r"|explications?\b|il (?:s'agi|pourrait s'agi)|parce qu|d'abord\b|et pour cause"
    r"|cet?t?e?s? \w+ (?:fai\w+ suite|intervi\w+ apres|port\w+ sur|s'expliqu|(?:est|sont) due?|resulte))"
)
_CLAUSE_ALONG = re.compile(
    r"\bayant (?:\w+ )?\w+|, (?:\w+ )?\w{3,}(?:ee?s?|ie?s?|ue?s?) d[e']\w*"
    r"|, (?:les? |la |l'|\w+ ){0,4}\w{3,}ant\b|\w\s?:\s"
)
_STATE = re.compile(
    r"\b(?:avai(?:t|ent)|etai(?:t|ent)|a|ont|est|sont) (?:\w+ment |plus |pas |encore |tous |ete ){0,2}"
    r"\w{2,}(?:ee?s?|ie?s?|ue?s?|is|its?)\b|\bmanqu\w+|\bn(?:e |')\w+ (?:pas|plus|que)\b"
)
_REFUSES = re.compile(
    r"\b(?:refus|rejet|renonc|exclu(?!siv)|ecart(?:e|er|ent|ait)\b|declin|dement|ni(?:e|er|ent|ait|ant)\b|contest|oppos"
    r"|annul|interdi)\w*"
)
_NEGATED = re.compile(r"\bn(?:e |')\w+(?:[ -]\w+){0,2}?[ -](?:pas|jamais)\b")
_HINDERED = re.compile(
    r"\b(?:suspen|arret|ferm|bloqu|interromp|interrup|cess|empech|manqu|impossib|attend|report|annul|hesit|refus|renonc"
    r"|retard|priv|faute|immobilis|condamn|enferm|paralys|coup(?:e|er)|hors (?:service|d'usage|d'etat)|a quai|en panne"
    r"|chomage|not? |exclu|echapp|inutilis)\w*|\bn(?:e |')\w+(?:[ -]\w+){0,2}?[ -](?:pas|jamais|plus|aucune?|rien|ni)\b"
    r"|\bpersonne n"
)


@dataclass(frozen=True, slots=True)
class Cause:
    """How a sentence gives a cause, and where.

    Attributes:
        linked: a link gives it, for certain.
        likely: what may be a link does, an aim is told, or an effect.
        told: somebody explains, justifies, blames or fears.
        opens: it opens with the words that give the cause of what the sentence before says.
        along: a clause goes along with the fact.
        state: a state is told, or what had been before: it may be the cause of what is told beside it.
        inside: places of the words that are the cause or what is aimed at, among those of the sentence.
        outside: the rest of the sentence, folded: what has the cause.
    """

    linked: bool
    likely: bool
    told: bool
    opens: bool
    along: bool
    state: bool
    inside: frozenset[int]
    outside: str

    @property
    def untold(self) -> bool:
        """Whether nothing in the sentence looks like a cause, unless it is the whole sentence."""
        return not (self.linked or self.likely or self.told or self.opens or self.along)


@lru_cache(maxsize=8192)
def cause_in(text: str) -> Cause:
    """Return how a sentence gives a cause."""
    said = folded(text)
    links, likely, aims = ([*link.finditer(said)] for link in (_LINK, _LIKELY_LINK, _AIM))
    causes = sorted(_span(link, said) for link in [*(links or likely), *aims])
    return Cause(
        linked=bool(links),
        likely=bool(likely or aims) or _EFFECT.search(said) is not None,
        told=_TOLD_AS_CAUSE.search(said) is not None,
        opens=_OPENS.search(said) is not None,
        along=_CLAUSE_ALONG.search(said) is not None,
        state=_STATE.search(said) is not None,
        inside=frozenset(place for span in causes for place in _words_of(span, said)),
        outside=_without(causes, said),
    )


def _span(link: re.Match[str], said: str) -> tuple[int, int]:
    """Return where the cause stands that a link has; behind one that opens the sentence, up to the comma."""
    start, end = link.span("cause")
    comma = said.find(",", start, end)
    return (start, comma) if comma >= 0 and not word_list(said[: link.start()]) else (start, end)


def _words_of(span: tuple[int, int], said: str) -> range:
    return range(len(word_list(said[: span[0]])), len(word_list(said[: span[1]])))


def _without(spans: Sequence[tuple[int, int]], said: str) -> str:
    """Return a text without some spans of it, given in order."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(said[at : max(start, at)])
        at = max(at, end)
    return " ".join([*kept, said[at:]])


def refuses(said: str) -> bool:
    """Tell whether a folded text says that something is refused, denied or called off."""
    return _REFUSES.search(said) is not None


def is_negated(said: str) -> bool:
    """Tell whether a folded text has a negation."""
    return _NEGATED.search(said) is not None


@lru_cache(maxsize=8192)
def hindered(text: str) -> bool:
    """Tell whether a text says that something does not go on, is lacking or has to wait."""
    return _HINDERED.search(folded(text)) is not None
