"""What a Word paragraph gets from its styles: heading level, weight, size, indent, list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_OFF = frozenset(("0", "false", "off", "none"))
_TWIPS = 20
_HALF_POINTS = 2
_BODY_LEVEL = 9


def child(element: Any, *path: str) -> Any:
    """The element found by going inwards by these names; None where a step is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Any, *path: str) -> str | None:
    """The ``w:val`` of the element found by going inwards."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def whole(text: str | None) -> int | None:
    """A whole number as Word writes it; None for anything else."""
    try:
        return int(text) if text and len(text) < 10 else None  # noqa: PLR2004
    except ValueError:
        return None


def switch(element: Any, *path: str) -> bool | None:
    """An on-off property such as ``w:b``: present without a value is on; None where it is not there."""
    found = child(element, *path)
    return None if found is None else (found.get(VAL) or "1").lower() not in _OFF


@dataclass
class Styles:
    """The styles of a document by id, with the one that paragraphs have when they name none."""

    by_id: dict[str, Any] = field(default_factory=dict)
    default: str = ""
    defaults: Any = None

    @classmethod
    def of(cls, root: Any) -> Styles:
        """The styles of ``styles.xml``."""
        found = cls(defaults=child(root, "docDefaults", "rPrDefault"))
        for style in root.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            found.by_id[name] = style
            if style.get(f"{W}type") == "paragraph" and (style.get(f"{W}default") or "0") not in _OFF:
                found.default = name
        return found

    def chain(self, name: str | None) -> Iterator[Any]:
        """A style, the one that it is based on, and so on."""
        seen: set[str] = set()
        while name and name in self.by_id and name not in seen:
            seen.add(name)
            yield self.by_id[name]
            name = value(self.by_id[name], "basedOn")

    def sources(self, paragraph: Any) -> list[Any]:
        """Where a paragraph's properties are sought: in itself, then in its styles."""
        return [paragraph, *self.chain(value(paragraph, "pPr", "pStyle") or self.default)]

    def level(self, paragraph: Any) -> int | None:
        """The heading level from 1, by outline level or by the style's name."""
        for source in self.sources(paragraph):
            if (outline := whole(value(source, "pPr", "outlineLvl"))) is not None:
                return outline + 1 if 0 <= outline < _BODY_LEVEL else None
            name = (value(source, "name") or "").lower()
            if name == "title":
                return 1
            if name.startswith("heading ") and (number := whole(name.removeprefix("heading "))):
                return number
        return None

    def indent(self, paragraph: Any) -> float | None:
        """The left edge in points from the margin; None where nothing says."""
        for source in self.sources(paragraph):
            found = child(source, "pPr", "ind")
            if found is not None and (left := whole(found.get(f"{W}left") or found.get(f"{W}start"))) is not None:
                return left / _TWIPS
        return None

    def is_bold(self, run: Any, paragraph: Any) -> bool:
        """Whether a run is bold, by itself, its own style or the paragraph's."""
        for source in (run, *self.chain(value(run, "rPr", "rStyle")), *self.sources(paragraph)[1:]):
            if (found := switch(source, "rPr", "b")) is not None:
                return found
        return bool(switch(self.defaults, "rPr", "b"))

    def size(self, run: Any, paragraph: Any) -> float | None:
        """The height of a run's letters in points."""
        for source in (run, *self.chain(value(run, "rPr", "rStyle")), *self.sources(paragraph)[1:], self.defaults):
            if (half := whole(value(source, "rPr", "sz"))) is not None:
                return half / _HALF_POINTS
        return None
