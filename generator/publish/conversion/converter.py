"""Python-Markdown with its slow parts replaced: the same HTML, in less time.

Each replacement stands under the name of the library's own part, is used only where that part is the library's, and
says why the outcome is the same; tests compare the two over all pages and over made-up Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Markdown

from generator.publish.conversion.blocks import QuickBlocks
from generator.publish.conversion.html import quicken_html
from generator.publish.conversion.inline import quicken_inline
from generator.publish.conversion.trees import quicken_trees


def quick_markdown(extensions: Sequence[Any], configs: Mapping[str, Any]) -> Markdown:
    """A Markdown instance with these extensions, to be used for many pages and reset before each."""
    md = QuickBlocks(extensions=extensions, extension_configs=configs)
    quicken_html(md)
    quicken_inline(md)
    quicken_trees(md)
    return md
