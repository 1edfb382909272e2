"""The words of the index in CBOR, as Pagefind writes them, read and cut without being decoded.

A large archive has millions of rows, and most pass as they are: decoding and encoding each would cost minutes. So
patterns find where things begin and end; that is possible as no list is deeper than the form says. A chunk is
``[[word, …]]``, a word ``[stem, rows, [[form, rows], …]]``, and a row is of one page: ``[step, text, facts]``, the step
from the page before and its places, in groups of steps behind a mark: ``[-25, 110, 5]`` (``sokplatser.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import cbor2

_STEP = rb"(?:[\x01-\x17]|\x18.|\x19..|\x1a.{4})"
_FIRST = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a.{4})"
_MARK = rb"(?:[\x20-\x37]|\x38.|\x39..|\x3a.{4})"
_HEAD = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a.{4})"
_LIST = _HEAD + rb"(?:[\x00-\x17\x20-\x37]++|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4})*+"
_ROW = rb"\x83" + _FIRST + _LIST + _LIST
_FACTS = rb"(?:\x80|" + _HEAD + _MARK + _FIRST + _STEP + rb"*+)(?=\x83|\Z)"
_TAILS = re.compile(rb"\x83(" + _FIRST + rb")(" + _LIST + _LIST + rb")", re.DOTALL)
_ROWS = re.compile(_HEAD + rb"(?:" + _ROW + rb")*+", re.DOTALL)
_NUMBER_OUTSIDE = 24

Forms = dict[str, bytes]
"""The rows of a word, packed, by the form in which it is printed ("" for one without å, ä, ö)."""


class Rows(NamedTuple):
    """Packed rows, and the number of the last of their pages."""

    packed: bytes
    last: int


Run = tuple[int, int, int, bytes]
"""Rows as they are put behind others: how many, of which page the first and the last, what follows the first page."""


def words(chunk: bytes) -> Iterator[tuple[str, Forms]]:
    """Each stem of a chunk with its forms; those without rows are left out."""
    _, at = _head(chunk, 0)
    number, at = _head(chunk, at)
    for _ in range(number):
        key, at = _text(chunk, at + 1)
        rows, at = _rows(chunk, at)
        forms = {"": rows}
        variants, at = _head(chunk, at)
        for _ in range(variants):
            form, at = _text(chunk, at + 1)
            forms[form], at = _rows(chunk, at)
        yield key, {form: rows for form, rows in forms.items() if pages(rows)}


def pages(rows: bytes) -> int:
    """How many pages rows are of."""
    return _head(rows, 0)[0]


def _head(data: bytes, at: int) -> tuple[int, int]:
    """The number that the head of an item says, and where the item's content begins."""
    number = data[at] & 31
    if number < _NUMBER_OUTSIDE:
        return number, at + 1
    end = at + 1 + (1 << number - _NUMBER_OUTSIDE)
    return int.from_bytes(data[at + 1 : end]), end


def _text(data: bytes, at: int) -> tuple[str, int]:
    length, at = _head(data, at)
    return data[at : at + length].decode(), at + length


def _rows(data: bytes, at: int) -> tuple[bytes, int]:
    found = _ROWS.match(data, at)
    assert found is not None
    return found[0], found.end()


def renumbered(rows: bytes, pages: Sequence[int], fields: Sequence[int]) -> Rows:
    """Rows with the pages and the fields of facts given other numbers: `pages[n]` is the new number of n."""
    tails = [(pages[page], tail) for page, tail in _tails(rows)]
    if any(number != place for place, number in enumerate(fields)):
        tails = [(page, _other_fields(tail, fields)) for page, tail in tails]
    return _from_tails(tails)


def merged(several: Iterable[bytes]) -> Rows | None:
    """The rows of several in one; None where two have rows of one page."""
    tails = [one for rows in several for one in _tails(rows)]
    return _from_tails(tails) if len({page for page, _ in tails}) == len(tails) else None


def run(rows: bytes, last: int) -> Run:
    """Rows, of one page at least, made ready to be put behind others; `last` is the number of the last page."""
    number, begin = _head(rows, 0)
    first, end = _head(rows, begin + 1)
    return number, first, last, rows[end:]


def continued(runs: Iterable[tuple[int, Run]]) -> bytes:
    """Rows put behind one another; the pages of each are numbered from the number that comes with it."""
    number, page = 0, 0
    packed = [b""]
    for base, (amount, first, last, rest) in runs:
        packed += (b"\x83", _number(base + first - page), rest)
        number, page = number + amount, base + last
    packed[0] = _list_head(number)
    return b"".join(packed)


def _step(step: bytes) -> int:
    return step[0] if len(step) == 1 else int.from_bytes(step[1:])


def _tails(rows: bytes) -> Iterator[tuple[int, bytes]]:
    """Each page with what follows its step."""
    page = 0
    for step, tail in _TAILS.findall(rows, _head(rows, 0)[1]):
        page += _step(step)
        yield page, tail


def _other_fields(tail: bytes, fields: Sequence[int]) -> bytes:
    text, facts = cbor2.loads(b"\x82" + tail)
    return cbor2.dumps([text, [-fields[-number - 1] - 1 if number < 0 else number for number in facts]])[1:]


def _from_tails(tails: list[tuple[int, bytes]]) -> Rows:
    before = 0
    packed = [_list_head(len(tails))]
    for page, tail in sorted(tails):
        packed += (b"\x83", _number(page - before), tail)
        before = page
    return Rows(b"".join(packed), before)


@cache
def _number(number: int) -> bytes:
    return cbor2.dumps(number)


def cut(rows: bytes, most: int, fewer: Callable[[list[Any]], list[Any]]) -> bytes:
    """Rows with at most `most` places of text each.

    A row with one group keeps its first places; one with more, or with facts of several fields, is left to `fewer`.
    """

    def shorter(found: re.Match[bytes]) -> bytes:
        if found["few"]:
            return found["few"]
        if found["kept"]:
            return b"".join((b"\x83", found["page"], _list_head(most + 1), found["kept"], found["facts"]))
        return cbor2.dumps(fewer(cbor2.loads(found[0])))

    begin = _head(rows, 0)[1]
    return rows[:begin] + _cutting(most).sub(shorter, rows[begin:])


@cache
def _cutting(most: int) -> re.Pattern[bytes]:
    """A run of rows that are short enough, or one row that is cut, or one of another form."""
    few = rb"\x83" + _FIRST + _HEAD + _MARK + _FIRST + _STEP + b"{0,%d}+" % (most - 1) + _FACTS
    kept = rb"(?P<kept>" + _MARK + _FIRST + _STEP + b"{%d})" % (most - 1)
    many = rb"\x83(?P<page>" + _FIRST + rb")" + _HEAD + kept + _STEP + rb"++(?P<facts>" + _FACTS + rb")"
    return re.compile(rb"(?P<few>(?:" + few + rb")++)|" + many + rb"|" + _ROW, re.DOTALL)


def chunk(packed: Iterable[bytes]) -> bytes:
    """A chunk of words that `word` has packed."""
    together = list(packed)
    return b"\x81" + _list_head(len(together)) + b"".join(together)


def word(key: str, forms: Forms) -> bytes:
    """A word with its forms, packed."""
    variants = [b"\x82" + cbor2.dumps(form) + forms[form] for form in sorted(forms) if form]
    return b"".join((b"\x83", cbor2.dumps(key), forms.get("", b"\x80"), _list_head(len(variants)), *variants))


def _list_head(length: int) -> bytes:
    if length < _NUMBER_OUTSIDE:
        return bytes([0x80 + length])
    if length < 1 << 8:
        return bytes([0x98, length])
    return b"\x99" + length.to_bytes(2) if length < 1 << 16 else b"\x9a" + length.to_bytes(4)
