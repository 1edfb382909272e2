"""The first page: what is up, what was decided last, what comes next, and what the archive covers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.archive.archive import Archive
from generator.archive.synligt import synliga_uppdrag, synligt_mote
from generator.archive.tackning import innehavda, innehavda_punkter, kanda_moten
from generator.svenska import count, date_range, long_date
from generator.views import render, urls
from generator.views.artifacts import Page, Planned
from generator.views.delar.anslag import anslag_i_lage, anslag_kort, tavla
from generator.views.delar.moten import FORE, mote_rad
from generator.views.delar.uppdrag import uppdrag_context

MEST = 5


def pages(archive: Archive) -> Iterator[Planned]:
    """The one start page."""
    yield Planned(urls.START.fil, partial(_page, archive))


def _page(archive: Archive) -> Page:
    data = archive.arkiv.data
    meta = {"title": "Start", "description": data.beskrivning, "anslag": True}
    return render.page(urls.START, "start", meta, start_context(archive))


def start_context(archive: Archive) -> dict[str, Any]:
    """Everything on the start page as of the archive's day."""
    data = archive.arkiv.data
    return {
        "namn": data.namn,
        "beskrivning": data.beskrivning,
        "datum": long_date(archive.datum),
        "byggd": archive.datum.isoformat(),
        "tavla": tavla(archive),
        "anslag": [anslag_kort(archive, one) for one in anslag_i_lage(archive, "aktuellt")],
        "senaste": _latest(archive),
        "kommande": _coming(archive),
        "uppdrag": _open(archive),
        "omfattning": omfattning(archive),
    }


def _latest(archive: Archive) -> list[dict[str, Any]]:
    """The latest meetings of which the archive has something written after them."""
    written = [one for one in archive.moten_i_tid if one.efter_motet and synligt_mote(archive, one.id)]
    past = [one for one in written if one.datum <= archive.datum]
    return [mote_rad(archive, one) for one in reversed(past[-MEST:])]


def _coming(archive: Archive) -> list[dict[str, Any]]:
    ahead = [one for one in archive.moten_i_tid if one.sista_dag >= archive.datum and one.data.status in FORE]
    return [mote_rad(archive, one) for one in ahead if synligt_mote(archive, one.id)][:MEST]


def _open(archive: Archive) -> list[dict[str, Any]]:
    """The open uppdrag that have a day, the one due next first, each with where it was given."""
    due = [one for one in synliga_uppdrag(archive) if one.laget == "pagar" and one.senast]
    due = [one for one in due if one.givet <= archive.datum]
    first = sorted(due, key=lambda one: (one.senast or one.givet, one.id))[:MEST]
    return [uppdrag_context(archive, one) for one in first]


def omfattning(archive: Archive) -> dict[str, Any]:
    """What the archive holds, counted, and its first and last day."""
    motes = kanda_moten(archive)
    documents = [one for mote in motes for one in innehavda(mote)]
    watched = archive.arkiv.data.bevakat_till
    return {
        "moten": count(len(motes), "möte", "möten"),
        "organ": count(len({mote.organ for mote in motes}), "organ", "organ"),
        "handlingar": count(len(documents), "handling", "handlingar"),
        "punkter": count(len(innehavda_punkter(archive)), "paragraf eller punkt", "paragrafer och punkter"),
        "arenden": count(len(archive.arenden), "ärende", "ärenden"),
        "dagar": date_range(motes[0].datum, max(mote.sista_dag for mote in motes)) if motes else None,
        "bevakat_till": long_date(watched) if watched else None,
    }
