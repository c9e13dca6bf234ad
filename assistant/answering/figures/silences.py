"""Who does not give its figures: "ne communique pas de bilans sur ses pertes", "a refusé de donner un chiffre"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from assistant.answering.figures.amounts import AMOUNTS
from assistant.answering.figures.givers import is_one_of
from assistant.answering.figures.question import names_of
from assistant.answering.figures.sides import sides_in
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.words import KINDS, people
from assistant.answering.selection.sentences import Sentence
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm

_GIVE = (
    r"communiqu\w+|publi\w+|donn\w+|fourni\w*|divulgu\w+|révél\w+|dévoil\w+|diffus\w+|rend\w* publi\w+"
    r"|fai(?:t|sait|re) état|font état|précis\w+|annonc\w+|reconn\w+|évoqu\w+|mentionn\w+"
)
_WITHHELD = re.compile(
    rf"(?<!\w)(?:(?:ne|n[’'])\s?(?:\w+[’']?\s?){{0,3}}?(?P<give>{_GIVE})|refus\w+ (?:toujours )?de (?P<refused>{_GIVE})"
    rf"|sans (?P<without>{_GIVE})|gard\w+ le silence sur|(?:tait|taisent) )(?P<what>[^,;:.»]*)",
    re.IGNORECASE,
)
_TELL = (
    r"dire|préciser|donner|communiquer|avancer|chiffrer|commenter|révéler|publier|confirmer|indiquer|fournir"
    r"|divulguer|répondre"
    r"|livrer|évoquer|se prononcer"
)
_REFUSED = re.compile(
    rf"(?<!\w)(?:(?:n[’']|ne\s)(?:\w+[’']?\s){{0,3}}?(?:pas|jamais|rien|guère)\s(?:\w+\s){{0,3}}?(?:{_TELL})"
    rf"|(?:n[’']|ne\s)(?:commentons|commente|communique|donne|publie|souhait|précis)\w*\s(?:pas|aucun)"
    rf"|(?:n[’']|ne\s)(?:a|ont|avait)\s(?:\w+\s)?(?:communiqué|donné|fourni|publié|avancé|livré)\s(?:aucun|de)"
    rf"|refus\w+\s(?:\w+\s)?(?:de\s|à\s|d[’'])(?:\w+\s)?(?:{_TELL})|invoqu\w+ le secret|gard\w+ le silence"
    rf"|sans (?:donner|avancer|préciser)"
    rf"|élud\w+|botte\w* en touche|s[’']est refus\w+)(?!\w)",
    re.IGNORECASE,
)
_A_FIGURE = re.compile(
    r"(?<!\w)(?:chiffres?|nombre|combien|montants?|bilans?|décomptes?|coût|prix|évaluation|estimation|total|secret"
    r"|pertes)(?!\w)",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?<!\w)(?:montant|coût|prix|somme|facture|euros|dollars)(?!\w)", re.IGNORECASE)
_SHARE = re.compile(r"(?<!\w)(?:part|proportion|pourcentage|taux|chiffre)(?!\w)", re.IGNORECASE)
_TOLL_ALONE = re.compile(r"(?<!\w)(?:bilans?|victimes?|morts?|tués|blessés|militaires)(?!\w)", re.IGNORECASE)
_HOW_MANY = re.compile(r"(?<!\w)combien d(?:e |es |[’'])(?P<what>[^,;:.»]+)", re.IGNORECASE)
_STAFF = re.compile(r"(?<!\w)(?:salariés|employés|agents|personnes|gens|postes)(?!\w)", re.IGNORECASE)
_NO = re.compile(r"(?<!\w)(?:pas|aucune?s?|jamais|guère|toujours pas|ni)(?!\w)", re.IGNORECASE)
_TOLL = re.compile(
    r"(?<!\w)(?:bilans?|pertes|chiffres?|nombre|décompte|victimes?|morts?|tués|blessés)(?!\w)", re.IGNORECASE
)
_PRONOUN = re.compile(r"\W*(?:il|elle|on|nous|ils|elles|je)\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:lui |elle )?(?:n[’']|s[’'])?(?:a|ont|avait|avaient|est|se|ne)", re.IGNORECASE)
_TOPIC = re.compile(r"\W*(?:Pour|Chez|Du côté d[eu]|À) (?P<who>[^,.;:]{2,60}),")
_BUT = re.compile(r"\s(?:mais|tandis|alors)\s", re.IGNORECASE)


def withholds(sentence: Sentence, asked: FigureQuestion) -> str | None:
    """Tell whether a sentence says that the party asked about does not give the figure asked for.

    Args:
        sentence: the sentence.
        asked: the question; one that names no party is never answered so.

    Returns:
        The party in the words of the article, with its article ("l'Azerbaïdjan"), None when it does not say so.
    """
    party = asked.side or asked.speaker
    if party is None or not asked.kinds & KINDS.keys():
        return None
    for match in _WITHHELD.finditer(sentence.text):
        what = _BUT.split(match["what"])[0]
        denied = not match["give"] or _NO.search(match.group()[: len(match.group()) - len(match["what"]) + len(what)])
        if not denied or not _TOLL.search(what) or not _is_asked(what, asked):
            continue
        subject = _subject(sentence.text[: match.start()])
        if (sides_in(what) or sides_in(subject)) & names_of(party):
            return subject
    return None


def refuses(
    sentence: Sentence, asked: FigureQuestion, *, before: str, known: Mapping[str, frozenset[str]]
) -> str | None:
    """Tell whether a sentence says that somebody does not give the figure asked for, in any words.

    Args:
        sentence: the sentence.
        asked: the question.
        before: what its paragraph has before it.
        known: what people are, see :func:`assistant.answering.attribution.people.introduced`.

    Returns:
        Who, in the words of the article; None when it does not say so, or of something or somebody else.
    """
    refusal = _REFUSED.search(sentence.text)
    if refusal is None or not _A_FIGURE.search(sentence.text):
        return None
    own = set(terms(sentence.text))
    near = own | set(terms(before))
    sentences = [frozenset(terms(one)) for one in re.split(r"(?<=[.!?»])\s+", before) if one]
    pronoun = _PRONOUN.match(sentence.text) or _PRONOUN.match(_subject(sentence.text[: refusal.start()]))
    own |= _subjects(sentences, known) | set(terms(_topic(before))) if pronoun else set()
    own = own.union(*(known.get(name, ()) for name in sorted(own)))
    whose = [asked.side] if asked.side and not _is_of_all(sentence, asked) else []
    giver = (*asked.said_by, *([asked.speaker] if asked.speaker else []), *whose)
    names = [term for term in asked.context if term.is_name]
    if not (giver or names or asked.side) or not _names_giver(giver or names[:1], own, sentence):
        return None
    if _is_of_another_figure(sentence.text[refusal.start() :], asked):
        return None
    counted = [*asked.heads, *asked.people, *(term for term in asked.context if not term.is_name)]
    of_kind = any(form.search(f"{before} {sentence.text}") for kind, form in KINDS.items() if kind in asked.kinds)
    if not (of_kind or not counted or any(is_one_of(term, near) for term in counted) or asked.kinds & AMOUNTS):
        return None
    return _who(sentence.text, refusal.start())


def _topic(before: str) -> str:
    """Return whose a paragraph is that opens on it: « Pour Hydraval, l'addition est fausse »."""
    topic = _TOPIC.match(before)
    return topic["who"] if topic else ""


def _names_giver(giver: Sequence[QueryTerm], own: Set[str], sentence: Sentence) -> bool:
    """Tell whether a sentence has whoever is asked; of which country its army is may stand elsewhere in the article."""
    if not giver or not is_one_of(giver[0], own):
        return False
    article = set(terms(sentence.article.text))
    return all(is_one_of(one, own) or (one.word.islower() and is_one_of(one, article)) for one in giver[1:])


def _is_of_another_figure(refused: str, asked: FigureQuestion) -> bool:
    """Tell whether what is withheld is named, and is not what is asked for: a sum is no share, no head count a sum."""
    if "percent" in asked.kinds and _SUM.search(refused) and not _SHARE.search(refused):
        return True
    if asked.kinds <= AMOUNTS and asked.kinds and _TOLL_ALONE.search(refused) and not _SUM.search(refused):
        return True
    counted = _HOW_MANY.search(refused)
    if counted is None:
        return False
    said = set(terms(counted["what"]))
    if asked.kinds & AMOUNTS:
        return not said.isdisjoint(people()) or _STAFF.search(counted["what"]) is not None
    words = (*asked.heads, *asked.people, *asked.context)
    of_kind = any(form.search(counted["what"]) for kind, form in KINDS.items() if kind in asked.kinds)
    return not of_kind and not any(is_one_of(term, said) for term in words)


def _subjects(sentences: Sequence[frozenset[str]], known: Mapping[str, frozenset[str]]) -> set[str]:
    """Return the terms of the sentences back to the one that has somebody by name, for whom a pronoun stands."""
    said: set[str] = set()
    for one in reversed(sentences):
        said |= one
        if any(name in known for name in one):
            break
    return said


def _is_of_all(sentence: Sentence, asked: FigureQuestion) -> bool:
    """Tell whether a sentence has all other words of the question: "l'armée" is that of the side asked about."""
    own = set(terms(sentence.text))
    words = [term for term in asked.context if not term.is_name]
    return bool(words) and all(is_one_of(term, own) for term in words)


def _who(text: str, place: int) -> str:
    """Return the body right before or after a refusal, in the words of the article; empty where a pronoun stands."""
    subject = _subject(text[:place])
    if _PRONOUN.match(subject) or subject.startswith("«"):
        return ""
    return subject


def _is_asked(what: str, asked: FigureQuestion) -> bool:
    """Tell whether what is withheld is what is asked for: military losses are not civilian ones."""
    said = people().intersection(terms(what))
    wanted = {other for term in asked.people for other, weight in term.alternatives.items() if weight >= 0.45}
    return not said or bool(said & wanted)


def _subject(before: str) -> str:
    """Return the party right before its verb: the last clause, less what opens the sentence."""
    clause = re.split(r"[,;:»]\s*|\s(?:que|qu[’'])\s?", before.strip())
    parts = [part.strip() for part in clause]
    return next((part for part in reversed(parts) if part and not _AUXILIARY.fullmatch(part)), "")
