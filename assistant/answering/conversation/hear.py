"""What a turn of a conversation is: small talk, a question about the last answer, or a question of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.answering.conversation.about_answer import About, about_answer
from assistant.answering.conversation.follow_up import complete
from assistant.answering.conversation.small_talk import SmallTalk, small_talk, without_courtesy
from assistant.answering.publishers.asked import asks_publishers_of_nothing
from assistant.language.detect import question_language
from assistant.retrieval.respelling import respelled
from assistant.types import Language, Turn


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, made out with the turns before.

    Attributes:
        question: without the words of courtesy around it.
        understood: the question as it stands alone.
        talk: the small talk it is, if it is.
        about: what it asks of the answer before, if it does.
        before: place in the history of the question whose answer that is.
        times: how often in a row the same was asked of that answer.
        language: of the last question of its own; French without any.
    """

    question: str
    understood: str
    talk: SmallTalk | None
    about: About | None
    before: int
    times: int
    language: Language


def hear(question: str, history: Sequence[Turn], *, vocabulary: Collection[str] = ()) -> Heard:
    """Make out what a turn is.

    Args:
        question: as typed.
        history: the turns before, oldest first.
        vocabulary: index terms of the corpus.
    """
    bare = [without_courtesy(turn.question) for turn in history]
    asking = [
        place for place, said in enumerate(bare) if said.strip() and not small_talk(said) and not about_answer(said)
    ]
    plain = without_courtesy(question, vocabulary)
    spelled = respelled(plain, vocabulary=vocabulary)
    about = about_answer(spelled) if asking else None
    turns = [replace(history[place], question=bare[place]) for place in asking]
    understood = complete(spelled, turns)
    talk = None if about else small_talk(question, vocabulary)
    if talk is None and asks_publishers_of_nothing(understood):
        talk = SmallTalk("compare", question_language(question))
    return Heard(
        question=plain,
        understood=understood,
        talk=talk,
        about=about,
        before=asking[-1] if asking else -1,
        times=1 + sum(about_answer(said) == about for said in bare[asking[-1] + 1 :]) if asking else 1,
        language=question_language(turns[-1].question) if turns else "fr",
    )
