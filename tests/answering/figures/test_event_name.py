"""An event called by common words, and the name that the articles give it."""

from __future__ import annotations

from assistant.answering.figures.event_name import name_of_event
from assistant.retrieval.query import QueryTerm
from tests.answering.figures.reading import query_of, read_of


def _words(question: str) -> list[QueryTerm]:
    return [one for one in query_of(question).terms if one.word in ("rupture", "digue", "explosion")]


def _name(question: str, *texts: str) -> str | None:
    found = name_of_event(_words(question), [read_of(text) for text in texts])
    return found.word if found else None


def test_the_name_is_the_one_that_articles_put_after_the_words() -> None:
    texts = (
        "La rupture de la digue de Corvel a fait 4 morts.",
        "Une semaine après, la digue de Corvel n'est pas réparée.",
        "À Corvel, le bilan monte à 9 morts.",
    )
    assert _name("Combien de morts dans la rupture de la digue ?", *texts) == "Corvel"


def test_a_name_given_once_is_none() -> None:
    assert _name("Combien de morts dans la rupture de la digue ?", "La digue de Corvel a cédé.", "Neuf morts.") is None


def test_words_of_several_events_name_none() -> None:
    texts = ("L'explosion de Corvel a fait 4 morts.", "L'explosion à Mirelles en a fait 3.")
    more = ("L'explosion de Corvel, un an après.", "L'explosion à Mirelles est oubliée.")
    assert _name("Combien de morts dans l'explosion ?", *texts, *more) is None


def test_who_did_it_is_not_its_name() -> None:
    texts = ("La digue de Jean Morel a cédé.", "La digue de Jean Morel est tombée.")
    assert _name("Combien de morts dans la rupture de la digue ?", *texts) is None
