"""Sentences that a rule chooses where no sentence meets more of the question than another: who speaks, which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.dates import breaks_date, dates_compared
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.speaking import speaks
from assistant.retrieval.query import QueryTerm

MOST_STATEMENTS = 4


def words_of(asked: Asked, ranked: Sequence[Candidate]) -> list[Sentence]:
    """Return, for "que dit la Russie ?", what each article lets the one named say; nothing for another question.

    Such a question has no word but a name: no sentence meets more of it than another, and whoever is
    speaking decides.
    """
    query = asked.query
    if query.answer_type != "what" or not query.terms or not all(term.is_name for term in query.terms):
        return []
    most = MOST_STATEMENTS // len(query.terms) or 1
    return _distinct(one for term in query.terms for one in _spoken_by(term, asked, ranked)[:most])


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
