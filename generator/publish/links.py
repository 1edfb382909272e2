"""What one finished page says about addresses: the ids it has, the places it links to, what it fetches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html  # type: ignore[import-untyped]

FOLLOWED = "//a/@href | //area/@href | //form/@action | //link[not({fetching})]/@href"
FETCHED = "//link[{fetching}]/@href | //*[not(self::meta)]/@src | //@poster | //object/@data"
FETCHING = " or ".join(
    f"contains(@rel, '{rel}')" for rel in ("stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect")
)
REFRESH_URL = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


def read_page(data: bytes) -> etree._Element:
    """A finished page (UTF-8 HTML) as elements; one without a word is a page that says nothing."""
    return html.document_fromstring(
        data if data.strip() else b"<html></html>", parser=html.HTMLParser(encoding="utf-8")
    )


def _xpath(expression: str) -> etree.XPath:
    return etree.XPath(expression.format(fetching=FETCHING), smart_strings=False)


_IDS = _xpath("//@id | //a/@name[not(../@id)]")
_FOLLOWED = _xpath(FOLLOWED)
_FETCHED = _xpath(FETCHED)
_SRCSET = _xpath("//@srcset | //@imagesrcset")
_REFRESH = _xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content")


@dataclass(frozen=True)
class PageFacts:
    """Ids of a page, those of them that occur twice, and its links as written: followed by a reader, or fetched."""

    ids: frozenset[str]
    repeated: tuple[str, ...]
    followed: frozenset[str]
    fetched: frozenset[str]


def page_facts(tree: etree._Element) -> PageFacts:
    """What a finished page says, from its elements."""
    count = Counter(_IDS(tree))
    return PageFacts(
        ids=frozenset(count),
        repeated=tuple(sorted(id_ for id_, times in count.items() if times > 1)),
        followed=frozenset(one.strip() for one in (*_FOLLOWED(tree), *_refreshed(tree))),
        fetched=frozenset(one.strip() for one in (*_FETCHED(tree), *_srcset(tree))),
    )


def _srcset(tree: etree._Element) -> Iterator[str]:
    for value in _SRCSET(tree):
        yield from (part.split()[0] for part in value.split(",") if part.strip())


def _refreshed(tree: etree._Element) -> Iterator[str]:
    for value in _REFRESH(tree):
        if found := REFRESH_URL.search(value):
            yield found.group(1)
