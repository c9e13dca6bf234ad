"""Pairs that bring the spellings of one name together: "Stepanakert" and "Khankendi", "Aliev" and "Aliyev".

A static encoder only knows that two names are one where both occur in like company, and the press writes
one of them. So a sentence that holds a name is paired with itself under another spelling. The places
and organisations are those of ``language/names.tsv``; surnames are found in the press by their endings and
written anew by rule, the way English transliterates what French does ("Pachinian", "Pashinyan").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant import language

_TABLE = Path(language.__file__).with_name("names.tsv")
_SURNAME = re.compile(r"\b[A-Z][\w-]+ ([A-Z][a-zéïô]{1,12}(?:[eo]v|ev[aï]|ova|sk[iy]|ian|enko|vili|itch))\b")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Ý][\w]+")
_SOUND = re.compile("tch|ch|ou|dj", re.IGNORECASE)
_ANGLICISED = {"tch": "ch", "ch": "sh", "ou": "u", "dj": "j"}
_ENDINGS = (("ian$", "yan"), ("sky$", "skyy"), ("ski$", "sky"), ("([aeiou])ev$", r"\1yev"))
_FRAMES_PER_NAME = 40
_WINDOW_WORDS = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with the place of a name in it."""

    before: str
    after: str


class Spellings:
    """Names of several spellings, and sentences of the press to put them in.

    Args:
        sentences: of the press.
        table: ``names.tsv`` or a file like it.
    """

    def __init__(self, sentences: Iterable[str], *, table: Path = _TABLE) -> None:
        self._names = [*_table_names(table)]
        known: dict[str, list[tuple[str, int]]] = {}  # by first word, longest name first
        for place, names in enumerate(self._names):
            for name in sorted(names, key=len, reverse=True):
                known.setdefault(_first_word(name), []).append((name.casefold(), place))
        self._listed = len(self._names)
        frames: list[list[Frame]] = [[] for _ in self._names]
        surnames: dict[str, int] = {}
        for sentence in sentences:
            for word in _CAPITALISED.finditer(sentence):
                for name, place in known.get(word[0].casefold(), ()):
                    end = word.start() + len(name)
                    if sentence[word.start() : end].casefold() == name and not sentence[end : end + 1].isalnum():
                        _keep(frames, place, sentence, (word.start(), end))
                        break
            for found in _SURNAME.finditer(sentence):
                surname = found[1]
                if surname not in surnames and (other := anglicised(surname)) != surname:
                    surnames[surname] = len(self._names)
                    self._names.append([surname, other])
                    frames.append([])
                if surname in surnames:
                    _keep(frames, surnames[surname], sentence, found.span(1))
        self._frames = frames
        self._borrowed = [frame for own in frames[: self._listed] for frame in own]

    def __len__(self) -> int:
        return len(self._names)

    @property
    def names(self) -> Sequence[Sequence[str]]:
        """The spellings of each name."""
        return self._names

    def sample(self, size: int, rng: np.random.Generator) -> tuple[list[str], list[str], np.ndarray]:
        """Pairs of texts: a name or a few words around it, and a sentence that spells it otherwise.

        Returns:
            Left texts, right texts and the number of each pair's name; of a name the press never
            writes, the sentence is another place's.
        """
        half = size // 2  # to the table, though most names are of the press
        table, every = rng.permutation(self._listed), rng.permutation(len(self._names))
        places = rng.permutation(np.append(np.resize(table, half), np.resize(every, size - half)))
        left, right = [], []
        for place in places:
            names = self._names[place]
            one, other = rng.choice(len(names), size=2, replace=False)
            own = self._frames[place] or self._borrowed
            if not own:
                left.append(names[one])
                right.append(names[other])
                continue
            frame = own[int(rng.integers(0, len(own)))]
            words = int(rng.integers(0, _WINDOW_WORDS))
            after = frame.after.split()[: int(rng.integers(0, _WINDOW_WORDS))]
            left.append(" ".join([*frame.before.split()[-words:][:words], names[one], *after]))
            right.append(frame.before + names[other] + frame.after)
        return left, right, places


def anglicised(surname: str) -> str:
    """A surname of French transliteration the way English spells it; itself where no rule applies."""
    new = _SOUND.sub(lambda found: _ANGLICISED[found[0].casefold()], surname)
    for old, with_ in _ENDINGS:
        new, changed = re.subn(old, with_, new)
        if changed:
            break
    return new[:1].upper() + new[1:]


def _table_names(table: Path) -> Iterable[list[str]]:
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, names, _, seats = line.split("\t")
            for group in (names.split("|"), *(seat.split("=") for seat in seats.split("|"))):
                if len(group) > 1:
                    yield [_title(name) for name in group]


def _title(name: str) -> str:
    return name.upper() if len(name) <= 4 else name.title()


def _first_word(name: str) -> str:
    return re.split(r"\W", name, maxsplit=1)[0].casefold()


def _keep(frames: list[list[Frame]], place: int, sentence: str, span: tuple[int, int]) -> None:
    if len(frames[place]) < _FRAMES_PER_NAME:
        frames[place].append(Frame(sentence[: span[0]], sentence[span[1] :]))
