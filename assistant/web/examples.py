"""The questions offered on an empty page: edit them here. Those that the served articles do not answer are left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.types import Answer, Language

EXAMPLES: Mapping[Language, tuple[str, ...]] = {
    "fr": (
        "Que demande l'OTAN à la Turquie ?",
        "Qui appelle à un cessez-le-feu immédiat ?",
        "Combien de civils ont été tués ?",
        "Quel est le rôle de la Turquie ?",
        "Que dit Emmanuel Macron ?",
    ),
    "en": (
        "What does NATO ask of Turkey?",
        "Who calls for an immediate ceasefire?",
        "How many civilians were killed?",
        "What is Turkey's role?",
        "What does Emmanuel Macron say?",
    ),
}
MOST = 4  # shown at once


def answered_examples(
    ask: Callable[..., Answer], language: Language, *, examples: Mapping[Language, Sequence[str]] = EXAMPLES
) -> tuple[str, ...]:
    """Return the first examples of a language that the articles answer, so that none leads a visitor to a refusal."""
    return tuple(question for question in examples[language] if not ask(question).abstained)[:MOST]
