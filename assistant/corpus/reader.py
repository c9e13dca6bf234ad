"""A folder of saved articles to :class:`Article` objects; what cannot be read is reported, one line each."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.corpus.agencies import with_agency_apart
from assistant.corpus.by_host import with_house_names
from assistant.corpus.cleaner import clean
from assistant.corpus.front_matter import FIELDS, Metadata, split_front_matter
from assistant.corpus.html import declared_encoding, read_html
from assistant.corpus.metadata import infer_metadata
from assistant.errors import ArticleError, CorpusError
from assistant.types import Article, Provenance

SUFFIXES = (".md", ".txt", ".html", ".htm")
MAX_TEXT_BYTES = 1_000_000  # a long press article with its menus has 100 kB
MAX_LINES = 20_000
MAX_HTML_BYTES = 10_000_000  # pages carry scripts and images inside

_BYTE_ORDER_MARKS: Mapping[bytes, str] = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class CorpusReading:
    """What reading a folder gave.

    Attributes:
        articles: sorted by id.
        problems: one for each file or folder that could not be read, in order of path; each message is one line.
        files: path of each article's file below the folder, to the SHA-256 of its bytes.
    """

    articles: tuple[Article, ...]
    problems: tuple[ArticleError, ...]
    files: Mapping[str, str] = field(default_factory=dict)


def read_corpus(
    folder: str | Path,
    *,
    known: Mapping[str, tuple[str, Article]] | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> CorpusReading:
    """Read every article below a folder.

    Files with the suffixes :data:`SUFFIXES` are articles, at any depth, except ``README*`` and hidden ones.
    Of two files with one id, or with the same text, the first in order of path is kept.

    Args:
        folder: where the articles are.
        known: path below the folder to the SHA-256 of a file's bytes and the article they give, which is
            taken as it is when the bytes are still the same.
        on_progress: called with (files done, files in all) after each file.

    Raises:
        CorpusError: if the folder does not exist, or holds no article that can be read.
    """
    root = Path(folder)
    if not root.is_dir():
        raise CorpusError(f"{_shown(str(root))}: no such folder of articles; name one with --corpus DIR")
    problems: list[ArticleError] = []
    paths = sorted(_files(root, problems), key=lambda path: path.relative_to(root).as_posix())
    articles: dict[str, Article] = {}
    texts: dict[tuple[str, str | None], str] = {}
    files: dict[str, str] = {}
    for done, path in enumerate(paths, start=1):
        try:
            digest, article = _read(path, root, known or {})
            _refuse_duplicate(article, articles, texts)
        except ArticleError as problem:
            problems.append(problem)
        else:
            articles[article.id] = article
            texts[article.sha256, article.publisher] = article.source
            files[article.source] = digest
        if on_progress is not None:
            on_progress(done, len(paths))
    if not articles:
        reasons = "; ".join(str(problem) for problem in problems[:5])
        raise CorpusError(
            f"{_shown(str(root))}: no article can be read here; expected files ending in {', '.join(SUFFIXES)}"
            + (f" ({reasons})" if reasons else "")
        )
    return CorpusReading(
        articles=with_house_names([articles[name] for name in sorted(articles)]),
        problems=tuple(sorted(problems, key=str)),
        files=files,
    )


def read_article(path: str | Path, *, folder: str | Path) -> Article:
    """Read one file as an article.

    Args:
        path: the file.
        folder: the corpus folder; the article's id is its path below it, without the suffix.

    Raises:
        ArticleError: if the file cannot be read as an article; the message names file and reason in one line.
    """
    return _read(Path(path), Path(folder), {})[1]


def _read(path: Path, folder: Path, known: Mapping[str, tuple[str, Article]]) -> tuple[str, Article]:
    """Return the hash of a file's bytes and its article, the known one if the bytes are those it was read from."""
    source = path.relative_to(folder).as_posix()
    try:
        _refuse_name(source)
        is_html = path.suffix.lower() in (".html", ".htm")
        data = _read_bytes(path, limit=MAX_HTML_BYTES if is_html else MAX_TEXT_BYTES)
        digest = hashlib.sha256(data).hexdigest()
        before, article = known.get(source, ("", None))
        if article is not None and before == digest:
            return digest, article
        stated, body = _parse(data, is_html=is_html)
        return digest, _article(stated, body, source)
    except ArticleError as error:
        raise ArticleError(f"{_shown(source)}: {error}") from None
    except OSError as error:
        raise ArticleError(f"{_shown(source)}: cannot be read: {error.strerror or error}") from None


def _parse(data: bytes, *, is_html: bool) -> tuple[Metadata, str]:
    text = _decode(data, declared_encoding(data) if is_html else None)
    return read_html(text) if is_html else split_front_matter(text)


def _article(stated: Metadata, body: str, source: str) -> Article:
    lines = body.count("\n") + 1
    if lines > MAX_LINES:
        raise ArticleError(f"too many lines for an article: {lines:,}, at most {MAX_LINES:,} are read")
    inferred = infer_metadata(body, title=stated.title, url=stated.url)
    known = with_agency_apart(_merge(stated, inferred))
    text = clean(body, title=known.title)
    if not text:
        raise ArticleError("no article text is left once menus, credits and the title are taken away")
    return Article(
        id=source.rsplit(".", 1)[0],
        title=known.title,
        publisher=known.publisher,
        agency=known.agency,
        authors=known.authors,
        published=known.published,
        url=known.url,
        language=known.language or "fr",
        text=text,
        source=source,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        provenance=dict(known.provenance),
    )


def _merge(stated: Metadata, inferred: Metadata) -> Metadata:
    """Complete what a header or page states with what the text states; a field the header names is final."""
    provenance: dict[str, Provenance] = {}
    values: dict[str, object] = {}
    for name in FIELDS:
        chosen = stated if name in stated.provenance else inferred
        values[name] = getattr(chosen, name)
        provenance[name] = chosen.provenance.get(name, Provenance("unknown"))
    return replace(Metadata(), **values, provenance=provenance)  # type: ignore[arg-type] # of its field's type


def _files(folder: Path, problems: list[ArticleError]) -> Iterator[Path]:
    """Yield the article files below a folder, following links to folders unless they lead back up."""
    pending: list[tuple[Path, tuple[Path, ...]]] = [(folder, (folder.resolve(),))]
    while pending:
        current, ancestors = pending.pop()
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(ArticleError(f"{_below(current, folder)}: cannot be listed: {error.strerror}"))
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith(".") or entry.name.casefold().startswith("readme"):
                continue
            if _is_folder(entry):
                resolved = path.resolve()
                if resolved in ancestors:
                    problems.append(
                        ArticleError(f"{_below(path, folder)}: symbolic link that leads back to a folder above it")
                    )
                else:
                    pending.append((path, (*ancestors, resolved)))
            elif path.suffix.lower() in SUFFIXES:
                yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link that leads to itself; reading it as a file says so


def _refuse_name(source: str) -> None:
    if not source.isprintable():
        raise ArticleError("the file name holds a control character or is not UTF-8; rename it")


def _read_bytes(path: Path, *, limit: int) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ArticleError("not a regular file")
    if status.st_size > limit:
        raise ArticleError(
            f"too large for an article: {status.st_size / 1e6:.1f} MB, at most {limit / 1e6:.0f} MB is read"
        )
    data = path.read_bytes()
    if not data.strip():
        raise ArticleError("empty file")
    return data


def _decode(data: bytes, declared: str | None) -> str:
    """Decode UTF-8, UTF-16 with its mark, or what an HTML page declares; never guess."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    encoding = marked or declared or "utf-8"
    try:
        text = data.decode(encoding)
    except LookupError:
        raise ArticleError(f"declares an unknown encoding, {encoding!r}; save it as UTF-8") from None
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02X} at position {error.start}" if error.start < len(data) else error.reason
        raise ArticleError(
            f"not {encoding.upper()} text ({found}); save it as UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8"
        ) from None
    if "\x00" in text:
        raise ArticleError(f"holds a NUL character at position {text.index(chr(0))}: a binary file, not text")
    return text


def _refuse_duplicate(
    article: Article, articles: Mapping[str, Article], texts: Mapping[tuple[str, str | None], str]
) -> None:
    """Refuse a second article of one id, and a copy; what another publisher prints word for word is a reprint."""
    same_id = articles.get(article.id)
    if same_id is not None:
        raise ArticleError(
            f"{_shown(article.source)}: same id {article.id!r} as {same_id.source}, which is kept; rename one"
        )
    same_text = texts.get((article.sha256, article.publisher))
    if same_text is not None:
        raise ArticleError(f"{_shown(article.source)}: same text as {same_text}, which is kept; remove one")


def _below(path: Path, folder: Path) -> str:
    return _shown(path.relative_to(folder).as_posix())


def _shown(name: str) -> str:
    """Return a name on one line, whatever characters it holds."""
    return name if name.isprintable() else ascii(name)
