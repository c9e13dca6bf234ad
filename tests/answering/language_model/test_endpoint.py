"""A language model is used when it is asked for, and its key goes to it and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.language_model.client import chat
from assistant.answering.language_model.endpoint import HUGGING_FACE, Endpoint, endpoint_from
from assistant.cli import main
from assistant.errors import RequestError
from tests.answering.language_model.model_server import KEY, says, served

ROOT = Path(__file__).parents[3]
MESSAGES = [{"role": "user", "content": "…"}]


@pytest.fixture(autouse=True)
def online(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let huggingface_hub speak to this machine: the tests run in its offline mode."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)


def test_without_a_model_there_is_none() -> None:
    assert endpoint_from({}) is None
    assert endpoint_from({"HF_TOKEN": "hf_x", "ASSISTANT_LLM_API_KEY": "k", "ASSISTANT_LLM_TIMEOUT_S": "3"}) is None


def test_a_model_alone_is_at_hugging_face_with_its_token() -> None:
    endpoint = endpoint_from({"ASSISTANT_LLM_MODEL": "org/model", "HF_TOKEN": "hf_x"})
    assert endpoint == Endpoint("org/model", HUGGING_FACE, "hf_x", 20.0)


def test_the_command_line_goes_before_the_environment() -> None:
    environment = {"ASSISTANT_LLM_MODEL": "a", "ASSISTANT_LLM_BASE_URL": "http://a/v1", "ASSISTANT_LLM_TIMEOUT_S": "3"}
    assert endpoint_from(environment, model="b", base_url="http://b/v1") == Endpoint("b", "http://b/v1", timeout_s=3)


@pytest.mark.parametrize(
    "address",
    [
        "http://router.huggingface.co/v1",  # in clear
        "https://huggingface.co.evil.invalid/v1",
        "https://evilhuggingface.co/v1",
        "https://api.example/huggingface.co",
        "http://localhost:11434/v1",
    ],
)
def test_a_hugging_face_token_goes_to_hugging_face_only(address: str) -> None:
    endpoint = endpoint_from({"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_BASE_URL": address, "HF_TOKEN": "hf_x"})
    assert endpoint is not None
    assert endpoint.api_key != "hf_x"


def test_without_a_key_no_token_of_this_machine_is_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_of_this_machine")
    with served(says(lambda asked: "[1]")) as server:
        endpoint = endpoint_from({"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_BASE_URL": server.address})
        assert endpoint is not None
        assert "".join(chat(endpoint, MESSAGES)) == "[1]"
        [asked] = server.requests
    assert "hf_of_this_machine" not in str(asked)


def test_the_key_goes_to_the_endpoint_and_is_written_nowhere() -> None:
    with served(says(lambda asked: "[1]")) as server:
        assert "".join(chat(server.endpoint(), MESSAGES)) == "[1]"
        [asked] = server.requests
        assert asked.headers["authorization"] == f"Bearer {KEY}"
        assert (asked.body["model"], asked.body["stream"]) == ("a/model", True)
        assert KEY not in repr(server.endpoint())


@pytest.mark.parametrize(
    "wrong",
    [
        {"ASSISTANT_LLM_BASE_URL": "http://host/v1"},
        {"ASSISTANT_LLM_MODEL": "http://host/v1"},
        {"ASSISTANT_LLM_MODEL": " "},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_BASE_URL": "host/v1"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_BASE_URL": "file:///etc/passwd"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_BASE_URL": "http://host:port/v1"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_BASE_URL": f"https://user:{KEY}@host/v1"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_BASE_URL": f"https://host/v1?key={KEY}"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_API_KEY": f"{KEY}\n"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_API_KEY": f"{KEY} é"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_TIMEOUT_S": "soon"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_TIMEOUT_S": "0"},
        {"ASSISTANT_LLM_MODEL": "m", "ASSISTANT_LLM_TIMEOUT_S": "nan"},
    ],
)
def test_what_cannot_be_used_is_refused_and_no_key_is_written_out(wrong: dict[str, str]) -> None:
    with pytest.raises(RequestError, match="LLM") as refused:
        endpoint_from(wrong)
    assert KEY not in str(refused.value)


def test_the_command_line_asks_the_model_it_names(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_LLM_API_KEY", KEY)
    ask = ["ask", "Que demande l'OTAN à la Turquie ?", "--index", str(ROOT / "index"), "--llm-model", "m"]
    with served(says(lambda asked: f"{asked.quotes[0]['quote'].split(', ')[0]}. [1]")) as server:
        assert main([*ask, "--llm-base-url", server.address]) == 0
        assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    printed = capsys.readouterr()
    assert "(formulé par le modèle)\nEuronews avec AFP, 5 octobre 2020" in printed.out
    assert printed.err == ""
    assert main([*ask, "--llm-base-url", server.address]) == 0  # it has stopped
    printed = capsys.readouterr()
    assert printed.out.startswith("Euronews avec AFP, 5 octobre 2020")
    assert "Le modèle n’a pas répondu\u00a0; réponse extraite." in printed.err
    assert KEY not in printed.out + printed.err
