"""Drawings inside a page: small SVG made of escaped text, laid out in per cent so that no text shrinks on a phone.

A drawing is a ``figure`` of raw HTML, written by a template and never by a record: everything that comes from a record
passes through `tag` as text or attribute and is escaped there. It is one picture to those who listen (``role="img"``
with title and description), holds no links, and says nothing that the page does not also say in text. Colours come
from classes in ``bilder.css``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.views.markdown import ready

_BLANKS = re.compile(r"\s+")
_ELLIPSIS = "…"
SMALLEST = 290
"""The width in pixels of the narrowest drawing, on a screen of 320."""
LABEL = 36
"""As many characters as fit over a lane in the narrowest drawing."""


@dataclass(frozen=True)
class Bild:
    """A drawing: `id` is unique on its page, `hojd` in pixels, `nyckel` says what the marks mean (plain text)."""

    id: str
    titel: str
    beskrivning: str
    hojd: int
    delar: tuple[Markup, ...]
    nyckel: str = ""

    def __html__(self) -> str:
        """The whole figure on one line, ready to stand in Markdown as a block of its own."""
        named = f"{self.id}-titel {self.id}-text"
        inner = [
            tag("title", self.titel, id=f"{self.id}-titel"),
            tag("desc", self.beskrivning, id=f"{self.id}-text"),
            *self.delar,
        ]
        drawn = tag("svg", *inner, role="img", aria_labelledby=named, width="100%", height=self.hojd)
        caption = [tag("figcaption", self.nyckel)] if self.nyckel else []
        return str(tag("figure", drawn, *caption, class_="bild", data_pagefind_ignore=""))


def tag(name: str, *children: object, **attributes: object) -> Markup:
    """An element; what is not an element itself is escaped. Attributes: ``class_``, and ``aria_label`` for a hyphen."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(one if isinstance(one, Markup) else escape(_plain(one)) for one in children)
    return ready(f"<{name}{written}>{inner}</{name}>")


def _plain(value: object) -> str:
    """A value on one line; a number without more figures than a screen has use for."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    text = str(value)
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


def procent(value: float) -> str:
    """A place across the drawing: ``37.5%``."""
    return _plain(value) + "%"


def kortat(text: str, width: int = LABEL) -> str:
    """The text cut to what fits."""
    return text if len(text) <= width else text[: width - 1].rstrip() + _ELLIPSIS


def ankare(x: float, text: str) -> str:
    """How a text is set at a place so that it stays inside the narrowest drawing."""
    half = 3.5 * len(text) / SMALLEST * 100
    return "start" if x < half else "end" if x + half > 100 else "middle"  # noqa: PLR2004 -- per cent of the width


def marke(x: float, y: int, text: str, klass: str, titel: str = "") -> Markup:
    """A mark with a short text in it, its middle at a place: round at the ends, or square for the class `fore`."""
    half = bredd(text) / 2
    parts = [
        tag("title", titel) if titel else Markup(),
        tag("rect", x=-half, y=-9, width=2 * half, height=18, rx=2 if "fore" in klass.split() else 9),
        tag("text", text, y=4, text_anchor="middle"),
    ]
    return tag("svg", *parts, x=procent(x), y=y, class_=f"marke {klass}", overflow="visible")


def bredd(text: str) -> float:
    """How wide a mark with a text is, in pixels."""
    return max(18.0, 6.5 * len(text) + 6)


def rader(marks: Iterable[tuple[float, float]]) -> list[int]:
    """The row of each mark, given by place in per cent and width in pixels, so that none covers another.

    The marks come in order of place.
    """
    ends: list[float] = []
    found = []
    for x, width in marks:
        half = width / 2 / SMALLEST * 100
        row = next((number for number, end in enumerate(ends) if end <= x - half), len(ends))
        ends[row : row + 1] = [x + half]
        found.append(row)
    return found
