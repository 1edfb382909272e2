"""The last look at the finished site: every internal link and anchor leads somewhere, every promise is kept.

Works on what the pages say (``reach.py``), as a plain web server shows them below the site's own path. Links to other
sites are not fetched, but nothing a browser loads by itself (style, script, picture) may come from another host.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from generator.diagnostics import Diagnostic, sort_key
from generator.publish.faults import fault
from generator.publish.links import page_facts, read_page
from generator.publish.reach import INDEX, Finding, place, targets, unpacked
from generator.publish.settings import SiteSettings

_PROMISE = "andra länkar hit; låt sidan finnas kvar, eller hänvisa vidare från den gamla adressen (flyttat_till)"


@dataclass(frozen=True, slots=True)
class Reach:
    """What a page can be linked to by, and the places it links to; both packed (`reach.packed`)."""

    anchors: bytes
    targets: bytes


@dataclass(frozen=True)
class Before:
    """The site as it was when all its links last led somewhere: its pages, and the paths of all its files."""

    pages: Mapping[str, Reach]
    files: Set[str]


def verify(
    site: Path, pages: Mapping[str, Reach], files: Set[str], settings: SiteSettings, before: Before | None = None
) -> list[Diagnostic]:
    """Every link that leads nowhere in the site below `site`, whose `files` those are; and every broken promise.

    The same fault on many pages is told once, with their number. As long as nothing has gone since `before`, the links
    that were there then lead somewhere still.
    """
    promised = [(place(*_parts(address)), address) for address in sorted(settings.promised)]
    asked = _other_than(before, pages) if before and not _less_than(before, pages, files) else pages
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for linked in (*(unpacked(one.targets) for one in asked.values()), (target for target, _ in promised)):
        for target in linked:
            file, _, anchor = target.partition("#")
            wanted[file].add(anchor)
    missing = frozenset(_missing(wanted, pages, files))
    broken = [fault(address, "P504", _GONE, _PROMISE) for target, address in promised if target in missing]
    return sorted([*told(_followed(site, asked, files, missing, settings)), *broken], key=sort_key)


def _other_than(before: Before, pages: Mapping[str, Reach]) -> dict[str, Reach]:
    return {path: one for path, one in pages.items() if before.pages.get(path) != one}


def _less_than(before: Before, pages: Mapping[str, Reach], files: Set[str]) -> bool:
    """Whether something that could be linked to then can not be now: a file, or a place on a page."""
    if not before.files <= files or not before.pages.keys() >= before.files & pages.keys():
        return True
    then = ((before.pages.get(path), one) for path, one in _other_than(before, pages).items())
    return any(old and not set(unpacked(old.anchors)) <= set(unpacked(one.anchors)) for old, one in then)


_GONE = "adressen är utlovad men finns inte längre"


def _parts(address: str) -> tuple[str, str]:
    target, _, fragment = address.lstrip("/").partition("#")
    return unquote(target), unquote(fragment)


def _missing(wanted: Mapping[str, set[str]], pages: Mapping[str, Reach], files: Set[str]) -> Iterator[str]:
    """The places that somebody links to and that are not there."""
    for file, anchors in wanted.items():
        if file not in files:
            yield from (f"{file}#{anchor}" for anchor in anchors)
        elif file in pages and anchors != {""}:
            there = {"", *unpacked(pages[file].anchors)}
            yield from (f"{file}#{anchor}" for anchor in anchors - there)


def _followed(
    site: Path, pages: Mapping[str, Reach], files: Set[str], missing: frozenset[str], settings: SiteSettings
) -> Iterator[tuple[str, Finding]]:
    """The links to missing places, by the page that they stand on, as they are written there."""
    for path, one in sorted(pages.items()) if missing else ():
        if not missing.isdisjoint(unpacked(one.targets)):
            facts = page_facts(read_page((site / path).read_bytes()))
            links = targets(path, facts, settings)
            yield from ((path, _finding(target, link, files)) for target, link in links if target in missing)


def _finding(target: str, link: str, files: Set[str]) -> Finding:
    file, _, anchor = target.partition("#")
    page = file.removesuffix(INDEX)
    if file in files:
        return Finding("P502", f"länken '{link}': ankaret '#{anchor}' finns inte på sidan /{page}")
    if f"{file}/{INDEX}" in files:
        return Finding("P507", f"länken '{link}' saknar avslutande snedstreck")
    return Finding("P501", f"länken '{link}' leder ingenstans: /{page} finns inte")


def told(found: Iterable[tuple[str, Finding]]) -> list[Diagnostic]:
    """Findings by page as faults: the same one on many pages once, with their number."""
    pages: defaultdict[Finding, list[str]] = defaultdict(list)
    for path, finding in found:
        pages[finding].append(path)
    return [_told(finding, paths) for finding, paths in pages.items()]


def _told(finding: Finding, paths: list[str]) -> Diagnostic:
    others = f" (och på {len(paths) - 1} sidor till)" if len(paths) > 1 else ""
    return fault(paths[0], finding.code, finding.message + others, finding.cure)
