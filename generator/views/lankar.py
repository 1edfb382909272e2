"""Links and lists of links as pages write them: references and nodes of the archive, web addresses, enumerations."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.views import urls
from generator.views.markdown import Lank, address, escape, written
from generator.views.text import node_text


def till(archive: Archive, node: str, text: str = "") -> Lank:
    """A link to a node of the archive, under the name that readers know it by or under `text`."""
    return Lank(text or node_text(archive, node), urls.nod(archive, node))


def valfri(archive: Archive, slag: str, key: str | None, text: str) -> Lank:
    """A link to a node of a kind where the archive knows which, else the text alone."""
    return till(archive, f"{slag}:{key}", text) if key in archive.register.noder[slag] else Lank(text)


def referens(archive: Archive, skriven: str, text: str = "") -> Lank:
    """A link to what a reference in a record means; its own words alone where it leads nowhere."""
    found = archive.register.sla_upp(skriven).nod
    return till(archive, found, text) if found else Lank(text or skriven)


def referenser(archive: Archive, skrivna: Iterable[str]) -> list[Lank]:
    """Links to what the references of a field mean, each once, in their order."""
    return [referens(archive, one) for one in dict.fromkeys(skrivna)]


def huvudman(archive: Archive, huvudman_id: str | None, text: str = "") -> Lank | None:
    """A link to an authority; None where there is none."""
    return till(archive, f"huvudman:{huvudman_id}", text) if huvudman_id in archive.huvudman else None


def webb(text: str, href: str) -> Markup:
    """A link out of the archive as Markdown."""
    return Markup(f"[{escape(text)}]({address(href)})")


def rad(values: Iterable[object], mellan: str = ", ") -> Markup:
    """Values on one line, those that are missing or empty left out."""
    return Markup(mellan).join(written(value) for value in values if value not in (None, ""))
