"""Read a BEIR folder: ``corpus.jsonl``, ``queries.jsonl`` and judgements in ``qrels/*.tsv``.

The form is that of Thakur et al. 2021, "BEIR: A Heterogenous Benchmark for Zero-shot Evaluation of Information
Retrieval Models" (arXiv 2104.08663). It says which articles answer, not in which words: only retrieval is measured.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.language.detect import question_language
from assistant.types import Article
from eval.datasets.dataset import Dataset, DatasetError, Question
from eval.datasets.reading import article, read_rows, read_text, shown, stem, take

EXPECTED = "a BEIR folder: corpus.jsonl, queries.jsonl and qrels/test.tsv"
_EXPECTED_JUDGEMENT = "query id, article id and a whole number, with tabs between"
_PREFERRED = ("test", "dev", "validation", "valid", "train")

Judgements = Mapping[str, Mapping[str, int]]


def find(folder: Path, name: str) -> Path | None:
    """Return the file of that name in a folder, plain or gzipped; None when there is neither."""
    return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)


def read_beir(folder: Path, *, split: str | None = None) -> Dataset:
    """Read a folder; only queries with a relevant article are questions.

    Args:
        folder: of the dataset.
        split: name of the judgements, ``test`` for ``qrels/test.tsv``; None for test where there is one, otherwise
            dev, otherwise train.

    Returns:
        The questions in the order of ``queries.jsonl``, and the articles. Grades of 0 and less are left out: not
        relevant. What the judgements name and the files do not have is in ``problems``.

    Raises:
        DatasetError: if a file is missing or malformed, or no query is judged.
    """
    articles = _articles(_needed(folder, "corpus.jsonl"))
    queries = _queries(_needed(folder, "queries.jsonl"))
    path = _judgements(folder, split)
    judged = _read_judgements(path)
    questions = tuple(
        Question(
            id=identity,
            family=identity,
            split="dev" if path.stem in ("dev", "validation", "valid", "train") else "test",
            kind="fact",
            language=question_language(text),
            question=text,
            history=(),
            gold=(),
            why=None,
            relevant=judged[identity],
            line=line,
        )
        for identity, (line, text) in queries.items()
        if identity in judged
    )
    unknown = {one for question in questions for one in question.relevant} - set(articles)
    if not questions or all(one in unknown for question in questions for one in question.relevant):
        raise DatasetError(f"{path}: judges no query and article of the folder together; expected their _id in it")
    ordered = tuple(articles[identity] for identity in sorted(articles))
    return Dataset(stem(folder), questions, articles=ordered, problems=tuple(_problems(path, judged, queries, unknown)))


def _needed(folder: Path, name: str) -> Path:
    path = find(folder, name)
    if path is None:
        raise DatasetError(f"{folder}: there is no {name}; expected {EXPECTED}")
    return path


def _articles(path: Path) -> dict[str, Article]:
    articles: dict[str, Article] = {}
    for number, row in read_rows(path, expected='{"_id", "title", "text"} on each line'):
        where = f"{path}: line {number}"
        identity, text = take(row, "_id", str, where=where), take(row, "text", str, where=where)
        title = take({**row, "title": row.get("title") or ""}, "title", str, where=where)
        if identity in articles:
            raise DatasetError(f"{where}: an earlier line has the _id {shown(identity)}; expected each once")
        articles[identity] = article(identity, title=title, text=text if text.strip() else title, source=path.name)
    return articles


def _queries(path: Path) -> dict[str, tuple[int, str]]:
    """Return the line and the text of each query by its id."""
    queries: dict[str, tuple[int, str]] = {}
    for number, row in read_rows(path, expected='{"_id", "text"} on each line'):
        where = f"{path}: line {number}"
        identity = take(row, "_id", str, where=where)
        if identity in queries:
            raise DatasetError(f"{where}: an earlier line has the _id {shown(identity)}; expected each once")
        queries[identity] = number, take(row, "text", str, where=where)
    return queries


def _judgements(folder: Path, split: str | None) -> Path:
    """Return the file of judgements that is asked for, or the one to prefer."""
    found = {path.stem: path for path in sorted((folder / "qrels").glob("*.tsv"))}
    if (folder / "qrels.tsv").is_file():
        found.setdefault("test", folder / "qrels.tsv")
    for name in (split,) if split else (*_PREFERRED, *found):
        if name in found:
            return found[name]
    there = ", ".join(str(path.relative_to(folder)) for path in found.values()) or "no judgements"
    raise DatasetError(f"{folder}: there is no qrels/{split or 'test'}.tsv ({there}); expected {EXPECTED}")


def _read_judgements(path: Path) -> dict[str, dict[str, int]]:
    judged: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number, line in enumerate(read_text(path, expected=_EXPECTED_JUDGEMENT).split("\n"), 1):
        cells = line.strip("\r").split("\t")
        if not line.strip() or (number == 1 and cells[-1].strip() == "score"):
            continue
        try:
            query, article_id, grade = cells[0], cells[1], int(cells[2])
        except (IndexError, ValueError) as error:
            raise DatasetError(f"{path}: line {number} is {shown(line)}; expected {_EXPECTED_JUDGEMENT}") from error
        if grade > 0:
            judged[query][article_id] = grade
    return dict(judged)


def _problems(path: Path, judged: Judgements, queries: Mapping[str, object], unknown: set[str]) -> Iterator[str]:
    for query in judged:
        if query not in queries:
            yield f"{path.name}: query {shown(query)} is not in queries.jsonl"
    for identity in sorted(unknown):
        yield f"{path.name}: article {shown(identity)} is not in corpus.jsonl, and so is never found"
