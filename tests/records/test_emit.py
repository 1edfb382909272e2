"""What the archive writes, it reads back: every part of every record, whatever text it holds."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import create_model

from generator.diagnostics import as_text
from generator.model.bas import Post
from generator.records.emit import emit
from generator.records.kinds import KINDS, Kind
from generator.records.load import load
from tests.exempel import antal_exempel
from tests.records.strategier import classes, part_of, posts_of


def holder(cls: type[Post]) -> Kind:
    """A kind of record that holds a list of one part."""
    model = create_model("Prov", __base__=Post, delar=(tuple[cls, ...], ...))  # type: ignore[valid-type]
    return Kind("prov", model, re.compile("prov"), "prov.yml")


def read_back(record: Post, kind: Kind) -> Post:
    """The record that its text gives, which must be without fault."""
    text = emit(record, "schema.json")
    read, faults = load(text.encode(), "prov.yml", kind, "prov")
    assert not faults, "\n".join(map(as_text, faults))
    assert read is not None
    return read.data


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@antal_exempel(25)
@given(data=st.data())
def test_a_record_reads_back(kind: Kind, data: st.DataObject) -> None:
    """Each kind of record comes back as it was, and its text is the same when written again."""
    record = data.draw(posts_of(kind.model))
    read = read_back(record, kind)
    assert read == record
    assert emit(read, "schema.json") == emit(record, "schema.json")


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
@antal_exempel(15)
@given(data=st.data())
def test_every_part_reads_back(cls: type[Post], data: st.DataObject) -> None:
    """Each part of a record, in its short form or its long one, comes back as it was."""
    kind = holder(cls)
    record = kind.model.model_validate({"delar": data.draw(st.lists(part_of(cls, 1), min_size=1, max_size=2))})
    assert read_back(record, kind) == record


@pytest.mark.parametrize(
    "text",
    [
        "null", "~", "yes", "nej", "012", "18:30", "1.10", "0x1F", "- strecksats", "# inte kommentar", "a: b", "a #b",
        "'", '"', "'citat' och mer", '"citat" och mer', "[hakar", "{klammer", "&a", "*a", "!a", "|", ">", "%", "@", "`",
        "?", ":", "=", "<<", "---", "...", "å", "»", "ord " * 100, "x" * 400, "a  b", "en rad\n\nännu en",
        "    kod\nrad", "rad\n\tindraget", "rad\n\n\n\nrad", "- a\n- b", "# rubrik\ntext", "rad  \nrad", "\\",
        "C:\\n", "slut:", "slut #", "emoji 🗳️",
    ],
)  # fmt: skip
def test_awkward_text_reads_back(text: str) -> None:
    """Text that YAML would take for something else is kept, on one line or several, as value and in a list."""
    kind = next(kind for kind in KINDS if kind.name == "arende")
    case: dict[str, Any] = {"rubrik": text, "referat": text, "samma_som": [], "diarienummer": [text, {"nummer": text}]}
    record = kind.model.model_validate(case)
    assert read_back(record, kind) == record


def test_only_what_is_said_is_written() -> None:
    """Defaults are left out, short forms taken, numbers and dates without quotes, lists one step in."""
    kind = next(kind for kind in KINDS if kind.name == "sammantrade")
    plain = {
        "status": "hallet",
        "art": "ordinarie",
        "tid": "kl. 09:00-14:30",
        "dokument": [
            {
                "slag": "protokoll",
                "datum": "2024-03-01",
                "punkter": [{"nr": "63", "rubrik": "Budget", "arenden": ["KS 2024/1"], "beslut": [{"text": "Nej."}]}],
                "justering": [{"datum": "2024-03-04"}],
            }
        ],
    }
    body = emit(kind.model.model_validate(plain), "s.json").removeprefix("# yaml-language-server: $schema=s.json\n")
    assert body == (
        "status: hallet\ntid: kl. 09:00-14:30\ndokument:\n  - slag: protokoll\n    datum: 2024-03-01\n    punkter:\n"
        "      - nr: 63\n        rubrik: Budget\n        arenden: KS 2024/1\n        beslut: Nej.\n"
        "    justering:\n      datum: 2024-03-04\n"
    )


@given(posts_of(next(kind.model for kind in KINDS if kind.name == "sammantrade")))
@antal_exempel(20)
def test_other_readers_of_yaml_read_the_same(record: Post) -> None:
    """What is written is plain YAML: another reader that takes everything as text finds the same values."""
    kind = next(kind for kind in KINDS if kind.name == "sammantrade")
    plain = yaml.load(emit(record, "schema.json"), Loader=yaml.BaseLoader)
    assert kind.model.model_validate(plain) == record
