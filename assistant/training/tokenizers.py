"""Train the two small vocabularies: WordPiece for the encoder, byte-level BPE ranks for tiktoken.

The encoder folds case and accents before it looks words up, so that "Médiation" and "mediation" meet;
tiktoken has no normaliser, so it could only share a vocabulary that keeps them apart. Hence two.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from assistant.indexing.tokens import PATTERN

VOCABULARY = 16_000
RANKS = 12_000


def train_wordpiece(texts: Iterable[str], *, vocabulary: int = VOCABULARY) -> Tokenizer:
    """A WordPiece tokenizer over folded text, digits split from letters, punctuation on its own."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace("œ", "oe"),
            normalizers.Replace("Œ", "oe"),
            normalizers.Replace("’", "'"),
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Digits(individual_digits=False)]
    )
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(
        vocab_size=vocabulary, special_tokens=["[UNK]"], limit_alphabet=200, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def train_ranks(texts: Iterable[str], path: Path, *, vocabulary: int = RANKS) -> None:
    """Train byte-level BPE and write it the way tiktoken reads it: ``base64(token) rank`` a line."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary, initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()), show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    to_byte = {_shown_as(byte): byte for byte in range(256)}
    ordered = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    lines = []
    for rank, (token, _) in enumerate(ordered):
        raw = bytes(to_byte[character] for character in token)
        lines.append(f"{base64.b64encode(raw).decode('ascii')} {rank}\n")
    path.write_text("".join(lines), encoding="ascii")


def _shown_as(byte: int) -> str:
    """The printable character byte-level BPE writes for a byte (GPT-2: printable ones stand for themselves)."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    if byte in printable:
        return chr(byte)
    return chr(0x100 + [other for other in range(256) if other not in printable].index(byte))
