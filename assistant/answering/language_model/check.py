"""Whether a sentence that a language model wrote says nothing but what its quotes say.

A sentence holds when one quote, shortened where a clause begins or ends, is left with exactly its words, in their
order; or when each of its clauses ("tandis que") so holds of a quote. Nothing can then be added, swapped, negated or
dated otherwise, and what is left out must be nothing that the ledger would not let an ellipsis leave out: negations,
conditions, restrictions, and who is speaking, unless the sentence says it. Only the frame is free: who says it may be
said in another form (:mod:`.framing`), where the quote lets that speaker assert just that (:mod:`.reported`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answering.attribution.attribution import attribute
from assistant.answering.attribution.quotations import with_directed_marks
from assistant.answering.attribution.sayings import said_in
from assistant.answering.attribution.several import SEVERAL
from assistant.answering.language_model.framing import Clause, readings
from assistant.answering.language_model.reported import Told, later_clauses, told, told_by
from assistant.answering.language_model.words import Stretch, Word, keys_of, stretches_of
from assistant.citing.fold import fold as fold_typography
from assistant.citing.guards import dropped
from assistant.language.sentences import sentences
from assistant.types import Citation, Language

_LENGTH = (15, 400)
_WRITTEN = re.compile(r"[^\W_][\w\s.,;:!?'’«»“”\"()%€$£°/–—…-]*", re.UNICODE)
_APART = re.compile(r"\s?;\s|,?\s(?:tandis que|tandis qu['’]|alors que|alors qu['’]|while|whereas)\s*", re.IGNORECASE)
_LAST = re.compile(
    r"(?<!\w)(?:l[ea]s?|d[eu]s?|aux?|à|une?|ce|cette|ces|et|ou|en|dans|sur|par|pour|qu[ei]|dont|où|the|an?|of|to|and|or|in)"
    r"[\W_]*$|['’][\W_]*$",
    re.IGNORECASE,
)
"""A sentence that ends on such a word was cut."""
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"]*)\"")
_MARKS = re.compile(r"[«»“”\"]")
_PRONOUN = re.compile(
    r"(?<!\w)(?:ils?|elles?|on|lui|eux|celui|celle|ceux|celles|son|sa|ses|leurs?|ceci|cela|ça|ce dernier|cette dernière"
    r"|he|she|they|it|his|her|their|its|this)(?!\w)",
    re.IGNORECASE,
)
_SPOKEN = frozenset({"reporting", "speaker"})
_WEIGHTY = frozenset({"negation", "restriction", "conditional"})
_UNTRUE = re.compile(
    r"(?<!\w)(?:(?:faux|fausse|mensong|erron|inexact|infond|invent|prétend|dout)\w*"
    r"|cas (?:d|où)|hypothèses?|scénarios?|défaut d|faute d|réserve d|moins qu"
    r"|mais (?!(?:l[ea]s?|des?|une?|que|son|sa|ses|leurs?)\s|[ld]['’]|qu['’]|(?-i:[A-ZÀ-ÖØ-Þ])))",
    re.IGNORECASE,
)
"""What takes back or makes uncertain what stands before it; "mais" where no new clause follows it."""
_INTRODUCES = re.compile(r"\W*(?:selon|d['’]après|pour|according to)(?!\w)", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:tandis qu|alors qu|contrairement à|à la différence d|(?<=et )(?:aur|ser)ai(?:t|ent)\s)", re.IGNORECASE
)
"""What opens a clause on something else: whoever speaks in it, and what it denies, governs nothing before it."""
_DENIES = re.compile(r"(?<!\w)(?:dément|nie|réfut|contest|rejet)\w*", re.IGNORECASE)
_CALLED = re.compile(r"appell(?:e|ent)")
_MOST_TRIED = 200


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
    clauses = [clause for first, last in sentences(sentence) for clause in _APART.split(sentence[first:last])]
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
        for said in readings(clause.strip(), one, language)
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


def _says(citation: Citation, said: Clause, language: Language) -> bool:
    """Tell whether a sentence of a quote says a clause, with its frame or less the frame that the clause has too."""
    words = keys_of(said.text, language=language)
    if not words or _asks(citation.quote) != _asks(said.text):
        return False
    plainly = set(said.verb) <= {"=say"}
    whole = plainly and not _PRONOUN.match(said.text) and _as_firmly(said, citation)
    alone = citation.modality in (None, "asserted") and not citation.speaker
    forms = [*told(citation.quote), *(later_clauses(citation.quote) if alone else ())]
    if whole and any(_is_left(one, words, citation, language) for one in forms):
        return True
    year = (citation.article.published.date or "")[:4]
    return bool(said.by) and any(
        (plainly or said.verb == one.verb) and _is_left(one, _less_own(words, one, said), citation, language)
        for one in told_by(citation.quote, citation.speaker or "", year=year)
        if _same_pronoun(said.text, one.text)
    )


def _is_left(one: Told, words: Sequence[str], citation: Citation, language: Language) -> bool:
    return any(_leaves_nothing_out(citation, one, kept, language) for kept in _kept(words, one.text, language))


def _less_own(words: tuple[str, ...], one: Told, said: Clause) -> tuple[str, ...]:
    """Return the words of a clause, less the speaker whom it names as the subject of what they say of themselves."""
    subject = keys_of(said.by)
    return words[len(subject) :] if one.own and words[: len(subject)] == subject else words


def _same_pronoun(text: str, quote: str) -> bool:
    """Tell whether a clause opens with a pronoun only where its quote, less the frame, opens with the same."""
    opening, quoted = _PRONOUN.match(text), _PRONOUN.match(quote.lstrip())
    return opening is None or (quoted is not None and opening.group().casefold() == quoted.group().casefold())


def _asks(text: str) -> bool:
    return text.rstrip('\u00a0\u202f »”"').endswith("?")


def _as_firmly(said: Clause, citation: Citation) -> bool:
    """Tell whether a clause is said as firmly as its quote and no more, and by someone where the quote is."""
    if citation.modality in (None, "asserted"):
        return not said.by
    if said.by and _frames(citation):
        return False  # words of it outside its frame are not the speaker's
    clause = f"Selon {said.by}, {said.text}" if said.by else said.text
    named = bool(said.by) or citation.speaker is None or _names(clause, citation.speaker)
    return named and attribute(clause, 0, len(clause)).modality == citation.modality


def _frames(citation: Citation) -> bool:
    """Tell whether a quote gives words to its speaker itself, by name or by a pronoun, and is not theirs throughout."""
    said = said_in(with_directed_marks(citation.quote))
    return said.pronoun is not None or _names(citation.quote, citation.speaker or "")


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
    return not alone and all(_stands_in(words, folded) for words in quoted)


def _stands_in(words: str, folded: str) -> bool:
    """Tell whether words stand in a folded quote, be the first letter or the full stop at the end another."""
    bare = fold_typography(words).strip(" .,")
    return bool(bare) and (bare in folded or bare[:1].swapcase() + bare[1:] in folded)


Kept = tuple[int, ...]
"""For each stretch of a quote, how many of its words are kept, from its start; 0 for a stretch left out."""


def _kept(words: Sequence[str], quote: str, language: Language) -> Iterator[Kept]:
    """Yield the ways in which a quote, shortened, has exactly these words in this order."""
    stretches = stretches_of(quote, language=language)
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


def _leaves_nothing_out(citation: Citation, one: Told, kept: Kept, language: Language) -> bool:
    """Tell whether what a shortened quote has lost changes nothing of what is left."""
    stretches = stretches_of(one.text, language=language)
    hangs = beside = False
    for place, (stretch, end) in enumerate(zip(stretches, kept, strict=True)):
        if end and stretch.leans and hangs:
            return False  # what it leans on is gone
        lost = stretch.words[end:]
        hangs = bool(lost)
        beside = hangs and (beside or (end == 0 and _BESIDE.match(citation.quote, lost[0].start) is not None))
        if not lost:
            continue
        if place == 0 and end == 0:
            return False  # the head of a sentence governs all that follows
        if place == 1 and end == 0 and not stretch.leans and _INTRODUCES.match(one.text.lstrip()):
            return False  # "selon la mairie, | le pont | et le quai": what is introduced
        if _weighs(citation, lost, _next_start(one.text, stretches, place), beside=beside):
            return False
        if end and any(word.key.startswith("#") for word in lost):
            return False  # "détruit | à 80 %"
    return True


def _weighs(citation: Citation, lost: Sequence[Word], end: int, *, beside: bool) -> bool:
    text = citation.quote[lost[0].start : end]
    if _UNTRUE.search(text) or beside:
        return _UNTRUE.search(text) is not None or _DENIES.search(text) is not None
    start = citation.start + lost[0].start
    lost_words = dropped(citation.article.text, start, citation.start + end)
    held = {one.kind for one in lost_words if not _CALLED.fullmatch(one.words)}
    return bool(held & (_WEIGHTY | _SPOKEN))


def _next_start(text: str, stretches: Sequence[Stretch], place: int) -> int:
    return stretches[place + 1].words[0].start if place + 1 < len(stretches) else len(text)
