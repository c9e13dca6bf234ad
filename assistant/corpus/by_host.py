"""Names an article that only the address of its page tells the house of, as the folder's other articles name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.corpus.outlets import outlet_of
from assistant.corpus.site_names import host_names, host_of
from assistant.types import Article, Provenance


def with_house_names(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles, those whose publisher is a bare host with the name that others of that host go by.

    "lephare.example" yields to "Le Phare", which another article of the folder is signed by: one publisher, not two.
    Nothing is changed where no name, or more than one, goes with the host.

    Args:
        articles: of one folder. Those named here before are named anew, so the same articles give the same names.
    """
    bare = [host_of(one.url) if _is_by_host(one) else None for one in articles]
    names = sorted({one.publisher for one, host in zip(articles, bare, strict=True) if one.publisher and not host})
    named = []
    for one, host in zip(articles, bare, strict=True):
        fitting = [name for name in names if host and host_names(one.url, name)]
        known = fitting[0] if len(fitting) == 1 else host
        named.append(replace(one, publisher=known) if known and known != one.publisher else one)
    return tuple(named)


def _is_by_host(article: Article) -> bool:
    """Tell whether only the address names the publisher; that of a known outlet is its name."""
    how = Provenance("inferred", f"adresse de la page : {article.url}")
    return bool(article.url) and not outlet_of(article.url or "") and article.provenance.get("publisher") == how
