"""What is said to a person rather than asked of the articles: greetings, thanks, praise, insults.

A short list of phrases, compared without case, accents and punctuation, letters drawn out ("merciii") and one
slip a word forgiven. "Merci, et la Russie ?" is a question with a word of thanks before it: the courtesy is
taken off, the question is answered.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.language.folding import fold
from assistant.language.words import stem
from assistant.types import Language

TalkKind = Literal[
    "greeting", "thanks", "goodbye", "identity", "abilities", "wellbeing", "agreement", "praise", "insult", "apology"
]
_Words = tuple[str, ...]

# Kind, language ("" where the phrase tells none), phrases.
_PHRASES: tuple[tuple[TalkKind, Language | Literal[""], str], ...] = (
    ("greeting", "fr", "bonjour|bonsoir|salut|salu|coucou|bjr|slt|bsr|re bonjour|rebonjour|bonne journee a toi|salutations|yo"
     "|bien le bonjour"),
    ("greeting", "en", "hello|hi|hey|hi there|hello there|good morning|good afternoon|good evening|greetings"),
    ("thanks", "fr", "merci|je te remercie|je vous remercie|remerciements|mille mercis|mrc|mersi|mreci|mercie|meci"),
    ("thanks", "en", "thanks|thank you|thx|ty|many thanks|cheers|thank u"),
    ("goodbye", "fr", "au revoir|a bientot|a plus tard|a demain|adieu|bonne journee|bonne soiree|bonne nuit|a la prochaine"
     "|ciao|tchao|a plus|bonne fin de journee|bon week end|on s arrete la|ce sera tout"),
    ("goodbye", "en", "goodbye|good bye|bye|bye bye|see you|see you later|see you soon|good night|have a nice day|that is all"
     "|that s all|farewell"),
    ("identity", "fr", "qui es tu|tu es qui|t es qui|qui etes vous|vous etes qui|tu t appelles comment|comment tu t appelles"
     "|comment t appelles tu|comment vous appelez vous|quel est ton nom|quel est votre nom|c est quoi ton nom|es tu un robot"
     "|tu es un robot|t es un robot|es tu une ia|tu es une ia|etes vous une ia|etes vous un robot|es tu humain|tu es humain"
     "|es tu une personne|qui t a cree|qui t a fait|qui vous a cree|que es tu|tu es quoi|qu es tu|qui est tu"
     "|presente toi|presentez vous|es tu chatgpt|tu es chatgpt"),
    ("identity", "en", "who are you|what are you|what s your name|what is your name|are you a bot|are you a robot|are you human"
     "|are you an ai|who made you|who created you|are you chatgpt|introduce yourself"),
    ("abilities", "fr", "que sais tu faire|que savez vous faire|que peux tu faire|que pouvez vous faire|tu sais faire quoi"
     "|tu peux faire quoi|qu est ce que tu sais faire|qu est ce que tu peux faire|que fais tu|tu fais quoi|que faites vous"
     "|a quoi sers tu|a quoi tu sers|tu sers a quoi|a quoi servez vous|comment ca marche|ca marche comment|comment tu marches"
     "|comment fonctionnes tu|comment tu fonctionnes|comment t utiliser|comment cela marche|comment cela fonctionne|aide"
     "|aide moi|aidez moi|peux tu m aider|tu peux m aider|pouvez vous m aider|a l aide|que peux tu me dire"
     "|que puis je te demander|que puis je demander|que puis je vous demander|quelles questions puis je poser|que sais tu"
     "|que savez vous|j ai besoin d aide"),
    ("abilities", "en", "what can you do|what do you do|how do you work|how does it work|how does this work|help|help me"
     "|can you help me|what can i ask|what can i ask you|what do you know|i need help|what are you for"),
    ("wellbeing", "fr", "ca va|comment ca va|comment vas tu|comment allez vous|tu vas bien|vous allez bien|quoi de neuf"
     "|la forme|comment tu vas|ca va bien|ca roule"),
    ("wellbeing", "en", "how are you|how are you doing|how s it going|how is it going|what s up|are you ok"),
    ("agreement", "", "ok|okay|k|oki|lol|haha|hahaha|ah|oh"),
    ("agreement", "fr", "d accord|entendu|compris|j ai compris|je comprends|je vois|bien recu|c est note|note|tres bien|oui"
     "|non|ouais|si|bien sur|c est bon|ca marche|mdr|ptdr|bien|bon|interessant|c est interessant|vu|dac|peut etre|ah bon"
     "|ah ok|d acc|ca m est egal|tant pis|dommage|pas grave|ce n est pas grave|c est pas grave"),
    ("agreement", "en", "all right|alright|i see|got it|understood|fine|sure|yes|no|yeah|nope|interesting|i understand|right"
     "|noted|never mind|makes sense"),
    ("praise", "", "super|bravo|excellent|top|genial"),
    ("praise", "fr", "parfait|c est parfait|c est super|c est genial|c est bien|c est tres bien|bien joue|beau travail"
     "|bon travail|chapeau|tu es genial|t es genial|tu es super|t es super|tu es le meilleur|t es le meilleur|tu es fort"
     "|t es fort|tu es intelligent|j adore|je t aime|je t adore|c est utile|tres utile|impressionnant|formidable|magnifique"
     "|bonne reponse|belle reponse|tu gere|tu geres|trop bien|felicitations|vous etes formidable|merveilleux"),
    ("praise", "en", "great|awesome|perfect|well done|good job|good work|nice|nice work|nice job|cool|amazing|brilliant"
     "|you are great|you re great|you are the best|you re the best|i love you|very helpful|that s great|love it|wow"),
    ("insult", "fr", "idiot|imbecile|abruti|cretin|debile|connard|connasse|con|salaud|ordure|merde|va te faire foutre|ta gueule"
     "|ferme la|tais toi|tu es nul|t es nul|c est nul|nul|vous etes nul|tu es bete|t es bete|tu es stupide|t es stupide"
     "|tu es idiot|tu es con|t es con|tu sers a rien|tu ne sers a rien|vous ne servez a rien|tu es inutile|t es inutile"
     "|inutile|n importe quoi|c est n importe quoi|tu dis n importe quoi|quelle merde|c est de la merde|je te deteste"
     "|tu m enerves|mauvaise reponse|c est faux|tu te trompes|tu mens|ca ne sert a rien|encule|fdp|pauvre type|gros nul"
     "|tu comprends rien|tu ne comprends rien|tu es mauvais|putain"),
    ("insult", "en", "stupid|idiot|dumb|moron|you are stupid|you re stupid|you are an idiot|you re an idiot|you are dumb|you suck"
     "|you re dumb|shut up|fuck you|fuck off|fuck|shit|useless|you are useless|you re useless|this is useless|bullshit"
     "|i hate you|that s wrong|you are wrong|you re wrong|terrible|asshole"),
    ("apology", "fr", "pardon|desole|desolee|je suis desole|je suis desolee|excuse moi|excusez moi|mes excuses|je m excuse"),
    ("apology", "en", "sorry|i m sorry|my bad|excuse me|apologies|my apologies"),
)  # fmt: skip
# What may stand beside a phrase and says nothing alone.
_BESIDE = """
    a tous|a toi|a vous|tout le monde|monsieur|madame|messieurs dames|assistant|l assistant|l ami|mon ami|mon vieux|beaucoup
    |bien|infiniment|tres|vraiment|trop|pour tout|pour ton aide|pour votre aide|pour ta reponse|pour votre reponse
    |pour tes reponses|pour vos reponses|pour cette reponse|pour ces reponses|pour l info|pour l information
    |pour ces informations|pour ces precisions|d avance|encore|encore une fois|quand meme|alors|donc|eh|he|hein|mec|chef|toi
    |vous|et toi|et vous|mais|et|non|oui|ca|c est|tu es|t es|vous etes|un|une|quel|quelle|espece d|sale|gros|pauvre|ben|voila
    |s il te plait|s il vous plait|svp|stp|robot|machine|chatbot|bot|bisous|bises|cher|chere|ravi de te connaitre|enchante
    |so much|very much|a lot|there|again|everyone|all|my friend|for your help|for everything|for the answer|for that|please
    |you|you are|very|really|and|but|mate|sir|madam|dear|then|well|oh|ah|that s|it s|is|so|too|just
"""
_TRAILING = """
    merci|merci d avance|merci beaucoup|merci bien|s il te plait|s il vous plait|svp|stp|please|thanks|thank you
    |thanks in advance|thank you in advance|pls|plz
"""
# These may be left out before a question: the others could be part of it.
_LEADING: frozenset[TalkKind] = frozenset({"greeting", "thanks", "agreement", "praise", "apology", "wellbeing", "insult"})
_OPENS_A_QUESTION = frozenset(
    """et mais qui que qu quoi quel quelle quels quelles quand comment combien pourquoi ou est peux pouvez dis dites
    donne resume j je tu and but who what which when where why how is are do does did can could tell""".split()
)
_WORD = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_PAUSE = re.compile(r"\s*[,.;:!?…–—\n-]")
_SLIP_FROM = 6
"""Letters from which on a word may have a slip: shorter ones are too near each other ("great", "Greta")."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """What kind of small talk was said; ``language`` is None where the words tell none ("ok")."""

    kind: TalkKind
    language: Language | None


def small_talk(text: str, vocabulary: Collection[str] = ()) -> SmallTalk | None:
    """Return what small talk a text is; None when it is not, or asks something besides.

    Args:
        text: as typed.
        vocabulary: index terms of the corpus: a word that it has is not a slip for another.
    """
    words = _folded(_WORD.findall(text))
    found: list[SmallTalk] = []
    place = 0
    while place < len(words):
        phrase = _phrase_at(words, place, vocabulary)
        beside = _longest(_beside(), words, place)
        if phrase is None and not beside:
            return None
        if phrase is not None and phrase[1] >= beside:
            found.append(phrase[0])
        place += max(phrase[1] if phrase else 0, beside)
    return _most_telling(found)


def without_courtesy(text: str, vocabulary: Collection[str] = ()) -> str:
    """Return a question without the greeting or thanks before it and the "please" after it; itself where it has none."""
    spans = [match.span() for match in _WORD.finditer(text)]
    words = _folded([text[start:end] for start, end in spans])
    first = 0
    while first < len(words):
        phrase = _phrase_at(words, first, vocabulary)
        if phrase is None or phrase[0].kind not in _LEADING:
            break
        after = first + phrase[1]
        while after < len(words) and (beside := _longest(_beside(), words, after)) and not _pauses(text, spans, after):
            if words[after] in _OPENS_A_QUESTION:
                break
            after += beside
        if after >= len(words) or not (_pauses(text, spans, after) or words[after] in _OPENS_A_QUESTION):
            break
        first = after
    last = len(words)
    for length in range(min(4, last - first - 1), 0, -1):
        if tuple(words[last - length :]) in _trailing():
            last -= length
            break
    if (first, last) == (0, len(words)) or first >= last:
        return text
    end = spans[last - 1][1] if last < len(words) else len(text)
    kept = text[spans[first][0] : end].strip()
    asks = last < len(words) and text.rstrip().endswith("?") and not kept.endswith("?")
    kept = kept[:1].upper() + kept[1:]
    return f"{kept} ?" if asks else kept


def _most_telling(found: Sequence[SmallTalk]) -> SmallTalk | None:
    """Return what to answer to: "ok merci" is thanks, "bonjour, qui es-tu ?" asks who."""
    order: Sequence[TalkKind] = (
        "identity", "abilities", "insult", "wellbeing", "thanks", "goodbye", "praise", "apology", "greeting", "agreement",
    )  # fmt: skip
    if not found:
        return None
    best = min(found, key=lambda one: order.index(one.kind))
    said_in = best.language or next((one.language for one in found if one.language), None)
    return SmallTalk(best.kind, said_in)


def _phrase_at(words: Sequence[str], place: int, vocabulary: Collection[str]) -> tuple[SmallTalk, int] | None:
    for length in range(min(_longest_phrase(), len(words) - place), 0, -1):
        said = _phrases().get(tuple(words[place : place + length]))
        if said is not None:
            return said, length
    for length in range(min(_longest_phrase(), len(words) - place), 0, -1):
        said = _misspelt(tuple(words[place : place + length]), vocabulary)
        if said is not None:
            return said, length
    return None


def _misspelt(words: _Words, vocabulary: Collection[str]) -> SmallTalk | None:
    """Return the phrase that words are but for one slip in one word."""
    for phrase, said in _phrases().items():
        if len(phrase) != len(words):
            continue
        other = [(right, typed) for right, typed in zip(phrase, words, strict=True) if right != typed]
        if len(other) == 1 and _is_slip(*other[0], vocabulary):
            return said
    return None


def _is_slip(right: str, typed: str, vocabulary: Collection[str]) -> bool:
    return min(len(right), len(typed)) >= _SLIP_FROM and stem(typed) not in vocabulary and _one_edit(right, typed)


def _one_edit(left: str, right: str) -> bool:
    """Tell whether two words differ by one letter put in, left out or changed, or by two that changed places."""
    if len(left) > len(right):
        left, right = right, left
    same = next((place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), len(left))
    if len(left) < len(right):
        return left[same:] == right[same + 1 :]
    swapped = left[same + 1 : same + 2] + left[same : same + 1] + left[same + 2 :] == right[same:]
    return left[same + 1 :] == right[same + 1 :] or swapped


def _longest(phrases: Collection[_Words], words: Sequence[str], place: int) -> int:
    lengths = range(min(4, len(words) - place), 0, -1)
    return next((length for length in lengths if tuple(words[place : place + length]) in phrases), 0)


def _pauses(text: str, spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether a mark of punctuation stands before a word."""
    return _PAUSE.match(text, spans[place - 1][1], spans[place][0]) is not None


def _folded(words: Sequence[str]) -> list[str]:
    return [_DRAWN_OUT.sub(r"\1", fold(word)) for word in words]


def _split(phrases: str) -> Iterator[_Words]:
    return (tuple(phrase.split()) for phrase in phrases.replace("\n", " ").split("|"))


@lru_cache(maxsize=1)
def _phrases() -> Mapping[_Words, SmallTalk]:
    said: dict[_Words, SmallTalk] = {}
    for kind, language, text in _PHRASES:
        for phrase in _split(text):
            both = phrase in said and said[phrase].language != language
            said[phrase] = SmallTalk(kind, None if both else language or None)
    return said


@lru_cache(maxsize=1)
def _longest_phrase() -> int:
    return max(map(len, _phrases()))


@lru_cache(maxsize=1)
def _beside() -> frozenset[_Words]:
    return frozenset(_split(_BESIDE))


@lru_cache(maxsize=1)
def _trailing() -> frozenset[_Words]:
    return frozenset(_split(_TRAILING))
