"""Folders as people have them: good files are read, bad ones are named in one line, nothing hangs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.corpus.reader import MAX_LINES, read_article, read_corpus
from assistant.errors import ArticleError, CorpusError

TEXT = "Le maire a ouvert mardi la bibliothèque devant une centaine d'habitants. Elle abrite dix mille livres.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bon.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def _problem(folder: Path) -> str:
    """Return the one problem of a folder whose good article was read all the same."""
    reading = read_corpus(folder)
    assert "bon" in [article.id for article in reading.articles]
    (problem,) = reading.problems
    assert "\n" not in str(problem)
    return str(problem)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("vide.md", b"", "empty file"),
        ("blanc.txt", b" \n\n", "empty file"),
        ("latin.txt", TEXT.encode("cp1252"), "not UTF-8"),
        ("nul.txt", b"Le maire\x00", "NUL"),
        ("casse.md", b'---\ntitle: "a\n---\n' + TEXT.encode(), "broken front matter"),
        ("ouvert.md", b"---\ntitle: a\n" + TEXT.encode(), "no --- closes it"),
        ("liste.md", b"---\n- a\n---\n" + TEXT.encode(), "expected lines of the form"),
        ("profond.md", b"---\na: " + b"[" * 20_000 + b"\n---\n" + TEXT.encode(), "nested too deeply"),
        ("long.txt", b"mot " * 2_500_000, "too large"),
        ("lignes.txt", b"a\n" * (MAX_LINES + 1), "too many lines"),
        ("menu.txt", b"Menu\nPartager\nSe connecter\n", "no article text"),
        ("vide.html", b"<html></html>", "no article text"),
        ("bon.txt", TEXT.replace("mardi", "lundi").encode(), "same id"),
        ("copie.md", TEXT.encode(), "same text"),
        ("a\nb.md", TEXT.encode(), "control character"),
    ],
)
def test_a_bad_file_is_named_with_its_reason_and_the_rest_is_read(
    folder: Path, name: str, data: bytes, reason: str
) -> None:
    (folder / name).write_bytes(data)
    problem = _problem(folder)
    assert reason in problem
    assert name.replace("\n", "\\n") in problem


def _loop(folder: Path) -> None:
    (folder / "cercle").symlink_to(folder)


def _self_link(folder: Path) -> None:
    (folder / "soi.md").symlink_to(folder / "soi.md")


def _dangling(folder: Path) -> None:
    (folder / "absent.md").symlink_to(folder / "nulle-part.md")


def _fifo(folder: Path) -> None:
    os.mkfifo(folder / "tube.md")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_loop, "leads back"),
        (_self_link, "cannot be read"),
        (_dangling, "cannot be read"),
        (_fifo, "not a regular file"),
    ],
)
def test_what_is_no_file_of_text_is_named_and_does_not_hang(
    folder: Path, make: Callable[[Path], None], reason: str
) -> None:
    make(folder)
    assert reason in _problem(folder)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_or_without_a_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    assert read_article(tmp_path / "a.txt", folder=tmp_path).text == TEXT.rstrip()


def test_line_ends_of_windows_leave_no_trace(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((TEXT + "\n" + TEXT.replace("mardi", "jeudi")).replace("\n", "\r\n").encode())
    assert "\r" not in read_article(tmp_path / "a.txt", folder=tmp_path).text


def test_readme_hidden_and_foreign_files_are_not_articles(folder: Path) -> None:
    for name in ("README.md", "readme.txt", ".brouillon.md", "photo.jpg", "notes.pdf"):
        (folder / name).write_text("x", encoding="utf-8")
    reading = read_corpus(folder)
    assert [article.source for article in reading.articles] == ["bon.md"]
    assert reading.problems == ()


def test_folders_are_read_at_any_depth_and_articles_sorted_by_id(folder: Path) -> None:
    (folder / "2025" / "mars").mkdir(parents=True)
    (folder / "2025" / "mars" / "pont.txt").write_text(TEXT.replace("maire", "préfet"), encoding="utf-8")
    ticks: list[tuple[int, int]] = []
    reading = read_corpus(folder, on_progress=lambda done, total: ticks.append((done, total)))
    assert [article.id for article in reading.articles] == ["2025/mars/pont", "bon"]
    assert ticks == [(1, 2), (2, 2)]


def test_a_folder_that_is_not_there_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="--corpus"):
        read_corpus(tmp_path / "absent")


def test_a_folder_without_a_readable_article_is_an_error_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "vide.md").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"vide\.md: empty file"):
        read_corpus(tmp_path)


def test_one_bad_file_read_alone_raises(tmp_path: Path) -> None:
    (tmp_path / "vide.md").write_bytes(b"")
    with pytest.raises(ArticleError, match="empty"):
        read_article(tmp_path / "vide.md", folder=tmp_path)


def test_a_header_wins_over_the_text_and_the_text_fills_its_gaps(tmp_path: Path) -> None:
    header = "---\ntitre: Un titre\nsource: Le Littoral\nurl: null\n---\n"
    saved = "Un titre\nPar Awa Ndiaye avec AFP\nPublié le 03/03/2025 à 18h42\n" + TEXT
    (tmp_path / "a.md").write_text(header + saved, encoding="utf-8")
    article = read_article(tmp_path / "a.md", folder=tmp_path)
    assert (article.title, article.publisher, article.agency) == ("Un titre", "Le Littoral", "AFP")
    assert (article.authors, article.published.date) == (("Awa Ndiaye",), "2025-03-03")
    assert article.provenance["publisher"].evidence == "front matter"
    assert article.provenance["published"].basis == "stated"
    assert article.provenance["url"].basis == "unknown"
    assert article.text == TEXT.rstrip()


def test_what_another_publisher_prints_word_for_word_is_a_reprint_and_is_kept(tmp_path: Path) -> None:
    for name in ("Le Monde", "RFI"):
        (tmp_path / f"{name}.md").write_text(f"---\npublisher: {name}\n---\n{TEXT}", encoding="utf-8")
    (tmp_path / "copie.md").write_text(f"---\npublisher: RFI\n---\n{TEXT}", encoding="utf-8")
    reading = read_corpus(tmp_path)
    assert [one.publisher for one in reading.articles] == ["Le Monde", "RFI"]
    assert ["same text as" in str(problem) for problem in reading.problems] == [True]


@pytest.mark.parametrize(
    ("page", "publisher", "agency", "day"),
    [
        ("---\npublisher: Le Monde avec AFP\ndate: 2025-04-07\n---\n{}", "Le Monde", "AFP", "2025-04-07"),
        ("La Croix\nPont\nLa Croix (avec AFP), le 20/03/2025 à 19:15\n\n{}", "La Croix", "AFP", "2025-03-20"),
        ("Ouest-France avec AFP.\nPublié le 04/02/2026 à 13h05\n\n{}", "Ouest-France", "AFP", "2026-02-04"),
        ("La Croix\nPont\nPaul Lenoir, le 15/05/2024 à 18:30\n\n{}", "La Croix", None, "2024-05-15"),
        ("TV5MONDE Info\nDirect | Émissions\nPublié le 04.02.2026 à 12:30\n\n{}", "TV5MONDE", None, "2026-02-04"),
    ],
)
def test_publisher_and_agency_named_on_one_line_are_told_apart(
    tmp_path: Path, page: str, publisher: str, agency: str | None, day: str
) -> None:
    (tmp_path / "page.txt").write_text(page.format(TEXT), encoding="utf-8")
    article = read_article(tmp_path / "page.txt", folder=tmp_path)
    assert (article.publisher, article.agency, article.published.date) == (publisher, agency, day)
    assert article.text == TEXT.strip()
