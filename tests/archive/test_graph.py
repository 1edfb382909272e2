"""The archive's links: each has its place, and each is seen from both its ends."""

from __future__ import annotations

from collections import Counter

from generator.archive.archive import Archive
from generator.archive.graph import RECORD_NODE, Kant
from generator.model.walk import marked
from generator.records.nodes import locate


def linked(archive: Archive, fran: str, falt: str = "") -> list[str | None]:
    """What a node leads to, in one field or all."""
    return [edge.till for edge in archive.kanter if edge.fran == fran and falt in ("", edge.falt)]


def nodes(archive: Archive) -> set[str]:
    """The names of all nodes."""
    return {f"{slag}:{key}" for slag, keys in archive.register.noder.items() for key in keys}


def test_backlinks_are_the_links_seen_from_the_other_end(any_archive: Archive) -> None:
    """Every link with a target is among the target's backlinks once, and every backlink is a link."""
    forward = Counter(id(edge) for edge in any_archive.kanter if edge.till is not None)
    backward = Counter(id(edge) for edges in any_archive.bakat.values() for edge in edges)
    assert forward == backward
    assert all(edge.till == node for node, edges in any_archive.bakat.items() for edge in edges)
    assert list(any_archive.bakat) == sorted(any_archive.bakat)


def test_links_forward_are_the_links_by_their_source(any_archive: Archive) -> None:
    """The links by source are all links, each once."""
    assert sum(map(len, any_archive.framat.values())) == len(any_archive.kanter)
    assert all(edge.fran == node for node, edges in any_archive.framat.items() for edge in edges)


def test_every_target_is_a_node_and_every_miss_says_why(any_archive: Archive) -> None:
    """A link leads to something that exists; one that leads nowhere has its reason."""
    known = nodes(any_archive)
    for edge in any_archive.kanter:
        assert edge.till in known or (edge.till is None and edge.svar.problem)


def test_every_source_is_a_node_or_a_record(any_archive: Archive) -> None:
    """A link comes from a record or from an item of a meeting."""
    known = nodes(any_archive) | {f"{r.kind}:{r.id}" for r in any_archive.records if r.kind not in RECORD_NODE}
    assert {edge.fran for edge in any_archive.kanter} <= known


def test_every_link_stands_where_it_says(any_archive: Archive) -> None:
    """The place of a link is in its record's file, and the text there holds the words of the link."""
    read = {id(record): (record.sheet, record.file.node) for record in any_archive.records}
    for edge in any_archive.kanter:
        sheet, node = read[id(edge.record)]
        raw = " ".join(sheet.raw(locate(node, edge.loc)).split())
        assert (
            " ".join((edge.needle or edge.skriven).split()).replace("'", "''")
            in raw.replace("'", "''") + edge.skriven[: 0 if edge.needle else None]
        )


def test_every_marked_value_is_a_link(any_archive: Archive) -> None:
    """No field that holds a reference or the name of a record is passed over."""
    seen = {(id(edge.record), edge.loc) for edge in any_archive.kanter}
    for record in any_archive.records:
        for found in marked(record.data):
            assert found.slag == "prosa" or (id(record), found.loc) in seen, (record.id, found.loc)


def test_an_item_is_linked_with_all_that_it_names(mini: Archive) -> None:
    """Cases by number and by name, persons by their printed names, references and reports: all from the item itself."""
    punkt = "punkt:vagradet/2024-04-05#p2"
    assert linked(mini, punkt, "arenden") == ["arende:skogsplan"]
    assert linked(mini, punkt, "till") == ["punkt:skogsnamnden/2024-03-01#p2"]
    assert linked(mini, punkt, "uppdrag") == [f"uppdrag:skogsnamnden/2024-03-01#p3/{n}" for n in (5, 6, 7)]
    assert linked(mini, "punkt:skogsnamnden/2024-03-01#p1", "medverkande") == ["person:alva-ek", "person:alva-ek"]
    assert linked(mini, "punkt:skogsnamnden/2024-03-01#p2", "reservationer") == ["person:bo-al"]
    assert linked(mini, "punkt:skogsnamnden/2024-03-01#k2", "arenden") == ["arende:skogsplan"]


def test_a_meeting_is_linked_with_those_in_its_lists(mini: Archive) -> None:
    """Called, present and served for are told apart; a vacant seat is nobody."""
    mote = "mote:skogsnamnden/2024-03-01"
    assert linked(mini, mote, "kallade.ledamoter") == ["person:alva-ek", "person:bo-al"]
    assert linked(mini, mote, "beslutande") == ["person:alva-ek", "person:cilla-by", "person:egil-as-soderby"]
    assert linked(mini, mote, "ersatt") == ["person:bo-al"]
    assert linked(mini, mote, "justering.justerat_av") == ["person:alva-ek", "person:cilla-by"]
    assert linked(mini, mote, "underskrift") == ["person:alva-ek"]


def test_a_person_sees_every_place(mini: Archive) -> None:
    """From a person all places lead back where the name stands, in whatever form, and nothing of a namesake."""

    def places(node: str) -> set[tuple[str, str]]:
        return {(edge.fran, edge.falt) for edge in mini.bakat.get(node, ())}

    assert places("person:bo-al") == {
        ("mote:skogsnamnden/2024-03-01", "kallade.ledamoter"),
        ("mote:skogsnamnden/2024-03-01", "ersatt"),
        ("organ:skogsnamnden", "person"),
        ("punkt:skogsnamnden/2024-03-01#p2", "reservationer"),
    }
    assert places("person:egil-as") == set()


def test_links_in_text_have_their_words(mini: Archive) -> None:
    """Each link in running text leads where it says, and its words stand in the text."""
    found: list[Kant] = [e for e in mini.kanter if e.slag == "prosa" and e.fran == "punkt:vagradet/2024-04-05#p2"]
    assert [(edge.needle, edge.till) for edge in found] == [
        ("[[SKN 2024/7]]", "arende:skogsplan"),
        ("[[skogsnamnden/2024-03-01#p2|nämndens beslut]]", "punkt:skogsnamnden/2024-03-01#p2"),
        ("[[person:alva-ek|ordföranden]]", "person:alva-ek"),
        ("[[term:justering]]", "term:justering"),
        ("§ 2 2024-03-01", "punkt:skogsnamnden/2024-03-01#p2"),
        ("2024-03-01 § 3", "punkt:skogsnamnden/2024-03-01#p3"),
        ("§ 2, 2024-03-01", "punkt:skogsnamnden/2024-03-01#p2"),
        ("KS-88", "arende:skogsplan"),
    ]
