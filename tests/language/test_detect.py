"""French or English, told by grammar words."""

from __future__ import annotations

import pytest

from assistant.language.detect import question_language

FRENCH = """Que demande l'OTAN à la Turquie ?
Qui est le Premier ministre ?
Combien de morts ?
L’armée a-t-elle riposté ?
Quel est le bilan ?
Est-ce que Donald Trump a gagné ?
Paris ?
Erdogan
Bilan des combats ?
Pourquoi Facebook a-t-il fermé ?
S'agit-il du New York Times ?
D'où viennent les drones ?
Et la Russie ?
Qu'a dit Joe Biden sur "The Voice" ?
Résume l'article.
Y a-t-il des survivants ?
On parle de quoi ?
?
🙂""".splitlines()
ENGLISH = """Who is the prime minister?
What does NATO ask of Turkey?
What's Turkey's stance?
How many people died?
Is there a ceasefire?
Did Azerbaijan order a full or a partial mobilisation?
Didn't Macron's envoy leave?
Will Macron resign?
Should France help?
Where is Notre-Dame de Paris?
Tell me about L'Oréal
Casualties in Armenia
Give me a list of the victims
Has Le Pen been elected?
When was the Tour de France?
Which countries did he visit?
Who said "J'accuse"?""".splitlines()


@pytest.mark.parametrize("question", FRENCH)
def test_french(question: str) -> None:
    assert question_language(question) == "fr"


@pytest.mark.parametrize("question", ENGLISH)
def test_english(question: str) -> None:
    assert question_language(question) == "en"
