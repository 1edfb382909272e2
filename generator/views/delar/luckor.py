"""The gaps of an organ for readers: meetings without whole documents, §§ that are not held, underlag not to be had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.moten import Mote
from generator.archive.tackning import (
    Artackning,
    Intervall,
    Nummerserie,
    Organtackning,
    Underlag,
    innehav,
    innehavda,
    saknade,
    utfall,
)
from generator.model.handling import Handling, Tillgang
from generator.model.sammantrade import Dokument
from generator.svenska import capital, count, listing, long_date, number, paragraphs, unbroken
from generator.views import urls
from generator.views.delar.moten import laget
from generator.views.lankar import rad, till
from generator.views.markdown import Lank
from generator.views.text import SLAG, mote_dag, mote_text, punkt_nr, punkt_text

VISADE = 40
"""How many rows a table of gaps has at most; the rest is counted, and stands in the organ's list of meetings."""
VISADE_LANKAR = 6
NABARA: Mapping[Tillgang, str] = {"publicerad": "i arkivet", "lankad": "på en annan webbplats"}
SORTER = "protokoll, utdrag eller anteckningar"
SKAL = ("pa-begaran", "sekretess", "forlorad", "okand")


def moten_med_luckor(archive: Archive, one: Organtackning) -> dict[str, Any]:
    """The meetings of an organ that something is missing from, the latest first, and how many more there are."""
    told = {found.mote.id: found.genom for found in one.aviserade}
    gaps = [mote for mote in reversed(one.moten) if _incomplete(mote)]
    followed = sum(innehav(found.mote) in {"hela", "delar"} for found in one.aviserade)
    return {
        "rader": [_meeting(archive, mote, told.get(mote.id, ())) for mote in gaps[:VISADE]],
        "fler": count(len(gaps) - VISADE, "äldre möte", "äldre möten") if len(gaps) > VISADE else "",
        "alla": Lank("alla organets möten", urls.moten_organ(one.organ)),
        "omtalade": _told(len(one.aviserade), followed),
    }


def _told(known: int, followed: int) -> str:
    """How many meetings are told of elsewhere, and whether their own documents have turned up."""
    if known == 0:
        return ""
    first = f"Handlingar från andra möten talar om {count(known, 'möte', 'möten')} i organet"
    if followed == 0:
        return f"{first}, men arkivet har inga {SORTER} från {'det' if known == 1 else 'dem'}."
    which = "det" if known == 1 else "alla" if followed == known else f"{number(followed)} av dem"
    return f"{first}, och arkivet har {SORTER} från {which}."


def _incomplete(mote: Mote) -> bool:
    return not mote.data.avpublicerad and (innehav(mote) != "hela" or bool(saknade(mote)))


def _meeting(archive: Archive, mote: Mote, told: tuple[str, ...]) -> dict[str, Any]:
    return {
        "dag": till(archive, f"mote:{mote.id}", unbroken(mote_dag(mote))),
        "laget": capital(laget(archive, mote)) + _unwatched(archive, mote),
        "har": _held(mote),
        "saknar": _missing(archive, mote),
        "genom": _some((_short(archive, node) for node in told[:VISADE_LANKAR]), len(told)),
    }


def _unwatched(archive: Archive, mote: Mote) -> str:
    """What is added where the archive has not looked for the meeting's documents at all."""
    watched = archive.arkiv.data.bevakat_till
    late = watched is not None and mote.datum > watched and utfall(archive, mote) == "okant"
    return f" (mötet är efter den {long_date(watched)}, som arkivet bevakar till)" if late and watched else ""


def _held(mote: Mote) -> str:
    names = [_document(one) for one in innehavda(mote)]
    if not names:
        return "Inga handlingar"
    return capital(listing(names)) if innehav(mote) == "hela" else f"Bara {listing(names)}"


def _document(one: Dokument) -> str:
    return SLAG[one.slag].lower() + (f" ({one.omfattar.tryckt})" if one.omfattar else "")


def _missing(archive: Archive, mote: Mote) -> str:
    """The documents that are known and not held; where none is known of a past meeting, that this is all one knows."""
    if found := saknade(mote):
        return capital(listing(_document(one) for one in found))
    if utfall(archive, mote) not in {"hallet", "okant"}:
        return ""
    return "Framgår inte vad mer som finns" if innehavda(mote) else "Framgår inte vad som finns"


def _short(archive: Archive, node: str) -> Lank:
    kind, _, key = node.partition(":")
    if kind == "punkt":
        return till(archive, node, punkt_text(archive, key, short=True))
    return till(archive, node, mote_text(archive, archive.moten[key], short=True) if kind == "mote" else "")


def _some(links: Iterable[Lank], many: int) -> Markup:
    """The first links of many on one line, and how many more there are."""
    return rad([*links, f"och {number(many - VISADE_LANKAR)} till" if many > VISADE_LANKAR else ""])


def nummerluckor(archive: Archive, one: Organtackning) -> dict[str, Any]:
    """The §§ of an organ, by year or by meeting, that are held, told of and not held."""
    series = [(year, found) for year in one.ar for found in year.nummer]
    gaps = [(year, found) for year, found in series if found.mote is None or found.fore or found.mellan]
    return {
        "per_mote": any(found.mote for _, found in series),
        "finns": bool(series),
        "rader": [_series(archive, year, found) for year, found in gaps[:VISADE]],
        "fler": count(len(gaps) - VISADE, "äldre möte", "äldre möten") if len(gaps) > VISADE else "",
        "borttagna": any(year.utfall.get("borttaget") for year in one.ar),
    }


def _series(archive: Archive, year: Artackning, found: Nummerserie) -> dict[str, Any]:
    mote = archive.moten[found.mote] if found.mote else None
    return {
        "namn": till(archive, f"mote:{mote.id}", unbroken(mote_dag(mote))) if mote else str(year.ar),
        "har": paragraphs(found.har) or "inga",
        "namnda": paragraphs(found.namnda) or "inga",
        "mellan": spann(found.mellan) or "inga",
        "fore": spann([found.fore]) if found.fore else "inga",
        "hogsta": number(max((*found.har, *found.namnda))),
    }


def spann(runs: Iterable[Intervall]) -> str:
    """Runs of § numbers as printed: ``§ 23``, ``§§ 1–5, 23``; empty for none."""
    ends = [*runs]
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in ends]
    single = len(ends) == 1 and ends[0][0] == ends[0][1]
    return f"{'§' if single else '§§'} {', '.join(parts)}" if parts else ""


def underlag(archive: Archive, one: Organtackning) -> list[dict[str, Any]]:
    """The underlag and bilagor that each year's documents mention: how many can be read, and why not the others."""
    return [_enclosures(archive, year) for year in one.ar if year.underlag]


def _enclosures(archive: Archive, year: Artackning) -> dict[str, Any]:
    gone = [found for found in year.underlag if found.handling.tillgang not in NABARA]
    readable = Counter(found.handling.tillgang for found in year.underlag)
    places = [*dict.fromkeys((found.mote, found.punkt) for found in gone)]
    return {
        "ar": str(year.ar),
        "antal": number(len(year.underlag)),
        "nabara": listing(f"{number(readable[key])} {where}" for key, where in NABARA.items() if readable[key])
        or "inga",
        "saknade": "; ".join(_why(gone)) or "inga",
        "var": _some((_place(archive, mote, item) for mote, item in places[:VISADE_LANKAR]), len(places)),
    }


def _why(gone: Iterable[Underlag]) -> list[str]:
    """Each reason with how many it holds for: ``2 kan begäras ut hos Ekeby kommun``."""
    reasons = Counter((found.handling.tillgang, _reason(found.handling)) for found in gone)
    ordered = sorted(reasons.items(), key=lambda row: (SKAL.index(row[0][0]), row[0][1]))
    return [f"{number(many)} {_phrase(kind, many)}{tail}" for (kind, tail), many in ordered]


def _reason(one: Handling) -> str:
    if one.tillgang == "pa-begaran" and one.hos:
        return f" hos {one.hos}"
    return f" enligt {one.grund}" if one.tillgang == "sekretess" and one.grund else ""


def _phrase(kind: str, many: int) -> str:
    alone = many == 1
    phrases: Mapping[str, str] = {
        "pa-begaran": "kan begäras ut",
        "sekretess": "lämnas inte ut: sekretess",
        "forlorad": "förlorat" if alone else "förlorade",
        "okand": f"finns inte i arkivet, och hur {'det' if alone else 'de'} kan fås framgår inte",
    }
    return phrases[kind]


def _place(archive: Archive, mote_id: str, punkt_id: str | None) -> Lank:
    day = mote_dag(archive.moten[mote_id])
    if punkt_id is None:
        return till(archive, f"mote:{mote_id}", f"{day} (bilagor)")
    return till(archive, f"punkt:{punkt_id}", f"{day} {punkt_nr(archive, punkt_id)}".rstrip())
