"""The runner keeps what is said, in order, and counts an error as a failure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest

from assistant.errors import RequestError
from assistant.types import Answer, Article, Citation, Hit, Passage, Published, Statement, Turn
from eval.asking.runner import run
from eval.measures.metrics import quotes_exact
from tests.eval.made import DAM, DAM_ASKED, MOON_ASKED, TEXTS, TOLL_ASKED

ARTICLE = Article(
    id="courrier",
    title=None,
    publisher="Le Courrier",
    agency=None,
    authors=(),
    published=Published("2019-03-12", "day", "stated"),
    url=None,
    language="fr",
    text=TEXTS["courrier"],
    source="courrier.txt",
    sha256=hashlib.sha256(TEXTS["courrier"].encode()).hexdigest(),
)
HITS = (Hit(Passage("courrier#0", "courrier", 0, len(DAM)), rank=1, score=1.0, similarity=1.0, bm25=1.0),)


class Canned:
    """Answers about the dam, refuses the Moon, fails on anything else."""

    def ask(self, question: str, *, history: Sequence[Turn] = (), top_k: int | None = None) -> Answer:
        """Return a canned answer."""
        if question == DAM_ASKED.question:
            cited = Citation(1, ARTICLE, DAM, 0, len(DAM), speaker="le préfet")
            return Answer(
                question, question, "fr", f"« {DAM} » [1]", (Statement(DAM, (1,)),), (cited,), None, 0.9, HITS
            )
        if question == MOON_ASKED.question:
            return Answer(question, question, "fr", "Rien.", (), (), "off_topic", 0.1, HITS)
        raise RequestError("too hard")


def test_what_is_said_is_kept_in_the_order_of_the_questions() -> None:
    done: list[int] = []
    questions = (MOON_ASKED, TOLL_ASKED, DAM_ASKED)
    refused, failed, answered = run(questions, Canned(), texts=TEXTS, on_progress=done.append)
    assert done == [1, 2, 3]
    assert (refused.question_id, refused.reason, refused.refused, refused.answered) == (
        "moon",
        "off_topic",
        True,
        False,
    )
    assert refused.nearest == DAM
    assert (failed.error, failed.refused, failed.answered) == ("too hard", False, False)
    assert (answered.answered, answered.confidence) == (True, 0.9)
    cited = answered.cited[0]
    assert (cited.publisher, cited.published, cited.speaker) == ("Le Courrier", "2019-03-12", "le préfet")
    assert quotes_exact(DAM_ASKED, answered, TEXTS) == 1.0
    assert all(record.latency_ms >= 0 for record in (refused, failed, answered))


def test_a_bug_stops_the_run() -> None:
    class Broken:
        def ask(self, question: str, *, history: Sequence[Turn] = (), top_k: int | None = None) -> Answer:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run((DAM_ASKED,), Broken())
