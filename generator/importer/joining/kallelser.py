"""A kallelse tells nothing of what happened: what stands in it under such a heading is kept under that heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.importer.coverage import texts
from generator.importer.joining.proposal import Proposal, Seen
from generator.importer.reading import Path
from generator.model.sammantrade import FORE_MOTET

_HAPPENED = {
    "beslut": "Beslut",
    "omrostningar": "Omröstning",
    "reservationer": "Reservation",
    "deltar_inte": "Deltar inte i beslutet",
    "anteckningar": "Protokollsanteckning",
    "justerad": "Justering",
}
_CALLED = {"beslutande": "ledamoter", "fortroendevalda": "ledamoter", "ej_tjanstgorande": "ersattare"}


def as_sections(proposal: Proposal) -> None:
    """What only a protokoll can have, in a document from before the meeting, made into sections; each is told of."""
    for index, document in enumerate(proposal.value.get("dokument", ())):
        if document.get("slag") in FORE_MOTET:
            _called(proposal, document, index)
            _proposed(proposal, document, index)
            for path, item in _items(document.get("punkter", ()), ("dokument", index, "punkter")):
                for key in [key for key in _HAPPENED if key in item]:
                    words = "\n\n".join(texts(item.pop(key), frozenset({"slag", "omedelbart", "sluten"})))
                    item.setdefault("avsnitt", []).append({"rubrik": _HAPPENED[key], "text": words})
                    why = f"En kallelse har inget under {_HAPPENED[key]}. Är det ett protokoll, rätta 'slag'."
                    where = (*path, "avsnitt", len(item["avsnitt"]) - 1)
                    proposal.doubt(where, Seen(proposal.sources[index]), why)


def _called(proposal: Proposal, document: dict[str, Any], index: int) -> None:
    """Those who are listed in a kallelse are called, whatever the list is named."""
    for group, rows in document.pop("narvaro", {}).items():
        called = document.setdefault("kallade", {}).setdefault(_CALLED.get(group, "ovriga"), [])
        called += rows
        why = "Listan står i en kallelse, så den säger vilka som är kallade. Är det ett protokoll, rätta 'slag'."
        proposal.doubt(("dokument", index, "kallade"), Seen(proposal.sources[index]), why)


def _proposed(proposal: Proposal, document: dict[str, Any], index: int) -> None:
    """A kallelse proposes who will justera; nobody has."""
    found = document.get("justering", [])
    for one in found if isinstance(found, list) else [found]:
        done, day = one.pop("justerat_av", []), one.pop("datum", None)
        if done or day:
            one["foreslagna"] = [*one.get("foreslagna", []), *done]
            why = "En kallelse kan inte visa en gjord justering; namnen står som föreslagna."
            proposal.doubt(("dokument", index, "justering"), Seen(proposal.sources[index]), why)


def _items(items: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for number, item in enumerate(items):
        yield (*path, number), item
        yield from _items(item.get("underpunkter", ()), (*path, number, "underpunkter"))
