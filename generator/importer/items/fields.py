"""The fields of a point while it is read: what has been found, on which lines, and what is needed to find it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.importer.items.speakers import Speaker
from generator.importer.reading import Doubt


@dataclass
class Body:
    """The fields of a point that come from its body, with the text that is left as running text."""

    value: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    lines: dict[str, list[int]] = field(default_factory=dict)
    speakers: list[Speaker] = field(default_factory=list)
    sections: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    proposed: set[int] = field(default_factory=set)
    """The places of beslut that only propose something to another organ."""

    def add(self, name: str, found: Sequence[tuple[dict[str, Any], int]]) -> None:
        """More entries of a list field, with their lines."""
        if found:
            self.value.setdefault(name, []).extend(entry for entry, _line in found)
            self.lines.setdefault(name, []).extend(line for _entry, line in found)

    def add_section(self, line: int, made: dict[str, Any] | None) -> None:
        """One more section, at its line; the sections are put in the order of the document at the end."""
        if made:
            self.sections.append((line, made))
            self.value.setdefault("avsnitt", []).append(made)

    def running(self) -> list[tuple[str, str]]:
        """All running text, each stretch with the heading that it stands under."""
        sections = self.value.get("avsnitt", [])
        return [("", self.value.get("text", "")), *((one["rubrik"], one.get("text", "")) for one in sections)]


@dataclass(frozen=True)
class Reader:
    """What reading a body needs to know.

    `names` are those of the attendance, `is_party` says whether a word names somebody who meets, `authority` is the
    id of an authority that the archive has. `complete` says that whoever takes part should be among the names, and
    that the meeting has been. `organ` is the document's own, `decides` says that it is a protokoll.
    """

    names: Collection[str]
    is_party: Callable[[str], bool]
    authority: Callable[[str], str | None]
    complete: bool = True
    organ: str | None = None
    decides: bool = False
