"""Organ: the list, and each organ with its standing, composition, meetings and uppdrag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import groupby
from typing import Any

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.organbild import Organbild, organbild, per_ar
from generator.archive.sammansattning import perioder as perioder_i
from generator.model.organ import Organ
from generator.svenska import MONTHS, capital, collation_key, count, long_date
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.harkomst import harledningar
from generator.views.delar.hitleder import omnamnanden
from generator.views.delar.kalenderbild import arsbild
from generator.views.delar.korttext import en_rad
from generator.views.delar.mandat import mandattabell, senast
from generator.views.delar.moten import laget
from generator.views.delar.namnformer import namnformer
from generator.views.delar.noter import Noter
from generator.views.delar.perioder import perioder
from generator.views.delar.tackning import tackningsnot
from generator.views.delar.uppdrag import kort_rad
from generator.views.lankar import huvudman, till, webb
from generator.views.markdown import Lank
from generator.views.render import page
from generator.views.text import mote_dag, organ_text

SLAG = {
    "fullmaktige": "fullmäktige",
    "styrelse": "styrelse",
    "namnd": "nämnd",
    "utskott": "utskott",
    "gemensam-namnd": "gemensam nämnd",
    "beredning": "beredning",
    "samverkansgrupp": "samverkansgrupp",
    "samradsorgan": "samrådsorgan",
    "ledningsgrupp": "ledningsgrupp",
    "rad": "råd",
    "presidium": "presidium",
    "annat": "grupp av annat slag",
}
HANDLING = {
    "kallelse": "Kallelser",
    "agenda": "Agendor",
    "protokoll": "Protokoll",
    "protokollsutdrag": "Protokollsutdrag",
    "minnesanteckningar": "Minnesanteckningar",
    "motesanteckning": "Mötesanteckningar",
    "ordforandebeslut": "Ordförandebeslut",
}
KALENDERAR = 3
"""As many years as the page draws; all meetings stand in the organ's list of meetings."""
NUMRERING = {
    "paragraf-arsvis": "§§ som löper genom året",
    "paragraf-per-mote": "§§ från 1 vid varje möte",
    "punkt": "punkter från 1 vid varje möte",
}


def pages(archive: Archive) -> Iterator[Planned]:
    """The list of organ, then each organ in order of id."""
    picture = cache(partial(organbild, archive))
    yield Planned(urls.ORGAN.fil, lambda: _list(archive, {key: picture(key) for key in sorted(archive.organ)}))
    for key in sorted(archive.organ):
        yield Planned(urls.organ(key).fil, partial(_organ, archive, key, picture))


def _list(archive: Archive, pictures: Mapping[str, Organbild]) -> Page:
    return page(urls.ORGAN, "organ_lista", {"title": "Organ"}, lista(archive, pictures))


def _organ(archive: Archive, key: str, picture: Callable[[str], Organbild]) -> Page:
    name = archive.organ[key].data.namn
    described = f"{name}: ställning, sammansättning, möten och uppdrag enligt arkivets handlingar."
    meta = {"title": name, "description": described, "sok": True, "sok_slag": "Organ", "sok_organ": name}
    return page(urls.organ(key), "organ", meta, organ(archive, key, picture(key)))


def lista(archive: Archive, pictures: Mapping[str, Organbild]) -> dict[str, Any]:
    """The context of the list: those that meet, and those that are only mentioned."""
    keys = sorted(pictures, key=lambda key: collation_key(archive.organ[key].data.namn))
    rows = [(archive.organ[key].data, _list_row(archive, key, pictures[key])) for key in keys]
    return {
        "med_moten": [row for data, row in rows if data.mote],
        "omnamnda": [row for data, row in rows if not data.mote],
        "huvudman": Lank("kommuner, regioner och andra huvudmän", urls.HUVUDMAN),
        "tackning": tackningsnot(archive),
    }


def _list_row(archive: Archive, key: str, picture: Organbild) -> dict[str, Any]:
    data = archive.organ[key].data
    latest, coming = picture.senaste(archive), picture.nasta(archive)
    return {
        "namn": till(archive, f"organ:{key}"),
        "kortnamn": data.kortnamn or "",
        "slag": SLAG[data.slag],
        "antal": count(len(picture.moten), "möte", "möten"),
        "senaste": till(archive, f"mote:{latest.id}", mote_dag(latest)) if latest else "–",
        "nasta": till(archive, f"mote:{coming.id}", mote_dag(coming)) if coming else "–",
    }


def organ(archive: Archive, key: str, picture: Organbild) -> dict[str, Any]:
    """The context of an organ's page."""
    data = archive.organ[key].data
    return {
        "namn": data.namn,
        "kortnamn": data.kortnamn or "",
        "slag": SLAG[data.slag],
        "mote": data.mote,
        "webb": webb(data.webbplats, data.webbplats) if data.webbplats else "",
        "referat": en_rad(archive, data.referat) if data.referat else "",
        "stallning": _standing(archive, data),
        "numrering": NUMRERING[data.numrering],
        "alias": namnformer(archive, data.alias),
        "harlett": harledningar(archive, data),
        "anmarkning": en_rad(archive, data.anmarkning) if data.anmarkning else "",
        **_relations(archive, data, picture),
        **_composition(archive, picture),
        **perioder(archive, perioder_i(archive, key)),
        **_meetings(archive, key, picture),
        "kalendrar": _calendars(archive, key, picture),
        "handlingar": _documents(archive, picture),
        "givna": [kort_rad(archive, one) for one in picture.givna],
        "mottagna": [kort_rad(archive, one) for one in picture.mottagna],
        "anslag": [_notice(archive, one.id, one.datum.isoformat()) for one in picture.anslag],
        "omnamnd": omnamnanden(archive, picture.omnamnd),
        "sok": Lank("Sök", urls.SOK),
    }


def _notice(archive: Archive, notice_id: str, day: str) -> Lank:
    return till(archive, f"anslag:{notice_id}", f"Anslag för mötet {day}")


def _standing(archive: Archive, data: Organ) -> dict[str, Any]:
    said = data.stallning
    return {
        "kand": said.lage == "faststalld",
        "lagrum": said.lagrum or "",
        "beslutande": said.beslutande,
        "skal": en_rad(archive, said.skal) if said.skal else "",
    }


def _relations(archive: Archive, data: Organ, picture: Organbild) -> dict[str, Any]:
    bodies = sorted((b for b in data.deltagare if b in archive.huvudman), key=lambda b: _body_name(archive, b))
    return {
        "huvudman": huvudman(archive, data.huvudman),
        "deltagare": [till(archive, f"huvudman:{body}") for body in bodies],
        "under": till(archive, f"organ:{data.under}") if data.under in archive.organ else "",
        "underorgan": [till(archive, f"organ:{one}") for one in picture.under],
        "fran": long_date(data.fran) if data.fran else "",
        "till": long_date(data.till) if data.till else "",
    }


def _body_name(archive: Archive, key: str) -> tuple[str, str]:
    return collation_key(archive.huvudman[key].data.namn)


def _composition(archive: Archive, picture: Organbild) -> dict[str, Any]:
    notes = Noter(archive)
    shown = senast(picture.nu)
    return {
        "dag": long_date(archive.datum),
        "belagd": long_date(shown) if shown else "",
        "nu": mandattabell(archive, picture.nu, notes, visa="person"),
        "tidigare": mandattabell(archive, picture.tidigare, notes, visa="person"),
        "noter": notes.rader(),
    }


def _meetings(archive: Archive, key: str, picture: Organbild) -> dict[str, Any]:
    latest, coming = picture.senaste(archive), picture.nasta(archive)
    return {
        "tackning": tackningsnot(archive, organ=key),
        "alla": Lank(f"Alla möten i {organ_text(archive, key)}", urls.moten_organ(key)) if picture.moten else "",
        "senaste": _meeting(archive, latest) if latest else {},
        "nasta": _meeting(archive, coming) if coming else {},
        "ar": [
            {"ar": Lank(str(year), urls.moten_ar(year)), "antal": count(number, "möte", "möten")}
            for year, number in per_ar(picture.moten).items()
        ],
    }


def _documents(archive: Archive, picture: Organbild) -> list[dict[str, Any]]:
    """Each kind of document that the archive has of the organ: from how many meetings, and the latest of them."""
    return [
        {
            "slag": HANDLING[slag],
            "antal": count(len(motes), "möte", "möten"),
            "senast": till(archive, f"mote:{motes[-1].id}", mote_dag(motes[-1])),
        }
        for slag, motes in picture.handlingar().items()
    ]


def _calendars(archive: Archive, key: str, picture: Organbild) -> list[dict[str, Any]]:
    """The latest years that have meetings, each as a picture and as the same days in a list."""
    years = sorted({mote.datum.year for mote in picture.moten}, reverse=True)[:KALENDERAR]
    return [
        _calendar(archive, key, year, [mote for mote in picture.moten if mote.datum.year == year]) for year in years
    ]


def _calendar(archive: Archive, key: str, year: int, motes: list[Mote]) -> dict[str, Any]:
    months = [
        {
            "namn": capital(MONTHS[month - 1]),
            "moten": [{"dag": till(archive, f"mote:{m.id}", mote_dag(m)), "laget": laget(archive, m)} for m in group],
        }
        for month, group in groupby(motes, key=lambda mote: mote.datum.month)
    ]
    return {"ar": year, "bild": arsbild(archive, organ_text(archive, key), year, motes), "manader": months}


def _meeting(archive: Archive, mote: Mote) -> dict[str, Any]:
    return {
        "lank": till(archive, f"mote:{mote.id}"),
        "status": laget(archive, mote),
        "handlingar": count(sum(one.tillgang == "finns" for one in mote.data.dokument), "handling", "handlingar"),
    }
