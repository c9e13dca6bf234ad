"""A build turns a folder into an index: the same bytes each time, nothing when nothing changed, or a clear refusal."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from assistant.errors import CorpusError, EncoderError, IndexDamagedError, IndexMismatchError, SavedIndexError
from assistant.indexing import store
from assistant.indexing.build import build_index
from assistant.indexing.index import load_index
from assistant.indexing.manifest import ARTICLES, FILES, PASSAGES, SCORES, TAILS, TERMS, VECTORS, FileRecord
from assistant.language.words import terms
from tests.indexing.corpora import ENCODER, article_text, build, contents, is_whole, load, snapshot, write_corpus
from tests.indexing.fake_encoder import FakeEncoder
from tests.indexing.faults import spawn, wait


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def index(corpus: Path, tmp_path: Path) -> Path:
    build(corpus, tmp_path / "index")
    return tmp_path / "index"


def test_an_index_holds_the_corpus(index: Path) -> None:
    loaded = load(index)

    assert list(loaded.articles) == ["article-0-0", "article-0-1", "article-0-2"]
    for article_id in loaded.articles:
        passages = loaded.passages_of(article_id)
        assert len(passages) > 1
        assert {passage.article_id for passage in passages} == {article_id}
        assert [loaded.passages[row] for row in loaded.rows_of(article_id)] == list(passages)
    assert is_whole(loaded)


def test_a_row_is_the_same_passage_everywhere(index: Path) -> None:
    loaded = load(index)

    for row, passage in enumerate(loaded.passages):
        text = loaded.text(passage)
        _, nearest = loaded.dense.search(ENCODER.encode([text], kind="query")[0], top_k=len(loaded.passages))
        lexical = loaded.lexical.scores(terms(text))
        same = [other for other in range(len(loaded.passages)) if loaded.text(loaded.passages[other]) == text]
        assert row in nearest[: len(same)]
        assert lexical[row] >= max(lexical) * 0.999


def test_articles_read_back_with_every_field(corpus: Path, index: Path) -> None:
    (corpus / "signed.md").write_text(
        "---\ntitle: Séisme à Izmir\npublisher: Euronews\nauthors: [A. Martin]\n---\n\n" + article_text(5, 8),
        encoding="utf-8",
    )
    report = build(corpus, index)

    loaded = load(index)
    again = load(index)

    assert report.articles == 4
    assert loaded.articles == again.articles
    assert loaded.articles["signed"].title == "Séisme à Izmir"
    assert loaded.articles["signed"].provenance["publisher"].basis == "stated"


def test_a_title_is_found_by_its_words_where_asked(corpus: Path, tmp_path: Path) -> None:
    (corpus / "titled.md").write_text("---\ntitle: Zanzibar\n---\n\n" + article_text(5, 8), encoding="utf-8")
    found = {}
    for with_title in (True, False):
        place = tmp_path / f"index {with_title}"
        build_index(
            corpus,
            place,
            encoder=ENCODER,
            max_tokens=60,
            overlap_sentences=1,
            lexical_title=with_title,
            dense_title=with_title,
        )
        loaded = load(place)
        found[with_title] = (loaded.lexical.document_frequency(terms("Zanzibar")[0]), loaded.dense.vectors)

    assert found[True][0] == len(load(tmp_path / "index True").passages_of("titled"))
    assert found[False][0] == 0
    assert not np.array_equal(found[True][1], found[False][1])


def test_two_builds_give_the_same_bytes(corpus: Path, index: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "corpus"
    shutil.copytree(corpus, moved)
    build(moved, tmp_path / "other index")

    assert contents(tmp_path / "other index") == contents(index)


def test_a_build_of_what_is_there_does_nothing_and_says_so(corpus: Path, index: Path) -> None:
    before = snapshot(index)

    report = build(corpus, index)

    assert report.unchanged
    assert (report.articles, report.passages) == (3, len(load(index).passages))
    assert snapshot(index) == before


def test_an_unchanged_build_removes_what_a_killed_one_left(corpus: Path, index: Path) -> None:
    before = snapshot(index)
    (index / ".generation.new").mkdir()
    (index / ".generation.new" / ARTICLES).write_bytes(b"half")
    (index / ".manifest.json.new").write_bytes(b"half")

    assert build(corpus, index).unchanged
    assert snapshot(index) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda corpus: (corpus / "article-0-1.txt").unlink(),
        lambda corpus: write_corpus(corpus, seed=9, articles=1),
        lambda corpus: (corpus / "article-0-1.txt").write_text(article_text(4, 10), encoding="utf-8"),
        lambda corpus: (corpus / "article-0-1.txt").rename(corpus / "renamed.txt"),
    ],
)
def test_a_changed_corpus_is_built_again(corpus: Path, index: Path, change: Callable[[Path], object]) -> None:
    before = load(index)
    change(corpus)

    report = build(corpus, index)

    assert not report.unchanged
    assert load(index).articles != before.articles
    assert load(index).manifest.corpus_sha256 != before.manifest.corpus_sha256
    assert len([path for path in index.iterdir() if path.is_dir()]) == 1


def test_other_parameters_are_built_again(corpus: Path, index: Path) -> None:
    assert not build(corpus, index, max_tokens=61).unchanged
    assert not build(corpus, index, max_tokens=61, encoder=FakeEncoder(seed=1)).unchanged
    assert build(corpus, index, max_tokens=61, encoder=FakeEncoder(seed=1)).unchanged


@pytest.mark.parametrize("name", [*FILES, store.MANIFEST])
def test_a_damaged_index_is_built_again_though_the_corpus_is_the_same(corpus: Path, index: Path, name: str) -> None:
    before = contents(index)
    (path,) = index.rglob(name)
    path.write_bytes(path.read_bytes()[:-1])

    assert not build(corpus, index).unchanged
    assert contents(index) == before


@pytest.mark.parametrize(
    "encoder",
    [FakeEncoder(dimension=17), FakeEncoder(seed=1), FakeEncoder(name="other")],
    ids=["dimension", "weights", "name"],
)
def test_another_encoder_is_refused(index: Path, encoder: FakeEncoder) -> None:
    with pytest.raises(IndexMismatchError, match="python -m assistant index --corpus"):
        load_index(index, encoder=encoder)


def test_other_passages_are_refused_where_they_matter(index: Path) -> None:
    load_index(index, encoder=ENCODER, max_tokens=60, overlap_sentences=1)
    with pytest.raises(IndexMismatchError, match="max_tokens 60"):
        load_index(index, encoder=ENCODER, max_tokens=120)
    with pytest.raises(IndexMismatchError, match="overlap_sentences 1"):
        load_index(index, encoder=ENCODER, overlap_sentences=0)


@pytest.mark.parametrize("version", ["splitter", "analysis"])
def test_an_index_of_another_version_is_refused(index: Path, version: Literal["splitter", "analysis"]) -> None:
    manifest, files = store.read(index)
    older = replace(manifest.recipe, splitter=0) if version == "splitter" else replace(manifest.recipe, analysis=0)
    store.save(index, replace(manifest, recipe=older), files)

    with pytest.raises(IndexMismatchError, match=f"{version} 0"):
        load(index)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (ARTICLES, b""),
        (ARTICLES, b"{}\n"),
        (ARTICLES, b"7\n"),
        (ARTICLES, b"[" * 100_000),
        (PASSAGES, b""),
        (PASSAGES, b"[]\n"),
        (PASSAGES, b'["unknown", "unknown#0", 0, 1]\n'),
        (PASSAGES, b'["article-0-0", "article-0-0#0", 0, 1000000]\n'),
        (PASSAGES, b'["article-0-0", "article-0-0#0", 5, 5]\n'),
        (PASSAGES, b'["article-0-0", "article-0-0#0", "0", "1"]\n'),
        (VECTORS, b""),
        (VECTORS, b"IxFI" + b"\xff" * 200),
        (TAILS, b""),
        (TAILS, b"\xff" * 200),
        (TERMS, b"[]"),
        (SCORES, b"\xff" * 100),
    ],
)
def test_a_forged_index_with_right_hashes_is_refused_not_followed(index: Path, name: str, data: bytes) -> None:
    manifest, files = store.read(index)
    forged = replace(manifest, files={**manifest.files, name: FileRecord.of(data)})
    store.save(index, forged, {**files, name: data})

    with pytest.raises(IndexDamagedError, match="python -m assistant index"):
        load(index)


def test_passages_out_of_order_are_refused(index: Path) -> None:
    manifest, files = store.read(index)
    data = b"".join(reversed(files[PASSAGES].splitlines(keepends=True)))
    store.save(
        index, replace(manifest, files={**manifest.files, PASSAGES: FileRecord.of(data)}), {**files, PASSAGES: data}
    )

    with pytest.raises(IndexDamagedError, match="order"):
        load(index)


def test_bad_files_are_reported_and_the_rest_is_built(corpus: Path, index: Path) -> None:
    (corpus / "empty.txt").write_bytes(b"")

    report = build(corpus, index)

    assert report.articles == 3
    assert len(report.problems) == 1
    assert "empty.txt" in str(report.problems[0])


def test_a_folder_without_an_article_keeps_the_old_index(index: Path, tmp_path: Path) -> None:
    before = snapshot(index)
    (tmp_path / "none").mkdir()

    with pytest.raises(CorpusError, match="none"):
        build(tmp_path / "none", index)
    assert snapshot(index) == before


def test_progress_is_told_to_its_end(corpus: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    build_index(
        corpus,
        tmp_path / "index",
        encoder=ENCODER,
        max_tokens=60,
        overlap_sentences=1,
        on_progress=lambda stage, done, total: told.append((stage, done, total)),
    )

    last = {stage: (done, total) for stage, done, total in told}
    assert list(last) == ["read", "split", "encode", "count", "save"]
    assert all(done == total > 0 for done, total in last.values())
    assert all(0 <= done <= total for _, done, total in told)


class WrongEncoder(FakeEncoder):
    """Returns what is no embedding."""

    def __init__(self, wrong: np.ndarray) -> None:
        super().__init__()
        self.wrong = wrong

    def encode(self, texts: Sequence[str], *, kind: Literal["query", "document"]) -> np.ndarray:
        return self.wrong


@pytest.mark.parametrize("wrong", [np.zeros((1, 16), np.float32), np.full((24, 16), np.nan, np.float32)])
def test_an_encoder_that_fails_keeps_the_old_index(corpus: Path, index: Path, wrong: np.ndarray) -> None:
    before = snapshot(index)
    write_corpus(corpus, seed=1)

    with pytest.raises(EncoderError, match="fake"):
        build(corpus, index, encoder=WrongEncoder(wrong))
    assert snapshot(index) == before


def test_a_folder_that_cannot_be_made_is_said_so(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(SavedIndexError, match="--index"):
        build(corpus, tmp_path / "file" / "index")


def test_a_read_only_index_is_served_and_never_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        build(write_corpus(folder / "corpus"), folder / "index")
        write_corpus(folder / "corpus", seed=1)
        before = snapshot(folder / "index")
        for path in [*folder.glob("index/**/*"), folder / "index"]:
            path.chmod(0o555)

        assert wait(spawn(serve_without_rights, folder)) == 0

        assert snapshot(folder / "index") == before
        for path in [folder / "index", *folder.glob("index/*")]:
            path.chmod(0o755)  # so that they can be removed


def serve_without_rights(folder: Path) -> None:
    build(folder / "corpus", folder / "other")  # imports what a build imports, while it can
    if os.geteuid() == 0:  # who may write anywhere
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    assert is_whole(load(folder / "index"))
    with pytest.raises(SavedIndexError, match="cannot be written"):
        build(folder / "corpus", folder / "index")
