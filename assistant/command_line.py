"""What can be typed: the commands and their options."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from assistant.settings import DEFAULTS

FORMATS = ("text", "json", "markdown", "bibtex", "csl")


def parser() -> argparse.ArgumentParser:
    """Return the parser; what it returns names its command in ``command``."""
    whole = argparse.ArgumentParser(prog="assistant", description="Ask a folder of French news articles.")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")

    ask = commands.add_parser("ask", help="answer a question with citations")
    ask.add_argument("question", nargs="?", help="the question, French or English")
    ask.add_argument("--format", choices=FORMATS, default="text", help="what is printed; default: text")
    ask.add_argument("--json", dest="format", action="store_const", const="json", help="short for --format json")
    ask.add_argument("--batch", metavar="FILE.jsonl", help="answer one question a line; - for standard input")
    ask.add_argument("--llm-model", metavar="NAME", help="language model that words the answer; default: none")
    ask.add_argument("--llm-base-url", metavar="URL", help="its OpenAI-compatible address; default: Hugging Face")
    _add_search_options(ask)
    ask.set_defaults(command="ask")

    search = commands.add_parser("search", help="show the passages nearest to a question")
    search.add_argument("question", help="the question, French or English")
    search.add_argument("--json", action="store_true", help="print a JSON array of hits")
    _add_search_options(search)
    search.set_defaults(command="search")

    verify = commands.add_parser("verify", help="tell whether the articles say a quote")
    verify.add_argument("quote", nargs="?", help="the quote, with or without quotation marks")
    verify.add_argument(
        "--citation", metavar="FILE.json", help="verify what `ask --json` printed; - for standard input"
    )
    verify.add_argument("--article", metavar="ID", help="the article it is said to be from")
    verify.add_argument("--publisher", metavar="NAME", help="who is said to have published it")
    verify.add_argument("--date", metavar="YYYY-MM-DD", help="when it is said to be published; a year or month will do")
    verify.add_argument("--speaker", metavar="NAME", help="who is said to say it")
    verify.add_argument("--json", action="store_true", help="print a JSON object, for a file a JSON array")
    _add_index_options(verify)
    verify.set_defaults(command="verify")

    index = commands.add_parser("index", help="build the index of a folder of articles")
    index.add_argument("--corpus", type=Path, default=DEFAULTS.corpus_dir, metavar="DIR", help="folder of articles")
    _add_index_options(index)
    index.set_defaults(command="index")

    model = commands.add_parser("model", help="work with the shipped encoder")
    actions = model.add_subparsers(title="actions", required=True, metavar="ACTION")
    export = actions.add_parser("export", help="write the encoder as a sentence-transformers folder")
    export.add_argument("folder", type=Path, help="where to write it; made if it is not there")
    export.set_defaults(command="export")
    return whole


def _add_search_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="nothing published later")
    parser.add_argument("--since", metavar="DATE", help="nothing published earlier: a day, a month or a year")
    parser.add_argument("--until", metavar="DATE", help="nothing published later than this day, month or year")
    parser.add_argument("--publisher", action="append", default=[], metavar="NAME", help="only this one; may repeat")
    parser.add_argument("--top-k", type=int, default=DEFAULTS.top_k, metavar="N", help="passages shown")
    _add_index_options(parser)


def _add_index_options(parser: argparse.ArgumentParser) -> None:
    index = Path(os.environ.get("ASSISTANT_INDEX") or DEFAULTS.index_dir)
    parser.add_argument("--index", type=Path, default=index, metavar="DIR", help="folder of the index")
    parser.add_argument("--encoder", metavar="NAME", help="sentence-transformers name or folder; default: ours")
