"""What each party says: a line for each, its own words before what is said of it, the newest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.answering.overview.actors import Actors, Said, countries
from assistant.answering.overview.salience import is_whole, leans, repeats
from assistant.answering.selection.sentences import ReadArticle, Sentence

_OWN = 2
"""How much more a sentence in which a party speaks counts for it than one that only names it."""
_FEW = 3
# Demanding, refusing, supporting: a stand, which a toll or a report is not.
_STAND = re.compile(
    r"(?<!\w)(?:appel\w*|demand\w*|exig\w*|réclam\w*|condamn\w*|dénonc\w*|soutien\w*|soutenir|appu(?:ie|y)\w*"
    r"|refus\w*|rejet\w*"
    r"|exhort\w*|accus\w*|réitér\w*|propos\w*|prête?s? à|dispos\w+ à|souhait\w*|veut|veulent|voul\w+|oppos\w*"
    r"|défend\w*|salu\w*"
    r"|déplor\w*|regrett\w*|menac\w*|averti\w*|préoccup\w*|inqui[eè]t\w*|craint\w*|plaid\w*|insist\w*|critiqu\w*"
    r"|préconis\w*"
    r"|recommand\w*|prône\w*|promet\w*|promis\w*|s[’']engag\w*|nie\w*|dément\w*|favorable\w*|hostile\w*)(?!\w)",
    re.IGNORECASE,
)


def positions(
    articles: Sequence[ReadArticle], *, fits: Callable[[Sentence], bool], most: int, only_countries: bool
) -> list[tuple[str, Sentence]]:
    """Return a sentence for each of the parties that speak most, under the party's name; the most heard first.

    Args:
        articles: in scope.
        fits: whether a sentence is of the topic.
        most: how many parties at most.
        only_countries: leave out who is no country.
    """
    actors = Actors(articles)
    said = [
        one
        for one in actors.said()
        if not actors.label(one.actor).startswith("@") and is_whole(one.sentence.text) and fits(one.sentence)
    ]
    if only_countries:
        said = [one for one in said if one.actor in countries()]
    heard: Counter[str] = Counter()
    for one in said:
        heard[one.actor] += _OWN if one.own else 1
    lines: list[tuple[str, Sentence]] = []
    for actor in sorted(heard, key=lambda name: (-heard[name], name)):
        ranked = sorted((one for one in said if one.actor == actor), key=lambda one: _order(one, lines))
        fresh = [one.sentence for one in ranked if not any(repeats(one.sentence, other) for _, other in lines)]
        if fresh and len(lines) < most:
            lines.append((actor, fresh[0]))
    return [(actors.label(actor), sentence) for actor, sentence in lines]


def _takes_a_stand(text: str) -> bool:
    return _STAND.search(text) is not None


def _order(one: Said, lines: Sequence[tuple[str, Sentence]]) -> tuple[bool, bool, bool, int, int, str, int]:
    """Rank what may be quoted of a party: a stand in its own words, one told of it, other words of its own.

    Of these, what stands alone before what leans on the sentence before; then the newest, where the article does not
    speak for several parties already.
    """
    article, text = one.sentence.article, one.sentence.text
    used = sum(other.article.id == article.id for _, other in lines)
    newest = -int((article.published.date or "0").replace("-", "").ljust(8, "0"))
    stand = _takes_a_stand(text)
    return (not stand, not one.own, leans(text), used // _FEW, newest, article.id, one.sentence.start)
