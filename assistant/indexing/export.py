"""Write the shipped encoder as an ordinary sentence-transformers folder."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import EncoderError
from assistant.indexing.static_encoder import StaticEncoder


def export_sentence_transformers(folder: Path, *, encoder: StaticEncoder | None = None) -> Path:
    """Write a ``StaticEmbedding`` followed by ``Normalize``, the same rows in float32.

    That module takes the plain mean, so a text in which a token returns gets a vector near ours, not ours:
    the root of the count could only be had with code of our own inside the folder, which those who load it
    rightly refuse to run.

    Args:
        folder: made if absent; it must be empty, so that nothing of another model stays behind.
        encoder: what to export; the shipped one when None.

    Returns:
        The folder, which ``SentenceTransformer(str(folder))`` and ``load_encoder(str(folder))`` read.

    Raises:
        EncoderError: if the folder is not empty or is a file.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EncoderError(f"cannot export to {folder}: it is not an empty folder; name a new one")
    from sentence_transformers import SentenceTransformer  # seconds to import, needed only here
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    source = encoder if encoder is not None else StaticEncoder.shipped()
    module = StaticEmbedding(source.tokenizer, embedding_weights=source.table)
    model = SentenceTransformer(modules=[module, Normalize()], device="cpu")
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(str(folder), create_model_card=False)
    return folder
