"""What a browser may do with each finished page, said in the page itself: its Content-Security-Policy.

A plain web server cannot be told to send headers, so the policy is a meta tag, put before everything that it judges.
Scripts and styles come from the site alone; the theme's few inline scripts are let through by the hash of their text,
and nothing else that is inline: no script, no style, no event handler. The policy is a function of the page's bytes
and of the scripts it loads, so the same site always gets the same.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from pathlib import Path

from lxml import etree, html  # type: ignore[import-untyped]

from generator.diagnostics import Diagnostic
from generator.publish.faults import fault

START = re.compile(rb"<meta charset=[^>]*>", re.IGNORECASE)
DATA_BLOCKS = frozenset({"application/json", "application/ld+json", "speculationrules"})
SEARCH = b"pagefind.js"  # what a script names when it searches; Pagefind is compiled code (WebAssembly)

_INLINE = etree.XPath("//script[not(@src)]", smart_strings=False)
_LOADED = etree.XPath("//script/@src", smart_strings=False)
_HANDLERS = etree.XPath("//@*[starts-with(name(), 'on')]/..", smart_strings=False)
_STYLES = etree.XPath("//*[@style] | //style", smart_strings=False)
_SCRIPT_LINKS = etree.XPath("//a[starts-with(translate(@href, 'JAVSCRIPT', 'javscript'), 'javascript:')]")


def add_policies(site: Path, base: str) -> list[Diagnostic]:
    """Write its policy into every page below `site`; what a page has that no policy lets through, one fault each.

    `base` is the path of the start page on its host, with a slash at both ends.
    """
    searching = _searching(site)
    faults = []
    for path in sorted(site.rglob("*.html")):
        name, data = path.relative_to(site).as_posix(), path.read_bytes()
        tree = read_page(data)
        if told := forbidden(name, data, tree):
            faults += told
        else:
            wasm = any(_below(base, name, link) in searching for link in _LOADED(tree))
            path.write_bytes(_with_tag(data, policy(tree, wasm=wasm)))
    return faults


def _with_tag(data: bytes, content: str) -> bytes:
    tag = f'<meta http-equiv="Content-Security-Policy" content="{content}">'.encode()
    return START.sub(lambda found: found.group() + tag, data, count=1)


def read_page(data: bytes) -> etree._Element:
    """A finished page (UTF-8 HTML), read."""
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def policy(tree: etree._Element, *, wasm: bool) -> str:
    """The policy of a page: sources that a browser may use, by kind.

    Pictures in the theme's style sheets (its icons) are written there as ``data:`` addresses. A policy in a meta tag
    can say nothing of frames around the page (``frame-ancestors``). `wasm`: the page runs compiled code (the search).
    """
    hashes = sorted({_hash(script.text or "") for script in _INLINE(tree) if _runs(script)})
    directives = (
        ("default-src", ["'self'"]),
        ("script-src", ["'self'", *hashes, *(["'wasm-unsafe-eval'"] if wasm else [])]),
        ("style-src", ["'self'"]),
        ("img-src", ["'self'", "data:"]),
        ("object-src", ["'none'"]),
        ("base-uri", ["'none'"]),
        ("form-action", ["'self'"]),
    )
    return "; ".join(" ".join([name, *sources]) for name, sources in directives)


def _runs(script: etree._Element) -> bool:
    return script.get("type", "").strip().lower() not in DATA_BLOCKS


def _hash(text: str) -> str:
    """The text as a browser sees it, with one kind of line ends, by its SHA-256 (CSP level 3)."""
    digest = hashlib.sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def forbidden(name: str, data: bytes, tree: etree._Element) -> list[Diagnostic]:
    """What a browser would refuse in the page `name`, said before a reader meets it."""
    if not START.search(data):
        return [fault(name, "P431", "sidan säger inte vilken teckenkodning den har", 'skriv <meta charset="utf-8">')]
    found = (
        ("har en stil skriven i sidan", "skriv stilen i site_overrides/assets/stil.css", _STYLES(tree)),
        ("har ett skript i ett attribut", "lägg skriptet i site_overrides/assets/", _HANDLERS(tree)),
        ("har en länk som är ett skript", "lägg skriptet i site_overrides/assets/", _SCRIPT_LINKS(tree)),
    )
    return [
        fault(name, "P430", f"sidan {what}, och det stoppar webbläsaren: <{elements[0].tag}>", cure)
        for what, cure, elements in found
        if elements
    ]


def _searching(site: Path) -> frozenset[str]:
    """The scripts of the site that search, as paths below it."""
    scripts = (path for pattern in ("*.js", "*.mjs") for path in (site / "assets").glob(pattern))
    return frozenset(path.relative_to(site).as_posix() for path in scripts if SEARCH in path.read_bytes())


def _below(base: str, page: str, link: str) -> str:
    """A script's address, as a page of the site writes it, as a path below the site."""
    joined = posixpath.join(base, posixpath.dirname(page), link.partition("?")[0])
    return posixpath.normpath(joined).removeprefix(base)
