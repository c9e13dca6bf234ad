"""A saved citation is found again after any new indexing, and says so when its article was edited."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.serialise import citation_to_json
from assistant.citing.saved import SavedCitation, read_saved, resolve
from assistant.errors import RequestError
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index
from assistant.types import Article, Citation
from eval.measures.quote_mutations import MUTATIONS
from eval.measures.quotes import quotes_of

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def saved(articles: Mapping[str, Article]) -> list[SavedCitation]:
    """Return 300 citations written to JSON and read again."""
    taken = quotes_of(articles, count=300)
    citations = [Citation(1, one.article, one.text, one.start, one.end) for one in taken]
    return read_saved(json.dumps([citation_to_json(one) for one in citations], ensure_ascii=False))


def _edited(article: Article, text: str) -> Article:
    return replace(article, text=text, sha256=sha256(text.encode()).hexdigest())


def test_other_passages_change_no_citation(saved: list[SavedCitation], tmp_path: Path) -> None:
    encoder = load_encoder(None)
    build_index(CORPUS, tmp_path / "index", encoder=encoder, max_tokens=40, overlap_sentences=0)
    index = load_index(tmp_path / "index", encoder=encoder, max_tokens=40, overlap_sentences=0)
    assert len(saved) == 300
    for one in saved:
        now = resolve(one, index.articles)
        assert (now.state, now.verdict.outcome) == ("same_place", "found")
        assert index.articles[str(now.article_id)].text[now.start : now.end] == one.quote


def test_an_edit_is_told_on_exactly_its_citations(saved: list[SavedCitation], articles: Mapping[str, Article]) -> None:
    name = sorted(articles)[1]
    text = "Rectificatif.\n\n" + articles[name].text.replace("une vingtaine de morts", "une trentaine de morts")
    edited = {**articles, name: _edited(articles[name], text)}
    assert edited[name].text != articles[name].text
    for one in saved:
        now = resolve(one, edited)
        assert now.state == ("text_changed" if one.article_id == name else "same_place")
        if "une vingtaine de morts" in one.quote:
            assert (now.start, now.verdict.outcome) == (None, "altered")
        else:
            assert edited[name if one.article_id == name else one.article_id].text[now.start : now.end] == one.quote
            assert now.verdict.found


def test_a_renamed_file_and_a_lost_one_are_told(saved: list[SavedCitation], articles: Mapping[str, Article]) -> None:
    first = saved[0]
    article = articles[first.article_id]
    others = {name: one for name, one in articles.items() if name != article.id}
    renamed = resolve(first, {**others, "z": replace(article, id="z")})
    assert (renamed.state, renamed.article_id, renamed.start) == ("moved", "z", first.start)
    lost = resolve(first, others)
    assert (lost.state, lost.article_id, lost.start) == ("gone", None, None)
    shifted = resolve(replace(first, start=first.start + 1, end=first.end + 1), articles)
    assert (shifted.state, shifted.start) == ("moved", first.start)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_saved_citation_that_was_tampered_with_is_refused(articles: Mapping[str, Article], name: str) -> None:
    for one in quotes_of(articles, count=40):
        other = next(two for two in quotes_of(articles, count=60) if two.article.id != one.article.id)
        mutated = MUTATIONS[name](one, other)
        if mutated is None or mutated[0] == one.text:
            continue
        citation = read_saved(json.dumps(citation_to_json(Citation(1, one.article, one.text, one.start, one.end))))[0]
        now = resolve(replace(citation, quote=mutated[0]), articles)
        assert not now.verdict.found
        assert now.state == "not_there"


def test_one_citation_a_list_and_an_answer_are_read(articles: Mapping[str, Article]) -> None:
    [one] = quotes_of(articles, count=1)
    written = citation_to_json(Citation(1, one.article, one.text, one.start, one.end))
    read = read_saved(json.dumps(written))
    assert read == read_saved(json.dumps([written])) == read_saved(json.dumps({"citations": [written], "answer": "…"}))
    assert read[0].quote == one.text
    assert (read[0].publisher, read[0].date) == (one.article.publisher, one.article.published.date)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"quote": None}, '"quote" is None'),
        ({"start": "1"}, "\"start\" is '1'"),
        ({"end": True}, '"end" is True'),
        ({"sha256": 3}, '"sha256" is 3'),
        ({"version": 2}, "version 2"),
    ],
)
def test_what_is_no_citation_is_told(articles: Mapping[str, Article], changes: dict[str, Any], told: str) -> None:
    [one] = quotes_of(articles, count=1)
    written = citation_to_json(Citation(1, one.article, one.text, one.start, one.end)) | changes
    with pytest.raises(RequestError, match=told):
        read_saved(json.dumps(written))


@pytest.mark.parametrize("text", ["", "{", "3", '["a"]', "null", "[" * 100_000])
def test_what_is_no_json_of_a_citation_is_told(text: str) -> None:
    with pytest.raises(RequestError, match="expected"):
        read_saved(text)
