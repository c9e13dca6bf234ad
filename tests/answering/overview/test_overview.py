"""An overview is lines of quotes: of each party, day or article; within its topic; of a large corpus, a sample."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index
from assistant.settings import DEFAULTS
from assistant.types import Answer, Turn

SUMMARY, TIMELINE, POSITIONS, CORPUS = (
    "Résume le conflit",
    "Chronologie",
    "Quelles sont les positions de chaque pays ?",
    "De quoi parle le corpus ?",
)
STORIES = {
    "Grève des bus": "Les chauffeurs de bus ont cessé le travail pour réclamer de meilleurs salaires.",
    "Incendie en forêt": "Un incendie a brûlé la pinède et forcé des campeurs à fuir vers la plage.",
    "Lycée fermé": "Le lycée ferme ses portes après la découverte de plomb dans ses murs.",
    "Tableaux volés": "Des cambrioleurs ont emporté de nuit plusieurs peintures du musée municipal.",
    "Crue soudaine": "La rivière est sortie de son lit et a inondé les caves du vieux quartier.",
    "Nouveau maire": "Une ancienne institutrice a remporté les élections municipales dimanche soir.",
    "Marathon": "Le coureur kényan a battu le record de l'épreuve sous une pluie battante.",
    "Usine rachetée": "Un groupe allemand reprend la fabrique de porcelaine et tous ses ouvriers.",
    "Loup aperçu": "Des bergers disent avoir vu une meute rôder près des troupeaux en montagne.",
    "Festival annulé": "Les organisateurs renoncent aux concerts faute de subventions et de bénévoles.",
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Return an assistant over a hundred made articles of ten years and three publishers."""
    folder = tmp_path_factory.mktemp("large")
    corpus = folder / "corpus"
    corpus.mkdir()
    for number in range(100):
        title, story = list(STORIES.items())[number % 10]
        day = f"{2010 + number // 10}-05-{1 + number % 28:02d}"
        head = f"title: {title}\npublisher: Journal {number % 3}\npublished: '{day}'"
        text = f"{story} L'article porte le numéro {number + 300}."
        (corpus / f"a{number:03d}.md").write_text(f"---\n{head}\n---\n{text}\n", encoding="utf-8")
    encoder = load_encoder(None)
    build_index(corpus, folder / "index", encoder=encoder, max_tokens=DEFAULTS.max_tokens, overlap_sentences=1)
    return Assistant(load_index(folder / "index", encoder=encoder), encoder)


def _headings(answer: Answer) -> list[str]:
    return [one.text.split(" — ")[0] for one in answer.statements]


@pytest.mark.parametrize("question", [SUMMARY, TIMELINE, POSITIONS, CORPUS, "Summarise", "Timeline"])
def test_every_line_is_a_quote_to_the_letter_and_there_are_few(shipped: Assistant, question: str) -> None:
    answer = shipped.ask(question)
    assert answer.reason is None
    assert 4 <= len(answer.statements) <= 8
    assert all(one.article.text[one.start : one.end] == one.quote for one in answer.citations)
    assert len({one.quote for one in answer.citations}) == len(answer.citations)
    assert len({one.article.id for one in answer.citations}) >= 3
    assert answer.language == ("en" if question.isascii() and question in {"Summarise", "Timeline"} else "fr")


def test_a_timeline_is_in_the_order_of_events_with_their_day_and_that_of_publication(shipped: Assistant) -> None:
    answer = shipped.ask(TIMELINE)
    headings = _headings(answer)
    assert headings[0] == "30 septembre 2020"
    assert headings[-1] == "Septembre 2023, à la publication"
    assert headings.index("1er octobre 2020") < headings.index("5 octobre 2020")
    thursday = answer.statements[headings.index("1er octobre 2020")]
    assert "Euronews avec AFP, 2 octobre 2020" in thursday.text
    assert "jeudi" in thursday.text


def test_the_latest_is_of_the_newest_month_alone(shipped: Assistant) -> None:
    answer = shipped.ask("Où en est-on ?")
    dates = {(one.article.published.date or "")[:7] for one in answer.citations}
    newest = max((one.published.date or "")[:7] for one in shipped.index.articles.values())
    assert len(answer.citations) > 1
    assert dates == {newest}


def test_a_question_after_an_overview_is_answered_itself(shipped: Assistant) -> None:
    before = shipped.ask("De quoi parlent ces articles ?")
    answer = shipped.ask("Combien de morts ?", history=[Turn(before.question, before.text)])
    assert answer.figures


@pytest.mark.parametrize(
    "question", ["Les articles sont-ils d'accord entre eux ?", "Les journaux se contredisent-ils ?"]
)
def test_publishers_are_compared_on_a_point_which_has_to_be_named(shipped: Assistant, question: str) -> None:
    assert shipped.ask(question).reason == "small_talk"
    after = shipped.ask(question, history=[Turn("Combien de morts ?", shipped.ask("Combien de morts ?").text)])
    assert len({one.article.publisher for one in after.citations}) > 1


def test_positions_are_of_parties_each_once(shipped: Assistant) -> None:
    headings = _headings(shipped.ask(POSITIONS))
    assert {"Arménie", "Azerbaïdjan", "Russie", "France", "Turquie"} <= set(headings)
    assert len(set(headings)) == len(headings)
    assert "OTAN" not in headings  # no country
    assert "OTAN" in _headings(shipped.ask("Qui dit quoi ?"))


def test_a_topic_and_a_period_bound_it(shipped: Assistant) -> None:
    shots = shipped.ask("Chronologie des bombardements")
    assert all(any(word in one.quote for word in ("tir", "frappe", "roquette", "bombard")) for one in shots.citations)
    of_2023 = shipped.ask("Quelles sont les positions de chaque pays en 2023 ?")
    assert {one.article.published.date for one in of_2023.citations} == {"2023-09"}
    early = shipped.ask(TIMELINE, as_of="2020-10-03")
    assert {one.article.published.date for one in early.citations} == {"2020-09-30", "2020-10-02"}
    sputnik = shipped.ask(SUMMARY, publishers=["Sputnik Afrique"])
    assert {one.article.publisher for one in sputnik.citations} == {"Sputnik Afrique"}


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Résume la guerre en Ukraine", "unknown_entity"),
        ("Résume la recette de la tarte", "off_topic"),
        ("Chronologie de 2019", "off_period"),
        ("What happened in 1994?", "off_period"),
    ],
)
def test_an_overview_of_what_is_not_there_is_refused(shipped: Assistant, question: str, reason: str) -> None:
    assert shipped.ask(question).reason == reason


def test_after_an_overview_a_name_asks_for_that_party_and_a_date_for_that_time(shipped: Assistant) -> None:
    assert shipped.ask("Et la Russie ?", history=[Turn(POSITIONS)]).understood == "Que dit la Russie ?"
    assert shipped.ask("And Russia?", history=[Turn("Summarise")]).understood == "What does Russia say?"
    assert shipped.ask("Et en 2023 ?", history=[Turn(TIMELINE)]).understood == "Chronologie en 2023"


def test_a_large_corpus_is_shown_by_articles_that_differ_over_its_years(large: Assistant) -> None:
    answer = large.ask(CORPUS)
    assert answer.text.startswith(
        "100 articles de presse (1er mai 2010 – 16 mai 2019), Journal 0 (34), Journal 1 (33), Journal 2 (33), "
        "par exemple\u00a0:"
    )
    assert len({(one.article.published.date or "")[:4] for one in answer.citations}) >= 6
    assert len({one.article.title for one in answer.citations}) == len(answer.citations) >= 6
    assert len({one.article.publisher for one in answer.citations}) == 3


def test_of_a_large_corpus_only_what_is_found_for_the_topic_is_summed_up(large: Assistant) -> None:
    fires = large.ask("Résume les incendies")
    assert {one.article.title for one in fires.citations} == {"Incendie en forêt"}
    assert {(one.article.published.date or "")[:4] for one in large.ask("Chronologie de 2014").citations} == {"2014"}


def test_the_same_question_gives_the_same_overview(large: Assistant) -> None:
    assert large.ask(TIMELINE).text == large.ask(TIMELINE).text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Que s'est-il passé le 1er novembre 1995 ?", "off_period"),
        ("Que s'est-il passé au Haut-Karabakh en mai 2021 ?", "off_period"),
        ("Que s'est-il passé à Lisbonne le 2 octobre 2020 ?", "unknown_entity"),
        ("Que s'est-il passé à Paris le 2 octobre 2020 ?", "unknown_entity"),
    ],
)
def test_what_happened_where_or_when_nothing_is_told_is_refused(shipped: Assistant, question: str, reason: str) -> None:
    """What France says is no event in Paris."""
    assert shipped.ask(question).reason == reason


def test_what_happened_on_a_day_is_every_event_of_that_day(shipped: Assistant) -> None:
    answer = shipped.ask("Que s'est-il passé le 1er novembre 2020 ?")
    assert len(answer.statements) >= 3
    assert all("1er novembre 2020" in heading for heading in _headings(answer))


@pytest.mark.parametrize(
    "question", ["Quels journaux as-tu ?", "Combien d'articles as-tu ?", "Which newspapers are available?"]
)
def test_what_the_collection_holds_is_said_by_publisher(shipped: Assistant, question: str) -> None:
    answer = shipped.ask(question)
    first = answer.text.split("\n")[0]
    assert first.startswith("5 ")
    assert "Euronews (2), Nouvelles d'Arménie, Sputnik Afrique" in first
    assert len({citation.article.id for citation in answer.citations}) == 5


def test_the_articles_of_one_publisher_are_those_alone(shipped: Assistant) -> None:
    answer = shipped.ask("De quelle date est l'article d'Euronews ?")
    assert {citation.article.publisher for citation in answer.citations} == {"Euronews"}
    assert len(answer.citations) == 2
