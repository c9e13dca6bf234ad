"""Fits the two models of ``assistant/answering/scorer.py`` and writes ``assistant/model/scorer.json``.

Run with ``python -m assistant.training.scorer``. Data:

* PIAF, the part that the encoder was not trained on (on the other, its cosines are too good to learn
  from): which sentence of all paragraphs holds the answer; and, with the paragraph
  taken out of the corpus, that nothing does;
* the development questions over Wikinews (``eval/questions_wikinews.jsonl``) with their articles from
  ``../shared/data``, and the development part of ``eval/questions.jsonl``: never a test question.

The sentence model is a conditional logit (McFadden 1974): the probability that a sentence is chosen
among its question's candidates is the softmax of its score. The confidence model is a logistic
regression. Both have an L2 penalty on standardised features; the weights written are for raw ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from tqdm import tqdm

from assistant.answering.candidates import Candidate, ask, candidates
from assistant.answering.confidence import CONFIDENCE_FEATURES, CONFIDENCE_SIGNS, breaks_date, confidence_features
from assistant.answering.features import SENTENCE_FEATURES, SIGNS
from assistant.answering.follow_up import complete
from assistant.answering.scorer import LogisticModel
from assistant.answering.sentences import ReadArticle, SentenceReader, rest_of
from assistant.corpus.reader import read_corpus
from assistant.indexing.dense import DenseIndex
from assistant.indexing.index import Index
from assistant.indexing.lexical import LexicalIndex
from assistant.indexing.passages import split_article
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.words import terms
from assistant.retrieval.filters import allowed_rows
from assistant.retrieval.query import Query, parse_query
from assistant.retrieval.search import search
from assistant.settings import DEFAULTS
from assistant.training.data import DATA, piaf_split
from assistant.types import Article, Hit, Published, Turn

Floats = NDArray[np.float64]

_MODEL = Path(__file__).parents[1] / "model" / "scorer.json"
_POOL = 15
"""Passages whose sentences compete in training: fewer than when answering, the rest are easy."""


_REFUSED = 0.86
"""Share of the development questions without an answer that the threshold must refuse."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question over a corpus: spans that answer, by article, and rows it may not see."""

    question: str
    history: tuple[Turn, ...]
    answers: tuple[tuple[str, int, int], ...]
    hidden: Literal["article", "sentence"] | None = None
    """What was taken out of the corpus, so that the question has to be refused: the articles or just the sentences."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A question's candidates: their features, whether each answers, and what confidence was measured on."""

    features: Floats
    right: NDArray[np.bool_]
    found: tuple[Candidate, ...]
    example: Example


class Workbench:
    """A corpus in memory with what is needed to measure questions over it."""

    def __init__(self, articles: Sequence[Article], encoder: StaticEncoder) -> None:
        self.encoder = encoder
        self.reader = SentenceReader(encoder, capacity=len(articles))
        ordered = sorted(articles, key=lambda article: article.id)
        passages = tuple(
            passage
            for article in ordered
            for passage in split_article(
                article, max_tokens=DEFAULTS.max_tokens, overlap_sentences=DEFAULTS.overlap_sentences
            )
        )
        by_id = {article.id: article for article in ordered}
        texts = [by_id[one.article_id].text[one.start : one.end] for one in passages]
        titles = [by_id[one.article_id].title or "" for one in passages]
        self.index = Index(
            articles=by_id,
            passages=passages,
            dense=DenseIndex.from_vectors(encoder.encode(texts, kind="document")),
            lexical=LexicalIndex.from_terms([terms(f"{a}\n{b}") for a, b in zip(titles, texts, strict=True)]),
            manifest=None,  # type: ignore[arg-type] # nothing here reads it: this index is never saved
        )

    def parse(self, text: str) -> Query:
        """Parse a question as the assistant does."""
        names = {article.publisher for article in self.index.articles.values() if article.publisher}
        return parse_query(text, vocabulary=self.index.lexical.vocabulary, publishers=names)

    def hits(self, example: Example) -> tuple[tuple[Hit, ...], str]:
        """Search as the assistant does, less what the example hides."""
        text = complete(example.question, example.history)
        query = self.parse(text)
        rows = allowed_rows(self.index, publishers=query.publishers)
        if example.hidden == "article":
            gone = {article_id for article_id, _, _ in example.answers}
            rows = [row for row, passage in enumerate(self.index.passages) if passage.article_id not in gone]
        found = search(self.index, self.encoder, query, top_k=_POOL, dense_weight=DEFAULTS.dense_weight, rows=rows)
        return found, text

    def measure(self, example: Example, model: LogisticModel) -> Measured | None:
        """Measure every candidate of a question; None when the search finds nothing."""
        found, text = self.hits(example)
        query = self.parse(text)
        asked = ask(query, index=self.index, encoder=self.encoder)
        reader = _Redacted(self.reader, example) if example.hidden == "sentence" else self.reader
        ranked = candidates(asked, found, index=self.index, reader=reader, model=model)
        if not ranked:
            return None
        right = np.array([_answers(one, example) for one in ranked])
        return Measured(np.stack([one.features for one in ranked]), right, ranked, example)

    def confidence_row(self, measured: Measured) -> tuple[Floats, bool] | None:
        """Return the confidence features of the best candidate that breaks no date, and whether it answers."""
        text = complete(measured.example.question, measured.example.history)
        query = self.parse(text)
        asked = ask(query, index=self.index, encoder=self.encoder)
        places = [place for place, one in enumerate(measured.found) if not breaks_date(query, one)]
        if not places:
            return None
        vocabulary = self.index.lexical.vocabulary
        known = [any(other in vocabulary for other in term.alternatives) for term in query.terms]
        dated = [measured.found[place] for place in places]
        return confidence_features(asked, dated, 0, known=known), bool(measured.right[places[0]])


class _Redacted(SentenceReader):
    """Reads articles without the sentences that answer an example."""

    def __init__(self, reader: SentenceReader, example: Example) -> None:
        self._reader = reader
        self._example = example

    def read(self, article: Article) -> ReadArticle:
        """Return the article less its answers."""
        read = self._reader.read(article)
        spans = [(start, end) for article_id, start, end in self._example.answers if article_id == article.id]
        kept = [one for one in read.sentences if not any(start < one.end and one.start < end for start, end in spans)]
        return rest_of(read, kept) if spans and kept else read


def _answers(candidate: Candidate, example: Example) -> bool:
    if example.hidden is not None:
        return False
    sentence = candidate.sentence
    return any(
        sentence.article.id == article_id and min(end, sentence.end) - max(start, sentence.start) >= (end - start) / 2
        for article_id, start, end in example.answers
    )


def piaf_articles(data: Path, part: str) -> tuple[list[Article], list[Example]]:
    """Return PIAF's paragraphs of a part as articles, and its questions over them."""
    articles: dict[str, Article] = {}
    examples = []
    for line in (data / "qa_piaf_v1.0.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if piaf_split(row["title"]) != part:
            continue
        context = row["context"]
        identity = f"{len(articles):04d}"
        article = articles.setdefault(context, _article(identity, row["title"], context))
        start = row["answer_start"][0]
        examples.append(Example(row["question"], (), ((article.id, start, start + len(row["answers"][0])),)))
    return list(articles.values()), examples


def _article(identity: str, title: str, text: str) -> Article:
    return Article(identity, title, None, None, (), Published(), None, "fr", text, identity, identity)


def eval_examples(questions: Path, articles: Iterable[Article], *, split: str) -> Iterator[Example]:
    """Yield one split of an evaluation file as examples over its articles."""
    texts = {article.id: article.text for article in articles}
    for line in questions.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] != split:
            continue
        spans = [
            (gold["article_id"], start, start + len(gold["quote"]))
            for group in row["gold"]
            for gold in group
            if (start := texts[gold["article_id"]].find(gold["quote"])) >= 0
        ]
        history = tuple(Turn(turn["question"], turn.get("answer", "")) for turn in row.get("history") or ())
        yield Example(row["question"], history, tuple(spans))


def fit_choice(groups: Sequence[Measured], *, penalty: float, weights: Sequence[float]) -> tuple[Floats, float]:
    """Fit the conditional logit under the features' signs; returns raw-feature weights and a bias."""
    useful = [(one, weight) for one, weight in zip(groups, weights, strict=True) if one.right.any()]
    stacked = np.concatenate([one.features for one, _ in useful])
    mean, scale = stacked.mean(axis=0), stacked.std(axis=0) + 1e-9

    def loss(w: Floats) -> tuple[float, Floats]:
        total, gradient = penalty * float(w @ w), 2 * penalty * w
        for one, weight in useful:
            x = (one.features - mean) / scale
            logits = x @ w
            p = np.exp(logits - logits.max())
            p /= p.sum()
            q = p * one.right
            total -= weight * float(np.log(q.sum() + 1e-12))
            gradient += weight * (p @ x - (q / (q.sum() + 1e-12)) @ x)
        return total, gradient

    best = minimize(loss, np.zeros(stacked.shape[1]), jac=True, method="L-BFGS-B", bounds=_bounds(SENTENCE_FEATURES))
    return best.x / scale, -float((best.x / scale) @ mean)


def _bounds(names: Sequence[str]) -> list[tuple[float | None, float | None]]:
    by_sign: dict[int, tuple[float | None, float | None]] = {1: (0, None), -1: (None, 0), 0: (None, None)}
    return [by_sign[{**SIGNS, **CONFIDENCE_SIGNS}[name]] for name in names]


def fit_logistic(x: Floats, y: Floats, *, penalty: float, weights: Floats) -> tuple[Floats, float]:
    """Fit a logistic regression; returns raw-feature weights and bias."""
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = (x - mean) / scale

    def loss(w: Floats) -> tuple[float, Floats]:
        logits = z @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-logits))
        total = -float(weights @ (y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)))
        error = weights * (p - y)
        gradient = np.append(error @ z + 2 * penalty * w[:-1], error.sum())
        return total + penalty * float(w[:-1] @ w[:-1]), gradient

    bounds = [*_bounds(CONFIDENCE_FEATURES), (None, None)]
    best = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    raw = best.x[:-1] / scale
    return raw, float(best.x[-1] - raw @ mean)


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus with its questions and how much one of them weighs."""

    name: str
    bench: Workbench
    examples: tuple[Example, ...]
    weight: float


def sources(data: Path, *, wikinews: Path, corpus: Path, questions: Path, split: str, part: str | None) -> Iterator[Source]:
    """Yield what a split is made of: PIAF's part, if any, and the evaluation files' split."""
    encoder = StaticEncoder.shipped()
    if part is not None:
        articles, examples = piaf_articles(data, part)
        taken = tuple(replace(one, hidden="article") for one in examples[::2])
        cut = tuple(replace(one, hidden="sentence") for one in examples)
        yield Source("piaf", Workbench(articles, encoder), (*examples, *taken, *cut), 1.0)
    for name, folder, file, weight in (
        ("wikinews", wikinews, questions / "questions_wikinews.jsonl", 5.0),
        ("shipped", corpus, questions / "questions.jsonl", 5.0),
    ):
        own = read_corpus(folder).articles
        asked = tuple(eval_examples(file, own, split=split))
        without = tuple(replace(one, hidden="sentence") for one in asked if one.answers and split == "dev")
        yield Source(name, Workbench(own, encoder), (*asked, *without), weight)


def initial_model() -> LogisticModel:
    """A sentence model by hand, to rank candidates before any weight is fitted."""
    weights = {"coverage_rare": 4.0, "cosine": 2.0, "late_interaction": 2.0, "type_held": 1.0, "passage": 1.0}
    return LogisticModel(SENTENCE_FEATURES, np.array([weights.get(name, 0.0) for name in SENTENCE_FEATURES]), 0.0)


def measure_all(found: Iterable[Source], model: LogisticModel) -> list[tuple[Source, Measured]]:
    """Measure every question of every source."""
    return [
        (source, measured)
        for source in found
        for example in tqdm(source.examples, desc=source.name, mininterval=5)
        if (measured := source.bench.measure(example, model)) is not None
    ]


def rescored(measured: Measured, model: LogisticModel) -> Measured:
    """Return the same candidates ranked by another model."""
    logits = model.logits(measured.features)
    order = np.argsort(-logits, kind="stable")
    found = tuple(
        Candidate(measured.found[place].sentence, measured.features[place], float(logits[place])) for place in order
    )
    return Measured(measured.features[order], measured.right[order], found, measured.example)


def confidence_table(rows: Iterable[tuple[Source, Measured]]) -> tuple[Floats, Floats, Floats]:
    """Return features, labels and weights of the questions that a confidence can be measured on."""
    kept = [(source, source.bench.confidence_row(one)) for source, one in rows]
    found = [(source, row) for source, row in kept if row is not None]
    x = np.stack([row[0] for _, row in found])
    y = np.array([float(row[1]) for _, row in found])
    return x, y, np.array([source.weight for source, _ in found])


def report(name: str, rows: Sequence[tuple[Source, Measured]], model: LogisticModel, threshold: float) -> None:
    """Print how a split fares, by source: the best sentence right, answered, answered rightly, refused."""
    for source in dict.fromkeys(source.name for source, _ in rows):
        own = [(one_source, one) for one_source, one in rows if one_source.name == source]
        answerable = [(s, one) for s, one in own if one.example.answers and one.example.hidden is None]
        refusals = [(s, one) for s, one in own if not one.example.answers or one.example.hidden is not None]
        top = np.mean([one.right[0] for _, one in answerable])
        said = [(model.probability(row[0]) >= threshold, row[1]) for s, one in answerable if (row := s.bench.confidence_row(one))]
        unsaid = [row is None or model.probability(row[0]) < threshold for s, one in refusals if [row := s.bench.confidence_row(one)]]
        right = sum(ok for answered, ok in said if answered)
        answered = sum(answered for answered, _ in said)
        print(
            f"{name:5s} {source:9s} top-1 {top:.3f}  answered {answered / len(answerable):.3f} "
            f"found {right / len(answerable):.3f} precision {right / max(answered, 1):.3f} "
            f"refused {np.mean(unsaid) if unsaid else float('nan'):.3f}  ({len(answerable)}+{len(refusals)})"
        )


def _fit_sentences(rows: Sequence[tuple[Source, Measured]], *, penalty: float) -> tuple[Floats, float]:
    """Fit the sentence model on the questions from which nothing was taken."""
    whole = [(source, one) for source, one in rows if one.example.hidden is None]
    return fit_choice([one for _, one in whole], penalty=penalty, weights=[source.weight for source, _ in whole])


def main() -> None:
    """Fit both models, choose the threshold on development data, print figures, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--wikinews", type=Path, required=True, help="folder made by python -m eval.wikinews")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--questions", type=Path, default=Path("eval"))
    parser.add_argument("--penalty", type=float, default=2.0)
    parser.add_argument("--out", type=Path, default=_MODEL)
    options = parser.parse_args()
    folders = {"wikinews": options.wikinews, "corpus": options.corpus, "questions": options.questions}
    train = measure_all(sources(options.data, split="dev", part="dev", **folders), initial_model())
    held = measure_all(sources(options.data, split="test", part=None, **folders), initial_model())
    weights, bias = _fit_sentences(train, penalty=options.penalty)
    sentence = LogisticModel(SENTENCE_FEATURES, weights, bias)
    train = [(source, rescored(one, sentence)) for source, one in train]
    held = [(source, rescored(one, sentence)) for source, one in held]
    x, y, w = confidence_table(train)
    raw, bias_confidence = fit_logistic(x, y, penalty=options.penalty, weights=w)
    confidence = LogisticModel(CONFIDENCE_FEATURES, raw, bias_confidence)
    threshold = choose_threshold(train, confidence)
    report("train", train, confidence, threshold)
    report("held", held, confidence, threshold)
    written = {
        "sentence": _readable(sentence),
        "confidence": _readable(confidence),
        "threshold": round(threshold, 4),
        "also": round(min(0.95, threshold + 0.35), 4),
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def choose_threshold(rows: Iterable[tuple[Source, Measured]], model: LogisticModel) -> float:
    """Return the lowest threshold that refuses the share ``_REFUSED`` of the press questions that must be refused.

    Only questions that people wrote count, not the ones from which an answer was taken away.
    """
    confidences = [
        model.probability(row[0]) if (row := source.bench.confidence_row(one)) else 0.0
        for source, one in rows
        if source.name != "piaf" and not one.example.answers
    ]
    return round(float(np.quantile(confidences, _REFUSED)), 2)


def _readable(model: LogisticModel) -> dict[str, object]:
    weights = {name: round(float(weight), 5) for name, weight in zip(model.names, model.weights, strict=True)}
    return {"bias": round(model.bias, 5), "weights": weights}


if __name__ == "__main__":
    main()
