"""Record text as Markdown: every value is escaped, and running text keeps only the small subset that records allow.

The subset: paragraphs, lists with ``-``, ``*emphasis*``, ``**strong**``, links to the web, and ``[[…]]``. Nothing
that a record holds can become markup of another kind, since every other character with a meaning is written as a
character reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.archive.prosa import Stycke
from generator.views import urls
from generator.views.text import node_text

_SPECIAL = re.compile(r"[&<>*_`\[\]{}#!|~^=\\\"$]")
_LINE_START = re.compile(r"^(\s*)(?:([-+:])(?=\s|-|$)|(\d+)([.)])(?=\s|$))", re.MULTILINE)
_INLINE = re.compile(
    r"\*\*(?P<strong>\s*[^*\s][^*\n]*)\*\*|\*(?P<em>\s*[^*\s][^*\n]*)\*"
    r"|\[(?P<text>[^\[\]\n]+)\]\((?P<href>https?://[^\s()<>\"]+)\)|(?P<url>https?://[^\s()<>\"\[\]]+[^\s()<>\"\[\].,;:!?])"
)
_URL_SAFE = "/:?#@!$&+,;=%~.-"
_BULLET = re.compile(r"\s*[-–•]\s+")


ready: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is Markdown already. `Markup(text)` says the same, but first asks what it was given: thrice the time."""


@dataclass(frozen=True)
class Lank:
    """A text that leads somewhere inside the archive, or nowhere where `till` is None."""

    text: str
    till: urls.Adress | None = None


def escape(text: str) -> Markup:
    """A value as Markdown that shows exactly its characters."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", text)
    if "\n" in text or _LINE_START.match(text):
        text = _LINE_START.sub(_escape_start, text)
    return ready(text)


def _escape_start(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[1]}&#{ord(found[2])};"
    return f"{found[1]}{found[3]}&#{ord(found[4])};"


def link(one: Lank) -> Markup:
    """A link as Markdown, or its text alone."""
    text = escape(one.text)
    return ready(f"[{text}]({one.till.href})") if one.till else text


def written(value: object) -> Markup:
    """One value as Markdown: Markdown and drawings as they are, a link as a link, anything else escaped."""
    if type(value) is Markup:
        return value
    if type(value) is str:
        return escape(value)
    if isinstance(value, Lank):
        return link(value)
    return Markup(value) if hasattr(value, "__html__") else escape(str(value))


def prose(archive: Archive, text: str) -> Markup:
    """Running text as Markdown, its links resolved."""
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    return Markup("\n\n".join(_block(archive, block) for block in blocks))


def _block(archive: Archive, block: str) -> str:
    lines: list[str] = []
    after_bullet = False
    for line in block.split("\n"):
        bullet = _BULLET.match(line)
        if bullet and not after_bullet and lines:
            lines.append("")
        lines.append(
            ("- " if bullet else "  " if after_bullet else "")
            + _inline(archive, line[bullet.end() :] if bullet else line.strip())
        )
        after_bullet = bool(bullet) or after_bullet
    return "\n".join(lines)


def _inline(archive: Archive, line: str) -> str:
    return "".join(_piece(archive, piece) for piece in archive.lankare.stycken(line))


def _piece(archive: Archive, piece: Stycke) -> str:
    if piece.mal is None:
        return _emphasis(piece.text)
    node = archive.register.sla_upp(piece.mal).nod
    if node is None:
        return escape(piece.text or piece.mal)
    return link(Lank(piece.text or node_text(archive, node), urls.nod(archive, node)))


def _emphasis(text: str) -> str:
    """Plain text with emphasis and web links; anything else is escaped."""
    if "*" not in text and "://" not in text:
        return escape(text)
    out: list[str] = []
    last = 0
    for found in _INLINE.finditer(text):
        out.append(escape(text[last : found.start()]))
        out.append(_marked(found))
        last = found.end()
    return "".join([*out, escape(text[last:])])


def _marked(found: re.Match[str]) -> str:
    if found["strong"]:
        return f"**{escape(found['strong'].strip())}**"
    if found["em"]:
        return f"*{escape(found['em'].strip())}*"
    href = found["href"] or found["url"]
    return f"[{escape(found['text'] or href)}]({address(href)})"


def address(href: str) -> str:
    """A web address whose signs that Markdown would read as its own are percent-encoded."""
    return quote(href, safe=_URL_SAFE)
