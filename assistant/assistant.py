"""The one door: load an index, ask it questions."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.answering.answerer import worded_by
from assistant.answering.conversation.about_answer import answer_about
from assistant.answering.conversation.hear import Heard, hear
from assistant.answering.conversation.replies import reply
from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.figures.question import figure_question
from assistant.answering.language_model.endpoint import Endpoint
from assistant.answering.overview.overview import Overviewer
from assistant.answering.publishers.asked import OF_EACH, asks_every_publisher, on_its_subject, some_of_each
from assistant.citing.check import check_answer
from assistant.citing.ledger import Claim, Verdict, verify
from assistant.citing.saved import Resolution, SavedCitation, resolve
from assistant.errors import RequestError
from assistant.indexing.encoder import Encoder, load_encoder
from assistant.indexing.index import Index, load_index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import characters
from assistant.retrieval.filters import RowFilter, Wanted, latest_day
from assistant.retrieval.lookup import TermLookup
from assistant.retrieval.merged import merged
from assistant.retrieval.query import Query, parse_query
from assistant.retrieval.ranker import Ranker, Weights
from assistant.retrieval.search import search
from assistant.settings import DEFAULTS, Settings
from assistant.types import Answer, Hit, Turn

_POOLS_OF_FIGURES = 4  # a toll that grows is in more passages than a fact is


class Assistant:
    """Answers questions over one index. It holds no conversation: the caller passes the turns before.

    Args:
        index: what is asked.
        encoder: the one the index was built with.
        settings: defaults for the numbers of hits and their fusion.
        model: the language model that words the answers; None, the default, for quotes alone.
    """

    def __init__(
        self, index: Index, encoder: Encoder, *, settings: Settings = DEFAULTS, model: Endpoint | None = None
    ) -> None:
        self.index = index
        self._encoder = encoder
        self._settings = settings
        self._publishers = frozenset(one.publisher for one in index.articles.values() if one.publisher)
        self._ranker = Ranker(index, encoder, static=StaticEncoder.shipped())
        self._filter = RowFilter(index)
        self._vocabulary = TermLookup(index.lexical.vocabulary)
        self._overviewer = Overviewer(index, StaticEncoder.shipped())
        self._extractive = ExtractiveAnswerer(index, StaticEncoder.shipped())
        self._answerer = worded_by(model, self._extractive)

    @classmethod
    def load(
        cls,
        index_dir: str | Path = DEFAULTS.index_dir,
        *,
        encoder: str | None = None,
        settings: Settings = DEFAULTS,
        model: Endpoint | None = None,
    ) -> Assistant:
        """Load a saved index.

        Args:
            index_dir: folder of the index.
            encoder: sentence-transformers name or folder the index was built with; None for the shipped one.
            settings: defaults.
            model: the language model that words the answers; None for quotes alone.

        Raises:
            SavedIndexError: if there is no index, or it is damaged, or it was built with another encoder.
            EncoderError: if the encoder cannot be had.
        """
        loaded = load_encoder(encoder)
        return cls(load_index(Path(index_dir), encoder=loaded), loaded, settings=settings, model=model)

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        as_of: str | None = None,
        publishers: Sequence[str] = (),
        published_after: str | None = None,
        published_before: str | None = None,
        top_k: int | None = None,
    ) -> Answer:
        """Answer a question, or abstain with the reason and the nearest passages.

        Args:
            question: French or English. What is no character (half a surrogate pair) is read as U+FFFD.
            history: the turns before, oldest first; they complete a follow-up.
            as_of: ``YYYY[-MM[-DD]]``: nothing published later, or possibly later, is searched.
            publishers: only these; empty for all.
            published_after: the first day, month or year searched, as ``as_of`` is written.
            published_before: the last day, month or year searched.
            top_k: hits returned with the answer.

        Raises:
            RequestError: if the question is too long, a date is none or the first is after the last, a
                publisher is not in the corpus, or ``top_k`` is negative.
        """
        *_, answer = self.ask_stream(
            question,
            history=history,
            as_of=as_of,
            publishers=publishers,
            published_after=published_after,
            published_before=published_before,
            top_k=top_k,
        )
        return answer

    def ask_stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        as_of: str | None = None,
        publishers: Sequence[str] = (),
        published_after: str | None = None,
        published_before: str | None = None,
        top_k: int | None = None,
    ) -> Iterator[Answer]:
        """Yield the answer as it grows, each one checked and complete in itself; the last is :meth:`ask`'s.

        Without a language model there is one. With one the first is the answer without it, before it is asked.
        It takes the arguments of :meth:`ask`.

        Raises:
            RequestError: as :meth:`ask`, when the first is asked for.
        """
        started = time.perf_counter()
        most_hits, question = self._top_k(top_k), characters(question)
        self._refuse_long(question)
        usable = self._usable(history)
        wanted = Wanted(as_of, publishers, published_after, published_before)
        heard = hear(question, usable, vocabulary=self._vocabulary)
        aside = self._aside(heard, question, usable, wanted)
        if aside is not None:
            total = (time.perf_counter() - started) * 1000
            yield replace(aside, hits=aside.hits[:most_hits], timings_ms={"total": total})
            return
        query = self._parse(heard.understood, question)
        parsed = time.perf_counter()
        hits = self._find(query, wanted)
        found = time.perf_counter()
        overview = self._overview(query, hits, wanted, question=question)
        for made in [overview] if overview else self._answerer.stream(query, hits, question=question):
            answer = check_answer(made, self.index.articles)
            done = time.perf_counter()
            stages = {
                "parse": parsed - started, "search": found - parsed, "answer": done - found, "total": done - started,
            }  # fmt: skip
            yield replace(
                answer,
                understood=question if heard.understood == heard.question else answer.understood,
                hits=() if answer.reason == "empty_question" else answer.hits[:most_hits],
                timings_ms={stage: seconds * 1000 for stage, seconds in stages.items()},
            )

    def _aside(self, heard: Heard, question: str, history: Sequence[Turn], wanted: Wanted) -> Answer | None:
        """Return the answer to small talk, or to a question about the answer before; None for any other question.

        The answer before is had again in quotes, which is the same each time, also where a language model worded it.
        """
        if heard.talk is not None:
            return reply(heard.talk, question, language=heard.language)
        if heard.about is None:
            return None
        turn = history[heard.before]
        query = self._parse(hear(turn.question, history[: heard.before]).understood, turn.question)
        hits = self._find(query, wanted)
        overview = self._overview(query, hits, wanted, question=turn.question)
        before = overview or self._extractive.answer(query, hits, question=turn.question)
        again = answer_about(heard.about, before, question, times=heard.times)
        return None if again is None else check_answer(again, self.index.articles)

    def search(
        self,
        question: str,
        *,
        as_of: str | None = None,
        publishers: Sequence[str] = (),
        published_after: str | None = None,
        published_before: str | None = None,
        top_k: int | None = None,
    ) -> tuple[Hit, ...]:
        """Return the passages nearest to a question, best first.

        Raises:
            RequestError: as :meth:`ask`.
        """
        question = characters(question)
        query = self._parse(question, question)
        wanted = Wanted(as_of, publishers, published_after, published_before)
        return self._search(query, wanted, top_k=self._top_k(top_k))

    def verify(
        self,
        quote: str,
        *,
        article: str | None = None,
        publisher: str | None = None,
        date: str | None = None,
        speaker: str | None = None,
    ) -> Verdict:
        """Tell whether the articles say a quote, to the letter, where it is said to be from.

        Args:
            quote: with or without quotation marks; "…" and "[…]" stand for what it leaves out.
            article: id of the article it is said to be from; None to look in all.
            publisher: whom it is said to be published by.
            date: ``YYYY[-MM[-DD]]``: when it is said to be published.
            speaker: who is said to say it.

        Raises:
            RequestError: if the quote has no words or is too long, or ``date`` is not a date.
        """
        quote, most = characters(quote), self._settings.max_quote_chars
        if not any(char.isalnum() for char in quote):
            raise RequestError(f"the quote {quote!r} has no words; expected some text to look for")
        if len(quote) > most:
            raise RequestError(f"the quote has {len(quote)} characters; expected at most {most}: verify a part of it")
        if date is not None:
            latest_day(date)
        claimed = Claim(article=article, publisher=publisher, date=date, speaker=speaker)
        return verify(quote, self.index.articles, claimed=claimed)

    def resolve(self, saved: SavedCitation) -> Resolution:
        """Find a citation again that was saved earlier, maybe from another index of the same articles."""
        return resolve(saved, self.index.articles)

    def _usable(self, history: Sequence[Turn]) -> list[Turn]:
        """Return the turns whose question could itself be asked: a longer one completes nothing."""
        most = self._settings.max_question_chars
        return [Turn(characters(turn.question), turn.answer) for turn in history if len(turn.question) <= most]

    def _refuse_long(self, question: str) -> None:
        most = self._settings.max_question_chars
        if len(question) > most:
            raise RequestError(
                f"the question has {len(question)} characters; expected at most {most}: ask a shorter one"
            )

    def _parse(self, text: str, question: str) -> Query:
        self._refuse_long(question)
        return on_its_subject(parse_query(text, vocabulary=self._vocabulary, publishers=self._publishers))

    def _search(self, query: Query, wanted: Wanted, *, top_k: int) -> tuple[Hit, ...]:
        rows = self._filter.rows(replace(wanted, publishers=wanted.publishers or self._only(query)))
        return search(
            self.index,
            self._encoder,
            query,
            top_k=top_k,
            dense_weight=self._settings.dense_weight,
            rows=rows,
            ranker=self._ranker,
        )

    def _overview(self, query: Query, hits: tuple[Hit, ...], wanted: Wanted, *, question: str) -> Answer | None:
        if asks_every_publisher(query):
            return None
        return self._overviewer.answer(query, hits, question=question, rows=self._filter.rows(wanted))

    def _find(self, query: Query, wanted: Wanted) -> tuple[Hit, ...]:
        """Return the passages to answer from; some of each publisher where all are asked about."""
        counted = figure_question(query) is not None
        hits = self._search(query, wanted, top_k=self._settings.pool_size * (_POOLS_OF_FIGURES if counted else 1))
        if not asks_every_publisher(query) or wanted.publishers:
            return hits
        names = some_of_each(hits, self.index.articles)
        return merged([hits, *(self._search(query, replace(wanted, publishers=(n,)), top_k=OF_EACH) for n in names)])

    @property
    def ranked_by(self) -> Weights:
        """Which weights rank passages: ``shipped`` with the shipped encoder, ``any_encoder`` with every other."""
        return self._ranker.weights_for

    def _only(self, query: Query) -> Sequence[str]:
        """Search the publishers a question names alone; with a date it may mean that other day's articles too."""
        return () if query.dates else query.publishers

    def _top_k(self, top_k: int | None) -> int:
        if top_k is None:
            return self._settings.top_k
        if top_k < 0:
            raise RequestError(f"top_k is {top_k}; expected 0 or more")
        return top_k
