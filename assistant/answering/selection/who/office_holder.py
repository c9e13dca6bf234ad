"""The sentence that names whoever holds the office asked for: a name beside that office, of that country or body."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.answering.selection.who.holders import Holder, holders_in, is_new
from assistant.answering.selection.who.named import Named
from assistant.answering.selection.who.office_asked import OfficeAsked
from assistant.answering.selection.who.office_words import is_other
from assistant.language.folding import fold, word_list
from assistant.language.words import positioned_terms, terms
from assistant.types import Article

_MOST = 2
_RANKS = frozenset("capitain commandant colonel general lieutenant docteur professeur major sergent".split())
"""What somebody is called wherever he serves."""
_ADJECTIVES = frozenset(
    terms("général fédéral national régional exécutif principal délégué actuel nouveau sortant élu")
)
_FAMILY = 5
"""Letters that words of one family begin with."""
_BEFORE = 2
"""Sentences before the one that may say what "le maire" is mayor of."""
_OF = frozenset("de du des d au aux chez en".split())
_DETERMINERS = frozenset("la le les l".split())
_LARGE = frozenset(
    terms("république fédération royaume état société entreprise groupe compagnie ville commune région pays")
)


def office_holders(
    asked: OfficeAsked,
    ranked: Sequence[Candidate],
    *,
    allows: Callable[[Candidate], bool],
    read: Callable[[Article], ReadArticle],
) -> list[Named]:
    """Return the sentence that best names each who is said to hold an office, the latest first; none when none does.

    Args:
        asked: the office.
        ranked: candidates, best first.
        allows: whether a sentence is of the publishers and dates of the question.
        read: analyses an article.
    """
    found: list[tuple[float, bool, int, str, Named]] = []
    for place, one in enumerate(ranked):
        sentence = one.sentence
        for holder in holders_in(sentence.article.text, sentence.start, sentence.end) if allows(one) else ():
            met = _met(asked, holder, sentence, read)
            if met is not None and _meets_rest(asked, sentence, read):
                words = fold(holder.name).split()
                found.append((met, len(words) < 2, place, words[-1], Named(sentence, holder.start, holder.end)))
    found.sort(key=lambda one: one[:3])
    surest = [(name, named) for met, _, _, name, named in found if met == found[0][0]]
    best = dict(reversed(surest))
    kept = sorted(best.values(), key=lambda one: one.sentence.article.published.date or "", reverse=True)
    if len(best) == 1:
        kept += [one for _, one in surest if one.sentence.article.id != kept[0].sentence.article.id]
    return kept[:_MOST]


def _met(
    asked: OfficeAsked, holder: Holder, sentence: Sentence, read: Callable[[Article], ReadArticle]
) -> float | None:
    """Return how far from the name an office is said to be the one asked for, 0 right there; None where it is not."""
    if holder.head not in asked.heads or is_other(holder.office) != asked.other:
        return None
    if asked.new and not is_new(sentence.text):
        return None
    missing = [term for term in asked.words if not _has(asked, term, holder.said)]
    if not missing:
        return None if _of_another(asked, holder) else 0.0
    if any(term not in asked.names for term in missing):
        plain = [term for term in missing if term not in asked.names]
        if holder.head == "ministr" or _bodies(holder) or not _said(plain, asked, sentence.said):
            return None
    if any(term.startswith("@") for term in holder.said) or _bodies(holder, of_any_kind=True):
        return None
    if holder.head in _RANKS or not _is_bare(holder):
        return None
    if _said(missing, asked, sentence.said):
        return 1.0
    around = read(sentence.article)
    before = around.sentences[max(0, sentence.number - _BEFORE) : sentence.number]
    near = around.title_terms.union(*(one.said for one in before))
    places = {term for term in near | sentence.said if term.startswith("@")}
    other = any(term.startswith("@") for term in missing) and any(
        place not in ways for ways in asked.words.values() for place in places
    )
    return 2.0 if _said(missing, asked, near | sentence.said) and not other else None


def _meets_rest(asked: OfficeAsked, sentence: Sentence, read: Callable[[Article], ReadArticle]) -> bool:
    """Tell whether what else a question says of the holder is said around a sentence, half of it at least."""
    around = read(sentence.article).sentences[max(0, sentence.number - 1) : sentence.number + 2]
    near = frozenset[str]().union(*(one.said for one in around))
    return 2 * len(asked.more & near) >= len(asked.more)


def _said(missing: Sequence[str], asked: OfficeAsked, said: frozenset[str]) -> bool:
    return all(_has(asked, term, said) for term in missing)


def _has(asked: OfficeAsked, term: str, said: frozenset[str]) -> bool:
    """Tell whether a text says a word, or one of its family: "la rébellion", "le chef rebelle"."""
    if not asked.words[term].isdisjoint(said):
        return True
    plain = term not in asked.names and len(term) >= _FAMILY
    return plain and any(other[:_FAMILY] == term[:_FAMILY] for other in said)


def _is_bare(holder: Holder) -> bool:
    """Tell whether an office is told without what it is of: "le maire", not "le président kalvène"."""
    return all(term in _ADJECTIVES for term in terms(holder.office)[1:])


def _bodies(holder: Holder, *, of_any_kind: bool = False) -> frozenset[str]:
    """Return the first noun that an office is said to be of; one that only says that it is a country if asked to."""
    words = [fold(word) for word in word_list(holder.office)]
    at = {place: term for term, place in positioned_terms(holder.office)}
    for place, word in enumerate(words):
        of = next((after for after in range(place + 1, len(words)) if words[after] not in _DETERMINERS), len(words))
        if word in _OF and at.get(of) and (of_any_kind or at[of] not in _LARGE):
            return frozenset({at[of]})
    return frozenset()


def _of_another(asked: OfficeAsked, holder: Holder) -> bool:
    """Tell whether an office is first of all of something that is not asked for: "président du Parlement turc"."""
    if not asked.words:
        return False
    own = _bodies(holder)
    return bool(own) and own.isdisjoint(frozenset().union(*asked.words.values()))
