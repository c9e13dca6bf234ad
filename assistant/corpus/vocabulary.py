"""The words of page furniture: buttons, headings of lists, invitations, agencies. French and English.

All are written folded (lower case, no accents, straight apostrophes), because they are compared with
folded lines. General press vocabulary; to teach the cleaner a new button, add its words here.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"\W*(?:" + "|".join(patterns) + r")\W*")


# A line made of these, of WEAK_WORDS and of NEUTRAL_WORDS only, with one of these at least, is interface.
STRONG_WORDS = _words(
    """newsletter newsletters infolettre podcast podcasts replay loader loading chargement suivez follow publicite
    publicites advertisement advertising pub ads annonce sponsorise sponsored partager partagez partage share sharing
    facebook twitter whatsapp linkedin instagram telegram messenger pinterest bluesky threads tiktok youtube snapchat
    flipboard reddit mastodon copier coller copy clipboard embed imprimer impression print email mail courriel abonner
    abonnement abonnements abonnez abonne abonnes subscribe subscription connexion connecter connectez deconnexion
    deconnecter login logout signin inscription inscrire inscrivez register menu accueil favoris bookmark commenter
    commentaires comments commentaire reagir repondre signaler ecouter listen lecteur play pause mute chat cookies cgu
    cgv faq confidentialite accessibilite cookie accepter refuser parametrer kiosque boutique offrir alertes
    notifications telecharger agrandir diaporama zoom fermer close evenements events bouton button sauvegarder
    enregistrer rechercher search discussion discussions identifiant credits propager rss android ios iphone ipad
    appstore googleplay sommaire verifie reactions reaction actus mots-cles e-mail epaper widget iframe player
    sitemap skip toggle javascript whats tik tok tweeter ecoutez reecouter reecoutez reecoute""",
)
WEAK_WORDS = _words(
    """article articles video videos audio photo photos image images direct live lien liens link texte taille police
    plan site contact contacts contactez aide compte profil mon mes home haut top page retour suivant precedent next
    previous voir plus moins more less lire read suite tous toutes tout son sons plein ecran application appli app
    recherche offre offres essai gratuit gratuite gratuitement euros cette ajouter ajoutez add ouvrir open afficher
    masquer show hide continuer continue modifier gerer preferences parametres options mentions legales politique
    donnees personnelles utilisation conditions generales droits reserves paiement se me s'abonner suivre espace client
    fonction version numerique papier journal une nouvelle fenetre onglet ici cliquez cliquer click here envoyer send
    ami amis message sms x google actualites news discover store pro premium vos votre selection min lecture ecoute
    legales legale jour grille arreter desactiver activer activez carte reseaux sociaux sur
    soutenir soutenez don dons faire adherer via
    choisir langue language francais english linked you tube edition editions
    jeux services inclus inclure copie copied replier""",
)
NEUTRAL_WORDS = _words(
    """le la les l de des du d et a au aux en sur par pour un une vos votre nos notre ma ce cet cette ces nous vous s se
    j je m moi on ou the to this in your our and of or by with for it qu que n ne pas 0 1 2 3 4 5 6 7 8 9""",
)
RUBRICS = _words(
    """politique international internationale economie sport sports culture cultures monde france europe afrique sante
    sciences science planete societe meteo people opinions opinion idees debats tech high-tech hightech numerique
    lifestyle auto immobilier voyages voyage jeux environnement climat regions region medias media actualite actualites
    actu infos info justice education emploi entreprises bourse argent conso patrimoine loisirs cinema musique livres
    histoire football rugby tennis cyclisme ameriques asie moyen-orient proche-orient insolite divers faits magazine
    style cuisine horoscope carnet agenda annonces obseques necrologie bourse marches industrie finance start-up tribune
    annonces-legales faits-divers idees-debats tech-medias gastronomie sorties
    decryptage enquetes reportages grands formats dossiers editoriaux chroniques tribunes
    africanews elections business world tv radio programmes emissions une continu francais news""",
)

AGENCY = (
    r"afp|ap|reuters|associated press|belga|ats|keystone(?:-ats)?|epa|efe|ansa|dpa|tass|sipa(?: press)?|anadolu|xinhua"
    r"|ria novosti|sputnik|bloomberg|agence france-presse|la presse canadienne|presse canadienne|pa media|panapress"
)

# Buttons whose words, one by one, are ordinary.
PHRASES = _whole(
    r"\d+",
    r"\d+ ?(?:min|mn|minutes?|sec|s)",
    r"loader|charger|chargement(?: en cours)?.{0,20}",
    r"lire (?:plus|la suite|moins|l'article(?: .{0,30})?)",
    r"(?:en )?(?:voir|afficher|savoir|lire) (?:plus|moins|tout)",
    r"(?:en )?(?:direct|live)",
    r"suivant|precedent|next|previous|retour|back|ok|non merci|plus tard|oui|non",
    r"x|tweeter",
    r"(?:a )?(?:lire|ecouter|regarder|voir|garder|reprendre) plus tard|mettre de cote|lire hors ligne",
    r"(?:enregistrer|sauvegarder|conserver|garder)(?: (?:l'article|cet article))? pour plus tard",
    r"lire l'edition du jour|acheter (?:le journal|ce numero|l'edition).{0,20}|vous etes ici\W.{0,60}",
    r"cet article est lu par .{0,60}|vous avez lu \d+ ?% .{0,40}",
    r"(?:lien|link) copie.{0,10}|copied.{0,10}",
    r"(?:aller|acceder|passer|sauter|skip) (?:directement )?(?:au|a la|a l'|aux|to"
    r"|to the) ?(?:main )?(?:contenu|navigation|menu|recherche|raccourcis|content|pied de page).{0,40}",
    r"(?:ouvrir|fermer|afficher|deplier|replier|basculer) (?:le |la |les )?(?:menu|navigation|recherche"
    r"|sous-menu|fenetre|modale?|bandeau).{0,20}",
    r"re-?initialis\w+ .{0,20}mot de passe",
    r"(?:saisir|entrer|votre|nouveau|confirmer) .{0,12}(?:mot de passe|identifiant|e-?mail|adresse mail).{0,20}",
    r"(?:temps|duree) de lecture.{0,20}",
    r"(?:lecture|ecoute|read|reading) ?:? ?\d+ ?(?:min|mn|minutes?|sec)\w*",
    r"\d+ ?(?:min|mn|minutes?) (?:de lecture|read)",
    r"(?:ecouter|ecoutez|listen to) (?:cet |l'|this )article.{0,30}",
    r"(?:re-?ecoute[rz]?|ecouter|revoir|regarder|relire) (?:le |la |l'|cette |ce |cet )(?:journal|emission|edition"
    r"|bulletin|chronique|matinale|jt)(?: .{0,30})?",
    r"(?:article|contenu) (?:reserve|abonne|premium|payant).{0,40}",
    r"reserve (?:aux|a nos) abonnes?",
    r"(?:offrir|donner|envoyer|imprimer|sauvegarder|enregistrer|partager|classer|commenter|signaler|ecouter"
    r"|lire) (?:cet |l'|cette |la |un |ce )(?:article|page|contenu|erreur|video|infographie).{0,40}",
    r"(?:signaler|corriger|vous avez (?:repere|trouve|constate)) une (?:erreur|faute|coquille).{0,60}",
    r"une (?:erreur|faute|coquille)(?: dans (?:cet |l')article.{0,30})?",
    r"(?:ajouter|ajoute|retirer|mettre) (?:a|de|en|dans) (?:vos |mes |ma |votre )?(?:favoris|selection|liste).{0,20}",
    r"(?:revenir|retour) a .{0,30}",
    r"(?:\d+ )?(?:partages?|shares?|vues?|views|likes?|j'aime|reponses?|replies|lectures?)",
    r"j'aime.{0,20}",
    r"publie(?: ?le)?(?: ?mis a jour)?(?: ?le)?",
    r"mise? a jour(?: ?le)?",
    r"(?:sign|log) (?:in|up|out)(?: .{0,20})?",
    r"my account|your account|mon compte.{0,20}|creer (?:un|mon) compte.{0,30}",
    r"s'inscrire.{0,30}|s'identifier.{0,30}|se connecter.{0,30}",
    r"ce contenu (?:est bloque|n'est pas disponible|a ete bloque).{0,120}",
    r"(?:votre navigateur|your browser) .{0,120}",
    r"(?:tout |continuer sans )(?:accepter|refuser)",
    r"accepter(?: (?:et|tout|tous|les) .{0,30})?",
    r"en savoir plus.{0,30}",
    r"la suite (?:apres|sous) (?:la |cette |notre )?(?:publicite|annonce|video).{0,20}",
    r"(?:voir|lire|regarder) (?:la |le |les |l')(?:video|replay|diaporama|infographie|images?|photos?).{0,40}",
    r"video en cours.{0,40}",
    r"(?:video|audio|podcast|diaporama|infographie|interactif|analyse|reportage|exclusif|decryptage)",
    r"(?:lire|voir|ecouter) le resume|l'info en continu|la lettre d'info(?:rmation)?|faire un don|videos? associees?",
    r"(?:contenu|article) (?:propose|offert) par.{0,40}|cet article vous a plu.{0,20}",
    r"suivre (?:l'auteur|ce sujet).{0,20}",
    r"pub(?:licite)?\W+(?:continuer|poursuiv\w+|fin|suite).{0,60}|voir tous les articles.{0,60}",
    r"creer une alerte.{0,30}",
    r"(?:copier|copy) (?:l'|le |the )?(?:url|adresse|link).{0,20}|envoyer a un ami|decouvrez plus d'articles.{0,40}",
    r"article (?:original )?(?:initialement )?publie sur .{2,40}",
    r"(?:passer|ignorer|fermer|sauter|masquer|continuer apres) (?:la |cette |l'|les )?(?:publicites?|pubs?|annonces?)"
    r".{0,20}",
    r"(?:google (?:actualites|news|discover)|sur google)\W.{0,60}",
    r"ajoute[rz] .{0,40}(?:sur google|sources? preferees?).{0,30}",
    r"(?:ajoute[rz]|retirer|enregistrer|classer|sauvegarder)(?:[- ]nous)? (?:a|de|dans|parmi|en) (?:mes|vos|ma|mon"
    r"|votre) (?:articles?|favoris|selections?|listes?|lectures?|dossiers?|alertes?|sources?)(?: .{0,20})?",
    r"(?:reutiliser|acheter|citer|traduire|resumer|noter) (?:ce|cet|cette|l') ?(?:contenu|article|page|texte).{0,20}",
    r"annonce|publi-?(?:redactionnel|reportage)|advertisement|sponsored.{0,20}",
    r"(?:que pensez-vous|qu'avez-vous pense) de (?:cet|cette|ce|l') ?(?:article|page|contenu|sujet)\W*",
    r"base multimedia",
    r"partager sur .{0,40}|share (?:on|this|via) .{0,40}",
)

# Labels that are furniture when they do not end as a sentence does.
LABELS = _whole(
    r"(?:la |les |nos |notre |votre )?newsletters?(?: ?[«:\"“|-].{0,60}| (?:du|de|des|d'|la|le|les|l').{0,50}"
    r"|(?: [\w-]+){1,2})?",
    r"(?:.{0,50}\W)?(?:mots (?:croises|fleches|meles|caches)|sudokus?)(?:\W.{0,60})?",
    r".{0,40}\b(?:jouez|testez-vous|abonnez-vous|inscrivez-vous)\b.{0,40}",
    r"vu \d[\d ]* fois",
)
OWN_SERVICES = _words(
    "jeux newsletters newsletter podcasts podcast boutique store abonnes premium plus live tv radio pratique"
)
# What a newsletter's or a podcast's name is followed by.
PROMOTION = re.compile(
    r"\b(?:chaque|tous les|toutes les) (?:jours?|matins?|soirs?|semaines?|mois|lundis?|mardis?|mercredis?|jeudis?"
    r"|vendredis?|samedis?|dimanches?|midis?|quinze jours)\b|\b(?:recevez|retrouvez|decouvrez|suivez|jouez|ecoutez)\b"
    r"|\bnos (?:meilleurs|derniers|plus \w+) \w+|\bboite mail\b|\bs'inscrire\b"
)

# An invitation to the reader starts with one of these verbs and names a service of the page.
IMPERATIVE = (
    r"(?:re)?(?:abonnez|inscrivez|connectez|identifiez|enregistrez|desabonnez)[- ]vous"
    r"|(?:recevez|retrouvez|decouvrez|suivez|telechargez|rejoignez|profitez|activez|soutenez|partagez|accedez|creez"
    r"|consultez|cliquez|veuillez|signalez|participez|reagissez|commentez|testez|essayez|ne manquez|ne ratez"
    r"|choisissez|desactivez|saisissez|renseignez|sign up|subscribe)\b"
)
# These open an invitation only as the first words of a line.
OPENINGS = (
    r"(?:s'abonner|s'inscrire|s'identifier|se connecter|recevoir|acceder|merci de|deja abonne|follow|download"
    r"|join|get|please"
    r"|log in|vous (?:souhaitez|voulez|pouvez|recevrez|avez)|votre (?:inscription|adresse|abonnement|e-?mail|compte)"
    r"|un (?:e-?mail|lien)|en (?:vous inscrivant|cliquant|renseignant|validant)|chaque (?:matin|jour|semaine|soir)"
    r"|tou(?:te|s|tes)? (?:les?|la|l')|l'(?:essentiel|actu\w*|info\w*)|le meilleur)\b"
)
HOUSE_SERVICE = (
    r"newsletters?|infolettres?|boite (?:mail|e-?mail|de reception|aux lettres electronique)"
    r"|(?:notre|nos) (?:appli(?:cation)?s?|chaine|page|podcasts?|abonnements?|offres?|alertes?|notifications?"
    r"|abonnes|lecteurs"
    r"|contenus?|articles?|compte|canal|communaute|redaction|partenaires?|journalistes?|formules?|site|service"
    r"|videos?|dossiers?)"
    r"|(?:toute|l'essentiel de) l'(?:actu(?:alite)?|info(?:rmation)?)|l'essentiel de l'actu\w*"
    r"|google (?:actualites|news|discover)"
    r"|notifications?|e-?paper|articles? en illimite|acces illimite|sans engagement|our (?:newsletter|app|channel|page)"
    r"|your inbox|politique de confidentialite|vous desinscrire|vous desabonner|desabonnement"
)
USER_SERVICE = (
    r"e-?mails?|mots? de passe|(?:votre|vos|un|mon) (?:comptes?|abonnements?|identifiants?|adresse|navigateur"
    r"|commentaires?|application)"
    r"|abonnes?|whatsapp|facebook|twitter|instagram|youtube|telegram|linkedin|tiktok|commentaires?|discussions?"
    r"|javascript"
    r"|bloqueur|cookies|reseaux sociaux|password|account"
)
# The pages of a site that its header and its footer link to.
SITE_PAGES = re.compile(
    r"qui sommes[- ]nous|a propos.*|plan du site|nous (?:ecouter|contacter|ecrire|rejoindre|soutenir|suivre|connaitre)"
    r"|contacts?|contactez[- ]nous|publicites?|regie(?: publicitaire)?|frequences?|archives|abonnements?|s'abonner"
    r"|faire un don|newsletters?|rss|faq|recrutement|annonces legales|boutique|politique de .*|conditions .*|charte .*"
    r"|cookies|ger(?:er|ez) (?:mes|vos|les) (?:cookies|preferences|consentements?)|donnees personnelles|nos equipes"
    r"|la redaction|l'equipe|notre equipe|applications?|(?:nos )?partenaires|accessibilite.*|signaler .*|mes alertes"
)
