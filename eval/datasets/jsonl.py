"""Read our own questions: one JSON object a line, and what makes a file malformed.

``eval/README.md`` documents the format. Reading collects every problem before it raises, so that one run of the
validator is enough to mend a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast, get_args

from assistant.types import Language, Turn
from eval.datasets.dataset import ANSWERABLE_KINDS, REFUSAL_KINDS, DatasetError, Gold, Question, Split

_FIELDS = frozenset(
    ("id", "family", "split", "kind", "language", "question", "history", "answerable", "gold", "answers", "why")
)
_GOLD_FIELDS = frozenset(("article_id", "quote", "publisher", "published", "speaker"))


def read_questions(path: str | Path) -> tuple[Question, ...]:
    """Return the questions of a JSONL file, in order; blank lines are skipped.

    Raises:
        DatasetError: naming every line that is not a well-formed question, or that disagrees with another.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path}: cannot be read as UTF-8 text ({error}); give a JSONL file of questions") from error
    questions: list[Question] = []
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            questions.append(_question(json.loads(line), number))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(f"line {number}: {_reason(error)}")
    problems.extend(_disagreements(questions))
    if not questions and not problems:
        problems.append("no question in the file")
    _refuse(path, problems)
    return tuple(questions)


def check_gold(questions: Iterable[Question], texts: Mapping[str, str], *, source: str | Path = "questions") -> None:
    """Check that every gold quote stands, to the letter, in the cleaned text of its article.

    Args:
        questions: what to check.
        texts: article id to cleaned text.
        source: named in the message.

    Raises:
        DatasetError: naming every line with an unknown article, or a quote that its article does not have.
    """
    problems = []
    for question in questions:
        for gold in question.golds:
            where = f"line {question.line} ({question.id}): "
            if gold.article_id not in texts:
                problems.append(f"{where}article {gold.article_id!r} is not in the corpus ({', '.join(sorted(texts))})")
            elif gold.quote not in texts[gold.article_id]:
                problems.append(f"{where}{gold.article_id} does not have the quote {gold.quote!r}")
    _refuse(source, problems)


def _refuse(source: str | Path, problems: Sequence[str]) -> None:
    if problems:
        raise DatasetError(f"{source}: {len(problems)} problem(s)\n" + "\n".join(problems))


def _reason(error: Exception) -> str:
    return f"field {error} is missing" if isinstance(error, KeyError) else str(error)


def _one_of(name: str, value: object, allowed: Sequence[str]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(f"{name} is {value!r}, expected one of {', '.join(allowed)}")
    return value


def _text(name: str, value: object, *, empty: bool = False) -> str:
    if not isinstance(value, str) or not (value.strip() or empty):
        raise ValueError(f"{name} is {value!r}, expected {'a' if empty else 'a non-empty'} string")
    return value


def _known(raw: Mapping[str, object], allowed: frozenset[str]) -> None:
    strangers = sorted(set(raw) - allowed)
    if strangers:
        raise ValueError(f"unknown field(s) {', '.join(strangers)}, expected {', '.join(sorted(allowed))}")


def _question(raw: object, line: int) -> Question:
    if not isinstance(raw, dict):
        raise ValueError(f"{type(raw).__name__} instead of an object")
    _known(raw, _FIELDS)
    if not isinstance(raw["answerable"], bool):
        raise ValueError(f"answerable is {raw['answerable']!r}, expected true or false")
    answerable: bool = raw["answerable"]
    gold = tuple(tuple(_gold(item) for item in group) for group in raw["gold"])
    if answerable and (not gold or not all(gold)):
        raise ValueError("answerable, but without gold: each group needs a sentence that answers")
    if not answerable and gold:
        raise ValueError("to be refused, but with gold: a sentence that answers makes it answerable")
    if not answerable:
        _text("why", raw.get("why"))
    kind = _one_of("kind", raw["kind"], ANSWERABLE_KINDS if answerable else REFUSAL_KINDS)
    identity = _text("id", raw["id"])
    return Question(
        id=identity,
        family=_text("family", raw.get("family", identity)),
        split=cast(Split, _one_of("split", raw.get("split", "test"), get_args(Split))),
        kind=kind,
        language=cast(Language, _one_of("language", raw.get("language", "fr"), get_args(Language))),
        question=_text("question", raw["question"], empty=kind == "noise"),
        history=tuple(
            Turn(_text("history question", t["question"]), t.get("answer", "")) for t in raw.get("history", ())
        ),
        gold=gold,
        why=raw.get("why"),
        answers=_answers(raw.get("answers", ()), gold),
        line=line,
    )


def _answers(raw: object, gold: Sequence[Sequence[Gold]]) -> tuple[str, ...]:
    if not isinstance(raw, (list, tuple)):
        raise ValueError(f"answers is {raw!r}, expected a list of strings")
    answers = tuple(_text("answers", answer) for answer in raw)
    quotes = [one.quote for group in gold for one in group]
    for answer in answers:
        if not any(answer in quote for quote in quotes):
            raise ValueError(f"answer {answer!r} stands in no gold quote")
    return answers


def _gold(raw: object) -> Gold:
    if not isinstance(raw, dict):
        raise ValueError(f"gold item {raw!r} is no object: gold is a list of groups, each a list of objects")
    _known(raw, _GOLD_FIELDS)
    return Gold(
        article_id=_text("article_id", raw["article_id"]),
        quote=_text("quote", raw["quote"]),
        publisher=raw["publisher"],
        published=raw["published"],
        speaker=raw.get("speaker"),
    )


def _disagreements(questions: Sequence[Question]) -> Iterator[str]:
    """Yield what no line shows alone: duplicates, families over both splits, an article with two publishers."""
    ids: dict[str, int] = {}
    asked: dict[tuple[str, tuple[Turn, ...]], int] = {}
    splits: dict[str, Question] = {}
    identities: dict[str, tuple[str | None, str | None]] = {}
    for question in questions:
        where = f"line {question.line} ({question.id}): "
        if (first := ids.setdefault(question.id, question.line)) != question.line:
            yield f"{where}the id is that of line {first}"
        same = asked.setdefault((question.question, question.history), question.line)
        if same != question.line:
            yield f"{where}the question {question.question!r} is that of line {same}"
        kin = splits.setdefault(question.family, question)
        if kin.split != question.split:
            yield f"{where}family {question.family!r} is in {question.split} here and in {kin.split} on line {kin.line}"
        for gold in question.golds:
            said = (gold.publisher, gold.published)
            if (known := identities.setdefault(gold.article_id, said)) != said:
                yield f"{where}{gold.article_id} has publisher and date {said} here and {known} on an earlier line"
