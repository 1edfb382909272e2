"""What a reader's browser is sent of each page: HTML as a web server compresses it, without opening a browser."""

from __future__ import annotations

import gzip
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measured import Matt

MEETING = re.compile(r"/moten/[^/]+/\d{4}-\d\d-\d\d(-\d+)?/")
KB = 1000


def weights(site: Path) -> Matt:
    """Compressed kB of meeting pages, of what is around their text, and of the largest page of all."""
    sizes = {address: (page, gzipped(page)) for address, page in pages(site)}
    meetings = [page for address, (page, _) in sizes.items() if MEETING.fullmatch(address)]
    whole = [gzipped(page) for page in meetings]
    around = [gzipped(chrome(page)) for page in meetings]
    largest = max(sizes, key=lambda address: sizes[address][1])
    return {
        "mote_median_kb": statistics.median(whole),
        "mote_storst_kb": max(whole),
        "ram_median_kb": statistics.median(around),
        "ram_storst_kb": max(around),
        "storst_kb": sizes[largest][1],
        "storst_sida": largest,
    }


def pages(site: Path) -> Iterator[tuple[str, bytes]]:
    """The address below the site and the HTML of each page."""
    for path in sorted(site.rglob("index.html")):
        yield f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/"), path.read_bytes()


def chrome(page: bytes) -> bytes:
    """The page without what stands in its <article>: head, banner, menus, foot."""
    head, opening, rest = page.partition(b"<article")
    _, closing, tail = rest.rpartition(b"</article>")
    return head + opening + closing + tail if closing else page


def gzipped(data: bytes) -> float:
    """kB of 1000 bytes when compressed as web servers do by default."""
    return round(len(gzip.compress(data, 6)) / KB, 2)
