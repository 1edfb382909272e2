"""What is read of the archive is noted, place by place, and what is not noted place by place counts as everything."""

import pytest

from generator.archive.archive import Archive
from generator.archive.places import Places
from generator.archive.reading import ALL_OF, Seen, SeenSet, note, reading, unnoted
from generator.archive.watched import watched


def test_each_look_up_is_noted_also_one_that_finds_nothing() -> None:
    """By its key, or by what the key is part of."""
    numbers = Seen("tal", {"ett": 1, "två": 2})
    items = Seen("moten", {"m#1": "a"}, lambda key: key.partition("#")[0])
    with reading() as read:
        assert (numbers["ett"], numbers.get("tre"), "två" in numbers, items["m#1"]) == (1, None, True, "a")
    assert read.places == {("tal", "ett"), ("tal", "tre"), ("tal", "två"), ("moten", "m")}
    assert not read.everything


def test_going_through_all_of_it_is_reading_everything() -> None:
    """Iterating, counting, listing: whatever comes to stand there would be met."""
    for walk in (list, len, sorted, lambda one: list(one.items())):
        with reading() as read:
            walk(Seen("tal", {"ett": 1}))
        assert read.everything
    with reading() as read:
        assert sorted(SeenSet("tal", {"ett"})) == ["ett"]
    assert read.everything


def test_only_open_readings_note_and_what_is_made_for_all_goes_unnoted() -> None:
    """A reading ends with its block; one inside another is noted by both."""
    with reading() as outer:
        with reading() as inner:
            note("a", 1)
        note("b", 2)
        with unnoted():
            note("c", 3)
    note("d", 4)
    assert (inner.places, outer.places) == ({("a", 1)}, {("a", 1), ("b", 2)})


def test_the_watched_archive_is_the_archive(any_archive: Archive) -> None:
    """Whoever looks up the same finds the same."""
    seen = watched(any_archive)
    for name in ("moten", "punkter", "personer", "arenden", "organ", "huvudman", "bakat", "framat", "punktordning"):
        assert dict(getattr(seen, name)) == dict(getattr(any_archive, name)), name
    assert seen.moten_i_tid == any_archive.moten_i_tid
    for text in ("[[HSF2024-0001]] och § 63 2024-10-11", "Ett möte."):
        assert seen.lankare.stycken(text) == any_archive.lankare.stycken(text)


def test_what_has_no_place_of_its_own_counts_as_everything(mini: Archive) -> None:
    """Lists of all rows, links, meetings in time."""
    for name in ("kanter", "framtradanden", "uppdrag", "anslag", "moten_i_tid", "records", "nytt_och_okant"):
        with reading() as read:
            getattr(watched(mini), name, None)
        assert read.everything, name


def test_every_place_of_an_archive_has_a_sum(any_archive: Archive) -> None:
    """Also a place where nothing stands; equal archives have equal sums, and a name that no archive has is refused."""
    places, again = Places(any_archive), Places(any_archive)
    found = [(name, key) for name in ("moten", "bakat", "personer", "bevis") for key in getattr(any_archive, name)]
    found += [
        (ALL_OF, "datum"),
        (ALL_OF, "lankare"),
        (ALL_OF, "arkiv"),
        ("moten", "finns/inte"),
        ("noder:person", "ingen"),
    ]
    assert {place: places.sums(place[0], [place[1]]) for place in found} == {
        place: again.sums(place[0], [place[1]]) for place in found
    }
    with pytest.raises((KeyError, AttributeError)):
        places.sums("ingenting", ["x"])
