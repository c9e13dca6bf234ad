"""Which publishers have a word on the point, which sentence it is, and who has nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from assistant.answering.publishers.of_each import Word, beside_an_answer, with_a_word, without_a_word
from assistant.answering.publishers.on_point import WORD_FEATURES, WORD_SIGNS
from assistant.answering.publishers.word_model import load_word_model
from assistant.assistant import Assistant
from assistant.types import Answer
from eval.asking.temporary_index import assistant_over

ARTICLES: Mapping[str, str] = {
    "gazette": (
        "---\ntitle: Le canal de Brémont à sec\npublisher: La Gazette\npublished: 2023-08-02\n---\n\n"
        "La sécheresse a vidé le canal de Brémont. En 1976, une sécheresse avait tué 300 vaches dans la vallée. "
        "Les péniches sont à quai depuis lundi."
    ),
    "relais": (
        "---\ntitle: Un concert au kiosque\npublisher: Le Relais\npublished: 2023-08-02\n---\n\n"
        "L'orchestre de Brémont jouera dimanche au kiosque. Mme Tallard dirigera une valse et deux marches."
    ),
    "sillon": (
        "---\ntitle: Les éleveurs comptent leurs pertes\npublisher: Le Sillon\npublished: 2023-08-20\n---\n\n"
        "Les éleveurs de Brémont ont perdu 40 vaches depuis juin. "
        "La sécheresse de 1976 ? Les anciens en parlent encore comme d'une guerre."
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Yield an assistant over three articles of one town, two of them on its drought."""
    folder = tmp_path_factory.mktemp("of_each")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    with assistant_over(folder) as (assistant, _):
        yield assistant


def _said(answer: Answer) -> dict[str | None, str]:
    return {one.article.publisher: one.quote for one in answer.citations}


def _silent(answer: Answer) -> list[str]:
    return [one.text.split("\u00a0:")[0] for one in answer.remarks if one.kind == "silence"]


def test_a_year_that_is_asked_for_chooses_the_sentence_of_each(made: Assistant) -> None:
    answer = made.ask("Que disent les différents titres de la sécheresse de 1976 ?")
    said = _said(answer)
    assert said["La Gazette"].startswith("En 1976") and "Le Sillon" in said
    assert _silent(answer) == ["Le Relais"]


def test_the_names_of_those_asked_are_no_part_of_the_subject(made: Assistant) -> None:
    answer = made.ask("Que disent La Gazette et Le Relais du concert au kiosque ?")
    assert set(_said(answer)) == {"Le Relais"}
    assert _silent(answer) == ["La Gazette"]


def test_a_sentence_that_asks_is_quoted_with_the_next(made: Assistant) -> None:
    answer = made.ask("Que disent les différents titres de la sécheresse de 1976 ?")
    quotes = [one.quote for one in answer.citations if one.article.publisher == "Le Sillon"]
    assert not quotes[-1].endswith("?")


def test_who_is_neither_sure_nor_quiet_is_not_spoken_of() -> None:
    model = load_word_model()
    between = (model.shown + model.silent) / 2
    words = [Word("Le Relais", None, between), Word("La Gazette", None, 0.0)]
    assert with_a_word(words, model) == [] and without_a_word(words, model) == ("La Gazette",)
    assert beside_an_answer(words, [], model) == []


def test_no_weight_is_against_its_sign() -> None:
    weights = load_word_model().sentence.weights
    assert weights.shape == (len(WORD_FEATURES),)
    assert np.all(weights * np.array(list(WORD_SIGNS.values())) >= 0)


def test_a_compound_is_another_word_than_its_end(tmp_path: Path) -> None:
    texts = {
        "gazette": "La Gazette\n---\n\nLe torpilleur Ardent a été vendu. L'amirauté a perdu dans la nuit de mardi à"
        " mercredi, au large du cap, un contre-torpilleur de deux mille tonnes et trente marins.",
        "relais": "Le Relais\n---\n\nLes pêcheurs rentrent au port. Le thon se vend cher cette année.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: En mer\npublisher: {text}", encoding="utf-8")
    with assistant_over(tmp_path) as (assistant, _):
        answer = assistant.ask("Que disent les journaux du contre-torpilleur ?")
        assert "contre-torpilleur" in _said(answer)["La Gazette"]
        assert _silent(answer) == ["Le Relais"]


def test_of_the_party_asked_about_and_of_no_other(tmp_path: Path) -> None:
    texts = {
        "gazette": "La Gazette\n---\n\nL'Islande annonce la mort de douze de ses soldats. De son côté, la Norvège ne"
        " publie aucun bilan de ses pertes militaires et parle de trois morts.",
        "relais": "Le Relais\n---\n\nLes pertes norvégiennes s'élèvent à neuf morts. L'Islande a fait état de quarante"
        " morts dans ses rangs depuis le début des combats.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: La guerre\npublisher: {text}", encoding="utf-8")
    with assistant_over(tmp_path) as (assistant, _):
        said = _said(
            assistant.ask("Les pertes islandaises selon La Gazette et selon Le Relais, qu'est-ce qui change ?")
        )
        assert "douze" in said["La Gazette"] and "quarante" in said["Le Relais"]
        said = _said(
            assistant.ask("Les pertes norvégiennes selon La Gazette et selon Le Relais, qu'est-ce qui change ?")
        )
        assert "trois" in said["La Gazette"] and "neuf" in said["Le Relais"]
