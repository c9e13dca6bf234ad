"""The forms by which a sentence gives what it asserts to its speaker, French and English, and whether one of them does.

A form counts only where nothing in it turns what follows: « a nié que », « n'a pas dit que », « aurait dit que »,
« a dit craindre que », « a rappelé l'hypothèse que » are none, and no more is a verb that may have another subject.
"""

from __future__ import annotations

import re

from assistant.answering.attribution.reporting_verbs import REPORTING
from assistant.answering.language_model.words import keys_of
from assistant.citing.guards import NEGATION

_STEMS = """
    affirm|réaffirm|déclar|annonc|indiqu|précis|ajout|expliqu|soulign|assur|estim|rappel|rappell|confirm|répét|répèt
    |rapport|signal|constat|martel|martèl|révèl|révél|considèr|considér
"""
_STEM = "".join(_STEMS.split())
_PHRASE = r"savoir|valoir"
_FINITE = (
    rf"(?:{_STEM})(?:e|ent|ait|aient|a|èrent)|dit|disent|disait|disaient|soutient|soutiennent|soutenait|avertit"
    r"|avertissent|reconnaît|reconnait|reconnaissent|admet|admettent|écrit|écrivent|prévient"
    rf"|préviennent|(?:fait|font|faisait) (?:{_PHRASE})|says?|said"
)
_PARTICIPLE = rf"(?:{_STEM})é|dit|soutenu|averti|reconnu|admis|écrit|prévenu|fait (?:{_PHRASE})|said|announced|stated"
_GERUND = rf"(?:{_STEM})ant|disant|soutenant|avertissant|reconnaissant|admettant"
ADVERB = (
    r"toutefois|cependant|néanmoins|pourtant|également|par ailleurs|en outre|en effet|d['’]ailleurs|donc"
    r"|quant à (?:lui|elles?|eux)|de (?:son|leur) côté|pour (?:sa|leur) part"
)
_LATELY = rf"(?:(?:{ADVERB}|aussi|encore|alors|ensuite|déjà|précédemment|officiellement|publiquement)\s)?"
_HAS = r"(?:a|ont|avait|avaient|has|have|had)"

SAYS = rf"(?:{_HAS}\s{_LATELY}(?P<participle>{_PARTICIPLE})|(?P<finite>{_FINITE}))"
"""A verb that asserts what follows it, with what helps it; it is never negated or in the conditional."""
THAT = r"(?:\s(?:que|that)\s|\squ['’]|\s(?=(?:avoir|être)\s)|\s?:\s?(?=[«“\"]))"
"""What stands between such a verb and what it asserts."""

ACCORDING = r"(?:selon|d['’]après|according to)"
"""What gives words to whoever it names."""

HEAD = re.compile(rf"\s+{_LATELY}{SAYS}(?P<adjunct>[^;:«»]{{0,80}}?){THAT}")
JOINED = re.compile(
    rf"\s+(?P<before>[^,;:]{{3,160}}?)(?P<comma>,?)\s(?P<joint>et|mais|puis)\s{_LATELY}"
    rf"(?:(?=(?P<has>{_HAS})\s)?{SAYS}|(?P<bare>{_PARTICIPLE}))(?P<adjunct>[^;:«»]{{0,80}}?){THAT}"
)
REJECTING = re.compile(
    rf"\s+(?P<before>(?:{_HAS}\s)?{_LATELY}(?:rejet|dément|réfut|contest|dénonc|condamn|critiqu)[^,;:]{{0,120}}),\s"
    rf"(?P<gerund>{_GERUND})(?P<adjunct>[^;:«»]{{0,80}}?){THAT}"
)
ACCUSES = re.compile(
    rf"\s+(?:{_HAS}\s{_LATELY}|{_LATELY})(?P<finite>accus(?:é|e|ent|ait|aient))\s"
    r"(?=[^,;:«»]{2,90}?\sd['’](?:avoir|être)\s)"
)
TAIL = re.compile(
    rf"[,»”\"]\s*,?\s+(?P<said>{SAYS}|{_HAS}-t-(?P<inverted>ils?|elles?)\s{_LATELY}(?P<after>{_PARTICIPLE}))"
    r"(?P<rest>[^;:«»“”\"]{0,160})$"
)
_HELPS = re.compile(r"(?<=\s)(?:a|ont|avait|avaient|est|sont|était|étaient|aura|auront|sera|seront|has|have|had)(?=\s)")
_MARK = re.compile(r"[«»“”\"()]")
_LONGEST_ADJUNCT = 12
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
SECOND_CLAUSE = re.compile(
    r"(?<!\w)(?:que|qui|dont|où|si|quand|lorsque|alors|tandis|comme|car|et|ou|mais|puis|that|who|which|and|but)(?!\w)"
    r"|(?:qu|lorsqu|s)['’]",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"(?<!\w)(?!(?:septembre|octobre|novembre|décembre|janvier|février|hier|soir|dernier|dernière|premier|première|ministre"
    r"|conférence|lettre|membre|chambre|quartier|autre|notre|votre|contre|territoire|centre|guerre|heure|affaire|presse)"
    r"s?(?!\w))[^\W\d]+(?:er|ir|oir|re)(?!\w)"
)
_WEEKDAY = r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_STARTS = re.compile(
    r"(?:dans|sur|à|au|aux|lors|pendant|durant|devant|auprès|en|ce|cette|le \d{1,2}(?:er)?|le même|le lendemain|on|in"
    rf"|at|to|hier|aussi|(?:le )?(?:{_WEEKDAY})|{ADVERB})(?!\w)",
    re.IGNORECASE,
)
_BARE_NOUN = re.compile(
    r"(?<!dans )(?<!sur )(?<!à )(?<!lors de )(?<!pendant )(?<!durant )(?<!devant )(?<!auprès de )(?<!de )(?<!d['’])"
    rf"(?<!\w)(?:l[ea]s?\s|l['’]|une?\s)(?!\d|même|lendemain|{_WEEKDAY}|soir|matin|semaine)",
    re.IGNORECASE,
)
"""« a rappelé au maire l'hypothèse que »: what follows "que" belongs to a noun."""
CONDITION = re.compile(
    r"(?<!\w)(?:cas|conditions?|hypothèse|scénario|défaut|réserve|faute|absence|fait|motif|idée|espoir|crainte|risque|sens"
    r"|fois|mesure|sorte|but|prétexte|afin|avant|après|dès|tel|point|sous)(?!\w)",
    re.IGNORECASE,
)
LIMITS = re.compile(r"(?<!\w)(?:plus|moins|sauf|seul\w*|presque|environ|jusqu|si|s)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\w)\d{4}(?!\w)")
OPENS = re.compile(
    rf"(?:(?:mais|et|or|enfin|ainsi|par exemple|de plus|dans le même temps|{ADVERB}"
    r"|plus tard(?: dans la (?:journée|soirée|nuit|matinée))?),|mais|et(?! si(?!\w)))\s",
    re.IGNORECASE,
)
"""What only joins a sentence to the one before."""
_TITLE = re.compile(
    r"(?<![\w’'])(?:une?\s(?!(?:ans?|mois|jour|semaine|heure|peu|fois)(?!\w))|(?:l[ea]\s|l['’])(?=(?:porte-parole|président"
    r"|ministre|premi|maire|préfet|direct|chef|secrétaire|responsable|patron|procureu|avocat)))"
    r"(?:[^,;:«»\s\d]+\s){0,9}[^,;:«»\s\d]+,\s+$",
    re.IGNORECASE,
)
"""« un porte-parole de la mairie, » before the name."""


def may_open(text: str, year: str) -> bool:
    """Tell whether what stands before the speaker only says when or where they spoke, or joins the sentence."""
    joins = OPENS.match(text)
    rest = _TITLE.sub("", text[joins.end() :] if joins else text)
    return not rest.strip() or (rest.rstrip().endswith(",") and is_adjunct(rest.strip(" ,"), year))


def asserts(head: re.Match[str], year: str) -> bool:
    """Tell whether a match of a head asserts, by its speaker, what follows it.

    Args:
        head: of one of the patterns of this module.
        year: of the article: a head that is dated otherwise does not.
    """
    parts = head.groupdict()
    before = QUOTED.sub(" ", parts.get("before") or "")
    if parts.get("joint") and (_MARK.search(before) or not _keeps_subject(before, parts)):
        return False
    if parts.get("gerund") and SECOND_CLAUSE.search(before):
        return False
    if parts.get("bare") and (NEGATION.search(before) or _INFINITIVE.search(before)):
        return False  # "n'a pas nié et affirmé", "accusé d'avoir fui et affirmé"
    return is_adjunct((parts.get("adjunct") or "").strip(" ,"), year)


def _keeps_subject(before: str, joined: dict[str, str | None]) -> bool:
    """Tell whether a verb after "et" has the subject of the first: no clause between, or a verb of another tense."""
    if not SECOND_CLAUSE.search(before):
        return True
    first, *others = _HELPS.findall(f" {before}") or [""]
    return bool(joined["comma"]) and not others and first == joined["has"] and before.startswith(first)


def is_adjunct(text: str, year: str) -> bool:
    """Tell whether words only say when, where or to whom something was said."""
    if not text:
        return True
    fits = _STARTS.match(text) is not None and all(found == year for found in _YEAR.findall(text))
    weighs = (NEGATION, LIMITS, SECOND_CLAUSE, CONDITION, _INFINITIVE, _BARE_NOUN, REPORTING)
    return fits and len(text.split()) <= _LONGEST_ADJUNCT and not any(one.search(text) for one in weighs)


def verb_of(head: re.Match[str]) -> tuple[str, ...]:
    """Return by what the verb of a match is compared; empty where it has none."""
    parts = head.groupdict()
    names = ("participle", "finite", "bare", "gerund", "after")
    return keys_of(next((parts[name] for name in names if parts.get(name)), ""))
