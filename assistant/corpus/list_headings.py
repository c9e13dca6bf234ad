"""The headings under which a page lists other articles, comments, its own pages or tags. French and English.

Written folded, as :mod:`assistant.corpus.vocabulary` is.
"""

from __future__ import annotations

import re


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\W*(?:" + "|".join(patterns) + r")\W*")


# Headings of what follows. Block headings open a list of other articles that rarely closes; inline ones
# stand in mid-article, before one or two titles.
INLINE_HEADINGS = re.compile(
    r"\W*(?:(?:a |et )?(?:lire|voir|ecouter|reecouter|relire|revoir|regarder|retrouver|decouvrir)"
    r"(?: (?:aussi|egalement|encore))"
    r"|(?:notre|nos) (?:dossiers?|decryptages?|reportages?|analyses?|interviews?|entretiens?|infographies?)"
    r"|(?:a lire|a voir|a ecouter|a relire|a reecouter|a revoir|reecouter|en video|en images|en savoir plus"
    r"|video a la une|pour aller plus loin"
    r"|read (?:also|more)|see also|also read|watch|listen)(?= ?[:|>-]|\W*$)"
    r"|(?:lire|relire|voir|ecouter|regarder|revoir) (?:notre|nos|l'article|le reportage|la video|le dossier)\b)"
    r"(?P<rest>.*)"
)
BLOCK_HEADINGS = _whole(
    r"(?:a )?decouvrir(?: (?:egalement|aussi))?",
    r"a decouvrir .{0,40}",
    r"la redaction (?:vous )?(?:conseille|recommande|a choisi).{0,20}",
    r"le choix de la redaction",
    r"(?:sur|dans) (?:le |la |les )?memes? (?:sujet|theme|rubrique|section|categorie|dossier|thematique)s?",
    r"(?:nos |les |d')?(?:autres )?articles? (?:lies|similaires|associes|recents|(?:les )?plus \w+|recommandes"
    r"|populaires)",
    r"(?:les )?(?:articles |videos |contenus )?(?:les )?plus (?:lus?|lues|partages|commentes|recents|populaires"
    r"|vus|vues)",
    r"vous (?:aimerez|pourriez|pourrez|devriez|allez)\b.{0,40}",
    r"(?:ces|cet) (?:articles?|contenus?|videos?) .{0,20}vous interess\w+",
    r"(?:cela|ca) (?:peut|pourrait|devrait) (?:aussi )?vous interesser",
    r"a ne pas (?:manquer|rater)",
    r"fils? d'(?:actu(?:alite)?s?|info(?:rmation)?s?)(?: .{0,30})?",
    r"le fil(?: info)?",
    r"dernieres? (?:minutes?|infos?|actus?|actualites?|nouvelles?|publications?|articles?|videos?"
    r"|heures?)(?: .{0,30})?",
    r"en continu",
    r"toute l'(?:actualite|info|actu)(?: .{0,40})?",
    r"(?:autres|plus d'?|davantage d'?) ?(?:articles|infos?|actualites?).{0,40}",
    r"contenus? (?:sponsorises?|partenaires?|de (?:nos )?partenaires?|recommandes?)(?: .{0,20})?",
    r"recommandes?(?: (?:pour vous|par .{0,30}))?",
    r"recommandations?(?: .{0,30})?",
    r"suggestions?(?: .{0,30})?",
    r"(?:notre |nos )?selections?(?: .{0,30})?",
    r"dans l'actualite",
    r"related(?: (?:articles?|stories|topics|content|news))?",
    r"most (?:read|popular|viewed|shared)(?: .{0,20})?",
    r"more (?:on this story|from .{0,30}|stories|news|like this)",
    r"you (?:may|might) (?:also )?(?:like|be interested).{0,20}",
    r"recommended(?: .{0,20})?",
    r"trending(?: .{0,20})?",
    r"latest (?:news|stories|articles)",
    r"top stories",
    r"editor'?s'? picks?",
    r"aussi (?:a la une|dans l'actu(?:alite)?)",
    r"a la une(?: .{0,30})?",
    r"(?:ailleurs|aussi) sur (?:le web|internet|notre site)",
    r"en ce moment",
    r"(?:ses|leurs) derniers articles|du meme auteur",
    r"(?:a lire|a voir|a ecouter) (?:ailleurs|sur .{2,30})",
    r"nos partenaires",
    r"(?:nos|les|toutes (?:nos|les)|tous (?:nos|les)) (?:videos?|podcasts?|dossiers|newsletters|diaporamas?|emissions"
    r"|dernieres \w+)(?: .{0,30})?",
    r"(?:dans|plus de|toute?s? (?:les articles de )?|l'actu(?:alite)? de) (?:la |cette |notre )?(?:rubrique|section)"
    r"(?: .{0,40})?",
    r"(?:tout|plus|l'essentiel|nos articles) sur (?:le |ce )(?:sujet|theme|dossier)(?: .{0,20})?",
    r"articles? (?:precedent|suivant)s?(?: .{0,120})?",
)
COMMENT_HEADINGS = _whole(
    r"(?:\d+ |vos |les |tous les |espace |aucun |lire les |voir les )?(?:commentaires?|reactions?|comments"
    r"|avis des lecteurs)(?: ?\(?\d*\)?)",
    r"(?:laisser|ajouter|ecrire|poster|publier|leave|post|add) (?:un|votre|a|your) (?:commentaire|comment|reply)",
    r"(?:pour )?(?:participer aux|rejoindre les|rejoignez la|participez a la) (?:discussions?|conversation).{0,80}",
    r"a vous la parole",
    r"reagissez(?: .{0,40})?",
    r"reagir(?: a cet article)?(?: ?\(?\d+(?: \w+)?\)?)?",
    r"(?:voir|lire|afficher) les \d+ (?:commentaires|reactions|avis)",
    r"(?:aucun commentaire|pas (?:encore )?de commentaires?).{0,30}",
    r"soyez le premier a (?:commenter|reagir|donner .{0,20})",
    r"votre reaction",
)
FOOTER_HEADINGS = _whole(
    r"mentions legales(?: .{0,60})?",
    r"(?:qui|que) sommes[- ]nous",
    r"plan du site",
    r"nous contacter",
    r"contactez[- ]nous",
    r"politique de (?:confidentialite|cookies).{0,40}",
    r"conditions generales.{0,60}",
    r"donnees personnelles(?: .{0,40})?",
    r"(?:gerer|gestion de) (?:mes |vos |les )?(?:cookies|preferences|consentements?|utiq).{0,30}",
    r"(?:mot de passe (?:oublie|perdu))",
    r"retour (?:en haut|haut de page|a l'accueil).{0,20}",
    r"haut de page",
    r"nos (?:sites|applications|applis|reseaux)",
    r"a propos(?: d[eu'] ?.{0,30})?",
    r"(?:about|contact|terms|privacy|legal)(?: .{0,20})?",
    r"(?:suivez|retrouvez)[- ]nous sur.{0,60}",
    r"telecharge[rz] (?:notre |nos |l'|les )?appli(?:cation)?s?.{0,60}",
    r"groupe .{0,20} tous droits.{0,40}",
)
TAG_HEADINGS = re.compile(
    r"\W*(?:tags?|mots?[- ]cles?|sujets?|themes?|thematiques?|keywords|topics|filed under|classe sous|dans ce dossier"
    r"|rubriques?|categories?)(?: associes?| lies| de l'article)?\W*(?::.*)?"
)
