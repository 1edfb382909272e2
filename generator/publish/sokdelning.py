"""Which index a page is searched in: that of the running year, or that of the years before it."""

from __future__ import annotations

import re

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
