"""Several searches as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Hit


def merged(found: Sequence[Sequence[Hit]]) -> tuple[Hit, ...]:
    """Return the hits of several searches for one question, each passage once, best first and ranked anew.

    Args:
        found: the hits of each search; their scores are comparable.
    """
    once = {hit.passage.id: hit for hits in reversed(found) for hit in hits}
    ordered = sorted(once.values(), key=lambda hit: (-hit.score, hit.passage.article_id, hit.passage.start))
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(ordered, start=1))
