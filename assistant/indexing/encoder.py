"""Encoders: text to vectors. The shipped one, or any sentence-transformers model by name or folder."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies

import numpy as np

from assistant.errors import EncoderError
from assistant.indexing.static_encoder import StaticEncoder

_MEND = "give the folder of a downloaded sentence-transformers model, or leave --encoder out to use the shipped one"
_FINGERPRINTED = (".safetensors", ".bin", ".json", ".model", ".txt")


class Encoder(Protocol):
    """Text to vectors."""

    @property
    def id(self) -> str:
        """What the index manifest calls this encoder."""
        ...

    @property
    def dimension(self) -> int:
        """Values in a vector."""
        ...

    @property
    def prefix(self) -> int:
        """How many first values of a vector make a shorter one of use; ``dimension`` where none do."""
        ...

    @property
    def fingerprint(self) -> Mapping[str, str]:
        """Everything the vectors depend on, as short strings; goes into the manifest of an index."""
        ...

    def encode(self, texts: Sequence[str], *, kind: Literal["query", "document"]) -> np.ndarray:
        """``(len(texts), dimension) float32``, L2 norm 1."""
        ...


class SentenceTransformerEncoder:
    """A sentence-transformers model; its own query and document prompts are used.

    Args:
        model: a ``sentence_transformers.SentenceTransformer``.
        name: the name or folder it was asked for by.
        folder: where its files are.
    """

    def __init__(self, model: Any, *, name: str, folder: Path) -> None:  # noqa: ANN401 - imported lazily
        self._model = model
        self.id = name
        self.dimension = int(model.get_embedding_dimension())
        self.prefix = self.dimension  # a model does not say whether it was trained for shorter ones
        self.fingerprint: Mapping[str, str] = _fingerprint(folder, prompts=model.prompts)

    def encode(self, texts: Sequence[str], *, kind: Literal["query", "document"]) -> np.ndarray:
        """Encode texts with the prompt of their kind.

        Returns:
            ``(len(texts), dimension) float32``, L2 norm 1.
        """
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        encode = self._model.encode_query if kind == "query" else self._model.encode_document
        vectors = encode(list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def load_encoder(name: str | None = None, *, timeout_s: float = 2.0) -> Encoder:
    """Load an encoder, from this machine if it can be.

    Args:
        name: None for the shipped encoder; otherwise a folder, or the id of a model on the Hugging Face hub.
        timeout_s: how long the hub may take to be reached when the model is not on this machine yet.

    Returns:
        The encoder.

    Raises:
        EncoderError: if there is no such folder, it holds no model, or the hub cannot be reached.
    """
    if name is None:
        return StaticEncoder.shipped()
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _open_model(str(folder), name=name, local=True)
    if name.startswith((".", "/", "~")) or name.count("/") > 1 or "\\" in name:
        raise EncoderError(f"encoder {name!r}: there is no such folder; {_MEND}")
    hub_id = name if "/" in name else f"sentence-transformers/{name}"
    local = _in_hub_cache(hub_id)
    if not local:
        _require_hub(hub_id, timeout_s=timeout_s)
        _require_model(hub_id, timeout_s=timeout_s)
    return _open_model(hub_id, name=name, local=local)


def _open_model(source: str, *, name: str, local: bool) -> SentenceTransformerEncoder:
    from huggingface_hub import snapshot_download  # seconds to import, needed only for other encoders
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # a bar of ours is on the screen, or none is wanted
    try:
        model = SentenceTransformer(source, device="cpu", local_files_only=local, trust_remote_code=False)
        folder = Path(source) if Path(source).is_dir() else Path(snapshot_download(source, local_files_only=True))
    except (OSError, ValueError, ImportError, KeyError, AttributeError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise EncoderError(
            f"encoder {name!r} is not a usable sentence-transformers model ({reason}); {_MEND}"
        ) from error
    return SentenceTransformerEncoder(model, name=name, folder=folder)


def _in_hub_cache(name: str) -> bool:
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        found = [try_to_load_from_cache(name, file) for file in ("modules.json", "config.json")]
    except HFValidationError as error:
        raise EncoderError(f"encoder {name!r} is neither a folder nor the name of a hub model; {_MEND}") from error
    return any(isinstance(path, str) for path in found)


def _require_hub(name: str, *, timeout_s: float) -> None:
    """Fail soon and clearly where the hub client would retry for more than a minute."""
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
        raise EncoderError(
            f"encoder {name!r} is not on this machine and HF_HUB_OFFLINE forbids downloading it; {_MEND}"
        )
    hub = urlsplit(os.environ.get("HF_ENDPOINT", "https://huggingface.co"))
    proxy = urlsplit(getproxies().get(hub.scheme, ""))
    host, port = (proxy.hostname, proxy.port) if proxy.hostname else (hub.hostname, hub.port)
    address = (host or "huggingface.co", port or (80 if hub.scheme == "http" else 443))
    reached = threading.Event()

    def connect() -> None:
        try:
            socket.create_connection(address, timeout=timeout_s).close()
        except OSError:
            return
        reached.set()

    attempt = threading.Thread(target=connect, daemon=True)  # looking a name up has no timeout of its own
    attempt.start()
    attempt.join(timeout_s)
    if not reached.is_set():
        raise EncoderError(
            f"encoder {name!r} is not on this machine and {address[0]} was not reached within {timeout_s:g} s; {_MEND}"
        )


def _require_model(name: str, *, timeout_s: float) -> None:
    """Ask the hub for the model before libraries that take seconds to import look for it."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError

    # Which HTTP client the hub's own stands on, and so what a time-out is, depends on its version.
    refused: tuple[type[BaseException], ...] = (*HfHubHTTPError.__bases__, HFValidationError, ValueError)
    try:
        HfApi().model_info(name, timeout=timeout_s)
    except refused as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise EncoderError(f"encoder {name!r} cannot be had from the hub ({reason}); {_MEND}") from error


def _fingerprint(folder: Path, *, prompts: Mapping[str, str]) -> dict[str, str]:
    """One sha256 over every model file and its name, and the prompts themselves."""
    digest = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix in _FINGERPRINTED)
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode("utf-8") + b"\0")
        with path.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return {"files": digest.hexdigest(), "prompts": json.dumps(dict(prompts), ensure_ascii=False, sort_keys=True)}
