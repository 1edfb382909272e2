"""Cases by their diarienummer: known ones are left as printed, new ones become records of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.importer.joining.proposal import Proposal, Seen, free_id, mote_of
from generator.importer.known import Known
from generator.model.punkt import Punkt
from generator.model.referens import normal_diarienummer
from generator.model.sammantrade import Sammantrade
from generator.svenska import slug


def new_cases(proposals: Sequence[Proposal], meetings: Sequence[Sammantrade], known: Known) -> list[Proposal]:
    """The cases whose numbers stand in the proposed meetings and that the archive does not have."""
    found: dict[str, Proposal] = {}
    taken = {id for ids in known.arenden.values() for id in ids}
    for proposal, data in zip(proposals, meetings, strict=True):
        for number, title, place, index in _numbers(proposal, data):
            key = normal_diarienummer(number)
            if known.arenden.get(key):
                continue
            source = proposal.sources[index]
            seen = Seen(source, source.running.line_of(number))
            if key not in found:
                taken.add(case := free_id(slug(number), taken, "arende"))
                found[key] = _new_case(case, number, title, seen)
            _titled(found[key], title, place)
            found[key].from_document(source)
    return list(found.values())


def _numbers(proposal: Proposal, data: Sammantrade) -> Iterator[tuple[str, str, str, int]]:
    """Every number with the title and the address of its item; those of a whole document have neither."""
    for item in mote_of(proposal, data).punkter:
        for case in item.punkt.arenden:
            yield case.arende, _title(item.punkt, case.arende), item.id if proposal.is_placed else "", item.dokument
    for index, document in enumerate(data.dokument):
        for number in document.arenden:
            yield number, "", "", index


def _title(punkt: Punkt, number: str) -> str:
    """The title of an item without the number that is printed in it."""
    return re.sub(rf"\s*\(?\b{re.escape(number)}\b\)?", "", punkt.rubrik).strip() or punkt.rubrik


def _new_case(case: str, number: str, title: str, seen: Seen) -> Proposal:
    value: dict[str, Any] = {"granskad": "nej", "rubrik": title or number, "diarienummer": [number], "rubriker": []}
    proposal = Proposal("arende", case, value)
    why = "Rubriken är punktens." if title else "Numret står utan rubrik; skriv vad ärendet gäller."
    proposal.doubt(("rubrik",), seen, why)
    return proposal


def _titled(proposal: Proposal, title: str, place: str) -> None:
    value = proposal.value
    if title and value["rubrik"] in value["diarienummer"]:
        value["rubrik"] = title
    if title and all(one["rubrik"] != title for one in value["rubriker"]):
        value["rubriker"].append({"rubrik": title, "i": place or None})
