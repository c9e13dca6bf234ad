"""How alike a question and its candidates are, token by token.

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
from assistant.retrieval.weighed import Weighed

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the candidates are to the question.

    Attributes:
        tokens: best cosine of each token of the question in each candidate, ``(n, tokens)``.
        titles: the same in each title, ``(titles, tokens)``; 0 for an empty one.
        late_sentence: weighted mean of the same in the best sentence of each candidate, ``(n,)``.
    """

    tokens: Floats
    titles: Floats
    late_sentence: Floats


def likeness(
    asked: Weighed, reads: Sequence[ReadPassage], titles: Sequence[ReadTitle], laid: Laid, rows: TokenRows
) -> Likeness:
    """Compare a question with its candidates, and with titles."""
    unique, places = np.unique(np.concatenate([read.ids for read in reads]), return_inverse=True)
    counts = np.array([len(read.ids) for read in reads])
    before = counts.cumsum() - counts
    starts = np.concatenate([read.starts + start for read, start in zip(reads, before, strict=True)])
    of_sentence = np.maximum.reduceat((rows.of(unique) @ asked.tokens.T)[places], starts, axis=0)
    return Likeness(
        tokens=laid.best(of_sentence),
        titles=_with_titles(asked, titles, rows),
        late_sentence=laid.best(of_sentence @ asked.token_weights),
    )


def _with_titles(asked: Weighed, titles: Sequence[ReadTitle], rows: TokenRows) -> Floats:
    best = np.zeros((len(titles), len(asked.tokens)), dtype=np.float32)
    titled = [place for place, title in enumerate(titles) if len(title.ids)]
    if titled:
        counts = np.array([len(titles[place].ids) for place in titled])
        cosines = rows.of(np.concatenate([titles[place].ids for place in titled])) @ asked.tokens.T
        best[titled] = np.maximum.reduceat(cosines, counts.cumsum() - counts, axis=0)
    return best
