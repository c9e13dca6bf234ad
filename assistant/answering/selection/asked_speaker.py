"""The one whose words a question asks for, by name or by office, and whether a sentence is theirs.

"Que reproche le patron d'Alizé à la préfecture ?" is answered by what "son président, Paul Rey," says, and by what
Paul Rey says elsewhere: whoever is asked about by office is known by how any of the articles introduces them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from assistant.answering.attribution.attribution import attribute
from assistant.answering.attribution.offices import HUMAN, root
from assistant.answering.attribution.people import people_of
from assistant.answering.selection.folded import folded
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.speaking import speaks
from assistant.language.folding import fold, word_list
from assistant.retrieval.query import Query

Offices = Mapping[str, frozenset[str]]
"""Last name, folded, to the roots of the offices that articles give beside it."""

_BODY_ALONE = 0.5
"""What is left of the doubt where not the one asked about speaks, but the body of whom that is the head."""
_WORDS = (
    r"(?:dit|disent|dire|declar|affirm|repond|repon|annonc|reclam|promis|promet|demand|exig|propos|reproch|denonc"
    r"|crai(?:n|gn)|redout|veu(?:t|len)|voulu|souhait|esper|pens|assur|soutien|estim|juge|consider|accus|critiqu"
    r"|conseill|recommand|preconis|justifi|expliqu|qualifi|reagi|defend|regrett|invoqu|oppos|attribu)"
)
_SAYS = re.compile(
    r"\bqu'(?:a|ont|avait)(?:-t-(?:il|elle|on))? (?:dit|declare|affirme|repondu|annonce|reclame|promis)\b"
    r"|\bque (?:dit|disent|declare|affirme|repond|pense)\b|\b(?:a|ont) (?:dit|declare|repondu) quoi\b"
    r"|\ben (?:dit|pense) quoi\b|\bwhat (?:did|does|do) .* say\b"
    r"|^(?:et |mais )?(?:que |qu')(?:demand|reclam|exig|propos|reproch|denonc|crai(?:n|gn)|redout|veu(?:t|len)|souhait"
    r"|esper|promet|repon|annonc|affirm|pens)\w*(?!-t-on|-on)\b"
    r"|^(?:and |but )?what (?:did|does|do) .* (?:ask|demand|want|propose|fear|hope|promise|reply|announce|claim)\b"
)
"""Questions for the words, wishes or fears of the first name in them."""
_ASKS_OFFICE = re.compile(
    rf"\bqu(?:e |'|oi ).*\b{_WORDS}\w*|\bcomment\b.*\b(?:{_WORDS}\w*|pris|prend|accueilli\w*|recu|vecu)\b"
    r"|\bquel(?:le)?s? (?:est |etait )?(?:l[ea] |l')?(?:reponse|reaction|position|version|avis|explication)s?\b"
    rf"|\b(?:selon|d'apres|a en croire)\b|\b(?:what|how)\b.*\b(?:say|said|react|answer|explain|think|justify|want)\b"
)
"""The same for whoever is asked about by office."""
_FIRST_NOUN = re.compile(r"(?<![\w’'-])(?:l[ea]\s|l[’']|du\s|the\s)(?P<noun>[^\W\d_][\w-]*)", re.IGNORECASE)
_HUMAN = re.compile(HUMAN, re.IGNORECASE)
_CHIEF = frozenset({"patron", "president", "directeur", "dirigeant", "pdg", "chef", "fondateur", "gerant"})
"""Who heads a company, a body or a team is called by any of these."""
_VIEW = re.compile(
    r"^(?:et |mais )?(?:qui|who) (?:(?:a|ont|has|have|se|s'|en) ?)?(?:pretend|trouve(?:nt)? (?:qu|l[ea]s? .*\b(?:trop"
    r"|bien|mal|in\w+)\b)|estim|accus|denonc|affirm|juge(?:nt)? (?:qu|trop|in)|dit\b|disent|soutien\w* qu|reproch|pens"
    r"|assur|critiqu|consider|clam|qualifi|indign|regrett|compare(?:nt)? |contest|dement|parle(?:nt)? d|plaint|plaign"
    r"|reclam|demand|claim|say|said|think|blame|accuse|criticis|call)"
)
"""Questions for whoever holds a view."""


def speaker_other(query: Query, sentence: Sentence, offices: Offices = MappingProxyType({})) -> float:
    """Tell whether a question asks for somebody's words, and the article does not give them the sentence.

    Args:
        query: the question.
        sentence: the sentence.
        offices: what people are, see :func:`offices_in`.

    Returns:
        1 when it does not, a half when it gives it to the body that the one asked about is of, else 0.
    """
    names = [term for term in query.terms if term.is_name and not term.given]
    heads = office_asked(query.text)
    if heads:
        if _is_of(sentence, heads, offices):
            return 0.0
        return _BODY_ALONE if any(speaks(name, sentence) for name in names) else 1.0
    if not names or not _SAYS.search(folded(query.text)):
        return 0.0
    return float(not speaks(names[0], sentence))


def offices_in(query: Query, texts: Iterable[str]) -> Offices:
    """Return what the people of some texts are, where a question asks for the words of one by office; else nothing."""
    found: dict[str, set[str]] = {}
    for text in texts if office_asked(query.text) else ():
        for person in people_of(text):
            last = fold(person.name).split()[-1]
            found.setdefault(last, set()).update(_alike(office.head) for office in person.offices)
    return {name: frozenset(heads) for name, heads in found.items()}


@lru_cache(maxsize=256)
def office_asked(question: str) -> frozenset[str]:
    """Return the root of the office that a question for somebody's words names first; empty for any other question.

    "Que répond la compagnie au mécanicien ?" asks for the words of the company.
    """
    if not _ASKS_OFFICE.search(folded(question)):
        return frozenset()
    found = _FIRST_NOUN.search(question)
    held = found is not None and _HUMAN.fullmatch(found["noun"]) is not None
    return frozenset({_alike(root(found["noun"]))}) if found and held else frozenset()


def asks_view(query: Query) -> bool:
    """Tell whether a question asks who holds a view: "Qui trouve que ...", "Qui accuse ..."."""
    return _VIEW.search(folded(query.text)) is not None


def speaker_of(sentence: Sentence) -> str | None:
    """Return who an article lets say a sentence, in its words; None where it speaks itself."""
    return attribute(sentence.article.text, sentence.start, sentence.end).speaker


def view_unsaid(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question asks who holds a view, and a sentence is nobody's words, else 0."""
    if query.answer_type != "who" or not asks_view(query):
        return 0.0
    return float(speaker_of(sentence) is None)


def _is_of(sentence: Sentence, heads: frozenset[str], offices: Offices) -> bool:
    speaker = speaker_of(sentence)
    words = word_list(fold(speaker)) if speaker else []
    held = {_alike(root(word)) for word in words}.union(*(offices.get(word, ()) for word in words[-1:]))
    return not heads.isdisjoint(held)


def _alike(head: str) -> str:
    """Return one root for all who head something."""
    return "patron" if head in _CHIEF else head
