"""Which language model may word the answers, where it is and with which key: from the environment or the command line.

None is the default. A key is a secret: it is in no message and no representation, and a Hugging Face token is sent to
Hugging Face only.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from assistant.errors import RequestError

HUGGING_FACE = "https://router.huggingface.co/v1"
"""Where Hugging Face serves its Inference Providers in OpenAI's form; used when no base URL is given."""

_NO_KEY = "none"
"""Sent where no key is needed: without one, huggingface_hub would send the token saved on this machine."""
_HEADER_VALUE = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A language model behind an OpenAI-compatible address.

    Attributes:
        model: as the endpoint names it: ``org/model`` at Hugging Face.
        base_url: http or https; ``/chat/completions`` is added to it.
        api_key: sent as a bearer token.
        timeout_s: seconds within which the model's answer is whole or left aside.
    """

    model: str
    base_url: str = HUGGING_FACE
    api_key: str = field(default=_NO_KEY, repr=False)
    timeout_s: float = 20.0

    def __post_init__(self) -> None:
        """Refuse what cannot be used, without writing out a secret that stands in the wrong place.

        Raises:
            RequestError: if there is no model, the address is not a plain http(s) one, or the key or time is unusable.
        """
        if not self.model.strip() or "://" in self.model:
            raise RequestError("ASSISTANT_LLM_MODEL (or --llm-model) is not a model name; expected one as org/model")
        if not _is_plain_address(self.base_url):
            raise RequestError(
                "ASSISTANT_LLM_BASE_URL (or --llm-base-url) is not a usable address; expected "
                "http(s)://host[:port]/path with no user, query or fragment: give the key in ASSISTANT_LLM_API_KEY"
            )
        if not _HEADER_VALUE.fullmatch(self.api_key):
            raise RequestError("ASSISTANT_LLM_API_KEY or HF_TOKEN has a character that no key has; paste it again")
        if not (math.isfinite(self.timeout_s) and 0 < self.timeout_s <= 600):
            raise RequestError(f"ASSISTANT_LLM_TIMEOUT_S is {self.timeout_s}; expected seconds above 0, up to 600")


def endpoint_from(
    environment: Mapping[str, str], *, model: str | None = None, base_url: str | None = None
) -> Endpoint | None:
    """Return the language model that was asked for, or None when none was: the default.

    Args:
        environment: ``ASSISTANT_LLM_MODEL``, ``ASSISTANT_LLM_BASE_URL``, ``ASSISTANT_LLM_API_KEY``,
            ``ASSISTANT_LLM_TIMEOUT_S``, and ``HF_TOKEN`` for Hugging Face.
        model: from the command line; goes before the environment's.
        base_url: likewise.

    Raises:
        RequestError: if what was given cannot be used.
    """
    model = model or environment.get("ASSISTANT_LLM_MODEL")
    base_url = base_url or environment.get("ASSISTANT_LLM_BASE_URL")
    if not model:
        if base_url:
            raise RequestError(
                "a language model's address is given without a model; set ASSISTANT_LLM_MODEL or --llm-model"
            )
        return None
    base_url = base_url or HUGGING_FACE
    own_token = environment.get("HF_TOKEN") if _is_hugging_face(base_url) else None
    return Endpoint(
        model=model,
        base_url=base_url,
        api_key=environment.get("ASSISTANT_LLM_API_KEY") or own_token or _NO_KEY,
        timeout_s=_seconds(environment.get("ASSISTANT_LLM_TIMEOUT_S") or "20"),
    )


def _seconds(written: str) -> float:
    try:
        return float(written)
    except ValueError as error:
        raise RequestError(f"ASSISTANT_LLM_TIMEOUT_S is {written!r}; expected seconds, such as 20") from error


def _is_plain_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        plain = not (parts.username or parts.password or parts.query or parts.fragment)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0 and plain
    except ValueError:
        return False


def _is_hugging_face(url: str) -> bool:
    """Tell whether an address is one that may see a Hugging Face token."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    named = host in {"huggingface.co", "hf.co"} or host.endswith((".huggingface.co", ".huggingface.cloud"))
    return parts.scheme == "https" and named
