"""What is written for search engines: the site map, and where it lies.

The map is a list of addresses and nothing more. It has no ``lastmod``: a record does not say when it was last changed,
and the day of the build says nothing of a page.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

from generator.archive.archive import Archive
from generator.views.artifacts import File

WEBBKARTA = "sitemap.xml"


def sitemap(archive: Archive, addresses: Iterable[str]) -> File:
    """Every page by its whole address, in order (sitemaps.org, protocol 0.9)."""
    rows = "".join(f"  <url><loc>{escape(_whole(archive, address))}</loc></url>\n" for address in sorted(addresses))
    text = f"{_HEAD}{rows}</urlset>\n"
    return File(WEBBKARTA, text.encode())


_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def robots(archive: Archive) -> File:
    """Everything may be read; the map is at its whole address (RFC 9309)."""
    return File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {_whole(archive, f'/{WEBBKARTA}')}\n".encode())


def _whole(archive: Archive, address: str) -> str:
    """An address below the site's own, with the signs that an address may not hold percent-encoded."""
    return archive.arkiv.data.webbadress + quote(address.removeprefix("/"))
