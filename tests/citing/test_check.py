"""Whatever an answerer writes, what leaves between « » is in its article."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from assistant.answering.wording import statement_text
from assistant.assistant import Assistant
from assistant.citing.check import check_answer, quoted_in
from assistant.types import Answer, Citation, Statement
from eval.measures.quotes import quotes_of
from tests.citing.made import ARTICLES, made


def _citation(number: int, article: str, quote: str, *, speaker: str | None = None) -> Citation:
    start = ARTICLES[article].text.index(quote)
    return Citation(number, ARTICLES[article], quote, start, start + len(quote), speaker)


NO_DATE = _citation(1, "courrier", "Le maire de Sandres n’a pas annoncé de date.")
WORKS = _citation(2, "courrier", "La préfecture a indiqué que « les travaux » dureront six mois.")
PETITION = _citation(3, "echo", "Une pétition a recueilli 200 signatures en deux jours.")


def _answer(*said: tuple[str, Sequence[Citation]], text: str | None = None) -> Answer:
    citations = {one.number: one for _, cited in said for one in cited}
    return Answer(
        question="Et le pont ?",
        understood="Et le pont ?",
        language="fr",
        text="\n".join(written for written, _ in said) if text is None else text,
        statements=tuple(Statement(written, tuple(one.number for one in cited)) for written, cited in said),
        citations=tuple(citations[number] for number in sorted(citations)),
        reason=None,
        confidence=0.5,
        hits=(),
    )


def _said(*cited: Citation) -> tuple[str, Sequence[Citation]]:
    return statement_text(cited, "fr"), cited


@pytest.mark.parametrize(
    "answer",
    [
        _answer(_said(NO_DATE), _said(WORKS), _said(PETITION)),
        _answer((NO_DATE.quote, [NO_DATE]), (WORKS.quote, [WORKS])),  # the quote alone, which has « » of its own
        _answer((f"Selon la préfecture, « les travaux » dureront : « {WORKS.quote} » [2]", [WORKS])),
        _answer(("Il s’agit de « Une pétition » [3] seulement.", [PETITION])),
        _answer(("L’Écho parle d’une pétition [3].", [PETITION])),
    ],
)
def test_a_true_answer_is_left_as_it_is(answer: Answer) -> None:
    assert check_answer(answer, ARTICLES) is answer


@pytest.mark.parametrize(
    "text",
    [
        "Le Courrier : « Le maire a annoncé une date. » [1]",
        "Le Courrier : « Le maire de Sandres n’a pas annoncé de date. Il ment. » [1]",
        "Le Courrier : « annoncé de date » [1]",  # cut from "n'a pas"
        "Le Courrier : « Le maire […] de date » [1]",
        "L’Écho : « Une pétition a recueilli 200 signatures en deux jours. » [1]",  # of an article not cited here
        "Le Courrier : « Le maire de Sandres n’a pas annoncé de date. » [3]",  # under another number
        "Le Courrier : « Le maire de Sandres n’a pas annoncé de date.",  # never closed
        "Le Courrier : Le maire » de Sandres [1]",  # never opened
        "Le Courrier : « » [1]",
    ],
)
def test_a_statement_that_quotes_what_is_not_there_is_dropped(text: str) -> None:
    checked = check_answer(_answer((text, [NO_DATE]), _said(PETITION)), ARTICLES)
    assert [one.quote for one in checked.citations] == [PETITION.quote]
    assert checked.citations[0].number == 1
    assert checked.text == statement_text([replace(PETITION, number=1)], "fr")
    alone = check_answer(_answer((text, [NO_DATE])), ARTICLES)
    assert (alone.abstained, alone.reason, alone.statements) == (True, "not_enough_evidence", ())
    assert "«" not in alone.text


def test_a_citation_of_no_article_of_the_corpus_carries_nothing() -> None:
    forged = made("courrier", "Le pont est tombé.")
    citation = Citation(1, forged, "Le pont est tombé.", 0, 18)
    assert check_answer(_answer(_said(citation)), ARTICLES).abstained
    unknown = replace(citation, article=made("autre", "Le pont est tombé."))
    assert check_answer(_answer(_said(unknown)), ARTICLES).abstained


def test_a_text_that_says_more_than_its_statements_is_made_of_them_again() -> None:
    answer = _answer(_said(NO_DATE), text=f"{statement_text([NO_DATE], 'fr')}\nEt « le pont est tombé » [1].")
    assert check_answer(answer, ARTICLES).text == statement_text([NO_DATE], "fr")


def test_a_refusal_quotes_nothing_and_stays() -> None:
    refusal = Answer("Oz ?", "Oz ?", "fr", "Le corpus ne mentionne pas « Oz ».", (), (), "unknown_entity", 0.1, ())
    assert check_answer(refusal, ARTICLES) is refusal


def test_nothing_made_up_ever_leaves(shipped: Assistant) -> None:
    """An answerer that mixes true quotes with spoilt ones, a few hundred times over."""
    chance = random.Random(5)
    articles = shipped.index.articles
    taken = quotes_of(articles, count=120)
    for _ in range(300):
        said = []
        for number, one in enumerate(chance.sample(taken, 4), 1):
            citation = Citation(number, one.article, one.text, one.start, one.end)
            words = one.text.split(" ")
            spoilt = chance.randrange(len(words))
            text = " ".join([*words[:spoilt], "pommes", *words[spoilt + 1 :]]) if chance.random() < 0.5 else one.text
            said.append((f"Untel : « {text} » [{number}]", [citation]))
        checked = check_answer(_answer(*said), articles)
        for quoted in quoted_in(checked.text, checked.citations):
            assert any(quoted.words == one.quote for one in checked.citations)
        assert "pommes" not in checked.text


def test_every_answer_of_the_assistant_passes_through_it(shipped: Assistant) -> None:
    class Liar:
        def answer(self, *arguments: object, question: str) -> Answer:
            return replace(_answer(("Il dit : « Le pont est tombé. » [1]", [NO_DATE])), question=question)

        def stream(self, *arguments: object, question: str) -> Iterator[Answer]:
            yield self.answer(question=question)

    liar = Assistant.load()
    liar._answerer = Liar()
    assert liar.ask("Que demande l'OTAN à la Turquie ?").abstained
    assert not shipped.ask("Que demande l'OTAN à la Turquie ?").abstained
