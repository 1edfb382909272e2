"""Which index a page is searched in (that of the running year, or of the years before it), and in which share of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from generator.views.delar.sokindex import LOPANDE, TIDIGARE

_YEAR = re.compile(rb'<meta data-pagefind-filter="ar\[content\]"[^>]* content="(\d+)"')
_LAST = re.compile(rb'<div [^>]*data-pagefind-senast="(\d+)"')
_AWAKE = 2
"""A case or a person of so many years before the running one may well come up again in it, and lies with it."""


def index_of(text: bytes, running_year: int | None) -> str:
    """The folder of the index that a page's search text belongs to; there is only one without a running year.

    The fact `ar` of the page decides; of a page that grows, the year when it last did. A page that says neither, and
    one of a year to come, lie with the running year.
    """
    if running_year is None:
        return LOPANDE
    of, last = _YEAR.search(text), _LAST.search(text)
    earlier = int(of[1]) < running_year if of else last is not None and int(last[1]) < running_year - _AWAKE
    return TIDIGARE if earlier else LOPANDE


def shares(pages: Iterable[str], largest: int) -> list[list[str]]:
    """The pages of an index in shares of about `largest` pages at most, by their addresses alone.

    A page that changes stays where it is, and one that comes or goes moves no other, until they are twice as many.
    """
    names = sorted(pages)
    number = 1
    while len(names) > number * largest:
        number *= 2
    found: list[list[str]] = [[] for _ in range(number)]
    for name in names:
        found[int(hashlib.sha256(name.encode()).hexdigest(), 16) % number].append(name)
    return [share for share in found if share]
