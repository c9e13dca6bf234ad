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
Wording = Literal["quote", "model"]
Bound = Literal["exactly", "at_least", "about", "at_most"]
Counted = Literal["killed", "wounded", "missing", "displaced", "arrested", "money", "percent", "count"]
Difference = Literal["later", "scope", "party", "contradiction", "agreement"]
Reason = Literal[
    "empty_question", "off_topic", "off_period", "unknown_entity", "false_premise", "not_enough_evidence", "small_talk"
]  # fmt: skip

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
        """Refuse an empty or negative span: raise ValueError unless ``0 <= start < end``."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"passage {self.id}: span [{self.start}, {self.end}) is empty or negative")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question. Higher ``score`` is better, always; ``rank`` starts at 1.

    Attributes:
        passage, rank: what was found; 1 for the best.
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
        start, end: offsets in ``article.text``, half-open.
        speaker: who the article says is speaking, in the article's words; None when the article speaks itself.
        modality: how firmly it is said: ``asserted`` by the publisher, ``reported`` from the speaker,
            ``conditional`` (French journalistic conditional, "présumé") or ``denied``.
        also_in: ids of other articles that print the same sentence.
        answer_span: the words of the quote that answer, as offsets in ``article.text``; None where none are marked.
    """

    number: int
    article: Article
    quote: str
    start: int
    end: int
    speaker: str | None = None
    modality: Modality | None = None
    also_in: tuple[str, ...] = ()
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
    """One thing the answer says, with the numbers of the citations that carry it, in brackets in the text too.

    Attributes:
        wording: ``quote``: quotes and where they are from; ``model``: a language model's own words, held to them.
    """

    text: str
    citations: tuple[int, ...]
    wording: Wording = "quote"


@dataclass(frozen=True, slots=True)
class Remark:
    """One line on how an answer's sources stand to each other; ``citations`` are the numbers it is about."""

    kind: Difference | Literal["origin", "silence"]
    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One figure of a dated series, as the sentence of one citation gives it.

    Attributes:
        value: what is said; None where the article says that the party gives no figure.
        upper: the other end of a range ("de 60 à 70"), else None.
        bound: whether it is a least, a most or an estimate.
        unit: ``%``, a currency or a measure, as written; None for a plain count.
        counted, kind: what is counted, in the article's words ("morts parmi les soldats et civils"), and its kind.
        side: whose, in the article's words; None where nobody's is named.
        speaker, publisher: who gives it, None when the article does itself; None when unknown.
        date, precision: as of when, ISO 8601 to the day, month or year; None when unknown.
        basis: ``sentence`` when the sentence says the date, ``publication`` when it is the article's own.
        citation: number of the citation whose quote holds it.
        start, end: offsets of the number, with the words that bound it, in the article's text.
        event: points of one number are one series, from 1 for the latest; other wars are other events.
        latest: whether no later one of its event is in the corpus.
    """

    value: float | None
    upper: float | None
    bound: Bound
    unit: str | None
    counted: str
    kind: Counted
    side: str | None
    speaker: str | None
    date: str | None
    precision: Precision | None
    basis: Literal["sentence", "publication"]
    publisher: str | None
    citation: int
    start: int
    end: int
    event: int
    latest: bool


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
        note: a word to the reader on how the answer was made, in its language; empty when there is nothing to say.
        figures: the dated series, newest first, where a question that asks how many is answered by one; else empty.
        remarks: on its sources.
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
    note: str = ""
    figures: tuple[FigurePoint, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        """Hold the invariants.

        Raises:
            ValueError: if it both cites and abstains, does neither, or any part of it cites an unknown number.
        """
        if bool(self.citations) == (self.reason is not None):
            raise ValueError("an answer abstains exactly when it has no citation")
        known = {citation.number for citation in self.citations}
        used = {number for statement in self.statements for number in statement.citations}
        if known != used:
            raise ValueError(f"statements cite {sorted(used)} but the citations are {sorted(known)}")
        told = {point.citation for point in self.figures}.union(*(remark.citations for remark in self.remarks))
        if stray := told - known:
            raise ValueError(f"figures or remarks cite {sorted(stray)} but the citations are {sorted(known)}")

    @property
    def abstained(self) -> bool:
        """True when the corpus does not answer."""
        return self.reason is not None
