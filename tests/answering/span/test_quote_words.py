"""A quote cut into words: what each is, what stands between them, what belongs together."""

from __future__ import annotations

import pytest

from assistant.answering.span.quote_words import COLUMN, GAPS, QuoteWords, read_quote

QUOTE = "Le 27 octobre, Jean-Luc de Broglie a « rappelé » 1 200 soldats (2,5 %) à Chalon-sur-Saône."


def written(text: str, words: QuoteWords) -> list[str]:
    return [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


def of_kind(kind: str, text: str = QUOTE) -> list[str]:
    words = read_quote(text)
    return [word for word, is_it in zip(written(text, words), words.kinds[:, COLUMN[kind]], strict=True) if is_it]


def test_words_keep_their_places_and_numbers_are_one_word() -> None:
    found = written(QUOTE, read_quote(QUOTE))
    assert found[:5] == ["Le", "27", "octobre", "Jean", "Luc"]
    assert {"1 200", "2,5", "%"} <= set(found)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("date", ["27", "octobre"]),
        ("number", ["27", "1 200", "2,5"]),
        ("capital", ["Jean", "Luc", "Broglie", "Chalon", "Saône"]),
        ("have", ["a"]),
        ("at", ["à"]),
        ("symbol", ["%"]),
    ],
)
def test_each_word_has_its_kinds(kind: str, words: list[str]) -> None:
    assert of_kind(kind) == words


def test_verbs_are_told_from_nouns_without_their_ending() -> None:
    assert of_kind("verb", "Le ministre rappelle la règle et affirme que la commune rembourse.") == [
        "rappelle",
        "affirme",
    ]


def test_a_name_runs_over_hyphens_and_particles() -> None:
    words = read_quote(QUOTE)
    names = {run for run in words.runs["name"] if run >= 0}
    runs = [
        [word for word, run in zip(written(QUOTE, words), words.runs["name"], strict=True) if run == name]
        for name in sorted(names)
    ]
    assert ["Jean", "Luc", "de", "Broglie"] in runs


def test_what_stands_between_words_is_known() -> None:
    words = read_quote(QUOTE)
    found = written(QUOTE, words)
    comma, opens = GAPS.index("comma"), GAPS.index("opens")
    assert words.gaps[found.index("Jean"), comma] == 1
    assert words.gaps[found.index("rappelé"), opens] == 1
    assert words.depth[found.index("rappelé")] > words.depth[found.index("Broglie")] == words.depth[-1]
    assert words.joined[found.index("Luc")]


@pytest.mark.parametrize("text", ["", "…", " — ", "« »", "%", "\u202e"])
def test_a_quote_of_hardly_any_words_is_read(text: str) -> None:
    words = read_quote(text)
    assert len(words.gaps) == len(words) + 1
