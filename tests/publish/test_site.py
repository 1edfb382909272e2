"""What the archive's settings say of the site stands on the page as text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .conftest import SETTINGS, archive, build

DESCRIPTION = 'Protokoll från "Storstad" & <omnejd>'


def test_a_description_with_quotes_is_one_description(tmp_path: Path) -> None:
    """Signs with a meaning in HTML do not end the attribute that the theme writes the description in."""
    assert build(archive(1), tmp_path / "site", replace(SETTINGS, description=DESCRIPTION)) == []
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert 'content="Protokoll från &quot;Storstad&quot; &amp; &lt;omnejd&gt;"' in page
