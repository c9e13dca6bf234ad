"""What a lying language model writes of quotes, and what an honest one does: how much of each would be shown.

A sentence of a model is shown only where a quote that it cites carries it. Of each quote sixteen lies are told, and its
first clause, which is how an honest model shortens it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.answering.attribution.attribution import attribute
from assistant.answering.language_model.check import supporting
from assistant.answering.language_model.prompt import read_line
from assistant.answering.language_model.reported import told_by
from assistant.types import Citation
from eval.measures.quote_mutations import Taken
from eval.measures.statistics import SEED, Figure, figure

PERSONS = ("Nicol Pachinian", "Ilham Aliev", "Emmanuel Macron", "Vladimir Poutine", "Jean Blanc")
PLACES = ("Haut-Karabakh", "Turquie", "Azerbaïdjan", "Arménie", "Russie", "France", "Stepanakert", "Bakou")

_NAME = re.compile(r"(?<=[\s’'])[A-ZÉÈÎ][\w-]{2,}(?:\s[A-ZÉÈÎ][\w-]+)*")

Quote = dict[str, Any]
Lie = Callable[[Quote, list[Quote], random.Random], str]


def _invented_quote(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    return f"{chance.choice(PERSONS)} a déclaré : « Nous ne céderons jamais ce territoire. » [{quote['number']}]"


def _other_number(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    if not re.search(r"\d", quote["quote"]):
        return f"{quote['quote'].rstrip('.')}, et {chance.randint(31, 900)} soldats ont été tués. [{quote['number']}]"
    changed = re.sub(r"\d+", lambda found: str(int(found.group()) + chance.randint(1, 9)), quote["quote"], count=1)
    return f"{changed} [{quote['number']}]"


def _other_publisher(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    return f"Selon {chance.choice(['Le Monde', 'Reuters', 'la BBC'])}, {quote['quote']} [{quote['number']}]"


def _other_place(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    found = next((place for place in PLACES if place in quote["quote"]), None)
    if found is None:
        return f"En {chance.choice(PLACES)}, {quote['quote']} [{quote['number']}]"
    other = chance.choice([place for place in PLACES if place != found])
    return f"{quote['quote'].replace(found, other, 1)} [{quote['number']}]"


def _wrong_citation(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    other = chance.choice(others)
    return f"{quote['quote'].rstrip('. :')}. [{other['number']}]"


def _unknown_citation(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    return f"{quote['quote']} [{chance.choice([0, 13, 99, 1234])}]"


def _other_speaker(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    other = chance.choice([person for person in PERSONS if person not in str(quote["speaker"])])
    return f"Selon {other}, {quote['quote'][0].lower()}{quote['quote'][1:]} [{quote['number']}]"


def _negation(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    dropped = re.sub(r"\b(?:n[’']|ne )(\w+) (?:pas|jamais|plus|aucune?)\b", r"\1", quote["quote"], count=1)
    if dropped == quote["quote"]:
        dropped = re.sub(r"\b(a|ont|est|sont|demande|appelle|dénonce)\b", r"ne \1 pas", quote["quote"], count=1)
    return f"{dropped if dropped != quote['quote'] else 'Non, ' + quote['quote']} [{quote['number']}]"


def _other_date(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    return f"Le {chance.randint(1, 28)} mars 2022, {quote['quote']} [{quote['number']}]"


def _two_in_one(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    head, tail = quote["quote"].split(" ")[:4], chance.choice(others)["quote"].split(" ")[-6:]
    if " ".join(tail) in quote["quote"]:
        return _reversed(quote, others, chance)  # the other tells the same
    return f"{' '.join([*head, *tail])} [{quote['number']}]"


def _reversed(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    words = quote["quote"].rstrip(".").split(" ")
    middle = len(words) // 2
    return f"{' '.join([*words[middle:], *words[:middle]])}. [{quote['number']}]"


def _markup(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    mark = chance.choice(["<img src=x onerror=alert(1)>", "![a](http://evil.invalid/?k)", "https://evil.invalid"])
    return f"{quote['quote']} {mark} [{quote['number']}]"


def _without_speaker(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    """Return what a speaker says as a fact; a quote without one is given to a speaker."""
    framed = _told(quote)
    if framed is None:
        return _other_speaker(quote, others, chance)
    return f"{framed[:1].upper()}{framed[1:]} [{quote['number']}]"


def _exchanged_names(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    """Return a quote in which two names have changed places: who does it and to whom it is done."""
    names = list(dict.fromkeys(_NAME.findall(quote["quote"])))
    if len(names) < 2:
        return _reversed(quote, others, chance)
    first, second = names[:2]
    place, other = quote["quote"].find(first), quote["quote"].rfind(second)
    if other < place + len(first):
        return _reversed(quote, others, chance)
    between = quote["quote"][place + len(first) : other]
    after = quote["quote"][other + len(second) :]
    return f"{quote['quote'][:place]}{second}{between}{first}{after} [{quote['number']}]"


def _words_of_another(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    """Return what one speaker says as said by the speaker of another quote."""
    told = _told(quote) or quote["quote"]
    speaker = next(
        (one["speaker"] for one in others if _bare(one["speaker"]) not in ("", _bare(quote["speaker"]))), None
    )
    return f"Selon {speaker or chance.choice(PERSONS)}, {told[:1].lower()}{told[1:]} [{quote['number']}]"


def _bare(name: str | None) -> str:
    return (name or "").casefold().replace(" ", "")


def _named_within(quote: Quote, others: list[Quote], chance: random.Random) -> str:
    """Return what a speaker says as said by somebody whom they speak of."""
    told = _told(quote) or quote["quote"]
    speaker = str(quote["speaker"] or "")
    names = [name for name in _NAME.findall(told) if name not in speaker and speaker not in name]
    return f"Selon {names[-1] if names else chance.choice(PLACES)}, {told[:1].lower()}{told[1:]} [{quote['number']}]"


def _told(quote: Quote) -> str | None:
    framed = [one.text.strip() for one in told_by(quote["quote"], str(quote["speaker"] or ""))]
    return max(framed, key=len) if framed else None


LIES: tuple[Lie, ...] = (
    _invented_quote, _other_number, _other_publisher, _other_place, _wrong_citation, _unknown_citation, _other_speaker,
    _negation, _other_date, _two_in_one, _reversed, _markup, _without_speaker, _exchanged_names, _words_of_another,
    _named_within,
)  # fmt: skip

_MARK = re.compile(r"\[\s*\d")
_BESIDE = 4
"""Quotes shown to the model at once."""


def lies_figures(quotes: Sequence[Taken]) -> dict[str, Figure | None]:
    """Return the figures of what a model writes of quotes, each shown with the ones after it.

    - ``said.lies_dropped``: of the lies, the share that no quote they cite carries.
    - ``said.honest_kept``: of the first clauses, the share that its quote carries.

    Args:
        quotes: sentences of articles; one with a number in brackets, which reads as a citation, is left out.
    """
    draw = random.Random(SEED)
    dropped, kept = [], []
    usable = [one for one in quotes if not _MARK.search(one.text)]
    for place, one in enumerate(usable):
        shown = _cited([one, *(other for other in usable[place + 1 :] if other.text != one.text)][:_BESIDE])
        told = [{"number": number, "quote": each.quote, "speaker": each.speaker} for number, each in shown.items()]
        if len(told) == _BESIDE and one.article.language == "fr":
            lies = [lie(told[0], told[1:], draw) for lie in LIES]
            dropped += [(one.article.id, float(not _is_shown(lie, shown))) for lie in lies]
            honest = first_clause(told[0])
            kept += [(one.article.id, float(_is_shown(f"{honest} [1]", shown)))] if len(honest) < len(one.text) else []
    return {"said.lies_dropped": _figure(dropped), "said.honest_kept": _figure(kept)}


def first_clause(quote: Quote) -> str:
    """Return a quote up to its first comma, as an honest model shortens it."""
    return re.split(r",\s", str(quote["quote"]).rstrip(". "), maxsplit=1)[0] + "."


def _cited(quotes: Sequence[Taken]) -> dict[int, Citation]:
    found = {}
    for number, one in enumerate(quotes, 1):
        said = attribute(one.article.text, one.start, one.end)
        found[number] = Citation(number, one.article, one.text, one.start, one.end, said.speaker, said.modality)
    return found


def _is_shown(written: str, quotes: Mapping[int, Citation]) -> bool:
    line = read_line(written, numbers=quotes)
    cited = [quotes[number] for number in line.numbers]
    return bool(line.sentence and supporting(line.sentence, cited, language="fr"))


def _figure(judged: Sequence[tuple[str, float]]) -> Figure | None:
    return figure([value for _, value in judged], [article_id for article_id, _ in judged])
