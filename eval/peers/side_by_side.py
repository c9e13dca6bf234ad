"""Ask every peer the same questions in turn, so that whatever else the machine does slows them all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from eval.asking.records import Record
from eval.asking.runner import Asked, run
from eval.datasets.dataset import Question


def side_by_side(
    questions: Sequence[Question],
    peers: Mapping[str, Asked],
    *,
    texts: dict[str, str] | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> dict[str, tuple[Record, ...]]:
    """Return each peer's records, in the order of the questions.

    A question is put to all before the next one is; who is asked first goes round. Before the clock counts, each is
    asked the first question once, since a first call may load something.

    Args:
        questions: what to ask.
        peers: who is asked, by name.
        texts: article id to cleaned text, for the best passage that a record keeps.
        on_progress: called with the number of questions that all have been asked.
    """
    names = list(peers)
    for name in names:
        run(questions[:1], peers[name])
    records: dict[str, list[Record]] = {name: [] for name in names}
    for done, question in enumerate(questions, 1):
        first = done % len(names)
        for name in names[first:] + names[:first]:
            records[name] += run((question,), peers[name], texts=texts)
        if on_progress is not None:
            on_progress(done)
    return {name: tuple(kept) for name, kept in records.items()}
