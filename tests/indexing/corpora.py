"""Small corpora for these tests, written as files, and what an index of them is checked for."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import SavedIndexError
from assistant.indexing.build import BuildReport, build_index
from assistant.indexing.index import Index, load_index
from tests.indexing.fake_encoder import FakeEncoder

ENCODER = FakeEncoder()

_SUBJECTS = ("Le ministre", "La maire de la ville", "M. Dupont", "Le porte-parole du gouvernement", "Une habitante")
_VERBS = ("a annoncé", "a démenti", "a présenté devant la presse", "a longuement défendu", "a regretté")
_OBJECTS = ("la fermeture du port", "une hausse de 3,5 % des loyers", "l'accord signé à Genève", "« un effort commun »")
_ENDS = ("lundi matin.", "après six jours de débats.", "devant les députés réunis en séance.", "selon un communiqué.")


def write_corpus(folder: Path, *, seed: int = 0, articles: int = 3, sentences: int = 12) -> Path:
    """Write articles that depend on the seed; two seeds share no article id."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(articles):
        (folder / f"article-{seed}-{number}.txt").write_text(article_text(seed + number, sentences), encoding="utf-8")
    return folder


def article_text(seed: int, sentences: int) -> str:
    """Return paragraphs of two sentences each."""
    parts = (_SUBJECTS, _VERBS, _OBJECTS, _ENDS)
    spoken = [
        " ".join(part[(seed * 7 + number * (place + 1) + number // 3) % len(part)] for place, part in enumerate(parts))
        for number in range(sentences)
    ]
    return "\n\n".join(" ".join(spoken[start : start + 2]) for start in range(0, sentences, 2)) + "\n"


def build(corpus: Path, index: Path, *, encoder: FakeEncoder = ENCODER, max_tokens: int = 60) -> BuildReport:
    """Build with this package's fake encoder."""
    return build_index(corpus, index, encoder=encoder, max_tokens=max_tokens, overlap_sentences=1)


def load(index: Path) -> Index:
    """Load with this package's fake encoder."""
    return load_index(index, encoder=ENCODER)


def is_whole(index: Index) -> bool:
    """Tell whether everything loaded belongs together: one corpus, every row found again from its own text."""
    seeds = {article_id.split("-")[1] for article_id in index.articles}
    texts = [index.text(passage) for passage in index.passages]
    vectors = ENCODER.encode(texts, kind="document")
    return len(seeds) == 1 and bool((abs(index.dense.vectors - vectors) < 1e-6).all()) and bool(texts)


def refused(index: Path) -> bool:
    """Tell whether loading is refused in the way the program promises."""
    try:
        load(index)
    except SavedIndexError:
        return True
    return False


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file below a folder: path to time of change and contents."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder: path to contents."""
    return {path: data for path, (_, data) in snapshot(folder).items()}
