"""Where the links of a page lead, and what can be linked to on it: its share in the last look at the whole site.

Places are written as ``path#anchor``, the path from the root of the site. What is wrong with a page by itself, whatever
else the site holds, is told here; what its links lead to is judged when all pages are there (``verify.py``).
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from generator.publish.links import PageFacts
from generator.publish.settings import SiteSettings

INDEX = "index.html"
NOT_FOUND = "404.html"
SCHEME = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")
ALWAYS_THERE = frozenset({"", "top"})  # the start of any page (HTML standard, "indicated part of the document")


@dataclass(frozen=True)
class Finding:
    """One broken thing, before the pages that share it are counted together."""

    code: str
    message: str
    cure: str = ""


def findings(facts: PageFacts, links: Iterable[tuple[str, str]], settings: SiteSettings) -> Iterator[Finding]:
    """What is wrong with a page whatever else the site holds; `links` are its `targets`."""
    for id_ in facts.repeated:
        yield Finding("P503", f"id '{id_}' finns mer än en gång på sidan")
    for link in sorted(facts.fetched):
        if _is_foreign(link, settings):
            yield Finding("P505", f"'{link}' hämtas från en annan webbplats", "lägg filen på den egna webbplatsen")
    for target, link in links:
        if not target:
            cure = f"webbplatsens adresser börjar med {settings.base}; skriv länken relativt"
            yield Finding("P506", f"länken '{link}' leder utanför webbplatsen", cure)


def targets(path: str, facts: PageFacts, settings: SiteSettings) -> Iterator[tuple[str, str]]:
    """The places that a page links to on its own host, each with the link as it is written there.

    A place outside the site, on the same host, is the empty text.
    """
    base = settings.base
    for link in sorted(facts.followed | facts.fetched):
        if inside := _inside(path, link, settings):
            within, fragment = inside
            yield place(unquote(within.removeprefix(base)), unquote(fragment)) if within.startswith(base) else "", link


def place(target: str, fragment: str) -> str:
    """A place of the site, from an address below its root."""
    file = target + INDEX if target.endswith("/") or not target else target
    anchor = fragment.partition(":~:")[0]
    return f"{file}#{'' if anchor in ALWAYS_THERE else anchor}"


def _is_foreign(link: str, settings: SiteSettings) -> bool:
    """Whether a browser would ask another host for it."""
    return bool(urlsplit(link).netloc) and not link.startswith(settings.url)


def _inside(path: str, link: str, settings: SiteSettings) -> tuple[str, str] | None:
    """Path from the host's root, and fragment, as a browser resolves the link; None for other sites."""
    if SCHEME.match(link):
        if not link.startswith(settings.url):
            return None
        link = "/" + link.removeprefix(settings.url.removesuffix(settings.base)).lstrip("/")
    rest, _, fragment = link.partition("#")
    target = rest.partition("?")[0]
    # The page for missing addresses is shown at any depth, so a relative link in it leads astray.
    here = settings.base + (path if path != NOT_FOUND else "okand/adress/")
    if not target:
        return (settings.base + path, fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(here), target))
    slash = "/" if target.endswith(("/", "/.", "/..")) or target in (".", "..") else ""
    return (joined.rstrip("/") + slash, fragment)


def packed(words: Iterable[str]) -> bytes:
    """Words without line ends, packed to be kept: an archive has millions of anchors and links."""
    return zlib.compress("\n".join(sorted(words)).encode(), 1)


def unpacked(data: bytes) -> list[str]:
    """The words again, in order. Raises zlib.error where they are damaged."""
    text = zlib.decompress(data).decode()
    return text.split("\n") if text else []
