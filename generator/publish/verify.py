"""The last look at the finished site: every internal link and anchor leads somewhere, every promise is kept.

Works on the files as a plain web server shows them, below the site's own path. Links to other sites are not
fetched, but nothing a browser loads by itself (style, script, picture) may come from another host.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, sort_key
from generator.publish.faults import fault
from generator.publish.links import PageFacts, page_facts
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


def verify(site: Path, settings: SiteSettings) -> list[Diagnostic]:
    """Every fault of the finished site below `site`. The same fault on many pages is told once, with their number."""
    files = frozenset(_files(site))
    pages = {path: page_facts((site / path).read_bytes()) for path in sorted(files) if path.endswith(".html")}
    known = Site(files, {path: facts.ids for path, facts in pages.items()}, settings)
    found: defaultdict[Finding, list[str]] = defaultdict(list)
    for path, facts in pages.items():
        for finding in known.page_findings(path, facts):
            found[finding].append(path)
    faults = [_told(finding, paths) for finding, paths in found.items()]
    return sorted([*faults, *known.broken_promises()], key=sort_key)


def _files(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        yield from (Path(folder, name).relative_to(site).as_posix() for name in names)


def _told(finding: Finding, paths: list[str]) -> Diagnostic:
    others = f" (och på {len(paths) - 1} sidor till)" if len(paths) > 1 else ""
    return fault(paths[0], finding.code, finding.message + others, finding.cure)


@dataclass(frozen=True)
class Site:
    """The files of the site and the ids of its pages: enough to say whether an address exists."""

    files: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    settings: SiteSettings

    def page_findings(self, path: str, facts: PageFacts) -> Iterator[Finding]:
        """All that is wrong in one page."""
        for id_ in facts.repeated:
            yield Finding("P503", f"id '{id_}' finns mer än en gång på sidan")
        for link in sorted(facts.fetched):
            if self.is_foreign(link):
                yield Finding("P505", f"'{link}' hämtas från en annan webbplats", "lägg filen på den egna webbplatsen")
        for link in sorted(facts.followed | facts.fetched):
            if finding := self.link_finding(path, link):
                yield finding

    def is_foreign(self, link: str) -> bool:
        """Whether a browser would ask another host for it."""
        parts = urlsplit(link)
        return bool(parts.netloc) and not link.startswith(self.settings.url)

    def link_finding(self, path: str, link: str) -> Finding | None:
        """What is wrong with a link on a page, None where it leads somewhere or out of the site."""
        inside = self._inside(path, link)
        if inside is None:
            return None
        target, fragment = inside
        if not target.startswith(self.settings.base):
            cure = f"webbplatsens adresser börjar med {self.settings.base}; skriv länken relativt"
            return Finding("P506", f"länken '{link}' leder utanför webbplatsen", cure)
        return self._target_finding(unquote(target.removeprefix(self.settings.base)), unquote(fragment), link)

    def _inside(self, path: str, link: str) -> tuple[str, str] | None:
        """Path from the host's root, and fragment, as a browser resolves the link; None for other sites."""
        if SCHEME.match(link):
            if not link.startswith(self.settings.url):
                return None
            link = "/" + link.removeprefix(self.settings.url.removesuffix(self.settings.base)).lstrip("/")
        rest, _, fragment = link.partition("#")
        target = rest.partition("?")[0]
        # The page for missing addresses is shown at any depth, so a relative link in it leads astray.
        here = self.settings.base + (path if path != NOT_FOUND else "okand/adress/")
        if not target:
            return (self.settings.base + path, fragment)
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(here), target))
        slash = "/" if target.endswith(("/", "/.", "/..")) or target in (".", "..") else ""
        return (joined.rstrip("/") + slash, fragment)

    def _target_finding(self, target: str, fragment: str, link: str) -> Finding | None:
        file = target + INDEX if target.endswith("/") or not target else target
        if file not in self.files:
            if f"{file}/{INDEX}" in self.files:
                return Finding("P507", f"länken '{link}' saknar avslutande snedstreck")
            return Finding("P501", f"länken '{link}' leder ingenstans: /{target} finns inte")
        fragment = fragment.partition(":~:")[0]
        if file in self.ids and fragment not in ALWAYS_THERE and fragment not in self.ids[file]:
            return Finding("P502", f"länken '{link}': ankaret '#{fragment}' finns inte på sidan /{target}")
        return None

    def broken_promises(self) -> Iterator[Diagnostic]:
        """One fault for each promised address that does not exist."""
        for address in sorted(self.settings.promised):
            target, _, fragment = address.lstrip("/").partition("#")
            if self._target_finding(unquote(target), unquote(fragment), address):
                yield fault(address, "P504", "adressen är utlovad men finns inte längre", _PROMISE)


_PROMISE = "andra länkar hit; låt sidan finnas kvar, eller hänvisa vidare från den gamla adressen (flyttat_till)"


def unbuilt(site: Path, pages: Iterable[tuple[str, str]]) -> list[Diagnostic]:
    """A fault for each page (Markdown path, output path) that did not become a file of the site."""
    return [fault(page, "P411", "sidan blev inte byggd") for page, file in pages if not (site / file).is_file()]
