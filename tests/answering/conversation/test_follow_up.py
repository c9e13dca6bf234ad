"""Follow-up questions: dialogues in French and English, with what the last question must become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.conversation.follow_up import complete
from assistant.types import Turn


def _ask(*questions: str) -> str:
    *before, last = questions
    return complete(last, [Turn(question) for question in before])


@pytest.mark.parametrize(
    ("dialogue", "understood"),
    [
        (("Que demande la France ?", "Et la Russie ?"), "Que demande la Russie ?"),
        (("Que demande la France ?", "La Russie ?"), "Que demande la Russie ?"),
        (("Que demande la France ?", "Et l'Allemagne ?"), "Que demande l'Allemagne ?"),
        (("Que dit Emmanuel Macron ?", "Et Sergueï Lavrov ?"), "Que dit Sergueï Lavrov ?"),
        (("Que demande l'OTAN à la Turquie ?", "Et l'UE ?"), "Que demande l'UE à la Turquie ?"),
        (("Que demande l'OTAN à la Turquie ?", "Et à la Russie ?"), "Que demande l'OTAN à la Russie ?"),
        (("Que fait la Turquie ?", "Et selon Euronews ?"), "Que fait la Turquie selon Euronews ?"),
        (("Quel est le prix du pain à Paris ?", "Et à Lyon ?"), "Quel est le prix du pain à Lyon ?"),
        (("Combien de morts en Espagne ?", "Et en Italie ?"), "Combien de morts en Italie ?"),
        (("Quel est le budget de Nantes ?", "Et celui de Rennes ?"), "Quel est le budget de Rennes ?"),
        (("Combien de morts en 2020 ?", "Et en 2023 ?"), "Combien de morts en 2023 ?"),
        (("Combien de morts ?", "Et en 2023 ?"), "Combien de morts en 2023 ?"),
        (("Combien de morts en octobre 2020 ?", "Et en novembre ?"), "Combien de morts en novembre 2020 ?"),
        (("Combien de morts en 2020 selon la France ?", "En 2023 ?"), "Combien de morts en 2023 selon la France ?"),
        (("Que dit-on depuis le 3 mai 2020 ?", "Et en 1994 ?"), "Que dit-on depuis 1994 ?"),
        (("Combien de morts côté arménien ?", "Et la France ?"), "Combien de morts côté France ?"),
        (("Que fait la Turquie ?", "Et les États-Unis ?"), "Que font les États-Unis ?"),
        (("Que disent les États-Unis ?", "Et la France ?"), "Que dit la France ?"),
        (("Que s'est-il passé en mai 2020 ?", "Et le 1er juin ?"), "Que s'est-il passé le 1er juin 2020 ?"),
        (("What does France ask for?", "And Russia?"), "What does Russia ask for?"),
        (("What does France ask for?", "What about Turkey?"), "What does Turkey ask for?"),
        (("How many people died in 2020?", "And in 2023?"), "How many people died in 2023?"),
        (("What happened in Paris?", "And in Lyon?"), "What happened in Lyon?"),
        (("Que demande la France ?", "Et la Russie ?", "Et la Turquie ?"), "Que demande la Turquie ?"),
        (("Combien de morts en 2023 ?", "Et en Italie ?", "Et en 2020 ?"), "Combien de morts en 2020 en Italie ?"),
        (("Que demande la France ?", "Pourquoi ?", "Et la Russie ?"), "Que demande la Russie ?"),
        (("Combien de morts ?", "Et du côté arménien ?"), "Combien de morts du côté arménien ?"),
        (("Combien de morts ?", "Et côté arménien ?", "Et côté turc ?"), "Combien de morts du côté turc ?"),
        (("Combien de morts l'Arménie a-t-elle ?", "Et côté turc ?"), "Combien de morts le côté turc a-t-il ?"),
        (("How many dead?", "And on the Armenian side?"), "How many dead on the Armenian side ?"),
        (
            ("Que demande Paul Durand ?", "Et lui, qu'a-t-il dit hier à la presse ?"),
            "Et Paul Durand, qu'a-t-il dit hier à la presse ?",
        ),
        (
            ("Que demande la France ?", "Et elle, que veut-elle de ses voisins ?"),
            "Et la France, que veut-elle de ses voisins ?",
        ),
        (
            ("Que dit Paul Durand ?", "Qu'a-t-il dit de la Suisse ?"),
            "Et Paul Durand, qu'a-t-il dit de la Suisse ?",
        ),
        (
            ("Que demande la France ?", "Que reproche-t-elle à la Turquie ?"),
            "Et la France, que reproche-t-elle à la Turquie ?",
        ),
        (("Que dit Paul Durand ?", "Et la France, que demande-t-elle ?"), "Et la France, que demande-t-elle ?"),
        (
            ("Que demande la France à Rome ?", "Et Rome, qu'a-t-elle répondu ?"),
            "Et Rome, qu'a-t-elle répondu ? (Que demande la France à Rome ?)",
        ),
        (
            ("Que dit Paul Durand ?", "Et la France, que demande-t-elle ?", "Pourquoi ?"),
            "Pourquoi ? (Et la France, que demande-t-elle ?)",
        ),
        (("Quel accord l'Italie a-t-elle signé ?", "Et le Canada ?"), "Quel accord le Canada a-t-il signé ?"),
        (("Quelles sont les positions de chaque pays ?", "Et la Russie ?"), "Que dit la Russie ?"),
        (("Résume le conflit", "Et en 2023 ?"), "Résume le conflit en 2023"),
        (("Que demande la France ?", "Chronologie"), "Chronologie"),
        (("De quoi parlent ces articles ?", "Combien de morts ?"), "Combien de morts ?"),
        (("Quelles sont les dernières nouvelles ?", "Y a-t-il des blessés ?"), "Y a-t-il des blessés ?"),
        (
            ("Que s'est-il passé à Lyon ?", "Combien de morts ?", "Et côté turc ?"),
            "Combien de morts du côté turc ? (Que s'est-il passé à Lyon ?)",
        ),
        (
            ("Que s'est-il passé à Lyon ?", "Combien de morts ?", "Et en 2023 ?", "Qui le dit ?"),
            "Qui le dit ? (Que s'est-il passé à Lyon ?)",
        ),
    ],
)
def test_a_new_name_or_date_takes_the_place_of_its_counterpart(dialogue: tuple[str, ...], understood: str) -> None:
    assert _ask(*dialogue) == understood


@pytest.mark.parametrize(
    "question",
    [
        "Pourquoi ?",
        "Et pourquoi ?",
        "Quand ?",
        "Qui l'a dit ?",
        "Depuis quand ?",
        "Qui le remplace ?",
        "Et combien de blessés ?",
        "Dont combien de femmes ?",
        "Et l'opposition ?",
        "Que demande-t-il ?",
        "Où sont-elles ?",
        "Qu'en dit la Russie ?",
        "Why?",
        "Who said that?",
        "What does he ask for?",
        "Y a-t-il eu des blessés ?",
        "Combien de blessés ?",
        "Quel est le bilan ?",
        "Par qui ?",
        "C'était où ?",
        "Depuis combien de temps ?",
        "Quelles villes cette ligne reliait-elle ?",
        "Qui a formulé ces accusations ?",
    ],
)
def test_a_question_that_leans_on_the_one_before_has_it_as_context(question: str) -> None:
    assert _ask("Que dit le maire de Nantes ?", question) == f"{question} (Que dit le maire de Nantes ?)"


@pytest.mark.parametrize(
    "question",
    [
        "Combien de civils ont été tués à Lyon ?",
        "Quel temps fait-il à Lyon ?",
        "Que s'est-il passé ce jour-là à Lyon ?",
        "Est-ce que la Turquie a répondu ?",
        "Et que demande la Russie ?",
        "Et où se trouve Bastia ?",
        "C'est quoi l'OTAN ?",
        "c'est qui Stoltenberg",
        "Bastia, c'est où ?",
        "Combien de blessés l'explosion a-t-elle faits ?",
        "Pourquoi la France le demande-t-elle ?",
        "How many civilians were killed in Lyon?",
        "Merci",
        "",
    ],
)
def test_a_complete_question_is_left_alone(question: str) -> None:
    assert _ask("Que dit le maire de Nantes ?", question) == question


def test_whoever_answers_the_question_before_can_be_pointed_at() -> None:
    answer = "Le Journal, 3 mai 2020\u00a0: «\u00a0Paul Durand a accusé Anne Petit.\u00a0» [1]"
    assert complete("Et lui ?", [Turn("Qui accuse qui ?", answer)]).startswith("Et Paul Durand ?")


def test_context_is_never_nested() -> None:
    assert _ask("Que demande la France ?", "Pourquoi ?", "Qui l'a dit ?") == "Qui l'a dit ? (Que demande la France ?)"


def test_only_the_question_matters_when_nothing_was_said_before() -> None:
    assert complete("Et la Russie ?", []) == "Et la Russie ?"
    assert complete("Et la Russie ?", [Turn("")]) == "Et la Russie ?"


@given(st.lists(st.text(max_size=60), max_size=12), st.text(max_size=60))
def test_any_dialogue_can_be_completed(before: list[str], question: str) -> None:
    understood = complete(question, [Turn(one) for one in before])
    assert bool(understood.strip()) == bool(question.strip())


_BIDS = Turn("Qui veut acheter le chantier ?", "Deux groupes : le danois Kjeldgaard et l'espagnol Montoria.")
_HEAD = Turn("Qui dirige la clinique ?", "Maud Terrasson, sa directrice depuis 2019.")


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (
            _BIDS,
            "Et le premier, il garderait combien de salariés ?",
            "Et Kjeldgaard, il garderait combien de salariés ?",
        ),
        (_BIDS, "Et l'autre, il propose combien ?", "Et Montoria, il propose combien ?"),
        (_BIDS, "Le second a déjà répondu ?", "Montoria a déjà répondu ?"),
        (_BIDS, "Le premier ministre est-il venu à Lyon ?", "Le premier ministre est-il venu à Lyon ?"),
        (
            _BIDS,
            "Et le troisième, il propose combien ?",
            "Et le troisième, il propose combien ? (Qui veut acheter le chantier ?)",
        ),
        (_HEAD, "Elle est jugée pour fraude ?", "Maud Terrasson est jugée pour fraude ?"),
        (_HEAD, "Et son plan, il contient quoi ?", "Et son plan, il contient quoi ? (Maud Terrasson)"),
        (_HEAD, "Depuis quand ?", "Depuis quand ? (Qui dirige la clinique ?)"),
        (_HEAD, "Il y a combien de malades ?", "Il y a combien de malades ? (Qui dirige la clinique ?)"),
        (_HEAD, "Quelqu'un a été arrêté ?", "Quelqu'un a été arrêté ? (Qui dirige la clinique ?)"),
    ],
)
def test_who_the_answer_named_is_meant(before: Turn, question: str, understood: str) -> None:
    assert complete(question, [before]) == understood


_CLAIM = Turn(
    "Que demande l'Azerbaïdjan ?",
    "Le Journal, 3 mai 2020\u00a0: «\u00a0L'Azerbaïdjan exige que l'Arménie retire ses troupes.\u00a0» [1]",
)
_TOLL = Turn(
    "Combien de morts a fait l'attaque de Kiev ?",
    "Le Journal, 3 mai 2022, propos d’Olena Bondar\u00a0: «\u00a0Douze personnes ont été tuées.\u00a0» [1]",
)


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (_CLAIM, "Et dans l'autre camp ?", "Que demande l'Arménie ?"),
        (_CLAIM, "Et en face ?", "Que demande l'Arménie ?"),
        (_CLAIM, "Même chose pour la Turquie ?", "Que demande la Turquie ?"),
        (_CLAIM, "C'est pareil pour les États-Unis ?", "Que demandent les États-Unis ?"),
        (_CLAIM, "Pareil à Paris ?", "Que demande l'Azerbaïdjan à Paris ?"),
        (_CLAIM, "Tu peux préciser la date ?", "Quand ? (Que demande l'Azerbaïdjan ?)"),
        (_CLAIM, "Donne-moi la date exacte", "Quand ? (Que demande l'Azerbaïdjan ?)"),
        (_CLAIM, "Et la raison ?", "Pourquoi ? (Que demande l'Azerbaïdjan ?)"),
        (_CLAIM, "Tu connais le montant ?", "Combien ? (Que demande l'Azerbaïdjan ?)"),
        (_CLAIM, "La date de la signature à Lyon ?", "La date de la signature à Lyon ?"),
        (_TOLL, "Et lui ?", "Et Olena Bondar ? (Combien de morts a fait l'attaque de Kiev ?)"),
        (_TOLL, "Et en 2020 ?", "Combien de morts a fait l'attaque de Kiev en 2020 ?"),
        (_HEAD, "Elle a réagi ?", "Elle a réagi ? (Maud Terrasson)"),
        (_HEAD, "Il y a une grève ?", "Il y a une grève ? (Qui dirige la clinique ?)"),
        (_HEAD, "Et en face ?", "Et en face ? (Qui dirige la clinique ?)"),
    ],
)
def test_short_follow_ups_are_completed(before: Turn, question: str, understood: str) -> None:
    assert complete(question, [before]) == understood


@pytest.mark.parametrize(
    "question",
    [
        "Combien ?",
        "Lequel ?",
        "Depuis ?",
        "Les autres aussi ?",
        "Où exactement ?",
        "C'est arrivé quand ?",
        "Contre qui ?",
        "Dans quel but ?",
        "Pour quoi faire ?",
        "Quel jour ?",
        "À quelle heure ?",
        "Quelle a été la réaction ?",
        "Même chose ?",
    ],
)
def test_a_question_without_a_subject_has_the_one_before(question: str) -> None:
    assert complete(question, [_CLAIM]) == f"{question} (Que demande l'Azerbaïdjan ?)"


@pytest.mark.parametrize("question", ["Y a-t-il eu des armes interdites ?", "Combien coûte la guerre ?"])
def test_after_who_somebody_is_a_vague_question_is_one_of_its_own(question: str) -> None:
    before = Turn("Qui est Anne Morel ?", "Le Phare : « La ministre de la Mer, Anne Morel, a parlé. » [1]")
    assert complete(question, [before]) == question
