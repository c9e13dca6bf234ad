"""What somebody says, asks or wants: of whom a question wants the words, and to or of whom they have to be.

"Que demande la Russie à la Turquie ?" is answered by what Russia says where Turkey is named; not by what another says,
nor by what both say together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.selection.folded import folded, folded_words
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.answering.selection.speakers.asked_speaker import Offices, asks_words_of_named, is_called, speaker_of
from assistant.answering.selection.speakers.speaking import speaks
from assistant.language import lexicon
from assistant.language.folding import fold
from assistant.language.words import terms
from assistant.retrieval.query import Query, QueryTerm

_SURE = 0.6
_POINTS_BACK = re.compile(r"\W*(?:\w+\s)?(?:ces|cette|cet|ce|celle-ci|celui-ci|ceux-ci)\s", re.IGNORECASE)
"""The opening of a sentence that takes up the one before: "Ces accusations", "Face à cette demande"."""
_ASKS_WISH = re.compile(r"\b(?:demand|reclam|exig|veu(?:t|len)|voulai|souhait|want|ask)\w*\b")
_WISH = re.compile(
    r"(?<!une )\bdemand|\b(?:appel(?!e? telephon)|exig|reclam|exhort|souhait|veu(?:t|lent)\b|veul|voul|visant|vise\b"
    r"|plaid|invit|pri(?:e|ent|er) |press(?:e|ent|er|ant)\b|pron|entend|doi(?:t|vent)|devr|il faut|falloir|attend"
    r"|esper|insist|milit|somm|ordonn|enjoin|conseil|recommand|propos|user de|sollicit|revendiqu)"
)
"""Words of asking and wanting, without which nothing is asked for."""
_OPENING = 3
"""The word of a sentence by which its subject is named."""
_NEAR = 5
"""Words after a name among which its verb stands."""
_SAYING = re.compile(
    r"(?:dit|disent|declar|affirm|repon|annonc|reclam|promi|promet|demand|exig|propos|reproch|denonc|crai|redout|veu|voul"
    r"|souhait|esper|pens|say|said|ask|want|fear|hope|claim|reply|announc)"
)
_SAID = re.compile(
    r"(?:dit|declar|affirm|expliqu|indiqu|estim|assur|annonc|repond|ajout|soulign|reagi|jug|qualifi|dement)"
)
_TWICE = re.compile(r"\b(?:puis|et|and) (?:que |qu'|what |a quoi )")
_HE_SAYS = re.compile(r"[»”\"],?\s(?:a|avait)?-?(?:t-)?\w*-?(?:t-)?(?:il|elle)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:Ils?|Elles?)\s")
"""The opening of a sentence that is still about whoever was named before."""
_BEFORE = 2
"""Sentences before one in which what it is about may be said."""
_REPLIES = re.compile(r"\b(?:repon\w*|repli\w*|reagi\w*|reply|answer|respond)\b")
"""A reply need not name again whom it is to."""
_LINKS = frozenset(
    "a au aux de du des d sur contre envers la le les l about of to on against from the with avec et and pour"
    " say said think want ask demand dit disent pense pensent demande veut quoi ont propos sujet".split()
)
_PLACED = frozenset("a de du des au aux face contre avec par en d".split())
"""What stands before a name that does nothing itself."""
_PAPER = re.compile(
    r"\b(?:communiqué|texte|document|déclaration|dépêche|compte rendu|agence|source)s?\b", re.IGNORECASE
)
"""What carries the words of others."""
_ALIKE = 0.5
"""How alike a word is used that may stand for one of what is asked about."""
_WANTS = re.compile(
    r"^(?:appel|demand|exig|reclam|exhort|souhait|veu|voul|vis|refus|propos|plaid|promet|promis|menac|craign|crain|redout"
    r"|espere|reproch|condamn|denonc|soutien|soutenu|salu|regrett|invit|press|prone|entend(?:ent|ait|aient)?$|rejett|accus|avert)"
)
_OTHERS_OF = frozenset(
    terms("séparatistes rebelles opposition opposants insurgés dissidents réfugiés ressortissants prisonniers otages")
)
"""Who are of a country and do not speak for it."""


@dataclass(frozen=True, slots=True)
class WordsAsked:
    """Of whom a question wants the words, and to or of whom.

    Attributes:
        whose: the first name in it, of somebody named in full the last.
        first: the first word of that name.
        others: the names after it; empty where it names nobody else.
        topic: the other words after the name.
        reply: whether it is a reply that is asked for, which need not name again what it is to.
        wish: whether what they ask for or want is asked.
    """

    whose: QueryTerm
    first: str
    others: tuple[QueryTerm, ...]
    topic: tuple[QueryTerm, ...]
    reply: bool
    wish: bool = False


def words_asked(query: Query) -> WordsAsked | None:
    """Return of whom a question wants the words, if it names them; None for any other question."""
    names = [term for term in query.terms if term.is_name and not term.given]
    if not names or not asks_words_of_named(query) or _TWICE.search(folded(query.text)):
        return None
    run = [names[0]]
    for term in names[1:]:
        if term.position != run[-1].position + 1:
            break
        run.append(term)
    if any(term.position < run[0].position and not _SAYING.match(folded(term.word)) for term in query.terms):
        return None  # "la direction de l'hôpital de Lindmar" is no name
    whose = run[0] if run[0].term.startswith("@") or len(run) == 1 else run[-1]
    reply = _REPLIES.search(folded(query.text)) is not None
    others = () if reply else _others(query, run[-1])
    after = (term for term in query.terms if term.position > run[-1].position and not term.given)
    topic = tuple(term for term in after if term not in others)
    return WordsAsked(whose, run[0].word, others, topic, reply, _wishes(query))


def _others(query: Query, last: QueryTerm) -> tuple[QueryTerm, ...]:
    """Return the names that follow right upon the one whose words are asked for: "la Russie à la Turquie"."""
    words = folded_words(query.text)
    found: list[QueryTerm] = []
    for term in query.terms:
        between = words[last.position + 1 : term.position]
        follows = _LINKS.issuperset(between) if between else bool(found)
        if term.is_name and term.position > last.position and follows:
            found.append(term)
            last = term
    return tuple(found)


def says(asked: WordsAsked, query: Query, sentence: Sentence, offices: Offices, read: ReadArticle) -> bool:
    """Tell whether a sentence is what the one asked about says or wants, or whoever speaks for it."""
    speaker = speaker_of(sentence)
    if asked.wish and not _WISH.search(folded(sentence.text)):
        return False
    if speaker is None or _PAPER.search(speaker):
        acts = _acts(asked.whose, sentence) or _is_he(asked.whose, sentence, read)
        if speaker is None or acts:
            return acts
    if any(speaks(other, sentence) for other in asked.others):
        return False
    own = set(terms(speaker))
    if asked.whose.term.startswith("@") and own & _OTHERS_OF:
        return False
    if speaks(asked.whose, sentence) or (not asked.whose.term.startswith("@") and _verb_follows(asked.whose, sentence)):
        return True
    if _PAPER.search(speaker):
        return False
    known = len(terms(speaker)) > 1 or asked.whose.word in sentence.article.text  # "le ministre" may be any
    if known and is_called(sentence, asked.first, query.text, offices):
        return True
    held = (office for office in offices.get(fold(speaker).split()[-1], ()) if office.is_held)
    return any(_names(asked.whose, terms(office.text)) for office in held)


def is_about(asked: WordsAsked, sentence: Sentence, read: ReadArticle) -> bool:
    """Tell whether whom the words have to be of or to is named in a sentence, or right before where it points back."""
    if not _on_topic(asked, sentence, read):
        return False
    if not asked.others or any(_named(other, sentence) for other in asked.others):
        return True
    return bool(lead_in(asked, sentence, read))


def _on_topic(asked: WordsAsked, sentence: Sentence, read: ReadArticle) -> bool:
    """Tell whether what is asked about is said in a sentence, beside it or in the title: at least its rarest word."""
    if not asked.topic:
        return True
    around = read.sentences[max(0, sentence.number - _BEFORE) : sentence.number + 2]
    said = read.title_terms.union(*(one.said for one in around))
    rarest = max(asked.topic, key=lambda term: lexicon.background_idf(term.term))
    looked_for = asked.topic if asked.reply else (rarest,)
    return any(
        _names(term, said) or any(weight >= _ALIKE for other, weight in term.related.items() if other in said)
        for term in looked_for
    )


def lead_in(asked: WordsAsked, sentence: Sentence, read: ReadArticle) -> Sequence[Sentence]:
    """Return the sentence before that a sentence points back to, where only that one names of whom the words are."""
    if not asked.others or any(_named(other, sentence) for other in asked.others):
        return ()
    others = {term for term in sentence.said if term.startswith("@")} - set(asked.whose.alternatives)
    if not _POINTS_BACK.match(sentence.text) and (others or sentence.names or not asked.whose.term.startswith("@")):
        return ()
    before = [one for one in read.sentences[: sentence.number] if one.text.rstrip().endswith((".", "»", "!", "?"))]
    return tuple(one for one in before[-1:] if any(_named(other, one) for other in asked.others))


def _wishes(query: Query) -> bool:
    return _ASKS_WISH.search(folded(query.text.split(" (")[0])) is not None


def _named(name: QueryTerm, sentence: Sentence) -> bool:
    return _names(name, sentence.said)


def _names(name: QueryTerm, said: Iterable[str]) -> bool:
    return any(name.alternatives.get(term, 0.0) >= _SURE for term in said)


def _is_he(name: QueryTerm, sentence: Sentence, read: ReadArticle) -> bool:
    """Tell whether "il" or "elle" says a sentence right after the one named was the last to be named."""
    before = read.sentences[max(0, sentence.number - _BEFORE - 1) : sentence.number]
    goes_on = sentence.text.count("«") > sentence.text.count("»")
    after = read.sentences[sentence.number + 1 : sentence.number + 2] if goes_on else ()
    says_he = any(_HE_SAYS.search(one.text) for one in (sentence, *after))
    named = (one for one in reversed(before) if one.names and not _GOES_ON.match(one.text))
    return says_he and any(_named(name, one) for one in list(named)[:1])


def _acts(name: QueryTerm, sentence: Sentence) -> bool:
    """Tell whether the one named stands at the head of a sentence that goes on to a verb of asking or wanting."""
    words = folded_words(sentence.text)
    places = [at for term, at in sentence.terms if name.alternatives.get(term, 0.0) >= _SURE]
    at_head = bool(places) and places[0] <= _OPENING and any(_WANTS.match(word) for word in words[places[0] + 1 :])
    return at_head or _verb_follows(name, sentence)


def _verb_follows(name: QueryTerm, sentence: Sentence) -> bool:
    """Tell whether a verb of saying or wanting comes right after a name that no preposition makes somebody else's."""
    words = folded_words(sentence.text)
    places = [at for term, at in sentence.terms if name.alternatives.get(term, 0.0) >= _SURE]
    free = [at for at in places if not _PLACED.intersection(words[max(0, at - 2) : at])]
    return any(_WANTS.match(word) or _SAID.match(word) for at in free for word in words[at + 1 : at + _NEAR])
