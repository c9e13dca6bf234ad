"""The shipped encoder, encoders from folders and names, and the export that joins the two."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import EncoderError
from assistant.indexing.encoder import load_encoder
from assistant.indexing.export import export_sentence_transformers
from assistant.indexing.static_encoder import TOKENIZER, WEIGHTS, StaticEncoder

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = ["Que demande l'OTAN à la Turquie ?", "Le cessez-le-feu n’a pas tenu.", "", "Who was killed?", "😀 – « »"]


@pytest.fixture(scope="module")
def shipped() -> StaticEncoder:
    return StaticEncoder.shipped()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_sentence_transformers(tmp_path_factory.mktemp("models") / "exported")


def corpus_sentences() -> list[str]:
    lines = [line for path in sorted(CORPUS.glob("*.md")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [sentence for line in lines for sentence in line.split(". ") if len(sentence) > 20][:60]


def test_vectors_have_norm_one_and_an_empty_text_is_zero(shipped: StaticEncoder) -> None:
    vectors = shipped.encode(TEXTS, kind="document")
    assert vectors.shape == (len(TEXTS), shipped.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 1, 0, 1, 1], atol=1e-6)


def test_no_texts_give_no_vectors(shipped: StaticEncoder) -> None:
    assert shipped.encode([], kind="query").shape == (0, shipped.dimension)


def test_a_vector_does_not_depend_on_its_company(shipped: StaticEncoder) -> None:
    together = shipped.encode(TEXTS * 200, kind="document")
    alone = np.concatenate([StaticEncoder.shipped().encode([text], kind="query") for text in TEXTS])
    assert np.array_equal(together[: len(TEXTS)], alone)
    assert np.array_equal(together[-len(TEXTS) :], alone)


def test_rows_unpacked_for_one_text_are_the_rows_of_the_whole_table() -> None:
    fresh = StaticEncoder(StaticEncoder.shipped().folder)
    before = fresh.encode(TEXTS, kind="query")
    assert len(fresh.table) == fresh.tokenizer.get_vocab_size()
    assert np.array_equal(before, fresh.encode(TEXTS, kind="query"))


@pytest.mark.parametrize(("one", "other"), [("Médiation À L’ÉLYSÉE", "mediation a l'elysee"), ("Œuvre", "oeuvre")])
def test_case_accents_and_ligatures_make_no_difference(shipped: StaticEncoder, one: str, other: str) -> None:
    assert np.array_equal(shipped.encode([one], kind="query"), shipped.encode([other], kind="document"))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("How many people were injured in the earthquake?", 0),
        ("What did the bank decide about interest rates?", 1),
        ("Combien de personnes le tremblement de terre a-t-il blessées ?", 0),
        ("Quel club est champion ?", 2),
    ],
)
def test_a_question_is_nearest_to_what_answers_it(shipped: StaticEncoder, question: str, right: int) -> None:
    texts = [
        "Le séisme a fait 12 morts et 80 blessés dans le nord du pays.",
        "La Banque centrale a maintenu son taux directeur jeudi.",
        "L'équipe a remporté le titre après une victoire deux buts à un.",
    ]
    similarity = shipped.encode([question], kind="query") @ shipped.encode(texts, kind="document").T
    assert int(similarity.argmax()) == right


def test_a_text_is_the_sum_of_its_tokens(shipped: StaticEncoder) -> None:
    text = "Le Haut-Karabagh, en 2020"
    rows = shipped.token_vectors(text)
    assert rows.shape == (len(shipped.tokens(text)), shipped.dimension)
    total = rows.sum(axis=0)
    assert len(set(shipped.tokens(text))) == len(rows)
    assert np.allclose(total / np.linalg.norm(total), shipped.encode([text], kind="query")[0], atol=1e-6)


def test_a_token_counts_as_the_root_of_its_occurrences(shipped: StaticEncoder) -> None:
    rows = dict(zip(shipped.tokens("train avion"), shipped.token_vectors("train avion"), strict=True))
    total = 3 * rows["train"] + rows["avion"]
    encoded = shipped.encode(["train " * 9 + "avion"], kind="document")[0]
    assert np.allclose(total / np.linalg.norm(total), encoded, atol=1e-6)


def test_the_fingerprint_is_of_the_files(shipped: StaticEncoder) -> None:
    folder = shipped.folder
    assert shipped.fingerprint == {
        "weights": hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest(),
        "tokenizer": hashlib.sha256((folder / TOKENIZER).read_bytes()).hexdigest(),
    }


def test_encoding_a_question_imports_no_heavy_library() -> None:
    program = (
        "import sys\n"
        "from assistant.indexing.encoder import load_encoder\n"
        "load_encoder().encode(['où ?'], kind='query')\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'scipy', 'huggingface_hub'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stdout.strip() == "[]"


def test_damaged_weights_are_refused(tmp_path: Path, shipped: StaticEncoder) -> None:
    (tmp_path / WEIGHTS).write_bytes((shipped.folder / WEIGHTS).read_bytes()[:5000])
    with pytest.raises(EncoderError, match="reinstall"):
        StaticEncoder(tmp_path)


@pytest.mark.parametrize("name", ["./nothing-here", "/no/such/folder", "~/nothing-here-either", "a/b/c", "what ever/?"])
def test_a_name_that_is_no_model_is_refused(name: str) -> None:
    with pytest.raises(EncoderError, match="--encoder"):
        load_encoder(name)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="--encoder"):
        load_encoder(str(tmp_path))


def test_offline_a_hub_name_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EncoderError, match="HF_HUB_OFFLINE"):
        load_encoder("someone/not-on-this-machine")


def test_an_unreachable_hub_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(EncoderError, match=r"127\.0\.0\.1"):
        load_encoder("someone/not-on-this-machine", timeout_s=0.5)


def test_the_export_gives_the_same_vectors_where_no_token_returns_and_near_ones_elsewhere(
    exported: Path, shipped: StaticEncoder
) -> None:
    sentences = [*corpus_sentences(), *TEXTS]
    other = load_encoder(str(exported))
    assert other.dimension == shipped.dimension
    theirs, ours = other.encode(sentences, kind="document"), shipped.encode(sentences, kind="document")
    tokens = [shipped.tokens(sentence) for sentence in sentences]
    once = np.array([len(set(found)) == len(found) for found in tokens])
    assert 5 <= once.sum() < len(sentences) - 20
    assert np.abs(theirs[once] - ours[once]).max() < 1e-6
    assert (theirs[~once] * ours[~once]).sum(axis=1).min() > 0.9


def test_prompts_of_a_model_are_used_and_fingerprinted(exported: Path, tmp_path: Path) -> None:
    for path in exported.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(exported)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    config = tmp_path / "config_sentence_transformers.json"
    settings = json.loads(config.read_text(encoding="utf-8"))
    settings["prompts"] = {"query": "question : ", "document": ""}
    config.write_text(json.dumps(settings), encoding="utf-8")
    plain, prompted = load_encoder(str(exported)), load_encoder(str(tmp_path))
    assert plain.fingerprint != prompted.fingerprint
    asked = prompted.encode(["qui gagne"], kind="query")
    assert np.allclose(asked, plain.encode(["question : qui gagne"], kind="query"), atol=1e-6)
    assert np.array_equal(prompted.encode(["qui gagne"], kind="document"), plain.encode(["qui gagne"], kind="query"))


def test_the_export_leaves_a_folder_in_use_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(EncoderError, match="not an empty folder"):
        export_sentence_transformers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
