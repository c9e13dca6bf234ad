"""The title of an article, read above its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from assistant.corpus.headline import could_be_headline, headline
from assistant.corpus.outlets import HEADLINE_SUFFIX, is_known
from assistant.corpus.paragraphs import Paragraph, paragraphs, split_lines
from assistant.corpus.verdicts import LineVerdict
from assistant.types import Provenance

_LABELLED = re.compile(r"[\s*_]*(?:Titre|TITRE|Title|Headline)[ *_]*:[ *_]*(?P<title>\S.{5,240})$")


def find_title(text: str, verdicts: Mapping[int, LineVerdict]) -> tuple[str, Provenance] | None:
    """Take the Markdown headline, the line repeated above the text, or the first line that stands alone there."""
    head = _head(text, verdicts)
    heading = next((unit for unit, _ in head if re.match(r"#\s+\S", unit.text)), None)
    if heading is not None:
        return heading.text.lstrip("# ").strip(), Provenance("stated", "titre Markdown (#)")
    labelled = next((match for unit, _ in head if (match := _LABELLED.match(unit.text))), None)
    if labelled is not None:
        return _tidy_title(labelled["title"]), Provenance("stated", "ligne « Titre : » en tête du texte enregistré")
    lines = [unit for unit, kept in head if kept and could_be_headline(unit)]
    counts = Counter(unit.plain for unit, _ in head)
    suffixed = {suffix["title"] for unit, _ in head if (suffix := HEADLINE_SUFFIX.fullmatch(unit.plain))}
    repeated = next((unit for unit in lines if counts[unit.plain] > 1 or unit.plain in suffixed), None)
    if repeated is not None:
        return _tidy_title(repeated.text), Provenance("stated", "ligne répétée en tête du texte enregistré")
    alone = headline(lines)
    if alone is None:
        return None
    return _tidy_title(alone.text), Provenance("stated", "première ligne isolée avant le texte")


def _tidy_title(line: str) -> str:
    """Return a headline without marks around it and without the outlet's name after it."""
    title = " ".join(line.strip("*_ ").split())
    suffix = HEADLINE_SUFFIX.fullmatch(title)
    return suffix["title"] if suffix and is_known(suffix["name"]) else title


def _head(text: str, verdicts: Mapping[int, LineVerdict]) -> list[tuple[Paragraph, bool]]:
    """Return the paragraphs above the article's first, each with whether it stays; none when there is no first."""
    head: list[tuple[Paragraph, bool]] = []
    for unit in paragraphs(split_lines(text)):
        kept = verdicts[unit.start + 1].keep
        if kept and unit.strong:
            return head
        head.append((unit, kept))
    return []
