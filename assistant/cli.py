"""The command line: parse, call, print. Exit status: 0 answered or done, 1 abstained or found nothing, 2 error."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from assistant.command_line import parser
from assistant.errors import AssistantError, RequestError
from assistant.settings import DEFAULTS

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.citing.saved import SavedCitation
    from assistant.types import Answer

ANSWERED, ABSTAINED, ERROR = 0, 1, 2
_HALF_PAIR = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # no byte that Python could not decode


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: as on the command line; None for the process's own.

    Returns:
        The exit status.
    """
    _speak_utf8()
    options = parser().parse_args(arguments)
    try:
        status = _COMMANDS[options.command](options)
        sys.stdout.flush()  # a reader that has gone is noticed here, not at exit
    except AssistantError as error:
        print(f"assistant: {error}", file=sys.stderr)
        return ERROR
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except OSError as error:
        print(f"assistant: {error.filename or 'input or output'}: {error.strerror or error}", file=sys.stderr)
        return ERROR
    return status


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale: the articles are French, and JSON is UTF-8.

    What is no character (half a surrogate pair) is written as its escape, which is JSON's own.
    """
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _ask(options: argparse.Namespace) -> int:
    from assistant.answering.language_model.endpoint import endpoint_from  # only a question pays for the search code
    from assistant.answering.serialise import answer_to_json
    from assistant.answering.wording import understanding
    from assistant.assistant import Assistant

    if (options.question is None) == (options.batch is None):
        raise RequestError('give a question or --batch FILE.jsonl: assistant ask "…"')
    if options.batch is not None and options.format not in ("text", "json"):
        raise RequestError(f"--format {options.format} is for one question; --batch prints JSON, an object a line")
    model = endpoint_from(os.environ, model=options.llm_model, base_url=options.llm_base_url)
    assistant = Assistant.load(options.index, encoder=options.encoder, model=model)
    if options.batch is not None:
        return _ask_batch(assistant, options)
    question = _as_typed(options.question)
    answer = assistant.ask(
        question,
        as_of=options.as_of,
        publishers=options.publisher,
        published_after=options.since,
        published_before=options.until,
        top_k=options.top_k,
    )
    if options.format == "json":
        _print_json(answer_to_json(answer, text_of=assistant.index.text))
    elif options.format != "text":
        _print_citations(answer, options.format)
    else:
        if understanding(answer):
            print(f"({understanding(answer)})")
        print("\n".join([answer.text, *(remark.text for remark in answer.remarks)]))
        if answer.note:
            print(f"assistant: {answer.note}", file=sys.stderr)
        for place, hit in enumerate(answer.hits if answer.abstained else ()):
            print(f"\n  ({place + 1}) {hit.passage.article_id}\n  {_one_line(assistant.index.text(hit.passage))}")
    return ABSTAINED if answer.abstained else ANSWERED


def _print_citations(answer: Answer, form: str) -> None:
    """Print what an answer cites, in one format; of an answer that cites nothing the reason goes to the errors."""
    from assistant.citing.export import citations_to_bibtex, citations_to_csl, citations_to_markdown

    if answer.abstained:
        print(f"assistant: {answer.text}", file=sys.stderr)
    elif form == "csl":
        _print_json(citations_to_csl(answer.citations))
    else:
        write = citations_to_markdown if form == "markdown" else citations_to_bibtex
        print(write(answer.citations, language=answer.language))


def _verify(options: argparse.Namespace) -> int:
    from assistant.assistant import Assistant
    from assistant.citing.serialise import resolution_to_json, verdict_to_json
    from assistant.language.detect import question_language

    claimed = {name: getattr(options, name) for name in ("article", "publisher", "date", "speaker")}
    if (options.quote is None) == (options.citation is None) or (options.citation and any(claimed.values())):
        raise RequestError('give a quote, or --citation FILE.json alone: assistant verify "…"')
    assistant = Assistant.load(options.index, encoder=options.encoder)
    if options.citation is None:
        quote = _as_typed(options.quote)
        claimed = {name: _as_typed(one) if one else one for name, one in claimed.items()}
        written = verdict_to_json(assistant.verify(quote, **claimed), language=question_language(quote))
        _print_json(written) if options.json else print(written["explanation"])
        return ANSWERED if written["found"] else ABSTAINED
    resolutions = [assistant.resolve(one) for one in _saved_citations(options.citation)]
    resolved = [resolution_to_json(one, language=question_language(one.saved.quote)) for one in resolutions]
    if options.json:
        _print_json(resolved)
    else:
        print("\n\n".join(one["explanation"] for one in resolved))
    return ANSWERED if resolved and all(one["found"] for one in resolved) else ABSTAINED


def _saved_citations(path: str) -> list[SavedCitation]:
    from assistant.citing.saved import read_saved

    with _open(path, what="citation file") as file:
        content = file.read()
    try:
        return read_saved(content.removeprefix("\ufeff"))
    except RequestError as error:
        raise RequestError(f"citation file {path}: {error}") from error


def _ask_batch(assistant: Assistant, options: argparse.Namespace) -> int:
    from assistant.answering.serialise import answer_to_json
    from assistant.batch import Unusable, read_batch

    status = ANSWERED
    with _open(options.batch) as lines:
        for request in read_batch(lines):
            try:
                if isinstance(request, Unusable):
                    raise RequestError(request.error)
                answer = assistant.ask(
                    request.question,
                    history=request.history,
                    as_of=request.as_of or options.as_of,
                    publishers=request.publishers or options.publisher,
                    published_after=request.since or options.since,
                    published_before=request.until or options.until,
                    top_k=options.top_k,
                )
                _print_json(answer_to_json(answer, text_of=assistant.index.text, id=request.id))
            except RequestError as error:
                _print_json({"id": request.id, "error": str(error)})
                print(f"assistant: {options.batch}: {error}", file=sys.stderr)
                status = ERROR
    return status


def _search(options: argparse.Namespace) -> int:
    from assistant.answering.serialise import hit_to_json
    from assistant.assistant import Assistant

    assistant = Assistant.load(options.index, encoder=options.encoder)
    question = _as_typed(options.question)
    hits = assistant.search(
        question,
        as_of=options.as_of,
        publishers=options.publisher,
        published_after=options.since,
        published_before=options.until,
        top_k=options.top_k,
    )
    if options.json:
        _print_json([hit_to_json(hit, text_of=assistant.index.text) for hit in hits])
    else:
        for hit in hits:
            print(f"{hit.rank:2d}  {hit.score:.3f}  {hit.passage.id}")
            print(f"    {_one_line(assistant.index.text(hit.passage))}")
    return ANSWERED if hits else ABSTAINED


def _index(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from assistant.indexing.build import build_index
    from assistant.indexing.encoder import load_encoder

    with tqdm(total=0, unit="", leave=False, disable=not sys.stderr.isatty()) as bar:
        shown = ""

        def show(stage: str, done: int, total: int) -> None:
            nonlocal shown
            if stage != shown:
                bar.set_description(stage, refresh=False)
                bar.reset(total)
                shown = stage
            bar.update(done - bar.n)  # draws ten times a second at most

        report = build_index(
            options.corpus,
            options.index,
            encoder=load_encoder(options.encoder),
            max_tokens=DEFAULTS.max_tokens,
            overlap_sentences=DEFAULTS.overlap_sentences,
            on_progress=show,
        )
    for problem in report.problems:
        print(f"assistant: {problem}", file=sys.stderr)
    what = "unchanged" if report.unchanged else f"built in {report.seconds:.1f} s"
    print(f"{options.index}: {report.articles} articles, {report.passages} passages, {what}")
    return ERROR if report.problems else ANSWERED


def _export(options: argparse.Namespace) -> int:
    from assistant.indexing.export import export_sentence_transformers

    export_sentence_transformers(options.folder)
    print(f"{options.folder}: SentenceTransformer({str(options.folder)!r}) loads it")
    return ANSWERED


def _as_typed(argument: str) -> str:
    """Return an argument read as UTF-8, as terminals send it, where the locale knows no more than ASCII."""
    escaped = not _HALF_PAIR.search(argument)
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") if escaped else argument


def _open(path: str, *, what: str = "batch file") -> TextIO:
    if path == "-":
        return sys.stdin
    try:
        return Path(path).open(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise RequestError(f"{what} {path}: {error.strerror}") from error


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "ask": _ask,
    "search": _search,
    "verify": _verify,
    "index": _index,
    "export": _export,
}
