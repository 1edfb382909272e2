"""HTML found in Markdown, read by a short way where all of it is plain."""

from __future__ import annotations

import re
from html import unescape

from markdown import Markdown
from markdown.extensions.md_in_html import HTMLExtractorExtra

TOKEN = re.compile(
    r"""(?P<data>[^<&]+)"""
    r"""|<(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:[ ][a-z][a-z0-9-]*(?:="[^"<>\n]*")?)*)>"""
    r"""|</(?P<end>[a-z][a-z0-9]*)>"""
    r"""|&\#(?P<number>[0-9]+|x[0-9a-fA-F]+);"""
    r"""|&(?P<name>[a-zA-Z][a-zA-Z0-9]*);"""
)
ATTRIBUTE = re.compile(r"""([a-z][a-z0-9-]*)(?:="([^"]*)")?""")


class QuickExtractor(HTMLExtractorExtra):
    """In place of md_in_html's HTMLExtractorExtra, whose handlers it calls in the same order with the same values.

    A text with nothing but lower-case tags, quoted values and character references is cut by one expression; the
    library asks several at each sign and counts lines. Any other text is left to the library. The attributes of
    a tag that is no block are asked for by nobody. The sets of tags are made once and not at each tag.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._start_text = ""  # the tag that is handled; empty while the library reads
        self._end_text = ""
        self._is_quick = False
        self._block_level_tags = super().block_level_tags
        self._block_tags = super().block_tags
        self._span_and_block_tags = super().span_and_blocks_tags

    block_level_tags = property(lambda self: self._block_level_tags)
    block_tags = property(lambda self: self._block_tags)
    span_and_blocks_tags = property(lambda self: self._span_and_block_tags)

    def goahead(self, end: bool) -> None:
        """Handle all of `rawdata`."""
        tokens = _plain_tokens(self.rawdata, frozenset(self.CDATA_CONTENT_ELEMENTS))
        if end or not tokens:
            super().goahead(end)
            return
        self._is_quick = True
        for token in tokens:
            self.offset = token.start()
            self._handle(token)
        self._is_quick = False
        self.rawdata = ""

    def _handle(self, token: re.Match[str]) -> None:
        value = token[token.lastgroup or 0]
        match token.lastgroup:
            case "data":
                self.handle_data(value)
            case "end":
                self._end_text = token[0]
                self.handle_endtag(value)
            case "number":
                self.handle_charref(value)
            case "name":
                self.handle_entityref(value)
            case _:
                tag, self._start_text = token["tag"], token[0]
                self.handle_starttag(tag, _attributes(value) if tag in self._block_level_tags else [])

    @property
    def line_offset(self) -> int:
        """Where the line begins that `offset` counts from; the short way counts from the beginning of the text."""
        return 0 if self._is_quick else int(super().line_offset)

    def at_line_start(self) -> bool:
        """Whether nothing but at most three spaces stands before this place on its line."""
        if not self._is_quick:
            return bool(super().at_line_start())
        before = self.rawdata[self.rawdata.rfind("\n", 0, self.offset) + 1 : self.offset]
        return len(before) <= 3 and not before.strip()  # noqa: PLR2004 - four spaces are a block of code

    def get_starttag_text(self) -> str:
        """The tag that is handled, as it is written."""
        return self._start_text if self._is_quick else str(super().get_starttag_text())

    def get_endtag_text(self, tag: str) -> str:
        """The end tag that is handled, as it is written."""
        return self._end_text if self._is_quick else str(super().get_endtag_text(tag))


def _plain_tokens(text: str, left_out: frozenset[str]) -> list[re.Match[str]]:
    """The text cut in tokens, none where something in it is not plain or is a tag left out."""
    tokens = list(TOKEN.finditer(text))
    is_whole = sum(token.end() - token.start() for token in tokens) == len(text)
    return tokens if is_whole and not any(token["tag"] in left_out for token in tokens) else []


def _attributes(text: str) -> list[tuple[str, str | None]]:
    """Names and values; None for the value of an attribute without one."""
    return [(one[1], one[2] if one[2] is None else unescape(one[2])) for one in ATTRIBUTE.finditer(text)]
