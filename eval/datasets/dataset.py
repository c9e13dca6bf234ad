"""Questions and what is known about their answers: the types that every reader of a dataset returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from assistant.errors import AssistantError
from assistant.types import Article, Language, Turn

AnswerableKind = Literal[
    "fact",
    "figure",
    "speaker",
    "modality",
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
        gold: groups; each is one thing that has to be said, by any one of its sentences.
        why: for a refusal, the reason in one sentence.
        answers: the words that answer, any one of them; empty where the whole sentence does.
        relevant: article id to grade, where articles and not sentences were judged; empty where gold says it.
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
    answers: tuple[str, ...] = ()
    relevant: Mapping[str, int] = field(default_factory=dict)
    line: int = 0

    @property
    def answerable(self) -> bool:
        """True when sentences of the corpus are known to answer."""
        return bool(self.gold)

    @property
    def to_refuse(self) -> bool:
        """True when nothing in the corpus answers. Where only articles were judged it is neither this nor that."""
        return not self.gold and not self.relevant

    @property
    def golds(self) -> tuple[Gold, ...]:
        """Every gold sentence, whatever its group."""
        return tuple(gold for group in self.gold for gold in group)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Questions, and the articles they are asked of where the dataset brings its own.

    Attributes:
        name: for reports and file names.
        questions: in the order of the file.
        articles: in order of id; None where the questions are about a folder or an index given apart.
        problems: what of the dataset could not be used and was left out, a line for each.
    """

    name: str
    questions: tuple[Question, ...]
    articles: tuple[Article, ...] | None = None
    problems: tuple[str, ...] = ()


def by_kind(questions: Iterable[Question]) -> dict[str, tuple[Question, ...]]:
    """Return the questions of each kind that occurs, kinds in the order of their definition."""
    found: defaultdict[str, list[Question]] = defaultdict(list)
    for question in questions:
        found[question.kind].append(question)
    return {kind: tuple(found[kind]) for kind in (*ANSWERABLE_KINDS, *REFUSAL_KINDS) if kind in found}
