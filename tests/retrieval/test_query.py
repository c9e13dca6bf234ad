"""A question understood: terms, other ways to say them, dates, publishers, follow-ups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.words import stem, terms
from assistant.retrieval.query import Query, parse_query

CORPUS = """Le président Aliyev a condamné la mobilisation à Bakou. Les bombardements aériens ont détruit des
hôpitaux. La trêve est rompue ; l'Arménie et le Haut-Karabakh déplorent des victimes. Le secrétaire
Stoltenberg appelle au calme."""
VOCABULARY = frozenset(terms(CORPUS))


def weights_of(query: Query) -> dict[str, float]:
    """Every index term that speaks for a question, with its best weight."""
    weights: dict[str, float] = {}
    for term in query.terms:
        for other, weight in term.alternatives.items():
            weights[other] = max(weight, weights.get(other, 0.0))
    return weights


def parse(question: str) -> Query:
    return parse_query(question, vocabulary=VOCABULARY, publishers=("Le Phare", "Vostok Afrique"))


def found(question: str) -> list[str]:
    return [term.term for term in parse(question).terms]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Que demande la Turquie à l'Arménie ?", [stem("demande"), "@turquie", "@armenie"]),
        ("Quel jour les hôpitaux ont-ils été détruits ?", [stem("hôpitaux"), stem("détruits")]),
        (
            "Que dit le président du bombardement de l'hôpital ?",
            [stem("président"), stem("bombardement"), stem("hôpital")],
        ),
        ("La trêve, la trêve, la trêve ?", [stem("trêve")]),
        ("Qui ?", []),
        ("", []),
        ("🙂", []),
    ],
)
def test_content_words_become_terms(question: str, expected: list[str]) -> None:
    assert found(question) == expected


def test_the_word_itself_comes_first_and_surest() -> None:
    (term,) = parse("La trêve ?").terms

    assert term.word == "trêve"
    assert term.alternatives[term.term] == 1.0
    assert all(0 < weight <= 1 for weight in term.alternatives.values())


def test_a_paraphrase_reaches_the_word_of_the_corpus() -> None:
    weights = weights_of(parse("Des cliniques et un cessez-le-feu ?"))

    assert 0 < weights[stem("hôpital")] < 1
    assert 0 < weights[stem("trêve")] <= 1


def test_what_is_used_alike_is_a_hint_and_never_an_alternative() -> None:
    for term in parse("Le président condamne le bombardement des hôpitaux ?").terms:
        assert not set(term.related) & set(term.alternatives)
        assert all(0 < weight < 1 for weight in term.related.values())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Stoltenbreg", "Stoltenberg"),
        ("Stoltenberk", "Stoltenberg"),
        ("Aliev", "Aliyev"),
        ("bombardemments", "bombardements"),
        ("mobilisasion", "mobilisation"),
    ],
)
def test_a_misspelt_word_reaches_the_word_meant(typed: str, meant: str) -> None:
    (term,) = parse(f"Que fait {typed} ?").terms

    assert 0 < term.alternatives[stem(meant.lower())] < 1


@pytest.mark.parametrize("typed", ["Armenei", "Armnie", "Karabahk"])
def test_a_misspelt_name_reaches_the_name_meant(typed: str) -> None:
    (term,) = parse(f"Que fait {typed} ?").terms

    assert {"@armenie", "@haut_karabakh"} & set(term.alternatives)


@pytest.mark.parametrize("typed", ["xylophone", "Zidane", "1234567", "abc"])
def test_a_word_near_none_reaches_none(typed: str) -> None:
    assert not any(other in VOCABULARY for term in parse(f"Que fait {typed} ?").terms for other in term.alternatives)


@pytest.mark.parametrize(
    ("word", "french"),
    [
        ("truce", "trêve"),
        ("hospitals", "hôpitaux"),
        ("victims", "victimes"),
        ("mobilization", "mobilisation"),
        ("aerial", "aériens"),
        ("Aliyev", "aliyev"),
        ("Armenia", "Arménie"),
        ("Nagorno-Karabakh", "Karabakh"),
    ],
)
def test_english_words_reach_french_terms(word: str, french: str) -> None:
    query = parse(f"What was said about the {word}?")

    assert query.language == "en"
    assert set(terms(french)) <= set(weights_of(query))


def test_english_grammar_words_are_no_terms() -> None:
    assert found("What did they say about it when they were there?") == []


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("Combien de morts en 2016 ?", [2016]),
        ("Combien de morts 2016", [2016]),
        ("Le bilan du 3 mai 2016 et de 2020 ?", [2016, 2020]),
        ("Les 2500 soldats ?", []),
        ("Les 20,16 euros ?", []),
        ("Le vol 12016 ?", []),
    ],
)
def test_dates_are_constraints_and_no_terms(question: str, years: list[int]) -> None:
    query = parse(question)

    assert [date.year for date in query.dates] == years
    assert not {str(year) for year in years} & {term.term for term in query.terms}


def test_publishers_named_are_filters_and_no_terms() -> None:
    query = parse("Selon Le Phare et Vostok, la trêve est-elle rompue ?")

    assert query.publishers == ("Le Phare", "Vostok Afrique")
    assert [term.term for term in query.terms] == [stem("trêve"), stem("rompue")]


@pytest.mark.parametrize(
    ("question", "own", "given_before"),
    [
        ("Et pourquoi ? (Que demande la Turquie ?)", [], ["demande", "Turquie"]),
        ("Et la trêve ? (Qui a rompu la trêve ?)", ["trêve"], ["rompu"]),
        ("Qu'en dit Le Phare ? (Que demande la Turquie ?)", [], ["demande", "Turquie"]),
        ("Et le 3 mai 2016 ? (Que demande la Turquie en 2020 ?)", [], ["demande", "Turquie"]),
        ("Que demande la Turquie (en Arménie) ?", ["demande", "Turquie", "Arménie"], []),
    ],
)
def test_what_a_follow_up_was_given_is_marked(question: str, own: list[str], given_before: list[str]) -> None:
    query = parse(question)

    assert [term.word for term in query.terms if not term.given] == own
    assert [term.word for term in query.terms if term.given] == given_before


def test_the_kind_and_language_are_those_of_the_follow_up_itself() -> None:
    query = parse("Where? (Que demande la Turquie ?)")

    assert (query.language, query.answer_type) == ("en", "where")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Que dit Stoltenberg ?", ["Stoltenberg"]),
        ("que dit Stoltenberg de la trêve ?", ["Stoltenberg"]),
        ("Que dit la turquie de la trêve ?", ["turquie"]),
        ("Trêve rompue ?", []),
    ],
)
def test_names_are_told_by_a_capital_or_the_gazetteer(question: str, names: list[str]) -> None:
    assert [term.word for term in parse(question).terms if term.is_name] == names


def test_a_capital_speaks_for_its_country_and_the_country_for_its_capital() -> None:
    (capital,) = parse("Que fait Erevan ?").terms
    (country,) = parse("Que fait l'Azerbaïdjan ?").terms

    assert 0 < capital.alternatives["@armenie"] < capital.alternatives["@erevan"] == 1
    assert 0 < country.alternatives["@bakou"] < 1


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from([*CORPUS.split(), "(", ")", "?", "2016", "Le", "Phare"])).map(" ".join)
)
def test_any_text_can_be_asked(question: str) -> None:
    query = parse(question)

    assert len({term.term for term in query.terms}) == len(query.terms)
    assert [term.position for term in query.terms] == sorted(term.position for term in query.terms)
    assert all(0 < weight <= 1 for weight in weights_of(query).values())
    assert query == parse(question)
