"""Made-up articles are the same each time and differ from each other; the table and the plot say what was measured."""

from __future__ import annotations

import gzip
import json
import xml.etree.ElementTree as ElementTree
from itertools import islice
from pathlib import Path

import pytest

from assistant.corpus.reader import read_corpus
from eval.bench.__main__ import main
from eval.bench.articles import Story, questions, stories, write_folder
from eval.bench.measure import Costs, disk_mb, percentiles
from eval.bench.plot import svg
from eval.bench.report import table
from eval.bench.systems import build_ours, serve_ours

CORPUS = Path(__file__).parents[3] / "corpus"
COSTS = [
    Costs("ours", 1000, 8000, 30.0, 20.0, 300.0, 0.5, 200.0, (2.0, 4.0), (50.0, 90.0), 0.4, 0.8),
    Costs("tutorial", 1000, 1200, 90.0, 5.0, 900.0, 3.0, 800.0, (12.0, 16.0), extrapolated=True),
    Costs("ours", 3000, 24000, 95.0, 61.0, 420.0, 0.9, 300.0, (3.0, 6.0), (60.0, 120.0), 0.9, 1.7),
    Costs("tutorial", 3000, 3600, 270.0, 15.0, 950.0, 3.0, 820.0, (12.5, 17.0), extrapolated=True),
]


def made(count: int) -> list[Story]:
    return list(islice(stories(None, shipped=CORPUS), count))


def test_made_up_articles_are_the_same_each_time_and_all_different() -> None:
    articles = made(50)

    assert articles == made(50)
    assert len({article.text for article in articles}) == 50
    words = [len({word for article in articles[:count] for word in article.text.split()}) for count in (10, 50)]
    assert words[1] > 1.3 * words[0]


def test_a_collection_is_read_to_its_end(tmp_path: Path) -> None:
    item = {"title": "Un titre", "date": "2020-07-02", "heading": "Le chapeau.", "article": "Une phrase.Une autre."}
    with gzip.open(tmp_path / "data.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(item) + "\n" + json.dumps({**item, "title": "Un\x80titre"}) + "\n")

    found = list(stories(tmp_path / "data.jsonl.gz", shipped=CORPUS))

    assert found == [Story("Un titre", "2020-07-02", "Le chapeau.\n\nUne phrase.\n\nUne autre.")]


def test_a_folder_is_read_back_and_asked_about(tmp_path: Path) -> None:
    titles = write_folder(tmp_path / "articles", iter(made(12)), 12)

    reading = read_corpus(tmp_path / "articles")

    assert reading.problems == ()
    assert [article.title for article in reading.articles] == titles
    assert len(questions(titles, 5)) == 5 and set(questions(titles, 5)) <= set(titles)
    assert questions(titles, 50) == titles


def test_our_steps_measure_what_they_say(tmp_path: Path) -> None:
    titles = write_folder(tmp_path / "articles", iter(made(6)), 6)

    built = build_ours(tmp_path / "articles", tmp_path / "index")
    served = serve_ours(tmp_path / "index", titles)

    assert len(list((tmp_path / "articles").iterdir())) == 6
    assert built["index_mb"] == pytest.approx(disk_mb(tmp_path / "index"), rel=0.2)
    assert all(isinstance(built[name], (int, float)) for name in ("build_s", "same_s", "one_new_s", "rows", "build_mb"))
    for name in ("search_ms", "ask_ms"):
        median, high = served[name]  # type: ignore[misc]
        assert 0 < median <= high


def test_percentiles_are_of_all_questions() -> None:
    asked: list[str] = []

    percentiles(asked.append, [str(number) for number in range(10)])

    assert asked[3:] == [str(number) for number in range(10)]


def test_the_table_has_each_measure_and_the_ratios() -> None:
    lines = table(COSTS).splitlines()

    assert "| 1,000 | tutorial | 1,200 | ~90.0 | – | – | 5.0 | 900 | 3.0 | 800 | 12.0 | 16.0 | – | – |" in lines
    assert "| 1,000 | tutorial | 3.00 | 0.25 | 4.00 | 4.00 |" in lines
    assert {line.count("|") for line in lines[: 2 + len(COSTS)]} == {15}


@pytest.mark.parametrize("costs", [COSTS, COSTS[:1], COSTS[:2]])
def test_the_plot_is_well_formed_and_inside_its_frame(costs: list[Costs]) -> None:
    picture = ElementTree.fromstring(svg(costs))

    space = "{http://www.w3.org/2000/svg}"
    assert len(picture.findall(f"{space}g")) == 4
    circles = picture.findall(f".//{space}circle")
    assert len(circles) == 4 * len(costs)
    for circle in circles:
        assert 0 <= float(circle.get("cx", "-1")) <= 330
        assert 0 <= float(circle.get("cy", "-1")) <= 230


def test_data_that_is_not_there_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none.gz"), "--report", str(tmp_path)]) == 2
    assert "none.gz" in capsys.readouterr().err
