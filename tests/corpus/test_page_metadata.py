"""Whole pages of invented papers: what each says of itself is read, and what it does not say stays unknown.

The first line of ``pages/*.txt`` may end in fields, each after `` ; ``: the publisher, the agency and the date that the
page states. A field that is not there must not be found.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.corpus.agencies import with_agency_apart
from assistant.corpus.metadata import infer_metadata

_FIELD = re.compile(r" ; (publisher|agency|date): ([^;]+?)(?= ;|$)")
PAGES = [
    path
    for path in sorted(Path(__file__).with_name("pages").glob("*.txt"))
    if _FIELD.search(path.read_text(encoding="utf-8").split("\n", 1)[0])
]


def test_there_are_pages_of_sites_that_no_list_knows() -> None:
    assert len(PAGES) >= 60


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_what_it_says_of_itself_and_no_more(path: Path) -> None:
    head, *rows = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    stated = dict(_FIELD.findall(head))
    headline = next(row[2:].lstrip("# ").removeprefix("Titre : ") for row in rows if row.startswith("="))
    metadata = with_agency_apart(infer_metadata("\n".join(row[2:] for row in rows)))
    found = (metadata.title, metadata.publisher, metadata.agency, metadata.published.date)
    assert found == (headline, *(stated.get(field) for field in ("publisher", "agency", "date")))
    how = metadata.provenance["publisher"]
    assert how.evidence
    assert (how.basis == "unknown") == (metadata.publisher is None)
