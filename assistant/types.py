"""The vocabulary of the project: one frozen dataclass for each noun, in the order data flows.

``corpus/* -> Article -> Passage -> Hit -> Answer``. Every stage takes and returns these types and
nothing flows back. Offsets are Python string indices (code points) into ``Article.text``, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Precision = Literal["day", "month", "year"]
Basis = Literal["stated", "inferred", "unknown"]
Language = Literal["fr", "en"]
Modality = Literal["asserted", "reported", "conditional", "denied"]
Reason = Literal[
    "empty_question",
    "off_topic",
    "off_period",
    "unknown_entity",
    "false_premise",
    "not_enough_evidence",
]

_LENGTH_OF_PRECISION: Mapping[Precision, int] = MappingProxyType({"day": 10, "month": 7, "year": 4})


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, how finely that is known, and how.

    Attributes:
        date: ISO 8601, cut to the precision: ``2020-10-05``, ``2020-10`` or ``2020``; None when unknown.
        precision: ``day``, ``month`` or ``year``; None when unknown.
        basis: ``stated`` in the article or its metadata, ``inferred`` from its text, or ``unknown``.
        evidence: why this date is believed; required when it is inferred.
    """

    date: str | None = None
    precision: Precision | None = None
    basis: Basis = "unknown"
    evidence: str | None = None

    def __post_init__(self) -> None:
        """Hold the invariants.

        Raises:
            ValueError: if date, precision and basis disagree, or an inferred date has no evidence.
        """
        if (self.date is None) != (self.basis == "unknown") or (self.date is None) != (self.precision is None):
            raise ValueError(f"date {self.date!r}, precision {self.precision!r} and basis {self.basis!r} disagree")
        if self.date and self.precision and len(self.date) != _LENGTH_OF_PRECISION[self.precision]:
            raise ValueError(f"date {self.date!r} is not written to the precision {self.precision!r}")
        if self.basis == "inferred" and not self.evidence:
            raise ValueError(f"inferred date {self.date!r} carries no evidence")


@dataclass(frozen=True, slots=True)
class Provenance:
    """How one field of an article is known: its basis and the words or reasoning behind it."""

    basis: Basis
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned. ``text`` is the only text that any span refers to.

    Attributes:
        id: stable name, unique in a corpus: the path below the corpus folder, without its suffix.
        title: None when the article has none.
        publisher: None when unknown; it is never guessed into a name.
        agency: the news agency whose copy this is or draws on ("AFP"), None when none is named.
        authors: names as signed, in order; empty when unsigned.
        published: date, precision, basis, evidence.
        url: http or https, None when unknown.
        language: ISO 639-1.
        text: the cleaned text: a selection of the saved lines, each kept to the letter.
        source: path of the file below the corpus folder, with ``/``.
        sha256: hex digest of ``text`` in UTF-8.
        provenance: field name to how that field is known.
    """

    id: str
    title: str | None
    publisher: str | None
    agency: str | None
    authors: tuple[str, ...]
    published: Published
    url: str | None
    language: str
    text: str
    source: str
    sha256: str
    provenance: Mapping[str, Provenance] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that is indexed and ranked as one; ``id`` is ``<article_id>#<n>``."""

    id: str
    article_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or negative span.

        Raises:
            ValueError: unless ``0 <= start < end``.
        """
        if not 0 <= self.start < self.end:
            raise ValueError(f"passage {self.id}: span [{self.start}, {self.end}) is empty or negative")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question. Higher ``score`` is better, always; ``rank`` starts at 1.

    Attributes:
        passage: what was found.
        rank: 1 for the best.
        score: what the ranking is by: the ranker's probability that the passage answers.
        similarity: cosine of question and passage embeddings, in [-1, 1].
        bm25: lexical score, 0 when no term is shared.
    """

    passage: Passage
    rank: int
    score: float
    similarity: float
    bm25: float


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: ``article.text[start:end] == quote``, checked when it is made.

    Attributes:
        number: as shown in brackets, from 1.
        article: the article quoted.
        quote: the exact characters.
        start: offset in ``article.text``.
        end: offset in ``article.text``, exclusive.
        speaker: who the article says is speaking, in the article's words; None when the article speaks itself.
        modality: how firmly it is said: ``asserted`` by the publisher, ``reported`` from the speaker,
            ``conditional`` (French journalistic conditional, "présumé") or ``denied``.
        answer_span: the words of the quote that answer, as offsets in ``article.text``; None where none are marked.
    """

    number: int
    article: Article
    quote: str
    start: int
    end: int
    speaker: str | None = None
    modality: Modality | None = None
    answer_span: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        """Refuse a quote that is not, to the letter, at that place of the article.

        Raises:
            ValueError: if the article has other characters there, the quote is empty, or the words that answer
                are none or not in it.
        """
        if not self.quote or self.article.text[self.start : self.end] != self.quote:
            place = f"[{self.start}, {self.end}) of {self.article.id}"
            raise ValueError(f"citation {self.number}: the quote is not at {place}")
        if self.answer_span and not self.start <= self.answer_span[0] < self.answer_span[1] <= self.end:
            raise ValueError(f"citation {self.number}: the words that answer, {self.answer_span}, are not in the quote")

    @property
    def answer_words(self) -> str | None:
        """The words of the quote that answer, to the letter; None where none are marked."""
        return self.article.text[slice(*self.answer_span)] if self.answer_span else None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the answer says, with the numbers of the citations that carry it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier exchange of the conversation: what was asked and what was answered."""

    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says to a question. It abstains exactly when it has no citation.

    Attributes:
        question: as asked.
        understood: the question as completed from the turns before; equal to ``question`` without any.
        language: the language of the question, in which the answer's own words are written.
        text: the whole answer as plain text, quotes between « » and citation numbers in brackets.
        statements: what is said, best first.
        citations: numbered from 1 in order of first use.
        reason: why it abstains, None when it answers.
        confidence: calibrated probability in [0, 1] that the corpus answers and this is the answer.
        hits: the nearest passages, best first, also when it abstains.
        timings_ms: stage name to milliseconds.
    """

    question: str
    understood: str
    language: Language
    text: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    reason: Reason | None
    confidence: float
    hits: tuple[Hit, ...]
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Hold the invariants.

        Raises:
            ValueError: if it both cites and abstains, does neither, or a statement cites an unknown number.
        """
        if bool(self.citations) == (self.reason is not None):
            raise ValueError("an answer abstains exactly when it has no citation")
        known = {citation.number for citation in self.citations}
        used = {number for statement in self.statements for number in statement.citations}
        if known != used:
            raise ValueError(f"statements cite {sorted(used)} but the citations are {sorted(known)}")

    @property
    def abstained(self) -> bool:
        """True when the corpus does not answer."""
        return self.reason is not None
