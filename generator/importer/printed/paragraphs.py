"""Printed lines as running text of a record: paragraphs, list items, hyphens at line ends, nothing that is markup.

Whether a hyphen at the end of a line belongs to the word or only to the line is decided once for a whole document
(`soft_hyphens`), by the words that the document itself has; after that a soft one is U+00AD and a hyphen is a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.importer.extract.line import Line

SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W_]+)-$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_SUSPENDED = frozenset({"och", "eller", "samt", "respektive", "men", "till"})
_GLYPH = re.compile(r"^(?:[\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc•·▪◦‣⁃●■□]|o(?=\s{2,}\S))\s*")
_DASH = re.compile(r"^[-–]\s+")
_SIGN = re.compile(r"^(?=[✓✔→➤➢►⇒]\s*\S)")
_NUMBERED = re.compile(r"^(?:(?:\d{1,2}[.)]|[a-zåäö]\))\s+\S|[a-zåäö]\.\s+[A-ZÅÄÖ])")
_ENDED = re.compile(r"[.!?:;…][\"”’»)*_]*$")
_TAG = re.compile(r"<(?=[A-Za-z/!?])([^<>\n]*)>?")
_DEAD_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\((?!https?://)[^()\s]*\)")
_ESCAPED = re.compile(r"\\([()\[\]_*#.!+`~|{}-])")
_LEAST_MEASURE = 50
_ROOM = 0.84
_SHORT = 0.55
_FULL = 0.8


def soft_hyphens(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a document with every hyphen that only its line end made written as U+00AD.

    ``syssel-`` before ``sättning`` is soft; ``Blücher-`` before ``Svensson``, ``LIA-`` before ``platser`` and
    ``2024-08-`` before ``29`` are printed; so is ``hälso-`` before ``och``. Between the two the words decide that the
    document has whole elsewhere.
    """
    words = {word.casefold() for line in lines for word in _WORD.findall(line.text)}
    out = list(lines)
    filled = [place for place, line in enumerate(lines) if line.text]
    for here, after in pairwise(filled):
        if after - here <= 2 and _is_soft(lines[here].text, lines[after].text, words):  # noqa: PLR2004
            out[here] = replace(lines[here], text=lines[here].text[:-1] + SOFT)
    return tuple(out)


def _is_soft(line: str, after: str, words: set[str]) -> bool:
    left, right = _LAST_WORD.search(line), _FIRST_WORD.match(after)
    if left is None or right is None or not right[0][:1].islower() or right[0] in _SUSPENDED:
        return False
    if f"{left[1]}{right[0]}".casefold() in words:
        return True
    printed = f"{left[1]}-{right[0]}".casefold() in words
    return not printed and len(left[1]) > 1 and not left[1].isupper() and not left[1][-1].isdigit()


def join(first: str, second: str) -> str:
    """Two printed lines as one: no space after a hyphen, a dash between figures or a stroke that ends the first."""
    if not first or not second:
        return first or second
    last, before = first[-1], first[-2:-1]
    if last == SOFT:
        return first[:-1] + second
    parted = not before or before.isspace()
    if last == "-" and not parted:
        word = _FIRST_WORD.match(second)
        return f"{first} {second}" if word and word[0] in _SUSPENDED else first + second
    tied = (last == "/" and not parted) or (last in "–—" and before.isdigit() and second[:1].isdigit())
    return first + second if tied else f"{first} {second}"


def joined(lines: Iterable[Line]) -> str:
    """All lines as one line of text."""
    text = ""
    for line in lines:
        text = join(text, " ".join(line.text.split()))
    return plain(text.replace(SOFT, ""))


def plain(text: str) -> str:
    """Text without what a record would take for markup: tags, dead links and escapes of Markdown."""
    text = _ESCAPED.sub(r"\1", _DEAD_LINK.sub(lambda found: found[1], text))
    text = _TAG.sub(lambda found: f"‹{found[1]}›" if found[0].endswith(">") else f"‹{found[1]}", text)
    return re.sub(r"\](?=\])", "] ", re.sub(r"\[(?=\[)", "[ ", text))


def prose(lines: Sequence[Line]) -> str:
    """The lines as paragraphs and list items, parted by blank lines; items of one list stand line by line."""
    blocks: list[str] = []
    for block in paragraphs(lines):
        tight = blocks and block.startswith("- ") and blocks[-1].rpartition("\n")[2].startswith("- ")
        if tight:
            blocks[-1] += f"\n{block}"
        else:
            blocks.append(block)
    return "\n\n".join(blocks)


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """Each paragraph or list item on one line; a list item begins with ``- ``."""
    out: list[str] = []
    measure = max((len(line.text) for line in lines), default=0)
    before, blank = "", False
    for line in lines:
        text = " ".join(line.text.split())
        if not text:
            blank = bool(out)
            continue
        new = not out or bool(line.cells) or "\t" in line.text or _begins(before, text, blank, measure)
        new = new or (bool(_DASH.match(text)) and out[-1].startswith("- "))
        if new:
            out.append(_marked(text))
        else:
            out[-1] = join(out[-1], text)
        before, blank = text, False
    return [plain(text.replace(SOFT, "")) for text in out]


def _marked(text: str) -> str:
    """The beginning of a list item as ``- ``; signs that say something are kept after it."""
    text = _GLYPH.sub("- ", text) if _GLYPH.match(text) else text
    text = _SIGN.sub("- ", text)
    return _DASH.sub("- ", text)


def _begins(before: str, text: str, blank: bool, measure: int) -> bool:
    """Whether a line begins a paragraph of its own, given the line before it."""
    if _GLYPH.match(text) or _SIGN.match(text):
        return True
    ended = bool(_ENDED.search(before))
    listed = bool(_GLYPH.match(before) or _DASH.match(before) or _NUMBERED.match(before))
    if _DASH.match(text) or _NUMBERED.match(text):
        return blank or ended or listed
    if blank:
        return not _runs_on(before, text, ended, measure)
    fits = len(before) + 1 + len(text.split(maxsplit=1)[0]) <= _ROOM * measure
    small = text[:1].islower()
    if measure < _LEAST_MEASURE or small or not fits:
        return False
    return ended or len(before) < _SHORT * measure


def _runs_on(before: str, text: str, ended: bool, measure: int) -> bool:
    """Whether a paragraph goes on after a blank line, as in text printed with wide lines or over a page."""
    if ended:
        return False
    if before.endswith((SOFT, "-", ",")):
        return True
    small = text[:1].islower()
    return small or (
        _LEAST_MEASURE < _FULL * measure <= len(before) and text[:1].isalpha() and measure < 2 * len(before)
    )
