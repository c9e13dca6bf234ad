"""Who "il" or "elle" is when it speaks: the speaker of the sentences before, or else whom they are about.

The rules are shallow: agreement in number and, where an article or a title tells it, in gender; the nearest that
agrees is taken, and only a name, an office or a body that can speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.attribution.first_names import MEN, WOMEN
from assistant.answering.attribution.subjects import clean, is_subject

_SEVERAL = re.compile(
    r"(?:(?:\w+-)*(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?"
    r"|trente|quarante|cinquante|soixante|cents?|mille)|\d[\d ]*)\s"
    r"|(?:les|des|plusieurs|certaine?s|deux|trois|ces|ses|leurs)\s",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"(?:son|sa|ses|leurs?)\s", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:et|ou)\s(?=l[ea’']|[A-ZÉ])")
_NOT_IL = re.compile(r"(?:la|une|cette|mme|sa|ma)\s", re.IGNORECASE)
_NOT_ELLE = re.compile(r"(?:le|un|ce|m\.|son (?:frère|père|fils|mari))\s", re.IGNORECASE)
_VERB = re.compile(
    r"\s(?:ne|n[’']|s[’']|se|a|ont|est|sont|était|étaient|avait|avaient|fait|vient|va|dresse|lance|prend|quitte"
    r"|rejoint|reste"
    r"|\w{3,}(?:ait|aient|erait))(?=[\s’']|$)|\s[ns][’']"
)
# "La Région voit plus large": a name, and a verb that no list has.
_BARE = re.compile(
    r"^((?:L[ea]s?\s|L[’']|MM?\.\s|Mme\s|Me\s)?[A-ZÉÈÎ][\w’'-]+(?: [A-ZÉÈÎ][\w’'-]+)*)"
    r"\s(?!(?:d[eu]s?|et|à|aux?|en|sur|pour|l[ea]s?)\s|d[’']|l[’']|ministre)[a-zéèêà]{3,}(?:\s.*)?$"
)
_AGENT = re.compile(r"\spar (l[ea’'] ?[^,;:.«»()]*?[A-ZÉ][\w’-]+(?: [^,;:.«»()]*)?)")
_ONE_OF = re.compile(r",\s(?:dont|parmi (?:les|des)quel(?:le)?s)\s([A-ZÉÈÎ][\w’'-]+(?: [A-ZÉÈÎ][\w’'-]+)+)(?=[,.;]|$)")
_CAN_SPEAK = re.compile(
    r"(?:\w(?:eur|euse|trice|iste|ienne?|logue|crate|aire|tant|tante|dent|dente)s?|ministre|ministère|maire|chef"
    r"|veuve"
    r"|femme|homme|roi|reine|pape|évêque|prêtre|témoin|avocate?|policiers?|pompiers?|syndicats?|gouvernement|ONG"
    r"|parti"
    r"|groupe|entreprise|société|police|armée|porte-parole|élue?|députée?|général|colonel|capitaine|athlète|artiste"
    r"|candidate?s?|sénat\w+|présidente?|associations?|organisation|collectif|autorités|préfecture|mairie|État|pays"
    r"|frère|sœur|père|mère|fils|fille|nièce|neveu|oncle|tante|cousine?|épou(?:x|se)|mari|souverain\w*|monarque|juge"
    r"|opposition|majorité|exécutif|défense|accusation|parquet|direction|rebelles|séparatistes|camp|rédaction|ligue"
    r"|fédération|services|équipes?|chefs?|entourage|camarades?|collègues?|ministères|écologistes|habitants?|riverains?|familles?|victimes?|avocats|ambassade|coalition|alliance"
    r"|procureure?|cheffe|gendarmes?|soldats?|médecins?|proches?|compagnon|compagne|voisine?s?|coach|joueu\w+)(?!\w)",
)
_LINK = re.compile(
    r"^(?:[Mm]ême s(?:i\s|[’'])|[Ss]i\s|[Aa]lors qu(?:e\s|[’'])|[Tt]andis qu(?:e\s|[’'])|[Bb]ien qu(?:e\s|[’'])"
    r"|[Qq]uand\s"
    r"|[Ll]orsqu(?:e\s|[’'])|[Pp]uisqu(?:e\s|[’'])|[Aa]près qu(?:e\s|[’']))"
)
_NAMED = r"[A-ZÉÈÎ][\w’'-]+(?:\s[A-ZÉÈÎ][\w’'-]+)*"
_THE = r"(?:[Ll][ea]\s|[Ll][’']|[Uu]ne?\s)[\w-]+"
_TWO = re.compile(
    rf"(?<![\w’'-])({_THE}(?:\s(?!(?:et|avec|a|est|se|qui|que)\b)[\w’-]+){{0,5}}?|{_NAMED}) (?:et|avec|ni) "
    rf"({_THE}(?:\s{_NAMED})?|{_NAMED})(?![\w’'-])"
)
_LAST_NAME = re.compile(r"(?<![\w’'-])([A-ZÉÈÎ][\w’'-]+(?: [A-ZÉÈÎ][\w’'-]+)+)$")
_LAST = re.compile(
    r"(?<!de )(?<![\w’'])((?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Ss]on|[Ss]a|[Dd]es)\s|[Ll][’'])[\w’-]+(?:\s(?:d[eu]s?\s|d[’']"
    r"|de l[a’']\s?)[\w’-]+){0,2}(?:\s[\w’-]+)?)$"
)
ANYONE = "l’"
"""The pronoun of "à l'en croire", which tells no gender."""
PRONOUNS = frozenset({"il", "elle", "ils", "elles", "on", ANYONE})
"""Those that stand for a speaker by number and gender, unlike "le premier"."""
_MOST_WORDS = 14


def agrees(pronoun: str, speaker: str) -> bool:
    """Tell whether a pronoun can stand for a speaker, by number and gender."""
    several = _SEVERAL.match(speaker) or _JOINED.search(speaker)
    if bool(several) != pronoun.endswith("s"):
        return False
    other, names = {"il": (_NOT_IL, WOMEN), "elle": (_NOT_ELLE, MEN)}.get(pronoun, (None, frozenset()))
    first = re.split(r"[\s-]", speaker, maxsplit=1)[0].lower()
    return first not in names and (other is None or other.match(speaker) is None)


def spoken_of(sentence: str, pronoun: str) -> str | None:
    """Return whom a sentence is about that a pronoun after it can stand for: its subject, or the doer in a passive."""
    agents = (match.group(1) for match in _AGENT.finditer(sentence))
    ones = (match.group(1) for match in _ONE_OF.finditer(sentence))
    for found in (*_subjects(sentence), *agents, *ones):
        name = clean(found)
        if name and is_somebody(name) and agrees(pronoun, name):
            return name
    return None


def _subjects(sentence: str) -> Iterator[str]:
    """Yield the noun phrases that a verb follows, or that a comma and a name follow, the first three at most."""
    for part in re.split(r",\s", sentence)[:3]:
        part = _LINK.sub("", part)
        cut = _VERB.search(part)
        subject = part[: cut.start()] if cut else _BARE.sub(r"\1", part)
        if is_subject(subject) and len(subject.split()) <= _MOST_WORDS:
            yield subject


def last_named(clause: str, pronoun: str) -> str | None:
    """Return whom "ce dernier" stands for in its own sentence: what the clause before it ends with."""
    clause = clause.rstrip(" ,")
    found = _LAST_NAME.search(clause) or _LAST.search(clause)
    name = clean(found.group(1)) if found else None
    return name if name and is_somebody(name) and agrees(pronoun, name) else None


def of_two(sentence: str, which: str) -> str | None:
    """Return the first or the second of the two that a sentence names together: "Bakou et Erevan ont signé"."""
    found = _TWO.search(sentence)
    return clean(found.group(1 if which.startswith("premi") else 2)) if found else None


def is_somebodys(name: str) -> bool:
    """Tell whether a phrase is a person called by whose he is: "sa directrice", not "son camion sur les Anglais"."""
    return _THEIRS.match(name) is not None and _CAN_SPEAK.search(" ".join(name.split()[:3])) is not None


def is_somebody(name: str) -> bool:
    """Tell whether a noun phrase names a person, an office or a body that can speak."""
    return re.search(r"(?:\s|[’'])[A-ZÉÈ]", name) is not None or _CAN_SPEAK.search(name) is not None
