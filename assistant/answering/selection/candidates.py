"""The sentences that may answer: those of the hits, each measured and scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.answering.selection.article_match import match_article
from assistant.answering.selection.asked import Asked, prepare
from assistant.answering.selection.feature_names import Features
from assistant.answering.selection.features import sentence_features
from assistant.answering.selection.sentences import Sentence, SentenceReader, late_vectors, print_order
from assistant.answering.selection.speakers.asked_speaker import offices_in
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.logistic_model import LogisticModel
from assistant.retrieval.query import Query
from assistant.types import Hit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with what was measured of it and its score (log-odds; higher is better)."""

    sentence: Sentence
    features: Features = field(repr=False)
    score: float


def ask(query: Query, *, index: Index, encoder: StaticEncoder) -> Asked:
    """Prepare a question for matching against sentences of an index."""
    lexical = index.lexical
    terms = {other for term in query.terms for other in (term.term, *term.alternatives)}
    return prepare(
        query,
        frequencies={term: lexical.document_frequency(term) for term in terms},
        passages=lexical.count,
        vector=encoder.encode([query.text], kind="query")[0],
        tokens=late_vectors(encoder, query.text),
        offsets=encoder.tokenizer.encode(query.text, add_special_tokens=False).offsets,
    )


def candidates(
    asked: Asked, hits: Sequence[Hit], *, index: Index, reader: SentenceReader, model: LogisticModel
) -> tuple[Candidate, ...]:
    """Return every sentence of the hits once, scored, best first; ties in order of date, publisher and place."""
    scores = _sentences_of(hits, index=index, reader=reader)
    measured = []
    offices = offices_in(asked.query, (index.articles[article_id].text for article_id in scores))
    for article_id, own in scores.items():
        read = reader.read(index.articles[article_id])
        match = match_article(asked, read, offices=offices)
        for number, score in own.items():
            measured.append(
                (read.sentences[number], sentence_features(asked, read, match, number, passage_score=score))
            )
    if not measured:
        return ()
    logits = model.logits(np.stack([features for _, features in measured]))
    found = [
        Candidate(sentence, features, float(logit))
        for (sentence, features), logit in zip(measured, logits, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, *_printed(one.sentence))))


def counting_candidates(
    hits: Sequence[Hit], *, index: Index, reader: SentenceReader, below: float
) -> tuple[Candidate, ...]:
    """Return the sentences of further hits that hold a number, unmeasured: a growing toll is in many passages.

    Args:
        hits: best first.
        index: which they are from.
        reader: analyses articles.
        below: a score; theirs are lower, in order of their hits.
    """
    found = []
    for article_id, own in _sentences_of(hits, index=index, reader=reader).items():
        read = reader.read(index.articles[article_id])
        found += [(score, read.sentences[number]) for number, score in own.items() if read.sentences[number].numbers]
    found.sort(key=lambda one: (-one[0], *_printed(one[1])))
    none = np.zeros(0, dtype=np.float64)
    return tuple(Candidate(sentence, none, below - place) for place, (_, sentence) in enumerate(found, start=1))


def _printed(sentence: Sentence) -> tuple[str, str, str, int]:
    """Return what orders reprints of one sentence, so that the names of the files do not."""
    return sentence.article.published.date or "", *print_order(sentence.article), sentence.start


def _sentences_of(hits: Sequence[Hit], *, index: Index, reader: SentenceReader) -> dict[str, dict[int, float]]:
    """Return, by article, the number of each sentence that a hit overlaps, and the best score of such a hit."""
    scores: dict[str, dict[int, float]] = {}
    for hit in hits:
        article = index.articles[hit.passage.article_id]
        own = scores.setdefault(article.id, {})
        for sentence in reader.read(article).sentences:
            # Overlap, not containment: a sentence longer than a passage is in several, whole in none.
            if sentence.start < hit.passage.end and hit.passage.start < sentence.end:
                own[sentence.number] = max(hit.score, own.get(sentence.number, 0.0))
    return scores
