"""Running axe-core in a page that a real browser shows, and what it finds, in few words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

PACKAGE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
RUN = """options => axe.run(document, {resultTypes: ["violations"], ...options}).then(result => result.violations.map(
    one => ({id: one.id, help: one.help, tags: one.tags, nodes: one.nodes.map(node => node.target.join(" "))})))"""
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"  # and its scripts told of it
Scheme = Literal["light", "dark"]
WIDTHS = (320, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Brist:
    """One rule that a page breaks."""

    regel: str
    text: str
    kriterier: tuple[str, ...]
    element: tuple[str, ...]
    lage: str


def version() -> str:
    """The version of axe-core that is installed."""
    return str(json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"])


def load(page: Page) -> None:
    """Put axe-core into the page, past its security policy but without switching that off."""
    page.evaluate((PACKAGE / "axe.min.js").read_text("utf-8"))
    page.evaluate("locale => axe.configure({locale})", json.loads((PACKAGE / "locales/sv.json").read_text("utf-8")))


def examine(page: Page) -> list[Brist]:
    """What axe finds on the page shown, on a phone and on a desk, in light and dark.

    All rules are run for the light phone and the dark desk. The other two differ from these in colours or in width
    alone, so there the rules about colours are enough: a layout at 320 px is the same in both schemes.
    """
    load(page)
    found = []
    for scheme in SCHEMES:
        for width in WIDTHS:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(DRAWN)
            whole = (scheme, width) in (("light", WIDTHS[0]), ("dark", WIDTHS[1]))
            found += _run(page, f"{scheme} {width} px", None if whole else COLOURS)
    return found


def _run(page: Page, state: str, rules: tuple[str, ...] | None) -> list[Brist]:
    options: dict[str, Any] = {"runOnly": list(TAGS) if rules is None else {"type": "rule", "values": list(rules)}}
    return [
        Brist(one["id"], one["help"], tuple(_criteria(one["tags"])), tuple(one["nodes"]), state)
        for one in page.evaluate(RUN, options)
    ]


def _criteria(tags: list[str]) -> list[str]:
    """``wcag143`` → ``1.4.3``."""
    numbers = [tag.removeprefix("wcag") for tag in tags]
    return [f"{one[0]}.{one[1]}.{one[2:]}" for one in numbers if one.isdigit() and len(one) > len("21")]
