"""The line at the foot of a page that says whose it is: a name beside rights, links, an address, a frequency."""

from __future__ import annotations

import re

from assistant.corpus import vocabulary as words
from assistant.corpus.agencies import is_agency
from assistant.corpus.credits import CREDIT_MARK
from assistant.corpus.line_form import is_sentence, normal_form
from assistant.corpus.mastheads import is_menu_word, is_motto, parts_of
from assistant.corpus.site_names import has_article, is_distinctive, site_name
from assistant.language.folding import fold

_YEARS = re.compile(r"(?:^|\s)(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?)(?=\s|$)")
_RIGHTS = re.compile(
    r"tous droits\b.*|all rights\b.*|reproduction\b.*|copyright|\(c\)|c|credits?|mentions? legales?|cg[uv]s?|rgpd"
    r"|issn\b.*|depot legal.*|directeur de (?:la )?publication.*|commission paritaire.*|cppap.*"
)
_KIND = re.compile(
    r"(?:(?:un |le |la |l'|une |votre )?(?:site|journal|quotidien|hebdo(?:madaire)?|bi-?mensuel|mensuel"
    r"|trimestriel|magazine|media|radio|webzine|revue|pure player|tele(?:vision)?|chaine|web ?tv))(?: [\w' -]{1,50})?"
    r"|(?:association|societe|sarl|sas|scop|editions?|imprimerie|siege)\b.*"
)
_PLACE = re.compile(
    r"\d+(?: ?(?:bis|ter))?,? (?:rue|avenue|av|bd|boulevard|quai|place|impasse|chemin|allees?|cours"
    r"|route|square|bp|faubourg)\b.*|(?:rue|avenue|boulevard|quai|place|bp|b\.p\.) .*|\d{5} [\w' -]+(?:cedex.*)?"
)
_NUMBERS = re.compile(
    r"[\d .,+()/]+(?: ?(?:fm|mhz|h))?|tel\w*\b.*|fax\b.*|siret\b.*|(?:www\.|https?:)\S+|\S+@\S+|[\w-]+\.[\w.-]+"
)
_OWNER_FIRST = re.compile(
    r"^(?:(?:©|\(c\)|copyright|édité par|publié par|propriété de|une publication de|est une publication de)\s*)+",
    re.IGNORECASE,
)


def colophon(line: str) -> tuple[str, bool] | None:
    """Read the name in a line of rights, links and addresses, such as stands at the foot of a page.

    Returns:
        The name, and whether a right, a year or a link beside it says that the site is its own; None when the line
        holds anything else, no name or two.
    """
    if len(line) > 250 or (is_sentence(line) and not CREDIT_MARK.search(fold(line))):
        return None
    names: list[str] = []
    marked = bool(re.search(r"^\W*(?:©|\(c\)|copyright)|tous droits", line, re.IGNORECASE))
    proof = places = 0
    for part in parts_of(line):
        bare = re.sub(r"(?i)\W*(?:tous droits|all rights|reproduction).*$", "", _YEARS.sub(" ", part))
        bare = _OWNER_FIRST.sub("", bare.strip()).strip()
        plain = normal_form(part)
        kind = (part[:1].islower() or " " not in part) and (_KIND.fullmatch(plain) or (names and is_motto(part)))
        explained = (
            not bare or kind or any(one.fullmatch(plain) for one in (_RIGHTS, words.SITE_PAGES, _PLACE, _NUMBERS))
        )
        proof += bool(explained) or bare != part
        places += bool(_PLACE.fullmatch(plain))
        if explained or is_menu_word(plain) or (marked and names and part[:1].islower()):
            continue  # "© Le Cap, la voix du large"
        name = site_name(bare)
        if name is None or is_agency(name):
            return None
        names.append(name)
    sure = [name for name in names if is_distinctive(name) or has_article(name)]
    if not names or not (proof or marked) or len(names) > (3 if places else 1 + bool(len(sure) == 1)):
        return None
    return (sure or names)[0], proof > 0
