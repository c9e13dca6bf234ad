"""Run what people would otherwise use beside the assistant: ``python -m eval.peers``, or ``make peers``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.assistant import Assistant
from assistant.errors import AssistantError
from assistant.indexing.build import Progress
from assistant.indexing.encoder import load_encoder
from assistant.settings import DEFAULTS
from eval.asking.progress import progress
from eval.asking.runner import Asked
from eval.asking.temporary_index import assistant_over
from eval.datasets.dataset import Dataset, DatasetError
from eval.datasets.formats import read_dataset, sample
from eval.datasets.jsonl import check_gold
from eval.measures.summary import pair, summarise
from eval.peers.finders import bm25, dense, hybrid, nearest_sentence
from eval.peers.side_by_side import side_by_side
from eval.peers.table import NOTES, peers_json, peers_table
from eval.peers.tutorial import minilm, tutorial
from eval.reporting.names import ROOT, run_name
from eval.reporting.report import json_text

OURS = "ours"
USUAL = "tutorial"
HERE = ROOT / "eval"
QUESTIONS = HERE / "questions.jsonl"


def peers(assistant: Assistant, *, on_progress: Progress) -> dict[str, Asked]:
    """Return who is asked, by name, from the simplest to the assistant itself, all over the assistant's articles.

    Args:
        assistant: of the shipped encoder.
        on_progress: told how far the pipeline's own index is.

    Raises:
        PeerError: if the tutorial pipeline's model is not installed.
    """
    index, encoder = assistant.index, load_encoder(None)
    return {
        "BM25": bm25(index),
        USUAL: tutorial(index.articles, minilm(), on_progress=on_progress),
        "our dense": dense(index, encoder),
        "our hybrid": hybrid(assistant),
        "our hybrid, sentence": hybrid(assistant, choose=nearest_sentence(encoder)),
        OURS: assistant,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask all peers, print the table and write it; return 0, or 2 when something cannot be used."""
    options = _options(arguments)
    try:
        _compare(options, read_dataset(options.dataset))
    except AssistantError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def _compare(options: argparse.Namespace, dataset: Dataset) -> None:
    if dataset.articles is not None and options.corpus is not None:
        raise DatasetError(f"{options.dataset}: brings its own articles; leave out --corpus {options.corpus}")
    source = dataset.articles if options.corpus is None else options.corpus
    shipped = ROOT / DEFAULTS.index_dir if source is None else None
    with progress() as show, assistant_over(source, index=shipped, on_progress=show) as (assistant, _):
        texts = {article_id: article.text for article_id, article in assistant.index.articles.items()}
        check_gold(dataset.questions, texts, source=options.dataset)
        questions = sample(dataset.questions, options.limit)
        asked = peers(assistant, on_progress=show)
        records = side_by_side(
            questions, asked, texts=texts, on_progress=lambda done: show("ask", done, len(questions))
        )
    pairs = {name: pair(questions, kept) for name, kept in records.items()}
    summaries = {name: summarise(of_peer, texts) for name, of_peer in pairs.items()}
    counted = f"{dataset.name}: {len(questions)} questions over {len(texts)} articles"
    table = peers_table(summaries, ours=OURS, usual=USUAL)
    print(f"{counted}\n\n{table}")
    name = run_name("peers" if options.dataset == QUESTIONS else f"peers-{dataset.name}")
    options.report.mkdir(parents=True, exist_ok=True)
    _write(options.report / f"{name}.md", f"# Peers\n\n{counted}.\n\n{table}\n\n{NOTES}")
    _write(options.report / f"{name}.json", json_text(peers_json(summaries, pairs, texts)))
    print(f"\nWho is who, and every figure: {options.report / name}.md, .json")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m eval.peers", description="Ask what people would otherwise use the same questions, side by side."
    )
    parser.add_argument(
        "--dataset",
        type=Path,
        default=QUESTIONS,
        metavar="PATH",
        help="JSONL of questions, SQuAD JSON or a BEIR folder; default: eval/questions.jsonl",
    )
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="folder of articles the JSONL's questions are about")
    parser.add_argument("--limit", type=int, metavar="N", help="ask only N questions, always the same ones")
    parser.add_argument("--report", type=Path, default=HERE / "report", metavar="DIR", help="default: eval/report")
    options = parser.parse_args(arguments)
    if options.limit is not None and options.limit < 1:
        parser.error(f"--limit {options.limit}: expected 1 or more")
    return options


if __name__ == "__main__":
    sys.exit(main())
