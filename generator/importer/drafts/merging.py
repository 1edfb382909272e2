"""Two drafts, or a draft and a record, held to be one person: the name becomes a variant, and the draft goes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.importer.drafts.appending import again
from generator.importer.drafts.marks import read_mark, sources
from generator.records.emit import dump
from generator.records.kinds import UTKAST
from generator.records.nodes import Scalar, Sequence, parse


def merged(texts: Mapping[str, str], place: str, person: str, published: str | None) -> dict[str, str | None] | None:
    """The drafts that change when the draft at a place is a person whom there is: texts by place, None for one gone.

    `texts` are all drafts, `published` the person's record where the person has no draft. None where there is neither,
    or where the record's variants are written so that none can be added.
    """
    home = f"personer/{person}.yml"
    name, why = _name(texts[place]), f"Snarlikt namn i {_files(texts[place])}; samma person enligt den som granskade."
    if home in texts:
        fresh = with_variant(_without_question(texts[home], place), name, why)
    else:
        added = with_variant(published, name, why) if published else None
        draft = again(added, published or "", f"{UTKAST}/{home}", ()) if added else None
        fresh = draft.replace("granskad: nej", "granskad: ja", 1) if draft else None
    if fresh is None:
        return None
    mine = place.removeprefix("personer/").removesuffix(".yml")
    row = re.compile(rf"(\bperson: ){re.escape(mine)}(?![\w-])")
    changed: dict[str, str | None] = {
        other: row.sub(rf"\g<1>{person}", text) for other, text in texts.items() if row.search(text)
    }
    return {**changed, home: fresh, place: None}


def with_variant(text: str, name: str, why: str) -> str | None:
    """A person's record with one more printed form of the name; None where its list is written on one line."""
    node, _ = parse(text, "")
    if node is None:
        return None
    old, lines = node.get("varianter"), text.rstrip("\n").split("\n")
    row = [f"  {line}" for line in dump([{"namn": name, "skal": why}]).rstrip("\n").split("\n")]
    if old is None:
        return "\n".join([*lines, "varianter:", *_indented(row), ""])
    first = lines[old.span.line - 1].lstrip()
    if not isinstance(old, Sequence) or not first.startswith("- "):
        return None
    lines[old.span.end_line : old.span.end_line] = _indented(row, old.span.column - 1)
    return "\n".join([*lines, ""])


def _indented(row: list[str], column: int = 2) -> list[str]:
    least = min(len(line) - len(line.lstrip()) for line in row)
    return [" " * column + line[least:] for line in row]


def _without_question(text: str, place: str) -> str:
    """The text without the mark that asks whether the person is the one at a place."""
    asks = f"{place}?"
    lines = text.split("\n")
    return "\n".join(line for line in lines if not ((mark := read_mark(line)) and asks in mark.why))


def _name(text: str) -> str:
    node, _ = parse(text, "")
    found = node.get("namn") if node else None
    return found.text if isinstance(found, Scalar) else ""


def _files(text: str) -> str:
    names = dict.fromkeys(name for name, _ in sources(text))
    return ", ".join(names) or "en inläst handling"
