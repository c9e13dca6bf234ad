"""Who speaks in one sentence, read by itself: a speaker it names, or a pronoun for somebody named before.

Each rule knows one form of French reporting: "selon X", "Pour X, ...", the passive, a verb of saying on either side of
its words, « ... », tonne X, "les propos de X", X : « ... ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answering.attribution.antecedents import ANYONE, is_somebody, is_somebodys, last_named, spoken_of
from assistant.answering.attribution.counting import said_in_figures
from assistant.answering.attribution.quotations import announcement, inside_quote
from assistant.answering.attribution.reporting_verbs import (
    AFTER_QUOTE,
    FINDING,
    INVERTED_AFTER_QUOTE,
    REPORTING,
    SAID_BY,
)
from assistant.answering.attribution.said import NOBODY, SOMEBODY, Said
from assistant.answering.attribution.saying_words import (
    ACCORDING,
    AFTER_CLAUSE,
    ALSO_NOUN,
    AND_ALSO,
    ARTICLE,
    BARE,
    BELIEVING,
    BY_NOBODY,
    CAPTION,
    CLEFT,
    DETERMINER,
    FOR,
    FOR_LAST,
    GIVEN_BY,
    JUDGES,
    LATTER,
    LATTER_BEFORE,
    LEADING_CLAUSE,
    LEFT_OPEN,
    NEGATED,
    NEGATED_PASSIVE,
    NOT,
    NOT_AFTER,
    NOT_SPEAKING,
    NOUN,
    OF_LATTER,
    OF_OBJECT,
    OF_TWO,
    ONE_OF_THEM,
    OPENS_ACCORDING,
    OPENS_QUOTE,
    OWN_THING,
    PRONOUN,
    PRONOUN_BEFORE,
    PRONOUN_CLAUSE,
    PRONOUN_FIRST,
    PRONOUN_INVERTED,
    PROVIDES,
    QUOTED_WORDS,
    RANKED,
    REFLEXIVE,
    RELATIVE,
    SOURCE,
    STILL_SAYS,
    THAT,
)
from assistant.answering.attribution.subject_words import AS_SAID
from assistant.answering.attribution.subjects import (
    clean,
    is_court,
    is_finding,
    is_study,
    is_subject,
    subject_after,
    subject_before,
    tells,
    without_auxiliaries,
)


@lru_cache(maxsize=4096)
def said_in(sentence: str) -> Said:
    """Return who speaks in a sentence, whose quotation marks are directed ones."""
    found = NOBODY
    for rule in _RULES:
        said = rule(sentence)
        if said.speaker or (said.pronoun and rule is _said_according and OPENS_ACCORDING.match(sentence)):
            return said
        found = said if found == NOBODY else found
    return found


def _said_according(sentence: str) -> Said:
    if source := SOURCE.search(sentence):
        return Said(clean(source.group(1)))
    for _, phrase in _sources(sentence):
        latter = LATTER.match(phrase or "")
        if pronoun := PRONOUN.match(phrase or ""):
            return Said(pronoun=_subject_form(pronoun.group()))
        if latter:
            return Said(pronoun="ils" if latter.group(1) else "il", latter=True)
        if phrase and not BARE.match(phrase):
            return Said(phrase)
    believing = BELIEVING.search(sentence)
    return Said(pronoun="ils" if believing.group(1) else ANYONE) if believing else NOBODY


def according_to(sentence: str) -> list[tuple[int, str]]:
    """Return whom a sentence names as its sources ("selon X"), each with where the phrase ends."""
    return [
        (end, phrase)
        for end, phrase in _sources(sentence)
        if phrase and not (PRONOUN.match(phrase) or LATTER.match(phrase) or BARE.match(phrase))
    ]


def _sources(sentence: str) -> Iterator[tuple[int, str | None]]:
    """Yield what stands after each "selon", with where it ends: of "un bilan donné lundi par X", X."""
    for according in ACCORDING.finditer(sentence):
        if inside_quote(sentence, according.start()):
            continue
        whole = according.group(1).strip()
        by = GIVEN_BY.search(whole)
        phrase = clean(by.group(1) if by else whole)
        if phrase and LEFT_OPEN.search(phrase) and phrase != whole:
            phrase = whole
        yield according.end(), phrase


def _said_for(sentence: str) -> Said:
    if (last := FOR_LAST.search(sentence)) and is_somebody(last.group(1)):
        return Said(clean(last.group(1)))
    introduced = FOR.match(sentence)
    if introduced is None:
        return NOBODY
    name = introduced.group(1) or introduced.group(2)
    if pronoun := PRONOUN.match(name):
        return Said(pronoun=_subject_form(pronoun.group()))
    ranked = introduced.group(2) and RANKED.match(sentence, introduced.end())
    named = any(char.isupper() for char in name) or introduced.group(1) is not None or is_somebody(name)
    return Said(clean(name)) if named and not ranked else NOBODY


def _subject_form(pronoun: str) -> str:
    return {"lui": "il", "eux": "ils"}.get(pronoun.lower(), pronoun.lower())


def _said_by(sentence: str) -> Said:
    passive = SAID_BY.search(sentence)
    if passive is None or inside_quote(sentence, passive.start()):
        return NOBODY
    speaker = clean(passive.group(1))
    negated = NEGATED_PASSIVE.search(sentence, 0, passive.start())
    spoken = speaker and is_subject(speaker) and not is_court(speaker) and not negated
    return Said(speaker) if spoken else NOBODY


def _said_by_verb(sentence: str) -> Said:
    """Return who says or counts, by the verb that stands first."""
    said, place = _said_in_words(sentence)
    counted, counted_at = said_in_figures(sentence)
    return counted if counted != NOBODY and (said == NOBODY or counted_at < place) else said


def _said_in_words(sentence: str) -> tuple[Said, int]:
    """Return who speaks by a verb of saying, and where it stands."""
    found = ((_said_with(sentence, verb), verb.start()) for verb in REPORTING.finditer(sentence))
    said, place = next(((said, place) for said, place in found if said != NOBODY), (NOBODY, 0))
    if said == SOMEBODY:
        said, place = next(((said, place) for said, place in found if said.speaker), (said, place))
    if said != NOBODY and (clause := LEADING_CLAUSE.match(sentence)) and place < clause.end():
        # "Alors que Paris annonce ..., Londres critique ...": the main clause is what the sentence says.
        said, place = next(
            ((other, later) for other, later in found if other.speaker and later > clause.end()), (said, place)
        )
    if said == NOBODY and (finding := FINDING.search(sentence)) and not inside_quote(sentence, finding.start()):
        speaker = subject_before(without_auxiliaries(sentence[: finding.start()])[0])
        return (Said(speaker) if speaker and is_study(speaker) else NOBODY), finding.start()
    return said, place


def _said_with(sentence: str, verb: re.Match[str]) -> Said:
    """Return who speaks with one verb; nobody when it is a noun, a passive, negated, or inside a quotation."""
    head, tail = sentence[: verb.start()], sentence[verb.end() :]
    if OPENS_QUOTE.search(head):
        head = OPENS_QUOTE.sub(" ", head)  # The president « welcomes a success »: the verb is quoted with its words.
    elif inside_quote(sentence, verb.start()):
        return NOBODY
    if (cleft := CLEFT.search(head)) and is_subject(cleft.group(1)):
        return Said(clean(cleft.group(1)))
    noun = DETERMINER.search(head) or (ARTICLE.search(head) and ALSO_NOUN.match(verb.group()))
    if noun or any(pattern.search(head) for pattern in (OF_OBJECT, BY_NOBODY, NOT_SPEAKING, NEGATED)):
        return NOBODY
    if RELATIVE.search(head):
        return SOMEBODY if THAT.match(tail) else NOBODY
    if _says_nothing(verb, head, tail):
        return NOBODY
    bare, has_auxiliary = without_auxiliaries(head)
    helped = has_auxiliary or AND_ALSO.search(head)
    if (verb.group("participle") and not helped) or (verb.group("gerund") and not AFTER_CLAUSE.search(head)):
        return NOBODY
    inverted = PRONOUN_INVERTED.search(bare) or PRONOUN_INVERTED.match(tail)
    if inverted:
        return Said(pronoun=(inverted.group(1) or inverted.group(2)).lower())
    return _said_after(bare, verb, surely=tells(verb.group(), head, tail))


def _said_after(bare: str, verb: re.Match[str], *, surely: bool) -> Said:
    """Return who speaks with a verb whose subject stands after it, else of one whose subject stands before."""
    tail = verb.string[verb.end() :]
    speaker = None if verb.group("gerund") else subject_after(bare, tail, surely=surely)
    if speaker and OWN_THING.match(speaker) and not is_somebodys(speaker):
        return NOBODY
    if speaker or verb.group("after") or AS_SAID.search(bare):
        return Said(speaker)
    return _said_before(bare, verb)


def _says_nothing(verb: re.Match[str], head: str, tail: str) -> bool:
    """Tell whether a verb is negated ("ne dit pas si") or reflexive ("s'explique par"), so that nobody speaks."""
    negated = NOT.search(head) and NOT_AFTER.match(tail) and not STILL_SAYS.match(verb.group())
    return bool(negated) or (REFLEXIVE.search(head) is not None and not verb.group("phrase"))


def _said_before(bare: str, verb: re.Match[str]) -> Said:
    """Return who speaks with a verb whose subject stands before it, be it a pronoun; nobody where none does."""
    before = (PRONOUN_FIRST if verb.group("gerund") else PRONOUN_BEFORE).search(bare)
    if before:
        pronoun = before.group(1).lower()
        clauses = "" if verb.group("gerund") else QUOTED_WORDS.sub("", bare[: before.start()])
        return Said(spoken_of(clauses, pronoun) if PRONOUN_CLAUSE.search(clauses) else None, pronoun)
    if latter := LATTER_BEFORE.search(bare):
        pronoun = OF_LATTER[latter.group(1).lower()]
        return Said(last_named(bare[: latter.start()], pronoun), pronoun, latter=True)
    speaker = subject_before(bare, gerund=verb.group("gerund") is not None)
    if one := OF_TWO.match(speaker or ""):
        return Said(pronoun=one.group(1).lower())
    if speaker is None:
        return SOMEBODY if THAT.match(verb.string, verb.end()) else NOBODY
    return Said(speaker) if _may_speak(speaker, verb) else NOBODY


def _may_speak(speaker: str, verb: re.Match[str]) -> bool:
    """Tell whether a subject found before a verb says something by it, and stands outside quotation marks."""
    judged = is_court(speaker) and verb.group().lower().startswith(JUDGES)
    judged = judged or (verb.group().startswith("prévo") and PROVIDES.match(speaker) is not None)
    place = verb.string.rfind(speaker.split(",")[0], 0, verb.start())
    quoted = any(mark in speaker for mark in "«“") or (place >= 0 and inside_quote(verb.string, place))
    return not judged and not quoted and not is_finding(speaker)


def _said_after_quote(sentence: str) -> Said:
    if caption := CAPTION.search(sentence):
        return Said(clean(caption.group(1)))
    if inverted := INVERTED_AFTER_QUOTE.search(sentence):
        return Said(pronoun=inverted.group(1).lower())
    verb = AFTER_QUOTE.search(sentence)
    if verb is None:
        return NOBODY
    return Said(subject_after(sentence[: verb.start() + 1] + ",", sentence[verb.end() :]))


def _said_by_noun(sentence: str) -> Said:
    noun = NOUN.search(sentence)
    speaker = clean(noun.group(1) or noun.group(2)) if noun and not inside_quote(sentence, noun.start()) else None
    return Said(speaker)


def _said_announced(sentence: str) -> Said:
    """Return who is quoted after a colon, without a verb of saying: "Le maire a pris la parole : « ... »"."""
    head = announcement(sentence)
    if head is None:
        return NOBODY
    if one := ONE_OF_THEM.search(head):
        return Said(clean(one.group(1)))
    pronoun = PRONOUN_FIRST.search(head)
    return Said(pronoun=pronoun.group(1).lower()) if pronoun else Said(subject_before(f"{head}"))


_RULES = (
    _said_according,
    _said_for,
    _said_by,
    _said_by_verb,
    _said_after_quote,
    _said_by_noun,
    _said_announced,
)
"""In the order in which they are tried; a name that a later one finds goes before a pronoun."""
