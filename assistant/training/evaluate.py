"""Measure an encoder on text it has not seen: dense search alone, and fused with BM25.

News is searched three ways: by the vector of an article's opening, by the best of its passages as the
index cuts them, and by the mean of both scores. nDCG@10 with one relevant text per query is
``1 / log2(rank + 1)`` where the rank is at most 10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import bm25s
import numpy as np

from assistant.indexing.encoder import Encoder
from assistant.indexing.passages import split_article
from assistant.settings import DEFAULTS
from assistant.training.data import QuestionPair, read_orangesum, read_parallel, read_piaf, read_questions
from assistant.types import Article, Published

WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
PREFIXES = (512, 256)
_ORANGESUM_QUERIES = 500
_BODY_CHARACTERS = 2400
_PASSAGES_AT_ONCE = 8192


@dataclass(frozen=True, slots=True)
class Asked:
    """Queries, and for each the number of the one text it should find."""

    name: str
    queries: list[str]
    gold: np.ndarray


@dataclass(frozen=True, slots=True)
class Task:
    """Texts to search, and what is asked of them.

    Attributes:
        texts: what is ranked.
        asked: sets of queries.
        passages: where a text is also searched in parts, the parts, in the order of the texts.
        owners: for each passage the number of its text.
    """

    texts: list[str]
    asked: tuple[Asked, ...]
    passages: tuple[str, ...] = ()
    owners: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


def tasks(data: Path) -> Iterator[Task]:
    """PIAF dev, CNIL, Covid, OrangeSum titles and headings, NTREX; none of their queries was trained on."""
    piaf = read_piaf(data, "dev")
    yield _question_task("PIAF dev", piaf, read_piaf(data, "train") + piaf)
    for name, file in (("CNIL", "qa_cnil.jsonl"), ("Covid", "qa_covid_faq.jsonl")):
        pairs = read_questions(data / file)
        yield _question_task(name, pairs, pairs)
    news = list(read_orangesum(data))
    shuffled = np.random.default_rng(0).permutation([i for i, document in enumerate(news) if document.split == "test"])
    titled = np.array([i for i in shuffled if news[i].title][:_ORANGESUM_QUERIES])
    headed = np.array([i for i in shuffled if news[i].heading][:_ORANGESUM_QUERIES])
    titles = Asked("OrangeSum title", [news[i].title for i in titled], titled)
    headings = Asked("OrangeSum heading", [news[i].heading for i in headed], headed)
    bodies = [document.text[:_BODY_CHARACTERS] for document in news]
    passages, owners = _passages([document.text for document in news])
    yield Task(bodies, (titles, headings), passages, owners)
    parallel = read_parallel(data / "parallel_ntrex_fr_en.tsv")
    french, english = [pair[0] for pair in parallel], [pair[1] for pair in parallel]
    yield Task(french, (Asked("NTREX en-fr", english, np.arange(len(parallel))),))
    yield Task(english, (Asked("NTREX fr-en", french, np.arange(len(parallel))),))


def dense_scores(queries: np.ndarray, texts: np.ndarray, *, dimension: int | None = None) -> np.ndarray:
    """Cosines, ``(queries, texts) float32``, of the first ``dimension`` values of each vector."""
    left, right = queries[:, :dimension], texts[:, :dimension]
    left = left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-9)
    right = right / np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    return np.asarray(left @ right.T)


def lexical_index(texts: Sequence[str], terms: Callable[[str], list[str]]) -> bm25s.BM25:
    """A BM25 index (k1 1.2, b 0.75) of the texts."""
    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index([terms(text) for text in texts], show_progress=False)
    return index


def lexical_scores(index: bm25s.BM25, queries: Sequence[str], terms: Callable[[str], list[str]]) -> np.ndarray:
    """BM25, ``(queries, texts) float32``; zeros for a query of which the texts have no word."""
    zeros = np.zeros(index.scores["num_docs"], dtype=np.float32)
    asked = ([term for term in terms(query) if term in index.vocab_dict] for query in queries)
    return np.stack([index.get_scores(query) if query else zeros for query in asked])


def fuse(dense: np.ndarray, lexical: np.ndarray, weight: float) -> np.ndarray:
    """Convex sum of scores divided by the best of their query; ``weight`` is of the dense ones."""
    best = np.maximum(dense.max(axis=1, keepdims=True), 1e-9), np.maximum(lexical.max(axis=1, keepdims=True), 1e-9)
    return np.asarray(weight * dense / best[0] + (1 - weight) * lexical / best[1])


def ranks(scores: np.ndarray, gold: np.ndarray) -> np.ndarray:
    """The rank of each query's text, from 1; of equals, those before it count."""
    target = scores[np.arange(len(gold)), gold][:, None]
    before = np.arange(scores.shape[1])[None, :] < gold[:, None]
    return np.asarray(1 + (scores > target).sum(axis=1) + ((scores == target) & before).sum(axis=1))


def ndcg10(rank: np.ndarray) -> float:
    """Mean of ``1 / log2(rank + 1)``, 0 beyond ten."""
    return float(np.where(rank <= 10, 1 / np.log2(rank + 1), 0).mean())


def measure(
    encoder: Encoder, task: Task, terms: Callable[[str], list[str]] | None
) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of each set of queries, by name; without ``terms`` only the dense ones."""
    texts = encoder.encode(task.texts, kind="document")
    index = lexical_index(task.texts, terms) if terms is not None else None
    asked_vectors = [encoder.encode(asked.queries, kind="query") for asked in task.asked]
    best = best_passages(encoder, task, asked_vectors)
    for number, (asked, queries) in enumerate(zip(task.asked, asked_vectors, strict=True)):
        figures = _dense_figures(queries, texts, asked.gold)
        if best:
            whole = dense_scores(queries, texts)
            figures["best passage"] = ndcg10(ranks(best[number], asked.gold))
            figures["both"] = ndcg10(ranks(whole + best[number], asked.gold))
        if index is not None and terms is not None:
            dense, lexical = dense_scores(queries, texts), lexical_scores(index, asked.queries, terms)
            figures["bm25 R@100"] = float((ranks(lexical, asked.gold) <= 100).mean())
            for weight in WEIGHTS:
                figures[f"fused {weight:g}"] = ndcg10(ranks(fuse(dense, lexical, weight), asked.gold))
        yield asked.name, figures


def _dense_figures(queries: np.ndarray, texts: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    rank = ranks(dense_scores(queries, texts), gold)
    figures = {
        "dense": ndcg10(rank),
        "dense R@1": float((rank == 1).mean()),
        "dense R@100": float((rank <= 100).mean()),
    }
    for dimension in PREFIXES:
        figures[f"dense {dimension}"] = ndcg10(ranks(dense_scores(queries, texts, dimension=dimension), gold))
    return figures


def best_passages(encoder: Encoder, task: Task, queries: Sequence[np.ndarray]) -> list[np.ndarray]:
    """For each set of queries the score of each text's best passage, ``(queries, texts)``; empty without passages.

    A text without any passage scores -1. Some passages at a time, since all their vectors would fill the memory.
    """
    if not task.passages:
        return []
    best = [np.full((len(vectors), len(task.texts)), -1, dtype=np.float32) for vectors in queries]
    for start in range(0, len(task.passages), _PASSAGES_AT_ONCE):
        part = encoder.encode(task.passages[start : start + _PASSAGES_AT_ONCE], kind="document")
        owners = task.owners[start : start + _PASSAGES_AT_ONCE]
        first = np.flatnonzero(np.diff(owners, prepend=-1))
        for scores, vectors in zip(best, queries, strict=True):
            here = np.maximum.reduceat(vectors @ part.T, first, axis=1)
            scores[:, owners[first]] = np.maximum(scores[:, owners[first]], here)
    return best


def _passages(texts: Sequence[str]) -> tuple[tuple[str, ...], np.ndarray]:
    passages: list[str] = []
    owners: list[int] = []
    for number, text in enumerate(texts):
        article = Article(str(number), None, None, None, (), Published(), None, "fr", text, "", "")
        cut = split_article(article, max_tokens=DEFAULTS.max_tokens, overlap_sentences=DEFAULTS.overlap_sentences)
        passages += [text[passage.start : passage.end] for passage in cut]
        owners += [number] * len(cut)
    return tuple(passages), np.array(owners)


def _question_task(name: str, pairs: list[QuestionPair], source: list[QuestionPair]) -> Task:
    texts = list(dict.fromkeys(pair.context for pair in source))
    place = {text: i for i, text in enumerate(texts)}
    gold = np.array([place[pair.context] for pair in pairs])
    return Task(texts, (Asked(name, [pair.question for pair in pairs], gold),))
