"""The schemas in the repository are those that the code makes."""

from __future__ import annotations

from pathlib import Path

from generator.model.ordlista import Ordlista
from generator.records.jsonschema import schemas
from generator.records.kinds import BY_NAME
from generator.records.load import load

ROOT = Path(__file__).parents[2]


def test_the_schemas_are_current() -> None:
    """Each file in schema/ is what the model and the glossary give today; `make schema` writes them anew."""
    record, _ = load((ROOT / "content/ordlista.yml").read_bytes(), "ordlista.yml", BY_NAME["ordlista"], "ordlista")
    assert record is not None
    assert isinstance(record.data, Ordlista)
    found = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schema").iterdir()}
    assert found == schemas(record.data)
