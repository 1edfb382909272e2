"""Who a text says to speak: names without the roles and the bodies before them."""

from __future__ import annotations

import pytest

from generator.importer.items.speakers import speakers


@pytest.mark.parametrize(
    "text",
    [
        "Ordförande Alva Ek berättar om arbetet.",
        "Kyrkorådets ordförande Alva Ek berättar om arbetet.",
        "Kommunfullmäktiges ordförande Alva Ek informerar om arbetet.",
        "Nämndens ordförande Alva Ek berättar om arbetet.",
    ],
)
def test_the_body_of_a_role_is_none_of_the_name(text: str) -> None:
    """A role with the body it is held in before it is taken off whole."""
    assert [one.name for one in speakers(text, frozenset())] == ["Alva Ek"]


def test_a_title_of_two_parts_is_one() -> None:
    """The hyphen left hanging before ``och`` binds its word to the next."""
    (found,) = speakers("Miljö- och byggchef Alva Ek informerar om tillsynen.", frozenset())
    assert found.value == {"rad": "Miljö- och byggchef Alva Ek", "namn": "Alva Ek", "titel": "miljö- och byggchef"}
