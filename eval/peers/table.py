"""The figures of all peers as one table, with ours divided by the usual pipeline's, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from eval.measures.spans import Texts
from eval.measures.summary import Pair, Summary
from eval.reporting.headline import LABELS, LOWER_IS_BETTER, Value, figures
from eval.reporting.markdown import aligned, cell_text
from eval.reporting.report import contract

SHOWN = (
    "retrieval.recall@1",
    "retrieval.recall@5",
    "retrieval.mrr@10",
    "retrieval.ndcg@10",
    "answers.found",
    "answers.sentence@1",
    "answers.f1",
    "citations.precision",
    "citations.on_gold",
    "refusals.recall",
    "risk.aurc",
)
"""The measures of the table, in its order; the JSON has all of them."""

LESS_IS_BETTER = " ↓"

NOTES = """\
Means with their 95 % bootstrap interval, over the same questions of the same articles, asked in turn by one process on
one machine; citation measures are over what each answered. ↓ less is better. The last column divides.

- **BM25**: bm25s with its tokenizer, French stop words and Snowball stemmer, over our passages, titles included; quotes
  the best passage; refuses where no word is shared.
- **tutorial**: langchain's RecursiveCharacterTextSplitter (1,000 characters, 200 shared), all-MiniLM-L6-v2, FAISS;
  quotes the nearest chunk.
- **our dense**, **our hybrid**: our passages by our embeddings alone, and by the fused search; quote the best passage.
- **our hybrid, sentence**: of the same passage only the sentence whose embedding is nearest.
- **ours**: the assistant.

All but ours get publisher and date of what they quote for free, take a follow-up as the questions before it and itself
in one, and do not otherwise refuse; only the order of their confidences counts.
"""
"""Who is who, in Markdown, for below the table."""


def peers_table(summaries: Mapping[str, Summary], *, ours: str, usual: str) -> str:
    """Return the figures as a Markdown table, one column for each peer and one for the ratio.

    A measure that no question counts for, such as refusals where everything can be answered, has no row.

    Args:
        summaries: peer name to its figures, all over the same questions.
        ours: the peer whose figures are divided.
        usual: the peer whose figures they are divided by.
    """
    measured = {peer: figures(summary) for peer, summary in summaries.items()}
    lines = [["measure", *summaries, f"{ours} / {usual}"]]
    for name in SHOWN:
        values = {peer: found.get(name) for peer, found in measured.items()}
        if any(value is not None for value in values.values()):
            label = LABELS.get(name, name) + (LESS_IS_BETTER if name in LOWER_IS_BETTER else "")
            means = {peer: None if value is None else value.mean for peer, value in values.items()}
            lines.append([label, *map(_cell, values.values()), _ratio(means[ours], means[usual])])
    for percent in ("p50", "p95"):
        times = {peer: summary.latency_ms[percent] for peer, summary in summaries.items()}
        label = f"latency {percent} (ms){LESS_IS_BETTER}"
        lines.append([label, *map(_time, times.values()), _ratio(times[ours], times[usual])])
    for count in ("answered", "refused", "failed"):
        lines.append([count, *(str(summary.counts[count]) for summary in summaries.values()), ""])
    return aligned(lines)


def peers_json(
    summaries: Mapping[str, Summary], pairs: Mapping[str, Sequence[Pair]], texts: Texts
) -> dict[str, dict[str, Any]]:
    """Return peer name to its figures, in the form that ``python -m eval --json`` writes for the assistant."""
    return {peer: contract({"all": summary}, pairs[peer], texts) for peer, summary in summaries.items()}


def _cell(value: Value | None) -> str:
    """Return a figure without its number of questions: it is in the JSON, and columns are many."""
    return cell_text(None if value is None else replace(value, n=None))


def _time(milliseconds: float | None) -> str:
    return "-" if milliseconds is None else f"{milliseconds:.1f}"


def _ratio(ours: float | None, usual: float | None) -> str:
    return "-" if ours is None or not usual else f"× {ours / usual:.2f}"
