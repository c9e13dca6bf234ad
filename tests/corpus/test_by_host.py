"""A bare host yields to the name that the other articles of the folder go by, and to nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.corpus.reader import read_corpus

_TEXT = "Le conseil de Brenn a voté mardi la fermeture du pont. Le maire promet une réouverture avant l'été {0}."


def _folder(tmp_path: Path, *heads: str) -> Path:
    for place, head in enumerate(heads):
        (tmp_path / f"{place}.md").write_text(f"---\n{head}\n---\n\n{_TEXT.format(place)}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("heads", "publishers"),
    [
        (["title: Le pont\nurl: https://www.lephare.example/a", "publisher: Le Phare"], ["Le Phare", "Le Phare"]),
        (["title: Le pont\nurl: https://phare-brenn.example/a", "publisher: Le Phare"], ["Le Phare", "Le Phare"]),
        (
            ["title: Le pont\nurl: https://www.lephare.example/a", "publisher: La Vigie"],
            ["lephare.example", "La Vigie"],
        ),
        (
            ["url: https://phare-vigie.example/a", "publisher: Le Phare", "publisher: La Vigie"],
            ["phare-vigie.example", "Le Phare", "La Vigie"],
        ),
        (
            ["publisher: Les Quais\nurl: https://www.lephare.example/a", "publisher: Le Phare"],
            ["Les Quais", "Le Phare"],
        ),
    ],
)
def test_a_bare_host_takes_the_one_name_that_goes_with_it(
    tmp_path: Path, heads: list[str], publishers: list[str]
) -> None:
    assert [one.publisher for one in read_corpus(_folder(tmp_path, *heads)).articles] == publishers


def test_an_article_read_before_is_named_anew(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "title: Le pont\nurl: https://www.lephare.example/a", "publisher: Le Phare")
    reading = read_corpus(folder)
    known = {one.source: (reading.files[one.source], one) for one in reading.articles}
    (folder / "1.md").unlink()
    assert [one.publisher for one in read_corpus(folder, known=known).articles] == ["lephare.example"]
