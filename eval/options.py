"""What ``python -m eval`` can be told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent

_EXAMPLES = """examples:
  python -m eval                                          our questions over the articles that are shipped
  python -m eval --dataset FILE.jsonl --corpus DIR        other questions over another folder of articles
  python -m eval --dataset piaf-dev.json                  SQuAD, PIAF or FQuAD: every paragraph is an article
  python -m eval --dataset scifact --split test           a BEIR folder: retrieval, by qrels/test.tsv
  python -m eval --dataset FILE --limit 200 --encoder X   a sample, with another encoder

exit status: 0 done, 1 the gate is not passed, 2 something cannot be used
"""


def read_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options of a run; a wrong one ends the process with status 2 and how they are used.

    Args:
        arguments: as on the command line; None for the process's own.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if (options.gate or options.update_baseline) and (options.limit is not None or options.split != "all"):
        parser.error("the gate holds all questions: leave out --limit and --split")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval",
        description="Measure retrieval, answers, citations and refusals on questions with known answers.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked = parser.add_argument_group("what is asked")
    asked.add_argument(
        "--dataset",
        "--questions",
        type=Path,
        default=HERE / "questions.jsonl",
        metavar="PATH",
        help="JSONL of questions (eval/README.md), SQuAD JSON or a BEIR folder; .gz too; default: eval/questions.jsonl",
    )
    asked.add_argument("--corpus", type=Path, metavar="DIR", help="folder of articles the JSONL's questions are about")
    asked.add_argument(
        "--index", type=Path, metavar="DIR", help="saved index to ask; otherwise where to build and keep"
    )
    asked.add_argument("--encoder", metavar="NAME", help="sentence-transformers name or folder; default: ours")
    asked.add_argument(
        "--split",
        choices=("dev", "test", "train", "all"),
        default="all",
        help="JSONL: which questions; BEIR: which qrels (all: test if there is one); SQuAD: what its questions are",
    )
    asked.add_argument("--limit", type=_count, metavar="N", help="ask only N questions, always the same ones")
    written = parser.add_argument_group("what is written")
    written.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to this file")
    written.add_argument(
        "--report",
        type=Path,
        default=HERE / "report",
        metavar="DIR",
        help="folder for index.html and for <name>-<commit>.json, .md and .run (TREC); default: eval/report",
    )
    gate = parser.add_argument_group("floors")
    gate.add_argument("--gate", action="store_true", help="fail when a figure is below eval/baseline.json")
    gate.add_argument("--update-baseline", action="store_true", help="make this run's figures the floors")
    gate.add_argument("--allow-regression", metavar="REASON", help="let floors fall, and keep why")
    return parser


def _count(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of questions; expected 1 or more")
    return value
