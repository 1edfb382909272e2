"""The ledger of uppdrag: all under their states, with indexes by giver and by receiver; and a page for each year.

Each uppdrag stands in full once: the latest in the ledger, earlier ones on the page of the year when they were given.
The other of the two pages has its name, under the same anchor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import Any

from generator.archive.archive import Archive
from generator.archive.synligt import synliga_uppdrag
from generator.archive.uppdrag import Laget, Uppdragsplats
from generator.svenska import collation_key, count, long_date
from generator.views import urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.tackning import tackningsnot
from generator.views.delar.uppdrag import hel_rad, mottagarnod, namn
from generator.views.lankar import till
from generator.views.markdown import Lank
from generator.views.render import page
from generator.views.text import node_text

GRUPPER = (
    ("forsenat", "Försenade", "forsenade"),
    ("ingen-aterrapport", "Dagen har passerat, ingen återrapport i arkivet", "ingen-aterrapport"),
    ("pagar", "Öppna", "oppna"),
    ("okant", "Okänt om uppdraget gavs", "okanda"),
    ("aterrapporterat", "Återrapporterade", "aterrapporterade"),
    ("avslutat", "Återrapporterade och avslutade", "avslutade"),
    ("foreslaget", "Bara föreslagna", "foreslagna"),
    ("omtalat", "Bara omtalade", "omtalade"),
)
KORT: Mapping[Laget, str] = {
    "forsenat": "försenat",
    "ingen-aterrapport": "dagen har passerat, ingen återrapport i arkivet",
    "pagar": "öppet",
    "okant": "okänt om det gavs",
    "aterrapporterat": "återrapporterat",
    "avslutat": "avslutat",
    "foreslaget": "bara föreslaget",
    "omtalat": "bara omtalat",
}
"""The states in a word or two, in the order of the indexes."""


HELA = 200
"""As many uppdrag as the ledger tells in full, in whole years from the latest; of the others it has the names."""
Lista = list[Uppdragsplats]


def pages(archive: Archive) -> Iterator[Planned]:
    """The ledger, then each year in which an uppdrag was given."""
    given = given_by_year(archive)
    yield Planned(urls.UPPDRAG.fil, partial(_page, archive, given))
    for year in given:
        yield Planned(urls.uppdrag_ar(year).fil, partial(_year, archive, given, year))


def given_by_year(archive: Archive) -> dict[int, Lista]:
    """The visible uppdrag by the year of the meeting that gave them, the latest year first."""
    return dict(_years(archive, synliga_uppdrag(archive)))


def _year_of(archive: Archive, one: Uppdragsplats) -> int:
    return archive.moten[one.mote].datum.year


def in_full(given: Mapping[int, Lista]) -> frozenset[int]:
    """The years whose uppdrag the ledger tells in full."""
    sums = zip(given, accumulate(map(len, given.values())), strict=True)
    return frozenset(year for year, total in sums if total <= HELA)


def _page(archive: Archive, given: Mapping[int, Lista]) -> Page:
    meta = {
        "title": "Uppdrag",
        "description": "Uppdragsliggare: vad organen har bett om, av vem, till när och hur det gick.",
    }
    return page(urls.UPPDRAG, "uppdrag", meta, uppdrag(archive, given))


def _year(archive: Archive, given: Mapping[int, Lista], year: int) -> Page:
    meta = {
        "title": f"Uppdrag {year}",
        "description": f"Uppdrag som organen gav {year}: till vem, till när och hur det gick.",
    }
    whole = year in in_full(given)
    context = {
        "ar": year,
        "dag": long_date(archive.datum),
        "tackning": tackningsnot(archive, ar=year),
        "namn": [_name(archive, one, urls.uppdrag(one.id)) for one in given[year]] if whole else [],
        "rader": [] if whole else [hel_rad(archive, one) for one in given[year]],
    }
    return page(urls.uppdrag_ar(year), "uppdrag_ar", meta, context)


def _name(archive: Archive, one: Uppdragsplats, where: urls.Adress) -> dict[str, Any]:
    """An uppdrag on the page where it does not stand in full; under its anchor, since an address lives for ever."""
    return {"lank": Lank(namn(archive, one), where), "ankare": urls.uppdrag_anchor(one.id)}


def uppdrag(archive: Archive, given: Mapping[int, Lista]) -> dict[str, Any]:
    """The context of the ledger: the groups that have entries, and the two indexes."""
    visible = synliga_uppdrag(archive)
    whole = in_full(given)
    groups = [
        {"laget": state, "rubrik": title, "ankare": anchor, **_group(archive, visible, state, whole)}
        for state, title, anchor in GRUPPER
    ]
    watched = archive.arkiv.data.bevakat_till
    return {
        "antal": count(len(visible), "uppdrag", "uppdrag"),
        "tackning": tackningsnot(archive),
        "dag": long_date(archive.datum),
        "bevakat": long_date(watched) if watched else "",
        "ar": [Lank(str(year), urls.uppdrag_ar(year)) for year in given],
        "grupper": [group for group in groups if group["antal"]],
        "givare": _index(archive, _by_giver(archive), whole),
        "mottagare": _index(archive, _by_receiver(archive), whole),
    }


def _group(archive: Archive, visible: Sequence[Uppdragsplats], state: str, whole: Collection[int]) -> dict[str, Any]:
    """The uppdrag in one state: those that stand here in full, and the names of the others by year, latest first."""
    found = [one for one in visible if one.laget == state]
    older = [one for one in found if _year_of(archive, one) not in whole]
    return {
        "antal": len(found),
        "rader": [hel_rad(archive, one) for one in found if _year_of(archive, one) in whole],
        "ar": [
            {
                "lank": Lank(str(year), urls.uppdrag_ar(year)),
                "uppdrag": [_name(archive, one, urls.uppdrag_ar(year, one.id)) for one in group],
            }
            for year, group in _years(archive, older)
        ],
    }


def _years(archive: Archive, found: Iterable[Uppdragsplats]) -> list[tuple[int, Lista]]:
    by_year: dict[int, Lista] = defaultdict(list)
    for one in found:
        by_year[_year_of(archive, one)].append(one)
    return sorted(by_year.items(), reverse=True)


def _by_giver(archive: Archive) -> dict[str, list[Uppdragsplats]]:
    found: dict[str, list[Uppdragsplats]] = defaultdict(list)
    for one in synliga_uppdrag(archive):
        found[f"organ:{archive.moten[one.mote].organ}"].append(one)
    return found


def _by_receiver(archive: Archive) -> dict[str, list[Uppdragsplats]]:
    """By record where the archive knows who receives, else by the printed words."""
    found: dict[str, list[Uppdragsplats]] = defaultdict(list)
    for one in synliga_uppdrag(archive):
        for to in one.uppdrag.till:
            found[mottagarnod(archive, to) or to.text].append(one)
    return found


def _index(archive: Archive, groups: dict[str, Lista], whole: Collection[int]) -> list[dict[str, Any]]:
    """Each giver or receiver in Swedish order, with links to its entries under their states."""
    rows = [(_heading(archive, key), list(dict.fromkeys(entries))) for key, entries in groups.items()]
    rows.sort(key=lambda row: collation_key(row[0].text))
    return [
        {
            "namn": name,
            "antal": len(entries),
            "lagen": [
                {"laget": KORT[state], "uppdrag": _links(archive, found, whole)}
                for state in KORT
                if (found := [one for one in entries if one.laget == state])
            ],
        }
        for name, entries in rows
    ]


def _links(archive: Archive, found: Lista, whole: Collection[int]) -> list[Lank]:
    """Each uppdrag that stands here in full, then the years of the others with how many they are."""
    here = [one for one in found if _year_of(archive, one) in whole]
    years = [(year, group) for year, group in _years(archive, found) if year not in whole]
    return [
        *(Lank(namn(archive, one), urls.uppdrag(one.id)) for one in here),
        *(Lank(f"{year} ({len(group)})", urls.uppdrag_ar(year)) for year, group in years),
    ]


def _heading(archive: Archive, key: str) -> Lank:
    slag, found, _ = key.partition(":")
    known = bool(found) and slag in {"organ", "person", "huvudman"}
    return till(archive, key, node_text(archive, key)) if known else Lank(key)
