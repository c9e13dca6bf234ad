"""The page as pure functions: a session in, safe HTML out. Nothing of an article or a visitor gets in unescaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.wording import (
    BY_MODEL,
    heading_of,
    publisher_in_words,
    source_in_words,
    speaker_in_words,
    statement_text,
    understanding,
)
from assistant.types import Answer, Article, Citation, Language, Statement
from assistant.web.markup import escaped, label, plain, quoted
from assistant.web.session import Exchange, Session
from assistant.web.sources import citation_anchor
from assistant.web.texts import TEXTS

MOST_PUBLISHERS = 4  # named in the masthead; more are counted


def masthead_html(articles: Sequence[Article], language: Language) -> str:
    """Return the head of the page: its name, what it promises, and what it has read."""
    texts = TEXTS[language]
    count = texts.one_article if len(articles) == 1 else texts.article_count.format(count=len(articles))
    names = sorted({article.publisher for article in articles if article.publisher})
    unknown = sum(article.publisher is None for article in articles)
    facts = [count]
    facts += names if len(names) <= MOST_PUBLISHERS else [texts.publisher_count.format(count=len(names))]
    facts += [texts.unknown_publisher_count.format(count=unknown)] if unknown else []
    return (
        f'<div class="masthead" lang="{language}"><h1>{escaped(texts.name)}</h1>'
        f'<p class="tagline">{escaped(texts.tagline)}</p>'
        f'<p class="facts">{" · ".join(label(fact) for fact in facts)}</p></div>'
    )


def conversation_html(session: Session, *, shown: int | None = None) -> str:
    """Return the conversation, oldest exchange first, or the welcome before any.

    Args:
        session: the conversation.
        shown: how many characters of the last answer are shown so far; None for all.
    """
    language, texts = session.language, TEXTS[session.language]
    if not session.exchanges:
        return (
            f'<div class="welcome" lang="{language}"><h2>{escaped(texts.welcome_title)}</h2>'
            f"<p>{escaped(texts.welcome)}</p></div>"
        )
    *earlier, last = session.exchanges
    parts = [_exchange(exchange, language, shown=None) for exchange in earlier]
    parts.append(_exchange(last, language, shown=shown))
    return f'<div class="exchanges" lang="{language}">{"".join(parts)}</div>'


def _exchange(exchange: Exchange, language: Language, *, shown: int | None) -> str:
    texts, answer = TEXTS[language], exchange.answer
    if answer is None:
        said = f'<p class="searching">{escaped(texts.searching)}</p>'
    else:
        said = _understood(answer, language) + answer_html(answer, exchange.number, language, shown=shown)
    streaming = "" if shown is None and answer is not None else " streaming"
    return (
        f'<section class="exchange{streaming}" id="exchange-{exchange.number}" tabindex="-1">'
        f'<h2 class="question">{quoted(exchange.question)}</h2>{said}</section>'
    )


def _understood(answer: Answer, language: Language) -> str:
    understood = understanding(answer)
    if not understood:
        return ""
    return f'<p class="understood">{label(TEXTS[language].understood_as.format(question=understood))}</p>'


def answer_length(answer: Answer) -> int:
    """Return how many characters an answer has on the page, for showing it bit by bit."""
    return len(answer.text) if answer.abstained else sum(len(_body(answer, one)) for one in answer.statements)


def answer_html(answer: Answer, exchange: int, language: Language, *, shown: int | None = None) -> str:
    """Return an answer: its statements with their numbered sources, or the refusal in the question's language.

    Args:
        answer: the answer.
        exchange: its exchange's number.
        language: of the page.
        shown: how many characters are shown so far; None for all.
    """
    left = answer_length(answer) if shown is None else shown
    if answer.abstained:
        kind = "talk" if answer.reason == "small_talk" else "refusal"
        return (
            f'<div class="answer {kind}" lang="{answer.language}"><p>{escaped(_head(answer.text, left))}</p>'
            + f"{_remarks(answer, exchange, language)}</div>"
        )
    lead = _lead(answer)
    parts = [f'<p class="lead" lang="{answer.language}">{label(lead)}</p>'] if lead else []
    for statement in answer.statements:
        if left <= 0:
            break
        body = _body(answer, statement)
        parts.append(_statement(answer, statement, _head(body, left), exchange, language, whole=len(body) <= left))
        left -= len(body)
    parts.append(_remarks(answer, exchange, language) if shown is None else "")
    if answer.note and shown is None:
        parts.append(f'<p class="made" lang="{answer.language}">{escaped(answer.note)}</p>')
    return f'<div class="answer">{"".join(parts)}</div>'


def _lead(answer: Answer) -> str:
    """Return the line that an answer opens with before its first statement, where it has one."""
    lead, found, _ = answer.text.partition(answer.statements[0].text)
    return lead.strip() if found else ""


def _head(text: str, length: int) -> str:
    """Return text up to a length, cut after a word."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0]


def _cited(answer: Answer, statement: Statement) -> list[Citation]:
    return [citation for citation in answer.citations if citation.number in statement.citations]


def _heading(answer: Answer, statement: Statement) -> str | None:
    """Return what stands over a statement that says nothing but its quotes and their source; None for another one."""
    cited = _cited(answer, statement)
    if statement.text == "\n".join(one.quote for one in cited):
        return ""
    return heading_of(statement.text, statement_text(cited, answer.language))


def _body(answer: Answer, statement: Statement) -> str:
    """Return what a statement says beyond naming its source: the quotes alone, a line each, where that is all it is."""
    if _heading(answer, statement) is not None:
        return "\n".join(citation.quote for citation in _cited(answer, statement))
    return statement.text


def _statement(
    answer: Answer, statement: Statement, body: str, exchange: int, language: Language, *, whole: bool
) -> str:
    cited = _cited(answer, statement)
    if statement.wording == "model":
        return _worded(answer, body, exchange, language, whole=whole)
    spoken = f'lang="{_language_of(cited, answer)}"'
    heading = _heading(answer, statement)
    if heading is not None:
        said = f'<p class="heading" lang="{answer.language}">{label(heading)}</p>' if heading else ""
        lines = _quote_lines(body, cited)
        said += "".join(f'<blockquote class="quote" {spoken}>{line}</blockquote>' for line in lines)
    else:
        said = f'<p class="said" {spoken}>{_with_quotes(body, cited)}</p>'
    sources = "".join(_source(citation, exchange, language) for citation in cited) if whole else ""
    return f'<figure class="statement">{said}<figcaption>{sources}</figcaption></figure>'


def _remarks(answer: Answer, exchange: int, language: Language) -> str:
    """Return what is said of the sources side by side, a line each."""
    return "".join(
        f'<p class="made remark" lang="{answer.language}">{_linked(plain(one.text), answer, exchange, language)}</p>'
        for one in answer.remarks
    )


def _linked(text: str, answer: Answer, exchange: int, language: Language) -> str:
    """Return words of the assistant's own, safe, with each number in brackets a link to its source."""
    titles = {str(one.number): _label_of(one, language) for one in answer.citations}
    return "".join(
        _link(int(part), titles[part], exchange) if place % 2 and part in titles else escaped(part)
        for place, part in enumerate(re.split(r"\[(\d+)\]", text))
    )


def _worded(answer: Answer, body: str, exchange: int, language: Language, *, whole: bool) -> str:
    """Return a language model's sentence: its numbers lead to the sources, and it says whose words it is."""
    mark = f"({BY_MODEL[answer.language]})"
    said = _linked(body.removesuffix(mark).rstrip() if whole else body, answer, exchange, language)
    by = f'<figcaption><span class="by-model">{escaped(TEXTS[language].by_model)}</span></figcaption>' if whole else ""
    return f'<figure class="statement"><p class="said worded" lang="{answer.language}">{said}</p>{by}</figure>'


def _quote_lines(body: str, cited: Sequence[Citation]) -> Iterator[str]:
    """Yield the lines of quotes as HTML, the words that answer in bold.

    Args:
        body: the quotes, a line break after each, as far as they are shown.
        cited: whose quotes they are, in order.
    """
    at = 0
    marks = []
    for citation in cited:
        marks.append(_bold(citation, at))
        at += len(citation.quote) + 1
    low = 0
    for line in body.split("\n"):
        inside = [(start - low, end - low) for start, end in marks if start < low + len(line) and low < end]
        yield quoted(line, bold=inside[0] if inside else (0, 0))
        low += len(line) + 1


def _bold(citation: Citation, at: int = 0) -> tuple[int, int]:
    """Return where the words that answer are, when the quote begins at an offset; an empty span without any."""
    if citation.answer_span is None:
        return (0, 0)
    start, end = citation.answer_span
    return (start - citation.start + at, end - citation.start + at)


def _language_of(cited: Sequence[Citation], answer: Answer) -> str:
    return escaped(cited[0].article.language if cited else answer.language)


def _with_quotes(body: str, cited: Sequence[Citation]) -> str:
    """Return a statement's text with each of its quotes set apart."""
    for citation in cited:
        before, found, after = body.partition(citation.quote)
        if found:
            said = quoted(found, bold=_bold(citation))
            return f'{_with_quotes(before, cited)}<q class="inline">{said}</q>{_with_quotes(after, cited)}'
    return escaped(body)


def _source(citation: Citation, exchange: int, language: Language) -> str:
    """Return the line under a quote: the numbered link to its card, whose words, publisher and date."""
    speaker = ""
    if citation.speaker and citation.speaker not in citation.quote:
        name = plain(speaker_in_words(citation.speaker, language))
        speaker = " · " + label(TEXTS[language].said_by.format(speaker=name))
    link = _link(citation.number, _label_of(citation, language), exchange)
    return f'<span class="cited">{link}{label(source_in_words(citation.article, language))}{speaker}</span>'


def _label_of(citation: Citation, language: Language) -> str:
    title = plain(citation.article.title or publisher_in_words(citation.article, language))
    return escaped(TEXTS[language].citation_label.format(number=citation.number, title=title))


def _link(number: int, name: str, exchange: int) -> str:
    return f'<a class="cite" href="#source-{citation_anchor(exchange, number)}" aria-label="{name}">{number}</a>'


def notice_html(message: str, language: Language) -> str:
    """Return what is wrong with a question that was not asked, or nothing for an empty message."""
    return f'<p class="notice" role="alert" lang="{language}">{escaped(message)}</p>' if message else ""


def footer_html(language: Language) -> str:
    """Return the foot of the page."""
    return f'<div class="colophon" lang="{language}"><p>{escaped(TEXTS[language].footer)}</p></div>'


def unavailable_html(command: str, detail: str, language: Language) -> str:
    """Return the page that stands in when there is no index: what is missing and the command that mends it."""
    texts = TEXTS[language]
    return (
        f'<section class="unavailable" lang="{language}"><h2>{escaped(texts.unavailable_title)}</h2>'
        f"<p>{escaped(texts.unavailable)}</p><p>{escaped(texts.unavailable_command)}</p>"
        f"<pre><code>{escaped(command)}</code></pre>"
        f"<details><summary>{escaped(texts.unavailable_detail)}</summary><p>{escaped(detail)}</p></details></section>"
    )
