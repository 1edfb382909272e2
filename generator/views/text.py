"""What the archive's nodes are called when a page names them."""

from __future__ import annotations

from collections.abc import Callable

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.svenska import date_range, long_date

SLAG = {
    "kallelse": "Kallelse",
    "agenda": "Agenda",
    "protokoll": "Protokoll",
    "protokollsutdrag": "Protokollsutdrag",
    "minnesanteckningar": "Minnesanteckningar",
    "motesanteckning": "Mötesanteckning",
    "ordforandebeslut": "Ordförandebeslut",
}
STATUS = {
    "foreslaget": "föreslaget",
    "planerat": "planerat",
    "kallat": "kallelse utsänd",
    "hallet": "hållet",
    "installt": "inställt",
    "ersatt": "ersatt av annat möte",
    "okant": "okänt om det hölls",
}


def organ_text(archive: Archive, organ_id: str, *, short: bool = False) -> str:
    """An organ's name, or its short name where it has one and `short` is wanted."""
    record = archive.organ.get(organ_id)
    if record is None:
        return organ_id
    return (record.data.kortnamn if short else None) or record.data.namn


def mote_text(archive: Archive, mote: Mote, *, short: bool = False) -> str:
    """A meeting by organ and day: ``Strategisk regional beredning 11 oktober 2024``."""
    day = date_range(mote.datum, mote.sista_dag) if mote.data.till_datum else long_date(mote.datum)
    order = f" ({mote.ordning}:a mötet den dagen)" if mote.ordning > 1 else ""
    return f"{organ_text(archive, mote.organ, short=short)} {day}{order}"


def punkt_text(archive: Archive, punkt_id: str, *, short: bool = False) -> str:
    """An item by its meeting and number: ``SRB 11 oktober 2024 § 63``."""
    item = archive.punkter[punkt_id]
    return f"{mote_text(archive, archive.moten[item.mote], short=short)} {punkt_nr(archive, punkt_id)}".rstrip()


def punkt_nr(archive: Archive, punkt_id: str) -> str:
    """An item's number as readers say it: ``§ 63``, ``punkt 3``, ``punkt 6 a``."""
    item = archive.punkter[punkt_id]
    parent = archive.punkter[item.foralder] if item.foralder else None
    number = item.punkt.nr or (f"kl. {item.punkt.klockslag:%H.%M}" if item.punkt.klockslag else "")
    if parent is not None and not number[:1].isdigit():
        return f"{punkt_nr(archive, parent.id)} {number.rstrip(').')}".rstrip()
    if number[:1] == "§":
        return "§ " + number.lstrip("§ ")
    return f"punkt {number.rstrip('.:)')}" if number[:1].isdigit() else number


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
