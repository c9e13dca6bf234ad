"""Who speaks or acts in a sentence, brought to one name for each party: a country, a body, a person, a group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.attribution.attribution import attribute
from assistant.answering.conversation.mentioned import mentions
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.folding import fold, word_list
from assistant.language.names import gazetteer, merge_names
from assistant.language.words import is_stop_word

# Whose words are a state's own. Separatists, opponents and residents of a country are not the country.
_OF_STATE = (
    r"(?:premi[eè]re? ministre|vice-président\w*|président\w*|ministres?|ministère|gouvernement|autorités"
    r"|diplomatie|armée"
    r"|chef\w*|porte-parole|secrétaire|parlement|forces|état-major|ambass\w+|présidence|partie|côté|camp"
    r"|dirigeants?|dirigeante"
    r"|responsables?|officiels?|chancel\w+|roi|reine|émir|sénateurs?|députés?|cheffe|délégation|exécutif|pays)"
)
_NOT_OF_STATE = re.compile(
    r"(?<!\w)(?:séparatiste|rebelle|opposition|opposant|manifestant|diaspora|ong|habitant|civil|réfugié|mercenaire"
    r"|milice"
    r"|expert|analyste|historien|journaliste|média|presse|agence|citoyen|population|nationaliste|association|syndicat)",
    re.IGNORECASE,
)
# "Le président azerbaïdjanais Ilham Aliev", "le ministre russe des Affaires étrangères, Sergueï Lavrov".
_OFFICE = re.compile(
    rf"(?<!\w){_OF_STATE}"
    r"(?P<office>(?:[ \u00a0](?!et\b|qui\b|que\b|a\b|est\b|avec\b)[^\s,.;:()«»\"]+){1,7}?),?[ \u00a0]"
    r"(?P<name>[A-ZÉÈÀÎ][\w’'-]*[a-zé](?:[ \u00a0](?:(?:de|du|von|van|al|el|ben)[ \u00a0])?[A-ZÉÈÀÎ][\w’'-]+)+)",
)
_NAME = re.compile(
    r"[A-ZÉÈÀÎ][\w’'-]*[a-zé]\w*(?:[ \u00a0](?:(?:de|du|von|van|al|el|ben)[ \u00a0])?[A-ZÉÈÀÎ][\w’'-]+)*"
)
_OF_PLACE = re.compile(r"(?<!\w)(?:d[eu]s?|aux?|en|à|d[’'])\s?$", re.IGNORECASE)
_POINTS = re.compile(r"(?:ce|cet|cette|ces|son|sa|ses|leurs?|plusieurs|certaine?s|d’autres|une?)(?!\w)", re.IGNORECASE)
_LIST = re.compile(r",\s(?:l[ea’']|les\s).*\set\s|\set\s(?:l[ea’']|les\s|d[eu]\s)")
_QUOTE = re.compile(r"[«»“”\"]")
_OFFICE_ALONE = re.compile(_OF_STATE, re.IGNORECASE)
# "Les États-Unis, la France et la Russie ...": no party's own.
_GOES_ON = re.compile(r"(?:,\s(?:l[ea’']s?\s?)?[^\W\d_][\w’'-]*)*,?\set\s(?:l[ea]s?\s|l[’']|d[eu]\s)")
# What others say of it: "la Turquie est accusée de".
_DONE_TO = re.compile(
    r",?\s(?:est|sont|a été|ont été|était|étaient)\s(?:\w+ment\s)?(?:accus|soupçonn|suspect|critiqu|dénonc|condamn"
    r"|mise?s? en cause"
    r"|exhort|appel|visé|sommé|touché|frappé|pri[st])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:l[ea]s?\s|l[’']|une?\s|des\s|d[’'])", re.IGNORECASE)
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the party it belongs to; ``own`` when the party speaks in it, else it is only its subject."""

    actor: str
    sentence: Sentence
    own: bool


class Actors:
    """The parties of some articles.

    Args:
        articles: read; who holds which office is learnt from them.
    """

    def __init__(self, articles: Iterable[ReadArticle]) -> None:
        self._articles = tuple(articles)
        self._offices = offices([read.article.text for read in self._articles])
        self._labels = _labels([read.article.text for read in self._articles])

    def said(self) -> list[Said]:
        """Return what each sentence of a party says, in order of article and place."""
        found = [self._of(one) for read in self._articles for one in read.sentences]
        return [one for one in found if one is not None]

    def label(self, actor: str) -> str:
        """Return a party's name as the articles write it."""
        return self._labels.get(actor, actor) if actor.startswith("@") else actor

    def _of(self, sentence: Sentence) -> Said | None:
        speaker = attribute(sentence.article.text, sentence.start, sentence.end).speaker
        first = next(iter(mentions(sentence.text, is_start=False)), None)
        if speaker is not None:
            subject = sentence.text[: first.end] if first is not None and first.start == 0 else speaker
            actor = self.party(subject if speaker.startswith(subject) and not _LIST.search(speaker) else speaker)
            return Said(actor, sentence, own=True) if actor else None
        if first is None or first.start > 0 or first.preposition is not None:
            return None
        if _GOES_ON.match(sentence.text, first.end) or _DONE_TO.match(sentence.text, first.end):
            return None
        subject = sentence.text[: first.end]
        actor = self.party(subject) if _keys(subject) or " " in sentence.text[first.name_start : first.end] else None
        return Said(actor, sentence, own=False) if actor else None

    def party(self, phrase: str) -> str | None:
        """Return the party a phrase names: a key of the gazetteer, or a name as written; None for several."""
        if _LIST.search(phrase) or _QUOTE.search(phrase):
            return None
        keys = _keys(phrase)
        if keys and not _NOT_OF_STATE.search(phrase):
            return keys[-1]
        person = _person_in(phrase)
        if person:
            return self._offices.get(fold(word_list(person)[-1]), person)
        group = _ARTICLE.sub("", phrase.split(",")[0]).strip()
        named = group and len(group) <= _LONGEST and not (_OFFICE_ALONE.fullmatch(group) or _POINTS.match(group))
        return group[:1].upper() + group[1:] if named and not is_stop_word(fold(group)) else None


def _person_in(phrase: str) -> str | None:
    """Return the last capitalised name of a phrase: not a place after "de", not the capital of a first small word."""
    for match in reversed(list(_NAME.finditer(phrase))):
        name = match.group()
        small = is_stop_word(fold(name)) or (match.start() == 0 and " " not in name and match.end() < len(phrase))
        if not small and not _keys(name) and not _OF_PLACE.search(phrase[: match.start()]):
            return name
    return None


def offices(texts: Iterable[str]) -> Mapping[str, str]:
    """Return, for the last name of whoever is named with an office of a state, the key of that state."""
    found: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _OFFICE.finditer(text):
            keys = _keys(match["office"])
            if keys and not _keys(match["name"]) and not _NOT_OF_STATE.search(match["office"]):
                found.setdefault(fold(word_list(match["name"])[-1]), Counter())[keys[-1]] += 1
    return {name: min(counts, key=lambda key: (-counts[key], key)) for name, counts in found.items()}


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return the keys of countries: what has a capital."""
    return frozenset(gazetteer().metonyms.values())


def _keys(phrase: str) -> list[str]:
    """Return the parties a phrase names, in order; a capital stands for its country."""
    metonyms = gazetteer().metonyms
    merged = merge_names([fold(word) for word in word_list(phrase)])
    return [metonyms.get(word, word) for word, _ in merged if word.startswith("@")]


def _labels(texts: Iterable[str]) -> Mapping[str, str]:
    """Return, for each key, the way the articles write it most: a name, not an adjective nor a capital."""
    written: dict[str, Counter[str]] = {}
    for text in texts:
        for mention in mentions(text, is_start=False):
            name = text[mention.name_start : mention.end]
            merged = list(merge_names([fold(word) for word in word_list(name)]))
            if len(merged) == 1 and merged[0][0].startswith("@") and name[:1].isupper():
                written.setdefault(merged[0][0], Counter())[name] += 1
    return {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in written.items()}
