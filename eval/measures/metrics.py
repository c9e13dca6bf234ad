"""The measures, as pure functions of a question, what was said to it, and the articles' texts.

Citations are judged by characters, without a model: a citation *supports* a gold sentence when the two share at least
half of the shorter one's characters in the same article. Precision and recall over citations follow the idea of ALCE
(Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations", arXiv 2305.14627, section 3):
recall asks whether what has to be said is supported, precision whether each citation is needed. ALCE decides support
by an entailment model; here a person has marked the supporting sentences, so that overlap decides and the figure is
the same on every run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.language.folding import fold, name_key, word_list
from eval.asking.records import Cited, Record
from eval.datasets.dataset import Gold, Question
from eval.measures.answer_text import answer_f1, exact_match
from eval.measures.retrieval import measured, ndcg, recall_at, reciprocal_rank
from eval.measures.spans import Texts, gold_spans, supported

# Which reasons a refusal may give for each class. Menus and noise have no reason of their own in the product.
FITTING_REASONS: Mapping[str, frozenset[str]] = {
    "off_topic": frozenset({"off_topic"}),
    "off_period": frozenset({"off_period"}),
    "unknown_entity": frozenset({"unknown_entity"}),
    "false_premise": frozenset({"false_premise"}),
    "not_enough_evidence": frozenset({"not_enough_evidence"}),
    "menu_only": frozenset({"not_enough_evidence", "off_topic", "unknown_entity"}),
    "noise": frozenset({"empty_question", "off_topic", "small_talk"}),
}

# Every name may have them, and no name is made of them.
_NOT_OF_A_NAME = frozenset(name_key(word) for word in "le la les l un une des du de d the of".split())


def recall(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the share of gold groups with at least one sentence cited; 0 when it did not answer.

    None for a question to be refused. ALCE's citation recall, groups in the place of generated statements.
    """
    if not question.answerable:
        return None
    reached = [any(supported(cited, group, texts) for cited in record.cited) for group in question.gold]
    return sum(reached) / len(reached)


def found(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when every group is cited, otherwise 0; None for a question to be refused."""
    share = recall(question, record, texts)
    return None if share is None else float(share == 1.0)


def first_supports(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when the first citation supports a gold sentence (precision at 1); None for one to be refused."""
    if not question.answerable:
        return None
    return float(bool(record.cited) and bool(supported(record.cited[0], question.golds, texts)))


def precision(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the share of citations that support a gold sentence.

    None unless the question is answerable and was answered (an answer to one that must be refused is counted by the
    refusal measures). ALCE's citation precision: a citation that supports nothing that had to be said is irrelevant.
    """
    if not question.answerable or not record.answered:
        return None
    return sum(bool(supported(cited, question.golds, texts)) for cited in record.cited) / len(record.cited)


def on_gold(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the share of the quoted characters that lie in gold sentences: low when quotes are padded.

    None unless the question is answerable and was answered. Gold spans are merged first, so that a character that two
    of them share counts once.
    """
    if not question.answerable or not record.answered:
        return None
    inside = 0
    for cited in record.cited:
        places = {
            position
            for gold in question.golds
            if gold.article_id == cited.article_id
            for start, end in gold_spans(gold, texts)
            for position in range(max(start, cited.start), min(end, cited.end))
        }
        inside += len(places)
    quoted = sum(cited.end - cited.start for cited in record.cited)
    return inside / quoted if quoted else 0.0


def publisher_right(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the share of supporting citations whose publisher is the gold's, unknown (None) included.

    None when no citation supports a gold sentence: a wrong article is counted by ``precision`` and ``recall``.
    """
    return _share_of_supporting(question, record, texts, lambda cited, gold: cited.publisher == gold.publisher)


def date_right(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the share of supporting citations whose date is the gold's; None when no citation supports one."""
    return _share_of_supporting(question, record, texts, lambda cited, gold: same_date(cited.published, gold.published))


def same_date(said: str | None, gold: str | None) -> bool:
    """Return whether two ISO 8601 dates are equal up to the coarser precision; unknown equals unknown alone."""
    if said is None or gold is None:
        return said is None and gold is None
    length = min(len(said), len(gold))
    return said[:length] == gold[:length]


def speaker_right(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the share of supporting citations whose speaker is the gold's; None when no citation supports one."""
    return _share_of_supporting(question, record, texts, lambda cited, gold: same_speaker(cited.speaker, gold.speaker))


def same_speaker(said: str | None, gold: str | None) -> bool:
    """Return whether two speakers are one: the words of one name are all among those of the other.

    « Nikol Pachinian » is « le Premier ministre arménien Nikol Pachinian », « Aliyev » is « Ilham Aliev »: words are
    compared without case, accents and the difference between transliterations; articles and "de" do not count.
    Nobody (None) is nobody alone.
    """
    if said is None or gold is None:
        return said is None and gold is None
    first, second = _name_words(said), _name_words(gold)
    return bool(first and second) and (first <= second or second <= first)


def quotes_exact(question: Question, record: Record, texts: Texts) -> float | None:
    """Return the share of citations whose quote is, to the letter, what the article has there; None without any."""
    if not record.cited:
        return None
    exact = [
        bool(cited.quote) and texts.get(cited.article_id, "")[cited.start : cited.end] == cited.quote
        for cited in record.cited
    ]
    return sum(exact) / len(exact)


def refusal_recall(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when a question to be refused was refused, otherwise 0; None for any other."""
    return float(record.refused) if question.to_refuse else None


def refusal_precision(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when what was refused had to be, otherwise 0; None when it was not refused.

    Where only articles were judged the corpus has something to say: refusing is no right refusal.
    """
    return float(question.to_refuse) if record.refused else None


def reason_fits(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when a right refusal gives a reason that fits the question's class; None unless rightly refused."""
    if not question.to_refuse or not record.refused:
        return None
    return float(record.reason in FITTING_REASONS[question.kind])


MEASURES: Mapping[str, Callable[[Question, Record, Texts], float | None]] = {
    "answers.found": found,
    "answers.sentence@1": first_supports,
    "answers.exact_match": exact_match,
    "answers.f1": answer_f1,
    "citations.precision": precision,
    "citations.recall": recall,
    "citations.publisher": publisher_right,
    "citations.date": date_right,
    "citations.speaker": speaker_right,
    "citations.quote_exact": quotes_exact,
    "citations.on_gold": on_gold,
    "refusals.precision": refusal_precision,
    "refusals.recall": refusal_recall,
    "refusals.reason": reason_fits,
    "retrieval.recall@1": measured(recall_at, 1),
    "retrieval.recall@5": measured(recall_at, 5),
    "retrieval.recall@10": measured(recall_at, 10),
    "retrieval.mrr@10": measured(reciprocal_rank, 10),
    "retrieval.ndcg@10": measured(ndcg, 10),
}


def _name_words(name: str) -> frozenset[str]:
    return frozenset(name_key(word) for word in word_list(fold(name))) - _NOT_OF_A_NAME


def _share_of_supporting(
    question: Question, record: Record, texts: Texts, right: Callable[[Cited, Gold], bool]
) -> float | None:
    verdicts = [
        all(right(cited, gold) for gold in golds)
        for cited in record.cited
        if (golds := supported(cited, question.golds, texts))
    ]
    return sum(verdicts) / len(verdicts) if verdicts else None
