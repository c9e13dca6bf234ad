"""Exact match and token F1 of the words that answer, after SQuAD, with what French adds to the normalisation.

Rajpurkar et al. 2016, "SQuAD: 100,000+ Questions for Machine Comprehension of Text", arXiv 1606.05250, section 6.1:
both measures ignore punctuation and articles, and take the best over the gold answers. FQuAD (d'Hoffschmidt et al.
2020, arXiv 2002.06071, section 5.1) does the same with the articles of French.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from eval.asking.records import Record
from eval.datasets.dataset import Question
from eval.measures.spans import Texts

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ′`´", "'"))
_ELIDED_ARTICLE = re.compile(r"\b[ld]'")
_ARTICLE = re.compile(r"\b(?:le|la|les|un|une|des|du|de|l|d|a|an|the)\b")
# "3,5" is neither "35" nor "3 5".
_DECIMAL_MARK = re.compile(r"(?<=\d)[.,](?=\d)")
_POINT = "\ue000"
_ASCII_SYMBOLS = frozenset("$+<=>^`|~")


def normalise(text: str) -> str:
    """Return the text as the two measures compare it.

    In this order: NFC, lower case, one apostrophe for all typographic ones; articles removed (le, la, les, un, une,
    des, du, de, l', d', and a, an, the); punctuation removed, quotation marks included (Unicode category P and the
    symbols of ``string.punctuation``); white space collapsed. Accents stay: "pêche" is not "péché". One departure
    from SQuAD: a comma or point between two digits stays, as a point, so that a figure with its decimal mark moved
    is another figure.
    """
    plain = unicodedata.normalize("NFC", text).lower().translate(_APOSTROPHES)
    plain = _DECIMAL_MARK.sub(_POINT, _ELIDED_ARTICLE.sub(" ", plain))
    kept = "".join(char for char in plain if not _is_punctuation(char))
    return " ".join(_ARTICLE.sub(" ", kept).split()).replace(_POINT, ".")


def f1(prediction: str, gold: str) -> float:
    """Return the token F1 of two answers, in [0, 1]: tokens as a multiset, words of ``normalise``.

    ``2 * shared / (|prediction| + |gold|)``, which is the harmonic mean of ``shared / |prediction|`` and
    ``shared / |gold|``. When either has no word left, 1 if the other has none either, otherwise 0 (SQuAD 2.0).
    """
    said, expected = normalise(prediction).split(), normalise(gold).split()
    if not said or not expected:
        return float(said == expected)
    shared = (Counter(said) & Counter(expected)).total()
    return 2 * shared / (len(said) + len(expected))


def predicted(record: Record) -> str | None:
    """Return the words a record answers with: those it marks, else its first quote; None when it has no citation."""
    if not record.cited:
        return None
    return record.cited[0].quote if record.answer is None else record.answer


def exact_match(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when the predicted words equal one of the short answers after ``normalise``, otherwise 0.

    None when the question has no short answer; 0 when the record refuses or failed.
    """
    return _best(question, record, lambda said, gold: float(normalise(said) == normalise(gold)))


def answer_f1(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the best token F1 over the short answers; None without any, 0 when the record refuses or failed."""
    return _best(question, record, f1)


def _best(question: Question, record: Record, score: Callable[[str, str], float]) -> float | None:
    if not question.answers:
        return None
    said = predicted(record)
    return 0.0 if said is None else max(score(said, gold) for gold in question.answers)


@lru_cache(maxsize=4096)
def _is_punctuation(char: str) -> bool:
    return char in _ASCII_SYMBOLS or unicodedata.category(char).startswith("P")
