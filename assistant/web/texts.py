"""Every word of the page itself, in French and English: one structure, so that neither language can lack a text.

The answer's own words (who published, when, why it abstains) are in ``assistant/answering/wording.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assistant.types import Language, Modality


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of the page in one language; what stands in braces is filled in when shown.

    Attributes:
        not_asserted: how a quote is said when its publisher does not simply assert it.
    """

    name: str
    tagline: str
    language_label: str
    article_count: str
    one_article: str
    publisher_count: str
    unknown_publisher_count: str
    conversation: str
    welcome_title: str
    welcome: str
    examples: str
    question_label: str
    question_placeholder: str
    send: str
    new_conversation: str
    searching: str
    understood_as: str
    sources: str
    corpus: str
    corpus_rest: str
    nearest: str
    nearest_note: str
    earlier_sources: str
    citation_label: str
    back_to_answer: str
    untitled: str
    by: str
    date_inferred: str
    said_by: str
    by_model: str
    not_asserted: Mapping[Modality, str]
    read_article: str
    original: str
    copy: str
    copied: str
    close: str
    cut: str
    empty_question: str
    long_question: str
    unusable_question: str
    unavailable_title: str
    unavailable: str
    unavailable_command: str
    unavailable_detail: str
    footer: str


def _french(text: str) -> str:
    """Put no-break spaces where French typography wants them, so that the texts below stay readable."""
    return re.sub(r"(?<=«) | (?=[»:;?!])", "\u00a0", text)


TEXTS: Mapping[Language, Texts] = MappingProxyType(
    {
        "fr": Texts(
            name="Assistant presse",
            tagline="Des réponses citées à la lettre, avec leur source.",
            language_label="Langue de la page",
            article_count="{count} articles",
            one_article="1 article",
            publisher_count="{count} éditeurs",
            unknown_publisher_count="{count} sans éditeur connu",
            conversation="Conversation",
            welcome_title=_french("Que voulez-vous savoir ?"),
            welcome=_french(
                "Je réponds par les phrases mêmes des articles : chacune porte son éditeur, sa date et un renvoi à "
                "sa place dans le texte. Quand les articles ne répondent pas, je le dis."
            ),
            examples="Pour commencer",
            question_label="Votre question",
            question_placeholder="Votre question…",
            send="Demander",
            new_conversation="Nouvelle conversation",
            searching="Recherche dans les articles…",
            understood_as=_french("Compris comme : {question}"),
            sources="Sources",
            corpus="Les articles",
            corpus_rest="et {count} autres",
            nearest="Passages proches",
            nearest_note="Ils ne répondent pas à la question.",
            earlier_sources=_french("Sources de : {question}"),
            citation_label=_french("Source {number} : {title}"),
            back_to_answer="Revenir à la réponse",
            untitled="Sans titre",
            by="Par {authors}",
            date_inferred=_french("date déduite : {evidence}"),
            said_by="selon {speaker}",
            by_model="formulé par le modèle",
            not_asserted={"reported": "propos rapporté", "conditional": "au conditionnel", "denied": "démenti"},
            read_article="Lire l’article à cet endroit",
            original="Original",
            copy="Copier la citation",
            copied="Citation copiée",
            close="Fermer",
            cut=_french("L’article est long ; seule la partie voisine du passage est montrée."),
            empty_question="Écrivez d’abord une question.",
            long_question=_french(
                "Votre question compte {count} caractères ; la limite est de {limit}. Raccourcissez-la et je la lirai."
            ),
            unusable_question="Cette question ne peut pas être lue. Reformulez-la en une phrase simple.",
            unavailable_title="Les articles ne sont pas encore prêts",
            unavailable=_french(
                "L’index des articles manque ou ne peut pas être lu. Aucune question ne peut recevoir de réponse "
                "pour l’instant."
            ),
            unavailable_command=_french("La commande qui y remédie, avant de relancer la page :"),
            unavailable_detail="Détail",
            footer=_french(
                "Chaque citation est recopiée lettre pour lettre de son article. Citer n’est pas confirmer : "
                "regardez qui parle, et quand. Les articles appartiennent à leurs éditeurs."
            ),
        ),
        "en": Texts(
            name="Assistant presse",
            tagline="Answers quoted to the letter, with their source.",
            language_label="Language of the page",
            article_count="{count} articles",
            one_article="1 article",
            publisher_count="{count} publishers",
            unknown_publisher_count="{count} with no known publisher",
            conversation="Conversation",
            welcome_title="What would you like to know?",
            welcome=(
                "I answer with the very sentences of the articles, in French as they were printed: each carries its "
                "publisher, its date and a way to its place in the text. When the articles do not answer, I say so."
            ),
            examples="To begin with",
            question_label="Your question",
            question_placeholder="Your question…",
            send="Ask",
            new_conversation="New conversation",
            searching="Searching the articles…",
            understood_as="Understood as: {question}",
            sources="Sources",
            corpus="The articles",
            corpus_rest="and {count} more",
            nearest="Near passages",
            nearest_note="They do not answer the question.",
            earlier_sources="Sources of: {question}",
            citation_label="Source {number}: {title}",
            back_to_answer="Back to the answer",
            untitled="Untitled",
            by="By {authors}",
            date_inferred="date inferred: {evidence}",
            said_by="according to {speaker}",
            by_model="worded by the model",
            not_asserted={"reported": "reported speech", "conditional": "in the conditional", "denied": "denied"},
            read_article="Read the article at this place",
            original="Original",
            copy="Copy the citation",
            copied="Citation copied",
            close="Close",
            cut="The article is long; only the part around the passage is shown.",
            empty_question="Write a question first.",
            long_question=(
                "Your question has {count} characters; the limit is {limit}. Shorten it and I will read it."
            ),
            unusable_question="This question cannot be read. Put it in one plain sentence.",
            unavailable_title="The articles are not ready yet",
            unavailable="The index of the articles is missing or cannot be read. No question can be answered for now.",
            unavailable_command="The command that mends it, before the page is started again:",
            unavailable_detail="Detail",
            footer=(
                "Each quote is copied letter for letter from its article. To quote is not to confirm: see who "
                "speaks, and when. The articles belong to their publishers."
            ),
        ),
    }
)
