"""Run the evaluation: ``python -m eval``; ``eval/README.md`` says how to read what it prints."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from assistant.assistant import Assistant
from assistant.errors import AssistantError
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.settings import DEFAULTS
from eval import gate
from eval.jsonl import check_gold, read_questions
from eval.report import contract, kinds_table, markdown, table
from eval.runner import run
from eval.summary import Pair, Summary, pair, summarise

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation; return 0, 1 when the gate is not passed, or 2 when something cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        return _evaluate(options)
    except gate.GateError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 1
    except AssistantError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def _evaluate(options: argparse.Namespace) -> int:
    questions = read_questions(options.questions)
    with ExitStack() as stack:
        index = options.index
        if options.corpus is not None:
            index = index or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="eval-index-")))
            _build(options.corpus, index)
        assistant = Assistant.load(index or ROOT / DEFAULTS.index_dir)
        texts = {article_id: article.text for article_id, article in assistant.index.articles.items()}
        check_gold(questions, texts, source=options.questions)
        if options.split != "all":
            questions = tuple(question for question in questions if question.split == options.split)
        records = run(questions, assistant, texts=texts, on_progress=_counter(len(questions)))
    pairs = pair(questions, records)
    summaries = _by_split(pairs, texts)
    print(table(summaries), kinds_table(summaries), sep="\n\n")
    written = json.dumps(contract(summaries, pairs, texts), ensure_ascii=False, indent=2) + "\n"
    options.report.mkdir(parents=True, exist_ok=True)
    _write(options.report / "report.json", written)
    _write(
        options.report / "report.md", markdown(summaries, pairs, texts, title=f"Evaluation: {options.questions.name}")
    )
    if options.json is not None:
        _write(options.json, written)
    print(f"\nEvery wrong answer: {options.report / 'report.md'}")
    if options.gate or options.update_baseline:
        _gate(options, summaries, gate.digest(options.questions, texts))
    return 0


def _gate(options: argparse.Namespace, summaries: dict[str, Summary], data: str) -> None:
    reached = gate.floors(summaries)
    if not options.update_baseline:
        gate.check(gate.read(), reached, data)
        print("gate: no figure is below its floor")
        return
    before = gate.read() if gate.BASELINE.exists() else None
    kept = gate.updated(before, reached, data, reason=options.allow_regression)
    _write(gate.BASELINE, json.dumps(kept, ensure_ascii=False, indent=2) + "\n")
    print(f"gate: floors written to {gate.BASELINE}")


def _by_split(pairs: Sequence[Pair], texts: dict[str, str]) -> dict[str, Summary]:
    """Return the figures of each split that occurs, and of all questions."""
    splits = {split: [pair for pair in pairs if pair[0].split == split] for split in ("dev", "test")}
    return {
        **{split: summarise(chosen, texts) for split, chosen in splits.items() if chosen},
        "all": summarise(pairs, texts),
    }


def _build(corpus: Path, index: Path) -> None:
    report = build_index(
        corpus,
        index,
        encoder=load_encoder(None),
        max_tokens=DEFAULTS.max_tokens,
        overlap_sentences=DEFAULTS.overlap_sentences,
    )
    for problem in report.problems:
        print(f"corpus: {problem}", file=sys.stderr)


def _counter(total: int) -> Callable[[int], None]:
    """Return what shows progress on one line of the terminal; silent where there is no terminal."""

    def show(done: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} of {total} questions", end="\n" if done == total else "", file=sys.stderr)

    return show


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure answers, citations and refusals.")
    parser.add_argument("--questions", type=Path, default=HERE / "questions.jsonl", help="JSONL file of questions")
    parser.add_argument("--corpus", type=Path, help="folder of articles to build a temporary index of")
    parser.add_argument("--index", type=Path, help="saved index to ask (with --corpus: where to build it)")
    parser.add_argument("--split", choices=("dev", "test", "all"), default="all", help="which questions")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument("--report", type=Path, default=HERE / "report", help="folder for report.json and report.md")
    parser.add_argument("--gate", action="store_true", help="fail when a figure is below eval/baseline.json")
    parser.add_argument("--update-baseline", action="store_true", help="make this run's figures the floors")
    parser.add_argument("--allow-regression", metavar="REASON", help="let floors fall, and keep why")
    return parser


if __name__ == "__main__":
    sys.exit(main())
