"""What the assistant says to small talk: one human line, in French and English, and back to the articles."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answering.conversation.phrases import TalkKind
from assistant.answering.conversation.small_talk import SmallTalk
from assistant.types import Answer, Language

_LINES: Mapping[Language, Mapping[TalkKind, str]] = {
    "fr": {
        "greeting": "Bonjour ! Que voulez-vous savoir de ces articles ?",
        "thanks": "Avec plaisir. Si autre chose vous intrigue dans ces articles, demandez.",
        "goodbye": "Au revoir, et bonne lecture.",
        "identity": "Je suis un assistant de lecture, un programme. Je cherche dans un dossier d’articles de presse et "
        "je réponds par leurs phrases mêmes, avec l’éditeur et la date ; quand ils ne répondent pas, je le dis.",
        "abilities": "Demandez-moi qui, quoi, quand, combien ou pourquoi, ce que dit telle personne ou tel journal, "
        "une chronologie, un résumé ou les positions de chacun. Je réponds par des phrases citées des articles ; "
        "quand ils ne répondent pas, je le dis.",
        "wellbeing": "Tout va bien, merci. Et vous, que voulez-vous savoir de ces articles ?",
        "agreement": "Bien. Posez la question suivante quand vous voulez.",
        "praise": "Merci, c’est gentil. Le mérite en revient surtout aux articles.",
        "insult": "Je regrette de ne pas vous avoir satisfait. Dites-moi autrement ce que vous cherchez, et je relirai "
        "les articles.",
        "apology": "Il n’y a pas de mal. Que voulez-vous savoir ?",
        "opinion": "Je n’ai pas d’avis à donner : je ne fais que citer ces articles. Demandez-moi ce qu’en dit telle "
        "personne, tel pays ou tel journal.",
        "compare": "Je compare les journaux sur un point à la fois. Dites-moi lequel, par exemple : « Les journaux "
        "sont-ils d’accord sur le bilan ? » ; je mets alors leurs phrases côte à côte "
        "et je dis en quoi elles diffèrent.",
    },
    "en": {
        "greeting": "Hello! What would you like to know from these articles?",
        "thanks": "You’re welcome. If anything else in these articles intrigues you, ask.",
        "goodbye": "Goodbye, and happy reading.",
        "identity": "I am a reading assistant, a program. I search a folder of press articles and answer with their "
        "very sentences, each with its publisher and date; when they do not answer, I say so.",
        "abilities": "Ask me who, what, when, how many or why, what somebody or some newspaper says, for a timeline, a "
        "summary, or everyone’s positions. I answer with sentences quoted from the articles, in French as printed; "
        "when they do not answer, I say so.",
        "wellbeing": "All is well, thank you. And you, what would you like to know from these articles?",
        "agreement": "Good. Ask your next question whenever you like.",
        "praise": "Thank you, that is kind. Most of the credit goes to the articles.",
        "insult": "I am sorry to have disappointed you. Tell me in other words what you are looking for, and I will "
        "read the articles again.",
        "apology": "No harm done. What would you like to know?",
        "opinion": "I have no opinion to give: all I do is quote these articles. Ask me what some person, country or "
        "newspaper says of it.",
        "compare": "I compare newspapers on one point at a time. Tell me which, for example: “Do the newspapers agree "
        "on the toll?” I then put their sentences side by side and say how they differ.",
    },
}  # fmt: skip


def reply(said: SmallTalk, question: str, *, language: Language) -> Answer:
    """Return the line that small talk is answered with: it cites nothing, so it abstains, for that reason.

    Args:
        said: what was said.
        question: as typed.
        language: of the conversation so far, where the words tell none.
    """
    spoken = said.language or language
    return Answer(
        question=question,
        understood=question,
        language=spoken,
        text=_french(_LINES[spoken][said.kind]) if spoken == "fr" else _LINES[spoken][said.kind],
        statements=(),
        citations=(),
        reason="small_talk",
        confidence=0.0,
        hits=(),
    )


def _french(text: str) -> str:
    return "".join("\u00a0" + mark if mark in "?!;:" else mark for mark in text).replace(" \u00a0", "\u00a0")
