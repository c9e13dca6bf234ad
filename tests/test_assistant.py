"""The one door: the same question gives the same answer, filters hold, and every quote is a slice of its article."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.serialise import answer_to_json
from assistant.assistant import Assistant
from assistant.errors import IndexNotFoundError, RequestError
from assistant.retrieval.filters import earliest_day, latest_day
from assistant.types import Answer, Hit, Reason, Turn

ROOT = Path(__file__).parents[1]
PUBLISHERS = ("Euronews", "Sputnik Afrique", "Nouvelles d'Arménie")
QUESTIONS = (
    "Que demande l'OTAN à la Turquie ?",
    "Que demande la France ?",
    "Que demande la Russie ?",
    "Combien de morts côté séparatiste ?",
    "Combien de civils ont été tués à Martouni ?",
    "Combien de localités ont été évacuées ?",
    "Qui a condamné l'utilisation de la force ?",
    "Que dénonce la Croix-Rouge ?",
    "Que dit Jens Stoltenberg ?",
    "Que dit Aliev ?",
    "Que dit Emmanuel Macron ?",
    "De quoi la Turquie est-elle accusée ?",
    "Quel est le bilan de l'Azerbaïdjan ?",
    "Quel bilan l'Arménie annonce-t-elle ?",
    "Quand Mike Pompeo s'est-il entretenu avec Pachinian ?",
    "Qui préside le groupe de Minsk ?",
    "Quelles armes interdites auraient été utilisées ?",
    "Que répond l'Azerbaïdjan sur le phosphore blanc ?",
    "Qu'ont proclamé les deux pays ?",
    "Quelle ville est la capitale du Haut-Karabakh ?",
    "Où se trouve Martouni ?",
    "Quels journalistes ont été blessés ?",
    "Que fournirait la Russie à l'Arménie ?",
    "Qui dirige la délégation turque à Bakou ?",
    "Quel missile l'armée arménienne a-t-elle utilisé ?",
    "Pourquoi la France demande-t-elle une réunion du Conseil de sécurité ?",
    "Que disent Euronews et Sputnik Afrique du cessez-le-feu ?",
    "Depuis quand durent les combats ?",
    "Que s'est-il passé le 1er novembre ?",
    "Que disait la Turquie en 2020 et en 2023 ?",
    "What does NATO ask Turkey to do?",
    "What does France demand?",
    "How many civilians were killed in Martuni?",
    "Who called for a ceasefire?",
    "What did the Red Cross denounce?",
    "How many people died on the separatist side?",
    "What is Turkey accused of?",
    "When did Pompeo speak with Aliyev?",
    "Who rejected the allegation about white phosphorus?",
    "Which side evacuated six localities?",
)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.load(ROOT / "index")


def _written(assistant: Assistant, answer: Answer) -> str:
    written = answer_to_json(answer, text_of=assistant.index.text)
    del written["timings_ms"]
    return json.dumps(written, ensure_ascii=False)


def test_the_first_question_of_all_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask("Que demande l'OTAN à la Turquie ?")
    [citation] = answer.citations
    assert "user de son influence" in citation.quote
    assert (citation.article.publisher, citation.article.agency) == ("Euronews", "AFP")
    assert citation.article.published.date == "2020-10-05"
    assert citation.speaker == "L'OTAN"
    assert answer.reason is None


@pytest.mark.parametrize(
    ("question", "reasons"),
    [
        ("Quel est le taux de natalité en Russie ?", None),  # a headline of a menu
        ("Combien de morts dans la guerre en Ukraine ?", None),
        ("Que dit Nelson Mandela ?", {"unknown_entity", "off_topic"}),
        ("Who won the football World Cup?", {"off_topic", "unknown_entity"}),
        ("Que s'est-il passé à Stepanakert en 1994 ?", {"off_period", "not_enough_evidence"}),
        ("", {"empty_question"}),
    ],
)
def test_what_the_articles_do_not_say_is_refused(
    assistant: Assistant, question: str, reasons: set[Reason] | None
) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.citations == ()
    assert reasons is None or answer.reason in reasons
    assert bool(answer.hits) == (question != "")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_stands_in_its_article_to_the_letter(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    for citation in answer.citations:
        article = assistant.index.articles[citation.article.id]
        assert article.text[citation.start : citation.end] == citation.quote
        assert f"«\u00a0{citation.quote}\u00a0» [{citation.number}]" in answer.text
        assert citation.speaker is None or citation.modality != "asserted"
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_most_of_the_questions_are_answered(assistant: Assistant) -> None:
    """Guards the test above: refusals have no quotes to check."""
    assert sum(not assistant.ask(question).abstained for question in QUESTIONS) >= 30


def test_an_article_published_later_is_never_seen(assistant: Assistant) -> None:
    chance = random.Random(20201005)
    for _ in range(200):
        question = chance.choice(QUESTIONS)
        year, month, day = (
            chance.choice([2019, 2020, 2020, 2020, 2023, 2024]),
            chance.randint(1, 12),
            chance.randint(1, 28),
        )
        as_of = chance.choice([f"{year}", f"{year}-{month:02d}", f"{year}-{month:02d}-{day:02d}"])
        answer = assistant.ask(question, as_of=as_of)
        seen = {citation.article.id for citation in answer.citations}
        seen |= {hit.passage.article_id for hit in answer.hits}
        dates = {assistant.index.articles[one].published.date for one in seen}
        assert all(date is not None and latest_day(date) <= latest_day(as_of) for date in dates), (question, as_of)


@settings(max_examples=100, deadline=None)
@given(
    question=st.sampled_from(QUESTIONS),
    day=st.dates(min_value=date(2019, 1, 1), max_value=date(2024, 12, 31)),
    length=st.sampled_from([4, 7, 10]),
)
def test_a_search_finds_nothing_published_later_or_out_of_range(
    assistant: Assistant, question: str, day: date, length: int
) -> None:
    asked = day.isoformat()[:length]

    def dates(hits: Sequence[Hit]) -> list[str | None]:
        return [assistant.index.articles[hit.passage.article_id].published.date for hit in hits]

    assert all(one and latest_day(one) <= latest_day(asked) for one in dates(assistant.search(question, as_of=asked)))
    until = assistant.search(question, published_before=asked)
    assert until == assistant.search(question, as_of=asked)
    since = dates(assistant.search(question, published_after=asked))
    assert all(one and earliest_day(one) >= earliest_day(asked) for one in since)


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_only_the_publishers_asked_for_are_seen(assistant: Assistant, publisher: str) -> None:
    answered = 0
    for question in QUESTIONS:
        answer = assistant.ask(question, publishers=[publisher.upper()])
        seen = {assistant.index.articles[hit.passage.article_id].publisher for hit in answer.hits}
        assert seen | {citation.article.publisher for citation in answer.citations} <= {publisher}
        answered += not answer.abstained
    assert answered


def test_a_publisher_named_in_the_question_is_the_one_searched(assistant: Assistant) -> None:
    answer = assistant.ask("Que demande la Russie selon Sputnik Afrique ?")
    assert {citation.article.publisher for citation in answer.citations} == {"Sputnik Afrique"}


@pytest.mark.parametrize("top_k", [0, 1, 3, 1000])
def test_top_k_bounds_the_hits_and_leaves_the_answer_alone(assistant: Assistant, top_k: int) -> None:
    usual, answer = assistant.ask(QUESTIONS[0]), assistant.ask(QUESTIONS[0], top_k=top_k)
    assert len(answer.hits) <= top_k
    assert answer.citations == usual.citations
    assert answer.hits[:5] == usual.hits[:top_k]
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))
    everything = assistant.search(QUESTIONS[0], top_k=len(assistant.index.passages))  # of a positive score
    assert assistant.search(QUESTIONS[0], top_k=top_k) == everything[:top_k]
    assert len(everything) > 5


def test_history_completes_a_follow_up_and_nothing_else(assistant: Assistant) -> None:
    before = [Turn("Que demande la Russie ?", "…")]
    alone, following = assistant.ask("Que demande la France ?"), assistant.ask("Et la France ?", history=before)
    assert following.understood == "Que demande la France ?"
    assert following.question == "Et la France ?"
    assert following.citations == alone.citations
    assert assistant.ask("Que demande la France ?", history=before).citations == alone.citations


def test_a_turn_too_long_to_be_asked_completes_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("Et la France ?", history=[Turn("Que demande la Russie ? " * 1000)])
    assert answer.understood == "Et la France ?"


def test_half_a_surrogate_pair_is_read_as_an_unknown_character(assistant: Assistant) -> None:
    answer = assistant.ask("Que demande \ud800 l'OTAN ?", history=[Turn("\udfff")])
    assert answer.question == "Que demande \ufffd l'OTAN ?"
    assert answer.citations == assistant.ask("Que demande l'OTAN ?").citations
    assert len(assistant.search("\udfff", top_k=2)) <= 2


def test_what_cannot_be_asked_is_refused(assistant: Assistant) -> None:
    with pytest.raises(RequestError, match="1001 characters"):
        assistant.ask("a" * 1001)
    with pytest.raises(RequestError, match="top_k is -1"):
        assistant.ask("Qui ?", top_k=-1)
    with pytest.raises(RequestError, match="lundi"):
        assistant.ask("Qui ?", as_of="lundi")
    with pytest.raises(RequestError, match="Le Journal"):
        assistant.ask("Qui ?", publishers=["Le Journal"])
    with pytest.raises(IndexNotFoundError, match="assistant index"):
        Assistant.load("/nowhere")


def test_the_same_question_gives_the_same_bytes_in_every_process(assistant: Assistant) -> None:
    lines = "\n".join(json.dumps({"question": question}) for question in QUESTIONS)
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "assistant", "ask", "--batch", "-", "--index", str(ROOT / "index")],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            input=lines,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    first, second = ([{**json.loads(line), "timings_ms": None} for line in output.splitlines()] for output in outputs)
    assert first == second
    here = [json.loads(_written(assistant, assistant.ask(question))) for question in QUESTIONS]
    assert [{**one, "timings_ms": None} for one in here] == first
