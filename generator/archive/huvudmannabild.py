"""Everything that the archive knows of an authority: organ, seats, what it said or was asked, rows with its name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.graph import Kant
from generator.archive.moten import Punktplats
from generator.archive.narvaro import Framtradande
from generator.archive.organbild import omnamnd
from generator.archive.sammansattning import Plats, mandat_i, valid
from generator.archive.synligt import synlig_punkt, synligt_mote, synligt_uppdrag
from generator.archive.uppdrag import OPPET, Uppdragsplats


@dataclass(frozen=True)
class Huvudmannabild:
    """An authority. `till_organen` are open uppdrag to the organ it takes part in, `ovriga` rows of staff."""

    organ: tuple[str, ...]
    egna: tuple[str, ...]
    nu: tuple[Plats, ...]
    tidigare: tuple[Plats, ...]
    inlagg: tuple[Punktplats, ...]
    uppdrag: tuple[Uppdragsplats, ...]
    till_organen: tuple[Uppdragsplats, ...]
    ovriga: tuple[Framtradande, ...]
    omnamnd: tuple[Kant, ...]


def huvudmannabild(archive: Archive, key: str) -> Huvudmannabild:
    """The picture of one authority."""
    organ = tuple(name for name, one in archive.organ.items() if key in one.data.deltagare)
    owned = tuple(name for name, one in archive.organ.items() if one.data.huvudman == key)
    seats = [seat for name in archive.organ for seat in mandat_i(archive, name) if seat.mandat.huvudman == key]
    return Huvudmannabild(
        organ=organ,
        egna=owned,
        nu=tuple(seat for seat in seats if valid(seat.mandat, archive.datum)),
        tidigare=tuple(seat for seat in seats if not valid(seat.mandat, archive.datum)),
        inlagg=_said(archive, key),
        uppdrag=tuple(
            one
            for one in archive.uppdrag
            if any(to.huvudman == key for to in one.uppdrag.till) and synligt_uppdrag(archive, one)
        ),
        till_organen=tuple(
            one
            for one in archive.uppdrag
            if one.laget in OPPET
            and any(to.organ in organ for to in one.uppdrag.till)
            and synligt_uppdrag(archive, one)
        ),
        ovriga=_staff(archive, key),
        omnamnd=omnamnd(archive, f"huvudman:{key}"),
    )


def _said(archive: Archive, key: str) -> tuple[Punktplats, ...]:
    """The items where the authority contributed, the earliest first."""
    sources = {edge.fran for edge in archive.bakat.get(f"huvudman:{key}", ()) if "inlagg" in edge.loc}
    found = (archive.punkter[source.removeprefix("punkt:")] for source in sources)
    shown = (item for item in found if synlig_punkt(archive, item))
    return tuple(sorted(shown, key=lambda item: (archive.moten[item.mote].datum, item.id)))


def _staff(archive: Archive, key: str) -> tuple[Framtradande, ...]:
    """Rows among the others present or called that name the authority."""
    rows = [row for row in archive.framtradanden if row.huvudman == key and row.grupp in {"ovriga", "kallade.ovriga"}]
    shown = (row for row in rows if synligt_mote(archive, row.mote))
    return tuple(sorted(shown, key=lambda row: (archive.moten[row.mote].datum, row.mote)))
