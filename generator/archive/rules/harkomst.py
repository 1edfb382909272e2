"""Rule on conclusions: each marks a field that is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.model.anslag import FristaendeAnslag
from generator.model.bas import Post
from generator.model.harkomst import Harlett
from generator.model.sammantrade import Dokument, Sammantrade
from generator.model.walk import fields
from generator.records.unplaced import Unplaced
from generator.svenska import nearest

_UR_SOKVAGEN: tuple[tuple[type[Post], frozenset[str]], ...] = (
    (Sammantrade, frozenset({"organ", "datum"})),
    (FristaendeAnslag, frozenset({"organ", "datum"})),
    (Dokument, frozenset({"organ"})),
)
"""What a record says by its path, and so has no key for, may be a conclusion too."""


def okant_falt(archive: Archive) -> Iterator[Unplaced]:
    """A conclusion about a field that the part does not have. Fel: the site could mark no value with it."""
    for record in archive.records:
        for part, place, _, _ in fields(record.data, Harlett):
            known = _known(type(part))
            for index, conclusion in enumerate(getattr(part, "harlett", ())):
                if conclusion.falt not in known:
                    near = nearest(conclusion.falt, known)
                    cure = f"menade du '{near}'?" if near else f"fälten här är {', '.join(sorted(known))}"
                    loc = (*place, "harlett", index, "falt")
                    yield record.fault("R218", f"fältet '{conclusion.falt}' finns inte här", loc, cure=cure)


def _known(model: type[Post]) -> frozenset[str]:
    more = next((names for one, names in _UR_SOKVAGEN if one is model), frozenset())
    return frozenset(model.model_fields) - {"harlett"} | more
