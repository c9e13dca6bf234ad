"""The figures of a sentence: value, what is counted, what befell them, whose, as of when."""

from __future__ import annotations

import hashlib

import pytest

from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.figures import Figure, figures_of
from assistant.answering.figures.question import figure_question
from assistant.answering.selection.sentences import Sentence, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import parse_query
from assistant.types import Article, Published

Read = tuple[float, str, str]
CASES: dict[str, tuple[Read, ...]] = {
    "L'armée annonce la mort d'une centaine de ses soldats et de treize civils.":
        ((100, "killed", "ses soldats"), (13, "killed", "civils")),
    "La mairie a déclaré que 91 civils avaient été tués et environ 400 autres blessés.":
        ((91, "killed", "civils"), (400, "wounded", "autres blessés")),
    "Les combats ont fait au moins 25 morts côté séparatiste, dont deux civils.":
        ((25, "killed", "morts côté séparatiste"), (2, "killed", "civils")),
    "Plus de 1 200 morts parmi les soldats et civils.": ((1200, "killed", "morts parmi les soldats et civils"),),
    "Le parquet évoque un bilan de 60 à 70 morts.": ((60, "killed", "morts"),),
    "Le bilan passe de 84 à 86 morts.": ((84, "count", ""), (86, "killed", "morts")),
    "Ce décès porte à 86 le nombre de personnes tuées.": ((86, "killed", "personnes tuées"),),
    "Trente-deux personnes ont perdu la vie.": ((32, "killed", "personnes"),),
    "L'explosion a coûté la vie à 14 ouvriers.": ((14, "killed", "ouvriers"),),
    "Un attentat a tué plus de 91 personnes et blessé au moins 150 autres.":
        ((91, "killed", "personnes"), (150, "wounded", "autres")),
    "On dénombre 20 blessés et 220 disparus.": ((20, "wounded", "blessés"), (220, "missing", "disparus")),
    "Un mort et deux blessés.": ((1, "killed", "mort"), (2, "wounded", "blessés")),
    "Six villages ont été évacués.": ((6, "count", "villages"),),
    "Quelque 120.000 habitants ont été déplacés.": ((120_000, "displaced", "habitants"),),
    "Douze personnes ont été arrêtées à Lyon.": ((12, "arrested", "personnes"),),
    "Le rachat coûte 1,5 million d'euros.": ((1.5e6, "money", ""),),
    "Le candidat obtient 54 % des voix.": ((54, "percent", ""),),
    "Le Boeing 737 a décollé.": (),
    "Le nombre de déplacés est retombé à 81 000, précise l'ONU.": ((81_000, "displaced", "déplacés"),),
    "Les déplacés sont encore 70 000.": ((70_000, "displaced", "déplacés"),),
    "Le nombre de déplacés a doublé : ils sont désormais 96 000.": ((96_000, "displaced", "déplacés"),),
    "Le nombre de civils tués s'élève à 64.": ((64, "killed", "civils tués"),),
    "L'état-major a porté jeudi à 412 le nombre de ses soldats tués pendant la guerre.":
        ((412, "killed", "ses soldats tués"),),
    "Le nombre de blessés est tombé à 61, contre 320 en mai.": ((61, "wounded", "blessés"),),
    "Le bilan est désormais de 214.": ((214, "killed", ""),),
    "Il admet 203 soldats tués et en revendique 1 500.":
        ((203, "killed", "soldats tués"), (1500, "killed", "soldats tués")),
    "La guerre a jeté 310 000 personnes sur les routes.": ((310_000, "displaced", "personnes"),),
    "Le bilan a été porté à 489 morts après la découverte de huit corps.": ((489, "killed", "morts"),),
    "Les soldats des deux camps sont rentrés.": (),
    "À Perdaille, 60 logements ont été détruits.": ((60, "count", "logements"),),
    "La collecte a rapporté 300.000 roupies.": ((300_000, "money", ""),),
}  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder.shipped()


def _sentence(text: str, encoder: StaticEncoder, published: str | None = "2021-03-10") -> Sentence:
    precision = {10: "day", 7: "month"}[len(published)] if published else None
    date = Published(published, precision, "stated") if published else Published()  # type: ignore[arg-type]
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article("a", None, "La Gazette", None, (), date, None, "fr", text, "a.md", digest)
    return analyse(article, encoder).sentences[0]


def _figures(text: str, encoder: StaticEncoder) -> tuple[Figure, ...]:
    return tuple(one for one in figures_of(_sentence(text, encoder)) if one.kind != "count" or one.counted)


@pytest.mark.parametrize("text", CASES)
def test_a_figure_counts_what_its_sentence_says(text: str, encoder: StaticEncoder) -> None:
    expected = [one for one in CASES[text] if one[2] or one[1] != "count"]
    assert [(one.value, one.kind, one.counted) for one in _figures(text, encoder)] == expected


def test_a_range_has_two_ends_and_a_part_is_marked(encoder: StaticEncoder) -> None:
    [ranged] = _figures("Le parquet évoque un bilan de 60 à 70 morts.", encoder)
    assert (ranged.value, ranged.upper) == (60, 70)
    whole, part = _figures("Les combats ont fait au moins 25 morts, dont deux civils.", encoder)
    assert (whole.part, part.part, whole.bound) == (False, True, "at_least")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Trente soldats géorgiens ont été tués.", {"@georgie"}),
        ("On compte trente morts côté géorgien.", {"@georgie"}),
        ("Quinze civils ont péri côté moldave.", {"@moldavie"}),
        ("Trente soldats ont été tués.", set()),
    ],
)
def test_a_figure_is_of_the_side_that_its_words_name(text: str, sides: set[str], encoder: StaticEncoder) -> None:
    [figure] = _figures(text, encoder)
    assert figure.sides == sides


@pytest.mark.parametrize(
    ("text", "published", "date", "basis"),
    [
        ("Le bilan est de 84 morts au matin du 8 mars.", "2021-03-10", "2021-03-08", "sentence"),
        ("Le bilan avait été porté à 85 morts, le 4 mars.", "2021-03-10", "2021-03-04", "sentence"),
        ("On compte 290 morts depuis le 27 février.", "2021-03-10", "2021-03-10", "publication"),
        ("L'attentat du 14 février a fait 86 morts.", "2021-03-10", "2021-03-10", "publication"),
        ("Le bilan était de 12 morts lundi soir.", "2021-03-10", "2021-03-08", "sentence"),
        ("Le bilan était de 12 morts lundi soir.", "2021-03", "2021-03", "publication"),
        ("Le bilan était de 12 morts lundi soir.", None, None, "publication"),
        ("En janvier 2015, une attaque avait fait 5 morts.", "2021-03-10", "2015-01", "sentence"),
    ],
)
def test_a_figure_holds_as_of_the_date_its_sentence_says_else_the_articles(
    text: str, published: str | None, date: str | None, basis: str, encoder: StaticEncoder
) -> None:
    sentence = _sentence(text, encoder, published)
    when = as_of(figures_of(sentence)[0], sentence)
    assert (when.date, when.basis) == (date, basis)


def test_a_verb_before_its_subject_is_not_what_is_counted() -> None:
    verb = figure_question(parse_query("Combien de salariés emploie le site de Brenne ?", vocabulary=set()))
    noun = figure_question(parse_query("Combien de salariés grévistes ?", vocabulary=set()))
    assert verb is not None
    assert [term.word for term in verb.heads] == ["salariés"]
    assert noun is not None
    assert [term.word for term in noun.heads] == ["grévistes"]
