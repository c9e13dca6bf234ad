"""A build after a change redoes what changed, and its bytes are those of a build of everything."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.corpus.reader import read_corpus
from assistant.indexing import store
from assistant.indexing.build import index_articles
from assistant.indexing.kept import Kept, makers
from assistant.language.words import terms
from tests.indexing.corpora import article_text, build, contents, load, snapshot, write_corpus
from tests.indexing.fake_encoder import FakeEncoder

KEPT = ".kept"


class CountingEncoder(FakeEncoder):
    """Remembers what it encoded."""

    def __init__(self) -> None:
        super().__init__(prefix=5)
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str], *, kind: Literal["query", "document"]) -> np.ndarray:
        self.texts += texts
        return super().encode(texts, kind=kind)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def index(corpus: Path, tmp_path: Path) -> Path:
    build(corpus, tmp_path / "index")
    return tmp_path / "index"


def write(corpus: Path, name: int, text: int) -> None:
    """Write an article, titled in two of three cases; some numbers are the same text or no article at all."""
    body = article_text(text, 4 + text % 5) if text else "   "
    title = f"---\ntitle: Séisme {text} à Lorval\n---\n" if text % 3 else ""
    (corpus / f"article-{name}.md").write_text(title + body, encoding="utf-8")


CHANGES = st.lists(
    st.tuples(st.sampled_from(["write", "write", "remove", "rename"]), st.integers(0, 7), st.integers(0, 9)), max_size=4
)


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(CHANGES, min_size=1, max_size=3))
def test_any_change_gives_the_bytes_of_a_build_of_everything(steps: list[list[tuple[str, int, int]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        corpus, index = Path(name) / "corpus", Path(name) / "index"
        write_corpus(corpus, seed=50, articles=1)
        encoder = FakeEncoder(prefix=5)
        build(corpus, index, encoder=encoder)
        for number, changes in enumerate(steps):
            for what, which, text in changes:
                path = corpus / f"article-{which}.md"
                if what == "write":
                    write(corpus, which, text)
                elif what == "remove":
                    path.unlink(missing_ok=True)
                elif path.exists():
                    path.rename(corpus / f"article-{text}.md")

            report = build(corpus, index, encoder=encoder)

            whole = Path(name) / f"whole {number}"
            expected = build(corpus, whole, encoder=encoder)
            assert contents(index) == contents(whole)
            assert list(map(str, report.problems)) == list(map(str, expected.problems))
            assert (report.articles, report.passages) == (expected.articles, expected.passages)


def test_only_what_is_new_is_encoded(corpus: Path, tmp_path: Path) -> None:
    encoder = CountingEncoder()
    build(corpus, tmp_path / "index", encoder=encoder)
    encoder.texts.clear()
    (corpus / "article-0-1.txt").write_text(article_text(77, 6), encoding="utf-8")
    (corpus / "article-0-0.txt").unlink()

    report = build(corpus, tmp_path / "index", encoder=encoder)

    assert not report.unchanged
    assert set(" ".join(encoder.texts).split()) <= set(article_text(77, 6).split())
    assert 0 < len(encoder.texts) < report.passages


def test_only_files_with_other_bytes_are_read_again(corpus: Path) -> None:
    first = read_corpus(corpus)
    stand_in = {
        source: (digest, replace(article, publisher="as before"))
        for (source, digest), article in zip(sorted(first.files.items()), first.articles, strict=True)
    }
    (corpus / "article-0-1.txt").write_text(article_text(5, 8), encoding="utf-8")

    again = read_corpus(corpus, known=stand_in)

    assert [article.publisher for article in again.articles] == ["as before", None, "as before"]
    assert again.articles[1].text != first.articles[1].text
    assert {source for source in first.files if first.files[source] != again.files[source]} == {"article-0-1.txt"}


def test_a_change_that_leaves_size_and_time_alone_is_seen(corpus: Path, index: Path) -> None:
    path = corpus / "article-0-1.txt"
    status, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("ministre", "artistes", 1), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size

    assert not build(corpus, index).unchanged
    assert load(index).lexical.document_frequency(terms("artistes")[0]) > 0


@pytest.mark.parametrize(
    "harm",
    [
        lambda kept: b"",
        lambda kept: kept[:-1],
        lambda kept: kept.replace(b"article-0-1", b"article-0-2", 1),
        lambda kept: b"\xff" * 1000,
        lambda kept: kept + b"\0",
    ],
)
def test_what_was_kept_is_believed_only_if_it_is_whole(
    corpus: Path, index: Path, tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    (index / KEPT).write_bytes(harm((index / KEPT).read_bytes()))
    (corpus / "article-0-1.txt").write_text(article_text(8, 9), encoding="utf-8")

    build(corpus, index)

    build(corpus, tmp_path / "whole")
    assert contents(index) == contents(tmp_path / "whole")


def test_what_was_kept_of_another_index_or_by_other_code_is_not_used(corpus: Path, index: Path, tmp_path: Path) -> None:
    """Each says that a file's bytes give an article which they do not: whoever believed it would not see the change."""
    kept = Kept.from_bytes((index / KEPT).read_bytes())
    assert (kept.made_by, set(kept.files)) == (makers(), {f"article-0-{number}.txt" for number in range(3)})
    (corpus / "article-0-1.txt").write_text(article_text(8, 9), encoding="utf-8")
    now = read_corpus(corpus).files
    build(corpus, tmp_path / "whole")
    for lie in (
        replace(kept, files=now, generation="0" * 64),
        replace(kept, files=now, made_by="other code"),
        replace(kept, files=now, counts=kept.counts[:-1]),
    ):
        trial = shutil.copytree(index, tmp_path / "trial")
        (trial / KEPT).write_bytes(lie.to_bytes())

        assert not build(corpus, trial).unchanged

        assert contents(trial) == contents(tmp_path / "whole")
        shutil.rmtree(trial)


def test_what_was_kept_and_is_lost_is_made_again_without_touching_the_index(corpus: Path, index: Path) -> None:
    before = snapshot(index)
    (index / KEPT).unlink()

    assert build(corpus, index).unchanged

    assert contents(index)[KEPT] == before.pop(KEPT)[1]
    assert {path: seen for path, seen in snapshot(index).items() if path != KEPT} == before


def test_a_damaged_index_gives_nothing_to_the_next_build(corpus: Path, index: Path, tmp_path: Path) -> None:
    (path,) = index.rglob("vectors.safetensors")
    path.write_bytes(random.Random(0).randbytes(path.stat().st_size))
    (corpus / "article-0-1.txt").write_text(article_text(8, 9), encoding="utf-8")
    build(corpus, index)
    build(corpus, tmp_path / "whole")

    assert contents(index) == contents(tmp_path / "whole")


def test_articles_already_read_are_reused_too(corpus: Path, tmp_path: Path) -> None:
    encoder = CountingEncoder()
    articles = read_corpus(corpus).articles

    def index_them(number: int) -> bool:
        report = index_articles(
            articles[:number], tmp_path / "index", encoder=encoder, max_tokens=60, overlap_sentences=1
        )
        return report.unchanged

    assert [index_them(2), index_them(2), index_them(3), index_them(1)] == [False, True, False, False]
    build(corpus, tmp_path / "whole", encoder=FakeEncoder(prefix=5))
    assert len(encoder.texts) == store.read(tmp_path / "whole")[0].passages
