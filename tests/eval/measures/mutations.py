"""Faults to plant into right answers, and which measures each of them has to lower.

A right answer is made of a question's own gold and the real articles. Where a fault means nothing for it (no digit to
alter, no second speaker) the fault returns None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from assistant.language.sentences import sentences
from eval.asking.records import Cited, Ranked, Record
from eval.datasets.dataset import Gold, Question
from eval.measures.abstention import NEAR_MISSES
from eval.measures.metrics import FITTING_REASONS

BESIDE = 12
"""Passages beside the point after the right ones: reversed, the right ones fall out of the first ten."""


@dataclass(frozen=True)
class Case:
    """A question, what is right to say, the corpus, and places of the corpus that do not answer (nearest first)."""

    question: Question
    record: Record
    texts: Mapping[str, str]
    beside: tuple[Ranked, ...]
    golds: Mapping[str, Gold]
    speakers: tuple[str, ...]

    @property
    def first(self) -> Cited:
        """The first citation."""
        return self.record.cited[0]

    def citing(self, ranked: Ranked) -> Cited:
        """Return a citation of a place, to the letter and with its article's publisher and date."""
        gold = self.golds[ranked.article_id]
        text = self.texts[ranked.article_id]
        return Cited(
            article_id=ranked.article_id,
            publisher=gold.publisher,
            published=gold.published,
            quote=text[ranked.start : ranked.end],
            start=ranked.start,
            end=ranked.end,
        )

    def with_first(self, *cited: Cited) -> Record:
        """Return the right record with other citations in the place of the first."""
        return replace(self.record, cited=(*cited, *self.record.cited[1:]))


def cases(questions: Sequence[Question], texts: Mapping[str, str]) -> Iterator[Case]:
    """Yield each question with the right record: every group cited once, or a refusal with a reason that fits."""
    every = [gold for question in questions for gold in question.golds]
    golds = {gold.article_id: gold for gold in every}
    speakers = tuple(sorted({gold.speaker for gold in every if gold.speaker}))
    places = [Ranked(article_id, *span) for article_id in sorted(golds) for span in sentences(texts[article_id])]
    for question in questions:
        if question.answerable and not question.answers:
            question = replace(question, answers=(_some_words(question.gold[0][0].quote),))
        beside = tuple(place for place in places if not _touches(place, question, texts))
        yield Case(question, _right(question, texts, beside), texts, beside, golds, speakers)


def _right(question: Question, texts: Mapping[str, str], beside: tuple[Ranked, ...]) -> Record:
    if not question.answerable:
        reason = min(FITTING_REASONS[question.kind])
        return Record(question.id, cited=(), reason=reason, said="refused", ranked=beside[:BESIDE], confidence=0.1)
    cited = tuple(_cited(_answering(question, group), texts) for group in question.gold)
    right = tuple(Ranked(one.article_id, one.start, one.end) for one in cited)
    return Record(
        question.id,
        cited=cited,
        reason=None,
        said="said",
        answer=question.answers[0],
        ranked=(*right, *beside[:BESIDE]),
        confidence=0.9,
    )


def _answering(question: Question, group: Sequence[Gold]) -> Gold:
    """Return the sentence of a group that holds the short answer, the first when none does."""
    return next((gold for gold in group if question.answers[0] in gold.quote), group[0])


def _cited(gold: Gold, texts: Mapping[str, str]) -> Cited:
    start = texts[gold.article_id].index(gold.quote)
    place = (start, start + len(gold.quote))
    return Cited(gold.article_id, gold.publisher, gold.published, gold.quote, *place, gold.speaker)


def _some_words(quote: str) -> str:
    """Return the words around the first number, or the middle ones: they stand for a short answer."""
    words = quote.split()
    middle = next((number for number, word in enumerate(words) if re.search(r"\d", word)), len(words) // 2)
    return " ".join(words[middle : middle + 2])


def _touches(place: Ranked, question: Question, texts: Mapping[str, str]) -> bool:
    """Return whether a place shares a character with any gold of a question; counted apart from the measures."""
    text = texts[place.article_id]
    for gold in question.golds:
        if gold.article_id == place.article_id:
            for found in re.finditer(re.escape(gold.quote), text):
                if place.start < found.end() and found.start() < place.end:
                    return True
    return False


def another_article(case: Case) -> Record | None:
    """Cite another article, to the letter, with its own publisher and date."""
    other = [place for place in case.beside if place.article_id != case.first.article_id]
    return case.with_first(case.citing(other[0])) if case.first and other else None


def article_renamed(case: Case) -> Record | None:
    """Name another article for the same quote and place."""
    place = Ranked(next(name for name in case.golds if name != case.first.article_id), case.first.start, case.first.end)
    return (
        None
        if _touches(place, case.question, case.texts)
        else case.with_first(replace(case.first, article_id=place.article_id))
    )


def _publisher(name: str | None) -> Callable[[Case], Record | None]:
    def plant(case: Case) -> Record | None:
        return None if case.first.publisher == name else case.with_first(replace(case.first, publisher=name))

    return plant


def another_publisher(case: Case) -> Record | None:
    """Name the publisher of another article of the corpus."""
    others = [gold.publisher for gold in case.golds.values() if gold.publisher != case.first.publisher]
    return case.with_first(replace(case.first, publisher=others[0])) if others else None


def _date(pattern: str, change: int) -> Callable[[Case], Record | None]:
    """Return what moves one number of the date."""

    def plant(case: Case) -> Record | None:
        found = re.match(pattern, case.first.published or "")
        if found is None:
            return None
        moved = f"{int(found[1]) + change:0{len(found[1])}d}"
        date = (case.first.published or "")[: found.start(1)] + moved + (case.first.published or "")[found.end(1) :]
        return case.with_first(replace(case.first, published=date))

    return plant


def date_lost(case: Case) -> Record | None:
    """Give no date where one is known."""
    return case.with_first(replace(case.first, published=None)) if case.first.published else None


def _speaker(choose: Callable[[Case], str | None]) -> Callable[[Case], Record | None]:
    def plant(case: Case) -> Record | None:
        chosen = choose(case)
        return None if chosen == case.first.speaker else case.with_first(replace(case.first, speaker=chosen))

    return plant


def _another_speaker(case: Case) -> str | None:
    """Return a speaker of the corpus without a word in common with the right one; the right one when there is none."""
    right = set(re.findall(r"\w{4,}", (case.first.speaker or "").casefold()))
    return next(
        (one for one in case.speakers if not right & set(re.findall(r"\w{4,}", one.casefold()))), case.first.speaker
    )


def span_moved(case: Case) -> Record | None:
    """Move the span three quarters of its length, the quote with it, unless it comes to lie on other gold."""
    length = case.first.end - case.first.start
    for step in (3 * length // 4 + 1, -(3 * length // 4) - 1):
        start, end = case.first.start + step, case.first.end + step
        new = Ranked(case.first.article_id, max(start, case.first.end), end)
        if step < 0:
            new = Ranked(case.first.article_id, start, min(end, case.first.start))
        if (
            start >= 0
            and end <= len(case.texts[case.first.article_id])
            and not _touches(new, case.question, case.texts)
        ):
            quote = case.texts[case.first.article_id][start:end]
            return case.with_first(replace(case.first, start=start, end=end, quote=quote))
    return None


def off_by_one(case: Case) -> Record | None:
    """Move the offsets by one character, and not the quote."""
    return case.with_first(replace(case.first, start=case.first.start + 1, end=case.first.end + 1))


def _rewritten(pattern: str, by: Callable[[str], str]) -> Callable[[Case], Record | None]:
    """Return what rewrites the first place of the quote that matches, the place it is said to stand at unchanged."""

    def plant(case: Case) -> Record | None:
        quote = re.sub(pattern, lambda found: by(found[0]), case.first.quote, count=1)
        return None if quote == case.first.quote else case.with_first(replace(case.first, quote=quote))

    return plant


def neighbour(case: Case) -> Record | None:
    """Quote the nearest sentence of the article that does not answer; its words are then the answer."""
    near = [place for place in case.beside if place.article_id == case.first.article_id]
    near.sort(key=lambda place: abs(place.start - case.first.start))
    if not near:
        return None
    return replace(case.with_first(case.citing(near[0])), answer=None)


def words_altered(case: Case) -> Record | None:
    """Alter a digit of the words that answer."""
    altered = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), case.record.answer or "", count=1)
    return None if altered == case.record.answer else replace(case.record, answer=altered)


def words_padded(case: Case) -> Record | None:
    """Mark the whole sentence instead of the words that answer."""
    return replace(case.record, answer=None) if len(case.first.quote) > 2 * len(case.record.answer or "") else None


def whole_article(case: Case) -> Record | None:
    """Quote the whole article."""
    text = case.texts[case.first.article_id]
    return case.with_first(replace(case.first, start=0, end=len(text), quote=text))


def padded(case: Case) -> Record | None:
    """Cite a sentence that does not answer beside those that do."""
    return replace(case.record, cited=(*case.record.cited, case.citing(case.beside[0])))


def one_side(case: Case) -> Record | None:
    """Leave out one of several things that have to be said."""
    return replace(case.record, cited=case.record.cited[:-1]) if len(case.record.cited) > 1 else None


def refused(case: Case) -> Record | None:
    """Refuse what the corpus answers."""
    return replace(case.record, cited=(), reason="not_enough_evidence", answer=None, confidence=0.1)


def failed(case: Case) -> Record | None:
    """End in an error."""
    return replace(case.record, cited=(), reason=None, answer=None, ranked=(), confidence=0.0, error="failed")


def answered(case: Case) -> Record | None:
    """Answer what has to be refused, with any sentence."""
    return replace(case.record, cited=(case.citing(case.beside[0]),), reason=None, confidence=0.9)


def _of(kinds: Set[str], plant: Callable[[Case], Record | None]) -> Callable[[Case], Record | None]:
    return lambda case: plant(case) if case.question.kind in kinds else None


def nothing_right(case: Case) -> Record | None:
    """Cite for each citation a place beside the point."""
    return replace(case.record, cited=tuple(case.citing(one) for one in case.beside[: len(case.record.cited)]))


def another_reason(case: Case) -> Record | None:
    """Refuse for a reason of another class."""
    reasons = frozenset().union(*FITTING_REASONS.values()) - FITTING_REASONS[case.question.kind]
    return replace(case.record, reason=min(reasons))


def wrong_and_unsure(case: Case) -> Record | None:
    """Answer wrongly, and say so."""
    wrong = neighbour(case)
    return wrong and replace(wrong, confidence=0.1)


def wrong_and_sure(case: Case) -> Record | None:
    """Answer wrongly with full confidence."""
    wrong = neighbour(case)
    return wrong and replace(wrong, confidence=1.0)


def _ranked(change: Callable[[tuple[Ranked, ...], int], tuple[Ranked, ...]]) -> Callable[[Case], Record | None]:
    def plant(case: Case) -> Record | None:
        return replace(case.record, ranked=change(case.record.ranked, len(case.record.cited)))

    return plant


@dataclass(frozen=True)
class Mutation:
    """A fault, the measures it has to lower, and what it is planted into where that is not the right record."""

    name: str
    plant: Callable[[Case], Record | None]
    falls: tuple[str, ...]
    before: Callable[[Case], Record | None] = lambda case: case.record


AREA, COVERAGE, CALIBRATION = "risk.aurc", "risk.coverage_at_5_percent", "risk.ece"
BOUND = (AREA, COVERAGE)
OF_WRONG = ("risk.coverage_wrong", "risk.coverage_wrong_of_answerable")
UNDUE = ("silence.wrong", "risk.coverage_wrong")
MISSED = ("answers.found", "answers.sentence@1", "citations.recall")
BESIDE_THE_POINT = (*MISSED, "citations.precision", "citations.on_gold", *BOUND, CALIBRATION)
WORDS = ("answers.exact_match", "answers.f1")
RANKING = tuple(f"retrieval.{name}" for name in ("recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10"))
EXACT = ("citations.quote_exact",)
NEGATION = r"(?i)\b(?:ne |n['’]|pas |plus |jamais |aucune? |ni |non |sans )"

OF_ANSWERS = (
    Mutation("another article, to the letter", another_article, BESIDE_THE_POINT),
    Mutation("another article for the same quote", article_renamed, (*BESIDE_THE_POINT, *EXACT)),
    Mutation("another publisher", another_publisher, ("citations.publisher",)),
    Mutation("publisher invented", _publisher("Le Courrier de nulle part"), ("citations.publisher",)),
    Mutation("publisher lost", _publisher(None), ("citations.publisher",)),
    Mutation("year before", _date(r"(\d{4})", -1), ("citations.date",)),
    Mutation("month after", _date(r"\d{4}-(\d\d)", 1), ("citations.date",)),
    Mutation("day after", _date(r"\d{4}-\d\d-(\d\d)", 1), ("citations.date",)),
    Mutation("date lost", date_lost, ("citations.date",)),
    Mutation("another speaker", _speaker(_another_speaker), ("citations.speaker",)),
    Mutation("speaker invented", _speaker(lambda _: "Zoé Quidam"), ("citations.speaker",)),
    Mutation("speaker lost", _speaker(lambda _: None), ("citations.speaker",)),
    Mutation("span moved", span_moved, BESIDE_THE_POINT),
    Mutation("offsets off by one", off_by_one, EXACT),
    Mutation("digit altered", _rewritten(r"\d", lambda digit: str((int(digit) + 1) % 10)), EXACT),
    Mutation("negation dropped", _rewritten(NEGATION, lambda _: ""), EXACT),
    Mutation("last character altered", _rewritten(r".$", lambda _: "…!"), EXACT),
    Mutation("accent lost", _rewritten(r"[éèê]", lambda _: "e"), EXACT),
    Mutation("neighbour sentence", neighbour, (*BESIDE_THE_POINT, *WORDS)),
    Mutation("digit of the answer altered", words_altered, WORDS),
    Mutation("sentence in the place of the words", words_padded, WORDS),
    Mutation("whole article", whole_article, ("citations.on_gold",)),
    Mutation("padded", padded, ("citations.precision", "citations.on_gold")),
    Mutation(
        "one side alone", one_side, ("answers.found", "citations.recall", "silence.incomplete", *BOUND, CALIBRATION)
    ),
    Mutation(
        "nothing right", nothing_right, (*BESIDE_THE_POINT, *OF_WRONG, "silence.wrong", "silence.wrong_of_answerable")
    ),
    Mutation("refused", refused, (*MISSED, *WORDS, "refusals.precision", "silence.coverage", *BOUND, *OF_WRONG)),
    Mutation("failed", failed, (*MISSED, *WORDS, *RANKING, "silence.coverage", *BOUND, *OF_WRONG)),
    Mutation("wrong and sure of it", wrong_and_sure, (*BOUND, CALIBRATION), before=wrong_and_unsure),
    Mutation("ranking reversed", _ranked(lambda ranked, _: ranked[::-1]), RANKING),
    Mutation("nothing right retrieved", _ranked(lambda ranked, right: ranked[right:]), RANKING),
    Mutation(
        "one passage too low",
        _ranked(lambda ranked, right: (ranked[right], *ranked[:right], *ranked[right + 1 :])),
        ("retrieval.recall@1", "retrieval.mrr@10", "retrieval.ndcg@10"),
    ),
)
OF_REFUSALS = (
    Mutation("answered", answered, ("refusals.recall", *UNDUE, *BOUND, CALIBRATION)),
    Mutation("near miss answered", _of(NEAR_MISSES, answered), ("refusals.recall", "silence.near_misses", *UNDUE)),
    Mutation("false premise accepted", _of({"false_premise"}, answered), ("silence.false_premises", *UNDUE)),
    Mutation("failed", failed, ("refusals.recall",)),
    Mutation("another reason", another_reason, ("refusals.reason",)),
)
