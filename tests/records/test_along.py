"""A place is found by the nodes on the way to it as it is found by all nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.sammantrade import Sammantrade
from generator.model.walk import Loc
from generator.records.along import along
from generator.records.emit import emit
from generator.records.nodes import Node, Scalar, Sequence, locate, locate_key, parse
from generator.records.place import Sheet
from generator.records.trail import trail
from tests.exempel import antal_exempel
from tests.records.strategier import posts_of
from tests.records.test_nodes import records


def places(node: Node, loc: Loc = ()) -> Iterator[Loc]:
    """Every place in the nodes."""
    yield loc
    if isinstance(node, Scalar):
        return
    inner = enumerate(node.items) if isinstance(node, Sequence) else ((key.text, value) for key, value in node.pairs)
    for step, child in inner:
        yield from places(child, (*loc, step))


def same_along(text: str, extra: Loc) -> None:
    """At every place of the text the same is found, also with steps around it that do not exist, or with another."""
    whole, faults = parse(text, "post.yml")
    assert whole is not None
    assert faults == []
    sheet = Sheet(text, "post.yml")
    every = list(places(whole))
    for place, other in zip(every, reversed(every), strict=True):
        for loc in (place, (*place, *extra), (*extra, *place), (*place[:-1], *extra, *place[-1:])):
            for node in (along(sheet, loc), along(sheet, other, loc)):
                assert node is not None
                assert locate(node, loc) == locate(whole, loc)
                assert locate_key(node, loc) == locate_key(whole, loc)
                assert trail("a/b", node, loc) == trail("a/b", whole, loc)


EXTRA = st.lists(st.sampled_from(["finns-inte", "text", 0, 1, 7]), max_size=2).map(tuple)


@antal_exempel(60)
@given(records, st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([None, True, False]), EXTRA)
def test_any_text_gives_the_same_places(data: dict[str, Any], style: str | None, flow: bool | None, extra: Loc) -> None:
    """Whatever the style of its values, of its groups and lists, and whatever is asked for."""
    same_along(yaml.safe_dump(data, allow_unicode=True, default_style=style, default_flow_style=flow), extra)


@antal_exempel(20)
@given(posts_of(Sammantrade), EXTRA)
def test_a_meeting_gives_the_same_places(meeting: Sammantrade, extra: Loc) -> None:
    """Also where it is written as the archive writes it."""
    same_along(emit(meeting, "x.json"), extra)


def test_a_list_in_a_group_ends_where_its_last_value_does() -> None:
    """Flow collections, block texts and comments after the last value of what is not looked into."""
    text = "a:\n  - b: [1, {c: d}]\n\n  # e\n  - f: |\n      g\n\nh: {i: [j,\n  k]}\nl:\n- m:\n- n: []\no: p\n"
    same_along(text, ("o",))
