"""What was only asked for, planned or threatened, what is not named and what another did is no answer."""

from __future__ import annotations

import pytest

from assistant.answering.selection.near_misses.acts import act_untold
from assistant.answering.selection.near_misses.another_doer import told_of_another
from assistant.answering.selection.near_misses.compounds import compound_missing, compounds
from assistant.answering.selection.near_misses.deed import deed_unmet, deed_untold, done_asked
from assistant.answering.selection.near_misses.headings import is_heading
from assistant.answering.selection.near_misses.planned import only_planned
from assistant.answering.selection.near_misses.there_is import there_is_untold
from assistant.answering.selection.near_misses.which_one import which_untold
from assistant.language.folding import fold, word_list
from tests.answering.selection.near_misses.reading import query_of, sentence_of, sentences_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Le conseil municipal s'est-il réuni ?", "L'opposition demande la convocation d'une réunion du conseil."),
        ("Le maire a-t-il démissionné ?", "Les habitants réclament la démission du maire."),
        ("Quand le maire a-t-il démissionné ?", "Le maire menace de démissionner lundi."),
        ("Pourquoi le maire a-t-il démissionné ?", "Le maire refuse de démissionner après la crue."),
        ("L'armée s'est-elle retirée de la ville ?", "L'offensive vise à demander le retrait de l'armée."),
        ("L'accord a-t-il été signé ?", "L'accord doit être signé lundi à Torvane."),
        ("L'accord a-t-il été signé ?", "L'accord sera signé lundi à Torvane."),
        ("Le port a-t-il rouvert ?", "La préfète espère rouvrir le port avant Noël."),
        ("Qu'a finalement annoncé la ministre ?", "La ministre pourrait annoncer un plan d'aide."),
        ("L'usine a-t-elle fermé ?", "La direction envisage de fermer l'usine en mars."),
        ("Quand l'usine a-t-elle livré les pompes ?", "Le patron a promis que l'usine livrerait les pompes."),
        ("Qu'ont donné les pourparlers de Torvane ?", "Des pourparlers sont prévus mardi à Torvane."),
        ("La grève de mardi a-t-elle été suivie ?", "Le syndicat appelle à une grève mardi."),
        ("Les élections ont-elles eu lieu ?", "Sept habitants sur dix souhaitent des élections."),
        ("Le parlement a-t-il voté la loi ?", "Le texte doit être soumis au vote du parlement mardi."),
    ],
)
def test_what_was_only_asked_for_or_planned_is_not_told_as_done(question: str, text: str) -> None:
    assert deed_untold(query_of(question, text), sentence_of(text)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Le conseil municipal s'est-il réuni ?", "Le conseil s'est réuni lundi, comme l'avait demandé le maire."),
        ("Le maire a-t-il démissionné ?", "Le maire a démissionné mardi."),
        ("Le maire a-t-il démissionné ?", "Le maire refuse de démissionner."),
        ("Le maire a-t-il démissionné ?", "La démission du maire a surpris la ville."),
        ("L'armée a-t-elle pris la ville ?", "L'armée affirme avoir pris la ville."),
        ("L'armée a-t-elle pris la ville ?", "L'armée aurait pris la ville dans la nuit."),
        ("Le maire a-t-il demandé des secours ?", "Le maire a demandé des secours à la préfecture."),
        ("Le maire veut-il rouvrir le port ?", "Le maire espère rouvrir le port."),
        ("Pourquoi le port n'a-t-il pas rouvert ?", "Le port doit rouvrir lundi, faute de grutiers."),
        ("Le patron a-t-il cherché à rester ?", "Le patron annonce qu'il ne cherchera pas à rester."),
        ("Est-il prouvé que la digue a cédé ?", "La digue pourrait avoir cédé avant la crue."),
        ("Qui a libéré les otages ?", "L'armée demande une rançon pour les otages libérés par les rebelles."),
    ],
)
def test_what_is_told_as_done_denied_or_refused_may_answer(question: str, text: str) -> None:
    assert deed_untold(query_of(question, text), sentence_of(text)) == 0.0


@pytest.mark.parametrize(
    ("question", "text", "planned"),
    [
        ("Les députés ont-ils voté la taxe ?", "Mardi, le ministère a proposé une taxe de 5 %.", 1.0),
        ("Les députés ont-ils voté la taxe ?", "Le ministère propose une taxe, que les élus ont repoussée.", 0.0),
        ("Les députés ont-ils voté la taxe ?", "Les députés ont voté la taxe que le ministère proposait.", 0.0),
        ("Les députés vont-ils voter la taxe ?", "Le ministère propose une taxe.", 0.0),
        ("La ministre a-t-elle accepté l'offre ?", "Il propose dix euros ; la ministre juge l'offre basse.", 0.0),
    ],
)
def test_a_plan_alone_does_not_tell_whether_it_was_carried_out(question: str, text: str, planned: float) -> None:
    assert only_planned(query_of(question, text), sentence_of(text)) == planned


def test_whether_there_is_something_is_told_by_a_word_for_it() -> None:
    text = "Des milliers de personnes ont défilé dans le calme."
    assert there_is_untold(query_of("Y a-t-il eu des arrestations ?", text), sentence_of(text)) == 1.0
    text = "Trois personnes ont été arrêtées."
    assert there_is_untold(query_of("Y a-t-il eu des arrestations ?", text), sentence_of(text)) == 0.0


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Le maire a-t-il finalement signé l'accord ?", "signé"),
        ("Est-ce que le train avait freiné ?", "freiné"),
        ("La motion a-t-elle fait tomber la ministre ?", "tomber"),
        ("Le 3 avril, la grève a-t-elle été suivie ?", "suivie"),
        ("Le maire doit-il signer ?", None),
        ("Que demande le maire qui a signé ?", None),
        ("Est-il établi que le pont a cédé ?", None),
    ],
)
def test_the_deed_of_a_question_is_its_participle(question: str, deed: str | None) -> None:
    found = done_asked(query_of(question))
    assert (found.word if found else None) == deed


def test_a_deed_is_met_in_other_words_too() -> None:
    query = query_of("Le maire a-t-il démissionné ?", "démission maire école")
    assert deed_unmet(query, None, sentences_of("Le maire a remis sa démission.")) == 0.0
    assert deed_unmet(query, None, sentences_of("Le maire a ouvert une école.")) == 1.0
    ahead = query_of("Est-ce que les soldats vont repartir ?", "repartiront arrivés")
    assert deed_unmet(ahead, None, sentences_of("Les soldats sont arrivés.")) == 1.0
    assert deed_unmet(ahead, None, sentences_of("Les soldats repartiront en mai.")) == 0.0


@pytest.mark.parametrize(
    ("question", "text", "untold"),
    [
        ("Quand le directeur a-t-il avoué le vol ?", "La comptable accuse le directeur de vol.", 1.0),
        ("Quand le directeur a-t-il avoué le vol ?", "Le directeur a reconnu le vol jeudi.", 0.0),
        ("Le directeur a-t-il avoué le vol ?", "Le directeur nie le vol.", 0.0),
        ("Le tribunal a-t-il condamné le directeur ?", "Six ans ont été requis contre le directeur.", 1.0),
        ("Le tribunal a-t-il condamné le directeur ?", "Il a été condamné à six mois.", 0.0),
        ("L'attentat a-t-il été revendiqué ?", "L'attentat a fait deux morts.", 1.0),
        ("L'attentat a-t-il été revendiqué ?", "Aucune revendication n'a été formulée.", 0.0),
        ("Le maire a-t-il visité l'école ?", "Le maire s'est rendu à l'école.", 0.0),
    ],
)
def test_some_deeds_are_told_by_words_for_them_alone(question: str, text: str, untold: float) -> None:
    assert act_untold(query_of(question, text), sentence_of(text)) == untold


@pytest.mark.parametrize(
    ("question", "text", "untold"),
    [
        ("Quel village l'armée a-t-elle pris ?", "L'armée affirme avoir pris un village aux rebelles.", 1.0),
        ("Quel village l'armée a-t-elle pris ?", "L'armée affirme avoir pris le village de Torvane.", 0.0),
        ("Quel village l'armée a-t-elle pris ?", "Torvane a été prise par l'armée.", 0.0),
        ("Quel village l'armée a-t-elle pris ?", "Le général Anton Vesk dit avoir pris un village.", 1.0),
        ("Dans quelle rue le voleur a-t-il été arrêté ?", "Il a été arrêté dans une rue du centre.", 1.0),
        ("Quelle mesure a été prise ?", "Une mesure a été prise par la ville.", 0.0),
        ("Quelle est la capitale de la Syrie ?", "Un drone est tombé près de sa capitale, Erevan.", 1.0),
        ("Quelle est la capitale de la Syrie ?", "Il est revenu à Damas, la capitale de la Syrie.", 0.0),
        ("Quelle est la capitale de la Syrie ?", "La Syrie a fermé les ponts de sa capitale, Damas.", 0.0),
        ("Quelle est la position de la Syrie ?", "Damas se dit inquiète.", 0.0),
    ],
)
def test_which_one_is_told_by_its_name(question: str, text: str, untold: float) -> None:
    already = frozenset(word_list(fold(question)))
    assert which_untold(query_of(question, text), sentence_of(text), already=already) == untold


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("La Russie a-t-elle expulsé des diplomates ?", "Les États-Unis ont expulsé des diplomates russes.", 1.0),
        ("La Russie a-t-elle expulsé des diplomates ?", "La Russie a expulsé des diplomates.", 0.0),
        ("La Russie a-t-elle expulsé des diplomates ?", "Moscou a expulsé des diplomates américains.", 0.0),
        ("La Russie a-t-elle été expulsée du groupe ?", "La France a expulsé la Russie du groupe.", 0.0),
    ],
)
def test_what_one_country_did_is_not_told_of_another(question: str, text: str, other: float) -> None:
    assert told_of_another(query_of(question, text), sentence_of(text)) == other


def test_the_whole_of_a_compound_is_asked_for() -> None:
    question = "L'armée a-t-elle utilisé des bombes à sous-munitions ?"
    assert compounds(question) == ("sous-munitions",)
    assert compounds("Le maire a-t-il signé, et qu'est-ce que Saint-Éloi en dit-elle ?") == ()
    assert compound_missing(question, "Des munitions ont été saisies.") == 1.0
    assert compound_missing(question, "Des sous-munitions ont été trouvées, comme d'autres munitions.") == 0.0
    assert compound_missing(question, "L'armée a bombardé le pont.") == 0.0


def test_a_heading_within_a_text_tells_nothing() -> None:
    text = 'Le pont est fermé.\n\n"Des réfugiés sur le pont"\n\nDes familles attendent. Elles dorment là.'
    headings = [one.text for one in sentences_of(text) if is_heading(one)]
    assert headings == ['"Des réfugiés sur le pont"']
    assert not any(is_heading(one) for one in sentences_of("Le pont a cédé\n\nIl a été refait"))
