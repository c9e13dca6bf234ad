"""Write the development part of PIAF: all its paragraphs, and the questions of the articles nothing is trained on.

    python -m assistant.training.piaf_dev --data ../shared/data/piaf-v1.0.json --out piaf-dev.json
    python -m eval --dataset piaf-dev.json

PIAF (Keraron et al. 2020, "Project PIAF: Building a Native French Question-Answering Dataset") is not shipped. Which
articles are held out is what training itself goes by.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.training.data import piaf_split
from eval.datasets.dataset import DatasetError
from eval.datasets.reading import read_text
from eval.datasets.squad import EXPECTED, read_squad


def development(whole: dict[str, Any]) -> dict[str, Any]:
    """Return PIAF with all its paragraphs, and only the questions of held-out articles.

    Args:
        whole: the JSON object of the file.
    """
    return {
        **whole,
        "data": [
            {
                **entry,
                "paragraphs": [
                    {**paragraph, "qas": paragraph["qas"] if piaf_split(entry["title"]) == "dev" else []}
                    for paragraph in entry["paragraphs"]
                ],
            }
            for entry in whole["data"]
        ],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file and say what is in it; return 2 when PIAF cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant.training.piaf_dev", description="Write the development part of PIAF."
    )
    parser.add_argument("--data", type=Path, required=True, help="piaf-v1.0.json")
    parser.add_argument("--out", type=Path, required=True, help="JSON file to write")
    options = parser.parse_args(arguments)
    try:
        read_squad(options.data)  # names what is malformed before any of it is taken
        text = json.dumps(development(json.loads(read_text(options.data, expected=EXPECTED))), ensure_ascii=False)
        options.out.write_text(text + "\n", encoding="utf-8", newline="\n")
        written = read_squad(options.out)
    except DatasetError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(f"{len(written.questions)} questions over {len(written.articles or ())} paragraphs in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
