"""Near misses made by rule: the name is another of the corpus, and the corpus does not answer the new question."""

from __future__ import annotations

from assistant.indexing.static_encoder import StaticEncoder
from assistant.training.examples import Example
from assistant.training.swaps import swapped
from assistant.training.workbench import Workbench
from assistant.types import Article, Published

_STRIKE = "La grève des trains a duré neuf jours à Nantes en 2017. Le maire a salué sa fin. À Nantes, on part."
_FLOOD = "La crue de la rivière a touché Limoges en 2018. Le maire de Limoges a fermé le pont. À Limoges, on attend."


def _article(name: str, text: str) -> Article:
    return Article(name, None, None, None, (), Published(), None, "fr", text, f"{name}.txt", text)


def _swapped(question: str, *texts: str) -> list[str]:
    articles = [_article(str(number), text) for number, text in enumerate(texts)]
    bench = Workbench(articles, StaticEncoder.shipped())
    example = Example(question, (), (("0", 0, 40),), family="f", groups=((("0", 0, 40),),))
    found = list(swapped([example], bench))
    assert all(one.made and one.refused and one.family == "f" for one in found)
    return [one.question for one in found]


def test_a_name_is_swapped_for_another_of_the_corpus() -> None:
    assert _swapped("Combien de jours la grève des trains a-t-elle duré à Nantes ?", _STRIKE, _FLOOD) == [
        "Combien de jours la grève des trains a-t-elle duré à Limoges ?"
    ]


def test_a_swap_that_the_corpus_answers_is_left_out() -> None:
    strike = _STRIKE.replace("Nantes", "Limoges")
    assert _swapped("Combien de jours la grève des trains a-t-elle duré à Nantes ?", _STRIKE, strike) == []


def test_a_year_is_swapped_for_one_that_no_article_has() -> None:
    assert _swapped("Quelle grève en 2017 ?", _STRIKE, _FLOOD) == ["Quelle grève en 2016 ?"]
