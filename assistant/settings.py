"""One place for every default, with its unit and why it has that value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set when an index is built or an assistant is loaded.

    Attributes:
        corpus_dir: folder of articles.
        index_dir: folder of the index.
        max_tokens: longest passage, in tokens; about five sentences of press French.
        overlap_sentences: sentences that a passage repeats from the one before.
        top_k: hits shown with an answer.
        pool_size: passages whose sentences compete to be the answer.
        dense_weight: share of the dense score in the fused one; 0.3 was best on held-out press.
        max_question_chars: longer questions are refused, not cut: a cut could change what is asked.
        max_quote_chars: longer quotes are not verified; an article has about as many.
    """

    corpus_dir: Path = Path("corpus")
    index_dir: Path = Path("index")
    max_tokens: int = 120
    overlap_sentences: int = 1
    top_k: int = 5
    pool_size: int = 30
    dense_weight: float = 0.3
    max_question_chars: int = 1000
    max_quote_chars: int = 5000


DEFAULTS = Settings()
