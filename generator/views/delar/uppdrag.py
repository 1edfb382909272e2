"""One uppdrag for readers: to whom, by when, and its state in words that claim no more than the archive knows."""

from __future__ import annotations

from typing import Any

from generator.archive.archive import Archive
from generator.archive.uppdrag import Rapport, Uppdragsplats
from generator.model.uppdrag import Mottagare
from generator.svenska import long_date
from generator.views import lankar, urls
from generator.views.delar.harkomst import harledningar
from generator.views.markdown import Lank, prose

RAPPORT = {"redovisad": "Återrapporterat", "planerad": "Återrapport aviserad", "behandlas": "Behandlas"}


def uppdrag_context(archive: Archive, plats: Uppdragsplats) -> dict[str, Any]:
    """What a page says about an uppdrag where it was given."""
    data = plats.uppdrag
    return {
        "till": lankar.rad([mottagare(archive, one) for one in data.till]),
        "text": prose(archive, data.text),
        "av": data.av,
        "laget": plats.laget,
        "senast": senast(archive, plats),
        "tryckt": data.senast_text,
        "rapporter": [_rapport(archive, row) for row in plats.rapporter],
        "saknade": lankar.rad([lankar.till(archive, f"mote:{one}") for one in plats.saknade]),
        "aterrapporterat_i": lankar.referens(archive, data.aterrapporterat_i) if data.aterrapporterat_i else None,
        "foljer_av": lankar.referens(archive, data.foljer_av) if data.foljer_av else None,
        "liggaren": Lank("Uppdraget i uppdragsliggaren", urls.uppdrag(plats.id)),
        "harlett": harledningar(archive, data),
        "anmarkning": prose(archive, data.anmarkning) if data.anmarkning else None,
    }


def mottagare(archive: Archive, one: Mottagare) -> Lank:
    """Who received it, as printed, linked to the record that it is."""
    keys = (("organ", one.organ), ("person", one.person), ("huvudman", one.huvudman))
    node = next((f"{slag}:{key}" for slag, key in keys if key and key in archive.register.noder[slag]), None)
    return Lank(one.text, urls.nod(archive, node) if node else None)


def senast(archive: Archive, plats: Uppdragsplats) -> str | Lank | None:
    """When it is due: the meeting it is due at, else the day; None where no day is known."""
    if plats.senast_mote:
        return lankar.till(archive, f"mote:{plats.senast_mote}")
    return long_date(plats.senast) if plats.senast else None


def _rapport(archive: Archive, row: Rapport) -> dict[str, Any]:
    report = row.aterrapport
    return {
        "vad": RAPPORT[report.lage] + (" och avslutat" if report.avslutar else ""),
        "lank": lankar.till(archive, f"punkt:{row.punkt}"),
        "text": report.text,
    }
