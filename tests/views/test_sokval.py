"""The choices of the search page are those that its index has, no more and no fewer."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from generator.archive.archive import Archive
from generator.svenska import collation_key
from generator.views.delar.sokval import sokval
from generator.views.site import plan
from tests.views.miniatyr import read

ROOT = Path(__file__).resolve().parents[2]
ARCHIVES = ("content", *(f"tests/views/{name}/content" for name in ("moten", "foljesidor", "tackning")))
FILTERS = ("slag", "organ", "ar", "handling")


def facts_of(archive: Archive) -> Iterable[dict[str, object]]:
    """What each searched page says of itself in its front matter."""
    heads = (yaml.safe_load(planned.make().text.split("---\n")[1]) for planned in plan(archive))
    return [head for head in heads if head.get("sok")]


@pytest.mark.parametrize("folder", ARCHIVES)
@pytest.mark.parametrize("year", [2020, 2030])
def test_every_choice_has_a_page_and_every_page_its_choice(folder: str, year: int) -> None:
    """What searched pages say that filters ask for is what can be chosen, on whatever day the archive is built."""
    archive = read(ROOT / folder, dt.date(year, 6, 1))
    told: dict[str, set[str]] = {name: set() for name in FILTERS}
    for facts in facts_of(archive):
        for name in FILTERS:
            said = facts.get(f"sok_{name}", [])
            told[name].update(map(str, said if isinstance(said, list) else [said]))
    assert {name: set(values) for name, values in sokval(archive).items()} == told


def test_the_newest_year_is_first_and_names_are_in_order() -> None:
    """As readers look for them; and the search page has them as they are."""
    archive = read(ROOT / "content", dt.date(2024, 11, 1))
    choices = sokval(archive)
    assert choices["ar"] == sorted(choices["ar"], reverse=True)
    assert all(choices[name] == sorted(choices[name], key=collation_key) for name in ("slag", "organ", "handling"))
    page = next(one.make().text for one in plan(archive) if one.path == "sok/index.md")
    assert f"sok_val: {json.dumps(choices, ensure_ascii=False)}" in page
