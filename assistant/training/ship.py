"""The steps that make each file of ``assistant/model/``; each can be run again on its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tqdm import tqdm

from assistant.indexing.quantisation import quantise
from assistant.indexing.static_encoder import TOKENIZER, WEIGHTS, StaticEncoder
from assistant.training.background import write_background
from assistant.training.contrastive import Recipe, train_table
from assistant.training.data import NewsDocument, read_orangesum, read_parallel, read_wikinews
from assistant.training.lexicon import align, english_to_french, paraphrases, write_table
from assistant.training.neighbours import reconcile, term_vectors
from assistant.training.pairs import Pairs
from assistant.training.tokenizers import train_ranks, train_wordpiece

MODEL = Path(__file__).parents[1] / "model"
BITS = 2


def make_vocabularies(data: Path, work: Path, model: Path = MODEL) -> None:
    """The encoder's WordPiece, into the work folder, and tiktoken's ranks, into the model folder."""
    work.mkdir(parents=True, exist_ok=True)
    train_wordpiece(_texts(data)).save(str(work / TOKENIZER), pretty=False)
    train_ranks(_texts(data), model / "ranks.tiktoken")


def make_words(data: Path, model: Path = MODEL) -> dict[str, int]:
    """Word frequencies, translations and paraphrases; the number of lines of each file by its name.

    The encoder in the model folder judges the paraphrases, so it is made before.
    """
    found = align(read_parallel(data / "parallel_tatoeba_fr_en.tsv.gz"))
    translated = english_to_french(found)
    paraphrased = reconcile(paraphrases(found), term_vectors(StaticEncoder(model), _news(data)))
    write_table(translated, model / "lexicon_en_fr.tsv")
    write_table(paraphrased, model / "lexicon_fr_fr.tsv")
    counted = write_background(_news(data), model / "background_df.tsv")
    return {"lexicon_en_fr.tsv": len(translated), "lexicon_fr_fr.tsv": len(paraphrased), "background_df.tsv": counted}


def make_table(data: Path, work: Path, recipe: Recipe, *, minutes: float | None = None) -> np.ndarray:
    """Train the token table with a progress bar, going on from the checkpoint in the work folder."""
    tokenizer = Tokenizer.from_file(str(work / TOKENIZER))
    pairs = Pairs(data, tokenizer, batch_size=recipe.batch_size, seed=recipe.seed)
    with tqdm(unit="batch", desc="training the encoder") as bar:

        def show(step: int, planned: int, loss: float) -> None:
            bar.total = planned
            bar.set_postfix(loss=f"{loss:.3f}", refresh=False)
            bar.update(step - bar.n)

        return train_table(
            pairs,
            vocabulary=tokenizer.get_vocab_size(),
            recipe=recipe,
            checkpoint=work / "checkpoint.safetensors",
            minutes=minutes,
            on_step=show,
        )


def write_encoder(table: np.ndarray, work: Path, model: Path = MODEL, *, bits: int = BITS) -> None:
    """Quantise the table and put it beside its tokenizer."""
    packed = quantise(table, bits=bits)
    tensors = {"planes": packed.planes, "scales": packed.scales, "codebook": packed.codebook}
    save_file(tensors, str(model / WEIGHTS))
    (model / WEIGHTS).chmod(0o644)  # safetensors writes for the owner only
    shutil.copyfile(work / TOKENIZER, model / TOKENIZER)


def _news(data: Path) -> Iterator[NewsDocument]:
    yield from (document for document in read_orangesum(data) if document.split == "train")
    yield from read_wikinews(data)


def _texts(data: Path) -> Iterator[str]:
    for document in _news(data):
        yield f"{document.title}\n{document.heading}\n{document.text}"
    for pair in read_parallel(data / "parallel_tatoeba_fr_en.tsv.gz"):
        yield from pair
