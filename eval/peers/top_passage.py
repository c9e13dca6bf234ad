"""Answer with the best passage, whole: what a pipeline without a language model shows its reader.

Such a peer is given what it does not work out: the article's publisher and date come from our reading of the corpus,
so that what is compared is finding, quoting and refusing. It does not complete a follow-up, so the questions before it
are put in front of it. It refuses only when it finds no passage at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.types import Answer, Article, Citation, Hit, Passage, Statement, Turn

Find = Callable[[str, int], Sequence[Hit]]
"""Takes a question and how many passages are wanted, returns that many hits at most, best first."""

Choose = Callable[[str, str], tuple[int, int]]
"""Takes a question and a passage's text, returns the half-open span of it that is quoted."""

_FEW = 5


@dataclass(frozen=True)
class TopPassage:
    """Something that finds passages, made to answer; it can be asked wherever the assistant can.

    Attributes:
        articles: by id.
        find: the search.
        confidence: a number in [0, 1] that grows with the best hit's score. Only its order among questions counts.
        choose: what of the best passage is quoted; None for all of it.
    """

    articles: Mapping[str, Article]
    find: Find
    confidence: Callable[[Hit], float]
    choose: Choose | None = None

    def ask(self, question: str, *, history: Sequence[Turn] = (), top_k: int | None = None) -> Answer:
        """Return the best passage as the one citation, with the best ``top_k`` as hits."""
        asked = " ".join([*(turn.question for turn in history), question])
        hits = tuple(self.find(asked, max(1, _FEW if top_k is None else top_k)))
        citations = (self._citation(asked, hits[0].passage),) if hits else ()
        return Answer(
            question=question,
            understood=asked,
            language="fr",
            text="".join(citation.quote for citation in citations),
            statements=tuple(Statement(citation.quote, (citation.number,)) for citation in citations),
            citations=citations,
            reason=None if hits else "not_enough_evidence",
            confidence=self.confidence(hits[0]) if hits else 0.0,
            hits=hits[:top_k],
        )

    def _citation(self, asked: str, passage: Passage) -> Citation:
        article = self.articles[passage.article_id]
        text = article.text[passage.start : passage.end]
        first, last = self.choose(asked, text) if self.choose else (0, len(text))
        start, end = passage.start + first, passage.start + last
        return Citation(number=1, article=article, quote=article.text[start:end], start=start, end=end)


def ranked(passages: Sequence[Passage], rows: Sequence[int], scores: Sequence[float], *, lexical: bool) -> list[Hit]:
    """Return hits in the order given.

    Args:
        passages: by row.
        rows: of the passages found, best first.
        scores: of each of them.
        lexical: whether the scores are BM25, not cosines.
    """
    return [
        Hit(
            passage=passages[row],
            rank=rank,
            score=score,
            similarity=0.0 if lexical else score,
            bm25=score if lexical else 0.0,
        )
        for rank, (row, score) in enumerate(zip(rows, scores, strict=True), 1)
    ]
