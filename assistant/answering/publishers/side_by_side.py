"""An answer with its sources set side by side: each sentence once, both sides of a contradiction, who has nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations

from assistant.answering.figures.parties import Parties
from assistant.answering.figures.points import Point
from assistant.answering.publishers.differences import (
    Counted,
    Told,
    are_of_one_matter,
    are_of_one_thing,
    difference,
    is_later,
    share_more_than,
    told_by,
)
from assistant.answering.publishers.origins import once, origins, printed_also
from assistant.answering.publishers.wording import difference_text, origin_text, silence_text
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.types import Answer, Article, Difference, Remark

_MOST_OPPOSED = 1
_MOST_BESIDE = 2
_AS_SURE = 3.0
"""How much lower (log-odds) than the best a sentence may score that differs from it on what is asked."""


def with_opposed(
    chosen: Sequence[Sentence],
    candidates: Sequence[Candidate],
    *,
    counted: Callable[[Sentence], bool],
    read: Callable[[Article], ReadArticle],
) -> list[Sentence]:
    """Return what an answer says, each sentence once, and what differs from its best one: a reader gets both sides.

    What contradicts it is told wherever it stands; another figure, or what another party says, where it answers
    nearly as well.

    Args:
        chosen: the sentences of the answer, best first.
        candidates: those that may answer too, best first.
        counted: whether another count in a sentence may be told too, since the question asks how many.
        read: gives an article with its sentences.
    """
    if not chosen:
        return []
    own = {one.article.id for one in chosen}
    others = [one.sentence for one in candidates if one.sentence.article.id not in own]
    parties = Parties([read(one) for one in {one.article.id: one.article for one in (*chosen, *others)}.values()])
    said = told_by(chosen[0], parties)
    told = [told_by(one, parties) for one in others]
    compared = [(one, difference(said, one)) for one in told]
    opposed = [one.sentence for one, how in compared if how == "contradiction"]
    beside: list[Sentence] = []
    if len(own) == 1:  # else several articles are told already
        best = next((one.score for one in candidates if one.sentence is chosen[0]), 0.0)
        near = {id(one.sentence) for one in candidates if one.score >= best - _AS_SURE}
        beside = [
            one.sentence
            for one, how in compared
            if (how in ("later", "scope", "party") and counted(one.sentence) and are_of_one_thing(said, one))
            or (how == "party" and id(one.sentence) in near and not said.counts and are_of_one_matter(said, one))
        ]
    answering = [
        one for one in _next_of(chosen[0], read) if counted(one) and _answers_back(said, told_by(one, parties))
    ]
    return once([*chosen, *answering, *opposed[:_MOST_OPPOSED], *_of_each_article(beside)[:_MOST_BESIDE]])


def _next_of(sentence: Sentence, read: Callable[[Article], ReadArticle]) -> Sequence[Sentence]:
    return read(sentence.article).sentences[sentence.number + 1 : sentence.number + 2]


def _answers_back(said: Told, following: Told) -> bool:
    """Tell whether the next sentence gives another party's count: "le ministère parle, lui, de 21 millions"."""
    speakers = {said.said.speaker, following.said.speaker} - {None}
    how = difference(said, following, one_event=True)
    return len(speakers) > 1 and how not in (None, "agreement", "scope") and _counts_alike(said, following)


def _counts_alike(left: Told, right: Told) -> bool:
    return any(one.figure.kind == other.figure.kind for one in left.counts for other in right.counts)


def _of_each_article(sentences: Sequence[Sentence]) -> list[Sentence]:
    return list({one.article.id: one for one in reversed(sentences)}.values())[::-1]


def beside(
    answer: Answer,
    chosen: Sequence[Sentence],
    points: Sequence[Point],
    others: Sequence[Sentence],
    *,
    quiet: Sequence[str],
    read: Callable[[Article], ReadArticle],
    given: AbstractSet[str] = frozenset(),
) -> Answer:
    """Return an answer with how its sources stand to each other.

    Args:
        answer: a statement for each sentence chosen, or a refusal.
        chosen: the sentences.
        points: the series they are, in the same order; empty for none.
        others: every sentence looked at: other prints of those chosen are among them.
        quiet: the publishers asked about that have nothing on the point.
        read: gives an article with its sentences.
        given: index terms of a question that is put to publishers: to share them alone is to agree on nothing.
    """
    also = [printed_also(one, others) for one in chosen]
    parties = Parties([read(one.article) for one in chosen])
    told = [told_by(one, parties) for one in chosen]
    told = [_of_point(*pair) for pair in zip(told, points, strict=True)] if points else told
    numbers = [statement.citations[0] for statement in answer.statements]
    articles = [one.article for one in chosen] + [article for group in also for article in group]
    heard = {article.publisher for article in articles}
    remarks = [
        *_differences(answer, told, points, numbers, given),
        *_origins(answer, articles, dict(zip(numbers, also, strict=True)), [one.article for one in others]),
        *_silences(answer, [name for name in quiet if name not in heard]),
    ]
    printed = {number: tuple(article.id for article in group) for number, group in zip(numbers, also, strict=True)}
    citations = tuple(replace(one, also_in=printed.get(one.number, ())) for one in answer.citations)
    return replace(answer, citations=citations, remarks=tuple(remarks))


def _of_point(told: Told, point: Point) -> Told:
    """Return what a sentence tells of what was asked: only the figures of the series, dated and sided as there."""
    return replace(told, counts=tuple(Counted(one, point.sides, point.when) for one in point.figures))


def _differences(
    answer: Answer, told: Sequence[Told], points: Sequence[Point], numbers: Sequence[int], given: AbstractSet[str]
) -> list[Remark]:
    """Say how the first statement differs from those of other articles, and which any two contradict each other."""
    found: dict[Difference, list[tuple[int, int]]] = {}
    for first, second in combinations(range(len(told)), 2):
        left, right = told[first], told[second]
        if left.sentence.article.id == right.sentence.article.id:
            continue
        if points and (points[first].event != points[second].event or not (left.counts and right.counts)):
            continue
        how = difference(left, right, one_event=bool(points))
        how = _of_counts(points[first], points[second], how) if points else how
        if how is None or (first and how != "contradiction"):
            continue
        if how == "party" and not points and not are_of_one_matter(left, right):
            continue
        if how not in ("party", None) and given and not share_more_than(left, right, given):
            continue
        first_is_newer = how != "later" or is_later(left, right)
        pair = (numbers[first], numbers[second])
        found.setdefault(how, []).append(pair if first_is_newer else pair[::-1])
    return [
        Remark(how, difference_text(how, group, answer.language), tuple(sorted({n for pair in group for n in pair})))
        for how, pairs in found.items()
        for group in _told_together(how, pairs)
    ]


def _of_counts(left: Point, right: Point, how: Difference | None) -> Difference | None:
    """Return how two figures of a series differ: of other people or places, or the same counted by another body."""
    if how not in ("later", "contradiction") or left.count == right.count:
        return how
    if left.counts != right.counts:
        return "party" if left.is_adverse != right.is_adverse else "scope"
    return "party" if left.source and right.source else how


def _told_together(how: Difference, pairs: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Part pairs into those of one line: a contradiction each, later figures by the newer one, all others."""
    if how == "contradiction":
        return [[pair] for pair in pairs]
    newer = {pair[0] if how == "later" else 0: [] for pair in pairs}  # type: dict[int, list[tuple[int, int]]]
    for pair in pairs:
        newer[pair[0] if how == "later" else 0].append(pair)
    return list(newer.values())


def _origins(
    answer: Answer, articles: Sequence[Article], also: Mapping[int, Sequence[Article]], between: Sequence[Article]
) -> list[Remark]:
    """Say which articles, cited or printing what is cited, are one origin."""
    remarks = []
    for group in origins(articles, between=between if len({one.id for one in articles}) > 1 else ()):
        names = {article.id for article in group}
        told = [one for one in answer.citations if one.article.id in names or _prints(also.get(one.number, ()), names)]
        if len(group) > 1 and told:
            text = origin_text(group, [one.number for one in told], answer.language)
            remarks.append(Remark("origin", text, tuple(one.number for one in told)))
    for one in answer.citations:
        if not any(one.number in remark.citations for remark in remarks) and also.get(one.number):
            text = origin_text([one.article, *also[one.number]], [one.number], answer.language, whole=False)
            remarks.append(Remark("origin", text, (one.number,)))
    return remarks


def _prints(articles: Sequence[Article], names: set[str]) -> bool:
    return any(article.id in names for article in articles)


def _silences(answer: Answer, names: Sequence[str]) -> list[Remark]:
    return [Remark("silence", silence_text(name, answer.language)) for name in names]
