"""HTML on its way in and out: found in the Markdown, kept aside, and written from the tree at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.md_in_html import (
    HtmlBlockPreprocessor,
    MarkdownInHTMLPostprocessor,
)
from markdown.preprocessors import NormalizeWhitespace
from markdown.serializers import RE_AMP, to_xhtml_string
from markdown.util import ETX, HTML_PLACEHOLDER, STX

from generator.publish.conversion.extractor import QuickExtractor

NUMBERED = HTML_PLACEHOLDER % "([0-9]+)"
STORED = re.compile(f"<p>{NUMBERED}</p>|{NUMBERED}")
BLANK_LINE = re.compile(r"\n +(?=\n)")
QUOTE = '"'
RAW = frozenset({"script", "style"})


def quicken_html(md: Markdown) -> None:
    """Replace the parts of `md` that read and write HTML, where they are the library's own."""
    if type(md.preprocessors["html_block"]) is HtmlBlockPreprocessor:
        md.preprocessors.register(QuickHtmlBlocks(md), "html_block", 20)
        md.postprocessors.register(QuickStored(md), "raw_html", 30)
    if md.serializer is to_xhtml_string:
        md.serializer = to_xhtml
    md.preprocessors.register(QuickWhitespace(md), "normalize_whitespace", 30)
    fenced = md.preprocessors["fenced_code_block"]
    if type(fenced) is FencedBlockPreprocessor:
        md.preprocessors.register(QuickFences(md, vars(fenced)["config"]), "fenced_code_block", 25)


class QuickWhitespace(NormalizeWhitespace):
    """In place of NormalizeWhitespace: its last step by an expression that only looks at line breaks."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with plain line ends, no tabs, and nothing on blank ones."""
        source = "\n".join(lines).replace(STX, "").replace(ETX, "")
        source = source.replace("\r\n", "\n").replace("\r", "\n") + "\n\n"
        return BLANK_LINE.sub("\n", source.expandtabs(self.md.tab_length)).split("\n")


class QuickFences(FencedBlockPreprocessor):
    """In place of FencedBlockPreprocessor: searches only where there is a fence."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with each fenced block stored."""
        return super().run(lines) if any(line.startswith(("```", "~~~")) for line in lines) else lines


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """In place of md_in_html's HtmlBlockPreprocessor: the same with another extractor."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with HTML stored, to be put back or to be read as Markdown."""
        parser = QuickExtractor(self.md)
        parser.feed("\n".join(lines))
        parser.close()
        return "".join(parser.cleandoc).split("\n")


class QuickStored(MarkdownInHTMLPostprocessor):
    """In place of MarkdownInHTMLPostprocessor: searches only texts that hold a placeholder."""

    def run(self, text: str) -> str:
        """Put back the stored HTML."""
        return STORED.sub(self._put_back, text) if STX in text else text

    def _put_back(self, found: re.Match[str]) -> str:
        number = int(found.group(1) or found.group(2))
        if number >= self.md.htmlStash.html_counter:
            return found.group(0)
        html = self.stash_to_string(self.md.htmlStash.rawHtmlBlocks[number])
        if found.group(1) and not self.isblocklevel(html):
            html = f"<p>{html}</p>"
        return self.run(html)


def to_xhtml(root: Element) -> str:
    """In place of serializers.to_xhtml_string, for trees of plain elements, which is all that Markdown makes."""
    parts: list[str] = []
    write = parts.append
    stack: list[Element | str] = [root]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            write(element)
            continue
        tag = element.tag
        if not isinstance(tag, str):
            return to_xhtml_string(root)
        name = tag.lower()
        head = tag + _attributes(element) if element.attrib else tag
        tail = _escaped(element.tail) if element.tail else ""
        if name in HTML_EMPTY:
            write(f"<{head} />{tail}")
            continue
        text = element.text or ""
        if text and name not in RAW:
            text = _escaped(text)
        if len(element):
            write(f"<{head}>{text}")
            stack.append(f"</{tag}>{tail}")
            stack.extend(reversed(element))
        else:
            write(f"<{head}>{text}</{tag}>{tail}")
    return "".join(parts)


def _attributes(element: Element) -> str:
    """The attributes in alphabetical order, each after a space."""
    written = ""
    items: Iterable[tuple[str, str | None]] = element.items()  # None: an attribute without a value
    for name, value in sorted(items):
        written += f" {name}" if value is None else f' {name}="{_escaped(value).replace(QUOTE, "&quot;")}"'
    return written


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
