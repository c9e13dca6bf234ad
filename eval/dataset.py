"""Questions with known answers: the types, the reader of the JSONL file, and what makes a file malformed.

``eval/README.md`` documents the format. Reading collects every problem before it raises, so that one run of the
validator is enough to mend a file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from assistant.errors import AssistantError
from assistant.types import Language, Turn

AnswerableKind = Literal[
    "fact",
    "figure",
    "speaker",
    "date",
    "comparison",
    "timeline",
    "english",
    "paraphrase",
    "typo",
    "place_name",
    "follow_up",
]
RefusalKind = Literal[
    "off_topic",
    "off_period",
    "unknown_entity",
    "false_premise",
    "not_enough_evidence",
    "menu_only",
    "noise",
]
Split = Literal["dev", "test"]

ANSWERABLE_KINDS: tuple[str, ...] = get_args(AnswerableKind)
REFUSAL_KINDS: tuple[str, ...] = get_args(RefusalKind)
_FIELDS = frozenset(("id", "family", "split", "kind", "language", "question", "history", "answerable", "gold", "why"))
_GOLD_FIELDS = frozenset(("article_id", "quote", "publisher", "published", "speaker"))


class DatasetError(AssistantError):
    """Raised when a file of questions is malformed; one line of the message for each problem."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One sentence of the corpus that answers.

    Attributes:
        article_id: the article it stands in.
        quote: its exact characters in the article's cleaned text.
        publisher: who published the article, None when that is unknown.
        published: ISO 8601 date cut to the precision that is known, None when unknown.
        speaker: who the article says is speaking, None when the article speaks itself.
    """

    article_id: str
    quote: str
    publisher: str | None
    published: str | None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what is known about its answer.

    Attributes:
        id: unique in its file.
        family: questions that ask the same thing in other words share it, and so share a split.
        split: ``dev`` may be tuned on, ``test`` may not.
        kind: what it tries; one of ``ANSWERABLE_KINDS`` or ``REFUSAL_KINDS``.
        language: of the question.
        question: as a person would type it.
        history: the turns before it.
        gold: groups; each is one thing that has to be said, by any one of its sentences. Empty: must be refused.
        why: for a refusal, the reason in one sentence.
        line: where it stands in its file, from 1.
    """

    id: str
    family: str
    split: Split
    kind: str
    language: Language
    question: str
    history: tuple[Turn, ...]
    gold: tuple[tuple[Gold, ...], ...]
    why: str | None
    line: int = 0

    @property
    def answerable(self) -> bool:
        """True when the corpus answers."""
        return bool(self.gold)

    @property
    def golds(self) -> tuple[Gold, ...]:
        """Every gold sentence, whatever its group."""
        return tuple(gold for group in self.gold for gold in group)


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
        line=line,
    )


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


def by_kind(questions: Iterable[Question]) -> dict[str, tuple[Question, ...]]:
    """Return the questions of each kind that occurs, kinds in the order of their definition."""
    found: defaultdict[str, list[Question]] = defaultdict(list)
    for question in questions:
        found[question.kind].append(question)
    return {kind: tuple(found[kind]) for kind in (*ANSWERABLE_KINDS, *REFUSAL_KINDS) if kind in found}
