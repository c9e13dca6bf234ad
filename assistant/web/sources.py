"""The panel beside the chat: one card for each source, with its passage, and the article to read at that place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.wording import date_in_words, publisher_in_words, speaker_in_words
from assistant.citing.export import citations_to_markdown
from assistant.types import Answer, Article, Citation, Language, Modality
from assistant.web.excerpts import around, paragraphs, reading_window
from assistant.web.markup import escaped, label, plain, quoted, shortened, web_address
from assistant.web.session import Exchange, Session
from assistant.web.texts import TEXTS

NEAREST = 3  # passages offered with a refusal
LISTED = 8  # articles listed before anything is asked
OPENING = 70  # characters that stand for a title an article lacks


@dataclass(frozen=True, slots=True)
class Source:
    """A place in an article, shown as one card.

    Attributes:
        anchor: ends the ids of the card and its reader; unique on the page.
        number: of the citation; None for a passage that is near but does not answer.
        back: id of the answer it belongs to.
    """

    anchor: str
    article: Article
    start: int
    end: int
    back: str
    number: int | None = None
    speaker: str | None = None
    modality: Modality | None = None


def citation_anchor(exchange: int, number: int) -> str:
    """Return the anchor of a citation's card; ``source-`` before it is the card's id."""
    return f"{exchange}-{number}"


def sources_of(exchange: Exchange, articles: Mapping[str, Article]) -> tuple[Source, ...]:
    """Return the sources of an answered exchange: its citations, or the nearest passages when it abstains."""
    answer, back = exchange.answer, f"exchange-{exchange.number}"
    if answer is None:
        return ()
    if not answer.abstained:
        return tuple(
            Source(
                citation_anchor(exchange.number, one.number),
                one.article,
                one.start,
                one.end,
                back,
                one.number,
                one.speaker,
                one.modality,
            )
            for one in answer.citations
        )
    return tuple(
        Source(f"{exchange.number}-near-{hit.rank}", articles[hit.passage.article_id], hit.passage.start,
               hit.passage.end, back)
        for hit in answer.hits[:NEAREST]
    )  # fmt: skip


def sources_html(session: Session, articles: Mapping[str, Article], listing: str) -> str:
    """Return the panel: the sources of the last answer, those of earlier ones folded, or the corpus before any.

    Args:
        session: the conversation.
        articles: by id.
        listing: what :func:`corpus_html` gives for the session's language.
    """
    exchanges = [exchange for exchange in session.exchanges if sources_of(exchange, articles)]
    if not exchanges:
        return listing
    language, texts = session.language, TEXTS[session.language]
    *earlier, last = exchanges
    answer = last.answer
    refused = isinstance(answer, Answer) and answer.abstained
    heading = texts.nearest if refused else texts.sources
    note = f'<p class="note">{escaped(texts.nearest_note)}</p>' if refused else ""
    parts = [f'<h2 class="panel-title">{escaped(heading)}</h2>', note, _cards(sources_of(last, articles), language)]
    for exchange in reversed(earlier):
        summary = texts.earlier_sources.format(question=shortened(exchange.question, max_chars=80))
        cards = _cards(sources_of(exchange, articles), language)
        parts.append(f'<details class="earlier"><summary>{label(summary)}</summary>{cards}</details>')
    return f'<div class="panel" lang="{language}">{"".join(parts)}</div>'


def _cards(sources: Iterable[Source], language: Language) -> str:
    return "".join(card_html(source, language) for source in sources)


def title_html(article: Article, language: Language) -> str:
    """Return the title, or "Sans titre" with the article's opening words."""
    if article.title is not None:
        return f'<span lang="{_lang(article)}">{label(article.title)}</span>'
    opening, untitled = shortened(article.text[: 4 * OPENING], max_chars=OPENING), TEXTS[language].untitled
    return (
        f'<span class="untitled">{escaped(untitled)}</span> '
        f'<span class="opening" lang="{_lang(article)}">{label(opening)}</span>'
    )


def byline_html(article: Article, language: Language) -> str:
    """Return publisher, agency, authors and date on one line."""
    parts = [f'<span class="publisher">{label(publisher_in_words(article, language))}</span>']
    if article.authors:
        parts.append(label(TEXTS[language].by.format(authors=", ".join(article.authors))))
    parts.append(f'<span class="date">{escaped(date_in_words(article.published, language))}</span>')
    return f'<p class="byline">{"<span class=dot> · </span>".join(parts)}</p>'


def evidence_html(article: Article, language: Language) -> str:
    """Return "date déduite : …" with the reason, or nothing when the date is stated or unknown."""
    published = article.published
    if published.basis != "inferred":
        return ""
    return f'<p class="evidence">{label(TEXTS[language].date_inferred.format(evidence=published.evidence))}</p>'


def attribution_html(speaker: str | None, modality: Modality | None, language: Language) -> str:
    """Return whose words a quote is and how firmly they are reported; nothing when the publisher just says so."""
    texts = TEXTS[language]
    parts = [texts.said_by.format(speaker=plain(speaker_in_words(speaker, language)))] if speaker else []
    if modality is not None and modality in texts.not_asserted:
        parts.append(texts.not_asserted[modality])
    line = " · ".join(parts)
    return f'<p class="attribution">{label(line[:1].upper() + line[1:])}</p>' if line else ""


def card_html(source: Source, language: Language) -> str:
    """Return the card of one source, and the reader it opens."""
    article, texts = source.article, TEXTS[language]
    low, high = around(article.text, source.start, source.end)
    spans = paragraphs(article.text, low, high)
    passage = "".join(_paragraph(article.text, a, b, source.start, source.end) for a, b in spans)
    number = "" if source.number is None else f'<span class="number">{source.number}</span>'
    address = web_address(article.url)
    link = (
        f'<a class="original" href="{escaped(address)}" target="_blank" rel="noopener noreferrer nofollow">'
        f"{escaped(texts.original)}<span aria-hidden=true> ↗</span></a>"
        if address
        else ""
    )
    return (
        f'<article class="source{" near" if source.number is None else ""}" id="source-{source.anchor}" tabindex="-1">'
        f"<header>{number}<h3>{title_html(article, language)}</h3></header>"
        f"{byline_html(article, language)}"
        f'<blockquote lang="{_lang(article)}">{passage}</blockquote>'
        f"{attribution_html(source.speaker, source.modality, language)}{evidence_html(article, language)}"
        f'<footer><button type="button" class="read" data-opens="reader-{source.anchor}" aria-haspopup="dialog">'
        f"{escaped(texts.read_article)}</button>{copy_html(source, language)}{link}"
        f'<a class="back" href="#{source.back}">{escaped(texts.back_to_answer)}</a></footer>'
        f"{reader_html(source.anchor, article, source.start, source.end, language)}</article>"
    )


def copy_html(source: Source, language: Language) -> str:
    """Return the button that copies a citation as Markdown, source and all; nothing for a passage that is none."""
    if source.number is None:
        return ""
    article, texts = source.article, TEXTS[language]
    quote = article.text[source.start : source.end]
    citation = Citation(source.number, article, quote, source.start, source.end, source.speaker, source.modality)
    markdown = escaped(citations_to_markdown([citation], language=language))
    return (
        f'<button type="button" class="copy" data-copies="{markdown}"'
        f' data-copied="{escaped(texts.copied)}">{escaped(texts.copy)}</button>'
    )


def reader_html(anchor: str, article: Article, start: int, end: int, language: Language) -> str:
    """Return the dialog in which an article is read, the span marked; an empty span marks nothing."""
    texts, reader = TEXTS[language], f"reader-{anchor}"
    low, high = reading_window(article.text, start, end)
    cut = f'<p class="note">{escaped(texts.cut)}</p>' if (low, high) != (0, len(article.text)) else ""
    body = "".join(_paragraph(article.text, a, b, start, end) for a, b in paragraphs(article.text, low, high))
    return (
        f'<dialog class="reader" id="{reader}" aria-labelledby="{reader}-title">'
        f'<div class="reader-head"><div><h2 id="{reader}-title">{title_html(article, language)}</h2>'
        f"{byline_html(article, language)}</div>"
        f'<button type="button" class="close" data-closes="{reader}">{escaped(texts.close)}</button></div>'
        f'<div class="reader-body" tabindex="0" lang="{_lang(article)}" aria-labelledby="{reader}-title" role="region">'
        f"{cut}{body}</div></dialog>"
    )


def _paragraph(text: str, low: int, high: int, start: int, end: int) -> str:
    """Return one line of an article as a paragraph, with the part of the marked span that lies in it."""
    first, last = max(low, start), min(high, end)
    if first >= last:
        return f"<p>{quoted(text[low:high])}</p>"
    return f"<p>{quoted(text[low:first])}<mark>{quoted(text[first:last])}</mark>{quoted(text[last:high])}</p>"


def corpus_html(articles: Sequence[Article], language: Language) -> str:
    """Return the panel before anything is asked: the articles, most recent first, each to be read."""
    texts = TEXTS[language]
    # Cut before sorting text: only the dates are compared, so a large corpus costs little.
    ordered = sorted(sorted(articles, key=lambda one: one.id), key=lambda one: one.published.date or "", reverse=True)
    items = "".join(
        f'<li><h3><button type="button" data-opens="reader-corpus-{n}" aria-haspopup="dialog">'
        f"{title_html(article, language)}</button></h3>{byline_html(article, language)}"
        f"{reader_html(f'corpus-{n}', article, 0, 0, language)}</li>"
        for n, article in enumerate(ordered[:LISTED], start=1)
    )
    rest = len(ordered) - LISTED
    more = f'<p class="note">{escaped(texts.corpus_rest.format(count=rest))}</p>' if rest > 0 else ""
    return (
        f'<div class="panel" lang="{language}"><h2 class="panel-title">{escaped(texts.corpus)}</h2>'
        f'<ul class="corpus">{items}</ul>{more}</div>'
    )


def _lang(article: Article) -> str:
    return escaped(article.language)
