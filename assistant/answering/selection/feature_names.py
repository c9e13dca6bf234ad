"""What is measured of a sentence: the names of the numbers, each with the sign its weight must have."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from assistant.answering.selection.why.fact_and_cause import WHY_SIGNS

Features = NDArray[np.float64]

HELD = ("who", "how_many", "when", "where", "why")
TOLD_APART = ("when", "where")

# Name to the sign its weight must have (0: any): a feature that speaks for a sentence may not be turned
# against it by what else a training set happens to hold.
SIGNS: Mapping[str, int] = {
    "coverage": 1,  # share of the question's weight met in the sentence, weights from the background press
    "coverage_rare": 1,  # the same with weights from this corpus
    "coverage_focus": 1,  # what this sentence alone of its article meets: the article's subject counts little
    "coverage_focus_related": 1,  # the same, terms used alike count in part
    "coverage_related": 1,  # the same, terms used alike count in part
    "coverage_window": 1,  # background weights, the sentence with those before and after
    "coverage_article": 1,  # background weights, anywhere in the article or its title
    "coverage_article_related": 1,  # the same, terms used alike count in part
    "coverage_title": 1,  # in the title or the first two sentences
    "coverage_anaphora": 1,  # what the sentence before adds, when this one points back to it ("Ces accusations ...")
    "coverage_carried": 1,  # the same, with what the four sentences before and the title say, the further the less
    # The same where the sentence itself holds the day or place that is asked for: told apart from what it is of.
    **{f"held_carried_{kind}": 1 for kind in TOLD_APART},
    **WHY_SIGNS,  # how well the sentence gives the cause of what a why-question takes for a fact
    "told_before_why": 1,  # what those right before meet more, where this one holds a reason and they do not
    "future_missing": -1,  # what is to come is asked, and the sentence has no word of anything that is
    "heading": -1,  # no full stop, and no quotation, ends it
    "attribute_missing": -1,  # "quelle est la portée ...": the noun asked for is not met, nor a term used alike
    "head_missing": -1,  # "quelles mesures ...": the same
    "premise_unmet": -1,  # share of a why-question's weight that is not said around the sentence
    "negated": -1,  # what the question takes for granted is denied: "ont-ils réussi", "n'ont pas réussi"
    "denied": -1,  # the same for any question, or it was refused, ended or prevented
    "manner_missing": -1,  # how is asked, and the sentence has no word of means
    "hedged": 1,  # the question asks how sure a thing is, and the sentence tells it with reserve
    "person_told": 1,  # who is asked, and somebody is named in full whom the question does not name
    "opposed": -1,  # the sentence has the opposite of a word of the question
    "missing_most": -1,  # weight of the heaviest term not met at all, of the heaviest term
    "names_missing": -1,  # share of the question's names met neither in the sentence nor in the one it points back to
    "names_missing_article": -1,  # share not met anywhere in the article
    "exact": 1,  # share of terms met to the letter
    "adjacency": 1,
    "cosine": 1,
    "cosine_window": 1,
    "cosine_article": 1,  # with the mean of the article's sentences
    "cosine_residual": 1,  # of what is left of both when the article's subject is taken out
    "late_interaction": 1,  # mean over the question's tokens of the best cosine with a token of the sentence
    "late_unmet": 1,  # the same, only tokens of terms that no sentence of the article has to the letter
    "type_held": 1,
    "type_missing": -1,
    **{f"held_{kind}": 1 for kind in HELD},  # type_held where that is asked: kinds differ in how much it tells
    "binding_met": 1,
    "binding_broken": -1,
    "agent_agrees": 1,
    "agent_opposes": -1,
    "role_agrees": 1,  # share of names on the same side of the verb, passive voice minded
    "role_opposes": -1,
    "agent_replaced": -1,  # the one who acts is not there, another name does the same
    "agent_untold": -1,  # who did it is asked, the sentence says that it was done
    "plain_focus": 1,  # coverage_focus of the words that are no names, words of one family counting in part
    "plain_soft": 1,  # the same, weights from the background press, tokens alike counting in part
    "names_window": 1,  # share of names in the sentences around or the title
    "unit_missing": -1,  # an hour, a length of time, an age, a sum or a name is asked for, and none is there
    "uncounted": -1,  # "combien de roquettes": no number stands near the noun or one used like it
    "head_missing_article": -1,  # "quel modèle", "la portée": not even in the article
    "verb_missing": -1,  # the question's verb is met neither in words nor by one used alike
    "verb_missing_window": -1,  # nor in the sentences around
    "deed_unmet": -1,  # what is asked of as done or to come, "a-t-il finalement signé", is met in no words
    "deed_unmet_window": -1,  # nor in the sentences around
    "soft_coverage": 1,  # share of weight met, words or tokens alike counting in part
    "soft_window": 1,  # the same, the sentence with those before and after
    "weakest": -1,  # weight left unmet at the term that is met least
    "weakest_window": -1,
    "names_unresolved": -1,  # share of names in neither the sentences around nor title or opening
    "name_swapped": -1,  # share of names missing where the sentence has another of the kind
    "name_resolved": 1,  # the sentence has a name of the question, or the last one named before it is
    "speaker_other": -1,  # what somebody said is asked, and somebody else says it
    "view_unsaid": -1,  # who holds a view is asked, and it is nobody's words
    "numbers_missing": -1,  # share of numbers and ordinals, dates aside, that are not said around
    "denial_missing": -1,  # the question says that something was not done, nothing around does
    "length": 0,  # log of the number of terms
    "short": -1,  # fewer than five terms: a heading or a fragment
    "lead": 0,  # 1 for the first sentence of its article, falling
    "question_mark": -1,
    "date_agrees": 1,  # the sentence has a date of the question that its article's own date is not
    "date_opposes": -1,  # the sentence has dates, and they are others
    **{f"told_{kind}": 1 for kind in TOLD_APART},  # the place or time is that of the verb or noun asked
    **{f"untold_{kind}": -1 for kind in TOLD_APART},  # no place or time that the question does not have itself
    "planned": -1,  # what happened is asked, and it is of something still to come
    "passage": 1,  # the ranker's probability for the best passage that holds it
}
SENTENCE_FEATURES = tuple(SIGNS)
