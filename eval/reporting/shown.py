"""What a report shows: the figures of a run, what they are held against, and the answers to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.measures.summary import Measured, Summary
from eval.reporting.wrong import Wrong


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the Markdown and the page are made of.

    Attributes:
        title: of the page.
        summaries: set of questions to its figures; ``all`` must be among them.
        wrong: the answers to look at.
        said: the figures of what is said, by whom and as of when; empty where they were not taken.
        floors: ``<set>.<measure>`` to the pinned floor; None where none is pinned for this data.
        last: the run before, as ``eval.reporting.report.contract`` wrote it.
        last_name: what that run is called.
        new: ids of the questions that the run before had right.
    """

    title: str
    summaries: Mapping[str, Summary]
    wrong: Sequence[Wrong] = ()
    said: Sequence[Measured] = ()
    floors: Mapping[str, float] | None = None
    last: Mapping[str, Any] | None = None
    last_name: str | None = None
    new: frozenset[str] = frozenset()
