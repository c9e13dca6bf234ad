"""Citations for elsewhere: Markdown, BibTeX and CSL-JSON. What is unknown is left out, never made up.

The JSON of a citation, which lasts and can be verified later, is made by
:func:`assistant.answering.serialise.citation_to_json`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from assistant.answering.wording import source_in_words
from assistant.citing.fragment import fragment_url
from assistant.types import Article, Citation, Language

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LIST = re.compile(r"^(\s*\d*)([-+.)])")  # what would make a list or a heading of a line
# A brace is written by name: BibTeX counts braces, escaped ones too.
_TEX: Mapping[str, str] = MappingProxyType(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    }
)  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_INFERRED: Mapping[Language, str] = MappingProxyType({"fr": "date déduite", "en": "inferred date"})
_WITH: Mapping[Language, str] = MappingProxyType({"fr": "avec", "en": "with"})
_CHARACTERS: Mapping[Language, str] = MappingProxyType({"fr": "caractères", "en": "characters"})


def citations_to_markdown(citations: Sequence[Citation], *, language: Language) -> str:
    """Return citations as Markdown quotations, each with its source under it."""
    return "\n\n".join(_markdown(one, language) for one in citations)


def citations_to_bibtex(citations: Sequence[Citation], *, language: Language) -> str:
    """Return the cited articles as BibTeX, one entry each, with their quotes; UTF-8, for bibtex and biblatex alike."""
    cited: dict[str, list[Citation]] = {}
    for one in citations:
        cited.setdefault(one.article.id, []).append(one)
    keys = _keys([group[0].article for group in cited.values()])
    return "\n\n".join(_bibtex(keys[name], group, language) for name, group in cited.items())


def citations_to_csl(citations: Sequence[Citation]) -> list[dict[str, Any]]:
    """Return citations as CSL-JSON, an item each, as Zotero and citeproc read it."""
    return [_csl(one) for one in citations]


def _markdown(citation: Citation, language: Language) -> str:
    article = citation.article
    lines = "\n".join(f"> {_in_markdown(line)}" if line else ">" for line in citation.quote.split("\n"))
    parts = [_in_markdown(citation.speaker)] if citation.speaker and citation.speaker not in citation.quote else []
    address = fragment_url(article.url, article.text, citation.start, citation.end)
    title = _in_markdown(" ".join(article.title.split())) if article.title else None
    if title:
        parts.append(f"[*{title}*](<{address}>)" if address else f"*{title}*")
    source = _in_markdown(source_in_words(article, language))
    parts.append(f"[{source}](<{address}>)" if address and not title else source)
    parts += [_in_markdown(", ".join(article.authors))] if article.authors else []
    place = f"`{article.id}`, {_CHARACTERS[language]} {citation.start}–{citation.end}, sha256 `{article.sha256}`"
    return f"{lines}\n>\n> — {', '.join(parts)}  \n> {place}"


def _in_markdown(text: str) -> str:
    return _LIST.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


def _keys(articles: Sequence[Article]) -> dict[str, str]:
    """Return a key for each article: publisher and date where they are known, a letter where two would be the same."""
    plain = {
        one.id: re.sub(r"[^a-z0-9]+", "-", _ascii(f"{one.publisher or one.id} {one.published.date or ''}")).strip("-")
        for one in articles
    }
    counted: dict[str, int] = {}
    keys: dict[str, str] = {}
    for name, key in plain.items():
        counted[key] = counted.get(key, 0) + 1
        keys[name] = (key or "article") + (f"-{counted[key]}" if counted[key] > 1 else "")
    return keys


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _bibtex(key: str, citations: Sequence[Citation], language: Language) -> str:
    article = citations[0].article
    published = article.published
    year, month, *_ = [*(published.date or "").split("-"), "", ""]
    notes = [f"{_WITH[language]} {article.agency}"] if article.agency else []
    notes += [f"{_INFERRED[language]} : {published.evidence}"] if published.basis == "inferred" else []
    quotes = " ".join(f"«\u00a0{one.quote}\u00a0» [{one.start}–{one.end}]" for one in citations)
    fields = {
        "title": f"{{{_in_tex(article.title)}}}" if article.title else "",
        "author": " and ".join(_author(name) for name in article.authors),
        "journal": _in_tex(article.publisher or ""),
        "year": year,
        "month": _MONTHS[int(month) - 1] if month else "",
        "date": published.date or "",
        "url": _url(article.url),
        "langid": {"fr": "french", "en": "english"}.get(article.language, ""),
        "note": _in_tex("; ".join(notes)),
        "annote": _in_tex(f"{quotes} sha256:{article.sha256}"),
    }
    kind = "article" if article.publisher else "misc"
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}"


def _in_tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in text.replace("\n", " "))


def _author(name: str) -> str:
    """Return a name; one that BibTeX would read as several, or as "family, given", is kept whole by braces."""
    written = _in_tex(name)
    return f"{{{written}}}" if re.search(r",|\band\b", name) else written


def _url(url: str | None) -> str:
    """Return an address with the characters that end a BibTeX field percent-encoded."""
    return "".join({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}.get(char, char) for char in url or "")


def _csl(citation: Citation) -> dict[str, Any]:
    article = citation.article
    item: dict[str, Any] = {
        "id": f"{article.id}:{citation.start}-{citation.end}",
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.publisher,
        "author": [{"literal": name} for name in article.authors],
        "issued": _issued(article),
        "source": article.agency,
        "URL": fragment_url(article.url, article.text, citation.start, citation.end),
        "language": article.language,
        "note": f"«\u00a0{citation.quote}\u00a0»",
        "custom": {
            "quote": citation.quote,
            "start": citation.start,
            "end": citation.end,
            "sha256": article.sha256,
            "speaker": citation.speaker,
            "modality": citation.modality,
        },
    }
    return {name: value for name, value in item.items() if value}


def _issued(article: Article) -> dict[str, Any]:
    """Return the date in as many parts as are known; one that was worked out is marked as about right."""
    published = article.published
    if published.date is None:
        return {}
    issued: dict[str, Any] = {"date-parts": [[int(part) for part in published.date.split("-")]]}
    return issued | ({"circa": True} if published.basis == "inferred" else {})
