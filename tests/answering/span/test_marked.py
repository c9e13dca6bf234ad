"""The words that answer: which runs of words may, how they are scored, and what the shipped model marks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from assistant.answering.span.features import SPAN_FEATURES, candidate_spans, measure, sought
from assistant.answering.span.marked import KINDS, best_span, load_spans, marked, span_kind, span_model
from assistant.answering.span.quote_words import read_quote
from assistant.errors import ModelError
from assistant.language.words import terms
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Citation, Published

QUOTE = (
    "Le 14 mars, le maire Paul Lebrun a inauguré à Villeneuve-sur-Lot un pont de 320 mètres "
    "qui a coûté « 12 millions d'euros »."
)


def query(text: str) -> Query:
    return parse_query(text, vocabulary=set(terms(QUOTE)))


def cited(text: str, *, before: str = "") -> Citation:
    whole = before + text
    article = Article("a", None, None, None, (), Published(), None, "fr", whole, "a.txt", "0")
    return Citation(1, article, text, len(before), len(whole))


def runs(text: str) -> set[str]:
    words = read_quote(text)
    first, last = candidate_spans(words)
    return {text[words.starts[a] : words.ends[b]] for a, b in zip(first, last, strict=True)}


def test_what_may_answer_are_whole_names_figures_and_phrases() -> None:
    found = runs(QUOTE)
    assert {
        "Paul Lebrun",
        "le maire Paul Lebrun",
        "Le 14 mars",
        "14 mars",
        "320 mètres",
        "à Villeneuve-sur-Lot",
    } <= found
    assert {"12 millions d'euros", "un pont de 320 mètres"} <= found


@pytest.mark.parametrize(
    "never", ["sur-Lot", "Villeneuve", "millions d'euros", "un pont de", "coûté « 12 millions", "a", "12"]
)
def test_no_run_cuts_a_name_a_number_or_a_quotation_or_ends_on_a_grammar_word(never: str) -> None:
    assert never not in runs(QUOTE)


def test_scores_are_the_features_times_the_weights() -> None:
    measured = measure(read_quote(QUOTE), sought(query("Qui a inauguré le pont ?")))
    weights = np.random.default_rng(7).normal(size=len(SPAN_FEATURES))
    assert measured.features().shape == (len(measured.first), len(SPAN_FEATURES))
    np.testing.assert_allclose(measured.scores(weights), measured.features() @ weights)
    assert len(set(SPAN_FEATURES)) == len(SPAN_FEATURES)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Qui a inauguré le pont ?", "who"),
        ("Quand le pont a-t-il été inauguré ?", "when"),
        ("Where is the bridge?", "where"),
        ("Combien a coûté le pont ?", "how_many"),
        ("Quelle est la longueur du pont ?", "how_many"),
        ("Quel club a inauguré le pont ?", "which"),
        ("Quel élu a inauguré le pont ?", "who"),
        ("Quel est le projet de la mairie ?", "which_is"),
        ("Que fait la mairie ?", "what"),
        ("Pourquoi le pont est-il fermé ?", None),
        ("Le pont est-il ouvert ?", None),
        ("le pont de Villeneuve", None),
        ("Et à Agen ? (Combien a coûté le pont ?)", "how_many"),
        ("Et quand ? (Combien a coûté le pont ?)", "when"),
    ],
)
def test_the_kind_of_words_a_question_asks_for(question: str, kind: str | None) -> None:
    assert span_kind(query(question)) == kind


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Qui a inauguré le pont ?", "Paul Lebrun"),
        ("Quand le pont a-t-il été inauguré ?", "14 mars"),
        ("Combien a coûté le pont ?", "12 millions d'euros"),
        ("Où le maire a-t-il inauguré un pont ?", "Villeneuve-sur-Lot"),
    ],
)
def test_the_shipped_model_finds_the_words_of_a_plain_sentence(question: str, words: str) -> None:
    asked = query(question)
    kind = span_kind(asked)
    assert kind is not None
    found = best_span(QUOTE, sought(asked), kind=kind, model=load_spans())
    assert found is not None
    assert words in QUOTE[found[0] : found[1]]
    assert len(QUOTE[found[0] : found[1]]) <= len(words) + 12
    assert 0 < found[2] <= 1


@pytest.mark.parametrize("question", ["Qui a inauguré le pont ?", "Quand ?", "Où ?", "Combien ?", "Quel pont ?"])
@pytest.mark.parametrize("text", [QUOTE, "Oui.", "… !", "« » ( “", "1 200", "mot " * 300, "A-B-C (D", "\u202e<b>x</b>"])
def test_marked_words_are_in_the_quote(question: str, text: str) -> None:
    [found] = marked(query(question), [cited(text, before="Avant. ")])
    assert found.quote == text
    if found.answer_span is not None:
        assert found.start <= found.answer_span[0] < found.answer_span[1] <= found.end
        assert found.answer_words and found.answer_words in text


def test_nothing_is_marked_below_the_threshold_or_for_a_reason() -> None:
    citation = cited(QUOTE)
    assert marked(query("Pourquoi le pont a-t-il été inauguré ?"), [citation]) == (citation,)
    for question in ("Combien de matchs ont été joués ?", "Quand le match a-t-il été joué ?"):
        assert marked(query(question), [cited("Voir aussi nos autres articles sur ce match.")])[0].answer_span is None
    assert marked(query("Qui ?"), []) == ()


def test_no_number_is_marked_where_another_counts_a_word_of_the_question() -> None:
    two = "Le bilan est de 91 civils tués et environ 400 blessés."
    asked = parse_query("Combien de civils ont été blessés ?", vocabulary=set(terms(two)))
    assert marked(asked, [cited(two)])[0].answer_span is None
    one = "Le bilan est d'au moins 25 morts, dont deux civils."
    asked = parse_query("Combien de civils figurent parmi les 25 morts ?", vocabulary=set(terms(one)))
    assert marked(asked, [cited(one)])[0].answer_words == "deux"


def test_a_file_fitted_on_other_features_is_refused() -> None:
    good: dict[str, Any] = {
        "thresholds": dict.fromkeys(KINDS, 0.5),
        "weights": {name: {SPAN_FEATURES[0]: 1.0} for name in ("all", *KINDS)},
    }
    assert span_model(good).weights["who"][0] == 2.0
    with pytest.raises(ModelError, match="unheard_of"):
        span_model({**good, "weights": {**good["weights"], "who": {"unheard_of": 1.0}}})
    with pytest.raises(ModelError, match=r"training\.spans"):
        span_model({**good, "weights": {"all": {}}})


def test_every_weight_shipped_is_of_a_feature_and_finite() -> None:
    model = load_spans()
    assert set(model.weights) == set(KINDS) == set(model.thresholds)
    assert all(np.isfinite(row).all() and row.any() for row in model.weights.values())
    assert all(0 < threshold <= 1 for threshold in model.thresholds.values())
