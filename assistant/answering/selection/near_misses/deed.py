"""Is what a question asks as done told as done, or only asked for, planned, threatened or held possible?

"Le Conseil s'est-il réuni ?" is not answered by whoever asks for a meeting, nor "quand a-t-il démissionné ?" by
"il menace de démissionner". What was refused answers a question that can be answered by no, and no other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from assistant.answering.selection.folded import folded
from assistant.answering.selection.near_misses.told_words import ToldWord, told_words
from assistant.answering.selection.premises import denies
from assistant.answering.selection.sentences import Sentence
from assistant.retrieval.query import Query, QueryTerm

HAVE = frozenset(
    """a ai ont avons avait avaient eut eurent aurait auraient est sont était étaient fut furent serait seraient été
    did has have had was were""".split()
)
"""Forms of an auxiliary that tell a thing as done."""
PARTICIPLE = re.compile(
    r"\w{2,}(?:ée?s?|ie?s?|ue?s?|[mpru]ise?s?|[dfpruvin]te?s?)|nés?|vus?|\w{3,}ed|held|met|taken|won|lost|left"
)
PLANS = re.compile(
    r"(?:demand|reclam|exig|exhort|souhait|esper|envisag|propos|promet|promis|promess|menac|plaid|requi|preconis"
    r"|recommand|suggere|redout|craign|craint|invit|projet|programm)\w*"
    r"|appel(?:s|le|lent|ler|ant|lant|ait)?|prevoi\w+|prevu(?:e|s|es)?|attendu(?:e|s|es)?|veut|veulent|voulait|voulu"
)
"""Words of asking, planning, threatening and fearing: what they govern is not done."""
_WILL = frozenset("aura auront sera seront".split())
_DETERMINER = frozenset("le la les l un une des du cet cette ces ce son sa ses leur leurs de d toute aucune".split())
_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|re|oir)")
_FUTURE = re.compile(r"(?!opéra|caméra|choléra)\w{2,}(?:[aeiou]r|[dtvp]r|rr)(?:a|ont)")
WOULD = re.compile(r"(?!au|se)\w{2,}(?:[aei]r|[dtvp]r|rr)(?:ait|aient)")
"""What would be done, after "il a promis que" or "si": "fournirait"; "aurait fourni" is said to be done."""
_PAST = re.compile(r"\w{3,}(?:ait|aient|èrent|irent|urent)")
_SKIPPED = frozenset(
    """été pas plus jamais déjà aussi bien encore finalement toutefois donc ainsi ensuite enfin t il elle ils elles on
    n ne y en s se aussitôt alors tous toutes toujours""".split()
)
_ADVERBS = 9
_REACH = 9
"""Words before a verb or noun among which is looked for what it is the object of."""
_ENDS = frozenset(
    """qui dont mais car lorsque lorsqu quand parce puisque tandis alors où pendant après depuis malgré""".split()
)
_BEFORE_NOUN = re.compile(r"convocation|depot|eventuel\w*|possible|possibilite|hypothese|prochaine?|future?|risque")
_BEFORE_INFINITIVE = re.compile(
    r"entend(?:ent|ait)?|compt(?:e|ent|ait|aient)|doi(?:t|vent)|dev(?:rait|raient|ait|aient|ra|ront)|va|vont"
    r"|allai(?:t|ent)|peu(?:t|vent)|pour(?:rait|raient|ra|ront)|faut|faudra(?:it)?|pret(?:e|s|es)?|possibilite|risque"
    r"|tenu(?:e|s|es)?|(?:appele|presse|charge)(?:e|s|es)?|incit\w*"
)
_REFUSED = re.compile(r"(?:refus|renonc)\w*")
_AWAITED = re.compile(
    r"(?:est|sont|reste|restent|etait|etaient) (?:\w+ )?(?:prevu|attendu|programme|annonce|fixe)(?:e|s|es)?\b"
    r"(?! depuis)|(?:doit|doivent|devrait|devraient) (?:s |se )?\w+(?:er|ir|re)\b|(?:aura|auront) lieu\b"
    r"|(?:im)?probable|(?:se |s |y )?(?!camera|opera|cholera)\w{2,}(?:[aei]r|[dv]r|tr|rr)(?:a|ont)\b"
)
"""What follows an event that is still to come."""
_GOING_TO = re.compile(
    r"\b(?:va|vont)(?:-t)?(?:-(?:il|elle|on|ils|elles))? (?:\w+ment |bientot )?(?:s'|se )?(\w+(?:er|ir|re))\b"
)
_CERTAIN = re.compile(r"(?:prouve|avere|etabli|confirme|certain|verifie)e?s?$")
"""How sure a thing is, is told by reserve as well: "il pourrait s'agir d'un sabotage"."""
_LIGHT = re.compile(r"(?:fait|recens|perdu|eu\b|pu\b|du\b|derriere|dit|comment|qualifi|touche)")
"""Deeds that are told without a word for them: "a fait dix morts"."""
_OUTCOME = re.compile(
    r"\bquel(?:le)?s? (?:a|ont) ete (?:l[ea]s? |l')"
    r"(?:verdict|resultat|issue|score|conclusion|decision|jugement|sentence)"
    r"|\b(?:que|qu') ?(?:conclu|revel|donn|montr)\w*|\beu lieu\b"
    r"|\b(?:s'|se )(?:est|sont|etait|etaient)\b.* (?:tenu|deroule)e?s?\b"
    r"|\bwhat (?:was|were) the (?:result|outcome|verdict)"
)
"""Questions for what came of something, or whether it came about."""
_CEASED = re.compile(r"\bcessé (?=d[e'’])")
"""A deed like any other, though it ends one: "ont-ils cessé de résister"."""
_EVENT = 4
_SAYS = 0.5
_SAME = 0.7
_FAMILY = 5


def done_asked(query: Query) -> QueryTerm | None:
    """Return the verb of a question that asks of something as done; None where it asks of a plan, a wish or a state.

    It is the participle after an auxiliary, "a-t-il finalement signé", or the infinitive after "fait".
    """
    said = _deed(query.text)
    plain = (term for term in query.terms if not (term.is_name or term.given or term.term.startswith("@")))
    return next((term for term in plain if said and told_words(term.word)[0].word == said), None)


@lru_cache(maxsize=256)
def _deed(question: str) -> str | None:
    words = told_words(question)
    if denies(_CEASED.sub("", question)) or any(
        _governs(one, _BEFORE_INFINITIVE) or _CERTAIN.match(one.plain) for one in words
    ):
        return None
    for at, one in enumerate(words):
        if one.word not in HAVE or (at > 1 and words[at - 1].word == "qui"):
            continue
        for after in words[at + 1 : at + 1 + _ADVERBS]:
            skipped = after.word in _SKIPPED or after.word.endswith("ment")
            if not skipped and after.word != "fait":
                if PARTICIPLE.fullmatch(after.word) or _INFINITIVE.fullmatch(after.word):
                    return after.word
                break
    return None


def deed_untold(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question asks of something as done, and a sentence only tells of it as asked for or to come.

    Args:
        query: the question.
        sentence: the sentence.
    """
    deed = done_asked(query)
    if deed is None and not _OUTCOME.search(folded(query.text)):
        return 0.0
    words = told_words(sentence.text)
    yes_no = query.answer_type == "yes_no"
    found = [
        unreal(words, place, yes_no=yes_no) or (is_opposite(term, sentence, place) and _is_infinitive(words[place]))
        for term in ([deed] if deed else [])
        for place in places_met(term, sentence)
    ]
    if found:
        return float(all(found))
    if query.answer_type not in ("yes_no", "what"):
        return 0.0
    others = [term for term in query.terms if term is not deed and not term.word[:1].isdigit()]
    return float(
        any(
            _to_come(words, place) or (not term.is_name and unreal(words, place, yes_no=True))
            for term in others
            for place in places_met(term, sentence)
        )
    )


def deed_unmet(query: Query, verb: QueryTerm | None, said: Collection[Sentence]) -> float:
    """Return 1 when what a question asks of as done, or as to come, is met in none of some sentences; else 0.

    Args:
        query: the question.
        verb: the term that is its verb, which counts where the question can be answered by no.
        said: the sentences; other words for the deed will do.
    """
    deed = done_asked(query) or _ahead_asked(query) or (verb if query.answer_type == "yes_no" else None)
    if deed is None or _LIGHT.match(folded(deed.word)):
        return 0.0
    return float(not any(places_met(deed, sentence) for sentence in said))


def _ahead_asked(query: Query) -> QueryTerm | None:
    """Return the infinitive of "va-t-elle signer", "vont-ils repartir"; None without any."""
    found = _GOING_TO.search(folded(query.text))
    return next((term for term in query.terms if found and folded(term.word) == found.group(1)), None)


def places_met(term: QueryTerm, sentence: Sentence) -> list[int]:
    """Return where a sentence has a term, in its words, in others or in one of its family."""
    beginning = term.term[:_FAMILY]
    count = len(told_words(sentence.text))
    return [
        place
        for other, place in sentence.terms
        if place < count
        and (term.alternatives.get(other, 0.0) >= _SAYS or (len(beginning) == _FAMILY and other.startswith(beginning)))
    ]


def helper_of(words: Sequence[ToldWord], place: int) -> tuple[int, str]:
    """Return the place and form of the auxiliary before a participle, or of the word there if it is none."""
    at = place - 1
    while at > 0 and not words[at + 1].cut and (words[at].word in _SKIPPED or words[at].word.endswith("ment")):
        at -= 1
    return at, words[at].word if at >= 0 else ""


def is_opposite(term: QueryTerm, sentence: Sentence, place: int) -> bool:
    """Tell whether the word at a place says the opposite of a term, as far as its weight tells."""
    weights = [term.alternatives.get(other, 0.0) for other, at in sentence.terms if at == place]
    return all(0.0 < weight < _SAME for weight in weights)


def _is_infinitive(one: ToldWord) -> bool:
    return _INFINITIVE.fullmatch(one.word) is not None


def unreal(words: Sequence[ToldWord], place: int, *, yes_no: bool) -> bool:
    """Tell whether the verb or noun at a place is told as not done, or not yet."""
    word = words[place].word
    if _FUTURE.fullmatch(word):
        return not (yes_no and any(one.word in ("ne", "n") for one in words[max(0, place - 3) : place]))
    if WOULD.fullmatch(word) and any(one.word in ("que", "qu", "si", "s") for one in words[:place]):
        return True
    if _PAST.fullmatch(word) and not (place and words[place - 1].word in _DETERMINER):
        return False
    infinitive = _INFINITIVE.fullmatch(word) is not None
    if PARTICIPLE.fullmatch(word):
        at, helper = helper_of(words, place)
        if helper in _WILL:
            return True
        if helper in HAVE or helper in ("avoir", "ayant") or (helper != "être" and describes(words, place)):
            return False
        place, infinitive = (at, True) if helper == "être" else (place, infinitive)
    for one in _governing(words, place):
        if _governs(one, _BEFORE_INFINITIVE if infinitive else _BEFORE_NOUN):
            return True
        if not yes_no and _REFUSED.fullmatch(one.plain):
            return True
        infinitive = infinitive or _INFINITIVE.fullmatch(one.word) is not None
    return False


def describes(words: Sequence[ToldWord], place: int) -> bool:
    """Tell whether a participle stands by itself, "les otages capturés", and is no noun, "l'arrivée"."""
    word, before = words[place].word, words[place - 1].word if place else ""
    return word.endswith(("é", "és")) or (word.endswith(("ée", "ées")) and before not in _DETERMINER)


def _governing(words: Sequence[ToldWord], place: int) -> Iterator[ToldWord]:
    """Yield the words before a place, nearest first, as far as what is there may be their object."""
    for at in range(place, max(0, place - _REACH), -1):
        if words[at].cut or words[at - 1].word in _ENDS or words[at - 1].word in HAVE - {"été"}:
            return
        yield words[at - 1]


def _governs(one: ToldWord, more: re.Pattern[str]) -> bool:
    return bool(PLANS.fullmatch(one.plain) or more.fullmatch(one.plain))


def _to_come(words: Sequence[ToldWord], place: int) -> bool:
    """Tell whether an event or whoever acts is said to be still to: "les pourparlers sont prévus en mai"."""
    after = range(place + 1, min(place + 1 + _EVENT, len(words)))
    return any(_AWAITED.match(" ".join(one.plain for one in words[at : at + 5])) for at in after)
