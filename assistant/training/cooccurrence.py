"""Terms used alike in the press: "réclamer" and "exiger", "négociations" and "pourparlers".

Positive pointwise mutual information of terms within a few words of each other, its truncated singular
value decomposition, and the nearest neighbours by cosine (Levy, Goldberg and Dagan 2015, "Improving
Distributional Similarity with Lessons Learned from Word Embeddings", TACL 3: context distribution
smoothing 0.75, singular values to the power one half, no shift). What is used alike may be opposed
("soutenir", "condamner"): these neighbours help to find, and are never proof that a thing is said.

Run with ``python -m assistant.training.cooccurrence``; two minutes on one core.
"""

from __future__ import annotations

import argparse
import collections
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import svds
from tqdm import tqdm

from assistant.language.words import positioned_terms
from assistant.training.data import DATA, read_orangesum, read_piaf, split_sentences

_OUT = Path(__file__).parents[1] / "model" / "neighbours.tsv"

WINDOW = 5
LEAST_COUNT = 15
DIMENSIONS = 300
SMOOTHING = 0.75
MOST = 10
LEAST_COSINE = 0.4
SEED = 13


def neighbours(
    sentences: Iterable[list[tuple[str, int]]], *, dimensions: int = DIMENSIONS
) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Yield each frequent term with its nearest terms and their cosines, best first.

    Args:
        sentences: terms of a sentence with their positions, as ``positioned_terms`` gives them.
        dimensions: of the embedding, fewer than there are frequent terms.
    """
    kept = [sentence for sentence in sentences if len(sentence) > 1]
    counts = collections.Counter(term for sentence in kept for term, _ in sentence)
    vocabulary = sorted(term for term, count in counts.items() if count >= LEAST_COUNT and not term.isdigit())
    table = _embeddings(kept, {term: row for row, term in enumerate(vocabulary)}, dimensions)
    for row, term in enumerate(vocabulary):
        cosines = table @ table[row]
        order = [other for other in np.argsort(-cosines, kind="stable")[: MOST + 1] if other != row][:MOST]
        near = [(vocabulary[other], float(cosines[other])) for other in order if cosines[other] >= LEAST_COSINE]
        if near:
            yield term, near


def _embeddings(sentences: Iterable[list[tuple[str, int]]], rows: dict[str, int], dimensions: int) -> np.ndarray:
    """Embed the vocabulary, ``(terms, dimensions) float32``, L2 norm 1."""
    left: list[int] = []
    right: list[int] = []
    for sentence in sentences:
        known = [(rows[term], position) for term, position in sentence if term in rows]
        for place, (row, position) in enumerate(known):
            for other, other_position in known[place + 1 :]:
                if other_position - position > WINDOW:
                    break
                left.append(row)
                right.append(other)
    shape = (len(rows), len(rows))
    counts = sparse.coo_matrix((np.ones(len(left)), (left, right)), shape=shape).tocsr()
    pairs = (counts + counts.T).tocoo()
    totals = np.asarray(pairs.sum(axis=1)).ravel()
    context = totals**SMOOTHING / (totals**SMOOTHING).sum()
    information = np.log(pairs.data / (totals[pairs.row] * context[pairs.col]))
    positive = information > 0
    matrix = sparse.csr_matrix((information[positive], (pairs.row[positive], pairs.col[positive])), shape=shape)
    start = np.random.default_rng(SEED).normal(size=len(rows))
    u, s, _ = svds(matrix.astype(np.float64), k=dimensions, v0=start)
    table = (u * np.sqrt(s)).astype(np.float32)
    normalised: np.ndarray = table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9)
    return normalised


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args()
    news = [f"{one.title}\n{one.heading}\n{one.text}" for one in read_orangesum(options.data) if one.split == "train"]
    contexts = dict.fromkeys(pair.context for pair in read_piaf(options.data, "train"))
    texts = tqdm([*news, *contexts], desc="read")
    sentences = (positioned_terms(sentence) for text in texts for sentence in split_sentences(text))
    found = neighbours(sentences)
    lines = [term + "\t" + " ".join(f"{other}:{cosine:.2f}" for other, cosine in near) for term, near in found]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{options.out}: {len(lines)} terms")


if __name__ == "__main__":
    main()
