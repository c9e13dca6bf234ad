"""The one whose words a question asks for, by name or by office, and whether a sentence is theirs.

"Que reproche le patron d'Alizé à la préfecture ?" is answered by what "son président, Paul Rey," says, and by what
Paul Rey says elsewhere: whoever is asked about by office is known by how any of the articles introduces them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from types import MappingProxyType

from assistant.answering.attribution.attribution import attribute
from assistant.answering.attribution.offices import HUMAN, Office, content, root
from assistant.answering.attribution.people import offices_by_name
from assistant.answering.selection.folded import folded
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.speakers.speaking import speaks
from assistant.language.folding import fold, word_list
from assistant.language.words import terms
from assistant.retrieval.query import Query

Offices = Mapping[str, tuple[Office, ...]]
"""Last name, folded, to the offices that articles give beside it."""

_BODY_ALONE = 0.5
"""What is left of the doubt where not the one asked about speaks, but the body of whom that is the head."""
_WORDS = (
    r"(?:dit|disent|dire|declar|affirm|repond|repon|annonc|reclam|promis|promet|demand|exig|propos|reproch|denonc"
    r"|crai(?:n|gn)|redout|veu(?:t|len)|voulu|souhait|esper|pens|assur|soutien|estim|juge|consider|accus|critiqu"
    r"|conseill|recommand|preconis|justifi|expliqu|qualifi|reagi|defend|regrett|invoqu|oppos|attribu)"
)
_SAYS = re.compile(
    r"\bqu'(?:a|ont|avait)(?:-t-(?:il|elle|on))? (?:dit|declare|affirme|repondu|annonce|reclame|promis"
    r"|demande|exige|propose|reproche|denonce)\b"
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
_FIRST_NOUN = re.compile(
    r"(?<![\w’'-])(?:l[ea]\s|l[’']|du\s|the\s)(?:(?:ancien|actuel)(?:ne|le)?\s|nouve(?:au|lle)\s|future?\s|jeune\s)?"
    r"(?!(?:semaine|veille|matin|soir|mois|mi-journée|lendemain|réponse|réaction|position|version|avis|explication)"
    r"(?![\w-]))(?P<noun>[^\W\d_][\w-]*)",
    re.IGNORECASE,
)
"""What is no time and no saying: "Quelle est la réaction du préfet ?" asks for the prefect's."""
_LAST_ALONE = re.compile(r"(?:(?:MM?\.|Mmes?|Me|Dr|Pr)\s)?[A-ZÀ-Þ][\w’-]+")
_HUMAN = re.compile(HUMAN, re.IGNORECASE)
_CHIEF = frozenset({"patron", "president", "directeur", "dirigeant", "pdg", "chef", "fondateur", "gerant"})
"""Who heads a company, a body or a team is called by any of these."""
_VIEW = re.compile(
    r"^(?:et |mais )?(?:qui|who) (?:(?:a|ont|has|have|se|s'|en) ?)?(?:pretend|trouve(?:nt)? (?:qu|l[ea]s? .*\b(?:trop"
    r"|bien|mal|in\w+)\b)|estim|accus|denonc|affirm|juge(?:nt)? (?:qu|trop|in)|dit\b|disent|soutien\w* qu|reproch|pens"
    r"|assur|critiqu|consider|clam|qualifi|indign|regrett|compare(?:nt)? |contest|dement|parle(?:nt)? d|plaint|plaign"
    r"|reclam|demand|exig|souhait|veu(?:t|lent) |claim|say|said|think|blame|accuse|criticis|call)"
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
        if _is_of(sentence, heads, query.text, offices):
            return 0.0
        return _BODY_ALONE if any(speaks(name, sentence) for name in names) else 1.0
    if not names or not _SAYS.search(folded(query.text)):
        return 0.0
    return float(not speaks(names[0], sentence) and not is_called(sentence, names[0].word, query.text, offices))


def named_by_speaker(query: Query, sentence: Sentence, offices: Offices) -> frozenset[str]:
    """Return the index terms of a question that whoever says a sentence bears, though it has them not.

    « Quarante lits », a promis M. Vial, has "le ministre de la Santé" where an article calls Marc Vial so, and what the
    minister says has "Marc Vial". None where a question asks for nobody's words.
    """
    names = [term for term in query.terms if term.is_name and not term.given]
    if heads := office_asked(query.text):
        if not _is_of(sentence, heads, query.text, offices):
            return frozenset()
        held = [one for one in offices.get(_last_name(sentence, offices), ()) if _alike(one.head) in heads]
        asked = _FIRST_NOUN.search(query.text)
        return frozenset(terms(" ".join([asked["noun"] if asked else "", *(one.text for one in held)])))
    said = bool(names) and _SAYS.search(folded(query.text)) is not None
    if not said or not is_called(sentence, names[0].word, query.text, offices):
        return frozenset()
    return frozenset(terms(_full_name(names[0].word, query.text)))


def offices_in(query: Query, texts: Iterable[str]) -> Offices:
    """Return what the people of some texts are, where a question asks for the words of one; else nothing."""
    asked = office_asked(query.text) or _SAYS.search(folded(query.text))
    return offices_by_name(texts) if asked else {}


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


def asks_words_of_named(query: Query) -> bool:
    """Tell whether a question asks for the words, wishes or fears of somebody it names: "Que demande la Russie ?"."""
    return not office_asked(query.text) and _SAYS.search(folded(query.text)) is not None


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


def _is_of(sentence: Sentence, heads: frozenset[str], question: str, offices: Offices) -> bool:
    """Tell whether somebody of an office that a question names says a sentence.

    Of two ministers he whose field the question names; where it names none, either.
    """
    words = _words_of(sentence)
    if not words:
        return False
    bearers, exact = _bearers(heads, content(question), offices)
    last = _last_name(sentence, offices)
    if last and exact:
        return last in bearers
    if heads.isdisjoint(_alike(root(word)) for word in words):
        return last in bearers
    told = frozenset(words).intersection(_bodies(heads, offices))
    return not exact or not told or not told.isdisjoint(content(question))


def is_called(sentence: Sentence, first: str, question: str, offices: Offices) -> bool:
    """Tell whether a sentence is said by whom a question names, under the last name alone or an office of his only."""
    last = word_list(fold(_full_name(first, question)))[-1]
    words = _words_of(sentence)
    if not words or last not in offices:
        return False
    known = _last_name(sentence, offices)
    if known == last:
        return _LAST_ALONE.fullmatch(speaker_of(sentence) or "") is not None
    if known:
        return False
    heads = frozenset(_alike(root(word)) for word in words) & {_alike(office.head) for office in offices[last]}
    bearers, _ = _bearers(heads, frozenset(words), offices)
    return bearers == {last}


def _full_name(first: str, question: str) -> str:
    """Return the name in a question that begins with a word."""
    found = re.search(rf"(?<!\w){re.escape(first)}(?:\s(?:d[eu]\s|d[’'])?[A-ZÀ-Þ][\w’-]+)*", question)
    return found.group() if found else first


def _bearers(heads: frozenset[str], words: AbstractSet[str], offices: Offices) -> tuple[frozenset[str], bool]:
    """Return the last names of those who hold an office, and whether the words tell which by name or body."""
    of_head = {
        name: [office for office in held if _alike(office.head) in heads and office.head]
        for name, held in offices.items()
    }
    exact = frozenset(name for name, held in of_head.items() if held and name in words) or frozenset(
        name for name, held in of_head.items() if any(not words.isdisjoint(one.body_words) for one in held)
    )
    return exact or frozenset(name for name, held in of_head.items() if held), bool(exact)


def _bodies(heads: frozenset[str], offices: Offices) -> frozenset[str]:
    """Return the words for the bodies that have somebody of an office."""
    held = [office for offices_of in offices.values() for office in offices_of if _alike(office.head) in heads]
    return frozenset(word for office in held for word in office.body_words)


def _last_name(sentence: Sentence, offices: Offices) -> str:
    """Return the last name of who says a sentence, where articles tell what he is; empty where they do not."""
    return next((word for word in reversed(_words_of(sentence)) if word in offices), "")


def _words_of(sentence: Sentence) -> list[str]:
    speaker = speaker_of(sentence)
    return word_list(fold(speaker)) if speaker else []


def _alike(head: str) -> str:
    """Return one root for all who head something."""
    return "patron" if head in _CHIEF else head
