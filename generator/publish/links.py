"""What one finished page says about addresses: the ids it has, the places it links to, what it fetches."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree, html  # type: ignore[import-untyped]

FOLLOWED = {"a": "href", "area": "href", "form": "action"}
"""What a reader goes to, by element; a `link` may be followed or fetched."""
FETCHING = ("stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect")
SETS = ("srcset", "imagesrcset")
REFRESH_URL = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)

_IDS = etree.XPath("//@id", smart_strings=False)
_LOADING = etree.XPath("//*[@src or @poster or @srcset or @imagesrcset]")
_REST = ("area", "form", "link", "meta", "object")


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
    for element in _LOADING(tree):
        fetched.update(_loaded(element))
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
    if tag == "object":
        return [], [element.get("data")]
    if tag == "link" and any(rel in (element.get("rel") or "") for rel in FETCHING):
        return [], [element.get("href")]
    return [element.get(FOLLOWED.get(tag, "href"))], []


def _loaded(element: etree._Element) -> list[str | None]:
    """What an element of any kind shows or runs; each address of a set of pictures stands before its size."""
    plain = [element.get("poster"), None if element.tag == "meta" else element.get("src")]
    sets = ((element.get(name) or "").split(",") for name in SETS)
    return plain + [part.split()[0] for one in sets for part in one if part.strip()]


def _refreshed(meta: etree._Element) -> list[str | None]:
    found = (
        REFRESH_URL.search(meta.get("content") or "") if (meta.get("http-equiv") or "").lower() == "refresh" else None
    )
    return [found.group(1)] if found else []
