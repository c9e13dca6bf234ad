"""What kind of thing a question asks for: a person, a number, a date, a place, a reason."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.folding import fold

AnswerType = Literal["who", "how_many", "when", "where", "why", "yes_no", "what"]

_PEOPLE = (
    "ministre|president|presidente|premier|dirigeant|dirigeante|chef|cheffe|secretaire|personne|personnes|responsable"
    "|elue?|deputee?|maire|prefete?|senateur|senatrice|patronn?e?|directeur|directrice|avocate?|medecin|expert|experte"
    "|syndicaliste|juge|procureure?|candidate?|joueur|joueuse|religieux|religieuse"
)
_ASKS = "que|qu|quoi|quel(le)?s?|lequel|laquelle|comment|what|which|how"
_SURE = "vrai|sur|sure|certain|prouve|confirme|etabli|avere|officiel|exact|acquis|demontre|clair|possible"
_PLACES = "villes?|pays|regions?|lieux?|endroits?|communes?|capitales?|city|cities|countr(y|ies)|places?|towns?"
_SPOTS = "rues?|ports?|quartiers?|villages?|iles?|montagnes?|departements?|provinces?|aeroports?|gares?|prisons?"
_NOUN = r"(\b(le|la|les|un|une|des|du|au|aux|ce|cet|cette|ces|sa|ses|leurs?) |\bl')[a-z-]+"
_WHAT = r"(what|which|quel(le)?s?)"
_AND = "((et|mais|donc|alors|and|but),? )?"
_SAID = "est|sont|etait|etaient|a|ont|avait|va|vont|sera|seront|il|elle|ils|elles|on|c'est"
_IS = "(est |sont |etait |etaient |sera |a ete |ont ete )?"
# In order: the first pattern found decides. Patterns are over folded text, but for the accent of "où".
_PATTERNS: tuple[tuple[AnswerType, str], ...] = (
    ("yes_no", rf"^{_AND}(est-ce qu|c'est-il qu)"),
    ("yes_no", rf"^{_AND}(c'est|est-(il|on|ce)|serait-il) (bien |vraiment |deja )?({_SURE}) qu[e']"),
    ("who", rf"^{_AND}comment (s'appelle|se nomme)"),
    ("why", rf"^{_AND}(pourquoi|pk|pour quelles? raisons?|why|how come)\b"),
    ("why", r"\b(a cause de|du fait de|en raison de) (quoi|quels?|quelles?)\b|\bcomment (ca se fait|se fait-il)\b"),
    ("why", r"\bqu'est-ce qui (explique|fait qu|justifie)|\bfor what reasons?\b|\bhow is it that\b"),
    # "Comment la région explique-t-elle ce retard ?"
    ("why", r"^(et |mais )?(comment\b.*\bexpliqu\w*-|how (do|does|did)\b.*\bexplain\b)"),
    # What a question opens with asks: "Combien de morts quand le pont est tombé ?"
    ("how_many", rf"^{_AND}(combien (de |d')(?!temps|jours|semaines|mois|annees)|how (many|much) )"),
    ("who", rf"^{_AND}(qui|who) (?!dit\b)\w+(.+) (quand|when|ou|where|combien) "),
    ("what", rf"^{_AND}comment (?!.*\b(combien|quand|ou)\b)"),
    ("when", rf"\bquand\b|\bwhen\b|\b{_WHAT} (jour|date|annee|mois|moment|heure|day|date|year|month|time)\b"),
    ("when", r"\b(y a|ca fait|ca faisait|dans|d'ici) combien de (temps|jours|semaines|mois|ans)|\bhow long ago\b"),
    ("when", r"\bdepuis combien de (temps|jours|semaines|mois)|\bhow long\b"),
    ("how_many", rf"\bcombien\b|\bhow (many|much)\b|\bquel(le)? {_IS}(le |la )?(bilan|nombre|montant)\b"),
    ("how_many", r"\bquel(le)?s (sont )?(les )?(bilans?|pertes?|chiffres?)\b|\b(death toll|casualties)\b"),
    # Not the relative: "les villages où vivent les réfugiés sont-ils détruits ?"
    ("where", rf"^(?!.*{_NOUN} où\b).*\boù\b"),
    ("where", rf"^(d')?ou\b|\bwhere\b|\b{_WHAT} (est la )?({_PLACES})\b"),
    ("where", rf"\b(dans|sur|a|au|vers|depuis) quel(le)?s? ({_SPOTS})\b"),
    ("how_many", r"\bquoi l[ea] bilan\b|\bbilan\b.*\b(est|etait|quoi)\b|\bnombre d[e']|\bnumber of\b"),
    ("why", rf"\bpourquoi\b|\bwhy\b|\bpour quelles? raisons?|\bquelles? {_IS}(la |les )?(cause|raison)s?\b"),
    ("why", r"\bwhat (is|was|are|were) the (causes?|reasons?)\b"),
    ("who", r"\bc'est qui\b|(^|\b(a|avec|par|selon|contre|pour|de|chez|sur|et) )qui\b|\bwho(m|se)?\b"),
    ("who", rf"\bquel(le)?s? (est |sont |etait )?(le |la |les )?({_PEOPLE})s?\b"),
    ("who", r"\bcomment s'appelle|\bnoms? d(e|u|es)\b|\bnames? of\b"),
    ("yes_no", rf"^(?!.*\b({_ASKS})\b.*-(t-)?(il|elle|on)s?\b).*\b\w+-(t-)?(il|elle|on)s?\b"),
    ("what", r"\b(que|qu|quoi|quel(le)?s?|comment|what|which|how)\b"),
    ("yes_no", r"^(did|does|do|is|are|was|were|has|have|had|can|could|will|would|should)\b"),
    # Said like a statement: "Il est poursuivi maintenant ?"
    ("yes_no", rf"^(?!.*\b(le|la|les)?quel(le)?s?\b).*\b({_SAID}|\w{{3,}}era)\b.* ?\?$"),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)


def answer_type(question: str) -> AnswerType:
    """Return what a question asks for; "what" when nothing says otherwise."""
    # fold() would merge "où" (where) and "ou" (or), which only the accent tells apart.
    folded = "où".join(fold(part) for part in re.split(r"\b[oO]ù\b", question.strip()))
    return next((kind for kind, pattern in _COMPILED if pattern.search(folded)), "what")
