"""Publishers side by side: the labels fit the articles, and what an answer shows is read off it as a reader would."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.corpus.reader import read_corpus
from assistant.types import Answer, Article, Citation, Remark, Statement
from eval.reporting.names import ROOT
from eval.sides import INVENTED, Sided, SideQuestion, figures, read, shown
from tests.citing.made import made

TEXT = "Le barrage a cédé mardi."
ARTICLES: dict[str, Article] = {
    name: made(name, TEXT, publisher=publisher)
    for name, publisher in (("a", "Le Courrier"), ("b", "La Gazette"), ("c", "L’Écho"), ("d", None))
}


def answer(*names: str, remarks: tuple[Remark, ...] = (), also: tuple[str, ...] = ()) -> Answer:
    """Return an answer that quotes an article each, or a refusal."""
    cited = tuple(
        Citation(number, ARTICLES[name], TEXT, 0, len(TEXT), also_in=also if number == 1 else ())
        for number, name in enumerate(names, 1)
    )
    said = tuple(Statement(f"« {TEXT} »", (one.number,)) for one in cited)
    return Answer("?", "?", "fr", "", said, cited, None if cited else "off_topic", 0.5, (), remarks=remarks)


ASKED = SideQuestion("q", "made", "every", "?", frozenset({"Le Courrier", None}), frozenset({"La Gazette"}), 2)
QUIET = Remark("silence", "La Gazette\u00a0: rien trouvé sur ce point dans le corpus.")


def means(question: SideQuestion, said: Answer) -> dict[str, float | None]:
    """Return the figures of one question by their short names."""
    measured = figures([Sided(question, shown(said, ARTICLES))])
    return {name.removeprefix("said."): value.mean if value else None for name, value in measured.items()}


def test_the_labels_are_whole_and_name_publishers_that_are_there() -> None:
    questions = read()
    assert len(questions) == 45 and len({one.id for one in questions}) == 45
    folders = {**INVENTED, "shipped": ROOT / "corpus"}
    assert {one.corpus for one in questions} == set(folders)
    for corpus, folder in folders.items():
        heads = [path.read_text(encoding="utf-8") for path in folder.glob("*.md") if path.stem != "README"]
        for one in (one for one in questions if one.corpus == corpus):
            for name in (one.have | one.silent) - {None}:
                assert any(f"publisher: {name}\n" in head for head in heads), f"{one.id}: {name}"
            assert bool(one.have) == (one.origins > 0) and one.origins <= len(one.have)


@pytest.mark.parametrize(
    ("name", "articles", "dispatch", "prints"),
    [("invented", 10, "dans la nuit de lundi à mardi un entrepôt", 4), ("unseen", 9, "Un séisme de magnitude 6,4", 3)],
)
def test_the_invented_articles_are_of_seven_publishers_and_some_of_one_dispatch(
    name: str, articles: int, dispatch: str, prints: int
) -> None:
    heads = [path.read_text(encoding="utf-8") for path in sorted(INVENTED[name].glob("*.md"))]
    assert len(heads) == articles
    assert len({line for head in heads for line in head.splitlines() if line.startswith("publisher: ")}) == 7
    reprints = [head for head in heads if dispatch in head]
    assert len(reprints) == prints
    lengths = sorted(len(head.split("---")[2]) for head in reprints)
    assert lengths[0] < 0.45 * lengths[1], "one is cut by more than half"
    assert {one.language for one in read_corpus(INVENTED[name]).articles} == {"fr"}


def test_a_publisher_is_shown_by_a_quote_or_as_another_print_of_one() -> None:
    assert shown(answer("a", also=("b",)), ARTICLES).publishers == {"Le Courrier", "La Gazette"}
    assert means(ASKED, answer("a"))["publishers"] == 0.5
    assert means(ASKED, answer("a", "d"))["publishers"] == 1.0
    assert means(ASKED, answer())["publishers"] == 0.0


def test_origins_are_those_of_the_quotes_less_those_said_to_be_one() -> None:
    one = Remark("origin", "[1] et [2]\u00a0: 1 origine", (1, 2))
    assert shown(answer("a", "b", "c"), ARTICLES).origins == 3
    assert shown(answer("a", "b", "c", remarks=(one,)), ARTICLES).origins == 2
    assert means(ASKED, answer("a", "d"))["origins"] == 1.0
    assert means(ASKED, answer("a", "d", remarks=(one,)))["origins"] == 0.0
    assert means(ASKED, answer())["origins"] == 0.0


def test_silence_is_owed_where_publishers_are_asked_and_false_where_one_has_something() -> None:
    assert means(ASKED, answer("a", "d", remarks=(QUIET,)))["silences"] == 1.0
    assert means(ASKED, answer("a", "d"))["silences"] == 0.0
    assert means(ASKED, answer("a", "b", remarks=(QUIET,)))["silences"] == 0.0, "it is quoted all the same"
    assert means(replace(ASKED, asks="none"), answer("a"))["silences"] is None
    other = replace(ASKED, have=ASKED.have | {"La Gazette"}, silent=frozenset())
    assert means(other, answer("a", remarks=(QUIET,)))["false_silences"] == 1.0
    assert means(ASKED, answer("a", remarks=(QUIET,)))["false_silences"] == 0.0
    assert means(ASKED, answer("a"))["false_silences"] is None


def test_an_answer_is_right_when_publishers_origins_and_silences_are() -> None:
    assert Sided(ASKED, shown(answer("a", "d", remarks=(QUIET,)), ARTICLES)).is_right
    for wrong in (answer("a", "d"), answer("a", remarks=(QUIET,)), answer()):
        assert not Sided(ASKED, shown(wrong, ARTICLES)).is_right


def test_a_label_that_disagrees_with_itself_is_refused(tmp_path: Path) -> None:
    row = {"id": "x", "corpus": "made", "question": "?", "asks": "every", "have": ["A"], "silent": ["B"], "origins": 1}
    path = tmp_path / "sides.jsonl"
    for wrong in ({"asks": "some"}, {"silent": ["A"]}):
        path.write_text("{}\n" + json.dumps(row | wrong), encoding="utf-8")
        with pytest.raises(ValueError, match="line 2"):
            read(path)
