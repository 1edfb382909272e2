"""The glossary: each term with what it means, where the law says so, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.archive.archive import Archive
from generator.model.ordlista import Term
from generator.svenska import collation_key
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.korttext import en_rad
from generator.views.render import page


def pages(archive: Archive) -> Iterator[Planned]:
    """The one page of the glossary."""
    yield Planned(urls.ORDLISTA.fil, partial(_page, archive))


def _page(archive: Archive) -> Page:
    meta = {"title": "Ordlista", "description": "Vad orden i handlingarna betyder, och vad de inte betyder."}
    return page(urls.ORDLISTA, "ordlista", {**meta, "sok": True, "sok_slag": "Ordlista"}, ordlista(archive))


def ordlista(archive: Archive) -> dict[str, Any]:
    """The context of the glossary, in Swedish order."""
    terms = archive.ordlista.data.termer if archive.ordlista else ()
    return {"termer": [_term(archive, one) for one in sorted(terms, key=lambda one: collation_key(one.term))]}


def _term(archive: Archive, one: Term) -> dict[str, Any]:
    return {
        "id": one.id,
        "term": one.term,
        "definition": en_rad(archive, one.definition),
        "rattskalla": one.rattskalla or "",
        "inte": one.inte or "",
        "engelska": one.engelska,
    }
