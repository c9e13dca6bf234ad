"""Sentences in the manner of French agency copy, labelled by hand: who speaks, and how firmly.

All are invented for this test. The label is what the sentence itself says: a speaker in its own words, None
where the article speaks for itself or names nobody.
"""

from __future__ import annotations

from assistant.types import Modality

LABELLED: tuple[tuple[str, str | None, Modality], ...] = (
    # a subject and its verb
    (
        "Le ministre de l'Intérieur a annoncé mardi un renforcement des contrôles.",
        "Le ministre de l'Intérieur",
        "reported",
    ),
    ("Les syndicats réclament une hausse des salaires.", "Les syndicats", "reported"),
    ("Le président a reconnu que des erreurs avaient été commises.", "Le président", "reported"),
    ("M. Dupont a dit craindre une nouvelle flambée des prix.", "M. Dupont", "reported"),
    ("L'opposition a salué un accord « historique ».", "L'opposition", "reported"),
    (
        "Mardi, la porte-parole de la préfecture a précisé que la route restait fermée.",
        "la porte-parole de la préfecture",
        "reported",
    ),
    (
        "Dans un communiqué, l'ONG Rivages Propres dénonce une catastrophe écologique.",
        "l'ONG Rivages Propres",
        "reported",
    ),
    ("Le maire, qui s'exprimait à Lille, a estimé que la réforme était nécessaire.", "Le maire", "reported"),
    (
        "Interrogée par l'agence, la directrice de l'hôpital a assuré que les urgences rouvriraient.",
        "la directrice de l'hôpital",
        "reported",
    ),
    (
        "Lors d'une conférence de presse, le procureur Paul Arnaud a indiqué que deux hommes étaient en garde à vue.",
        "le procureur Paul Arnaud",
        "reported",
    ),
    ("Cependant, les agriculteurs craignent une récolte médiocre.", "les agriculteurs", "reported"),
    ("La ministre s'est dite favorable à un report du scrutin.", "La ministre", "reported"),
    ("Les pompiers ont également mis en garde contre les feux de forêt.", "Les pompiers", "reported"),
    (
        "L'entreprise n'a pas fait état de pertes, mais a affirmé que deux sites fermeraient.",
        "L'entreprise",
        "reported",
    ),
    ("La ministre a annoncé que l'aide serait versée en mars.", "La ministre", "reported"),
    ("Le rapport souligne que les ponts du département sont mal entretenus.", "Le rapport", "reported"),
    ("Le directeur, interrogé à ce sujet, a promis une enquête.", "Le directeur", "reported"),
    ("Le Premier ministre a appelé les habitants à rester chez eux.", "Le Premier ministre", "reported"),
    ("Plusieurs associations ont déploré l'absence de concertation.", "Plusieurs associations", "reported"),
    ("Le chef de l'État s'est félicité de la signature du traité.", "Le chef de l'État", "reported"),
    # the verb first
    ("« Nous ne céderons pas », a déclaré la présidente de la région.", "la présidente de la région", "reported"),
    ('"C\'est une bonne nouvelle", se félicite Marc Delorme, maire de Vierzon.', "Marc Delorme", "reported"),
    ("Trois soldats ont été tués dans l'embuscade, a annoncé jeudi l'état-major.", "l'état-major", "reported"),
    ("La production recule de 3 %, indique l'institut de statistique.", "l'institut de statistique", "reported"),
    ("« Je suis innocent », répète l'ancien trésorier.", "l'ancien trésorier", "reported"),
    ("« La saison est perdue », a confié à l'AFP Jean Petit, éleveur dans le Cantal.", "Jean Petit", "reported"),
    ("Le pont sera rouvert en juin, ont fait savoir les services techniques.", "les services techniques", "reported"),
    ("« Il faut agir vite », a insisté la ministre lors d'un point presse.", "la ministre", "reported"),
    ("Comme l'a expliqué la rectrice, les cours reprendront lundi.", "la rectrice", "reported"),
    ("« Assez ! », a lancé un manifestant.", "un manifestant", "reported"),
    ("« Le blocus continue », a prévenu M. Garnier.", "M. Garnier", "reported"),
    ("Le projet a été vivement critiqué par l'opposition.", "l'opposition", "reported"),
    ("Le ministère menace de fermer le site.", "Le ministère", "reported"),
    ("« Il n'y aura pas de trêve », martèle-t-on au palais.", None, "reported"),
    ("Les députés ont qualifié le texte de « bâclé ».", "Les députés", "reported"),
    # selon, d'après, pour
    ("Selon la préfecture, 3 000 personnes ont défilé.", "la préfecture", "reported"),
    (
        "Quatre personnes ont été blessées, selon un bilan provisoire des pompiers.",
        "un bilan provisoire des pompiers",
        "reported",
    ),
    ("D'après une source proche du dossier, l'accord sera signé jeudi.", "une source proche du dossier", "reported"),
    ("Pour l'économiste Jeanne Roux, la hausse des prix va durer.", "l'économiste Jeanne Roux", "reported"),
    ("Le suspect a été arrêté à Metz, selon M. Garnier.", "M. Garnier", "reported"),
    ("Le chauffeur s'est endormi, apprend-on de source judiciaire.", "source judiciaire", "reported"),
    ("Le tunnel fermera en août, selon le préfet de l'Isère (photo).", "le préfet de l'Isère", "reported"),
    # said with reserve
    ("Le suspect aurait agi seul.", None, "conditional"),
    ("L'appareil se serait écrasé peu après le décollage.", None, "conditional"),
    ("Le tireur présumé a été interpellé à la frontière.", None, "conditional"),
    ("Selon la presse locale, deux personnes seraient portées disparues.", "la presse locale", "conditional"),
    ("Le bilan serait de douze morts.", None, "conditional"),
    ("Le procureur a affirmé que la victime aurait été droguée.", "Le procureur", "conditional"),
    ("Une cinquantaine de personnes auraient trouvé refuge dans l'école.", None, "conditional"),
    # denied
    ("Le groupe a démenti tout projet de licenciement.", "Le groupe", "denied"),
    ("La députée nie avoir reçu de l'argent.", "La députée", "denied"),
    ("L'ambassade a catégoriquement rejeté ces accusations.", "L'ambassade", "denied"),
    ("« C'est faux », a réfuté le trésorier.", "le trésorier", "denied"),
    ("L'avocat conteste les faits reprochés à son client.", "L'avocat", "denied"),
    # accused, by nobody in particular
    ("L'usine est accusée d'avoir pollué la rivière.", None, "reported"),
    ("L'ancien maire est soupçonné de favoritisme.", None, "conditional"),
    ("Deux policiers sont accusés de violences.", None, "reported"),
    # the article speaks for itself
    ("Le joueur, blessé au genou, a déclaré forfait.", None, "asserted"),
    ("La tempête menace les côtes.", None, "asserted"),
    ("Pour la première fois, le club est en finale.", None, "asserted"),
    ("Le chauffeur a été condamné par le tribunal de Nantes.", None, "asserted"),
    ("Les combats ont fait douze morts.", None, "asserted"),
    ("La banque centrale a relevé son taux directeur d'un quart de point.", None, "asserted"),
    ("Le maire a inauguré le nouveau gymnase.", None, "asserted"),
    ("Un appel à la grève a été lancé pour jeudi.", None, "asserted"),
    ("La demande d'asile de la famille a été rejetée.", None, "asserted"),
    ("Une femme condamnée à dix ans de prison a fait appel.", None, "asserted"),
    ("Le ministère n'a pas confirmé l'information.", None, "asserted"),
    ("La Bourse a poursuivi sa hausse.", None, "asserted"),
    ("Cette baisse s'explique par la sécheresse.", None, "asserted"),
    ("Les deux pays ont conclu un accord de pêche.", None, "asserted"),
    ("Des rumeurs selon lesquelles le magasin fermerait ont circulé.", None, "conditional"),
    ("Ce serait plus simple.", None, "asserted"),
    ("Le tribunal de Nantes a condamné le chauffeur à deux ans de prison.", None, "asserted"),
    ("La présidente a rejeté la demande de report.", "La présidente", "reported"),
    ("Les appels au calme se multiplient.", None, "asserted"),
    ("Le match a été reporté à dimanche en raison de la neige.", None, "asserted"),
)
