"""Questions whose answer is known, over PIAF's paragraphs and over the evaluation's articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.training.data import piaf_split
from assistant.types import Article, Published, Turn


@dataclass(frozen=True, slots=True)
class Example:
    """A question over a corpus: spans that answer, by article, and rows it may not see."""

    question: str
    history: tuple[Turn, ...]
    answers: tuple[tuple[str, int, int], ...]
    family: str = ""
    """Questions of one family ask the same, or of one article: a fold of cross-validation has all of them or none."""
    hidden: Literal["article", "sentence"] | None = None
    """What was taken out of the corpus, so that the question has to be refused: the articles or just the sentences."""
    groups: tuple[tuple[tuple[str, int, int], ...], ...] = ()
    """The same spans by what they say: a right answer has one of each group."""
    reason: str | None = None
    """Why a question that a person wrote has to be refused, as the evaluation files say it."""
    made: bool = False
    """Whether a rule made the question out of one that a person wrote."""

    @property
    def refused(self) -> bool:
        """True when the question has to be refused."""
        return not self.answers or self.hidden is not None


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
        span = (article.id, start, start + len(row["answers"][0]))
        examples.append(Example(row["question"], (), (span,), family=row["title"], groups=((span,),)))
    return list(articles.values()), examples


def _article(identity: str, title: str, text: str) -> Article:
    return Article(identity, title, None, None, (), Published(), None, "fr", text, identity, identity)


def eval_examples(questions: Path, articles: Iterable[Article], *, split: str | None) -> Iterator[Example]:
    """Yield one split of an evaluation file as examples over its articles; None for every split."""
    texts = {article.id: article.text for article in articles}
    for line in questions.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if split is not None and row["split"] != split:
            continue
        groups = tuple(
            tuple(
                (gold["article_id"], start, start + len(gold["quote"]))
                for gold in group
                if (start := texts[gold["article_id"]].find(gold["quote"])) >= 0
            )
            for group in row["gold"]
        )
        history = tuple(Turn(turn["question"], turn.get("answer", "")) for turn in row.get("history") or ())
        yield Example(
            row["question"],
            history,
            tuple(span for group in groups for span in group),
            family=row.get("family", ""),
            groups=groups,
            reason=None if row["answerable"] else row["kind"],
        )
