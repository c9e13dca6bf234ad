"""The questions offered on an empty page: edit them here. Those that the served articles do not answer are left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.types import Answer, Language

EXAMPLES: Mapping[Language, tuple[str, ...]] = {
    "fr": (
        "Que demande l'OTAN à la Turquie\u00a0?",
        "Combien de civils ont été tués\u00a0?",
        "De quoi la Turquie est-elle accusée\u00a0?",
        "Que condamne Emmanuel Macron\u00a0?",
        "Qui appelle à un cessez-le-feu immédiat\u00a0?",
        "Que dit Jens Stoltenberg\u00a0?",
    ),
    "en": (
        "What does NATO ask of Turkey?",
        "How many civilians were killed?",
        "What is Turkey accused of?",
        "What does Macron condemn?",
        "What does France ask for?",
    ),
}
MOST = 4  # shown at once


def answered_examples(
    ask: Callable[..., Answer], *, examples: Mapping[Language, Sequence[str]] = EXAMPLES
) -> dict[Language, tuple[str, ...]]:
    """Return by language the first examples that the articles answer, so that none leads a visitor to a refusal."""
    return {
        language: tuple(question for question in questions if not ask(question).abstained)[:MOST]
        for language, questions in examples.items()
    }
