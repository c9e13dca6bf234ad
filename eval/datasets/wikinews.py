"""Write the folder of French Wikinews articles that `questions_wikinews.jsonl` asks about.

The texts are not committed (WiNER-fr, CC BY 4.0, over Wikinews, CC BY 2.5): this rebuilds the folder from the data set.

    python -m eval.datasets.wikinews --data ../shared/data/news_wikinews.jsonl.gz --out DIR
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

QUESTIONS = Path(__file__).parents[1] / "questions_wikinews.jsonl"

# Read when the questions were written: the refusals were checked against them, whether or not they hold gold.
READ = (
    "2016_03_20-001 2016_05_15-001 2016_06_28-002 2016_07_14-002 2016_08_15-004 2016_08_19-001 2016_08_20-004 "
    "2016_08_30-004 2016_09_27-001 2016_11_20-005 2016_11_25-001 2016_11_30-001 2016_12_07-001 2017_01_01-001 "
    "2017_01_08-004 2017_01_16-002 2017_01_23-001 2017_01_24-005 2017_01_25-005 2017_01_25-006 2017_01_28-005 "
    "2017_03_17-002 2017_03_19-007 2017_03_23-001 2017_04_02-006 2017_04_02-007 2017_04_06-003 2017_04_08-005 "
    "2017_04_23-001 2017_05_07-003 2017_05_14-001 2017_06_04-005 2017_12_14-001 2018_03_04-001 2018_03_09-005 "
    "2018_04_04-002 2018_04_05-001 2018_05_13-001 2018_05_26-001 2018_06_23-001 2018_10_29-001"
).split()


def article_ids(questions: Path = QUESTIONS) -> set[str]:
    """Return the ids of the articles: every one that holds gold, and every one in `READ`."""
    ids = set(READ)
    for line in questions.read_text(encoding="utf-8").splitlines():
        ids.update(gold["article_id"] for group in json.loads(line)["gold"] for gold in group)
    return ids


def read_rows(data: Path) -> Iterator[dict[str, str]]:
    """Yield the id, date, title and text of every article of the gzipped JSONL `data`."""
    with gzip.open(data, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield {name: row[name] for name in ("id", "date", "title", "text")}


def to_markdown(row: dict[str, str]) -> str:
    """Return one article as front matter and its text, unedited (a JSON string is a YAML scalar)."""
    front = {"title": row["title"], "publisher": "Wikinews", "published": row["date"], "language": "fr", "url": None}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    return "\n".join(["---", *lines, "---", "", row["text"], ""])


def write_corpus(data: Path, out: Path) -> int:
    """Write one file `<id>.md` per article into the folder `out`.

    Args:
        data: The gzipped JSONL of French Wikinews (fields id, date, title, text).
        out: The folder, made if missing.

    Returns:
        The number of articles written.

    Raises:
        ValueError: If `data` lacks an article that the questions need.
    """
    wanted = article_ids()
    rows = {row["id"]: row for row in read_rows(data) if row["id"] in wanted}
    if missing := wanted - rows.keys():
        raise ValueError(f"{data} lacks {', '.join(sorted(missing))}: expected the WiNER-fr articles of 2016 to 2018")
    out.mkdir(parents=True, exist_ok=True)
    for article_id, row in rows.items():
        (out / f"{article_id}.md").write_text(to_markdown(row), encoding="utf-8")
    return len(rows)


def main() -> None:
    """Parse the command line, write the folder, say what was written."""
    parser = argparse.ArgumentParser(description="Write the Wikinews articles that the questions are about.")
    parser.add_argument("--data", type=Path, required=True, help="news_wikinews.jsonl.gz")
    parser.add_argument("--out", type=Path, required=True, help="folder to write, made if missing")
    arguments = parser.parse_args()
    print(f"{write_corpus(arguments.data, arguments.out)} articles in {arguments.out}")


if __name__ == "__main__":
    main()
