"""What of the finished pages search reads: the matter itself, without what stands in the margin.

Labels such as *handlingens ordalydelse*, sources, conclusions and lists of links repeat on every page. They would
give hits that say nothing, and make every reader download more. They are left out here, not on the pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from generator.views.delar.sokord import sokord

BODY_MARK = b"data-pagefind-body"
BODY = "div"
"""What the template gives the mark (``site_overrides/main.html``)."""
_MARGIN = frozenset({"headerlink", "marke", "abstract", "info", "kopiera"})
_IGNORED = "data-pagefind-ignore"
_FACT = frozenset({"data-pagefind-filter", "data-pagefind-meta"})
_MAYBE_MARGIN = etree.XPath(f"descendant::*[@class or @{_IGNORED}]")
_ATTRIBUTE = r'(?:="[^"]*+")?+'
_TAG = re.compile(rf"<(\w++)((?: [\w:.-]++{_ATTRIBUTE})++)>")
_READ = re.compile(rf" (?:id|data-pagefind-\w++){_ATTRIBUTE}")
_SIDE_MATTER = "bisak"
_LISTS = frozenset(
    {
        "hit-leder",
        "namns",
        "moten",
        "kallad",
        "forhinder",
        "franvarande",
        "ersatt",
        "punkter",
        "anslag",
        "harlett",
        "noter",
        "forvaxla-inte",
    }
)
_HEADINGS = ("h2", "h3")


def write_texts(site: Path, folder: Path, part_of: Callable[[bytes], str]) -> list[str]:
    """Write the text to be searched of every page that asks for it (`BODY_MARK`) into `folder`, in parts.

    `part_of` names the part of a text; returned are the parts there are, sorted.
    """
    parts = set()
    for path in sorted(site.rglob("*.html")):
        data = path.read_bytes()
        if BODY_MARK in data and (text := text_of(data)):
            part = part_of(text)
            target = folder / part / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text)
            parts.add(part)
    return sorted(parts)


def text_of(page: bytes) -> bytes | None:
    """The text to be searched of a finished page (UTF-8 HTML), as `search_text`."""
    return search_text(html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")))


def search_text(tree: Any) -> bytes | None:
    """A page with its facts and its body, the margin taken out: HTML for Pagefind. None where it is not searched.

    `tree` is the finished page as lxml has read it, and is taken apart.
    """
    bodies = [one for one in tree.iter(BODY) if BODY_MARK.decode() in one.attrib]
    if not bodies:
        return None
    facts = [one for one in tree.iter("meta") if not _FACT.isdisjoint(one.attrib)]
    for body in bodies:
        _weigh(body, [one.get("content") for one in facts])
        for one in _margin(body):
            one.drop_tree()
    head = "".join(map(_written, facts))
    rest = _TAG.sub(_bare, "".join(map(_written, bodies)))
    text = f'<html lang="sv"><head><meta charset="utf-8">{head}</head><body>{rest}</body></html>'
    return f"<!doctype html>{text}".encode()


def _written(element: Any) -> str:
    written: str = html.tostring(element, encoding="unicode", with_tail=False)
    return written


def _bare(tag: re.Match[str]) -> str:
    """A tag with what Pagefind reads of it alone, so that a text changes only with what it says."""
    is_read = " id" in tag[2] or " data-pagefind-" in tag[2]
    return f"<{tag[1]}{''.join(_READ.findall(tag[2])) if is_read else ''}>"


def _weigh(body: Any, facts: list[str]) -> None:
    """Mark the body with the weight of its kind of page, where the word lists give it one."""
    for kind, weight in sokord().vikter.items():
        if kind in facts:
            body.set("data-pagefind-weight", str(weight))


def _margin(body: Any) -> Iterable[Any]:
    return dict.fromkeys([*_unread(body), *body.iter("svg", "button"), *_side_matter(body), *_lists(body)])


def _unread(body: Any) -> list[Any]:
    return [
        one for one in _MAYBE_MARGIN(body) if _IGNORED in one.attrib or not _MARGIN.isdisjoint(one.get("class").split())
    ]


def _side_matter(body: Any) -> list[Any]:
    """The terms marked as side matter, with what they say."""
    found = []
    for term in body.iter("dt"):
        if _SIDE_MATTER in (term.get("class") or "").split():
            told = term.getnext()
            found += [term] if told is None or told.tag != "dd" else [term, told]
    return found


def _lists(body: Any) -> list[Any]:
    """Sections that only list links to other pages, each of which is searched itself."""
    found = []
    for heading in body.iter(*_HEADINGS):
        if heading.get("id") in _LISTS:
            found.append(heading)
            for following in heading.itersiblings():
                if following.tag in _HEADINGS and following.tag <= heading.tag:
                    break
                found.append(following)
    return found
