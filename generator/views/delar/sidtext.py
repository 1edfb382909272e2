"""A page that staff write in Markdown (``content/sidor/``): headings, and between them what records allow too."""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.svenska import slug
from generator.views.markdown import escape, prose

_HEADING = re.compile(r"^(#{1,4})\s+(\S.*?)\s*#*$")


def sidtext(archive: Archive, text: str) -> Markup:
    """The text as Markdown; its headings get addresses and stand below the page's own heading."""
    blocks = re.split(r"\n\s*\n", _headings_apart(text.strip()))
    return Markup("\n\n").join(_block(archive, block) for block in blocks if block.strip())


def _headings_apart(text: str) -> str:
    return "\n".join(f"\n{line}\n" if _HEADING.match(line) else line for line in text.splitlines())


def _block(archive: Archive, block: str) -> Markup:
    found = _HEADING.match(block.strip())
    if found is None:
        return prose(archive, block)
    level = "#" * max(2, len(found[1]))
    return Markup(f"{level} {escape(found[2])} {{: #{slug(found[2]) or 'rubrik'} }}")
