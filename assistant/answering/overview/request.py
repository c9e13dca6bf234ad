"""Questions that ask for an overview: a summary, all positions, a timeline, the latest, what the corpus holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from assistant.answering.conversation.mentioned import mentions
from assistant.language.dates import find_dates
from assistant.language.detect import question_language
from assistant.language.folding import fold, word_list
from assistant.language.words import is_stop_word
from assistant.retrieval.alternatives import METONYM
from assistant.retrieval.query import Query, QueryTerm

OverviewKind = Literal["timeline", "positions", "corpus", "summary", "latest"]

_PARTIES = (
    r"(?:pays|camps?|parti(?:e|s|es)|acteurs?|protagonistes?|belligerants?|gouvernements?|puissances|uns et des autres"
    r"|responsables|dirigeants|intervenants|countr(?:y|ies)|sides?|part(?:y|ies)|actors?|governments?|everyone"
    r"|everybody)"
)
_STANDS = (
    r"(?:positions?|reactions?|points? de vue|postures?|attitudes?|avis|opinions?|prises de position|stances?|views?"
    r"|responses?|reponses)"
)
_EACH = (
    r"(?:chaque|chacun\w*|differents?|differentes|divers\w*|tous les|toutes les|each|every|all the"
    rf"|[dl]es {_PARTIES}|of the {_PARTIES})"
)
_HELD = r"(?:articles?|journa(?:l|ux)|medias?|editeurs?|sources?|publications?|newspapers?|publishers?|outlets?)"
_COLLECTION = r"(?:corpus|dossier|base|collection|archives?|fonds|articles?|documents?|index)"
_HOLDS = (
    r"(?:as-tu|avez-vous|tu as|vous avez|lis-tu|lisez-vous|tu lis|utilises-tu|utilisez-vous|connais-tu"
    r"|connaissez-vous|(?:sont |est )?disponibles?|y a-t-il(?: ici| dans .*)?$|il y a(?: ici| dans .*)?$"
    r"|(?:sont |est )?dans (?:le|la|ce|cette|ta|ton|votre) (?:corpus|dossier|base|collection)"
    r"|do you (?:have|know|use|read)|are there(?: here)?$|are (?:available|in the (?:corpus|collection|index)))"
)
_FORMS: tuple[tuple[OverviewKind, str], ...] = (
    ("positions", rf"\b{_STANDS}\b.*(?:\b{_EACH}|\binternational\w*|\betrangeres\b|\bdiplomatiques\b"
                  rf"|\bdes uns et des autres\b)"),
    ("positions", rf"\b(?:{_EACH}|international\w*)\b.*\b{_STANDS}\b|\bqui (?:dit|demande|veut|pense) quoi\b"
                  r"|\bwho (?:says|said|wants|thinks) what\b"),
    ("positions", rf"\b(?:que|what|comment|how) (?:\w+[ -]){{1,2}}(?:chaque|chacun|chacune|each|every"
                  rf"|les (?:differents|divers))"
                  rf"(?: {_PARTIES})?\b|^quelles (?:sont|ont ete|furent) les (?:reactions|positions"
                  rf"|prises de position)$"),
    ("positions", r"^what (?:are|were) the (?:reactions|positions|stances)$"),
    ("positions", r"\bqui sont les (?:(?:principa\w+|differents?|differentes|grands?) )?(?:protagonistes|belligerants"
                  r"|camps|adversaires|parties(?= au| en| prenantes|$)|acteurs(?= d[ue]| de la| en| impliques|$))"
                  r"|\bquel(?:le)?s (?:sont les )?(?:pays|acteurs|camps|parties|forces|puissances|states|etats)"
                  r" (?:qui )?(?:sont |ont ete |est |se )?(?:impliqu|concern|engage|en jeu|en presence|en guerre"
                  r"|s'affront|affront|s'oppos|oppos)\w*"),
    ("positions", r"\bqui (?:se bat|combat|s'oppose|s'affronte|affronte|attaque)(?: contre| a)? qui\b"
                  r"|\bwho (?:is|are) (?:fighting|against) (?:who|whom)\b|\bwho are the (?:parties|sides"
                  r"|belligerents)\b"
                  r"|\bwhich (?:countries|sides|parties) are (?:involved|at war|fighting)\b"),
    ("latest", r"^(?:et |alors |bon )?(?:quoi de neuf|quoi de nouveau|du nouveau|des nouvelles|une mise a jour)"
               r"(?: (?:dans|sur|au|a la|du cote) .*)?$"),
    ("latest", r"\b(?:quelles?|quels?|donne[rz]?(?:-moi)?|c'est quoi) (?:sont |est )?(?:les |la |le )?"
               r"(?:derni(?:er|ere)s?|plus recent\w*) (?:nouvelles?|actualites?|actus?|infos?|informations?"
               r"|evolutions?|developpements?|rebondissements?)\b"),
    ("latest", r"\bou en (?:est-on|sommes-nous|sont les choses|est-ce|on est|en est-on)\b"
               r"|\bou en est (?:le |la |l'|ce |cette )(?:conflit|guerre|situation|crise|affaire|dossier)\b"
               r"|\bquelle est la situation(?: actuelle| aujourd'hui| maintenant| a ce jour| sur place)?$"),
    ("latest", r"^(?:so )?(?:what(?:'s| is) (?:new|the latest)|any news|what are the latest (?:news|developments))\b.*"
               r"|^(?:what is the latest news|latest news)\b.*"),
    ("timeline", r"\bchronolog\w*|\bfrise\b|\btime ?lines?\b|\bsequence of events\b|\bderoul(?:e|ement) (?:des|du"
                 r"|de la|de l)"
                 r"|\bfil des evenements\b|\bfilm des evenements\b"),
    ("timeline", r"\b(?:principa(?:ux|les)|grands?|grandes|importants?|importantes|marquants?|key|main|major|cles?)"
                 r"(?: \w+)? (?:evenements?|faits|moments|dates|etapes|events|dates|moments)\b"
                 r"|\b(?:evenements?|faits|moments|dates|etapes) (?:cles?|marquants?|importants?|importantes"
                 r"|principa\w+)\b"),
    ("corpus", r"\b(?:de quoi|sur quoi|what)\b.*\b(?:parl|trait|question|s'agit|about|cover|deal)\w*.*"
               r"\b(?:corpus|articles?|dossier|documents?|textes?|presse|collection|base|folder|files)\b"),
    ("corpus", r"\b(?:de quoi|sur quoi|what)\b.*\b(?:corpus|articles?|dossier|documents?|textes?|collection|base"
               r"|folder|files)\b"
               r".*\b(?:parl|trait|question|s'agit|about|cover|deal)\w*"),
    ("corpus", r"^(?:de quoi (?:ca |cela )?(?:parle|s'agit-il|est-il question|il s'agit|traite)(?: ca| tout ca)?"
               r"|c'est quoi le (?:sujet|theme)|what(?:'s| is) (?:this|it|that) (?:all )?about)$"),
    ("corpus", r"\bquels (?:sont les )?(?:sujets|themes)\b|\bquelles (?:sont les )?thematiques\b|\bwhat (?:topics"
               r"|subjects|themes)\b"
               r"|\bque (?:contient|contiennent) (?:le|les|ce|ces) (?:corpus|articles?|dossier|documents?)\b"
               r"|\bquels articles (?:as-tu|avez-vous|y a-t-il|sont)\b|\b(?:which|what) articles (?:do you|are)\b"),
    ("corpus", r"\b(?:(?:quels?|quelles?|combien de|which|what|how many) |combien d')(?:sont les )?"
               rf"{_HELD}\b.{{0,20}}{_HOLDS}"),
    ("corpus", rf"^(?:et )?(?:quelles sont|quels sont|what are) (?:tes|vos|les|your|the) {_HELD}$"),
    ("corpus", r"\bque (?:contient|contiennent|trouve-t-on dans|y a-t-il dans) (?:le|la|les|ce|cette|ces|ta|ton|tes"
               rf"|votre|vos) (?:\w+ )?(?:{_COLLECTION})\b"),
    ("corpus", r"^(?:et )?(?:quel est|quels sont|donne-moi|montre-moi|which is|what is)? ?(?:l[ea]s? |l')?"
               r"(?:derniers?|plus recents?|latest|newest|oldest|plus anciens?)? ?(?:articles?|papiers?)"
               rf"(?: (?:les? )?plus (?:recents?|anciens?))?(?: d(?:u|e la|ans le|e ce) {_COLLECTION})?$"),
    ("corpus", r"^(?:de quand|de quelle date|quand) (?:date|datent|est|sont|a ete publie|ont ete publies)"
               rf"(?: l[ea]s?| l'| ce| ces| cet)* ?{_HELD}\b(?! \d).*"),
    ("summary", r"\bresum(?:e|es|er|ez|ons)\b|\bsynthes\w+|\bsynthetis\w+|\brecapitul\w+|\brecap\b|\bvue d'ensemble\b"
                r"|\b(?:fais|faites|faire|fait|donne|donner|donnez)(?:-moi|-nous)? (?:le|un) point\b|\ben bref\b"
                r"|\bgrandes lignes\b|\bl'essentiel\b|\bpoints (?:cles?|principaux|essentiels)\b"
                r"|\ben (?:quelques|deux|trois|peu de) (?:mots|phrases|lignes)\b"),
    ("summary", r"\bsummar\w+|\boverview\b|\bmain points\b|\bkey points\b|\bgist\b|\bin brief\b|\btl;?dr\b"
                r"|\bbrief me\b|\brecap\b"),
    ("summary", r"^(?:et )?(?:quel est|c'est quoi|what is|what's) (?:le|the) (?:contexte|context)$"),
    ("summary", r"^(?:peux-tu |pouvez-vous |can you |please )?(?:(?:m'|me )?expliqu(?:e|er|ez)(?:-moi)?"
                r"|raconte[rz]?(?:-moi)?|explain|c'est quoi)"
                r" (?:le |la |les |l'|ce |cette |the |this )(?:conflit|guerre|crise|situation|affaire|contexte"
                r"|conflict|war|crisis)\b.*"),
    ("timeline", r"^(?:peux-tu |pouvez-vous )?(?:(?:m'|me )?(?:expliqu|racont)(?:e|er|ez)(?:-moi)?)"
                 r" (?:tout )?ce qui (?:s'est|se) passe(?: ici)?$"),
)  # fmt: skip
_WHAT_HAPPENED = re.compile(
    r"^(?:et |alors |mais |and |so )?(?:que s'(?:est-il|est il) (?:passe|produit)|qu'est-ce qui (?:s'est|s est) passe"
    r"|(?:il s'est|s'est) passe quoi|qu'(?:est-il|est il) arrive|quels (?:sont|ont ete) les evenements"
    r"|what (?:has )?happened)(?!\w)"
)
_ASKS_WHAT_HAPPENED = frozenset("passe produit arrive evenements quoi what has happened in on the at".split())
_TIME_WORDS = frozenset(
    """debut fin mi courant milieu jour journee soir soiree matin matinee nuit semaine weekend mois annee depuis date
    period day days night week month year late early beginning end middle""".split()
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _FORMS)
_CONTEXT = re.compile(r"(?<=[?!.…])\s*\([^()]*\)\s*$")
"""The question before, which a follow-up has after it: what that one asked for is not asked for again."""
_ENGLISH_RESUME = re.compile(r"\bresum(?:e|es)\b")
# A count over time is one figure after another, which sentences answer better than an overview does.
_OF_A_COUNT = re.compile(r"\b(?:combien|nombre|bilans?|chiffres?|how many|number|toll)\b")
# What asks for the overview, or names the collection: no word to look for.
_NO_TOPIC = re.compile(
    r"(?:chronolog|resum|synthe|recap|summar|overview|time|line|frise|position|reaction|point|vue|view|stance"
    r"|postur|attitud"
    r"|avis|opinion|pays|camp|part|acteur|actor|protagonist|belligerant|gouvernement|countr|side|chaque|chacun|each"
    r"|every"
    r"|different|divers|international|etranger|diplomatiques|principa|grand|import|marquant|main|major|key|cle"
    r"|evenement"
    r"|event|fait|facts|date|etape|moment|corpus|dossier|article|texte|text|document|presse|journa|media|actualite"
    r"|nouvelle"
    r"|news|info|sujet|theme|thematique|topic|contenu|conten|situation|context|histoire|story|derou|ordre|order"
    r"|bref|brie"
    r"|court|short|rapide|quick|expliqu|explain|racont|parl|talk|trait|question|agit|about|cover|savo|sai|connai"
    r"|know|donn"
    r"|give|simpl|facil|clair|affaires?\b|drame|fais|faire|faites|peu|pouv|could|please|voul|voudr|aimer|dis|dit"
    r"|dire|tell|say"
    r"|pass|happen|ensemble|global"
    r"|general|ligne|phrase|sentence|mot|word|essentiel|tout|all|quoi|chose|thing|produit|arriv|recit|point|base"
    r"|collection"
    r"|folder|file|gist|detail|complet|entier|whole|bien|uns|autres|responsable|dirigeant|intervenant|puissance|prise)"
)
_NO_TOPIC_WORDS = frozenset(
    """neuf nouveau nouvelles derniere dernier dernieres derniers recent recente recents recentes latest new news
    developments actu actus evolution evolutions rebondissement rebondissements implique impliques impliquees involved
    concerne concernes engages presence jeu affronte affrontent oppose opposent bat battent combat combattent attaque
    fighting belligerants adversaires choses contre aujourd hui actuelle""".split()
)
_WORDS_KEPT = frozenset("parti partis pouvoir pouvoirs".split())


def overview_asked(text: str) -> OverviewKind | None:
    """Return which overview a question asks for; None when it asks for something in particular.

    Two names joined in one question ("les positions de la Turquie et de la France") are a comparison, not everyone.
    """
    folded = fold(_CONTEXT.sub("", text)).replace("’", "'").strip(" \u00a0?!.…")
    kind = next((kind for kind, pattern in _COMPILED if pattern.search(folded)), None)
    kind = kind or ("timeline" if _WHAT_HAPPENED.search(folded) and _says_only_when(text) else None)
    if kind is None or (kind != "corpus" and _OF_A_COUNT.search(folded)):
        return None
    if kind == "summary" and question_language(text) == "en" and not _without_resume(folded):
        return None
    if kind == "positions" and len(mentions(text)) > 1 and not re.search(r"\b(?:chaque|chacun|each|every)", folded):
        return None
    return kind


def is_of_nothing(text: str) -> bool:
    """Tell whether a text asks for an overview and names no subject: "De quoi parlent ces articles ?"."""
    kind = overview_asked(text)
    if kind is None or mentions(text) or find_dates(text):
        return False
    words = [fold(word) for word in word_list(text)]
    return kind == "corpus" or all(is_stop_word(word) or _asks_for_it(word) for word in words)


def _asks_for_it(word: str) -> bool:
    """Tell whether a folded word asks for the overview and says nothing of what it is of."""
    return word in _NO_TOPIC_WORDS or _NO_TOPIC.match(word) is not None


def _says_only_when(text: str) -> bool:
    """Tell whether a question has no words but for a time, or for a time and names: "le 2 mai à Lyon"."""
    dates, names = find_dates(text), mentions(text)
    rest = text
    for one in (*dates, *(names if dates else ())):
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    words = [fold(word) for word in word_list(rest)]
    return all(is_stop_word(word) or word in _ASKS_WHAT_HAPPENED or word in _TIME_WORDS for word in words)


def _without_resume(folded: str) -> bool:
    """Tell whether an English question asks for a summary in a word other than "resume", which is a verb there."""
    plain = _ENGLISH_RESUME.sub(" ", folded)
    return any(pattern.search(plain) for kind, pattern in _COMPILED if kind == "summary")


def topic_of(query: Query, kind: OverviewKind | None = None) -> Query:
    """Return a question with the words that say what the overview is of, and none that ask for it.

    A name said as a place is that place alone: what France says did not happen in Paris. What the collection itself
    holds is asked of no word but names.
    """
    places = [query.text[one.name_start : one.end] for one in mentions(query.text) if one.is_place]
    kept = tuple(
        replace(term, alternatives=_without_metonyms(term)) if any(term.word in place for place in places) else term
        for term in query.terms
        if term.is_name
        or fold(term.word) in _WORDS_KEPT
        or not (kind == "corpus" or _asks_for_it(fold(term.word)) or fold(term.word) in _TIME_WORDS)
    )
    return replace(query, terms=kept)


def _without_metonyms(term: QueryTerm) -> Mapping[str, float]:
    return {other: weight for other, weight in term.alternatives.items() if other == term.term or weight > METONYM}


def ask_position(name: str, *, of: str) -> str:
    """Return the question for one party's position, after an overview of all: "Et la Russie ?"."""
    if question_language(of) == "en":
        return f"What does {name} say?"
    article = re.match("L(?:[ae]s? |[’'])", name)
    return f"Que dit {'l' + name[1:] if article else name} ?"
