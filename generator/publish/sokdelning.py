"""Which index a page is searched in: that of the running year, or that of the years before it."""

from __future__ import annotations

import re

from generator.views.delar.sokindex import LOPANDE, TIDIGARE

_YEAR = re.compile(rb'<meta data-pagefind-filter="ar\[content\]"[^>]* content="(\d+)"')


def index_of(text: bytes, running_year: int | None) -> str:
    """The folder of the index that a page's search text belongs to; there is only one without a running year.

    The fact `ar` of the page decides. A page without one, and one of a year to come, lie with the running year.
    """
    year = _YEAR.search(text)
    earlier = year is not None and running_year is not None and int(year[1]) < running_year
    return TIDIGARE if earlier else LOPANDE
