"""An overview, when one is asked for: a line for each party, day or article, every line a quote with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, zip_longest

from assistant.answering.confidence import known_terms
from assistant.answering.dates import breaks_date
from assistant.answering.matching import similarities
from assistant.answering.overview_asked import OverviewKind, overview_asked, topic_of
from assistant.answering.positions import positions
from assistant.answering.salience import chosen, is_whole, leans, salient
from assistant.answering.sentences import ReadArticle, Sentence, SentenceReader
from assistant.answering.spoken import citations_of
from assistant.answering.timeline import Event, timeline
from assistant.answering.wording import day_in_words, headed, refusal_text, statement_text
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import fold
from assistant.retrieval.query import Query
from assistant.types import Answer, Article, Hit, Language, Statement

_MOST = 8
_MOST_OF_SUMMARY = 6
_READ = 40
"""Articles read for an overview: of a larger corpus, those nearest to the topic, or the newest of each publisher."""
_MET = 0.5
"""How alike a word of a sentence and one of the topic must be to say the same."""
_COVERED = 0.6
"""Share of the topic's words that an article must have to be about it."""
_COMMON = 0.3
"""Share of the sentences in scope from which on a topic word names what they are all about."""
_CONFIDENCE = 0.9
"""Of an overview: not fitted, there being no right answer to fit it to."""
_LEADS: Mapping[Language, Mapping[OverviewKind, str]] = {
    "fr": {
        "timeline": "Ce que datent les articles, du plus ancien au plus récent\u00a0:",
        "positions": "Ce que dit chacun, ou à défaut ce qu’on en dit\u00a0:",
        "summary": "Les phrases qui disent l’essentiel, de l’article le plus ancien au plus récent\u00a0:",
    },
    "en": {
        "timeline": "What the articles date, from the oldest to the newest:",
        "positions": "What each says, or else what is said of it:",
        "summary": "The sentences that say the most, from the oldest article to the newest:",
    },
}
_CORPUS: Mapping[Language, tuple[str, str, str]] = {
    "fr": ("{count} articles de presse", ", dont les plus récents", "Un seul article de presse"),
    "en": ("{count} press articles", ", the newest of them", "A single press article"),
}
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

    def answer(self, query: Query, hits: Sequence[Hit], *, question: str, rows: Sequence[int] | None) -> Answer | None:
        """Return an overview; None when none is asked for, or the articles have nothing on its topic.

        Args:
            query: the question as understood, parsed.
            hits: passages found for it, best first.
            question: as asked.
            rows: the passages that may be searched; None for all.
        """
        kind = overview_asked(query.text)
        topic = topic_of(query)
        if kind is None or len(query.publishers) > 1 or not all(known_terms(topic, self._index.lexical.vocabulary)):
            return None
        allowed = self._allowed(rows, publishers=query.publishers)
        read = [self._reader.read(article) for article in self._scope(topic, hits, allowed)]
        read = [one for one in read if _is_about(topic, one)]
        lines = self._lines(kind, topic, read)
        if not lines:
            return None if topic.terms or not topic.dates else _refused(query, hits, question=question)
        cited = [one for group in citations_of([[sentence] for _, sentence in lines]) for one in group]
        statements = tuple(
            Statement(headed(heading, statement_text([one], query.language)), (one.number,))
            for (heading, _), one in zip(lines, cited, strict=True)
        )
        lead = _LEADS[query.language].get(kind) or _corpus_line(len(allowed), len(lines), query.language)
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
        fits = _fits(topic, read)
        if kind == "positions":
            countries = any(fold(word).startswith(("pays", "countr")) for word in topic.text.split())
            return positions(read, fits=_on_date(topic, fits), most=_MOST, only_countries=countries)
        if kind == "timeline":
            found = timeline(read, fits=fits, asked=topic.dates, most=_MOST)
            return [(_when(event, topic.language), event.sentence) for event in found]
        if kind == "corpus":
            return [line for one in read[:_MOST] for line in _opening(one, _on_date(topic, fits))]
        ranked = salient(read, fits=_on_date(topic, fits))
        share = max(1, _MOST_OF_SUMMARY // max(1, len(read)))
        sentences = chosen(
            ranked, most=_MOST_OF_SUMMARY, per_article=share, also=lambda one, taken: not leans(one.text)
        )
        return [("", one) for one in sorted(sentences, key=_by_publication)]

    def _allowed(self, rows: Sequence[int] | None, *, publishers: Sequence[str]) -> list[Article]:
        """Return the articles that may be quoted, the newest first."""
        ids = None if rows is None else {self._index.passages[row].article_id for row in rows}
        found = [
            one
            for one in self._index.articles.values()
            if (ids is None or one.id in ids) and (not publishers or one.publisher in publishers)
        ]
        return sorted(found, key=lambda one: one.published.date or "", reverse=True)

    def _scope(self, topic: Query, hits: Sequence[Hit], allowed: Sequence[Article]) -> list[Article]:
        """Return the articles to read: all that may be, or of many those found for the topic, else the newest."""
        if len(allowed) <= _READ:
            return list(allowed)
        if topic.terms:
            ids = {article.id for article in allowed}
            near = list(dict.fromkeys(hit.passage.article_id for hit in hits if hit.passage.article_id in ids))
            return [self._index.articles[one] for one in near[:_READ]]
        dated = [one for one in allowed if not topic.dates or _published_on(topic, one)]
        by_publisher: dict[str, list[Article]] = {}
        for article in dated:
            by_publisher.setdefault(article.publisher or "", []).append(article)
        turns = chain.from_iterable(zip_longest(*by_publisher.values()))
        return [article for article in turns if article is not None][:_READ]


def _refused(query: Query, hits: Sequence[Hit], *, question: str) -> Answer:
    """Return the refusal of an overview of a time that no article is of."""
    return Answer(
        question=question,
        understood=query.text,
        language=query.language,
        text=refusal_text("off_period", query.language, has_hits=bool(hits)),
        statements=(),
        citations=(),
        reason="off_period",
        confidence=1 - _CONFIDENCE,
        hits=tuple(hits),
    )


def _fits(topic: Query, read: Sequence[ReadArticle]) -> Callable[[Sentence], bool]:
    """Return whether a sentence is of the topic: it has its words, but for those that all the articles are about."""
    if not topic.terms:
        return lambda sentence: True
    met = {
        id(one): similarities(topic, {term for term, _ in one.terms}) for article in read for one in article.sentences
    }
    shares = [sum(row[place] >= _MET for row in met.values()) / max(1, len(met)) for place in range(len(topic.terms))]
    titled = [
        sum(similarities(topic, one.title_terms)[place] >= _MET for one in read) > len(read) / 2
        for place in range(len(topic.terms))
    ]
    telling = [
        place for place, share in enumerate(shares) if 0 < share < _COMMON and not titled[place]
    ]
    return lambda sentence: sum(met[id(sentence)][place] >= _MET for place in telling) * 2 >= len(telling)


def _is_about(topic: Query, read: ReadArticle) -> bool:
    if not topic.terms:
        return True
    met = similarities(topic, read.frequencies.keys() | read.title_terms)
    return sum(one >= _MET for one in met) >= _COVERED * len(met)


def _on_date(topic: Query, fits: Callable[[Sentence], bool]) -> Callable[[Sentence], bool]:
    return lambda sentence: fits(sentence) and not breaks_date(topic, sentence)


def _published_on(topic: Query, article: Article) -> bool:
    date = article.published.date or ""
    return any(str(one.year) == date[:4] and (one.month is None or date[5:7] in ("", f"{one.month:02d}")) for one in topic.dates)


def _opening(read: ReadArticle, fits: Callable[[Sentence], bool]) -> Iterable[tuple[str, Sentence]]:
    """Return the title of an article over its first whole sentence."""
    first = next((one for one in read.sentences if is_whole(one.text) and fits(one)), None)
    return [] if first is None else [(read.article.title or "", first)]


def _by_publication(sentence: Sentence) -> tuple[str, str, int]:
    return (sentence.article.published.date or "", sentence.article.id, sentence.start)


def _when(event: Event, language: Language) -> str:
    return day_in_words(event.first, event.last, language, inferred=event.inferred, published=event.published)


def _corpus_line(articles: int, shown: int, language: Language) -> str:
    many, newest, one = _CORPUS[language]
    line = one if articles == 1 else many.format(count=articles) + (newest if articles > shown else "")
    return line + ("\u00a0:" if language == "fr" else ":")

