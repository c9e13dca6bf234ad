"""An overview, when one is asked for: a line for each party, day or article, every line a quote with its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.answering.attribution.spoken import citations_of
from assistant.answering.overview.collection import corpus_line
from assistant.answering.overview.positions import positions
from assistant.answering.overview.request import OverviewKind, overview_asked, topic_of
from assistant.answering.overview.salience import Salient, chosen, is_whole, leans, salient
from assistant.answering.overview.timeline import Event, days_meant, timeline
from assistant.answering.overview.topic import about_topic, fits_topic, on_date, published_on
from assistant.answering.selection.confidence import known_terms
from assistant.answering.selection.sentences import ReadArticle, Sentence, SentenceReader
from assistant.answering.wording import day_in_words, headed, refusal_text, statement_text
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import fold
from assistant.retrieval.query import Query
from assistant.types import Answer, Article, Hit, Language, Reason, Statement

_MOST = 8
_MOST_OF_SUMMARY = 6
_MOST_OF_LATEST = 4
_READ = 40
"""Articles read for an overview: of a larger corpus, those nearest to the topic, or without one, spread over time."""
_CONFIDENCE = 0.9
"""Of an overview: not fitted, there being no right answer to fit it to."""
_LEADS: Mapping[Language, Mapping[OverviewKind, str]] = {
    "fr": {
        "timeline": "Ce que datent les articles, du plus ancien au plus récent\u00a0:",
        "positions": "Ce que dit chacun, ou à défaut ce qu’on en dit\u00a0:",
        "latest": "Ce que disent les articles les plus récents du corpus, le dernier d’abord\u00a0:",
        "summary": "Les phrases qui disent l’essentiel, de l’article le plus ancien au plus récent\u00a0:",
    },
    "en": {
        "timeline": "What the articles date, from the oldest to the newest:",
        "positions": "What each says, or else what is said of it:",
        "latest": "What the newest articles of the corpus say, the last one first:",
        "summary": "The sentences that say the most, from the oldest article to the newest:",
    },
}
Rows = NDArray[np.int64]
_Lines = list[tuple[str, Sentence]]


class Overviewer:
    """Answers a question that asks for an overview.

    Args:
        index: the articles.
        encoder: the shipped static encoder.
    """

    def __init__(self, index: Index, encoder: StaticEncoder) -> None:
        self._index = index
        self._reader = SentenceReader(encoder)

    def answer(self, query: Query, hits: Sequence[Hit], *, question: str, rows: Rows | None) -> Answer | None:
        """Return an overview; None when none is asked for, or the articles have nothing on its topic.

        Args:
            query: the question as understood, parsed.
            hits: passages found for it, best first.
            question: as asked.
            rows: the passages that may be searched; None for all.
        """
        kind = overview_asked(query.text)
        topic = topic_of(query, kind)
        if kind is None or len(query.publishers) > 1:
            return None
        known = known_terms(topic, self._index.lexical.vocabulary)
        if unknown := [term.word for term, is_known in zip(topic.terms, known, strict=True) if not is_known]:
            if not _of_names_then(kind, topic):
                return None
            return _refused(query, hits, question=question, reason="unknown_entity", missing=", ".join(unknown))
        allowed = self._allowed(rows, publishers=query.publishers)
        everything = [self._reader.read(article) for article in self._scope(topic, hits, allowed)]
        read = about_topic(topic, everything)
        lines = self._lines(kind, topic, read)
        if not lines:
            if topic.terms and not _of_names_then(kind, topic):
                return None
            if not topic.dates:
                return None
            of_then = bool(self._lines(kind, replace(topic, terms=()), everything))
            reason: Reason = "not_enough_evidence" if of_then else "off_period"
            return _refused(query, hits, question=question, reason=reason)
        cited = [one for group in citations_of([[sentence] for _, sentence in lines]) for one in group]
        statements = tuple(
            Statement(headed(heading, statement_text([one], query.language)), (one.number,))
            for (heading, _), one in zip(lines, cited, strict=True)
        )
        leads = _LEADS[query.language]
        lead = (
            leads[kind]
            if kind in leads and not _is_sample(kind, topic, read)
            else corpus_line(allowed, len(lines), query.language)
        )
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text="\n".join([lead, *(one.text for one in statements)]),
            statements=statements,
            citations=tuple(cited),
            reason=None,
            confidence=_CONFIDENCE,
            hits=tuple(hits),
        )

    def _lines(self, kind: OverviewKind, topic: Query, read: Sequence[ReadArticle]) -> _Lines:
        fits = fits_topic(topic, read)
        if kind == "positions":
            countries = any(fold(word).startswith(("pays", "countr")) for word in topic.text.split())
            return positions(read, fits=on_date(topic, fits), most=_MOST, only_countries=countries)
        if kind == "timeline":
            days = days_meant(topic.text, topic.dates)
            found = timeline(read, fits=fits, asked=topic.dates, days=days, most=_MOST)
            return [(_when(event, topic.language), event.sentence) for event in found]
        if kind == "corpus" or _is_sample(kind, topic, read):
            return _openings(read, fits=on_date(topic, fits))
        if kind == "latest":
            newest = _essence(_newest(read), most=_MOST_OF_LATEST, fits=on_date(topic, fits))
            return [("", one) for one in sorted(newest, key=_last_published_first)]
        return [("", one) for one in _essence(read, most=_MOST_OF_SUMMARY, fits=on_date(topic, fits))]

    def _allowed(self, rows: Rows | None, *, publishers: Sequence[str]) -> list[Article]:
        """Return the articles that may be quoted, the newest first."""
        ids = None if rows is None else {self._index.passages[int(row)].article_id for row in rows}
        found = [
            one
            for one in self._index.articles.values()
            if (ids is None or one.id in ids) and (not publishers or one.publisher in publishers)
        ]
        return sorted(found, key=lambda one: one.published.date or "", reverse=True)

    def _scope(self, topic: Query, hits: Sequence[Hit], allowed: Sequence[Article]) -> list[Article]:
        """Return the articles to read: all; of many, those found for the topic, else some spread over time."""
        if len(allowed) <= _READ:
            return list(allowed)
        if topic.terms:
            ids = {article.id for article in allowed}
            near = list(dict.fromkeys(hit.passage.article_id for hit in hits if hit.passage.article_id in ids))
            return [self._index.articles[one] for one in near[:_READ]]
        dated = [one for one in allowed if not topic.dates or published_on(topic, one)]
        step = max(1.0, len(dated) / _READ)
        return [dated[int(place * step)] for place in range(min(_READ, len(dated)))]


def _is_sample(kind: OverviewKind, topic: Query, read: Sequence[ReadArticle]) -> bool:
    """Tell whether a summary without a topic is of so many articles that some can only be shown."""
    return kind == "summary" and not topic.terms and len(read) >= _READ


def _of_names_then(kind: OverviewKind, topic: Query) -> bool:
    """Tell whether it is asked what happened somewhere, or to someone, at a time: there is no other way to answer."""
    return kind == "timeline" and bool(topic.dates) and all(term.is_name for term in topic.terms)


def _refused(query: Query, hits: Sequence[Hit], *, question: str, reason: Reason, missing: str = "") -> Answer:
    """Return the refusal of an overview of what no article is of."""
    return Answer(
        question=question,
        understood=query.text,
        language=query.language,
        text=refusal_text(reason, query.language, missing=missing, has_hits=bool(hits)),
        statements=(),
        citations=(),
        reason=reason,
        confidence=1 - _CONFIDENCE,
        hits=tuple(hits),
    )


def _openings(read: Sequence[ReadArticle], *, fits: Callable[[Sentence], bool]) -> _Lines:
    """Return the titles of articles that differ, each over its first whole sentence, the newest first."""
    firsts = [next((one for one in article.sentences if is_whole(one.text) and fits(one)), None) for article in read]
    ranked = [Salient(one, 0.0) for one in firsts if one is not None]
    years = Counter(_year(one.sentence) for one in ranked)
    of_year = -(-_MOST // max(1, len(years)))

    def also(one: Sentence, taken: Sequence[Sentence]) -> bool:
        return sum(_year(other) == _year(one) for other in taken) < of_year

    different = chosen(ranked, most=_MOST, per_article=1, also=also)
    newest = sorted(different, key=_by_publication, reverse=True)
    return [(one.article.title or "", one) for one in newest]


def _essence(read: Sequence[ReadArticle], *, most: int, fits: Callable[[Sentence], bool]) -> list[Sentence]:
    """Return the sentences that say the most, as many of each article as there is room for, the oldest first."""
    share = max(1, most // max(1, len(read)))
    found = chosen(salient(read, fits=fits), most=most, per_article=share, also=lambda one, taken: not leans(one.text))
    return sorted(found, key=_by_publication)


def _newest(read: Sequence[ReadArticle]) -> list[ReadArticle]:
    """Return the articles of the month that the newest is of; all where none has a date."""
    months = [(one.article.published.date or "")[:7] for one in read]
    return [one for one, month in zip(read, months, strict=True) if month == max(months)]


def _year(sentence: Sentence) -> str:
    return (sentence.article.published.date or "")[:4]


def _by_publication(sentence: Sentence) -> tuple[str, str, int]:
    return (sentence.article.published.date or "", sentence.article.id, sentence.start)


def _last_published_first(sentence: Sentence) -> tuple[int, str, int]:
    return (
        -int((sentence.article.published.date or "0").replace("-", "").ljust(8, "0")),
        sentence.article.id,
        sentence.start,
    )


def _when(event: Event, language: Language) -> str:
    return day_in_words(event.first, event.last, language, inferred=event.inferred, published=event.published)
