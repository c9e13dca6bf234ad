"""Which party gives a figure: the one whose claim the figure's own clause reports, else the sentence's speaker.

« Asmara revendique plus de 3 000 soldats éthiopiens tués, Addis-Abeba 2 400 soldats érythréens » has two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from assistant.answering.attribution.attribution import attribute
from assistant.answering.figures.asides import asides, without_asides
from assistant.answering.figures.figures import Figure
from assistant.answering.figures.sides import party_in
from assistant.answering.selection.sentences import Sentence
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm

_CLAIM = re.compile(
    r"(?<!\w)(?:affirm\w+|annonc\w+|revendiqu\w+|reconna[iî]\w*|reconnu|admet\w*|admis|f(?:ai|on)\w* état|fait état"
    r"|parl\w+ d[e’']|dit|disent|prétend\w*|assur\w+|évalu\w+|estim\w+|avan[cç]\w+|déclar\w+|déplor\w+|recens\w+"
    r"|avou\w+|concèd\w+|concéd\w+|compt\w+|dénombr\w+|perd|perdent|a perdu|ont perdu|avoir perdu"
    r"|pleur\w+|enregistr\w+|évoqu\w+|soutien\w*"
    r"|port\w+|s[’']en tien\w*|reten\w+|retien\w+|relev\w+|en est rest\w+|en rest\w+|maint\w+|en était|ramen\w+"
    r"|s[’']en tient|confirm\w+|indiqu\w+|rapport\w+|chiffr\w+|donn\w+)(?!\w)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[;:]\s|,?\s(?:mais|tandis qu|alors qu|quand|contre)(?:e\s|[’']|\s)", re.IGNORECASE)
_NAMED_ALONE = re.compile(
    r",\s(?:et\s)?(?P<who>(?:l[’']|la |le |les )?[A-ZÉÈÎ][\w’'-]*(?:\s[\w’'-]+)?)\s"
    r"(?:plus d[e’']|près d[e’']|au moins)?\s*$"
)
_AUXILIARY = re.compile(
    r"(?:\s|^)(?:(?:n[’']|s[’']en|s[’']|l[’'])?(?:a|ont|avait|avaient)?\s?(?:désormais|déjà|officiellement|toujours"
    r"|en)?)\s*$"
)
_PREPOSITION = re.compile(
    r"(?:depuis|après|avant|dans|selon|d[’']après|en|à|au|aux|pour|sur|il|elle|ils|elles)\b", re.IGNORECASE
)
_BODY = re.compile(
    r"(?<!\w)(?:autorités|police|gendarmerie|ministère|gouvernement|armée|état-major|nations unies|onu|hcr|oms|unicef"
    r"|médecins sans frontières|msf|préfecture|parquet|ong|croix-rouge|pompiers|hôpital|syndicats?|cgt|agence|ars"
    r"|association|ligue|direction|mairie|opposition|organisateurs|protection civile|rapport)(?!\w)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"(?<!\w)(?:selon|d[’']après|de source|à en croire|aux yeux d|chez|au dire d)(?!\w)[^,;:«»]*", re.IGNORECASE
)
_SAID = re.compile(
    r"(?<!\w)(?:(?:a|ont)(?:-t-(?:il|elle)s?)? (?:\w+ ){0,2}?(?:dit|annoncé|affirmé|indiqué|précisé|déclaré|reconnu"
    r"|assuré|ajouté"
    r"|estimé|fait savoir)|(?:dit|annonce|affirme|indique|précise|déclare|assure|estime|ajoute|reconnaît|explique"
    r"|déplore)(?:nt)?)"
    r"(?!\w)[^,;:«»]*",
    re.IGNORECASE,
)
"""Who says so, beside the claim itself: "selon la préfecture", "a annoncé jeudi le ministère"."""
_THERE = re.compile(r"(?<!\w)y (?:a|ont|avai\w+|est|sont|étai\w+|fut|fait|compt\w+)(?!-t-il)(?!\w)")
_ASIDE = re.compile(
    r"(?:lui|elle|eux|elles|de (?:son|leur) côté|pour (?:sa|leur) part|quant à \w+"
    r"|(?:daté|publié|établi|arrêté|communiqué|diffusé|rendu public)s?(?:\s[^,]*)?)",
    re.IGNORECASE,
)
_COUNT_OF = re.compile(
    r"^(?:l[ea]|un|ce|son)\s(?:\w+\s)?(?:bilan|décompte|chiffre|total|recensement|relevé|compte)(?:\s\w+)?\s"
    rf"(?:d[eu]\s|de\s(?=l))(?=(?:l[’']|la\s)?{_BODY.pattern})",
    re.IGNORECASE,
)
"""« le dernier décompte du ministère »: the ministry gives it."""
_NOBODY = re.compile(
    r"\W*(?:(?:le|un|ce) (?:\w+ )?(?:nombre|bilan|chiffre|total|décompte)|on|ce|dont|et|la (?:catastrophe"
    r"|guerre))(?!\w)",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"(?<!\w)officiel(?:le)?s?(?!\w)", re.IGNORECASE)
_AUTHORITIES = frozenset(
    term
    for word in "ministère préfecture gouvernement autorités préfet ministre gouvernorat police gendarmerie".split()
    for term in terms(word)
)
_STATE = frozenset(
    term
    for word in "ministère ministre préfecture préfet gouvernement gouvernorat gouverneur parquet procureur police"
    " gendarmerie mairie".split()
    for term in terms(word)
)
_STATE_ITSELF = frozenset(term for word in ("autorités", "autorité", "officiels") for term in terms(word))
_OPENS_ON_IT = re.compile(
    r"\W*(?:il|elle|ils|elles|sa|son|ses|leurs?|ce bilan|ce chiffre|celui-ci|ce total|ce dernier)(?!\w)", re.IGNORECASE
)
_VERB_OF_SAYING = re.compile(
    r"(?<!\w)(?:selon|d[’']après|à en croire|(?:a|ont)(?:-t-(?:il|elle)s?)?|dit|annoncé|affirmé|indiqué|précisé"
    r"|déclaré|reconnu"
    r"|assuré|ajouté|estimé|fait savoir|annonce|affirme|indique|précise|déclare|assure|estime|ajoute|reconnaît|explique"
    r"|ils?|elles?|en|lui|de son côté|pour sa part|jeudi|vendredi|samedi|dimanche|lundi|mardi|mercredi|soir"
    r"|matin)(?!\w)",
    re.IGNORECASE,
)
_SAME_SOURCE = re.compile(r"(?<!\w)(?:la |de )?même source(?!\w)", re.IGNORECASE)
_ANNOUNCED = re.compile(r"(?:^|[.;]\s)(?P<who>[^:;,.]+?)\s?:\s(?:[«“]\s?)?$")
"""« Le cabinet va plus loin : 230 millions »."""
_DOCUMENT = re.compile(
    r"^\W*(?:le|un|ce|son)\s(?:\w+\s)?(?:bilan|décompte|communiqué|bulletin|recensement|comptage)(?:\s\w+)?\s"
    r"(?:d[eu]s?\s(?:l[ae’']\s?)?|d[’'])(?P<body>.+)$",
    re.IGNORECASE,
)
"""« Le dernier décompte du ministère »."""
_APPOSITION = re.compile(r"(?:une?|dont|qui|daté\w*|publié\w*|paru\w*|fondé\w*|chargé\w*|proche)(?!\w)")
_LONGEST = 9
_SAYS = 0.6
_SHARE = 0.5
_ROOT = 6
_ACCUSES = re.compile(r"(?<!\w)accus\w+|impute\w*|reproch\w+", re.IGNORECASE)


def clause_before(figure: Figure, sentence: Sentence) -> str:
    """Return what stands before a figure in its own clause."""
    before = _of_now(sentence)[: figure.number]
    ends = [match.end() for match in _BOUNDARY.finditer(before)]
    return before[ends[-1] :] if ends else before


def _of_now(sentence: Sentence) -> str:
    """Return a sentence with blanks for what a figure was before: "contre 26 la veille" bounds no clause."""
    return without_asides(sentence.text, asides(sentence.text, sentence.numbers))


def giver_of(figure: Figure, sentence: Sentence, known: Mapping[str, str] = MappingProxyType({})) -> frozenset[str]:
    """Return the country or armed party that gives a figure; empty where nobody that is one does.

    Args:
        figure: of the sentence.
        sentence: the sentence.
        known: names that no list has, see :func:`assistant.answering.figures.unlisted.unlisted`.
    """
    clause = clause_before(figure, sentence)
    alone = _NAMED_ALONE.search(clause)
    if alone and (named := party_in(alone["who"], known)):
        return named
    claim = _CLAIM.search(clause)
    if claim and not _ACCUSES.search(clause) and (named := party_in(clause[: claim.start()], known)):
        return named
    return party_in(attribute(sentence.article.text, sentence.start, sentence.end).speaker or "", known)


def subject_of(figure: Figure, sentence: Sentence, known: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """Return, in the article's words, the party or body whose claim the clause of a figure reports; None without one.

    « L'armée éthiopienne, qui parle de 58 soldats tués, ... » gives « L'armée éthiopienne ».
    """
    clause = clause_before(figure, sentence)
    alone = _NAMED_ALONE.search(clause)
    if alone and party_in(alone["who"], known):
        return alone["who"]
    claim = _CLAIM.search(clause)
    if claim is None or _ACCUSES.search(clause):
        return None
    parts = [part.strip() for part in _AUXILIARY.sub("", clause[: claim.start()]).split(",")]
    named = [part for part in parts if party_in(part, known) or _BODY.search(part)]
    short = bool(named) and len(named[0].split()) <= _LONGEST
    return named[0] if short and not _PREPOSITION.match(named[0]) else None


def is_said_by(
    figure: Figure,
    sentence: Sentence,
    words: Sequence[QueryTerm],
    *,
    before: str,
    known: Mapping[str, frozenset[str]],
) -> bool:
    """Tell whether a figure is given by the body that a question names: « selon la préfecture ».

    Args:
        figure: of the sentence.
        sentence: the sentence.
        words: the terms for the body; without any, everybody's figure will do.
        before: the sentence before, which tells who speaks where this one opens with a pronoun.
        known: terms of people's last names to those of what they are, see
            :func:`assistant.answering.attribution.people.introduced`.
    """
    if not words:
        return True
    own = given_by(figure, sentence)
    named = set(terms(_VERB_OF_SAYING.sub(" ", own)))
    gone = sentence.text[: figure.number].removesuffix(clause_before(figure, sentence))
    opens = _OPENS_ON_IT.match(sentence.text) and all(one.strip() == ":" for one in _BOUNDARY.findall(gone))
    if not named or _SAME_SOURCE.search(own) or (opens and not _ACCORDING.search(own)):
        named |= set(terms(before))
    if announced := _ANNOUNCED.search(sentence.text[: figure.start - sentence.start]):
        named |= set(terms(announced["who"]))
    named.update(other for name in sorted(named) for other in known.get(name, ()))
    if _OFFICIAL.search(sentence.text):
        named |= _AUTHORITIES
    if any(_is_kin(one, other) for one in _STATE for other in named):
        named |= _STATE_ITSELF  # "selon les autorités": the prefecture is one of them
    return sum(is_one_of(word, named) for word in words) >= _SHARE * len(words)


def _subject_before(words: str) -> str:
    """Return the body right before its verb of saying, less what opens the sentence; empty where it is none."""
    parts = [part.strip() for part in _AUXILIARY.sub("", words).split(",")]
    parts = [part for part in parts if part and not _ASIDE.fullmatch(part)]
    if len(parts) > 1 and _APPOSITION.match(parts[-1]):
        parts = [*parts[:-2], parts[-2]]  # "les Secouristes de rue, un collectif d'infirmiers, en comptent 140"
    last = _COUNT_OF.sub("", parts[-1]) if parts else ""
    if (document := _DOCUMENT.match(last)) and _BODY.match(document["body"]):
        last = document["body"]
    short = 0 < len(last.split()) <= _LONGEST
    return last if short and not _PREPOSITION.match(last) and not _NOBODY.match(last) else ""


def opens_on_it(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a pronoun for what stands before it: "Il a recensé 412 cas"."""
    return sentence.number > 0 and (_OPENS_ON_IT.match(sentence.text) or _THERE.search(sentence.text)) is not None


def is_one_of(word: QueryTerm, named: AbstractSet[str]) -> bool:
    """Tell whether a term of a question, or one of its office, is among the terms of a text."""
    return not named.isdisjoint(_ways(word)) or any(_is_kin(word.term, one) for one in named)


def given_by(figure: Figure, sentence: Sentence) -> str:
    """Return the words that tell who gives a figure: "selon X", its clause up to the claim, or the speaker."""
    clause = clause_before(figure, sentence)
    after = _BOUNDARY.split(_of_now(sentence)[figure.end - sentence.start :])[0]
    own = _up_to_next(figure, sentence)
    if own and (according := _ACCORDING.search(own)):
        return according.group()  # "94 morts, d'après le ministère, et 131, selon la Garde"
    said = (*_ACCORDING.finditer(clause), *_ACCORDING.finditer(after), *_SAID.finditer(after))
    told = " ".join(match.group() for match in said)
    claim = _CLAIM.search(clause)
    if told:
        return told
    if claim and (subject := _subject_before(clause[: claim.start()])):
        return subject
    return attribute(sentence.article.text, sentence.start, sentence.end).speaker or ""


def have_one_giver(one: Figure, other: Figure, sentence: Sentence) -> bool:
    """Tell whether two figures of a sentence may come from one body: neither is said by somebody else."""
    givers = [set(terms(_VERB_OF_SAYING.sub(" ", given_by(figure, sentence)))) for figure in (one, other)]
    return not all(givers) or not givers[0].isdisjoint(givers[1])


def _up_to_next(figure: Figure, sentence: Sentence) -> str:
    """Return what stands between a figure and the next number; empty after the last."""
    following = [one.start for one in sentence.numbers if one.start >= figure.end - sentence.start]
    first = any(one.start < figure.number for one in sentence.numbers)
    end = min(following) if following else len(sentence.text) if first else 0
    return sentence.text[figure.end - sentence.start : end]


def _ways(word: QueryTerm) -> set[str]:
    return {other for other, weight in word.alternatives.items() if weight >= _SAYS} | {word.term}


def _is_kin(left: str, right: str) -> bool:
    """Tell whether two terms are of one office: "ministère" and "ministre"."""
    return min(len(left), len(right)) >= _ROOT and left[:_ROOT] == right[:_ROOT]


def is_of_state(source: AbstractSet[str]) -> bool:
    """Tell whether the index terms of a giver are those of a state body: a ministry, a prefecture, the police."""
    return any(_is_kin(one, other) or one == other for one in _STATE | _STATE_ITSELF for other in source)


def is_accusation(figure: Figure, sentence: Sentence) -> bool:
    """Tell whether the clause of a figure lays it at another's door."""
    return _ACCUSES.search(clause_before(figure, sentence)) is not None
