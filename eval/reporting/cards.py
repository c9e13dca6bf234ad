"""One wrong answer as HTML: the question, what was expected, what was said, and the article around it.

Every text of a question or an article goes through ``assistant.web.markup``: nothing in it can become markup.
"""

from __future__ import annotations

from collections.abc import Collection

from assistant.web.markup import escaped, label, quoted
from eval.asking.records import Cited
from eval.datasets.dataset import Gold
from eval.reporting.wrong import FAULTS, Expected, Place, Said, Wrong

SHOWN = 2
"""Sentences of one group that are shown at once; the others open."""


def card(wrong: Wrong, *, new: bool) -> str:
    """Return one wrong answer as an ``article`` element.

    Args:
        wrong: what to show.
        new: whether the run before had it right.
    """
    question = wrong.question
    identity = escaped(f"q-{question.id}")
    tags = [
        f'<a class="id" href="#{identity}">{label(question.id)}</a>',
        f'<span class="tag fault {wrong.fault}" title="{escaped(FAULTS[wrong.fault])}">{wrong.fault}</span>',
        f'<span class="tag">{escaped(question.split)}</span>',
        f'<span class="tag">{escaped(question.language)}</span>',
    ]
    if new:
        tags.append('<span class="tag new">new</span>')
    tags.append(f'<span class="soft">confidence {wrong.record.confidence:.2f}</span>')
    data = f'data-fault="{wrong.fault}" data-split="{escaped(question.split)}" data-new="{int(new)}"'
    return (
        f'<article class="card" id="{identity}" {data}>\n<p class="tags">{" ".join(tags)}</p>\n'
        f'{_asked(wrong)}\n<div class="sides">\n<section><h4>Expected</h4>\n{_expected(wrong)}\n</section>\n'
        f"<section><h4>Said</h4>\n{_answered(wrong)}\n</section>\n</div>\n</article>"
    )


def _asked(wrong: Wrong) -> str:
    before = [
        f'<p class="before"><span class="soft">before:</span> {quoted(turn.question)}</p>'
        for turn in wrong.question.history
    ]
    text = quoted(wrong.question.question) if wrong.question.question.strip() else '<span class="soft">(empty)</span>'
    return "\n".join([*before, f'<p class="asked">{text}</p>'])


def _expected(wrong: Wrong) -> str:
    if not wrong.question.to_refuse and not wrong.expected:
        relevant = ", ".join(
            label(article_id) for article_id, grade in sorted(wrong.question.relevant.items()) if grade
        )
        return f"<p>One of the articles {relevant}.</p>"
    if not wrong.expected:
        return f"<p>A refusal. {label(wrong.question.why or '')}</p>"
    several = len(wrong.expected) > 1
    return "\n".join(
        _group(group, number if several else None, wrong.attribution) for number, group in enumerate(wrong.expected, 1)
    )


def _group(group: Expected, number: int | None, attribution: Collection[str]) -> str:
    quotes = [f"<blockquote>{quoted(gold.quote)}{_source(gold, attribution)}</blockquote>" for gold in group.golds]
    shown = "\n".join(quotes[:SHOWN])
    if len(quotes) > SHOWN:
        rest = "\n".join(quotes[SHOWN:])
        shown += f"\n<details><summary>{len(quotes) - SHOWN} more that would do</summary>\n{rest}\n</details>"
    if number is None:
        return shown
    state = '<span class="better">said</span>' if group.reached else '<span class="worse">not said</span>'
    return f'<p class="soft">{number}. {state}</p>\n{shown}'


def _answered(wrong: Wrong) -> str:
    record = wrong.record
    parts = []
    if record.error is not None:
        parts.append(f'<p class="worse">An error: {label(record.error)}</p>')
    elif record.refused:
        parts.append(f"<p>Refused: <b>{escaped(str(record.reason))}</b>.</p>")
    parts += [_said(said, wrong.attribution) for said in wrong.said]
    if not wrong.said and wrong.nearest is not None:
        parts.append(
            f'<p class="soft">Nearest passage, of {label(wrong.nearest.article_id)}:</p>{_place(wrong.nearest)}'
        )
    if wrong.expected and record.ranked:
        parts.append(f'<p class="soft">{_rank(wrong)}</p>')
    return "\n".join(parts)


def _rank(wrong: Wrong) -> str:
    retrieved = len(wrong.record.ranked)
    if wrong.gold_rank is None:
        return f"No passage with an answer among the {retrieved} retrieved."
    return f"First passage with an answer: rank {wrong.gold_rank} of {retrieved}."


def _said(said: Said, attribution: Collection[str]) -> str:
    verdict = '<span class="better">answers</span>' if said.right else '<span class="worse">does not answer</span>'
    faults = (
        f' <span class="worse">wrong {escaped(", ".join(attribution))}</span>' if said.right and attribution else ""
    )
    if said.place is None:
        shown = (
            f'<blockquote class="worse">{quoted(said.cited.quote)} (the article has no such words there)</blockquote>'
        )
    else:
        shown = _place(said.place)
    return f'<p class="verdict">{verdict}{faults}</p>{shown}{_source(said.cited, attribution)}'


def _place(place: Place) -> str:
    marked = []
    for stretch in place.stretches:
        text = escaped(stretch.text)
        if stretch.gold:
            text = f"<ins>{text}</ins>"
        marked.append(f"<mark>{text}</mark>" if stretch.quoted else text)
    before, after = ("… " if place.cut_before else ""), (" …" if place.cut_after else "")
    return f'<p class="place">{before}<bdi>{"".join(marked)}</bdi>{after}</p>'


def _source(source: Gold | Cited, attribution: Collection[str]) -> str:
    known = [source.publisher or "publisher unknown", source.published or "date unknown"]
    if source.speaker or "speaker" in attribution:
        known.append(f"speaker {source.speaker}" if source.speaker else "no speaker")
    return f"<footer>{' · '.join(label(part) for part in (*known, source.article_id))}</footer>"
