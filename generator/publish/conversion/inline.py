"""Inline Markdown (links, emphasis, character references), with every pattern tried only where it could match.

Most texts of a page hold no sign that any pattern looks for, and no page defines link references; the library tries all
of its patterns on each text nevertheless. What is found, and in which order, is the library's: the patterns themselves
are used, and one that is not known here is always tried.
"""

from __future__ import annotations

import re
from collections import deque
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.inlinepatterns import (
    DelimiterProcessor,
    HtmlInlineProcessor,
    ImageInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, STX, AtomicString

SIGNS = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.AUTOLINK_RE: "://",
    inlinepatterns.AUTOMAIL_RE: "@",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
}
BRACKET = re.compile(r"[\[\]]")
PLAIN_TARGET = re.compile(rf"""\(([^()<>'"\s{STX}]*)\)""")


def quicken_inline(md: Markdown) -> None:
    """Replace the parts of `md` that read inline Markdown, where all its patterns are such as QuickInline can try."""
    if not all(isinstance(one, InlineProcessor) and not one.ANCESTOR_EXCLUDES for one in md.inlinePatterns):
        return
    link, image = md.inlinePatterns["link"], md.inlinePatterns["image_link"]
    if type(link) is LinkInlineProcessor and type(image) is ImageInlineProcessor:
        md.inlinePatterns.register(QuickLink(link.pattern, md), "link", 160)
        md.inlinePatterns.register(QuickImage(image.pattern, md), "image_link", 150)
    md.treeprocessors.register(QuickInline(md), "inline", 20)


class QuickLink(LinkInlineProcessor):
    """In place of LinkInlineProcessor: its two walks from character to character by regular expressions.

    A target without brackets, quotes, spaces and placeholders ends at the first closing bracket and has no title; any
    other is left to the library.
    """

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The text up to the bracket that closes the one before `index`, where that is found."""
        depth = 1
        for found in BRACKET.finditer(data, index):
            depth += 1 if found.group() == "[" else -1
            if not depth:
                return data[index : found.start()], found.end(), True
        return "", index, False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The target, the title, and where the link ends."""
        if plain := PLAIN_TARGET.match(data, index):
            return plain.group(1), None, plain.end(), True
        return super().getLink(data, index)


class QuickImage(QuickLink, ImageInlineProcessor):
    """In place of ImageInlineProcessor, likewise."""


class QuickInline(Treeprocessor):
    """In place of treeprocessors.InlineProcessor: the same walk over the tree, the same patterns in the same order.

    Left out are patterns whose sign the text lacks, patterns of link references on a page that defines none (which
    change nothing), and the ancestors of each element (nobody asks for them). HTML is found in one pass: its pattern
    looks at nothing before it.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.stashed_nodes: dict[str, Element | str] = {}  # the patterns look here for what their placeholders mean
        self._patterns: list[InlineProcessor] = []
        self._signs: dict[str, int] = {}
        self._chosen: dict[int, list[int]] = {}

    def run(self, root: Element) -> Element:
        """Change every text of the tree into what it means, in place."""
        self.stashed_nodes = {}
        self._prepare()
        waiting = deque([root])
        while waiting:
            current = waiting.popleft()
            made = []
            for child in current:
                if child.text and not isinstance(child.text, AtomicString):
                    elements = self._text(child)
                    waiting.extend(elements)
                    made.append((child, elements))
                if child.tail:
                    self._tail(current, child)
                if len(child):
                    waiting.append(child)
            for element, elements in made:
                for position, one in enumerate(elements):
                    element.insert(position, one)
        return root

    def _prepare(self) -> None:
        """The patterns of this page, and the signs to look for, each with its bit."""
        known = self.md.references
        patterns = [
            one
            for one in self.md.inlinePatterns
            if isinstance(one, InlineProcessor) and (known or not isinstance(one, ReferenceInlineProcessor))
        ]
        if patterns != self._patterns:
            signs = dict.fromkeys(sign for one in patterns for sign in _signs(one))
            self._patterns, self._chosen = patterns, {}
            self._signs = {sign: 1 << position for position, sign in enumerate(signs)}

    def _text(self, element: Element) -> list[Element]:
        """Change the text of an element; the elements found in it, which are not put in it yet."""
        text = self._changed(element.text or "")
        if INLINE_PLACEHOLDER_PREFIX not in text:
            element.text = text
            return []
        element.text = None
        return self._placed(text, element, is_text=True)

    def _tail(self, parent: Element, child: Element) -> None:
        tail = self._changed(child.tail or "")
        if INLINE_PLACEHOLDER_PREFIX not in tail:
            child.tail = tail
            return
        holder = Element("d")
        elements = self._placed(tail, holder, is_text=False)
        child.tail = holder.tail
        position = list(parent).index(child) + 1
        for one in reversed(elements):
            parent.insert(position, one)

    def _changed(self, text: str, first: int = 0) -> str:
        """The text with a placeholder for all that the patterns from number `first` find in it."""
        if isinstance(text, AtomicString):
            return text
        signs = 0
        for sign, bit in self._signs.items():
            if sign in text:
                signs |= bit
        chosen = self._chosen.get(signs)
        for number in self._choose(signs) if chosen is None else chosen:
            if number >= first:
                text = self._apply(number, text)
        return text

    def _choose(self, signs: int) -> list[int]:
        """The numbers of the patterns that look for one of these signs."""
        chosen = [
            number
            for number, one in enumerate(self._patterns)
            if any(signs & self._signs[sign] for sign in _signs(one))
        ]
        self._chosen[signs] = chosen
        return chosen

    def _apply(self, number: int, text: str) -> str:
        pattern = self._patterns[number]
        if type(pattern) is HtmlInlineProcessor:
            return self._store_html(pattern, text)
        step: tuple[str, int] | None = (text, 0)
        while step:
            text, start = step
            step = self._step(number, text, start)
        return text

    def _store_html(self, pattern: HtmlInlineProcessor, text: str) -> str:
        def stored(found: re.Match[str]) -> str:
            html = found.group(1)
            node = pattern.handleMatch(found, text)[0] if STX in html else self.md.htmlStash.store(html)
            return self._keep(node or "")

        return pattern.compiled_re.sub(stored, text)

    def _step(self, number: int, text: str, start: int) -> tuple[str, int] | None:
        """What the text becomes by the first find from `start`, and where to go on; None where there is none."""
        pattern = self._patterns[number]
        for found in pattern.getCompiledRegExp().finditer(text, start):
            node, begin, end = pattern.handleMatch(found, text)
            if begin is None or end is None:
                continue
            if node is None:
                return text, end
            if not isinstance(node, str):
                self._change_inside(node, number)
            placeholder = self._keep(node)
            return text[:begin] + placeholder + text[end:], begin + len(placeholder)
        return None

    def _keep(self, node: Element | str) -> str:
        """Put aside what was found; its placeholder."""
        number = f"{len(self.stashed_nodes):04d}"
        self.stashed_nodes[number] = node
        return f"{INLINE_PLACEHOLDER_PREFIX}{number}{ETX}"

    def _change_inside(self, node: Element, number: int) -> None:
        if isinstance(node.text, AtomicString):
            return
        for one in (node, *node):
            if one.text:
                one.text = self._changed(one.text, number + 1)
            if one.tail:
                one.tail = self._changed(one.tail, number)

    def _placed(self, text: str, parent: Element, *, is_text: bool) -> list[Element]:
        """The elements that the placeholders stand for; text before them becomes the parent's, text between a tail."""
        elements: list[Element] = []

        def add(words: str) -> None:
            if not words:
                return
            if elements:
                elements[-1].tail = (elements[-1].tail or "") + words
            elif is_text:
                parent.text = (parent.text or "") + words
            else:
                parent.tail = (parent.tail or "") + words

        start = 0
        for found in INLINE_PLACEHOLDER_RE.finditer(text):
            node = self.stashed_nodes.get(found.group(1))
            if node is None:
                continue
            add(text[start : found.start()])
            start = found.end()
            if isinstance(node, str):
                add(node)
            else:
                self._place_inside(node)
                elements.append(node)
        add(text[start:])
        return elements

    def _place_inside(self, node: Element) -> None:
        """Put elements where a found element and its children hold placeholders."""
        for child in (node, *node):
            if child.tail and INLINE_PLACEHOLDER_PREFIX in child.tail:
                tail, child.tail = child.tail, None
                position = 0 if child is node else list(node).index(child) + 1
                for one in reversed(self._placed(tail, child, is_text=False)):
                    node.insert(position, one)
            if child.text and INLINE_PLACEHOLDER_PREFIX in child.text:
                text, child.text = child.text, None
                for one in reversed(self._placed(text, child, is_text=True)):
                    child.insert(0, one)


def _signs(pattern: InlineProcessor) -> tuple[str, ...]:
    """Signs of which a text must hold one for the pattern to find anything; the empty one is in every text."""
    if isinstance(pattern, DelimiterProcessor):
        return tuple(pattern.tokens)
    return (SIGNS.get(pattern.pattern, ""),)
