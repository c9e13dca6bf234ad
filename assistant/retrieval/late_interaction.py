"""How alike a question and its candidates are, token by token and sentence by sentence.

Late interaction is ColBERT's MaxSim (Khattab and Zaharia 2020), here over static token vectors: for each
token of the question, the best cosine with a token of the passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.read_passage import ReadPassage, ReadTitle, TokenRows
from assistant.retrieval.term_match import Laid
from assistant.retrieval.weighed import PREFIX, Weighed

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the candidates are to the question.

    Attributes:
        tokens: best cosine of each token of the question in each candidate, ``(n, tokens)``.
        titles: the same with the title of each, ``(n, tokens)``; 0 without one.
        late_sentence: weighted mean of the same in the best sentence of each candidate, ``(n,)``.
        cosine: of the question and each candidate, ``(n,)``.
    """

    tokens: Floats
    titles: Floats
    late_sentence: Floats
    cosine: Floats


def likeness(
    asked: Weighed, reads: Sequence[ReadPassage], titles: Sequence[ReadTitle], laid: Laid, rows: TokenRows
) -> Likeness:
    """Compare a question with its candidates and the titles of their articles.

    A passage's cosine needs no vector of it: the vector of a text is the weighted sum of its tokens'
    vectors, so that products with the question add up, and its length was taken when it was read.
    """
    unique, places = np.unique(np.concatenate([read.ids for read in reads]), return_inverse=True)
    vectors = rows.of(unique)
    counts = np.array([len(read.ids) for read in reads])
    before = counts.cumsum() - counts
    starts = np.concatenate([read.starts + start for read, start in zip(reads, before, strict=True)])
    products = (vectors @ asked.vector)[places]
    sums = np.add.reduceat(products * np.concatenate([read.weights for read in reads]), before)
    norms = np.array([read.norm for read in reads], dtype=np.float32)
    of_sentence = np.maximum.reduceat(_cosines(asked, vectors)[places], starts, axis=0)
    return Likeness(
        tokens=laid.best(of_sentence),
        titles=_with_titles(asked, titles, rows),
        late_sentence=laid.best(of_sentence @ asked.token_weights),
        cosine=np.asarray(sums / np.maximum(norms, 1e-9), dtype=np.float32),
    )


def _with_titles(asked: Weighed, titles: Sequence[ReadTitle], rows: TokenRows) -> Floats:
    best = np.zeros((len(titles), len(asked.tokens)), dtype=np.float32)
    titled = [place for place, title in enumerate(titles) if len(title.ids)]
    if titled:
        counts = np.array([len(titles[place].ids) for place in titled])
        cosines = _cosines(asked, rows.of(np.concatenate([titles[place].ids for place in titled])))
        best[titled] = np.maximum.reduceat(cosines, counts.cumsum() - counts, axis=0)
    return best


def _cosines(asked: Weighed, vectors: Floats) -> Floats:
    """Cosines of tokens with the question's, ``(len(vectors), tokens)``."""
    near = vectors[:, :PREFIX]
    lengths = np.maximum(np.linalg.norm(near, axis=1), 1e-9)
    return np.asarray(near @ asked.tokens.T / lengths[:, None], dtype=np.float32)
