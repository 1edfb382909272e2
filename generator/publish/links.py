"""What one finished page says about addresses: the ids it has, the places it links to, what it fetches."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree, html  # type: ignore[import-untyped]

FOLLOWED = {"a": "href", "area": "href", "form": "action"}
FETCHED = {
    **dict.fromkeys(("audio", "embed", "frame", "iframe", "img", "input", "script", "source", "track"), ("src",)),
    "video": ("src", "poster"),
    "object": ("data",),
}
"""What a browser goes to, and what it fetches for a page, by element (HTML standard); a `link` may be either."""
FETCHING = ("stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect")
SETS = ("srcset", "imagesrcset")
REFRESH_URL = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)

_IDS = etree.XPath("//@id", smart_strings=False)
_REST = ("link", "meta", *(FETCHED.keys() | FOLLOWED.keys()) - {"a"})


def read_page(data: bytes) -> etree._Element:
    """A finished page (UTF-8 HTML) as elements; one without a word is a page that says nothing."""
    return html.document_fromstring(
        data if data.strip() else b"<html></html>", parser=html.HTMLParser(encoding="utf-8")
    )


@dataclass(frozen=True)
class PageFacts:
    """Ids of a page, those of them that occur twice, and its links as written: followed by a reader, or fetched."""

    ids: frozenset[str]
    repeated: tuple[str, ...]
    followed: frozenset[str]
    fetched: frozenset[str]


def page_facts(tree: etree._Element) -> PageFacts:
    """What a finished page says, from its elements."""
    anchors = list(tree.iter("a"))
    names = (one.get("name") for one in anchors if one.get("id") is None)
    count = Counter([*_IDS(tree), *(name for name in names if name is not None)])
    followed, fetched = {one.get("href") for one in anchors}, set[str | None]()
    for element in tree.iter(*_REST):
        away, here = _addresses(element)
        followed.update(away)
        fetched.update(here)
    return PageFacts(
        ids=frozenset(count),
        repeated=tuple(sorted(id_ for id_, times in count.items() if times > 1)),
        followed=frozenset(one.strip() for one in followed if one is not None),
        fetched=frozenset(one.strip() for one in fetched if one is not None),
    )


def _addresses(element: etree._Element) -> tuple[list[str | None], list[str | None]]:
    """The addresses that a reader goes to from an element, and those that are fetched for it."""
    tag = element.tag
    if tag == "meta":
        return _refreshed(element), []
    if tag == "link":
        is_fetched = any(rel in (element.get("rel") or "") for rel in FETCHING)
        address: list[str | None] = [element.get("href")]
        return ([], address + _sets(element)) if is_fetched else (address, _sets(element))
    followed = [element.get(FOLLOWED[tag])] if tag in FOLLOWED else []
    return followed, [*(element.get(name) for name in FETCHED.get(tag, ())), *_sets(element)]


def _sets(element: etree._Element) -> list[str | None]:
    """What a browser chooses among: each address of a set of pictures stands before its size."""
    sets = ((element.get(name) or "").split(",") for name in SETS)
    return [part.split()[0] for one in sets for part in one if part.strip()]


def _refreshed(meta: etree._Element) -> list[str | None]:
    found = (
        REFRESH_URL.search(meta.get("content") or "") if (meta.get("http-equiv") or "").lower() == "refresh" else None
    )
    return [found.group(1)] if found else []
