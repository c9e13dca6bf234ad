"""The form of a site's name: which words on a page may be one, whatever site it is.

An unknown name is never guessed from its form alone: where it stands decides (:mod:`assistant.corpus.publisher`),
and the form says how much that place has to prove.
"""

from __future__ import annotations

import re

from assistant.corpus import vocabulary as words
from assistant.corpus.date_lines import AGENCY_NAME, is_date_line
from assistant.corpus.line_form import WORD
from assistant.corpus.outlets import display_name, is_company, is_known, outlet_of
from assistant.language.folding import fold

# Folded. Nouns that hardly anything but a paper is called by: "Le Phare", "La Gazette de ...".
_PAPERS = frozenset(
    """annales beffroi clairon depeche echo echos eclair eclaireur estafette etendard eveil fanal flambeau gazette globe
    heraut independant lanterne messager moniteur nouvelliste observateur patriote phare progres republicain semeur
    semaphore sentinelle telegramme telegraphe tocsin tambour vigie carillon democrate boussole chronicle guardian
    herald telegraph tribune""".split()
)
# These open a paper's name only with a word more, in capitals: "Le Journal de Brenn", but not "Journal de bord".
_OPENERS = frozenset(
    """journal quotidien courrier radio tele canal actu info infos presse hebdo media medias mediapart daily
    nouvelles""".split()
)
# These, where an article stands before them too: "La Voix de Brenn", "L'Avenir de Brenn".
_FIGURES = frozenset(
    """avenir cri essor etoile horizon liberation liberte miroir nation populaire reveil relais renaissance
    republique temoin travailleur union verite voix aurore express mercure rappel soleil combat elan national
    regional""".split()
)
# These close one: "Brenn Matin", "Nord Hebdo", "Koko Actu".
_CLOSERS = frozenset(
    """matin soir hebdo actu info infos news presse tv fm media medias mag magazine express times post radio libre
    tribune today journal gratuit""".split()
)
_NEVER = frozenset(
    """wordpress openstreetmap shutterstock getty istock mapbox ovh drupal wix disqus leaflet github photo photos image
    images credit credits illustration dessin""".split()
)
# Places that are written as papers are; the press prints a place above its headlines.
_PLACES = frozenset(
    """havre mans rochelle reunion caire havane haye puy baule creusot touquet courneuve valette lamentin martinique
    guadeloupe guyane mecque paz ciotat seyne fleche mureaux ulis lilas herbiers sables abymes clayes essarts andelys
    houches gets menuires arcs comores antilles balkans canaries seychelles maldives philippines bahamas bourget
    raincy vesinet chesnay cannet lavandou pontet pouzin teil vigan treport croisic conquet faou spezia manche loire
    seine corse bretagne normandie provence vendee gironde drome somme meuse moselle marne sarthe mayenne creuse
    correze lozere savoie picardie lorraine alsace france belgique suisse chine russie turquie syrie libye tunisie
    mauritanie guinee gambie namibie zambie colombie bolivie jamaique barbade grece pologne roumanie hongrie ukraine
    norvege suede finlande""".split()
)
# The names of columns are written as those of papers are: "Le Grand Format", "L'Invité du matin".
_COLUMNS = frozenset(
    """agenda analyse billet bloc-notes carnet chiffre chronique chroniques contribution debat debats decryptage
    dossier dossiers edito editorial editoriaux edition enquete enquetes entretien entretiens essentiel evenement
    fact-checking fait faits feuilleton fil format formats grille humeur idee idees image infographie interview
    interviews invite invitee invites lecteurs mag meteo opinion opinions podcast podcasts portrait portraits
    programme question questions recit recits reportage reportages retro revue selection serie series sommaire
    temoignage temoignages trafic une video videos zoom recette recettes horoscope jeux concours sondage tournoi
    match coupe championnat festival tour fete carnaval salon foire rallye trophee noel nuit""".split()
)
# Whoever gives figures or statements is a source, but publishes no article.
INSTITUTION = re.compile(
    r"\b(?:ministere|ministre|prefecture|prefet|insee|ined|oms|onu|unicef|hcr|unesco|mairie|maire|gouvernement|police"
    r"|gendarmerie|institut|universite|banque|commission|agence|federation|syndicat|association|conseil|cour|tribunal"
    r"|parquet|parlement|senat|assemblee|service|observatoire|wikip\w+|communique|twitter|facebook|instagram|youtube"
    r"|archives|elections?|sondage|comite|organisation|fondation|hopital|centre|armee|pompiers|region|departement"
    r"|commune|communaute|collectif|office|direction|cabinet|groupe|societe|entreprise|compagnie|ong|croix-rouge"
    r"|documents?|dossier|rapport|enquete|etude|auteurs?|internet|web|google|temoins?|proches)\b"
)
_PARTICLES = frozenset("de du des d la le les l en et sur au aux a the of dans pour sans & y".split())
_NO_OPENING = frozenset(
    "par by avec with pour sur dans en selon chez entre sous vers de d a au aux depuis apres groupe"
    " societe editions".split()
)
_DAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche bonne bon".split())
# What follows a name in a press database or on a network: "Le Phare (site web)", "Le Phare (@lephare)".
_ONLINE = re.compile(
    r"(?i)\s*\((?:site(?: web| internet)?|en ligne|web|online|papier|quotidien|hebdo\w*|@\w+)\)\s*$|\s@\w+$"
)
_NO_NAME = re.compile(r"[:;!?©@°\[\]{}<>=«»\"|–—•·/]|\s-\s|\.\s|https?|\d{3,}|\b(?:[snjmt]|qu)['’]")
_SIZES = frozenset("grand grande petit petite nouveau nouvel nouvelle jeune vrai".split())
_TRIM = ' \t*_#>«»“”"()[]·•|–—:;,.-☰≡⌂🔍✉☎'
_ARTICLE = re.compile(r"(?:(?:le|la|les|the)\s+|l')")
_DOMAIN = re.compile(
    r"[a-z0-9-]{3,40}(?:\.[a-z0-9-]{2,20})?\.(?:fr|com|be|ch|ca|org|net|info|media|news|africa|[a-z]{2})"
)


def site_name(text: str) -> str | None:
    """Return what may be a site's name, without marks around it; None for what no site is called.

    Args:
        text: one part of a line, as saved.
    """
    name = " ".join(_ONLINE.sub("", text).strip(_TRIM).split())
    if not 2 < len(name) <= 45 or _NO_NAME.search(name):
        return None
    if is_known(name) or _DOMAIN.fullmatch(name):
        return name
    tokens = [token for token in re.split(r"[\s'’]+", name) if token]
    plain = [fold(token) for token in tokens]
    content = [(token, form) for token, form in zip(tokens, plain, strict=True) if form not in _PARTICLES]
    if not content or len(tokens) > 8 or not name[0].isupper() or not content[0][0][0].isupper():
        return None
    first, second = content[0][1], content[min(1, len(content) - 1)][1]
    if plain[0] in _NO_OPENING or plain[-1] in _PARTICLES or {"par", "avec"} & set(plain) or _NEVER & set(plain):
        return None
    if (
        words.PHRASES.fullmatch(fold(name))
        or words.STRONG_WORDS & set(plain)
        or any(form.endswith(("-vous", "-nous")) for form in plain)
    ):
        return None
    if sum(token[0].islower() for token, _ in content) > (2 if _opens(first) else 1):
        return None
    column = first in _COLUMNS or (first in _SIZES and second in _COLUMNS)
    return None if column or _is_furniture(name) else name


def is_online_edition(text: str) -> bool:
    """Tell whether a line is a name as press databases and networks write it: "Le Phare (site web)"."""
    return _ONLINE.search(text) is not None and site_name(text) is not None


def is_distinctive(name: str) -> bool:
    """Tell whether a name is, by its words alone, that of a paper, a site or a station: "Le Courrier de Brenn"."""
    if is_known(name) or _DOMAIN.fullmatch(name):
        return True
    tokens = [token for token in re.split(r"[\s'’]+", name.strip()) if token]
    content = [token for token in tokens if fold(token) not in _PARTICLES]
    capitals = all(not token[:1].islower() for token in content)
    if len(content) > 1 and fold(content[0]) in _SIZES and _opens(fold(content[1])):
        content = content[1:]  # "Le Nouvel Éclaireur"
        return capitals and (len(content) > 1 or fold(content[0]) in _PAPERS) and has_article(name)
    opening = fold(content[0]) if content else ""
    if len(content) < 2:
        return opening in _PAPERS and has_article(name) and opening not in ("progres", "globe", "echo", "echos")
    after = tokens[tokens.index(content[0]) + 1]
    if opening in _PAPERS or (opening == "quotidien" and has_article(name)):
        return capitals or has_article(name)
    if opening in _OPENERS:
        return capitals and not (opening in ("canal", "presse", "nouvelles") and fold(after) in _PARTICLES)
    if opening in _FIGURES:
        return capitals and has_article(name)
    return capitals and fold(content[-1]) in _CLOSERS and fold(content[0]) not in _DAYS


def opens_as_paper(name: str) -> bool:
    """Tell whether the first word of a name is one that papers are called by, as no person is: "Voix de Brenn"."""
    tokens = [fold(token) for token in re.split(r"[\s'’]+", name) if fold(token) not in _PARTICLES]
    return bool(tokens) and _opens(tokens[0])


def has_article(name: str) -> bool:
    """Tell whether a name opens as many papers' do: "Le Cap", "L'Estafette"."""
    match = _ARTICLE.match(fold(name))
    return match is not None and name[match.end() : match.end() + 1].isupper()


def name_key(name: str) -> str:
    """Return the form in which two spellings of one name are equal: "LE PHARE", "Phare" and "le Phare"."""
    plain = " ".join(re.sub(r"[^\w&.]+", " ", fold(name)).split())
    return re.sub(r"^(?:le|la|les|l|the) (?=.)", "", plain)


def shown_name(name: str) -> str:
    """Return a name as it is shown: as printed, but one all in capitals as a name is written."""
    shown = display_name(name)
    if not shown.isupper() or len(shown) <= 5 or " " not in shown or is_known(name):
        return shown
    parts = re.split(r"([\s'’]+)", shown)
    small = [part if len(part) < 3 and fold(part) not in _PARTICLES else part.capitalize() for part in parts]
    tidy = "".join(part.lower() if fold(part) in _PARTICLES else part for part in small)
    return tidy[:1].upper() + tidy[1:]


def host_of(url: str | None) -> str | None:
    """Return the host of an address without "www.", None where it is that of a platform that publishes others."""
    match = re.match(
        r"https?://(?:www\d?\.|m\.|amp\.|mobile\.)?([a-z0-9.-]+\.[a-z]{2,10})(?=[/:?#]|$)", (url or "").lower()
    )
    platform = match and re.search(
        r"(?:^|\.)(?:google|facebook|twitter|x|linkedin|youtube|instagram|msn|yahoo|archive|wordpress|blogspot|medium|t"
        r"|substack|reddit|whatsapp|telegram|scribd|issuu|europresse|pressreader|bit|free|orange|over-blog|tumblr)\."
        r"[a-z.]{2,6}$", match[1],
    )  # fmt: skip
    return match[1] if match and not platform else None


def host_names(url: str | None, name: str) -> bool:
    """Tell whether an address is that of a name: "https://www.lephare-abidjan.ci/..." of "Le Phare"."""
    host = host_of(url)
    if host is None:
        return False
    known = outlet_of(url or "")
    letters, plain = re.sub(r"[^a-z0-9]", "", host.rsplit(".", 1)[0]), re.sub(r"[^a-z0-9]", "", fold(name))
    short = re.sub(r"[^a-z0-9]", "", name_key(name))
    words_of = [token for token in name_key(name).split() if token not in _PARTICLES]
    joined = "".join(words_of)
    return (known is not None and name_key(known) == name_key(name)) or (
        len(short) >= 4 and (plain in letters or short in letters or joined in letters)
    )


def _opens(token: str) -> bool:
    return token in _PAPERS or token in _OPENERS or token in _FIGURES


def is_place(name: str) -> bool:
    """Tell whether a name with an article is that of a well-known place: "Le Havre", "Les Sables-d'Olonne"."""
    return name_key(name).split(" ")[0] in _PLACES and not _opens(fold(name))


def _is_furniture(name: str) -> bool:
    """Tell whether a name is a house's, an agency's, a date or made of the words of menus."""
    plain = fold(name)
    tokens = [token for token in WORD.findall(plain) if token not in _PARTICLES]
    if not tokens or is_company(name) or AGENCY_NAME.fullmatch(plain) or is_date_line(plain) or "newsletter" in plain:
        return True
    menu = words.RUBRICS | words.STRONG_WORDS | words.WEAK_WORDS | words.NEUTRAL_WORDS
    return all(token in menu for token in tokens)
