"""How alike a question and its candidates are, token by token and sentence by sentence.

Late interaction is ColBERT's MaxSim (Khattab and Zaharia 2020), here over static token vectors: for each
token of the question, the best cosine with a token of the passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.read_passage import ReadPassage, TokenRows
from assistant.retrieval.term_match import Laid
from assistant.retrieval.weighed import PREFIX, Weighed

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the candidates are to the question.

    Attributes:
        tokens: best cosine of each token of the question in each candidate, ``(n, tokens)``.
        late_sentence: weighted mean of the same in the best sentence of each candidate, ``(n,)``.
        cosine: of the question and each candidate, ``(n,)``.
        cosine_sentence: of the question and the best sentence of each candidate, ``(n,)``.
    """

    tokens: Floats
    late_sentence: Floats
    cosine: Floats
    cosine_sentence: Floats


def likeness(asked: Weighed, reads: Sequence[ReadPassage], laid: Laid, rows: TokenRows) -> Likeness:
    """Compare a question with its candidates.

    A sentence's cosine needs no vector of it: the vector of a text is the weighted sum of its tokens'
    vectors, so that products with the question add up, and lengths were taken when the passage was read.
    """
    unique, places = np.unique(np.concatenate([read.ids for read in reads]), return_inverse=True)
    vectors = rows.of(unique)
    counts = np.array([len(read.ids) for read in reads])
    before = counts.cumsum() - counts
    starts = np.concatenate([read.starts + start for read, start in zip(reads, before, strict=True)])
    products = (vectors @ asked.vector)[places]
    sums = np.add.reduceat(products * np.concatenate([read.weights for read in reads]), starts)
    whole_sums = np.add.reduceat(products * np.concatenate([read.whole_weights for read in reads]), before)
    norms = np.concatenate([read.norms for read in reads])
    whole = np.array([read.norm for read in reads], dtype=np.float32)
    near = vectors[:, :PREFIX]
    cosines = near @ asked.tokens.T / np.maximum(np.linalg.norm(near, axis=1), 1e-9)[:, None]
    of_sentence = np.maximum.reduceat(cosines[places], starts, axis=0)
    return Likeness(
        tokens=laid.best(of_sentence),
        late_sentence=laid.best(of_sentence @ asked.token_weights),
        cosine=np.asarray(whole_sums / np.maximum(whole, 1e-9), dtype=np.float32),
        cosine_sentence=laid.best(sums / np.maximum(norms, 1e-9)),
    )
