"""What is done to the tree of a page after its inline Markdown, without looking where there is nothing to do."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import STX

BEFORE_OTHERS_AT_5 = 5.5  # MkDocs loads toc first, so it runs first of those at 5; who registers later runs later


def quicken_trees(md: Markdown) -> None:
    """Replace the parts of `md` that walk through the tree."""
    md.treeprocessors.register(QuickPrettify(md), "prettify", 10)
    md.treeprocessors.register(QuickUnescape(md), "unescape", 0)
    for extension in md.registeredExtensions:
        if type(extension) is TocExtension and type(md.treeprocessors["toc"]) is TocTreeprocessor:
            md.treeprocessors.register(QuickToc(md, extension.getConfigs()), "toc", BEFORE_OTHERS_AT_5)


class QuickPrettify(PrettifyTreeprocessor):
    """In place of PrettifyTreeprocessor: asks once for each element whether it is a block."""

    def _prettifyETree(self, elem: Element) -> None:
        """Break the line after a block, and before the first of the blocks in it."""
        self._prettify(elem, self.md.is_block_level(elem.tag))

    def _prettify(self, elem: Element, is_block: bool) -> None:
        if is_block and len(elem) and elem.tag not in ("code", "pre"):
            blocks = [(one, self.md.is_block_level(one.tag)) for one in elem]
            if blocks[0][1] and (not elem.text or elem.text.isspace()):
                elem.text = "\n"
            for one, one_is_block in blocks:
                if one_is_block:
                    self._prettify(one, True)
        if not elem.tail or elem.tail.isspace():
            elem.tail = "\n"


class QuickUnescape(UnescapeTreeprocessor):
    """In place of UnescapeTreeprocessor: searches only texts that hold the sign of an escaped one."""

    def run(self, root: Element) -> None:
        """Put back every escaped sign."""
        for elem in root.iter():
            if elem.text and STX in elem.text and elem.tag != "code":
                elem.text = self.unescape(elem.text)
            if elem.tail and STX in elem.tail:
                elem.tail = self.unescape(elem.tail)
            for name, value in elem.items():
                if value and STX in value:
                    elem.set(name, self.unescape(value))


class QuickToc(TocTreeprocessor):
    """In place of TocTreeprocessor: makes the list of contents only for a page that asks for it by the marker.

    The theme makes its own list of `toc_tokens`; the HTML in `md.toc` is asked for by nobody.
    """

    def __init__(self, md: Markdown, config: dict[str, Any]) -> None:
        super().__init__(md, config)
        self._asked = False

    def run(self, doc: Element) -> None:
        """Give each heading its id and link, and remember it."""
        self._asked = bool(self.marker) and any(one.text and self.marker in one.text for one in doc.iter())
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        """The list of contents."""
        return super().build_toc_div(toc_list) if self._asked else Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        """Put the list where the marker stands."""
        if self._asked:
            super().replace_marker(root, elem)
