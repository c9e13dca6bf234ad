"""Measures of a process of its own: processor time, peak memory, percentiles."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Costs:
    """What one system costs at one size. Times are of one core's work, waiting for other programs left out.

    Attributes:
        system: its name.
        articles: how many.
        rows: passages or chunks that are searched.
        build_s: from a folder of files to an index on disk.
        index_mb: of the index on disk.
        build_mb: most memory that the build held.
        load_s: from the index on disk to the first question.
        serve_mb: most memory held while questions were answered.
        search_ms: median and 95th percentile of a search.
        ask_ms: the same of an answer; None where the system has none.
        same_s: a build when nothing changed; None where the system can only build everything.
        one_new_s: a build when one article is new.
        extrapolated: whether the build was timed on a sample.
    """

    system: str
    articles: int
    rows: int
    build_s: float
    index_mb: float
    build_mb: float
    load_s: float
    serve_mb: float
    search_ms: tuple[float, float]
    ask_ms: tuple[float, float] | None = None
    same_s: float | None = None
    one_new_s: float | None = None
    extrapolated: bool = False


def seconds(work: Callable[[], object]) -> float:
    """Run something; return the processor time it took."""
    started = time.process_time()
    work()
    return time.process_time() - started


def percentiles(work: Callable[[str], object], questions: Sequence[str]) -> tuple[float, float]:
    """Return the median and the 95th percentile, in milliseconds, over questions; the first ones only warm up."""
    for question in questions[:3]:
        work(question)
    times = [seconds(lambda question=question: work(question)) * 1000 for question in questions]  # type: ignore[misc] # a lambda's default has no type
    return float(np.percentile(times, 50)), float(np.percentile(times, 95))


def peak_mb() -> float:
    """Return the most memory this process has held, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def disk_mb(folder: Path) -> float:
    """Return the size of the files below a folder, in megabytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def apart(step: str, **options: str | int) -> dict[str, float | list[float] | None]:
    """Run one step of this package in a process of its own, one thread; return what it printed.

    Raises:
        subprocess.CalledProcessError: if it fails.
    """
    arguments = [f"--{name}={value}" for name, value in options.items()]
    done = subprocess.run(
        [sys.executable, "-m", "eval.bench", f"--step={step}", *arguments],
        env={**os.environ, **ONE_THREAD, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "TQDM_DISABLE": "1"},
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, float | list[float] | None] = json.loads(done.stdout.decode("utf-8").splitlines()[-1])
    return found


def as_json(costs: Sequence[Costs]) -> str:
    """Return measures as a JSON array."""
    return json.dumps([asdict(one) for one in costs], ensure_ascii=False, indent=2) + "\n"
