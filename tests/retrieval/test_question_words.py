"""What kind of thing a question asks for."""

from __future__ import annotations

import pytest

from assistant.retrieval.question_words import AnswerType, answer_type

QUESTIONS: dict[AnswerType, str] = {
    "who": """Qui est la présidente de l'Uruguay ?
        À qui appartient le port ?
        Selon qui ?
        Avec qui le ministre a-t-il parlé ?
        Quel ministre a démissionné ?
        Quels dirigeants ont signé ?
        Comment s'appelle le maire ?
        Quel est le nom du pilote ?
        Who attacked first?
        Whose plane was it?
        Give me the names of the victims""",
    "how_many": """Combien de blessés quand la tribune a cédé ?
        Combien de morts ?
        À combien s'élève la dette ?
        Quel est le bilan du séisme ?
        Quel a été le bilan des combats ?
        Quelles sont les pertes de l'armée ?
        Quel est le montant de l'aide ?
        How many people died?
        How much did it cost?
        What is the death toll?""",
    "when": """Ça fait combien de temps que l'eau est coupée ?
        Quand la grève a-t-elle commencé ?
        À quelle date le vote aura-t-il lieu ?
        En quelle année est-il né ?
        Depuis quand ?
        Depuis combien de temps dure la grève ?
        At what time did it start?
        When was the treaty signed?
        How long did it last?
        What year was it?""",
    "where": """Où se trouve le siège ?
        OÙ EST LE PORT ?
        D'où viennent les réfugiés ?
        Le sommet a lieu où ?
        Dis-moi où vivent les réfugiés
        Ou se trouve le port ?
        Dans quelle ville ?
        Dans quelles régions a-t-il neigé ?
        Quels pays ont voté contre ?
        Where is the port?
        Which cities were hit?""",
    "why": """Pourquoi le nombre de loups a-t-il doublé ?
        À cause de quoi la route est-elle coupée ?
        How come the bridge fell?
        Pourquoi la grève continue-t-elle ?
        Pour quelle raison part-il ?
        Quelle est la cause de l'incendie ?
        Quelles sont les causes du naufrage ?
        Quelle a été la raison du départ ?
        Why did he leave?
        What were the reasons?""",
    "yes_no": """Est-ce que le port est fermé ?
        Le ministre a-t-il démissionné ?
        Y a-t-il des blessés ?
        Les pêcheurs sont-ils rentrés ?
        Les villages où vivent les réfugiés sont-ils détruits ?
        Est-il prouvé que le hangar a brûlé ?
        C'est sûr que la ligne rouvrira ?
        Il est toujours en prison ?
        Et son avocat, il viendra ?
        Le juge reconnaît-il que le dossier est vide ?
        Did the port reopen?
        Is the president dead?
        Will the minister resign?
        Should Europe help?""",
    "what": """Que demande le syndicat ?
        Qu'a dit le maire ?
        Le patron il dit quoi ?
        Comment le nombre de loups a-t-il pu doubler ?
        Quoi de neuf ?
        La Suède ou la Finlande
        Quelle loi a été votée ?
        Qu'est-ce que l'OSCE ?
        Raconte l'accident
        Paris
        What does the union ask?
        How does it work?
        ?""",
}


@pytest.mark.parametrize(
    ("kind", "question"), [(kind, line.strip()) for kind, lines in QUESTIONS.items() for line in lines.splitlines()]
)
def test_what_is_asked_for(kind: AnswerType, question: str) -> None:
    assert answer_type(question) == kind
