"""Publishers that a question asks about: those it names, or all, "selon les différents médias"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.language.folding import fold, word_list
from assistant.language.words import is_stop_word
from assistant.retrieval.query import Query
from assistant.types import Article, Hit

Name = TypeVar("Name", str, str | None)
OF_EACH = 6
"""Passages searched of each publisher where a question asks for all."""
_MOST = 12
_NOUN = (
    r"(?:medias?|journaux|journal|quotidiens?|hebdomadaires?|editeurs?|publications?|titres? de presse"
    r"|organes? de presse|redactions?)"
)
_TITLES = r"titres?(?! (?:de (?!l'|la )|d'))"
"""« chaque titre », « les différents titres » are newspapers; « les titres de séjour » are none."""
_KIND = (
    r"d'etat|officiel\w*|publics?|sociaux|loca(?:l|le|ux|les)\b|etrangere?s?|internationa\w+|nationa(?:l|le|ux|les)\b"
    r"|specialise\w*|\w+(?:ais|aise|aises|iens?|iennes?)\b|russes?|turcs?"
)
"""What makes it some publishers only: « les médias russes »."""
_OF_WHOM = (
    r"du (?:pays|pouvoir|regime|gouvernement|kremlin|continent|groupe|golfe)\b|de (?!l'|la |l[ea]ur|ce)|d'(?!une? )"
)
"""« les journaux de Paris », « du pouvoir »; « que disent les journaux de la grève, du bilan » names the subject."""
_SPEAKS = (
    r"(?:(?:parle|evoque|mentionne|rapporte|couvre)(?:nt)?|traitent|(?:a|ont) (?:parle|evoque|mentionne|rapporte))\b"
)
"""« quel journal parle des mercenaires » : who does not is worth a line too."""
_SAY = (
    r"(?:disent|rapportent|ecrivent|racontent|affirment|annoncent|indiquent|rappellent|expliquent|precisent|pensent"
    r"|retiennent|apprennent|relatent|avancent|mentionnent|evoquent|revelent|soulignent|decrivent"
    r"|ont (?:tous )?(?:dit|ecrit|rapporte|raconte|affirme|annonce|explique|rappele|retenu|publie))"
)
_QUE = r"(?:que |qu'en |qu')(?:nous )?"
_SEVERAL = r"(?:differente?s? |diverse?s? |autres? )"
_PRINTED = rf"(?:{_NOUN}|articles?|sources?|{_TITLES})"
_AGREE = (
    r"(?:(?:sont|etaient)-(?:ils|elles) |sont )?(?:tous |toutes |bien )*"
    r"(?:d'accord|unanimes|s'accordent|concordent|divergent|se contredisent|s'opposent|different"
    r"|(?:disent|donnent|racontent|rapportent|annoncent|avancent|font)(?:-(?:ils|elles))? (?:tous |toutes )?"
    r"l[ae]s? memes?(?: chose)?)"
)
_EVERY = re.compile(
    rf"\bchaque (?:{_NOUN}|{_TITLES})\b(?! (?:{_KIND}))"
    rf"|\b(?:que|comment|selon|d'apres|dans|chez) (?:\w+ )?chacune? d(?:es|e ces) {_SEVERAL}?(?:{_NOUN}|{_TITLES})\b"
    rf"(?! (?:{_KIND}|{_OF_WHOM}))"
    rf"|\b(?:que dit|que disent|comment) chaque (?:article|source)\b"
    rf"|\b{_QUE}{_SAY}(?:-ils)? (?:tous )?"
    rf"(?:les|chacun des|l'ensemble des)\s(?:{_SEVERAL}?{_NOUN}|{_SEVERAL}(?:sources|articles))\b"
    rf"(?! (?:{_KIND}|{_OF_WHOM}))"
    rf"|\bdans (?:les {_SEVERAL}|tous les |chacun des ){_NOUN}\b(?! (?:{_KIND}|{_OF_WHOM}))"
    rf"|\bquel(?:le)?s? \w+ (?:donnent|avancent|citent|publient|rapportent|retiennent) (?:tous )?"
    rf"les {_SEVERAL}?{_NOUN}\b(?! (?:{_KIND}|{_OF_WHOM}))"
    r"|\b(?:selon|d'apres|compare[zr]?|que (?:disent|rapportent|ecrivent|racontent|affirment)|comment)"
    rf"[\w' ]{{0,24}}?\b(?:les|des|chacun des)\s{_SEVERAL}?{_NOUN}\b"
    rf"(?! (?:{_KIND}|d[eu']))"
    rf"|\b(?:{_QUE}{_SAY}|comment|selon|d'apres)\s(?:tous )?les (?:{_SEVERAL}|principaux )"
    rf"(?:{_TITLES}|titres?(?= de l))\b"
    rf"|^(?:et )?(?:dans |chez |selon |d'apres )?(?:les|des) {_SEVERAL}{_NOUN}\b"
    rf"(?! (?:{_KIND}))"
    rf"|\b(?P<one>{_NOUN}|titre|article|source) par (?P=one)\b"
    rf"|\b(?:les|ces) {_SEVERAL}?{_PRINTED}\b(?! (?:{_KIND}|{_OF_WHOM}|de |d[u'] ))[\w', ]{{0,24}}?\s{_AGREE}(?! [aà] )"
    rf"|\bd'une? {_PRINTED} a l'autre\b"
    rf"|\b(?:versions?|recits?|points? de vue) (?:des|de tous les|de chacun des) "
    rf"{_SEVERAL}?{_NOUN}\b(?! (?:{_KIND}|{_OF_WHOM}))"
    rf"|\b(?:lit|trouve-t|dit|ecrit|raconte-t|rapporte-t)-on dans (?:les {_SEVERAL}?{_NOUN}|la presse)\b"
    rf"(?! (?:{_KIND}|{_OF_WHOM}))"
    rf"|\bentre les {_SEVERAL}?{_PRINTED}\b(?! (?:{_KIND}|{_OF_WHOM}))"
    rf"|\b(?:dans |chez |selon )?quel(?:le)?s? (?:sont les )?(?:autres? )?(?:{_NOUN}|{_TITLES}|sources?|articles?) "
    rf"(?:qui |en )*{_SPEAKS}"
    r"|^(?:et )?qui (?:d'autre )?(?:en )?(?:parle|a parle)(?= (?:de la|de l'|du|des|de ce\w*|d'autre)\b|\W*$)"
    rf"|\b(?:que (?:dit|rapporte|ecrit|raconte)|comment|selon|d'apres)\sla presse\b(?! (?:{_KIND}|{_OF_WHOM}))"
    r"|\b(?:which|what) (?:publishers?|newspapers?|outlets?|sources?|articles?)"
    r" (?:mentions?|reports?|covers?|talks? about)\b"
    r"|\b(?:according to|what do|what does|how do|how does|compare(?: what)?)\s(?:each|all|every|the|different|various)"
    r"(?: of)?(?: the)?(?: different| various| other)?\s(?:publishers?|newspapers?|outlets?|media)\b(?! of)"
    r"|\bdo (?:all )?the (?:different |various )?(?:publishers|newspapers|outlets|media|articles|sources) (?:all )?"
    r"(?:agree|disagree|differ|contradict each other|say the same)\b"
)
_DOES = re.compile(
    r"^[\w' ]{0,3}?(?:\s(?P<verb>(?:rend(?:ent)?|parle(?:nt)?|donne(?:nt)?|presente(?:nt)?|explique"
    r"(?:nt)?|decri(?:t|vent)"
    r"|rapporte(?:nt)?|racont(?:e|ent)|evoque(?:nt)?|couvr(?:e|ent)|trait(?:e|ent)|relat(?:e|ent)|juge"
    r"(?:nt)?|voit|voient)"
    r"-(?:t-)?(?:ils?|elles?))(?:\scompte)?)"
)
"""What a publisher does with a subject: « comment chaque journal rend-il compte de la grève »."""
_WORDS = re.compile(
    rf"{_NOUN}|differente?s?|diverse?s?|publishers?|newspapers?|outlets?|various|rapport\w+|present\w+|couvr\w+"
    r"|parle(?:nt)?|other|evoque"
    r"(?:nt)?|mention\w*|sources?|articles?|uns|presse|chose|accord|contradictions?|divergences?|varie(?:nt)?"
)
_ASPECT = re.compile(
    r"\b(roles?|sort|cas|sujet|question|affaire|dossier|theme|nombre|ampleur|chiffres?)(?= d(?:u |es? |'))"
)
"""What opens a subject and is none: « du rôle du port », « du sort des otages »; the next word tells."""
_OF_NAMED = re.compile(rf"{_SAY}|donnent|parlent|presentent|citent|publient|rappelle(?:nt)?|chose")
"""What publishers that are named do; « Le Soir et L'Écho donnent-ils le même bilan » is on the toll."""
_SAYING = re.compile(rf"{_SAY}|dit|rapporte|ecrit|raconte|parlent|chaque|autres?|say|says|report|write|other")
"""What is left of such a question where no subject is named."""


def asks_every_publisher(query: Query) -> bool:
    """Tell whether a question asks what each publisher says without naming one."""
    return not query.publishers and _EVERY.search(fold(query.text)) is not None


def asks_publishers_of_nothing(question: str) -> bool:
    """Tell whether a question is put to publishers and names no subject: « Que disent les autres journaux ? »."""
    folded = fold(question)
    rest, puts = _EVERY.subn(" ", folded)
    return bool(puts) and all(
        is_stop_word(word) or _WORDS.fullmatch(word) or _SAYING.fullmatch(word) for word in word_list(rest)
    )


def on_its_subject(query: Query) -> Query:
    """Return a question without the terms that only put it to publishers; one that is put to none as it is.

    « Comment chaque titre rend-il compte de la grève » is on the strike, not on what is rendered or counted.
    """
    every = asks_every_publisher(query)
    if not every and len(query.publishers) < 2:
        return query
    folded = fold(query.text)
    dropped: set[int] = set()
    for match in _EVERY.finditer(folded) if every else ():
        does = _DOES.match(folded[match.end() :])
        end = match.end() + (does.end() if does else 0)
        dropped.update(range(len(word_list(folded[: match.start()])), len(word_list(folded[:end]))))
    empty, aspects = _WORDS if every else _OF_NAMED, set(_ASPECT.findall(folded))
    said = [one for one in query.terms if one.given or not (one.position in dropped or empty.fullmatch(fold(one.word)))]
    kept = [one for one in said if one.given or one.is_name or fold(one.word) not in aspects] or said
    return replace(query, terms=tuple(kept)) if kept else query


def some_of_each(hits: Sequence[Hit], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Return the publishers that a question about all is about: those of the hits, best first, then others, a dozen."""
    near = [articles[hit.passage.article_id].publisher for hit in hits]
    others = sorted({one.publisher for one in articles.values() if one.publisher})
    return some(name for name in (*near, *others) if name)


def some(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return the first dozen of some names, each once."""
    return tuple(dict.fromkeys(names))[:_MOST]


def put_to(query: Query, hits: Sequence[Hit], articles: Mapping[str, Article]) -> tuple[str | None, ...]:
    """Return the publishers that a question is put to; None among them for articles found of no known one.

    Args:
        query: the question.
        hits: the passages found, best first.
        articles: the corpus, by id.
    """
    if not asks_every_publisher(query):
        return query.publishers
    unknown = any(articles[hit.passage.article_id].publisher is None for hit in hits)
    return (*some_of_each(hits, articles), *((None,) if unknown else ()))
