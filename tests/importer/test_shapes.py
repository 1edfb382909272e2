"""Plain values to the model: whatever is read can be written, and no words are lost on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.importer.joining.shapes import fit
from generator.model.sammantrade import Sammantrade
from generator.records.emit import emit
from generator.records.kinds import BY_NAME
from generator.records.load import load
from tests.exempel import antal_exempel

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn")), min_size=1, max_size=40)


def meeting(**item: Any) -> dict[str, Any]:
    """A meeting with one item."""
    return {"status": "hallet", "dokument": [{"slag": "protokoll", "punkter": [{"nr": "1", "rubrik": "R", **item}]}]}


@pytest.mark.parametrize(
    ("item", "kept"),
    [
        ({"klockslag": "vid niotiden"}, "vid niotiden"),
        ({"okand_nyckel": "nio skäl"}, "nio skäl"),
        ({"omrostningar": [{"ja": "elva röster"}]}, "elva röster"),
        ({"foredragande": ["Anna Ek och Bo Al"]}, "Anna Ek och Bo Al"),
        ({"avsnitt": [{"rubrik": "Tom"}]}, "Tom"),
        ({"avsnitt": [{"rubrik": "T", "tabell": {"kolumner": ["a"], "rader": [["b", "c"], ["d"]]}}]}, '"c"'),
        ({"nr": "§ etthundra"}, "§ etthundra"),
        ({"nr": ""}, "R"),
        ({"rubrik": ""}, '"1"'),
        ({"beslut": ["Antas <b>nu</b>."]}, "Antas < b>nu< /b>."),
        ({"text": "Dold\u200b bokstav"}, "Dold bokstav"),
    ],
)
def test_what_the_model_refuses_is_kept_as_words(item: dict[str, Any], kept: str) -> None:
    """A value that does not fit its field is still in the record, which is sound, and somebody is told."""
    value, data, doubts = fit(meeting(**item), Sammantrade)
    assert kept in json.dumps(value, ensure_ascii=False)
    assert doubts or "text" in item
    record, faults = load(emit(data, "x").encode(), "x.yml", BY_NAME["sammantrade"], "x/2024-01-01")
    assert record is not None
    assert faults == []


def test_a_row_that_is_nobody_is_kept_as_printed() -> None:
    """A line of an attendance list that the grammar can not read is the printed line, and nobody."""
    value = {"status": "hallet", "dokument": [{"slag": "protokoll", "narvaro": {"ovriga": ["kl 9.00 kaffe"]}}]}
    _, data, doubts = fit(value, Sammantrade)
    assert data.dokument[0].narvaro is not None
    assert data.dokument[0].narvaro.ovriga[0].platshallare
    assert doubts[0].path == ("dokument", 0, "narvaro", "ovriga", 0)


@antal_exempel(300)
@example({"nr": "0", "rubrik": "\u00c3\x1f\u00a1"})
@given(
    st.fixed_dictionaries(
        {"nr": TEXT, "rubrik": TEXT},
        optional={
            "text": TEXT, "klockslag": TEXT, "beslut": st.lists(TEXT, max_size=2), "typ": TEXT, "foredragande":
            st.lists(TEXT, max_size=2), "avsnitt": st.lists(st.fixed_dictionaries({"rubrik": TEXT}, optional={
            "text": TEXT}), max_size=2), "omrostningar": st.lists(st.fixed_dictionaries({"ja": TEXT}), max_size=1),
        },
    )
)  # fmt: skip
def test_any_text_becomes_a_sound_record(item: dict[str, Any]) -> None:
    """Whatever the texts are, the values become a record that is written and read without fault."""
    _, data, _ = fit(meeting(**item), Sammantrade)
    record, faults = load(emit(data, "x").encode(), "x.yml", BY_NAME["sammantrade"], "x/2024-01-01")
    assert faults == []
    assert record is not None
    assert record.data == data
