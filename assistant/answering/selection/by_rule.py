"""Sentences that a rule chooses where no sentence meets more of the question than another: who speaks, which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.dates import breaks_date, dates_compared
from assistant.answering.selection.defined import asks_what_it_is
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.speakers.speaking import speaks
from assistant.answering.selection.speakers.words_asked import words_asked
from assistant.language.words import stem
from assistant.retrieval.query import QueryTerm

MOST_STATEMENTS = 4
_REPLYING = frozenset(
    {stem(word) for word in "répond répondu répondent réplique répliqué répliquent réponse".split()}
    | set("reply replied replies answer answered answers respond responded response".split())
)
_ANSWERING = _REPLYING | frozenset(
    {
        stem(word)
        for word in """réagit réagi réagissent réaction réactions pense pensent pensé penser déclare déclaré déclarent
        affirme affirmé affirment explique expliqué expliquent""".split()
    }
    | set("think thinks thought react reacted reacts reaction".split())
)


def words_of(asked: Asked, ranked: Sequence[Candidate], eligible: Sequence[Candidate]) -> list[Sentence]:
    """Return, for "que dit la Russie ?", what each article lets the one named say; nothing for another question.

    Such a question has no word but a name and one for answering: no sentence meets more of it than another,
    and whoever is speaking decides. What it follows up ("et Moscou, qu'a-t-il répondu ?") only orders them.
    """
    query = asked.query
    own = [term for term in query.terms if not term.given]
    names = [term for term in own if term.is_name]
    replies = [term for term in own if not term.is_name]
    if asks_what_it_is(query):
        return []
    if query.answer_type != "what" or not names or not all(term.term in _ANSWERING for term in replies):
        return []
    if words_asked(query) is not None:  # what is eligible is theirs, and to or of whom it has to be
        theirs = {id(one) for one in eligible}
        return _of_each_article([one for one in ranked if id(one) in theirs])[:MOST_STATEMENTS]
    if replies and len(names) > 1:
        return []
    is_reply = len(own) < len(query.terms) or any(term.term in _REPLYING for term in replies)
    most = 1 if is_reply else MOST_STATEMENTS // len(names) or 1
    return _distinct(one for term in names for one in _spoken_by(term, asked, ranked)[:most])


def _of_each_article(found: Sequence[Candidate]) -> list[Sentence]:
    """Return the best sentence of each article, best article first."""
    return list({one.sentence.article.id: one.sentence for one in reversed(found)}.values())[::-1]


def on_the_day(asked: Asked, ranked: Sequence[Candidate]) -> list[Sentence]:
    """Return, for "que s'est-il passé le 27 octobre ?", what each article says of that day."""
    query = asked.query
    if query.terms or not query.dates:
        return []
    dated = [one.sentence for one in ranked if dates_compared(query.dates, one.sentence)[0]]
    return list({sentence.article.id: sentence for sentence in reversed(dated)}.values())[::-1][:MOST_STATEMENTS]


def _spoken_by(name: QueryTerm, asked: Asked, ranked: Sequence[Candidate]) -> list[Sentence]:
    """Return the best sentence of each article in which the one named speaks, best article first."""
    said: dict[str, Sentence] = {}
    for candidate in ranked:
        sentence = candidate.sentence
        if not breaks_date(asked.query, sentence) and speaks(name, sentence):
            said.setdefault(sentence.article.id, sentence)
    return list(said.values())


def _distinct(sentences: Iterable[Sentence]) -> list[Sentence]:
    return list({(sentence.article.id, sentence.start): sentence for sentence in sentences}.values())
