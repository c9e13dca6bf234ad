"""What a question takes for granted against what a sentence says: verbs, roles, names, numbers, units, denials."""

from __future__ import annotations

import pytest

from assistant.answering.selection.answer_types import holds_answer_type, uncounted
from assistant.answering.selection.matching import kin, match_terms
from assistant.answering.selection.names_met import name_resolved, name_swapped, names_unresolved, numbers_missing
from assistant.answering.selection.premises import denial_missing, manner_missing, negated
from assistant.answering.selection.question_verb import verb_of
from assistant.answering.selection.roles import agent_untold, roles
from assistant.answering.selection.sentences import ReadArticle, Sentence, analyse
from assistant.answering.selection.speakers.asked_speaker import speaker_other
from assistant.answering.selection.speakers.speaking import according_to
from assistant.answering.selection.units import unit_missing
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import fold, word_list
from assistant.language.words import positioned_terms
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published


def _query(text: str, *sentences: str) -> Query:
    return parse_query(text, vocabulary={term for one in sentences for term, _ in positioned_terms(one)})


def _article(text: str, title: str | None = None) -> ReadArticle:
    article = Article("a", title, None, None, (), Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped())


def _sentence(text: str) -> Sentence:
    return _article(text).sentences[0]


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("Pourquoi le maire a-t-il démissionné ?", "démissionné"),
        ("Que réclame la Turquie ?", "réclame"),
        ("Qui dénonce la réforme ?", "dénonce"),
        ("Qui a photographié le ministre ?", "photographié"),
        ("Quand commence le procès ?", "commence"),
        ("pourquoi elle a quitté Lyon", "quitté"),
    ],
)
def test_the_verb_of_a_question_is_told_by_word_order(question: str, verb: str) -> None:
    found = verb_of(_query(question))
    assert found is not None
    assert found.word == verb


def test_a_question_without_a_verb_has_none() -> None:
    assert verb_of(_query("bilan séisme Amatrice")) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("La Turquie accuse la Grèce.", (1.0, 0.0)),
        ("La Grèce accuse la Turquie.", (0.0, 1.0)),
        ("La Grèce est accusée par la Turquie.", (1.0, 0.0)),
        ("La Turquie est accusée par la Grèce.", (0.0, 1.0)),
        ("Le temps sera beau.", (0.0, 0.0)),
    ],
)
def test_who_acts_is_told_by_side_and_voice(sentence: str, expected: tuple[float, float]) -> None:
    query = _query("Pourquoi la Turquie a-t-elle accusé la Grèce ?", sentence)
    found = roles(query, verb_of(query), _sentence(sentence), match_terms(query, positioned_terms(sentence)))
    assert found == (*expected, 0.0)


def test_another_who_does_the_same_is_another() -> None:
    sentence = "Le président Paul Dupont accuse la Grèce."
    query = _query("Pourquoi la Turquie a-t-elle accusé la Grèce ?", sentence)
    found = roles(query, verb_of(query), _sentence(sentence), match_terms(query, positioned_terms(sentence)))
    assert found == (1.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("sentence", "untold"),
    [
        ("Le maire a été giflé mardi.", 1.0),
        ("Le maire a été giflé par un passant.", 0.0),
        ("Un passant a giflé le maire.", 0.0),
    ],
)
def test_a_passive_without_agent_does_not_tell_who(sentence: str, untold: float) -> None:
    query = _query("Qui a giflé le maire ?", sentence)
    assert agent_untold(query, verb_of(query), sentence, match_terms(query, positioned_terms(sentence))) == untold


def test_what_somebody_said_is_not_said_by_another() -> None:
    query = _query("Qu'a dit Angela Merkel ?")
    assert speaker_other(query, _sentence("« C'est trop tard », a déclaré Angela Merkel.")) == 0.0
    assert speaker_other(query, _sentence("« Angela Merkel a tort », a déclaré Paul Dupont.")) == 1.0
    assert speaker_other(_query("Où vit Angela Merkel ?"), _sentence("Il pleut.")) == 0.0


@pytest.mark.parametrize("question", ["Que demande Angela Merkel à Paul Dupont ?", "Et que redoute Angela Merkel ?"])
def test_what_somebody_asks_is_not_what_another_says(question: str) -> None:
    query = _query(question)
    assert speaker_other(query, _sentence("Angela Merkel a demandé à Paul Dupont de partir.")) == 0.0
    assert speaker_other(query, _sentence("Paul Dupont a assuré qu'Angela Merkel avait tort.")) == 1.0


def test_what_one_asks_of_somebody_may_be_said_by_anybody() -> None:
    said = _sentence("Paul Dupont a demandé à Angela Merkel de partir.")
    assert speaker_other(_query("Que demande-t-on à Angela Merkel ?"), said) == 0.0


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("À quelle heure le train est-il parti ?", "Le train est parti lundi.", 1.0),
        ("À quelle heure le train est-il parti ?", "Le train est parti à 15 h 30.", 0.0),
        ("Combien a coûté le pont ?", "Le pont a coûté douze millions d'euros.", 0.0),
        ("Combien a coûté le pont ?", "Le pont mesure 300 mètres.", 1.0),
        ("Quelle est la portée du missile ?", "Le missile a été tiré.", 1.0),
        ("Quels sont les noms des deux blessés ?", "Deux blessés ont été évacués.", 1.0),
        ("Pourquoi le train est-il parti ?", "Le train est parti.", 0.0),
    ],
)
def test_a_unit_that_is_asked_for_has_to_be_there(question: str, sentence: str, missing: float) -> None:
    query = _query(question, sentence)
    assert unit_missing(query, _sentence(sentence), already=frozenset(word_list(fold(question)))) == missing


def test_a_number_has_to_count_what_is_asked() -> None:
    query = _query("Combien de roquettes sont tombées sur la ville ?", "roquettes")
    assert uncounted(query, _sentence("Des roquettes sont tombées à une vingtaine de kilomètres du front.")) == 1.0
    assert uncounted(query, _sentence("Dix roquettes sont tombées.")) == 0.0
    people = _query("Combien de personnes sont mortes ?", "mort blessé")
    assert uncounted(people, _sentence("L'accident a fait trois morts.")) == 0.0
    assert uncounted(people, _sentence("Le vol 2933 a décollé.")) == 1.0


def test_a_place_of_the_question_is_no_answer_to_where() -> None:
    query = _query("Où le maire de Lyon a-t-il été arrêté ?", "maire")
    already = frozenset(word_list(fold(query.text)))
    assert holds_answer_type(query, _sentence("Le maire de Lyon a été arrêté."), already=already) == 0.0
    assert holds_answer_type(query, _sentence("Le maire de Lyon a été arrêté à Villeurbanne."), already=already) == 1.0
    assert holds_answer_type(query, _sentence("Il a été arrêté dans une gare."), already=already) == 0.5


def test_what_is_the_reason_of_something_else_has_no_reason() -> None:
    query = _query("Pourquoi l'opération a-t-elle été lancée ?", "opération lancée")
    nothing: frozenset[str] = frozenset()
    effect = _sentence("Six villages ont été évacués en raison de l'opération lancée.")
    assert holds_answer_type(query, effect, already=nothing) == 0.0
    cause = _sentence("L'opération a été lancée en raison des attaques.")
    assert holds_answer_type(query, cause, already=nothing) == 1.0


def test_what_was_refused_or_ended_did_not_happen() -> None:
    sentence = "Le ministre refuse de démissionner."
    query = _query("Pourquoi le ministre a-t-il démissionné ?", sentence)
    assert negated(query, sentence, match_terms(query, positioned_terms(sentence))) == (0.0, 1.0)
    sentence = "Le ministre n'a pas démissionné."
    assert negated(query, sentence, match_terms(query, positioned_terms(sentence))) == (1.0, 1.0)
    sentence = "Le ministre a démissionné après le cessez-le-feu."
    assert negated(query, sentence, match_terms(query, positioned_terms(sentence))) == (0.0, 0.0)


def test_a_refusal_that_is_taken_for_granted_has_to_be_said() -> None:
    query = _query("Pourquoi la France refuse-t-elle de voter ?")
    assert denial_missing(query, "La France a demandé un vote.") == 1.0
    assert denial_missing(query, "La France refuse de voter.") == 0.0
    assert denial_missing(_query("La France refuse-t-elle de voter ?"), "La France a demandé un vote.") == 0.0


def test_how_asks_for_a_means() -> None:
    query = _query("Comment les voleurs ont-ils fui ?")
    assert manner_missing(query, "Les voleurs ont fui.") == 1.0
    assert manner_missing(query, "Les voleurs ont fui en volant un taxi.") == 0.0


def test_another_name_in_its_place_is_a_swap() -> None:
    query = _query("Que demande la Grèce ?", "demande")
    other = _sentence("La Turquie demande une réunion.")
    terms = {term for term, _ in other.terms}
    assert name_swapped(query, other, terms) == 1.0
    assert names_unresolved(query, (terms,)) == 1.0
    assert names_unresolved(query, (terms, {"@grece"})) == 0.0


def test_a_sentence_without_names_is_about_the_last_one_named() -> None:
    read = _article("Anna Novak a été arrêtée. Sa détention peut durer vingt jours. Boris Kral est libre. Il parle.")
    query = _query("Combien de temps peut durer la détention d'Anna Novak ?", "Anna Novak")
    resolved = [name_resolved(query, read.sentences, place, frozenset()) for place in range(4)]
    assert resolved == [1.0, 0.8, 0.0, 0.0]


def test_numbers_and_ordinals_of_the_question_have_to_be_said() -> None:
    query = _query("Qui a perdu au second tour ?")
    assert numbers_missing(query, ["Au premier tour, Paul a perdu."]) == 1.0
    assert numbers_missing(query, ["Au deuxième tour,", "Paul a perdu."]) == 0.0
    assert numbers_missing(_query("Que dit le Premier ministre ?"), ["Il se tait."]) == 0.0


def test_words_of_one_family_are_met_in_part() -> None:
    query = _query("Qui a produit le film ?")
    production, _ = kin(query, {"product", "autre"}, (0.0, 0.0))
    assert 0.0 < production < 1.0
    assert kin(query, {"autre"}, (0.0, 0.0)) == (0.0, 0.0)
    assert kin(query, {"product"}, (1.0, 0.0)) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("Combien de morts selon la Russie ?", "Russie"),
        ("D'après Jeanne Martin, qui a tiré ?", "Jeanne"),
        ("What happened according to Turkey?", "Turkey"),
        ("Selon vous, que veut la Russie ?", None),
        ("Que veut la Russie ?", None),
    ],
)
def test_a_question_names_whose_words_it_wants(question: str, whom: str | None) -> None:
    found = according_to(parse_query(question, vocabulary=set()))
    assert (found.word if found else None) == whom
