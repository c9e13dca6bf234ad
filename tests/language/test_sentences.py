"""Sentence boundaries of press French. In the gold texts ``|`` marks each boundary, and is not part of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.sentences import sentences

GOLD = """Il a neigé toute la nuit. | Les routes sont coupées. | Le préfet appelle à la prudence.
M. Dupont a quitté Lyon. | Mme Durand l'a remplacé. | Mlle Petit observe.
MM. Morel et Roux ont signé. | Le Dr. Blanc aussi, comme le Pr. Noir. | Me Vidal plaide.
L'art. 49 est invoqué. | L'art. 16 attendra.
Elle enseigne l'histoire de l'art. | Le musée la félicite.
Le suspect nie le vol. | La police le croit.
Ils étaient sept. | Le huitième a fui.
Né le 11 sept. 1970, il vit à Nice. | Il a deux enfants.
Les coureurs ont passé le col. | Le peloton suit.
Vol. 2 de ses mémoires paru. | Le vol. 3 suivra.
En 52 av. J.-C. César l'emporte. | Rome exulte.
J.-P. Martin et B. Leroy sont élus. | G. W. Adams observe.
Anne K. Simon arrive. | Le public l'acclame.
Le maire passe au plan B. | Il faut agir vite.
La variante C. | C'est la plus rare.
L'O.N.U. a voté. | Les E.-U. s'abstiennent.
Voir p. 12 et suiv. pour le détail. | Voir aussi chap. 3.
Plusieurs groupes, p. ex. Lumio, ferment. | D'autres embauchent.
Du riz, du blé, etc. | Le port est plein.
Du riz, du blé, etc. et le port est plein.
Il habite rue St. Jacques. | Elle, bd. Voltaire.
« Non ! » a-t-il dit. | Puis il est sorti.
« Non ! », a répondu la ministre. | La salle s'est levée.
« Vraiment ? » : la question revient. | Personne n'y répond.
« Pourquoi ? » demande-t-elle. | « Parce que. » répond-il.
« Nous irons. » | Le général a quitté la salle.
« Nous irons ». | Le général a quitté la salle.
Il a promis : « Je pars. | Je reviendrai. » | Nul ne l'a cru.
« Assez ! | Assez ! » crie la foule.
"Nous irons." | "Vous irez." | Tous sont partis.
“Nous irons.” | Le général est parti.
«\u00a0Jamais\u00a0!\u00a0» | Le mot est lâché.
«\u202fJamais\u202f!\u202f» a-t-il juré. | Le mot est lâché.
Qui paiera ? | Personne ne le sait. | Vraiment ?! | Oui !
Il hésite… puis signe. | Elle attend…
Il hésite... | Elle attend...
Mais... non. | Tout reste à faire.
Ah ! | Quelle histoire !
La hausse est de 3,5 points. | Elle était de 2.8 points.
Le prix est de 1.200 euros. | Il a doublé.
Le bilan est de 25. | Un autre suivra.
Il y a trois morts. | 25 blessés sont soignés.
Il est parti à 20h. | Les autres à 21h.
La dette atteint 110 %. | Le déficit se creuse.
Il coûte 5 €. | C'est peu.
(Voir plus loin.) | Le texte reprend.
Il pleut (beaucoup). | Il vente.
Le ministre (M. Dupont) part. | M. le maire reste.
[…] | La suite est coupée. | (…) | Fin.
– Bonjour. | – Au revoir.
À Paris, on doute. | À Rome, on rit. | État des lieux. | Œuvre de longue haleine. | « Élections » est le mot.
Le site presse.example est fermé. | Le serveur v2.1 répond.
Le code, sous ASP.NET, est ouvert. | Node.js suit.
Le gouvernement et les syndicats.|Le patronat refuse.
Des pneus « neufs ».|Le garage ferme.
Il parle de "Ca-na...".|Mais rien ne vient.
Il a dit "oui".|Elle a dit "non".
«Oui.»|Elle hésite. | «Non.»
C'est fini !»|Le match est joué.
Il est parti (hier).|Elle reste.
C'est fini!|Le match est joué. | Est-ce tout?|Non.
C'était en 2020.|Le conseil a voté.
Fin du match.|« Quel match ! » dit-il.
Le plan est prêt.|L'armée aussi.
M.Dupont est parti. | Mme.Durand reste.
Voir www.presse.example et J.Martin. | Merci.
Elle pèse 4 kg. | Lui, 5 kg.
« Le vote est clos », dit-elle. | « Merci. »
Un cessez-le-feu est signé. | Selon l'AFP, l'encre est à peine sèche.
""".splitlines()
FRAGMENTS = ["Le ", "M.", " Dupont", ".", "...", "…", "!", "?", " ", "\u00a0", "\u202f", "«", "»", '"', "’", "(", ")",
             "\n", "\r\n", "\u2028", "art", "49", "É", "a", ",", ";", "-", "J.-C.", "🙂", "e\u0301"]  # fmt: skip


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("gold", GOLD)
def test_boundaries_of_press_french(gold: str) -> None:
    parts = gold.split("|")
    text = "".join(part if part == parts[0] else part.removeprefix(" ") for part in parts)

    assert split(text) == [part.strip() for part in parts]


def test_the_gold_has_enough_boundaries() -> None:
    assert sum(gold.count("|") for gold in GOLD) >= 60


def test_a_line_break_ends_a_sentence() -> None:
    assert split("Un titre sans point\nUne phrase\r\n\r\nUne autre.") == [
        "Un titre sans point",
        "Une phrase",
        "Une autre.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u202f\n"])
def test_nothing_has_no_sentence(text: str) -> None:
    assert sentences(text) == []


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_spans_are_ordered_disjoint_trimmed_and_cover_what_is_written(text: str) -> None:
    spans = sentences(text)

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(len(text[start:end].splitlines()) == 1 for start, end in spans)
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(place in covered or char.isspace() for place, char in enumerate(text))
