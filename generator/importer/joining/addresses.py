"""One address an item: where two documents of a meeting have the same numbers, the later get anchors of their own."""

from __future__ import annotations

from generator.importer.joining.proposal import Proposal, Seen, mote_of
from generator.importer.joining.shapes import at
from generator.importer.known import Known
from generator.model.sammantrade import Sammantrade


def give_addresses(proposal: Proposal, data: Sammantrade, known: Known) -> None:
    """Give an `ankare` to every item whose address another has, in this meeting or in the record that it will join."""
    before = known.moten.get(proposal.id)
    mine = {mark for source in proposal.sources for mark in (source.name, source.sha256)}
    taken = set(before.punkter) if before and not before.sources & mine else set()
    told: set[int] = set()
    for item in mote_of(proposal, data).punkter:
        value = at(proposal.value, item.loc)
        if item.foralder is None and item.ankare in taken and isinstance(value, dict):
            value["ankare"] = _free(item.ankare, taken)
            if item.dokument not in told:
                told.add(item.dokument)
                seen = Seen(proposal.sources[item.dokument], proposal.sources[item.dokument].lines[0].number)
                why = f"Numret {item.punkt.nr or ''} finns redan i mötet, och kanske fler; 'ankare' skiljer dem åt."
                cure = " Är handlingen en rättad version, skriv 'version' och 'ersatter'."
                proposal.doubt((*item.loc, "ankare"), seen, why + cure)
        taken.add(value.get("ankare", item.ankare) if isinstance(value, dict) else item.ankare)


def _free(address: str, taken: set[str]) -> str:
    return next(found for number in range(2, len(taken) + 3) if (found := f"{address}-{number}") not in taken)
