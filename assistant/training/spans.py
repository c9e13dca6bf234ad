"""Fits the model of ``assistant/answering/span/marked.py`` and writes ``assistant/model/spans.json``.

``python -m assistant.training.spans``, a minute. PIAF's training part teaches: of the runs of words in the sentence
that holds the answer, which is it. The loss is listwise: the logarithm of the expected gain under the softmax of the
scores, where the gain of a run is its token F1 with what the annotator marked, squared, so that nearly right counts
a little. All kinds of questions share weights, and each kind has its own on top (Daumé III 2007, "Frustratingly Easy
Domain Adaptation"), both with an L2 penalty on standardised features. Each kind's threshold is chosen on what three
fits mark in the third of the training articles that each of them leaves out; PIAF's dev part is only measured.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answering.span.features import SPAN_FEATURES, Sought, measure, sought
from assistant.answering.span.marked import KINDS, SpanKind, SpanModel, counted_words, span_kind, span_model
from assistant.answering.span.quote_words import Floats, Ints, QuoteWords, read_quote
from assistant.language.sentences import sentences
from assistant.language.words import terms
from assistant.retrieval.query import parse_query
from assistant.training.data import DATA, piaf_split
from assistant.training.ship import MODEL
from eval.measures.answer_text import f1

_SHARED_PENALTY, _KIND_PENALTY = 40.0, 100.0
_SHARPNESS = 2.0
_LEAST_GAIN = 0.3
"""A question whose answer no candidate comes near teaches nothing."""
_TOUCHES = 0.4
"""Token F1 from which marked words help a reader: "six" for "six kilomètres" does, another name does not."""
_PRECISION = 0.8
"""Share of the marks that must help, on the articles left out."""
_FOLDS = 3
_ALWAYS: Mapping[SpanKind, float] = MappingProxyType(dict.fromkeys(KINDS, 0.0))
_SMALLEST = 0.005
"""Weights below this are not written."""


@dataclass(frozen=True, slots=True)
class SpanExample:
    """A question with the sentence that answers it, its candidates measured and each one's token F1."""

    title: str
    kind: SpanKind
    text: str
    words: QuoteWords
    asked: Sought
    answer: str
    features: NDArray[np.float32]
    gains: Floats


def examples(data: Path) -> Iterator[SpanExample]:
    """Yield PIAF's questions of the kinds that ask for a few words, each with its gold sentence."""
    lines = (data / "qa_piaf_v1.0.jsonl").read_text(encoding="utf-8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    vocabulary = {term for context in {row["context"] for row in rows} for term in terms(context)}
    for row in rows:
        start, answer = row["answer_start"][0], row["answers"][0]
        query = parse_query(row["question"], vocabulary=vocabulary)
        kind, text = span_kind(query), _gold_sentence(row["context"], start, start + len(answer))
        words = read_quote(text)
        if kind is None or not len(words):
            continue
        asked = sought(query)
        runs = measure(words, asked)
        if len(runs.first):
            gains = _gains(text, words, runs.first, runs.last, answer)
            features = runs.features().astype(np.float32)
            yield SpanExample(row["title"], kind, text, words, asked, answer, features, gains)


def _gold_sentence(context: str, start: int, end: int) -> str:
    spans = sentences(context)
    low, high = max(spans, key=lambda span: min(span[1], end) - max(span[0], start))
    return context[low:high]


def _gains(text: str, words: QuoteWords, first: Ints, last: Ints, answer: str) -> Floats:
    return np.array([f1(text[words.starts[a] : words.ends[b]], answer) for a, b in zip(first, last, strict=True)])


def fit_spans(found: Iterable[SpanExample], *, iterations: int = 200) -> dict[str, Floats]:
    """Fit the weights.

    Args:
        found: the questions.
        iterations: of L-BFGS at most.

    Returns:
        Weights of the raw features, for ``all`` and for what each kind adds.
    """
    useful = sorted((one for one in found if one.gains.max() > _LEAST_GAIN), key=lambda one: KINDS.index(one.kind))
    x = np.concatenate([one.features for one in useful])
    scale = x.std(axis=0) + 1e-3
    x = (x - x.mean(axis=0)) / scale
    gains = np.concatenate([one.gains for one in useful]) ** _SHARPNESS
    sizes = [len(one.gains) for one in useful]
    starts, question = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(useful)), sizes)
    of_kind = [sum(size for one, size in zip(useful, sizes, strict=True) if one.kind == kind) for kind in KINDS]
    edges = np.cumsum([0, *of_kind])
    penalties = np.array([_SHARED_PENALTY, *[_KIND_PENALTY] * len(KINDS)])[:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        w = flat.reshape(len(KINDS) + 1, -1)
        parts = [x[a:b] @ (w[0] + w[k]).astype(np.float32) for k, a, b in _slices(edges)]
        scores = np.concatenate(parts).astype(np.float64)
        chances = np.exp(scores - np.maximum.reduceat(scores, starts)[question])
        chances /= np.add.reduceat(chances, starts)[question]
        gained = np.add.reduceat(chances * gains, starts) + 1e-12
        slope = (chances - chances * gains / gained[question]).astype(np.float32)
        gradient = 2 * penalties * w
        for k, a, b in _slices(edges):
            own = slope[a:b] @ x[a:b]
            gradient[0] += own
            gradient[k] += own
        return float(-np.log(gained).sum() + (penalties * w**2).sum()), gradient.ravel()

    start = np.zeros((len(KINDS) + 1) * x.shape[1])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    rows = best.x.reshape(len(KINDS) + 1, -1) / scale
    return dict(zip(("all", *KINDS), rows, strict=True))


def _slices(edges: Ints) -> Iterator[tuple[int, int, int]]:
    yield from ((k, int(a), int(b)) for k, (a, b) in enumerate(pairwise(edges), start=1))


def written(weights: Mapping[str, Floats], thresholds: Mapping[SpanKind, float]) -> dict[str, Any]:
    """Return what :func:`assistant.answering.answer_span.span_model` reads; what hardly weighs is left out."""
    rows = {
        name: {
            feature: round(float(weight), 3)
            for feature, weight in zip(SPAN_FEATURES, row, strict=True)
            if abs(weight) >= _SMALLEST
        }
        for name, row in weights.items()
    }
    return {"thresholds": dict(thresholds), "weights": rows}


@dataclass(frozen=True, slots=True)
class Said:
    """What a model marks: the kind of question, the expected token F1 and the true one."""

    kind: SpanKind
    expected: float
    f1: float


def said_by(model: SpanModel, found: Iterable[SpanExample]) -> list[Said]:
    """Return what a model marks in the gold sentences, whatever its threshold."""
    all_said = []
    for one in found:
        best = model.best(one.kind, one.words, one.asked, counted_words(one.text, one.words))
        if best is not None:
            words = one.text[one.words.starts[best[0]] : one.words.ends[best[1]]]
            all_said.append(Said(one.kind, best[2], f1(words, one.answer)))
    return all_said


def thresholds_for(said: Sequence[Said]) -> dict[SpanKind, float]:
    """Return, by kind, the lowest expected F1 from which enough of the words marked help a reader."""
    found: dict[SpanKind, float] = {}
    for kind in KINDS:
        ordered = sorted((one for one in said if one.kind == kind), key=lambda one: -one.expected)
        shares = np.cumsum([one.f1 >= _TOUCHES for one in ordered]) / np.arange(1, len(ordered) + 1)
        enough = np.flatnonzero(shares >= _PRECISION)
        found[kind] = round(ordered[int(enough[-1])].expected, 3) if len(enough) else 1.0
    return found


def report(said: Sequence[Said], thresholds: Mapping[SpanKind, float]) -> Iterator[str]:
    """Yield a line for each kind there is: EM and F1 of the best words, share marked, F1 of those, share that helps."""
    for kind in (*KINDS, None):
        own = [one for one in said if kind in (None, one.kind)]
        if own:
            marks = [one.f1 for one in own if one.expected >= thresholds[one.kind]]
            yield (
                f"{kind or 'all':9s} {len(own):4d}  EM {np.mean([one.f1 == 1 for one in own]):.3f}  "
                f"F1 {np.mean([one.f1 for one in own]):.3f}  marked {len(marks) / len(own):.3f}  "
                f"F1 of marked {sum(marks) / max(len(marks), 1):.3f}  "
                f"helping {sum(one >= _TOUCHES for one in marks) / max(len(marks), 1):.3f}"
            )


def crossed(train: Sequence[SpanExample]) -> list[Said]:
    """Return what is marked in each third of the articles by a model fitted on the others."""
    titles = sorted({one.title for one in train})
    said = []
    for part in range(_FOLDS):
        out = set(titles[part::_FOLDS])
        weights = fit_spans(one for one in train if one.title not in out)
        said += said_by(span_model(written(weights, _ALWAYS)), (one for one in train if one.title in out))
    return said


def main() -> None:
    """Choose the threshold, fit on the whole training part, write the file, measure the dev part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the public data sets (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=MODEL / "spans.json")
    asked = parser.parse_args()
    found = list(examples(asked.data))
    train = [one for one in found if piaf_split(one.title) == "train"]
    unseen = crossed(train)
    thresholds = thresholds_for(unseen)
    print("articles left out of the fit:", *report(unseen, thresholds), sep="\n")
    weights = written(fit_spans(train), thresholds)
    asked.out.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    dev = said_by(span_model(weights), (one for one in found if piaf_split(one.title) == "dev"))
    print("PIAF dev, inside the gold sentence:", *report(dev, thresholds), sep="\n")


if __name__ == "__main__":
    main()
