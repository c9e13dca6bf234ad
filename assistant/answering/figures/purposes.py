"""What money is for: what something cost, a price, an aid, a fine, a wage. Dates and givers alike, they are no series.

« Le préjudice est évalué à 52 millions » and « la police a saisi 1,3 million » stand in one affair and answer
different questions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.answering.figures.figures import Figure
from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold

_FORMS: Mapping[str, str] = {
    "loss": r"(?:sur)?cout(?!ur)\w*|degats?|dommages?|prejudices?|pertes?|perd\w*|surfactur\w+|factur(?:e|ation)\w*"
    r"|ardoise"
    r"|manque a gagner|sinistre|chiffr\w+|deficits?|frais|depens\w+|englouti\w*|cost\w*|damages?|loss\w*|lost",
    "price": r"prix|(?:r|l'|d'|s')?acha(?:t|ts)\b|r?achet\w+|acquisition|acqu[ie]\w*|ven(?:te|du|due|dre|drait)\b"
    r"|offre\w*|sur la table|cession|ced(?:e|er|ee|erait)\b|pai(?:e|era|erait|ement)\w*|pay\w+|vaut|valait|valent|price"
    r"|bought|sold",
    "aid": r"aid(?:e|es|er|ant)\b|fonds|subvention\w*|debloqu\w+|indemni\w+|secours|dons?|donn\w+"
    r"|vers(?:e|er|es|ee|ees)\b|allou\w+|promis\w*|promet\w*|accompagn\w+|enveloppe|prets?|cagnotte|recolt\w+|recueil\w+|collect\w+|rembours\w+"
    r"|appel\w*|reclam\w+|aid|funds?|donat\w+",
    "seized": r"saisi\w*|billets|en liquide|en especes|cach(?:e|es|ee|ees)\b|mis la main|pots?-de-vin|commissions?"
    r"|detourn\w+|seized|cash",
    "fine": r"amendes?|astreintes?|condamn\w+|caution|rancons?|sanction\w*|fined?|ransom",
    "wage": r"salaires?|salariales?|primes?|remuner\w+|par mois|mensuel\w*|loyers?|pensions?|honoraires|touch\w+"
    r"|gagn\w+|wages?|salar(?:y|ies)",
    "means": r"investi\w*|budget\w*|chiffre d'affaires|benefices?|dettes?|endett\w+|revenus?|recettes?"
    r"|recompense|capital|bourse|budgets?|debts?|revenue",
}
_WORDS = re.compile("|".join(rf"(?P<{name}>(?<!\w)(?:{form})(?!\w))" for name, form in _FORMS.items()))
_ASKED: tuple[tuple[str, frozenset[str]], ...] = (
    (r"degats|dommages|prejudice|perd\w*|pertes?|sinistre|lost|loss\w*|damages?", frozenset({"loss"})),
    (r"cout(?!ur)\w*|cost\w*", frozenset({"loss", "price", "means"})),
    (r"(?:r|l')?achat|r?achet\w+|prix|ven(?:te|du|due|dre)|price|vaut|valait", frozenset({"price"})),
    (r"amendes?|rancons?|caution|fined?|ransom", frozenset({"fine"})),
    (r"combien gagne(?:nt)?|gagne(?:nt)?-(?:t-)?(?:il|elle)s?", frozenset({"wage"})),  # "a gagné" may be of a prize
    (r"gagn\w+", frozenset({"wage", "means"})),
    (r"salaires?|primes?|remuner\w+|loyers?", frozenset({"wage"})),
    (r"saisi\w*|pots?-de-vin|detourn\w+|seized", frozenset({"seized"})),
    (r"aides?|subvention\w*|indemni\w+|dons?|fonds|debloqu\w+|cagnotte", frozenset({"aid"})),
    (r"deficits?", frozenset({"loss"})),
    (r"investi\w*|budget|dettes?|benefices?|chiffre d'affaires", frozenset({"means"})),
    (r"pai(?:e|era|erait)\w*|pay\w+", frozenset({"price", "fine"})),
)
_CLAUSE = re.compile(r"[;:]\s|[,»]\s(?:qui|que|dont|et|mais|tandis|alors|quand)\s|\s(?:tandis|alors) qu|\sou\s(?=un)")

_SHORT = 12
"""Words of a sentence that may leave what it speaks of to the one before."""


def purposes_asked(text: str) -> frozenset[str]:
    """Return what the money that a question asks for may be for; empty where its words leave that open."""
    folded = fold(text).replace("’", "'")
    return next((of for form, of in _ASKED if re.search(rf"(?<!\w)(?:{form})(?!\w)", folded)), frozenset())


def purpose_of(figure: Figure, sentence: Sentence, *, before: str = "") -> str | None:
    """Return what an amount is for, by the word nearest to it; None where none tells.

    Args:
        figure: of the sentence.
        sentence: the sentence.
        before: the sentence before, which tells where this one says nothing: « Le groupe s'en tient à 230 millions ».
    """
    text = fold(sentence.text).replace("’", "'")
    end = figure.end - sentence.start
    opened, after = text[: figure.number], text[end:]
    clause = _CLAUSE.split(opened)[-1]
    near = list(_WORDS.finditer(clause))
    if near:
        return near[-1].lastgroup
    following = _WORDS.search(_CLAUSE.split(after)[0].partition(",")[0])
    if following is not None:
        return following.lastgroup
    looked_back = (opened, fold(before).replace("’", "'") if len(text.split()) <= _SHORT else "")
    told = [list(_WORDS.finditer(words)) for words in looked_back]
    return next((matches[-1].lastgroup for matches in told if matches), None)
