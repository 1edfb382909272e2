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
from dataclasses import dataclass
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from generator.diagnostics import Diagnostic
from generator.publish.faults import fault

START = re.compile(rb"<meta charset=[^>]*>", re.IGNORECASE)
DATA_BLOCKS = frozenset({"application/json", "application/ld+json", "speculationrules"})
SEARCH = b"pagefind.js"  # what a script names when it searches; Pagefind is compiled code (WebAssembly)

_HANDLERS = etree.XPath("//@*[starts-with(name(), 'on')]/..", smart_strings=False)
_STYLES = etree.XPath("//*[@style] | //style", smart_strings=False)
_SCRIPT_LINKS = etree.XPath("//a[starts-with(translate(@href, 'JAVSCRIPT', 'javscript'), 'javascript:')]")

_FORBIDDEN = (
    ("har en stil skriven i sidan", "skriv stilen i site_overrides/assets/stil.css", rb"style[\s=>/]", _STYLES),
    ("har ett skript i ett attribut", "lägg skriptet i site_overrides/assets/", rb"on[\w-]*\s*=", _HANDLERS),
    ("har en länk som är ett skript", "lägg skriptet i site_overrides/assets/", rb"script\s*[:&]", _SCRIPT_LINKS),
)
"""What no policy lets through: in words, the cure, a sign of it in small letters, and how it is found."""


def with_policy(name: str, data: bytes, tree: etree._Element, scripts: Scripts) -> tuple[bytes, list[Diagnostic]]:
    """The page `name` with its policy in it, and what it has that no policy lets through, one fault each.

    `tree` is the same page as elements.
    """
    if told := forbidden(name, data, tree):
        return data, told
    loaded = (script.get("src") for script in tree.iter("script"))
    return _with_tag(data, policy(tree, wasm=any(scripts.searches(name, link) for link in loaded if link))), []


@dataclass(frozen=True)
class Scripts:
    """Which scripts of the site search, as paths below it; `base` is the site's own path, with a slash at both ends."""

    base: str
    searching: frozenset[str]

    def searches(self, page: str, link: str) -> bool:
        """Whether the script that a page loads, by the address it writes, is one of them."""
        joined = posixpath.join(self.base, posixpath.dirname(page), link.partition("?")[0])
        return posixpath.normpath(joined).removeprefix(self.base) in self.searching


def scripts_of(site: Path, base: str) -> Scripts:
    """The scripts that lie in ``assets/`` of the site."""
    found = (path for pattern in ("*.js", "*.mjs") for path in (site / "assets").glob(pattern))
    searching = frozenset(path.relative_to(site).as_posix() for path in found if SEARCH in path.read_bytes())
    return Scripts(base, searching)


def _with_tag(data: bytes, content: str) -> bytes:
    tag = f'<meta http-equiv="Content-Security-Policy" content="{content}">'.encode()
    return START.sub(lambda found: found.group() + tag, data, count=1)


def policy(tree: etree._Element, *, wasm: bool) -> str:
    """The policy of a page: sources that a browser may use, by kind.

    Pictures in the theme's style sheets (its icons) are written there as ``data:`` addresses. A policy in a meta tag
    can say nothing of frames around the page (``frame-ancestors``). `wasm`: the page runs compiled code (the search).
    """
    hashes = sorted({_hash(script.text or "") for script in tree.iter("script") if _runs(script)})
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
    """Whether the text of a script in the page is run."""
    return script.get("src") is None and script.get("type", "").strip().lower() not in DATA_BLOCKS


def _hash(text: str) -> str:
    """The text as a browser sees it, with one kind of line ends, by its SHA-256 (CSP level 3)."""
    digest = hashlib.sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def forbidden(name: str, data: bytes, tree: etree._Element) -> list[Diagnostic]:
    """What a browser would refuse in the page `name`, said before a reader meets it."""
    if not START.search(data):
        return [fault(name, "P431", "sidan säger inte vilken teckenkodning den har", 'skriv <meta charset="utf-8">')]
    small = data.lower()
    return [
        fault(name, "P430", f"sidan {what}, och det stoppar webbläsaren: <{elements[0].tag}>", cure)
        for what, cure, sign, find in _FORBIDDEN
        if re.search(sign, small) and (elements := find(tree))
    ]
