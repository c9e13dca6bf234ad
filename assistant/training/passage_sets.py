"""Questions with the candidates a search proposes for them, measured as the ranker measures them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from assistant.answering.conversation.follow_up import complete
from assistant.corpus.reader import read_corpus
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.candidates import candidates
from assistant.retrieval.search import RANKED
from assistant.settings import DEFAULTS
from assistant.training.data import piaf_split, read_orangesum, read_questions
from assistant.training.examples import Example, eval_examples, piaf_articles
from assistant.training.workbench import Workbench
from assistant.types import Article, Published

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_HEADLINES = 300
_BESIDE = 1500
"""OrangeSum articles that are searched beside those whose titles are asked."""
_SEED = 0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question's candidates in the order of the fused score.

    Attributes:
        features: ``(n, len(PASSAGE_FEATURES))``.
        right: which passages hold the answer, ``(n,)``.
        right_article: which passages are of an article that holds it.
        articles: a number for the article of each.
        bm25: of each.
        fused: the score before ranking.
        group: the article or question by which folds are cut.
    """

    features: Floats
    right: Bools
    right_article: Bools
    articles: NDArray[np.int64]
    bm25: Floats
    fused: Floats
    group: str


@dataclass(frozen=True, slots=True)
class PassageSet:
    """Questions over one corpus; None where the search proposes nothing."""

    name: str
    questions: tuple[Ranked | None, ...]


def piaf_sets(data: Path, encoder: StaticEncoder, english: Path) -> Iterator[PassageSet]:
    """Yield PIAF's training part, its development part, and what of this is asked in English; all paragraphs searched.

    Args:
        data: folder of ``qa_piaf_v1.0.jsonl``.
        encoder: encodes and ranks.
        english: JSON lines of ``id`` and ``question``.
    """
    parts = {part: piaf_articles(data, part) for part in ("train", "dev")}
    articles = [_renamed(article, part) for part, (own, _) in parts.items() for article in own]
    bench = PassageBench("PIAF", articles, encoder)
    titles = {article.id: article.title or "" for article in articles}
    for part, (_, examples) in parts.items():
        moved = [_moved(example, part) for example in examples]
        yield bench.measured(f"PIAF {part}", moved, groups=[titles[one.answers[0][0]] for one in moved])
    rows = [json.loads(line) for line in (data / "qa_piaf_v1.0.jsonl").read_text(encoding="utf-8").splitlines()]
    dev = [row["id"] for row in rows if piaf_split(row["title"]) == "dev"]
    by_id = dict(zip(dev, parts["dev"][1], strict=True))
    asked = [json.loads(line) for line in english.read_text(encoding="utf-8").splitlines()]
    translated = [Example(row["question"], (), _moved(by_id[row["id"]], "dev").answers) for row in asked]
    yield bench.measured("PIAF dev in English", translated)


def press_sets(name: str, folder: Path, questions: Path, encoder: StaticEncoder) -> Iterator[PassageSet]:
    """Yield both splits of an evaluation file over its corpus; what is to be refused teaches no ranking."""
    articles = read_corpus(folder).articles
    bench = PassageBench(name, articles, encoder)
    for split in ("dev", "test"):
        examples = [one for one in eval_examples(questions, articles, split=split) if one.answers]
        yield bench.measured(f"{name} {split}", examples)


def headline_sets(data: Path, encoder: StaticEncoder) -> Iterator[PassageSet]:
    """Yield titles and headings of OrangeSum's validation part asked of its articles, which have no title here."""
    news = list(read_orangesum(data))
    chance = random.Random(_SEED)
    held = [one for one in news if one.split == "valid" and one.title and one.heading]
    beside = [one for one in news if one.split == "train"]
    chance.shuffle(held)
    chance.shuffle(beside)
    asked = held[:_HEADLINES]
    bench = PassageBench("OrangeSum", [_article(one.id, one.text) for one in [*asked, *beside[:_BESIDE]]], encoder)
    for kind in ("title", "heading"):
        examples = [Example(getattr(one, kind), (), ((one.id, 0, len(one.text)),)) for one in asked]
        yield bench.measured(f"OrangeSum {kind}", examples)


def answer_set(name: str, path: Path, encoder: StaticEncoder) -> PassageSet:
    """Return the questions of a ``qa_*.jsonl`` file asked of its texts."""
    pairs = read_questions(path)
    ids = {text: f"{number:04d}" for number, text in enumerate(dict.fromkeys(pair.context for pair in pairs))}
    bench = PassageBench(name, [_article(identity, text) for text, identity in ids.items()], encoder)
    return bench.measured(
        name, [Example(pair.question, (), ((ids[pair.context], 0, len(pair.context)),)) for pair in pairs]
    )


class PassageBench:
    """A corpus in memory, whose candidates are measured.

    Args:
        name: of the corpus, for the progress bar.
        articles: the corpus.
        encoder: encodes and ranks.
    """

    def __init__(self, name: str, articles: Sequence[Article], encoder: StaticEncoder) -> None:
        self._name = name
        self._bench = Workbench(articles, encoder)

    def measured(self, name: str, examples: Sequence[Example], *, groups: Iterable[str] = ()) -> PassageSet:
        """Measure the candidates of questions; ``groups`` names each one's group for folds."""
        named = [*groups] or [example.question for example in examples]
        asked = tqdm(list(zip(examples, named, strict=True)), desc=name, mininterval=5)
        return PassageSet(name, tuple(self._measured(example, group) for example, group in asked))

    def _measured(self, example: Example, group: str) -> Ranked | None:
        index = self._bench.index
        query = self._bench.parse(complete(example.question, example.history))
        found = candidates(
            index, self._bench.encoder, query, most=RANKED, dense_weight=DEFAULTS.dense_weight, rows=None
        )
        rows = [int(row) for row in found.rows]
        if not rows:
            return None
        passages = [index.passages[row] for row in rows]
        spans = example.answers
        right_article = np.array([any(one.article_id == a for a, _, _ in spans) for one in passages])
        right = np.array(
            [any(one.article_id == a and _holds((one.start, one.end), (s, e)) for a, s, e in spans) for one in passages]
        )
        return Ranked(
            features=self._bench.ranker.features(query, found),
            right=right,
            right_article=right_article,
            articles=np.unique([one.article_id for one in passages], return_inverse=True)[1],
            bm25=found.bm25.astype(np.float64),
            fused=found.fused.astype(np.float64),
            group=group,
        )


def _holds(passage: tuple[int, int], answer: tuple[int, int]) -> bool:
    """Tell whether a passage holds an answer, or is within one that is a whole article."""
    inside = passage[0] <= answer[0] and answer[1] <= passage[1]
    return inside or (answer[0] <= passage[0] and passage[1] <= answer[1])


def _article(identity: str, text: str) -> Article:
    return Article(identity, None, None, None, (), Published(), None, "fr", text, identity, identity)


def _renamed(article: Article, part: str) -> Article:
    identity = f"{part}-{article.id}"
    return Article(identity, article.title, None, None, (), Published(), None, "fr", article.text, identity, identity)


def _moved(example: Example, part: str) -> Example:
    return Example(example.question, (), tuple((f"{part}-{a}", start, end) for a, start, end in example.answers))
