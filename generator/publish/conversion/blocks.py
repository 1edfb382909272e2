"""Blocks of Markdown (paragraphs, lists, tables), each shown only to the processors that could take it.

The library asks every processor in turn, most by a search through the whole block. Whether it can be theirs shows in
the first sign of the block or of a line. The processors themselves are the library's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Self
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import STX

TAB = "    "  # tab_length is 4 unless a configuration says otherwise, which none can: it is no extension's

Guard = Callable[[str], bool]


def _line_begins(*signs: str) -> Guard:
    """Whether some line begins with one of the signs, after at most three spaces."""
    starts = tuple(" " * spaces + sign for spaces in range(4) for sign in signs)
    later = {sign: tuple(f"\n{' ' * spaces}{sign}" for spaces in range(4)) for sign in signs}

    def may(block: str) -> bool:
        if block.startswith(starts):
            return True
        if "\n" not in block:
            return False
        for sign, begins in later.items():
            if sign in block:
                for begin in begins:
                    if begin in block:
                        return True
        return False

    return may


def _block_begins(*signs: str) -> Guard:
    return lambda block: block.startswith(signs)


OPENS_REFERENCE = _line_begins("[")
GUARDS: dict[type[BlockProcessor], Guard] = {
    MarkdownInHtmlProcessor: _block_begins(STX),
    AdmonitionProcessor: lambda block: block.startswith(("!!!", TAB)) or "\n!!!" in block,
    EmptyBlockProcessor: lambda block: not block or block.startswith("\n"),
    ListIndentProcessor: _block_begins(TAB),
    DefListIndentProcessor: _block_begins(TAB),
    CodeBlockProcessor: _block_begins(TAB),
    TableProcessor: lambda block: "|" in block and "\n" in block,
    HashHeaderProcessor: lambda block: block.startswith("#") or "\n#" in block,
    SetextHeaderProcessor: lambda block: "\n-" in block or "\n=" in block,
    HRProcessor: _line_begins("-", "_", "*"),
    OListProcessor: lambda block: block[:1] == " " or block[:1].isdecimal(),
    UListProcessor: _block_begins(" ", "*", "+", "-"),
    DefListProcessor: _line_begins(":"),
    BlockQuoteProcessor: _line_begins(">"),
    ReferenceProcessor: lambda block: "]:" in block and OPENS_REFERENCE(block),
}


class QuickParser(BlockParser):
    """In place of BlockParser: a processor is asked only where its guard lets the block through.

    A guard may let too much through but nothing that the processor would take. A processor without one is always asked.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._guarded: list[tuple[Guard | None, BlockProcessor]] = []
        self._unguarded: list[tuple[Guard | None, BlockProcessor]] = []

    def parseDocument(self, lines: Iterable[str]) -> ElementTree[Element | None]:
        """The tree of a page."""
        self._guarded = [(GUARDS.get(type(one)), one) for one in self.blockprocessors]
        self._unguarded = [one for one in self._guarded if not one[0]]
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Put what the blocks mean into `parent`; nothing is left of them."""
        while blocks:
            block = blocks[0]
            # No guard lets through a line that begins with a letter; blocks of one such line are the most.
            for may, processor in self._unguarded if block[:1].isalpha() and "\n" not in block else self._guarded:
                if may is not None and not may(block):
                    continue
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break
                block = blocks[0]


class QuickBlocks(Markdown):
    """A Markdown whose block parser is a QuickParser, from before its extensions are told of it."""

    def build_parser(self) -> Self:
        """Make the parser with the library's processors."""
        super().build_parser()
        parser = QuickParser(self)
        parser.blockprocessors = self.parser.blockprocessors
        for processor in parser.blockprocessors:
            processor.parser = parser
        self.parser = parser
        self._is_block: dict[object, bool] = {}
        return self

    def is_block_level(self, tag: object) -> bool:
        """Whether the tag is that of a block, looked up once for each tag."""
        known = self._is_block.get(tag)
        if known is None:
            known = self._is_block[tag] = super().is_block_level(tag)
        return known
