"""Citations with their speaker: which sentence is quoted beside the one that answers."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest

from assistant.answering.attribution.spoken import citations_of
from assistant.answering.selection.sentences import Sentence
from assistant.language.sentences import sentences
from tests.test_types import ARTICLE

_NONE = np.zeros((0,), dtype=np.float32)


def sentences_of(text: str) -> list[Sentence]:
    article = replace(ARTICLE, text=text, sha256=sha256(text.encode()).hexdigest())
    return [
        Sentence(article, start, end, number, (), (), (), frozenset(), _NONE, _NONE)
        for number, (start, end) in enumerate(sentences(text))
    ]


def test_a_pronoun_s_sentence_is_quoted_with_the_one_that_names_its_speaker() -> None:
    first, second, third = sentences_of("Le préfet a annoncé un bilan. Il a ajouté que deux ponts ont cédé. Il pleut.")
    ((citation,),) = citations_of([[second]])
    assert citation.quote == "Le préfet a annoncé un bilan. Il a ajouté que deux ponts ont cédé."
    assert (citation.speaker, citation.modality, citation.number) == ("Le préfet", "reported", 1)
    assert citations_of([[third]])[0][0].quote == "Il pleut."
    assert [[one.quote for one in group] for group in citations_of([[first], [second]])] == [
        [first.text],
        [second.text],
    ]


def test_a_quotation_is_quoted_to_its_end_where_its_speaker_stands() -> None:
    first, _ = sentences_of("« La digue a cédé. L'eau monte », a raconté la maire de Sandres.")
    ((citation,),) = citations_of([[first]])
    assert citation.quote.endswith("a raconté la maire de Sandres.")
    assert citation.speaker == "la maire de Sandres"


@pytest.mark.parametrize("between", ["\n\n", " Le vent a faibli. "])
def test_a_name_that_does_not_stand_beside_is_not_quoted(between: str) -> None:
    *_, last = sentences_of(f"Le préfet a annoncé un bilan.{between}« Deux ponts ont cédé », a-t-il ajouté.")
    ((citation,),) = citations_of([[last]])
    assert citation.quote == "« Deux ponts ont cédé », a-t-il ajouté."
    assert citation.speaker == "Le préfet"


def test_numbers_run_through_and_two_sentences_of_a_statement_stay_two_citations() -> None:
    first, second, third = sentences_of("Pour Ines Caron, la saison est finie : « Assez. » Il pleut. Le vent faiblit.")
    groups = citations_of([[first, second], [third]])
    assert [[one.number for one in group] for group in groups] == [[1, 2], [3]]
    assert [one.quote for group in groups for one in group] == [first.text, second.text, third.text]
