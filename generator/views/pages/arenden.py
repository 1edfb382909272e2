"""Cases: the list, and each case with its course across organs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import accumulate, groupby
from typing import Any

from generator.archive.archive import Archive
from generator.archive.arendegang import Gang, Steg, arendegangar, is_before
from generator.archive.moten import Punktplats
from generator.archive.organbild import EJ_KOMMANDE
from generator.archive.synligt import synlig_punkt
from generator.archive.uppdrag import Uppdragsplats
from generator.model.arende import Arende
from generator.model.beslut import Sats
from generator.svenska import collation_key, count, long_date, number
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.arendebild import arendebild
from generator.views.delar.harkomst import harledningar
from generator.views.delar.hitleder import omnamnanden
from generator.views.delar.korttext import borjan, en_rad
from generator.views.delar.moten import laget
from generator.views.delar.tackning import tackningsnot
from generator.views.delar.uppdrag import kort_rad
from generator.views.lankar import huvudman, referens, till
from generator.views.markdown import Lank
from generator.views.render import page
from generator.views.text import SLAG, arende_text, mote_punkt_rubrik, organ_text, punkt_rubrik

MEST = 500
"""As many cases as the list has, in whole years from the latest; all stand in the lists of their years."""
_SHOWN = 3


def pages(archive: Archive) -> Iterator[Planned]:
    """The list of cases, those of each year that has meetings, then each case in order of id."""
    courses = archive.delad("arendegangar", arendegangar)
    years = sorted({urls.year_of(mote) for mote in archive.moten_i_tid}, reverse=True)
    yield Planned(urls.ARENDEN.fil, partial(_list, archive, courses, years))
    for year in years:
        yield Planned(urls.arenden_ar(year).fil, partial(_year, archive, courses, year))
    for key in sorted(archive.arenden):
        yield Planned(urls.arende(key).fil, partial(_case, archive, courses, key), watched=True)


def _list(archive: Archive, courses: Mapping[str, Gang], years: list[int]) -> Page:
    links = [Lank(str(year), urls.arenden_ar(year)) for year in years]
    return page(urls.ARENDEN, "arenden", {"title": "Ärenden"}, {**lista(archive, courses), "ar": links})


def _year(archive: Archive, courses: Mapping[str, Gang], year: int) -> Page:
    found = [key for key, course in courses.items() if year in {step.datum.year for step in _treated(course)}]
    meta = {"title": f"Ärenden {year}", "description": f"Ärenden som organen tog upp {year}."}
    context = {
        "ar": year,
        "antal": count(len(found), "ärende", "ärenden"),
        "tackning": tackningsnot(archive, ar=year),
        "rader": _rows(archive, courses, found),
    }
    return page(urls.arenden_ar(year), "arenden_ar", meta, context)


def _case(archive: Archive, courses: Mapping[str, Gang], key: str) -> Page:
    course = courses[key]
    return page(urls.arende(key), "arende", _meta(archive, key, course), arende(archive, key, course))


def _meta(archive: Archive, key: str, course: Gang) -> dict[str, Any]:
    organs = {organ_text(archive, step.mote.partition("/")[0]) for step in course.steg}
    title = arende_text(archive, key)
    described = f"Ärendet {title}: möten, beslut och uppdrag i tidsordning."
    meta = {"title": title, "description": described, "sok": True, "sok_slag": "Ärende"}
    last = {"sok_senast": max(step.datum.year for step in course.steg)} if course.steg else {}
    return {**meta, **last, **({"sok_organ": sorted(organs, key=collation_key)} if organs else {})}


def lista(archive: Archive, courses: Mapping[str, Gang]) -> dict[str, Any]:
    """The context of the list: by title, and by diarienummer; of many cases those that came up last."""
    shown, since = latest(courses)
    numbers = sorted(
        ((number.nummer, key) for key in shown for number in archive.arenden[key].data.diarienummer),
        key=lambda pair: (collation_key(pair[0]), pair[1]),
    )
    by_number = [
        {"nummer": Lank(number, urls.arende(key)), "rubrik": archive.arenden[key].data.rubrik}
        for number, key in numbers
    ]
    return {
        "antal": count(len(shown), "ärende", "ärenden"),
        "visade": number(len(shown)),
        "alla": count(len(courses), "ärende", "ärenden"),
        "sedan": since,
        "tackning": tackningsnot(archive),
        "rader": _rows(archive, courses, shown),
        "nummer": by_number,
    }


def latest(courses: Mapping[str, Gang]) -> tuple[list[str], int | None]:
    """The cases of the list: all, or where they are many those that came up in or after a year; and that year.

    A case that is known from no meeting stands in no other list, and is always one of them.
    """
    if len(courses) <= MEST:
        return list(courses), None
    last = {key: treated[-1].datum.year if (treated := _treated(course)) else None for key, course in courses.items()}
    years = Counter(year for year in last.values() if year is not None)
    sums = accumulate(years[year] for year in sorted(years, reverse=True))
    within = [year for year, total in zip(sorted(years, reverse=True), sums, strict=True) if total <= MEST]
    since = min(within, default=max(years, default=0))
    return [key for key, year in last.items() if year is None or year >= since], since


def _treated(course: Gang) -> list[Steg]:
    return [step for step in course.steg if step.slag == "behandlas"]


def _rows(archive: Archive, courses: Mapping[str, Gang], keys: Iterable[str]) -> list[dict[str, Any]]:
    rows = [_list_row(archive, key, courses[key]) for key in keys]
    return sorted(rows, key=lambda row: collation_key(row["rubrik"].text))


def _list_row(archive: Archive, key: str, course: Gang) -> dict[str, Any]:
    data = archive.arenden[key].data
    treated = _treated(course)
    return {
        "rubrik": Lank(data.rubrik, urls.arende(key)),
        "nummer": ", ".join(number.nummer for number in data.diarienummer),
        "antal": number(len(treated)),
        "senast": long_date(treated[-1].datum) if treated else "",
    }


def arende(archive: Archive, key: str, course: Gang) -> dict[str, Any]:
    """The context of a case's page."""
    data = archive.arenden[key].data
    others = [
        edge for edge in archive.bakat.get(f"arende:{key}", ()) if edge.fran.split(":")[0] not in {"punkt", "mote"}
    ]
    return {
        "rubrik": data.rubrik,
        "nummer": [_number(archive, number.nummer, number.hos) for number in data.diarienummer],
        "referat": en_rad(archive, data.referat) if data.referat else "",
        "senaste": _latest(archive, course.senaste),
        "nasta": _next_step(archive, course),
        "oppna": [_open(archive, one) for one in course.oppna],
        "bild": arendebild(archive, course) or "",
        "moten": _timeline(archive, course),
        "uppdrag": [kort_rad(archive, one) for one in course.uppdrag],
        "rubriker": [{"rubrik": one.rubrik, "i": referens(archive, one.i) if one.i else ""} for one in data.rubriker],
        "samband": _relations(archive, key, data),
        "ovriga": [
            link
            for link in omnamnanden(archive, (edge for edge in others if edge.falt not in {"samma_som", "hor_till"}))
            if link.till != urls.arende(key)
        ],
        "harlett": harledningar(archive, data),
        "anmarkning": en_rad(archive, data.anmarkning) if data.anmarkning else "",
    }


def _number(archive: Archive, number: str, body: str | None) -> dict[str, Any]:
    return {"nummer": number, "hos": huvudman(archive, body)}


def _relations(archive: Archive, key: str, data: Arende) -> list[dict[str, Any]]:
    """Cases said to be the same or to belong together, whichever of the two records says so."""
    rows = {("är samma ärende som", other) for other in data.samma_som}
    rows |= {("hör till", other) for other in (data.hor_till,) if other}
    inward = {"samma_som": "är samma ärende som", "hor_till": "omfattar"}
    for edge in archive.bakat.get(f"arende:{key}", ()):
        slag, _, other = edge.fran.partition(":")
        if slag == "arende" and edge.falt in inward:
            rows.add((inward[edge.falt], other))
    known = sorted(row for row in rows if row[1] in archive.arenden)
    return [{"hur": how, "arende": Lank(arende_text(archive, other), urls.arende(other))} for how, other in known]


def _latest(archive: Archive, item: Punktplats | None) -> dict[str, Any]:
    if item is None:
        return {}
    return {
        "punkt": Lank(mote_punkt_rubrik(archive, item.id), urls.punkt(item.id)),
        "satser": _sentences(archive, item),
    }


def _next_step(archive: Archive, course: Gang) -> dict[str, Any]:
    """The first meeting on or after the archive's day where the case is known to come up, with what is known of it."""
    ahead = [step for step in course.steg if archive.moten[step.mote].sista_dag >= archive.datum and _comes(step)]
    first = next((archive.moten[s.mote] for s in ahead if archive.moten[s.mote].data.status not in EJ_KOMMANDE), None)
    if first is None:
        return {}
    steps = [step for step in ahead if step.mote == first.id]
    return {
        "mote": till(archive, f"mote:{first.id}"),
        "status": laget(archive, first),
        "punkter": [Lank(punkt_rubrik(archive, s.punkt), urls.punkt(s.punkt)) for s in steps if s.punkt],
        "aterrapport": any(step.vantat for step in steps),
    }


def _comes(step: Steg) -> bool:
    """Whether the case itself, or an uppdrag in it, comes up; that it is only mentioned is no step."""
    return step.slag != "namns"


def _open(archive: Archive, one: Uppdragsplats) -> dict[str, Any]:
    mote = archive.moten.get(one.senast_mote or "")
    return {**kort_rad(archive, one), "mote_status": laget(archive, mote) if mote else ""}


def _timeline(archive: Archive, course: Gang) -> list[dict[str, Any]]:
    """The steps under their meetings, in order of time."""
    groups = []
    numbered = enumerate(course.steg, 1)
    for mote_id, steps in groupby(numbered, key=lambda one: one[1].mote):
        mote = archive.moten[mote_id]
        groups.append(
            {
                "mote": till(archive, f"mote:{mote_id}"),
                "ankare": f"mote-{mote_id.replace('/', '-')}",
                "status": "" if mote.data.status == "hallet" else laget(archive, mote),
                "kommande": mote.datum >= archive.datum,
                "steg": [{**_step(archive, step), "nr": number} for number, step in steps],
            }
        )
    return groups


def _step(archive: Archive, step: Steg) -> dict[str, Any]:
    context: dict[str, Any] = {
        "slag": step.slag,
        "punkt": "",
        "vantat": [kort_rad(archive, one) for one in step.vantat],
        "uppdrag": [kort_rad(archive, one) for one in step.uppdrag],
        "skal": en_rad(archive, step.koppling.skal) if step.koppling and step.koppling.skal else "",
        "tryckt": _printed_number(archive, step),
    }
    return context | _item(archive, archive.punkter[step.punkt]) if step.punkt else context


def _printed_number(archive: Archive, step: Steg) -> str:
    """The diarienummer printed in the item; a case named by its record, or for a reason, is not said to be printed."""
    case = step.koppling
    return case.arende if case and not case.skal and case.arende not in archive.arenden else ""


def _item(archive: Archive, item: Punktplats) -> dict[str, Any]:
    document = archive.moten[item.mote].data.dokument[item.dokument]
    return {
        "punkt": Lank(punkt_rubrik(archive, item.id), urls.punkt(item.id)),
        "handling": SLAG[document.slag],
        "saknas": document.tillgang == "saknas",
        "fore": is_before(archive, item),
        "satser": _sentences(archive, item),
    }


def _sentences(archive: Archive, item: Punktplats) -> list[dict[str, Any]]:
    """The first words of what was decided; of what was proposed only where nothing decided is known."""
    data = item.punkt
    if not synlig_punkt(archive, item):
        return []
    groups: list[tuple[str, tuple[Sats, ...]]] = [
        ("Beslut", data.beslut),
        ("Ställningstagande", data.stallningstagande),
    ]
    if not data.beslut and not data.stallningstagande:
        groups = [("Förslag", data.forslag)]
    return [
        {"vad": what, "text": borjan(archive, one.text), "fler": max(0, len(rows) - _SHOWN) if number == 0 else 0}
        for what, rows in groups
        for number, one in enumerate(rows[:_SHOWN])
    ]
