"""A verdict in words, French or English: what the articles say, what differs, and what a quote leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assistant.answering.wording import source_in_words, speaker_in_words
from assistant.citing.guards import Held
from assistant.citing.ledger import Field, Outcome, Verdict
from assistant.citing.nearest import Difference, DifferenceKind
from assistant.citing.places import Place
from assistant.citing.saved import Resolution, State
from assistant.types import Language

_OUTCOMES: Mapping[Language, Mapping[Outcome, str]] = MappingProxyType(
    {
        "fr": {
            "found": "Trouvé : l’article le dit à la lettre.",
            "altered": "Altéré : aucun article ne le dit ainsi.",
            "misattributed": "Mal attribué : ces mots existent, mais pas là où on les donne.",
            "stitched": "Assemblé : ces mots viennent de plusieurs endroits que rien ne joint.",
            "not_found": "Introuvable : aucun article ne le dit.",
        },
        "en": {
            "found": "Found: the article says it to the letter.",
            "altered": "Altered: no article says it this way.",
            "misattributed": "Misattributed: the words are there, but not where they are said to be.",
            "stitched": "Stitched: the words come from several places that nothing joins.",
            "not_found": "Not found: no article says it.",
        },
    }
)
_STATES: Mapping[Language, Mapping[State, str]] = MappingProxyType(
    {
        "fr": {
            "same_place": "Même endroit : le texte de l’article n’a pas changé.",
            "moved": "Déplacé : la citation est maintenant à un autre endroit.",
            "text_changed": "Texte modifié : l’article n’est plus celui qui a été cité.",
            "not_there": "Le texte de l’article n’a pas changé, et il ne dit pas cela.",
            "gone": "Article absent : il n’est plus dans le corpus.",
        },
        "en": {
            "same_place": "Same place: the text of the article has not changed.",
            "moved": "Moved: the quote is at another place now.",
            "text_changed": "Text changed: the article is no longer the one that was cited.",
            "not_there": "The text of the article has not changed, and it does not say this.",
            "gone": "Article gone: it is no longer in the corpus.",
        },
    }
)
_KINDS: Mapping[Language, Mapping[DifferenceKind, str]] = MappingProxyType(
    {
        "fr": {
            "negation": "négation", "figure": "chiffre", "date": "date", "name": "nom", "speaker": "qui parle",
            "reporting": "verbe de parole", "conditional": "conditionnel", "restriction": "restriction",
            "subject": "sujet", "verb": "verbe", "case": "majuscule", "punctuation": "ponctuation", "word": "mot",
        },
        "en": {
            "negation": "negation", "figure": "figure", "date": "date", "name": "name", "speaker": "who speaks",
            "reporting": "verb of saying", "conditional": "conditional", "restriction": "restriction",
            "subject": "subject", "verb": "verb", "case": "capital", "punctuation": "punctuation", "word": "word",
        },
    }
)  # fmt: skip
_FIELDS: Mapping[Language, Mapping[Field, str]] = MappingProxyType(
    {
        "fr": {"article": "article", "publisher": "éditeur", "date": "date", "speaker": "qui parle"},
        "en": {"article": "article", "publisher": "publisher", "date": "date", "speaker": "who speaks"},
    }
)
_WORDS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "fr": {
            "at": "{article}, caractères {start} à {end}",
            "replaced": "{kind} : « {written} » au lieu de « {true} »",
            "added": "{kind} : « {written} » n’y est pas",
            "missing": "{kind} : il manque « {true} »",
            "dropped": "L’ellipse efface : {what}.",
            "clipped": "Attention, la citation est coupée de : {what}.",
            "claimed": "{field} : « {claimed} » annoncé ; l’article a « {true} »",
            "claimed_unknown": "{field} : « {claimed} » annoncé ; l’article n’en donne pas",
            "inserted": "Entre crochets, de qui cite et non de l’article : {what}.",
            "nearest": "Le texte le plus proche :",
            "speaker": "Qui parle, selon l’article : {speaker}.",
        },
        "en": {
            "at": "{article}, characters {start} to {end}",
            "replaced": "{kind}: « {written} » in place of « {true} »",
            "added": "{kind}: « {written} » is not there",
            "missing": "{kind}: « {true} » is missing",
            "dropped": "The ellipsis leaves out: {what}.",
            "clipped": "Mind what the quote is cut from: {what}.",
            "claimed": "{field}: « {claimed} » claimed; the article has « {true} »",
            "claimed_unknown": "{field}: « {claimed} » claimed; the article gives none",
            "inserted": "In brackets, the quoter’s and not the article’s: {what}.",
            "nearest": "The nearest text:",
            "speaker": "Who speaks, says the article: {speaker}.",
        },
    }
)


def verdict_in_words(verdict: Verdict, language: Language) -> str:
    """Return a verdict as lines of text: the outcome, then where the words are, then what is wrong with them."""
    words = _WORDS[language]
    lines = [_OUTCOMES[language][verdict.outcome]]
    if verdict.places and verdict.outcome in ("altered", "not_found"):
        lines.append(words["nearest"])
    lines += [_place(place, language) for place in verdict.places]
    lines += [f"- {_difference(one, language)}" for one in verdict.differences]
    for one in verdict.mismatches:
        form = words["claimed_unknown" if one.true is None else "claimed"]
        lines.append("- " + form.format(field=_FIELDS[language][one.field], claimed=one.claimed, true=one.true))
    if verdict.inserted:
        lines.append(words["inserted"].format(what=", ".join(f"« {one} »" for one in verdict.inserted)))
    if verdict.dropped:
        lines.append(words["dropped"].format(what=_held(verdict.dropped, language)))
    if verdict.clipped:
        lines.append(words["clipped"].format(what=_held(verdict.clipped, language)))
    elif verdict.speaker and verdict.outcome in ("found", "misattributed"):
        lines.append(words["speaker"].format(speaker=speaker_in_words(verdict.speaker, language)))
    return "\n".join(lines)


def resolution_in_words(resolution: Resolution, language: Language) -> str:
    """Return what became of a saved citation, then the verdict on it."""
    return f"{_STATES[language][resolution.state]}\n{verdict_in_words(resolution.verdict, language)}"


def _place(place: Place, language: Language) -> str:
    at = _WORDS[language]["at"].format(article=place.article.id, start=place.start, end=place.end)
    return f"«\u00a0{place.text}\u00a0»\n  {source_in_words(place.article, language)} ({at})"


def _difference(difference: Difference, language: Language) -> str:
    form = "replaced" if difference.written and difference.true else "added" if difference.written else "missing"
    kind = _KINDS[language][difference.kind]
    return _WORDS[language][form].format(kind=kind, written=difference.written, true=difference.true)


def _held(held: Sequence[Held], language: Language) -> str:
    return ", ".join(f"« {one.words} » ({_KINDS[language][one.kind]})" for one in held)
