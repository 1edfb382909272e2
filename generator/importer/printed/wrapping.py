"""Running text in lines of a length that a person can read and edit; a line end within a paragraph is a space."""

from __future__ import annotations

import re
from typing import Any

_WIDTH = 108
_BULLET = re.compile(r"^\s*(?:[-*+–•]|\d{1,3}[.)])\s+")
_SPANS = re.compile(r"^\||\]\(|\[\[|\*\*|(?<!\w)[*_]\w")
_OPENS = re.compile(r"[-*+–•#>|=~]|\d{1,3}[.)]$|[a-zåäö][.)]$")


def wrapped(value: Any) -> Any:
    """Plain values where every long line of a text with several lines is broken between words."""
    if isinstance(value, dict):
        return {key: wrapped(part) for key, part in value.items()}
    if isinstance(value, list):
        return [wrapped(part) for part in value]
    if isinstance(value, str) and "\n" in value:
        return "\n".join(_wrapped_line(line) for line in value.split("\n"))
    return value


def _wrapped_line(line: str) -> str:
    """A line as several, unless it is short; what follows a list item's first line stands two steps in.

    No line begins with what would make it a list item, a heading or a quotation of its own, and no link
    or emphasis is broken.
    """
    indent = "  " if _BULLET.match(line) else ""
    if len(line) <= _WIDTH or _SPANS.search(line):
        return line
    lines = [""]
    for word in line.split(" "):
        long = len(lines[-1]) + 1 + len(word) > _WIDTH and lines[-1].strip()
        if long and not _OPENS.match(word):
            lines.append(indent + word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return "\n".join(lines)
