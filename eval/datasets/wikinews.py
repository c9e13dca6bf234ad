"""Write the folder of French Wikinews articles that a file of questions asks about.

The texts are not committed (WiNER-fr, CC BY 4.0, over Wikinews, CC BY 2.5): this rebuilds the folder from the data set.

    python -m eval.datasets.wikinews --data ../shared/data/news_wikinews.jsonl.gz --out DIR [--questions FILE]
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

QUESTIONS = Path(__file__).parents[1] / "questions_wikinews.jsonl"


def article_ids(questions: Path = QUESTIONS) -> set[str]:
    """Return the ids of the articles of a question file: every one that holds gold, and every one in its ``.ids``.

    The file of the same name that ends in ``.ids`` lists, one a line, what was read when the questions were written:
    the refusals were checked against those articles, whether or not they hold gold.
    """
    ids = set(questions.with_suffix(".ids").read_text(encoding="utf-8").split())
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


def write_corpus(data: Path, out: Path, *, questions: Path = QUESTIONS) -> int:
    """Write one file `<id>.md` per article into the folder `out`.

    Args:
        data: The gzipped JSONL of French Wikinews (fields id, date, title, text).
        out: The folder, made if missing.
        questions: The JSONL of questions, its list of articles beside it.

    Returns:
        The number of articles written.

    Raises:
        ValueError: If `data` lacks an article that the questions need.
    """
    wanted = article_ids(questions)
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
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="JSONL; default: %(default)s")
    arguments = parser.parse_args()
    written = write_corpus(arguments.data, arguments.out, questions=arguments.questions)
    print(f"{written} articles in {arguments.out}")


if __name__ == "__main__":
    main()
