"""Read SQuAD JSON (versions 1 and 2) and what has its form, PIAF and FQuAD: every paragraph becomes an article.

The form is that of Rajpurkar et al. 2016, "SQuAD: 100,000+ Questions for Machine Comprehension of Text"
(arXiv 1606.05250), and 2018, "Know What You Don't Know" (arXiv 1806.03822), for questions that the paragraph does not
answer. A file with one question a line, its ``context`` beside it, is read too.

A paragraph's text is kept to the letter, so that the offsets of its answers hold. Gold is the sentence an answer
stands in. A question whose answers are not where the file says is not mended and not asked: it is named.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.language.detect import question_language
from assistant.language.sentences import sentences
from assistant.types import Article
from eval.datasets.dataset import Dataset, DatasetError, Gold, Question, Split
from eval.datasets.reading import article, read_rows, read_text, shown, stem, take

EXPECTED = '{"data": [{"title", "paragraphs": [{"context", "qas": [{"id", "question", "answers"}]}]}]} (SQuAD)'
EXPECTED_ROW = '{"id", "title", "context", "question", "answers", "answer_start"} on each line (SQuAD, flat)'
_IMPOSSIBLE = "the dataset marks it as one that its paragraph does not answer"
_NOT_IN_AN_ID = re.compile(r"[\s#/]+")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as the file has it; ``answers`` are texts and where they are said to start."""

    where: str
    title: str
    context: str
    id: str | None
    question: str
    answers: tuple[tuple[str, int], ...]
    impossible: bool
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Context:
    """A paragraph of the file, with the questions that stand under it."""

    title: str
    text: str
    asked: tuple[_Asked, ...]


def read_squad(path: Path, *, split: Split = "test", flat: bool = False) -> Dataset:
    """Read a file of paragraphs and questions; identical paragraphs become one article.

    Args:
        path: the JSON file, gzipped or not.
        split: what all its questions are.
        flat: whether it has one question a line, as JSONL.

    Returns:
        The questions in the order of the file, and an article ``<title>/<n>`` for each paragraph. What was not usable
        is in ``problems``.

    Raises:
        DatasetError: if the file has another form, or most of its questions are not usable.
    """
    contexts = list(_rows(path) if flat else _nested(path))
    articles = _articles(contexts, source=path.name)
    spans = {text: sentences(text) for text in articles}
    questions: dict[str, Question] = {}
    problems: list[str] = []
    for asked in (asked for context in contexts for asked in context.asked):
        try:
            question = _question(asked, articles[asked.context], spans[asked.context], split, len(questions))
            if question.id in questions:
                raise ValueError("an earlier question has its id")
            questions[question.id] = question
        except ValueError as error:
            problems.append(f"{asked.where}: {error}")
    if len(problems) >= max(1, len(questions)) or not questions:
        told = "\n".join(problems[:10]) or "no question in the file"
        raise DatasetError(f"{path}: {len(problems)} questions cannot be used, {len(questions)} can\n{told}")
    ordered = tuple(sorted(articles.values(), key=lambda one: one.id))
    return Dataset(stem(path), tuple(questions.values()), articles=ordered, problems=tuple(problems))


def _nested(path: Path) -> Iterator[_Context]:
    try:
        whole = json.loads(read_text(path, expected=EXPECTED))
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"{path}: no JSON ({error}); expected {EXPECTED}") from error
    for number, entry in enumerate(take(whole, "data", list, where=f"{path}")):
        where = f"data[{number}]"
        title = take(
            {"title": "", **entry} if isinstance(entry, dict) else entry, "title", str, where=f"{path}: {where}"
        )
        for place, paragraph in enumerate(take(entry, "paragraphs", list, where=f"{path}: {where}")):
            below = f"{where}.paragraphs[{place}]"
            text = take(paragraph, "context", str, where=f"{path}: {below}")
            raw = take(paragraph, "qas", list, where=f"{path}: {below}")
            asked = [_asked(path, f"{below}.qas[{n}]", title, text, one) for n, one in enumerate(raw)]
            yield _Context(title, text, tuple(asked))


def _asked(path: Path, where: str, title: str, context: str, raw: object) -> _Asked:
    whole = f"{path}: {where}"
    question = take(raw, "question", str, where=whole)
    assert isinstance(raw, dict)
    answers = []
    for number, one in enumerate(take({"answers": [], **raw}, "answers", list, where=whole)):
        inside = f"{whole}.answers[{number}]"
        answers.append((take(one, "text", str, where=inside), take(one, "answer_start", int, where=inside)))
    return _Asked(
        where=where,
        title=title,
        context=context,
        id=_id(raw, where=whole),
        question=question,
        answers=tuple(answers),
        impossible=bool(raw.get("is_impossible", False)),
    )


def _rows(path: Path) -> Iterator[_Context]:
    for number, row in read_rows(path, expected=EXPECTED_ROW):
        where = f"{path}: line {number}"
        title, text = take({"title": "", **row}, "title", str, where=where), take(row, "context", str, where=where)
        # Texts and offsets are two lists side by side, in the row or one level down.
        inner = row["answers"] if isinstance(row.get("answers"), dict) else row
        texts = take(inner, "text" if inner is not row else "answers", list, where=where)
        starts = take(inner, "answer_start", list, where=where)
        if [type(one) for one in (*texts, *starts)] != [str] * len(texts) + [int] * len(texts):
            raise DatasetError(f"{where}: answers {shown(texts)} at {shown(starts)}; expected as many numbers as texts")
        asked = _Asked(
            where=f"line {number}",
            title=title,
            context=text,
            id=_id(row, where=where),
            question=take(row, "question", str, where=where),
            answers=tuple(zip(texts, starts, strict=True)),
            impossible=bool(row.get("is_impossible", not texts)),
            line=number,
        )
        yield _Context(title, text, (asked,))


def _id(raw: dict[str, Any], *, where: str) -> str | None:
    """Return the id a question states, None when it states none."""
    if isinstance(raw.get("id"), int):
        return str(raw["id"])
    return take(raw, "id", str, where=where).strip() or None if raw.get("id") is not None else None


def _articles(contexts: Sequence[_Context], *, source: str) -> dict[str, Article]:
    """Return an article for each text, numbered below its title in order of first appearance."""
    articles: dict[str, Article] = {}
    numbers: Counter[str] = Counter()
    for context in contexts:
        if context.text not in articles:
            name = _NOT_IN_AN_ID.sub("_", context.title.strip()) or "untitled"
            numbers[name] += 1
            identity = f"{name}/{numbers[name]}"
            articles[context.text] = article(identity, title=context.title, text=context.text, source=source)
    return articles


def _question(asked: _Asked, where: Article, spans: Sequence[tuple[int, int]], split: Split, number: int) -> Question:
    if not asked.question.strip():
        raise ValueError("the question is empty")
    placed = () if asked.impossible else _placed(asked, where.text)
    quotes = dict.fromkeys(_around(where.text, spans, start, start + len(answer)) for answer, start in placed)
    return Question(
        id=asked.id or f"{where.id}?{number}",
        family=where.id,
        split=split,
        kind="not_enough_evidence" if asked.impossible else "fact",
        language=question_language(asked.question),
        question=asked.question,
        history=(),
        gold=(tuple(Gold(where.id, quote, publisher=None, published=None) for quote in quotes),) if quotes else (),
        why=_IMPOSSIBLE if asked.impossible else None,
        answers=tuple(dict.fromkeys(answer.strip() for answer, _ in placed)),
        relevant={} if asked.impossible else {where.id: 1},
        line=asked.line,
    )


def _placed(asked: _Asked, text: str) -> list[tuple[str, int]]:
    """Return the answers that stand where they are said to; the others are not looked for elsewhere."""
    right = [
        (answer, start)
        for answer, start in asked.answers
        if answer.strip() and start >= 0 and text[start : start + len(answer)] == answer
    ]
    if right:
        return right
    if not asked.answers:
        raise ValueError("it has no answer and is not marked is_impossible")
    answer, start = asked.answers[0]
    there = text[start : start + len(answer)] if start >= 0 else ""
    raise ValueError(f"answer {shown(answer)} is not at {start}: the paragraph has {shown(there)} there")


def _around(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """Return the sentences that hold a span, from the first to the last: nearly always one."""
    holding = [span for span in spans if span[0] < end and span[1] > start]
    return text[holding[0][0] : holding[-1][1]]
