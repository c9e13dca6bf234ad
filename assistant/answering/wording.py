"""The assistant's own words, in French and English: who published, when, and why it abstains."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from assistant.answering.attribution.several import SEVERAL
from assistant.language.folding import fold
from assistant.types import Answer, Article, Citation, Language, Modality, Precision, Published, Reason

_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
           "décembre"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
_REFUSALS: Mapping[Language, Mapping[Reason, str]] = {
    "fr": {
        "empty_question": "Posez une question sur les articles du corpus, par exemple « Qui … ? » ou « Combien … ? ».",
        "off_topic": "Le corpus ne traite pas de ce sujet : je n’y trouve rien qui réponde.",
        "off_period": "Le corpus ne dit rien pour cette date ou cette période.",
        "unknown_entity": "Le corpus ne mentionne pas {missing}.",
        "false_premise": "Je ne retrouve pas dans les articles ce que la question tient pour acquis.",
        "not_enough_evidence": "Le corpus aborde le sujet, mais aucun passage ne répond à cette question.",
        "small_talk": "Posez-moi une question sur ces articles quand vous voulez.",
    },
    "en": {
        "empty_question": "Ask a question about the articles of the corpus, such as “Who … ?” or “How many … ?”.",
        "off_topic": "The corpus does not cover this: nothing in it answers.",
        "off_period": "The corpus says nothing for that date or period.",
        "unknown_entity": "The corpus does not mention {missing}.",
        "false_premise": "I do not find in the articles what the question takes for granted.",
        "not_enough_evidence": "The corpus touches on the subject, but no passage answers this question.",
        "small_talk": "Ask me a question about these articles whenever you like.",
    },
}
_NEAREST: Mapping[Language, str] = {
    "fr": " Les passages les plus proches sont proposés comme pistes ; ils ne répondent pas.",
    "en": " The nearest passages are offered as leads; they do not answer.",
}
_UNKNOWN_PUBLISHER: Mapping[Language, str] = {"fr": "Éditeur inconnu", "en": "Unknown publisher"}
_UNKNOWN_DATE: Mapping[Language, str] = {"fr": "date inconnue", "en": "date unknown"}
_INFERRED: Mapping[Language, str] = {"fr": " (date déduite)", "en": " (inferred date)"}
_PUBLISHED: Mapping[Language, str] = {"fr": "{day}, à la publication", "en": "{day}, as published"}
_FROM_TO: Mapping[Language, str] = {"fr": "du {first} au {last}", "en": "{first} to {last}"}
_WITH: Mapping[Language, str] = {"fr": "avec", "en": "with"}
# As assistant.answering.conversation.follow_up completes a question that needs the one before.
_CONTEXT = re.compile(r"^(.*?)\s*\(([^()]+)\)$", re.DOTALL)
_ABOUT: Mapping[Language, str] = {"fr": "{0} (à propos de\u00a0: {1})", "en": "{0} (about: {1})"}
# Whose words they are, where the quote does not name the speaker, and where it does.
_WORDS_OF: Mapping[Language, str] = {"fr": "propos {of_speaker}", "en": "words of {speaker}"}
_ACCORDING_TO: Mapping[Language, str] = {"fr": "selon {speaker}", "en": "according to {speaker}"}
_THEN: Mapping[Language, str] = {"fr": ", puis ", "en": ", then "}
_SOMEBODYS = re.compile(r"^(?:[Ss]on|[Ss]a|[Ll]eur)\s[^,;]+,\s(?=[A-ZÉÈÎ])")
_MUTE = re.compile(r"[aeiou]|h(?:el|en|erm|ip|on|ort|y)")
_DENIED_BY: Mapping[Language, str] = {"fr": "démenti {of_speaker}", "en": "denied by {speaker}"}
_NAMELESS: Mapping[Language, Mapping[Modality, str]] = {
    "fr": {"reported": "propos rapportés, auteur non établi", "denied": "démenti, auteur non établi"},
    "en": {"reported": "reported words, speaker not established", "denied": "denied, by whom not established"},
}
_RESERVED: Mapping[Language, str] = {"fr": "sous réserve", "en": "unconfirmed"}
_DETERMINERS = frozenset(
    "le la les un une des ce cet cette ces son sa ses leur leurs plusieurs certains certaines deux trois".split()
)

BY_MODEL: Mapping[Language, str] = {"fr": "formulé par le modèle", "en": "worded by the model"}
"""Marks a sentence that is a language model's own."""
ModelNote = Literal["writing", "silent", "unsupported"]
_MODEL_NOTES: Mapping[Language, Mapping[ModelNote, str]] = {
    "fr": {
        "writing": "Le modèle rédige à partir de ces citations…",
        "silent": "Le modèle n’a pas répondu\u00a0; réponse extraite.",
        "unsupported": "Le modèle n’a rien écrit que ses citations confirment\u00a0; réponse extraite.",
    },
    "en": {
        "writing": "The model is writing from these quotes…",
        "silent": "The model did not answer; extracted answer.",
        "unsupported": "The model wrote nothing that its quotes confirm; extracted answer.",
    },
}


def date_in_words(published: Published, language: Language) -> str:
    """Return "5 octobre 2020", "octobre 2020", "2020" or "date inconnue"; an inferred date is not marked here."""
    if published.date is None:
        return _UNKNOWN_DATE[language]
    year, *rest = published.date.split("-")
    if not rest:
        return year
    month = _MONTHS[language][int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    return f"{'1er' if day == 1 and language == 'fr' else day} {month} {year}"


def day_in_words(first: str, last: str, language: Language, *, inferred: bool = False, published: bool = False) -> str:
    """Return when something happened: "1er octobre 2020", "Du 26 au 27 septembre 2020".

    Args:
        first: ISO 8601 to the day, month or year.
        last: the same, or the last of several days.
        language: to write in.
        inferred: mark it as worked out.
        published: say that it is when the article was published, for want of a day in it.
    """
    words = _iso_in_words(first, language)
    if first != last:
        start = words.removesuffix(f" {last[:4]}") if first[:4] == last[:4] else words
        start = start.split(" ")[0] if first[:7] == last[:7] and len(first) == 10 else start
        words = _FROM_TO[language].format(first=start, last=_iso_in_words(last, language))
    said = words + (_INFERRED[language] if inferred and not published else "")
    said = _PUBLISHED[language].format(day=said) if published else said
    return said[:1].upper() + said[1:]


def _iso_in_words(date: str, language: Language) -> str:
    precision: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}
    return date_in_words(Published(date, precision[len(date)], "stated"), language)


def publisher_in_words(article: Article, language: Language) -> str:
    """Return the publisher with the agency it draws on: "Euronews avec AFP"; an unknown one is said to be."""
    publisher = article.publisher or _UNKNOWN_PUBLISHER[language]
    return f"{publisher} {_WITH[language]} {article.agency}" if article.agency else publisher


def source_in_words(article: Article, language: Language) -> str:
    """Return publisher, agency and date of an article, and whether the date is inferred."""
    inferred = _INFERRED[language] if article.published.basis == "inferred" else ""
    return f"{publisher_in_words(article, language)}, {date_in_words(article.published, language)}{inferred}"


def statement_text(citations: Sequence[Citation], language: Language) -> str:
    """Return one statement: whose words, published by whom and when, then each quote with its number.

    Args:
        citations: of one article, one at least, in the order of its text.
        language: of the question.
    """
    first = citations[0]
    parts = [source_in_words(first.article, language), *_whose_words(first, language)]
    colon = "\u00a0:" if language == "fr" else ":"
    quotes = " ".join(f"«\u00a0{citation.quote}\u00a0» [{citation.number}]" for citation in citations)
    return f"{', '.join(parts)}{colon} {quotes}"


def _whose_words(citation: Citation, language: Language) -> list[str]:
    """Return who says a quote and with what reserve; nothing where the publisher says it itself."""
    modality, parts = citation.modality or "asserted", []
    if citation.speaker:
        named = all(one in citation.quote for one in citation.speaker.split(SEVERAL))
        form = _DENIED_BY if modality == "denied" else _ACCORDING_TO if named else _WORDS_OF
        parts = [
            form[language].format(
                speaker=speaker_in_words(citation.speaker, language), of_speaker=_of_speaker(citation.speaker)
            )
        ]
    elif modality in _NAMELESS[language]:
        parts = [_NAMELESS[language][modality]]
    return [*parts, _RESERVED[language]] if modality == "conditional" else parts


def speaker_in_words(speaker: str, language: Language) -> str:
    """Return a speaker as it stands inside a sentence of ours, in the article's own words.

    Of several, each in turn: "la direction, puis la CGM". Somebody's, whose name is known, has but the name: "Anne
    Rey" of "sa directrice, Anne Rey". French has its article: "le maire", also of "du maire". In an English sentence
    a name stands as it is, "Jens Stoltenberg", "OTAN", and words with a French article are marked as the quotation
    they are: “le maire”.
    """
    return _THEN[language].join(_one_in_words(one, language) for one in speaker.split(SEVERAL))


def _one_in_words(speaker: str, language: Language) -> str:
    speaker = _SOMEBODYS.sub("", speaker)
    for contracted, whole in (("du ", "le "), ("au ", "le "), ("aux ", "les ")):
        if speaker.startswith(contracted):
            speaker = whole + speaker[len(contracted) :]
    inside = inside_sentence(speaker)
    if language == "fr" or not inside[:1].islower():
        return inside
    initials = _INITIALS.fullmatch(inside)
    return initials.group(1) if initials else f"“{inside}”"


def inside_sentence(speaker: str) -> str:
    """Return a speaker as it stands inside a sentence: "le maire", where the article began one with "Le maire"."""
    first = re.split(r"[\s’']", speaker, maxsplit=1)[0]
    return speaker[:1].lower() + speaker[1:] if fold(first) in _DETERMINERS | {"l"} else speaker


# Initials take no article in English: "OTAN" of "l'OTAN".
_INITIALS = re.compile(r"(?:l[ea]s?\s|l[’'])([A-ZÉ]{2,}(?:-[A-ZÉ]+)*)")
_DASH = " — "


def headed(heading: str, statement: str) -> str:
    """Return a statement under a heading (whose position, which day); as it is without one."""
    return f"{heading}{_DASH}{statement}" if heading else statement


def heading_of(text: str, statement: str) -> str | None:
    """Return what a text sets before a statement, empty for nothing; None when it is another text."""
    if not text.endswith(statement):
        return None
    return text.removesuffix(statement).removesuffix(_DASH).rstrip(" .")


def understanding(answer: Answer) -> str:
    """Return how a question was understood, in readable words; empty when it was taken as typed."""
    if " ".join(answer.understood.split()) == " ".join(answer.question.split()):
        return ""
    said = _CONTEXT.sub(lambda match: _ABOUT[answer.language].format(*match.groups()), answer.understood)
    return re.sub(" (?=[?!])", "\u00a0", said) if answer.language == "fr" else said


def model_text(sentence: str, numbers: Sequence[int], language: Language) -> str:
    """Return a language model's sentence with the numbers of its citations, marked as its own words."""
    return f"{sentence} {' '.join(f'[{number}]' for number in numbers)} ({BY_MODEL[language]})"


def model_note(note: ModelNote, language: Language) -> str:
    """Return what an answer says of the language model: that it is writing, or why its words are not there."""
    return _MODEL_NOTES[language][note]


def _of_speaker(speaker: str) -> str:
    """Return a speaker after "de", contracted as French does: "du ministère", "d'une source", "des témoins"."""
    return _THEN["fr"].join(_of_one(_one_in_words(one, "fr")) for one in speaker.split(SEVERAL))


def _of_one(speaker: str) -> str:
    if speaker.startswith("du "):
        return speaker
    for opening, contracted in (("le ", "du "), ("les ", "des "), ("des ", "de "), ("au ", "du "), ("aux ", "des ")):
        if speaker.lower().startswith(opening):
            return contracted + speaker[len(opening) :]
    inside = inside_sentence(speaker)
    return f"d’{inside}" if _MUTE.match(fold(inside)) else f"de {inside}"


def refusal_text(reason: Reason, language: Language, *, missing: str = "", has_hits: bool = False) -> str:
    """Return why the assistant abstains, in the question's language.

    Args:
        reason: the reason.
        language: of the question.
        missing: for ``unknown_entity``, what the corpus does not mention, as the question writes it.
        has_hits: whether nearest passages are offered; to an empty question none are.
    """
    text = _REFUSALS[language][reason].format(missing=f"« {missing} »" if language == "fr" else f"“{missing}”")
    return text + _NEAREST[language] if has_hits and reason not in {"empty_question", "small_talk"} else text
