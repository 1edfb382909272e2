"""An archive that is joined with what was kept of the last one equals one that is joined from nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive, build
from generator.archive.kvar import Kvar
from generator.model.arende import Arende
from generator.model.bas import Post
from generator.model.person import Person
from generator.model.sammantrade import Sammantrade
from generator.records.folder import Innehall, read_folder
from generator.records.record import Record

from .conftest import MINI

TODAY = dt.date(2024, 10, 1)
WHOLE = read_folder(MINI)
Edit = tuple[int, str]


def altered(record: Record[Post]) -> Record[Post]:
    """The record with something in it that others lead to, or are joined by, changed."""
    data = record.data
    if isinstance(data, Sammantrade) and data.dokument:
        last = data.dokument[-1]
        less = last.model_copy(update={"punkter": last.punkter[:-1]})
        return replace(record, data=data.model_copy(update={"dokument": (*data.dokument[:-1], less)}))
    if isinstance(data, Person):
        return replace(record, data=data.model_copy(update={"namn": data.namn + " Annan"}))
    if isinstance(data, Arende):
        return replace(record, data=data.model_copy(update={"diarienummer": ()}))
    return replace(record)


MADE: Mapping[str, Callable[[Record[Post]], Record[Post] | None]] = {
    "as it is": lambda one: one,
    "read again": replace,
    "changed": altered,
    "away": lambda _: None,
}


def after(records: Sequence[Record[Post]], edits: Sequence[Edit]) -> tuple[Record[Post], ...]:
    """The records of the folder after some edits, each of one record; the others are the same objects."""
    found: dict[int, Record[Post] | None] = dict(enumerate(records))
    for place, state in edits:
        one = records[place % len(records)]
        if one.kind != "arkiv":
            found[place % len(records)] = MADE[state](one)
    return tuple(one for _, one in sorted(found.items()) if one)


def seen(archive: Archive | None) -> dict[str, Any]:
    """All that an archive holds, in a form that can be compared."""
    assert archive is not None
    held = {one.name: getattr(archive, one.name) for one in fields(archive)}
    return {**held, "lankare": archive.lankare.numbers}


def content(records: tuple[Record[Post], ...]) -> Innehall:
    """The folder with these records."""
    return replace(WHOLE, records=records)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 500), st.sampled_from(sorted(MADE))), max_size=4), min_size=1, max_size=5
    )
)
def test_joining_again_equals_joining_from_nothing(steps: list[list[Edit]]) -> None:
    """Whatever records change, come and go in between, in all that the archive holds."""
    kept = Kvar()
    build(content(WHOLE.records), TODAY, kept)
    for edits in steps:
        records = after(WHOLE.records, edits)
        assert seen(build(content(records), TODAY, kept)) == seen(build(content(records), TODAY))


def test_what_comes_of_records_that_are_the_same_is_the_same_object() -> None:
    """A changed meeting costs its own reading, not that of the others."""
    kept = Kvar()
    first = build(content(WHOLE.records), TODAY, kept)
    number = next(place for place, one in enumerate(WHOLE.records) if one.kind == "sammantrade")
    second = build(content(after(WHOLE.records, [(number, "changed")])), TODAY, kept)
    assert first is not None
    assert second is not None
    changed = WHOLE.records[number].id
    assert {key for key, one in second.moten.items() if one is not first.moten[key]} == {changed}
    old = {id(edge) for edge in first.kanter}
    elsewhere = [edge for edge in second.kanter if edge.record.id != changed and edge.slag != "namn"]
    assert elsewhere
    assert all(id(edge) in old or not edge.svar.nod for edge in elsewhere)
