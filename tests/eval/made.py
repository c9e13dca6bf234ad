"""A tiny corpus, questions over it and right answers to them, made by hand."""

from __future__ import annotations

from eval.asking.records import Cited, Ranked, Record
from eval.datasets.dataset import ANSWERABLE_KINDS, Gold, Question

DAM = "Le barrage de Roche-Noire a cédé mardi."
TOLL = "La préfecture compte 12 disparus."
AGAIN = "Douze personnes manquent, selon la préfecture."
OTHER = "La route reste coupée."
TEXTS = {
    "courrier": f"{DAM}\n{TOLL} {OTHER}",
    "gazette": f"{OTHER}\n{AGAIN}",
}
PUBLISHED: dict[str, tuple[str | None, str | None]] = {
    "courrier": ("Le Courrier", "2019-03-12"),
    "gazette": (None, "2019-03"),
}
SPEAKERS = {AGAIN: "la préfecture"}


def gold(article_id: str, quote: str) -> Gold:
    """Return a gold sentence with its article's publisher and date, and who speaks."""
    publisher, published = PUBLISHED[article_id]
    return Gold(article_id, quote, publisher, published, SPEAKERS.get(quote))


def question(identity: str, kind: str, *groups: tuple[Gold, ...], family: str | None = None) -> Question:
    """Return a question; without groups it has to be refused."""
    assert bool(groups) == (kind in ANSWERABLE_KINDS)
    return Question(
        id=identity,
        family=family or identity,
        split="dev",
        kind=kind,
        language="fr",
        question=f"{identity} ?",
        history=(),
        gold=groups,
        why=None if groups else "made to be refused",
        line=1,
    )


def cite(article_id: str, quote: str) -> Cited:
    """Return a citation of the first place where the article has the quote, with publisher, date and speaker right."""
    start = TEXTS[article_id].index(quote)
    publisher, published = PUBLISHED[article_id]
    return Cited(article_id, publisher, published, quote, start, start + len(quote), SPEAKERS.get(quote))


def answer(identity: str, *cited: Cited) -> Record:
    """Return the record of an answer, what it cites retrieved first and in order."""
    ranked = tuple(Ranked(one.article_id, one.start, one.end) for one in cited)
    return Record(identity, cited=cited, reason=None, said="said", ranked=ranked, confidence=0.9, latency_ms=1.0)


def refusal(identity: str, reason: str = "not_enough_evidence") -> Record:
    """Return the record of a refusal."""
    return Record(identity, cited=(), reason=reason, said="refused", confidence=0.1, latency_ms=1.0)


DAM_ASKED = question("dam", "fact", (gold("courrier", DAM),))
TOLL_ASKED = question("toll", "figure", (gold("courrier", TOLL), gold("gazette", AGAIN)))
BOTH_ASKED = question("both", "comparison", (gold("courrier", DAM),), (gold("gazette", AGAIN),))
MOON_ASKED = question("moon", "off_topic")
YEAR_ASKED = question("year", "off_period")
ASKED = (DAM_ASKED, TOLL_ASKED, BOTH_ASKED, MOON_ASKED, YEAR_ASKED)
RIGHT = (
    answer("dam", cite("courrier", DAM)),
    answer("toll", cite("gazette", AGAIN)),
    answer("both", cite("courrier", DAM), cite("gazette", AGAIN)),
    refusal("moon", "off_topic"),
    refusal("year", "off_period"),
)
