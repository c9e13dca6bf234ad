"""Questions about the answer just given: who says it, is that sure, where does it stand, what comes next.

They ask nothing new of the corpus. The answer they are about is had again by asking its question again, which
gives the same citations; what is said of them here is only what each citation already carries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from assistant.answering.attribution.attribution import attribute
from assistant.answering.wording import headed, statement_text
from assistant.language.detect import question_language
from assistant.language.folding import fold
from assistant.language.sentences import sentences
from assistant.types import Answer, Citation, Language, Modality, Statement

About = Literal["who", "sure", "source", "more", "again", "brief"]

_IT = r"(?:ca|cela|ceci|le|la|l'|it|that|this|so)"
_SAY = (
    r"(?:dit|dis|affirme|rapporte|declare|pretend|ecrit|annonce|raconte|soutient"
    r"|a dit|a affirme|a declare|a ecrit|a annonce)"
)
# Over the whole of a folded question, without "et" before it and punctuation after it.
_FORMS: tuple[tuple[About, str], ...] = (
    ("who", rf"(?:et |mais )?qui (?:est-ce qui )?(?:le |l'|la )?{_SAY}(?: {_IT})?(?: ca)?"),
    ("who", r"(?:c'est )?qui qui (?:dit|a dit) (?:ca|cela)|c'est qui qui (?:le dit|l'a dit|dit ca)"),
    ("who", r"(?:selon|d'apres) qui|de qui (?:est cette phrase|sont ces (?:mots|propos))|qui parle|qui est cite"),
    ("who", rf"(?:and |but )?who (?:says|said|claims|claimed|wrote|reports|reported)(?: {_IT})?|says who"
            r"|according to whom|whose words (?:are these|is that)|who is (?:speaking|quoted)"),
    ("sure", r"(?:mais )?(?:(?:tu es|t'es|es-tu|vous etes|etes-vous|en es-tu|en etes-vous) (?:vraiment "
             r"|bien )?(?:surs?|certains?)"
             r"(?: de (?:ca|cela|toi|vous))?)"),
    ("sure", r"(?:est-ce |c'est )?(?:vraiment |bien )?(?:vrai|sur|certain|fiable|confirme|verifie|etabli|exact"
             r"|faux)(?: ca| cela)?"
             r"|est-ce que c'est (?:vrai|sur|fiable|confirme|exact)|ah bon|vraiment|serieusement|sans blague"),
    ("sure", r"(?:are you (?:really )?(?:sure|certain)(?: about that| of that)?)|is (?:it|that|this) (?:true"
             r"|certain|confirmed|reliable|right)"
             r"|really|seriously"),
    ("sure", r"(?:mais )?(?:tu (?:l')?|vous (?:l')?|t')(?:inventes?|inventez|as invente|avez invente)(?: (?:ca|cela"
             r"|tout))?"
             r"|(?:are you|did you) (?:making|make) (?:it|that|this) up"),
    ("source", r"(?:(?:montre|montrez|donne|donnez|affiche|affichez|ouvre|ouvrez|fais voir|cite|citez)(?:[- ](?:moi"
               r"|nous))?"
               r"|(?:je|on) (?:peux|peut|pourrais|veux|voudrais) (?:voir|lire|avoir)"
               r"|(?:tu (?:peux|as)|peux-tu|vous (?:pouvez|avez)|pouvez-vous|t'as)(?: me| nous)?"
               r"(?: (?:montrer|donner|citer|ouvrir))?) "
               r"(?:l'|l[ea] |les |une |un |des |ta |tes |votre |vos )(?:articles?|liens?|sources?|passages?|extraits?"
               r"|reference|references|url)(?: (?:en question|complete?|entiere?|original|originale))?"),
    ("source", r"(?:c'est quoi |et )?(?:ta|tes|la|le|les|des|une|votre|vos)? ?(?:sources?|liens?|references?|preuves?)"
               r"|(?:tu (?:l')?as|t'as|tu l'as|vous (?:l')?avez) (?:lu|vu|trouve|peche|pris)(?: ca| cela)? ou"
               r"|(?:c'est (?:ecrit|tire|marque|dit|pris)|ca vient|ca sort) (?:d'ou|ou)(?: ca)?"
               r"|(?:ou est-ce (?:ecrit|dit)|ou c'est (?:ecrit|dit)|prouve[rz]?[- ]le|sur quoi (?:tu te bases"
               r"|te bases-tu"
               r"|vous basez-vous)|tu te bases sur quoi)|show me (?:the )?(?:article|source|link)|the link|link"),
    ("source", r"(?:quelles? (?:est|sont) (?:la|les|ta|tes|vos|votre|ces) sources?|(?:tes|vos|les|la|ta) sources?"
               r"|sources?"
               r"|d'ou (?:vient|viens|tiens-tu|tenez-vous|tires-tu|sort|ca vient|tu sors|tu tiens) ?(?:ca|cela"
               r"|cette information|cette info)?"
               r"|ou as-tu (?:lu|vu|trouve) (?:ca|cela)|ou avez-vous (?:lu|vu|trouve) (?:ca|cela)|tu as lu ca ou"
               r"|qui l'a publie"
               r"|(?:c'est )?dans quel (?:article|journal)|(?:de )?quel (?:article|journal)|de quand date l'article)"),
    ("source", r"what(?:'s| is| are) (?:the|your) sources?|your sources?|the source|where does (?:that|this"
               r"|it) come from"
               r"|where did you (?:read|find|see) (?:that|this|it)|(?:in |from )?(?:which|what) (?:article"
               r"|newspaper)|who published (?:it|that)"),
    ("more", r"(?:(?:dis|dites)[- ](?:m'en|moi|en)[- ]?plus|en savoir plus|(?:tu )?(?:peux|peut|pouvez)[- ]?(?:tu"
             r"|vous)?"
             r" (?:developper|preciser|m'en dire plus|en dire plus|continuer|detailler)|developpe[rz]?|precise[rz]?"
             r"|continue[rz]?"
             r"|la suite|et (?:ensuite|apres|puis|alors)|ensuite|quoi d'autre|et quoi (?:d'autre|encore)|c'est tout"
             r"|rien d'autre|encore"
             r"|(?:plus|davantage) de details?|des details|plus d'informations?|et encore|c'est-a-dire)"),
    ("more", r"(?:sois|soyez) plus (?:precise?|clair|claire)|plus (?:de )?precis(?:e|ions?)?|developpe[rz]? un peu"
             r"|(?:tu n'as|t'as|tu as|vous n'avez)(?: pas| rien)? (?:d'|de )?(?:mieux|plus precis|plus)"
             r"|(?:et )?(?:que s'est-il|qu'est-ce qui s'est|que se|qu'est-ce qui se)(?: passe-t-il| passe)"
             r" (?:ensuite|apres|depuis|apres ca)|et donc|donc|et alors"),
    ("more", r"(?:tell me more|go on|continue|more|more details?|what else|and then|anything else|is that all"
             r"|can you elaborate"
             r"|elaborate|and after that|then what)"),
    ("brief", r"(?:(?:resume|resumez|dis|redis|dites)(?:[- ](?:le|la|moi|nous|ca|cela))*|(?:tu peux|peux-tu"
              r"|pouvez-vous)"
              r" (?:me )?resumer(?: ca| cela)?)(?: ta| votre| la)?(?: reponse)?"
              r" en (?:une|1|deux|quelques) (?:phrases?|mots?|lignes?)"
              r"|(?:resume|resumez)(?:[- ](?:moi))?[- ](?:ca|cela)|en (?:une|1) (?:seule )?(?:phrase|ligne)"
              r"|en (?:deux|un) mots?"
              r"|(?:fais |faites |un peu )?(?:plus )(?:court|bref|simple|simplement)|(?:fais|faites) (?:court"
              r"|simple|bref)"
              r"|(?:sois|soyez) (?:plus )?bref|abrege[rz]?|l'essentiel|in (?:one|a) (?:sentence|word)|in short|shorter"
              r"|make it shorter|sum (?:it|that) up"),
    ("again", r"(?:je )?(?:n'ai |j'ai )?(?:pas|rien) (?:bien )?compris|j(?:e |')(?:n'ai |ai )?(?:pas"
              r"|rien) (?:bien )?compris"
              r"|je (?:ne )?comprends pas|comprends pas|hein|quoi|reformule[rz]?|explique[rz]?(?:[- ](?:moi"
              r"|nous))?(?:[- ](?:ca|mieux))?"
              r"|(?:en|in) (?:francais|anglais|french|english)|tradui[stz]\w*|translate(?: it| that)?"
              r"|what do you mean"),
    ("again", r"(?:repete[rz]?|(?:tu )?(?:peux|peut|pouvez)[- ]?(?:tu|vous)? repeter|redis[- ](?:le|moi)|repeat"
              r"|say (?:it|that) again"
              r"|can you repeat(?: that)?|come again)"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _FORMS)
_EDGES = re.compile(r"^\W+|[\s\W]+$")
_HEADINGS: Mapping[Language, Mapping[str, str]] = {
    "fr": {
        "nobody": "L’article le dit lui-même, sans citer personne",
        "asserted": "L’article l’affirme",
        "reported": "L’article le rapporte, sans le confirmer",
        "conditional": "L’article le dit avec réserve, ce n’est pas établi",
        "denied": "L’article rapporte un démenti",
    },
    "en": {
        "nobody": "The article says so itself and quotes nobody",
        "asserted": "The article states it",
        "reported": "The article reports it, and does not confirm it",
        "conditional": "The article says it with reserve: it is not established",
        "denied": "The article reports a denial",
    },
}
_LEADS: Mapping[Language, Mapping[About, str]] = {
    "fr": {
        "sure": "Je cite, je ne vérifie pas. Voici comment c’est dit\u00a0:",
        "source": "La source\u00a0:",
        "more": "La suite dans l’article\u00a0:",
    },
    "en": {
        "sure": "I quote, I do not verify. Here is how firmly it is said:",
        "source": "The source:",
        "more": "What follows in the article:",
    },
}
_FOLLOWING = 2
_TELLS_NO_LANGUAGE = 2
"""Words of a question that may be French or English: "Source ?", "Really?"."""


def about_answer(question: str) -> About | None:
    """Return what a question asks of the answer before it; None when it asks something of the corpus."""
    plain = _EDGES.sub("", fold(question).replace("’", "'"))
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(plain)), None)


def answer_about(about: About, before: Answer, question: str, *, times: int = 1) -> Answer | None:
    """Answer a question about an answer, with its citations again; None where there is nothing to say of it.

    Args:
        about: what is asked.
        before: the answer it is about, as it was.
        question: as typed.
        times: for ``more``, how many times in a row it was asked.
    """
    language = question_language(question)
    language = before.language if language == "fr" and len(question.split()) <= _TELLS_NO_LANGUAGE else language
    understood = f"{question.strip()} ({_context(before.understood)})"
    if about == "again" or before.abstained:
        return replace(before, question=question, understood=understood)
    cited = before.citations[:1] if about == "brief" else before.citations
    groups = _following(before, times) if about == "more" else [[one] for one in cited]
    if not groups:
        return None
    heading: Callable[[Citation], str] = {"who": _speaker, "sure": _firmness, "source": _title}.get(about, _none)(
        language
    )
    statements = tuple(
        Statement(headed(heading(group[0]), statement_text(group, language)), tuple(one.number for one in group))
        for group in groups
    )
    lead = _LEADS[language].get(about)
    return replace(
        before,
        question=question,
        understood=understood,
        language=language,
        text="\n".join([*([lead] if lead else []), *(one.text for one in statements)]),
        statements=statements,
        citations=tuple(one for group in groups for one in group),
        figures=before.figures if about not in ("more", "brief") else (),
    )


def _context(understood: str) -> str:
    inner = re.search(r"\(([^()]+)\)\s*$", understood)
    return (inner.group(1) if inner else understood).strip()


def _speaker(language: Language) -> Callable[[Citation], str]:
    return lambda one: one.speaker[:1].upper() + one.speaker[1:] if one.speaker else _HEADINGS[language]["nobody"]


def _firmness(language: Language) -> Callable[[Citation], str]:
    def heading(one: Citation) -> str:
        modality: Modality = one.modality or "asserted"
        return _HEADINGS[language][modality]

    return heading


def _title(language: Language) -> Callable[[Citation], str]:
    return lambda one: one.article.title or ""


def _none(language: Language) -> Callable[[Citation], str]:
    return lambda one: ""


def _following(before: Answer, times: int) -> list[list[Citation]]:
    """Return the sentences that follow the last one quoted of the best article, two at a time, numbered from 1."""
    first = before.citations[0].article
    end = max(one.end for one in before.citations if one.article.id == first.id)
    spans = [
        (start, stop) for start, stop in sentences(first.text) if start >= end and _is_sentence(first.text[start:stop])
    ]
    spans = spans[_FOLLOWING * (times - 1) : _FOLLOWING * times]
    return [[_cited(number, before.citations[0], span) for number, span in enumerate(spans, 1)]] if spans else []


def _cited(number: int, like: Citation, span: Sequence[int]) -> Citation:
    start, end = span
    said = attribute(like.article.text, start, end)
    quote = like.article.text[start:end]
    return Citation(number, like.article, quote, start, end, said.speaker, said.modality)


def _is_sentence(text: str) -> bool:
    """Tell a sentence from a heading between paragraphs, which ends without a mark."""
    return text.rstrip(' \u00a0\u202f»”")').endswith((".", "!", "?", "…", ":"))
