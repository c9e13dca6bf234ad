"""Which way answers which question, and that each leaves to the next what is not its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.answering.selection.confidence import CONFIDENCE_FEATURES
from assistant.answering.selection.feature_names import SENTENCE_FEATURES
from assistant.answering.selection.judge import Judge
from assistant.answering.selection.scorer import load_scorer
from assistant.answering.selection.sentences import SentenceReader
from assistant.answering.ways import BEST_SENTENCES, EACH_PUBLISHER, WAYS, Considered, first_way
from assistant.assistant import Assistant
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import parse_query
from assistant.types import Article
from tests.answering.made import made_assistant

_TOWN = {
    "arvel-1": (
        "La Gazette", "2022-10-28",
        "Le pont d'Arvel, une ville de la vallée de la Sorne, est fermé depuis jeudi. Le pont d'Arvel est fermé parce"
        " que deux de ses piles sont fissurées. Le 27 octobre, un camion y a perdu une roue.",
    ),
    "arvel-2": (
        "L'Éveil", "2022-11-02",
        "La préfète Lise Ormond a répondu aux riverains. « Le pont rouvrira au printemps », a déclaré Lise Ormond.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("town") / "made", articles=_TOWN)


def _known(assistant: Assistant, question: str) -> Considered:
    """Return a question that is put to nobody and counts nothing, as its ways look at it."""
    index, encoder = assistant.index, StaticEncoder.shipped()
    reader = SentenceReader(encoder)
    scorer = load_scorer(sentence_features=SENTENCE_FEATURES, confidence_features=CONFIDENCE_FEATURES)
    judge = Judge(index, encoder, reader, scorer)
    hits = assistant.search(question, top_k=20)

    def holding(term: str) -> Sequence[Article]:
        return ()

    return Considered(
        whole=judge.judge(parse_query(question, vocabulary=index.lexical.vocabulary), hits),
        series=(),
        words=(),
        lines=[],
        hits=hits,
        judge=judge,
        read=reader.read,
        holding=holding,
    )


@pytest.mark.parametrize(
    ("question", "name", "said"),
    [
        ("C'est quoi Arvel ?", "what a name is", "une ville de la vallée"),
        ("Que dit Lise Ormond ?", "what somebody says", "au printemps"),
        ("Que s'est-il passé le 27 octobre ?", "what is of a day", "un camion"),
        ("Pourquoi le pont d'Arvel est-il fermé ?", "the best sentences", "fissurées"),
    ],
)
def test_each_question_is_answered_in_its_way(town: Assistant, question: str, name: str, said: str) -> None:
    found = first_way(_known(town, question))
    assert found is not None
    way, chosen = found
    assert way.name == name
    assert said in chosen[0].text


def test_lines_of_publishers_go_before_the_best_sentence(town: Assistant) -> None:
    known = _known(town, "Pourquoi le pont d'Arvel est-il fermé ?")
    line = known.whole.ranked[-1].sentence
    assert first_way(replace(known, lines=[line])) == (EACH_PUBLISHER, [line])


def test_what_no_way_answers_is_left(town: Assistant) -> None:
    assert first_way(_known(town, "Qui a remporté le tournoi de tennis de Melbourne ?")) is None


def test_every_way_has_its_own_name_and_the_general_one_comes_late() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS)
    assert WAYS.index(EACH_PUBLISHER) < WAYS.index(BEST_SENTENCES) == len(WAYS) - 2
