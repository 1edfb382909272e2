"""What the archive's nodes are called when a page names them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.synligt import synlig_punkt
from generator.model.punkt import Punkt
from generator.svenska import date_range, long_date, weekday

SLAG = {
    "kallelse": "Kallelse",
    "agenda": "Agenda",
    "protokoll": "Protokoll",
    "protokollsutdrag": "Protokollsutdrag",
    "minnesanteckningar": "Minnesanteckningar",
    "motesanteckning": "Mötesanteckning",
    "ordforandebeslut": "Ordförandebeslut",
}

DAYS_OF_A_WEEK = 7


def organ_text(archive: Archive, organ_id: str, *, short: bool = False) -> str:
    """An organ's name, or its short name where it has one and `short` is wanted."""
    record = archive.organ.get(organ_id)
    if record is None:
        return organ_id
    return (record.data.kortnamn if short else None) or record.data.namn


def mote_text(archive: Archive, mote: Mote, *, short: bool = False) -> str:
    """A meeting by organ and day: ``Strategisk regional beredning 11 oktober 2024``."""
    return f"{organ_text(archive, mote.organ, short=short)} {mote_dag(mote)}"


def mote_dag(mote: Mote) -> str:
    """A meeting by its day alone, where its organ is said already: ``20–21 mars 2024``."""
    order = f" ({mote.ordning}:a mötet den dagen)" if mote.ordning > 1 else ""
    return date_range(mote.datum, mote.sista_dag) + order


def punkt_text(archive: Archive, punkt_id: str, *, short: bool = False) -> str:
    """An item by its meeting and number: ``SRB 11 oktober 2024 § 63``."""
    item = archive.punkter[punkt_id]
    return f"{mote_text(archive, archive.moten[item.mote], short=short)} {punkt_nr(archive, punkt_id)}".rstrip()


def punkt_rubrik(archive: Archive, punkt_id: str) -> str:
    """An item by its number and title, where its meeting is said already: ``§ 63 Nära vård``."""
    return f"{punkt_nr(archive, punkt_id)} {_title(archive, punkt_id)}".strip()


def mote_punkt_rubrik(archive: Archive, punkt_id: str) -> str:
    """An item by its meeting, number and title: ``Strategisk regional beredning 11 oktober 2024 § 63 Nära vård``."""
    return f"{punkt_text(archive, punkt_id)} {_title(archive, punkt_id)}".strip()


def _title(archive: Archive, punkt_id: str) -> str:
    """The title, left out where the item was taken away."""
    item = archive.punkter[punkt_id]
    return item.punkt.rubrik if synlig_punkt(archive, item) else "(borttagen)"


def punkt_nr(archive: Archive, punkt_id: str) -> str:
    """An item's number as readers say it: ``§ 63``, ``punkt 3``, ``punkt 6 a``."""
    item = archive.punkter[punkt_id]
    parent = archive.punkter[item.foralder] if item.foralder else None
    number = item.punkt.nr or punkt_tid(archive.moten[item.mote], item.punkt)
    if parent is not None and not number[:1].isdigit():
        return f"{punkt_nr(archive, parent.id)} {number.rstrip(').')}".rstrip()
    if number[:1] == "§":
        return "§ " + number.lstrip("§ ")
    return f"punkt {number.rstrip('.:)')}" if number[:1].isdigit() else number


def punkt_tid(mote: Mote, punkt: Punkt) -> str:
    """When an item without a number is to be taken up: ``kl. 13.00``, of several days ``torsdag kl. 13.00``.

    The meeting's own day is said already where the item is named; a day that its weekday does not tell is said whole.
    """
    time = f"kl. {punkt.klockslag:%H.%M}" if punkt.klockslag else ""
    return f"{_day_within(mote, punkt.dag)} {time}".strip() if punkt.dag else time


def _day_within(mote: Mote, day: dt.date) -> str:
    """A day as one of a meeting's: nothing where it has no other, its weekday where it has one of each."""
    if not mote.datum <= day <= mote.sista_dag or (mote.sista_dag - mote.datum).days >= DAYS_OF_A_WEEK:
        return long_date(day)
    return weekday(day) if mote.sista_dag > mote.datum else ""


def person_text(archive: Archive, person_id: str) -> str:
    """A person's head name."""
    record = archive.personer.get(person_id)
    return record.data.namn if record else person_id


def arende_text(archive: Archive, arende_id: str) -> str:
    """A case's title with its diarienummer."""
    data = archive.arenden[arende_id].data
    numbers = ", ".join(number.nummer for number in data.diarienummer)
    return f"{data.rubrik} ({numbers})" if numbers else data.rubrik


def node_text(archive: Archive, node: str) -> str:
    """What a link to a node says where nobody chose a text."""
    slag, _, key = node.partition(":")
    return _NAMES[slag](archive, key)


def _uppdrag_text(archive: Archive, key: str) -> str:
    return f"uppdraget i {punkt_text(archive, key.rpartition('/')[0])}"


def _anslag_text(archive: Archive, key: str) -> str:
    organ, _, day = key.partition("/")
    return f"anslaget för {organ_text(archive, organ)} {day}"


def _short_case(archive: Archive, key: str) -> str:
    data = archive.arenden[key].data
    return data.diarienummer[0].nummer if data.diarienummer else data.rubrik


def _term_text(archive: Archive, key: str) -> str:
    terms = archive.ordlista.data.termer if archive.ordlista else ()
    return next((term.term for term in terms if term.id == key), key)


_NAMES: dict[str, Callable[[Archive, str], str]] = {
    "mote": lambda archive, key: mote_text(archive, archive.moten[key]),
    "punkt": punkt_text,
    "uppdrag": _uppdrag_text,
    "anslag": _anslag_text,
    "person": person_text,
    "organ": organ_text,
    "huvudman": lambda archive, key: archive.huvudman[key].data.namn,
    "arende": _short_case,
    "term": _term_text,
}
