"""Sources side by side in an answer: what differs, what is one origin, who has nothing; whatever the files' names."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.serialise import answer_to_json
from assistant.assistant import Assistant
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index
from assistant.settings import DEFAULTS
from assistant.types import Answer, Turn
from tests.answering.made import made_assistant

_DISPATCH = (
    "Un incendie a ravagé lundi l'usine Norvex de Valmire. L'incendie de l'usine de Valmire a fait douze morts, a"
    " annoncé le préfet. Les pompiers ont lutté toute la nuit contre les flammes. La direction promet une"
    " enquête interne."
)
# Publisher, agency, date, text; invented.
_MADE = [
    ("La Gazette", "AFP", "2021-05-03", _DISPATCH),
    ("Info Sud", "AFP", "2021-05-04", f"Drame à Valmire. {_DISPATCH}"),
    ("Le Littoral", None, "2021-05-03", _DISPATCH.split(" La direction")[0]),
    (
        "L'Éveil", None, "2021-05-10",
        "Une semaine après, Valmire enterre ses morts. L'incendie de l'usine de Valmire a fait dix-neuf morts, a"
        " annoncé le préfet. Une marche est prévue samedi. Norvex dément avoir ignoré les alertes des inspecteurs du"
        " travail.",
    ),
    (
        "Radio Centre", None, "2021-05-10",
        "Norvex a ignoré les alertes des inspecteurs du travail. Le groupe employait quatre cents personnes à Valmire.",
    ),
    ("20 Minutes", None, "2021-05-11", "La finale de volley a réuni trois mille spectateurs à Belcastre."),
]  # fmt: skip
_QUESTIONS = [
    "Combien de morts dans l'incendie de l'usine de Valmire ?",
    "Norvex a-t-il ignoré les alertes des inspecteurs du travail ?",
    "Que disent les différents médias de l'usine Norvex ?",
    "Comment les pompiers ont-ils lutté contre les flammes ?",
    "Combien de spectateurs à la finale de volley ?",
]


def _assistant(folder: Path, names: list[str]) -> Assistant:
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, (publisher, agency, published, text) in zip(names, _MADE, strict=True):
        stated = f'publisher: "{publisher}"\nagency: {agency or "null"}\npublished: {published}'
        (corpus / f"{name}.md").write_text(f"---\ntitle: null\n{stated}\nlanguage: fr\n---\n\n{text}\n", "utf-8")
    encoder = load_encoder(None)
    build_index(corpus, folder / "index", encoder=encoder, max_tokens=DEFAULTS.max_tokens, overlap_sentences=1)
    return Assistant(load_index(folder / "index", encoder=encoder), encoder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return _assistant(tmp_path_factory.mktemp("made"), list("abcdef"))


def _told(answer: Answer, kind: str) -> list[str]:
    return [remark.text.replace("\u00a0", " ") for remark in answer.remarks if remark.kind == kind]


def test_a_toll_that_grew_is_said_to_be_later_and_its_dispatch_is_one_origin(made: Assistant) -> None:
    answer = made.ask(_QUESTIONS[0])
    assert [point.value for point in answer.figures] == [19.0, 12.0]
    assert _told(answer, "later") == ["Chiffre plus récent : [1], après [2]."]
    [origin] = _told(answer, "origin")
    assert origin.startswith("[2] : 1 origine (AFP), 3 reprises : ")
    assert all(name in origin for name in ("La Gazette (3 mai 2021)", "Info Sud (4 mai 2021)", "Le Littoral"))


def test_a_sentence_that_several_print_is_quoted_once_with_all_who_print_it(made: Assistant) -> None:
    answer = made.ask("Comment les pompiers ont-ils lutté contre les flammes ?")
    quotes = [one.quote for one in answer.citations]
    assert len(quotes) == len(set(quotes))
    first = answer.citations[0]
    assert {first.article.id, *first.also_in} == {"a", "b", "c"}
    [row, *_] = answer_to_json(answer, text_of=made.index.text)["citations"]
    assert sorted([row["article_id"], *row["also_in"]]) == ["a", "b", "c"]


def test_a_contradiction_is_shown_from_both_sides_and_called_one(made: Assistant) -> None:
    answer = made.ask(_QUESTIONS[1])
    assert {one.article.publisher for one in answer.citations} == {"L'Éveil", "Radio Centre"}
    assert _told(answer, "contradiction") == ["Contradiction : [1] et [2] ne s’accordent pas."]
    [row] = [one for one in answer_to_json(answer, text_of=made.index.text)["remarks"] if one["kind"] != "origin"]
    assert row["citations"] == [1, 2] or row["citations"] == (1, 2)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Combien de morts à Valmire selon 20 Minutes ?", "20 Minutes : rien trouvé sur ce point"),
        ("Que disent La Gazette et 20 Minutes de l'incendie ?", "20 Minutes : rien trouvé sur ce point"),
        ("What do the different publishers say about the fire?", "20 Minutes: nothing found on this point"),
    ],
)
def test_a_publisher_with_nothing_on_the_point_is_said_to_have_nothing(
    made: Assistant, question: str, said: str
) -> None:
    answer = made.ask(question)
    assert any(one.startswith(said) for one in _told(answer, "silence"))
    assert "20 Minutes" not in {one.article.publisher for one in answer.citations}


def test_a_publisher_that_is_quoted_or_not_asked_about_is_never_called_silent(made: Assistant) -> None:
    for question in ("Combien de morts à Valmire ?", "Combien de spectateurs à la finale selon 20 Minutes ?"):
        assert _told(made.ask(question), "silence") == []


def test_every_publisher_asked_about_gets_its_line(made: Assistant) -> None:
    answer = made.ask("Que disent les différents médias de l'usine Norvex ?")
    quoted = {one.article.publisher for one in answer.citations}
    also = {made.index.articles[name].publisher for one in answer.citations for name in one.also_in}
    assert {"La Gazette", "Info Sud", "Le Littoral"} <= quoted | also
    assert "20 Minutes : rien trouvé sur ce point dans le corpus." in _told(answer, "silence")


def test_the_order_of_the_files_changes_no_answer(made: Assistant, tmp_path: Path) -> None:
    other = _assistant(tmp_path, list("fedcba"))

    def said(answer: Answer) -> tuple[object, ...]:
        return answer.reason, sorted(one.quote for one in answer.citations), sorted(r.kind for r in answer.remarks)

    for question in _QUESTIONS:
        assert said(made.ask(question)) == said(other.ask(question)), question


def test_the_shipped_articles_differ_in_scope_not_in_truth() -> None:
    answer = Assistant.load("index").ask(
        "Combien de civils azerbaïdjanais tués selon Euronews et Nouvelles d'Arménie ?"
    )
    assert "contradiction" not in {remark.kind for remark in answer.remarks}
    assert "later" in {remark.kind for remark in answer.remarks}


def test_an_answer_of_every_publisher_is_had_again_as_it_was(made: Assistant) -> None:
    question = "Que disent les différents médias de l'usine Norvex ?"
    first = made.ask(question)
    again = made.ask("Tu peux répéter ?", history=[Turn(question, first.text)])
    assert [one.quote for one in again.citations] == [one.quote for one in first.citations]


def test_another_partys_amount_in_the_next_sentence_is_told_too(tmp_path: Path) -> None:
    text = (
        "Un député a révélé lundi que la ville avait vendu pour 38 millions d'euros de terrains à Norvex."
        " Le ministère parle, lui, de 21 millions d'euros. Le port est fermé."
    )
    answer = made_assistant(tmp_path, articles={"vente": ("La Gazette", "2026-02-24", text)}).ask(
        "Pour combien la ville a-t-elle vendu de terrains à Norvex ?"
    )
    assert [("38" in one.quote, "21" in one.quote) for one in answer.citations] == [(True, False), (False, True)]


def test_amounts_of_other_things_are_not_set_beside_an_answer(tmp_path: Path) -> None:
    """Both are so many euros a day: that makes them no one thing."""
    court = "Le tribunal a ordonné l'évacuation du piquet, sous astreinte de 1 500 euros par jour et par personne."
    articles = {
        "a": ("Le Midi", "2025-11-14", f"La grève continue. {court}"),
        "b": ("L'Éveil", "2025-11-12", "La direction affirme que la grève lui coûte 600 000 euros par jour."),
        "c": ("La Gazette", "2025-10-24", "Les assureurs chiffrent les dégâts de la crue à 380 millions d'euros."),
    }
    answer = made_assistant(tmp_path, articles=articles).ask(
        "Quel est le montant de l'astreinte fixée par le tribunal ?"
    )
    assert [citation.article.id for citation in answer.citations] == ["a"]


def test_the_noun_after_how_many_is_counted_not_the_verb_after_it(tmp_path: Path) -> None:
    articles = {
        "a": ("Le Midi", "2025-11-03", "Le plan touche plus du quart du site de Brenne, qui emploie 1 140 salariés."),
        "b": ("L'Éveil", "2025-11-05", "La grève contre la suppression de 312 postes au site de Brenne a commencé."),
    }
    answer = made_assistant(tmp_path, articles=articles).ask("Combien de salariés emploie le site de Brenne ?")
    assert "1 140 salariés" in answer.citations[0].quote
    assert all("postes" not in citation.quote for citation in answer.citations)
