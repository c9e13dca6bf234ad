"""What a collection of articles holds, in a line: how many, of which time, of which publishers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.answering.wording import date_in_words
from assistant.types import Article, Language

_MOST_NAMED = 8
_WORDS: Mapping[Language, tuple[str, str, str, str, str]] = {
    "fr": (
        "{count} articles de presse",
        "Un article de presse",
        "éditeur inconnu",
        "et {count} autres",
        ", par exemple",
    ),
    "en": ("{count} press articles", "One press article", "unknown publisher", "and {count} more", ", for example"),
}


def corpus_line(articles: Sequence[Article], shown: int, language: Language) -> str:
    """Return "5 articles de presse (1er mars 2016 – 31 mai 2018), Euronews (3), Le Monde (2), par exemple :".

    Args:
        articles: what may be quoted.
        shown: how many of them the lines after this one are of.
        language: of the line.
    """
    many, one, unknown, more, example = _WORDS[language]
    dated = sorted(
        (article.published for article in articles if article.published.date), key=lambda each: each.date or ""
    )
    ends = list(dict.fromkeys(date_in_words(each, language) for each in (*dated[:1], *dated[-1:])))
    said = one if len(articles) == 1 else many.format(count=len(articles))
    said += f" ({' – '.join(ends)})" if ends else ""
    counted = Counter(article.publisher or unknown for article in articles)
    ranked = sorted(counted.items(), key=lambda each: (-each[1], each[0] == unknown, each[0]))
    named = [f"{name} ({count})" if count > 1 else name for name, count in ranked[:_MOST_NAMED]]
    if len(ranked) > _MOST_NAMED:
        named.append(more.format(count=len(ranked) - _MOST_NAMED))
    said += f", {', '.join(named)}" if named else ""
    return said + (example if len(articles) > shown else "") + ("\u00a0:" if language == "fr" else ":")
