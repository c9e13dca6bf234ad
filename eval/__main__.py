"""Run the evaluation: ``python -m eval``; ``eval/README.md`` says how to read what it prints."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.settings import DEFAULTS
from eval import gate
from eval.asking.progress import progress
from eval.asking.runner import run
from eval.asking.temporary_index import Source, assistant_over
from eval.datasets.dataset import Dataset, DatasetError, Question
from eval.datasets.formats import read_dataset, sample
from eval.datasets.jsonl import check_gold
from eval.measures.retrieval import ranked_units, trec_lines
from eval.measures.spans import Texts
from eval.measures.summary import Measured, Pair, Summary, pair, summarise
from eval.options import read_options
from eval.reporting.markdown import tables
from eval.reporting.names import ROOT, run_name
from eval.reporting.report import contract, json_text, write_report
from eval.reporting.shown import Shown
from eval.said import measured

MOST_TOLD = 10
"""Lines of a dataset that could not be used and are printed; the others are counted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation; return 0, 1 when the gate is not passed, or 2 when something cannot be used."""
    options = read_options(arguments)
    try:
        return _evaluate(options)
    except gate.GateError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 1
    except AssistantError as error:
        print(f"error: {error}", file=sys.stderr)
    except OSError as error:
        print(f"error: {error.filename or 'input or output'}: {error.strerror or error}", file=sys.stderr)
    return 2


def _evaluate(options: argparse.Namespace) -> int:
    if options.gate or options.update_baseline:
        gate.require_shipped(options.dataset, corpus=options.corpus, index=options.index, encoder=options.encoder)
    dataset = read_dataset(options.dataset, split=None if options.split == "all" else options.split)
    source, index = _source(options, dataset)
    pairs, texts, said, unread = _ask(options, dataset, source, index)
    _tell("corpus", unread)
    _tell(dataset.name, dataset.problems)
    summaries = _summaries(pairs, texts, skipped=len(dataset.problems))
    data = gate.digest(options.dataset, texts) if dataset.articles is None else None
    baseline = gate.pinned(data) if data is not None else None
    print(*tables(Shown("", summaries, said=said, floors=baseline["floors"] if baseline else None)), sep="\n\n")
    page = _write(options, _label(options, dataset), summaries, pairs, texts, said, baseline)
    print(f"\nEvery wrong answer: {page}")
    if data is not None and (options.gate or options.update_baseline):
        _gate(options, gate.floors(summaries, said), data)
    return 0


def _source(options: argparse.Namespace, dataset: Dataset) -> tuple[Source, Path | None]:
    """Return what is asked, and the folder of the index where one is named."""
    if dataset.articles is not None:
        if options.corpus is not None:
            raise DatasetError(f"{options.dataset}: brings its own articles; leave out --corpus {options.corpus}")
        return dataset.articles, options.index
    if options.corpus is not None or options.index is not None:
        return options.corpus, options.index
    if options.encoder is not None:  # the index that is shipped is of our own encoder
        return ROOT / DEFAULTS.corpus_dir, None
    return None, ROOT / DEFAULTS.index_dir


def _ask(
    options: argparse.Namespace, dataset: Dataset, source: Source, index: Path | None
) -> tuple[tuple[Pair, ...], Texts, tuple[Measured, ...], Sequence[object]]:
    """Return each question with its record, the articles' texts, what is said, and the files that are no articles."""
    with (
        progress() as show,
        assistant_over(source, index=index, encoder=options.encoder, on_progress=show) as (assistant, unread),
    ):
        texts = {article_id: article.text for article_id, article in assistant.index.articles.items()}
        check_gold(dataset.questions, texts, source=options.dataset)
        questions = _chosen(options, dataset)
        records = run(questions, assistant, texts=texts, on_progress=lambda done: show("ask", done, len(questions)))
        whole = dataset.articles is None and len(questions) == len(dataset.questions)
        said = measured(assistant, questions) if whole else ()
    return pair(questions, records), texts, said, unread


def _chosen(options: argparse.Namespace, dataset: Dataset) -> tuple[Question, ...]:
    """Return the questions to ask; a dataset that brings its articles was read for its split."""
    every = options.split == "all" or dataset.articles is not None
    questions = tuple(one for one in dataset.questions if every or one.split == options.split)
    if not questions:
        raise DatasetError(f"{options.dataset}: has no question of --split {options.split}")
    return sample(questions, options.limit)


def _summaries(pairs: Sequence[Pair], texts: Texts, *, skipped: int) -> dict[str, Summary]:
    """Return the figures of each split that occurs, and of all questions; only those can say what was skipped."""
    splits = {split: [pair for pair in pairs if pair[0].split == split] for split in ("dev", "test")}
    every = summarise(pairs, texts)
    return {
        **{split: summarise(chosen, texts) for split, chosen in splits.items() if chosen},
        "all": replace(every, counts={**every.counts, "skipped": skipped}),
    }


def _label(options: argparse.Namespace, dataset: Dataset) -> str:
    """Return the dataset's name and whatever makes this run another one than that of the whole of it."""
    parts = [dataset.name]
    parts += [options.split] if options.split != "all" else []
    parts += [f"{options.limit}-questions"] if options.limit is not None else []
    parts += [options.encoder] if options.encoder is not None else []
    return "-".join(parts)


def _write(
    options: argparse.Namespace,
    label: str,
    summaries: Mapping[str, Summary],
    pairs: Sequence[Pair],
    texts: Texts,
    said: Sequence[Measured],
    baseline: Mapping[str, Any] | None,
) -> Path:
    """Write the report, the TREC run and the figures; return the page."""
    name = run_name(label)
    page, _, _ = write_report(
        options.report, name=name, summaries=summaries, pairs=pairs, texts=texts, said=said, baseline=baseline
    )
    lines = (
        f"{line}\n"
        for question, record in pairs
        for line in trec_lines(question.id, ranked_units(question, record, texts), tag=name)
    )
    _write_text(options.report / f"{name}.run", "".join(lines))
    if options.json is not None:
        _write_text(options.json, json_text(contract(summaries, pairs, texts, said=said)))
    return page


def _gate(options: argparse.Namespace, reached: Mapping[str, float], data: str) -> None:
    if not options.update_baseline:
        gate.check(gate.read(), reached, data)
        print("gate: no figure is below its floor")
        return
    before = gate.read() if gate.BASELINE.exists() else None
    kept = gate.updated(before, reached, data, reason=options.allow_regression)
    _write_text(gate.BASELINE, json.dumps(kept, ensure_ascii=False, indent=2) + "\n")
    print(f"gate: floors written to {gate.BASELINE}")


def _tell(source: str, problems: Sequence[object]) -> None:
    for problem in problems[:MOST_TOLD]:
        print(f"{source}: {problem}", file=sys.stderr)
    if len(problems) > MOST_TOLD:
        print(f"{source}: and {len(problems) - MOST_TOLD} more", file=sys.stderr)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
