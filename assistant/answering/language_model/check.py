"""Whether a sentence that a language model wrote says nothing but what its quotes say.

A sentence holds when one quote, shortened where a clause begins or ends, is left with exactly its words, in their
order; or when each of its clauses ("tandis que") so holds of a quote. Nothing can then be added, swapped, negated or
dated otherwise, and what is left out must be nothing that the ledger would not let an ellipsis leave out: negations,
conditions, restrictions, and who is speaking, unless the sentence says it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.attribution.attribution import attribute
from assistant.answering.attribution.several import SEVERAL
from assistant.answering.language_model.words import Stretch, Word, keys_of, stretches_of
from assistant.answering.wording import date_in_words
from assistant.citing.fold import fold as fold_typography
from assistant.citing.guards import dropped
from assistant.language.sentences import sentences
from assistant.types import Citation, Language

_LENGTH = (15, 400)
_WRITTEN = re.compile(r"[^\W_][\w\s.,;:!?'’«»“”\"()%€$£°/–—…-]*", re.UNICODE)
_APART = re.compile(r",?\s(?:tandis que|tandis qu['’]|alors que|alors qu['’]|while|whereas)\s*", re.IGNORECASE)
_LAST = re.compile(
    r"(?<!\w)(?:l[ea]s?|d[eu]s?|aux?|à|une?|ce|cette|ces|et|ou|en|dans|sur|par|pour|qu[ei]|dont|où|the|an?|of|to|and|or|in)"
    r"[\W_]*$|['’][\W_]*$",
    re.IGNORECASE,
)
"""A sentence that ends on such a word was cut."""
_CONNECTIVE = re.compile(
    r"^(?:de (?:son|leur) côté|pour (?:sa|leur) part|par ailleurs|en outre|de plus|ensuite|enfin|également|en revanche"
    r"|toutefois|cependant|meanwhile|moreover|however|finally),\s+",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"(?:selon|d['’]après|according to)\s+([^,;:«»]{2,120}?),\s*", re.IGNORECASE)
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"]*)\"")
_MARKS = re.compile(r"[«»“”\"]")
_PRONOUN = re.compile(
    r"(?<!\w)(?:ils?|elles?|on|lui|eux|celui|celle|ceux|celles|son|sa|ses|leurs?|ceci|cela|ça|ce dernier|cette dernière"
    r"|he|she|they|it|his|her|their|its|this)(?!\w)",
    re.IGNORECASE,
)
_SPOKEN = frozenset({"reporting", "speaker"})
_WEIGHTY = frozenset({"negation", "restriction", "conditional"})
_UNTRUE = re.compile(r"(?<!\w)(?:faux|fausse|mensong|erron|inexact|infond|invent|prétend|dout)\w*", re.IGNORECASE)
_SAYS = frozenset({"=say", *keys_of("selon"), *keys_of("according")})
_MOST_TRIED = 200


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of the model's, less what only says where it is from.

    Attributes:
        text: what it says.
        by: who it says is speaking, before what they say; empty when it names nobody there.
    """

    text: str
    by: str = ""


def supporting(sentence: str, cited: Sequence[Citation], *, language: Language) -> tuple[Citation, ...]:
    """Return the quotes that carry a sentence, each for a clause of it; empty when a clause is carried by none.

    Args:
        sentence: of the model, without citation marks.
        cited: the quotes that it names, in its order.
        language: that the answer is in; a quote in another carries no sentence, since it cannot be held to it.
    """
    sentence = unicodedata.normalize("NFC", sentence).strip()
    own = [one for one in cited if one.article.language == language]
    if not _is_plain(sentence):
        return ()
    whole = next((one for one in own if _carries(one, sentence, language)), None)
    if whole is not None:
        return (whole,)
    clauses = _APART.split(sentence)
    carriers = [next((one for one in own if _carries(one, clause, language)), None) for clause in clauses]
    held = len(clauses) > 1 and None not in carriers
    return tuple(one for one in own if one in carriers) if held else ()


def _is_plain(sentence: str) -> bool:
    """Tell whether a text is one line of words and their punctuation: no markup, address or hidden character."""
    shortest, longest = _LENGTH
    whole = _LAST.search(sentence) is None
    plain = all(char.isprintable() or char in "\u00a0\u202f" for char in sentence)
    in_length = shortest <= len(sentence) <= longest
    return plain and whole and in_length and _WRITTEN.fullmatch(sentence.lstrip('«“"( \u00a0\u202f')) is not None


def _carries(citation: Citation, clause: str, language: Language) -> bool:
    """Tell whether one sentence of a quote carries a clause: two are never made into one."""
    return _quotations_hold(clause, citation.quote) and any(
        _says(one, said, language)
        for one in _sentences_of(citation)
        for said in _readings(clause.strip(), one, language)
    )


def _sentences_of(citation: Citation) -> Iterator[Citation]:
    """Yield the sentences of a quote, each with who says it."""
    spans = sentences(citation.quote)
    if len(spans) == 1:
        yield citation
        return
    for first, last in spans:
        start, end = citation.start + first, citation.start + last
        said = attribute(citation.article.text, start, end)
        quote = citation.quote[first:last]
        yield replace(citation, quote=quote, start=start, end=end, speaker=said.speaker, modality=said.modality)


def _says(citation: Citation, said: _Clause, language: Language) -> bool:
    words = keys_of(said.text, language=language)
    if not words or _PRONOUN.match(said.text) or (said.by and not _is_speaker(said.by, citation, language)):
        return False
    if not _as_firmly(said, citation):
        return False
    return any(_leaves_nothing_out(citation, kept, said, language) for kept in _kept(words, citation, language))


def _readings(clause: str, citation: Citation, language: Language) -> Iterator[_Clause]:
    """Yield a clause as it is, and less the connective, the publisher and the speaker that open it."""
    yield _Clause(clause)
    text = _CONNECTIVE.sub("", clause, count=1)
    opening = _ACCORDING.match(text)
    if opening and _is_source(opening.group(1), citation, language):
        text = text[opening.end() :]
        opening = _ACCORDING.match(text)
    if text != clause:
        yield _Clause(text)
    if opening:
        yield _Clause(text[opening.end() :], opening.group(1))


def _is_source(name: str, citation: Citation, language: Language) -> bool:
    """Tell whether a name is the citation's publisher, its publication date after it or not."""
    article = citation.article
    if not article.publisher or not name.startswith(article.publisher):
        return False
    after = name.removeprefix(article.publisher).strip(" ()")
    dates = {date_in_words(article.published, language), article.published.date} if article.published.date else set()
    return not after or after.removeprefix("le ").removeprefix("du ") in dates


def _is_speaker(name: str, citation: Citation, language: Language) -> bool:
    called = [citation.speaker, *citation.speaker.split(", ")] if citation.speaker else []
    return any(keys_of(name, language=language) == keys_of(one, language=language) for one in called)


def _as_firmly(said: _Clause, citation: Citation) -> bool:
    """Tell whether a clause is said as firmly as its quote and no more, and by someone where the quote is."""
    if citation.modality in (None, "asserted"):
        return not said.by
    clause = f"Selon {said.by}, {said.text}" if said.by else said.text
    named = bool(said.by) or citation.speaker is None or _names(clause, citation.speaker)
    return named and attribute(clause, 0, len(clause)).modality == citation.modality


def _names(clause: str, speaker: str) -> bool:
    """Tell whether a clause names all who speak, each by the office or by the name beside it."""
    said = keys_of(clause)
    return all(any(_holds(said, one) for one in (who, *who.split(", "))) for who in speaker.split(SEVERAL))


def _holds(said: Sequence[str], name: str) -> bool:
    wanted = keys_of(name)
    return any(said[place : place + len(wanted)] == wanted for place in range(len(said))) if wanted else False


def _quotations_hold(clause: str, quote: str) -> bool:
    """Tell whether all that stands between quotation marks stands so in the quote, and every mark has its other."""
    folded = fold_typography(quote)
    quoted = [next(group for group in match.groups() if group is not None) for match in _QUOTED.finditer(clause)]
    alone = _MARKS.search(_QUOTED.sub("", clause)) is not None
    return not alone and all(words.strip() and fold_typography(words).strip() in folded for words in quoted)


Kept = tuple[int, ...]
"""For each stretch of a quote, how many of its words are kept, from its start; 0 for a stretch left out."""


def _kept(words: Sequence[str], citation: Citation, language: Language) -> Iterator[Kept]:
    """Yield the ways in which a quote, shortened, has exactly these words in this order."""
    stretches = stretches_of(citation.quote, language=language)
    keys = [tuple(word.key for word in one.words) for one in stretches]
    tried = 0

    def rest(place: int, used: int, kept: Kept) -> Iterator[Kept]:
        nonlocal tried
        tried += 1
        if tried > _MOST_TRIED:
            return
        if place == len(stretches):
            if used == len(words):
                yield kept
            return
        for end in stretches[place].ends:
            if keys[place][:end] == tuple(words[used : used + end]):
                yield from rest(place + 1, used + end, (*kept, end))
        yield from rest(place + 1, used, (*kept, 0))

    yield from rest(0, 0, ())


def _leaves_nothing_out(citation: Citation, kept: Kept, said: _Clause, language: Language) -> bool:
    """Tell whether what a shortened quote has lost changes nothing of what is left."""
    stretches = stretches_of(citation.quote, language=language)
    speaker = frozenset(keys_of(said.by, language=language))
    hangs = False
    for place, (stretch, end) in enumerate(zip(stretches, kept, strict=True)):
        if end and stretch.leans and hangs:
            return False  # what it leans on is gone
        lost = stretch.words[end:]
        only_speaker = bool(said.by) and _only_says(lost, speaker)
        hangs = bool(lost) and not only_speaker
        if not lost:
            continue
        if place == 0 and end == 0 and not only_speaker:
            return False  # the head of a sentence governs all that follows
        if not only_speaker and _weighs(citation, lost, _next_start(citation, stretches, place)):
            return False
        if end and any(word.key.startswith("#") for word in lost):
            return False  # "détruit | à 80 %"
    return True


def _only_says(lost: Sequence[Word], speaker: frozenset[str]) -> bool:
    """Tell whether words only say that the speaker, named elsewhere, said it."""
    return all(word.key in speaker or word.key in _SAYS for word in lost)


def _weighs(citation: Citation, lost: Sequence[Word], end: int) -> bool:
    text = citation.quote[lost[0].start : end]
    start = citation.start + lost[0].start
    held = {one.kind for one in dropped(citation.article.text, start, citation.start + end)}
    return bool(held & (_WEIGHTY | _SPOKEN)) or _UNTRUE.search(text) is not None


def _next_start(citation: Citation, stretches: Sequence[Stretch], place: int) -> int:
    return stretches[place + 1].words[0].start if place + 1 < len(stretches) else len(citation.quote)
