"""Who says what, measured: labelled sentences of the press, and what the rules of attribution make of them.

    python -m eval.attribution [--wrong] [--split dev] [--file eval/attribution_folders.jsonl]

`attribution.jsonl` and `attribution_folders.jsonl` hold sentences with the speaker and the modality that a reader gave
them before looking at what the program says; their first line tells where they are from. Part of the articles are
`dev`, on which the rules were mended, part are `test`, on which they were not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from assistant.answering.attribution.attribution import Attribution, attribute
from assistant.answering.attribution.several import SEVERAL
from assistant.language.folding import fold, word_list
from assistant.types import Modality
from eval.measures.statistics import Figure, figure, ratio

SENTENCES = Path(__file__).with_name("attribution.jsonl")
OF_FOLDERS = Path(__file__).with_name("attribution_folders.jsonl")
KINDS = ("direct", "indirect", "selon", "conditional", "denied", "passive", "none")
SPLITS = ("dev", "test")
GROUPS = ("first", "context", "folders")

_DETERMINERS = frozenset("le la les l un une des du de d ce cet cette ces son sa ses leur leurs".split())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and what a reader says of it.

    Attributes:
        source: the article it is from.
        split: ``dev`` or ``test``.
        group: ``first``, most of which are read alone, ``context``, which stand among their neighbours, or
            ``folders``, with all of the article that precedes them.
        kind: how it is said: ``direct``, ``indirect``, ``selon``, ``conditional``, ``denied``, ``passive`` or
            ``none`` where the article speaks for itself.
        before: what precedes it, where its speaker may stand there; empty otherwise.
        sentence: the sentence.
        after: what follows it, with the space between; empty in the first set.
        speaker: who speaks, in the words of the sentence, or where it has a pronoun, of the one that names him;
            several that speak in one sentence are parted by " ; "; None where nobody is named.
        modality: how firmly.
        name: the fullest name that the article gives the speaker up to there, which is as right; None where it was
            not labelled or the speaker has no other.
    """

    source: str
    split: str
    group: str
    kind: str
    before: str
    sentence: str
    after: str
    speaker: str | None
    modality: Modality
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence with what was found."""

    label: Labelled
    found: Attribution


@dataclass(frozen=True, slots=True)
class Score:
    """What a set of sentences comes to; shares in [0, 1], an empty denominator gives 1.

    Attributes:
        sentences: how many.
        precision: of the speakers found, those that are the label's, whole.
        recall: of the speakers labelled, those found, whole.
        f1: their harmonic mean.
        words_f1: the same over the words of the speakers, so that half a name counts half.
        named: of the speakers whose name was labelled, those found by it.
        false_speakers: sentences given a speaker that have none.
        conditional_kept: of those said with reserve, those seen so.
        conditional_invented: sentences seen so that are not.
        published_as_fact: sentences that a party says and that were taken for the publisher's own.
        own_as_reported: sentences of the publisher that were taken for a party's.
        modality: share with the right modality.
    """

    sentences: int
    precision: float
    recall: float
    f1: float
    words_f1: float
    named: float
    false_speakers: int
    conditional_kept: float
    conditional_invented: int
    published_as_fact: int
    own_as_reported: int
    modality: float


def read(path: Path = SENTENCES) -> tuple[Labelled, ...]:
    """Return the labelled sentences of a file.

    Raises:
        ValueError: when a line has an unknown kind, split or modality, or a speaker that stands nowhere in it.
    """
    _, *lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_labelled(number, json.loads(line)) for number, line in enumerate(lines, start=2))


def _labelled(number: int, row: dict[str, str]) -> Labelled:
    label = Labelled(
        source=row["source"],
        split=row["split"],
        group=row.get("set", "first"),
        kind=row["kind"],
        before=row.get("before", ""),
        sentence=row["sentence"],
        after=row.get("after", ""),
        speaker=row["speaker"],
        modality=row["modality"],  # type: ignore[arg-type]  # checked next
        name=row.get("name"),
    )
    known = label.split in SPLITS and label.kind in KINDS and label.modality in get_args(Modality)
    text = f"{label.before} {label.sentence}{label.after}"
    if not known or not all(one in text for one in [*(label.speaker or "").split(SEVERAL), label.name or ""]):
        raise ValueError(
            f"{SENTENCES.name}, line {number}: unknown split, kind or modality, or speaker not in the text"
        )
    return label


def judge(labels: Sequence[Labelled]) -> tuple[Judged, ...]:
    """Return what the rules say of each sentence, read among what surrounds it."""
    judged = []
    for label in labels:
        before = label.before if not label.before or label.before.endswith("\n") else f"{label.before} "
        end = len(before) + len(label.sentence)
        judged.append(Judged(label, attribute(f"{before}{label.sentence}{label.after}", len(before), end)))
    return tuple(judged)


def score(judged: Sequence[Judged]) -> Score:
    """Return the figures of some sentences."""
    pairs = [_compared(one) for one in judged]
    whole = sum(found == label and bool(label) for found, label in pairs)
    precision, recall = _share(whole, sum(bool(f) for f, _ in pairs)), _share(whole, sum(bool(g) for _, g in pairs))
    shared = sum((Counter(found) & Counter(label)).total() for found, label in pairs)
    of_found, of_label = _share(shared, sum(len(f) for f, _ in pairs)), _share(shared, sum(len(g) for _, g in pairs))
    reserved = [one for one in judged if one.label.modality == "conditional"]
    named = [one for one in judged if one.label.name]
    return Score(
        sentences=len(judged),
        precision=precision,
        recall=recall,
        f1=_f1(precision, recall),
        words_f1=_f1(of_found, of_label),
        named=_share(sum(_is_named(one) for one in named), len(named)),
        false_speakers=sum(bool(found) and not label for found, label in pairs),
        conditional_kept=_share(sum(one.found.modality == "conditional" for one in reserved), len(reserved)),
        conditional_invented=sum(one.found.modality == "conditional" != one.label.modality for one in judged),
        published_as_fact=sum(one.found.modality == "asserted" != one.label.modality for one in judged),
        own_as_reported=sum(one.found.modality != "asserted" == one.label.modality for one in judged),
        modality=_share(sum(one.found.modality == one.label.modality for one in judged), len(judged)),
    )


def right(one: Judged) -> bool:
    """Return whether speaker and modality are the label's."""
    found, label = _compared(one)
    return found == label and one.found.modality == one.label.modality


def figures(judged: Sequence[Judged]) -> dict[str, Figure | None]:
    """Return the figures of some sentences with their intervals, the sentences of one article drawn together.

    - ``said.speaker_f1``: as :class:`Score` has it.
    - ``said.conditional_kept``: as there.
    - ``said.as_fact``: of the sentences that a party says or that are said with reserve, the share taken for the
      publisher's own. Lower is better.
    """
    sources = [one.label.source for one in judged]
    pairs = [_compared(one) for one in judged]
    hits = [2.0 * (found == label and bool(label)) for found, label in pairs]
    named = [float(bool(found)) + bool(label) for found, label in pairs]
    reserved = [one for one in judged if one.label.modality == "conditional"]
    said = [one for one in judged if one.label.modality != "asserted"]
    return {
        "said.speaker_f1": ratio(hits, named, sources, n=len(judged)),
        "said.conditional_kept": figure(
            [float(one.found.modality == "conditional") for one in reserved], [one.label.source for one in reserved]
        ),
        "said.as_fact": figure(
            [float(one.found.modality == "asserted") for one in said], [one.label.source for one in said]
        ),
    }


def table(judged: Sequence[Judged]) -> str:
    """Return the figures as a Markdown table: each split, each with each set, all, and each kind."""
    rows = [(name, [one for one in judged if one.label.split == name]) for name in SPLITS]
    rows += [
        (f"{name}, {group}", [one for one in judged if (one.label.split, one.label.group) == (name, group)])
        for name in SPLITS
        for group in GROUPS
    ]
    rows += [("all", list(judged))]
    rows += [(kind, [one for one in judged if one.label.kind == kind]) for kind in KINDS]
    head = (
        "| | sentences | F1 | precision | recall | words F1 | named | false speakers | conditional kept | invented "
        "| as fact | own as reported |"
    )
    lines = [head, "|---" * (head.count("|") - 1) + "|"]
    for name, group in rows:
        if not group:
            continue
        s = score(group)
        lines.append(
            f"| {name} | {s.sentences} | {s.f1:.1%} | {s.precision:.1%} | {s.recall:.1%} | {s.words_f1:.1%} "
            f"| {s.named:.1%} | {s.false_speakers} | {s.conditional_kept:.1%} | {s.conditional_invented} "
            f"| {s.published_as_fact} | {s.own_as_reported} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Print the table and, when asked, every sentence that was read otherwise than its label."""
    parser = argparse.ArgumentParser(description="Measure who is found to say each labelled sentence, and how firmly.")
    parser.add_argument("--split", choices=SPLITS, help="only this part")
    parser.add_argument("--file", type=Path, default=SENTENCES, help="the labelled sentences")
    parser.add_argument("--wrong", action="store_true", help="list what was read otherwise than its label")
    arguments = parser.parse_args()
    judged = judge([one for one in read(arguments.file) if arguments.split in (None, one.split)])
    print(table(judged))
    for one in judged if arguments.wrong else ():
        if not right(one):
            expected = f"{one.label.speaker} / {one.label.modality}"
            print(f"\n{one.label.kind}: {one.label.before} || {one.label.sentence} || {one.label.after}")
            print(f"  expected {expected}")
            print(f"  found    {one.found.speaker} / {one.found.modality}")


def _compared(one: Judged) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the speaker found and of the label; those of the label twice where its name was found."""
    label = _words(one.label.speaker)
    return (label, label) if _is_named(one) else (_words(one.found.speaker), label)


def _is_named(one: Judged) -> bool:
    """Tell whether the speaker found holds the whole name that was labelled."""
    name, found = word_list(fold(one.label.name or "")), word_list(fold(one.found.speaker or ""))
    return bool(name) and set(name) <= set(found)


def _words(speaker: str | None) -> tuple[str, ...]:
    """Return the words of a speaker, folded, up to the first comma and without the determiners it opens with.

    What stands beside a name ("le procureur de Paris, François Molins") may be given or left out. Empty for nobody.
    """
    told: list[str] = []
    for one in (speaker or "").split(SEVERAL):
        words = word_list(fold(one.split(",")[0]).replace("'", " "))
        while words and words[0] in _DETERMINERS:
            words.pop(0)
        told += words
    return tuple(told)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
