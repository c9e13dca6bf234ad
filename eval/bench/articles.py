"""Folders of any number of articles: a real collection where one is at hand, otherwise made from the shipped one."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from assistant.corpus.reader import read_corpus
from assistant.language.sentences import sentences

# The collection has no line ends: a paragraph begins where a stop and a capital touch.
_PARAGRAPH = re.compile(r"(?<=[a-zà-ÿ0-9»\")][.!?…])(?=[A-ZÀ-Ý\"«])")
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{3,}")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)")
_SYLLABLES = "ba bel cor dan fer gar hol jan kel lor mar nov pol ran sel tar vil zan mir os".split()


@dataclass(frozen=True, slots=True)
class Story:
    """What is written to a file: a title, a date and a text of paragraphs."""

    title: str
    published: str
    text: str


def stories(data: Path | None, *, shipped: Path) -> Iterator[Story]:
    """Yield articles without end, or to the end of a collection.

    Args:
        data: OrangeSum, one JSON object a line, gzipped; None to make articles up.
        shipped: the corpus they are then made from.
    """
    return _made_up(shipped) if data is None else _collected(data)


def write_folder(folder: Path, stories: Iterator[Story], count: int) -> list[str]:
    """Write articles as files with front matter.

    Returns:
        Their titles.
    """
    folder.mkdir(parents=True)
    titles = []
    for number, story in enumerate(islice(stories, count)):
        title = json.dumps(story.title, ensure_ascii=False)
        header = f"---\ntitle: {title}\npublisher: Banc d'essai\npublished: {story.published}\n---\n"
        (folder / f"{number:06d}.md").write_text(f"{header}{story.text}\n", encoding="utf-8")
        titles.append(story.title)
    return titles


def _collected(data: Path) -> Iterator[Story]:
    with gzip.open(data, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if item["title"].isprintable():  # two have control characters in their title
                text = f"{item['heading']}\n\n{_PARAGRAPH.sub(chr(10) * 2, item['article'])}"
                yield Story(item["title"], item["date"], text)


def _made_up(shipped: Path) -> Iterator[Story]:
    """Draw sentences of the shipped articles, with other names and numbers: vocabulary grows as it does in news."""
    spoken = [
        article.text[start:end] for article in read_corpus(shipped).articles for start, end in sentences(article.text)
    ]
    chance = random.Random(0)
    number = 0
    while True:
        number += 1
        chosen = [_varied(sentence, chance) for sentence in chance.sample(spoken, chance.randint(8, 20))]
        paragraphs = [" ".join(chosen[start : start + 3]) for start in range(0, len(chosen), 3)]
        day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        yield Story(f"{_name(chance)} : {' '.join(chosen[0].split()[:9])}", day, "\n\n".join(paragraphs))


def _varied(sentence: str, chance: random.Random) -> str:
    named = _NAME.sub(lambda match: _name(chance) if chance.random() < 0.5 else match.group(), sentence)
    return _NUMBER.sub(lambda match: str(chance.randint(2, 999)), named)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize()


def questions(titles: Sequence[str], count: int) -> list[str]:
    """Return what is asked: titles, evenly over the folder."""
    step = max(1, len(titles) // count)
    return list(titles[::step][:count])
