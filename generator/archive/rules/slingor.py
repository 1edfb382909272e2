"""Rule against rings: a record that through others leads back to itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.records.unplaced import Unplaced

_KEDJOR = (
    ({"flyttat_till", "ersatts_av"}, "mötet ersätts av sig självt"),
    ({"del_av"}, "mötet är en del av sig självt"),
    ({"foljer_av"}, "uppdraget följer av sig självt"),
    ({"hor_till"}, "ärendet hör till sig självt"),
    ({"under"}, "organet ligger under sig självt"),
)
_SJALV = {"samma_som": "ärendet är samma som sig självt", "inte_samma_som": "personen skiljs från sig själv"}


def slinga(archive: Archive) -> Iterator[Unplaced]:
    """A chain that comes back to where it began, told once. Fel: a reader who follows it never arrives."""
    for fields, what in _KEDJOR:
        yield from _rings([edge for edge in archive.kanter if edge.falt in fields and edge.slag != "prosa"], what)
    for edge in archive.kanter:
        name = "inte_samma_som" if "inte_samma_som" in edge.loc else edge.falt
        if name in _SJALV and edge.slag in {"arende", "person"} and edge.till == edge.fran:
            yield edge.record.fault(
                "R222", _SJALV[name], edge.loc, cure="rätta till den andra posten eller ta bort raden"
            )


def _rings(edges: list[Kant], what: str) -> Iterator[Unplaced]:
    onward: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.till:
            onward[edge.fran].add(edge.till)
    for edge in sorted(edges, key=lambda one: (one.fran, one.till or "")):
        ring = {node for node in _reached(onward, edge.fran) if edge.fran in _reached(onward, node)}
        if edge.till in ring and edge.fran == min(ring):
            way = f" (genom {', '.join(sorted(node.partition(':')[2] for node in ring - {edge.fran}))})"
            yield edge.record.fault(
                "R222", what + (way if len(ring) > 1 else ""), edge.loc, cure="rätta den hänvisning som leder tillbaka"
            )


def _reached(onward: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    queue = [start]
    while queue:
        for node in onward.get(queue.pop(), set()) - found:
            found.add(node)
            queue.append(node)
    return found
