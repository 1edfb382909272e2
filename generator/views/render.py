"""Context to page: Jinja templates that see plain values only, every value escaped unless it is Markdown already.

A context holds text (escaped as Markdown), `Lank` (written as a link), Markdown made by `markdown.prose`, numbers,
lists and dicts of those. A name that a template uses and the context lacks is an error, never an empty place.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.svenska import capital
from generator.views.artifacts import Page
from generator.views.markdown import Lank, escape, link
from generator.views.urls import Adress

_ROOTED = re.compile(r"\]\(/([^)\s#]*)")
_BLANKS = re.compile(r"\n{3,}")
_LATER_LINE = re.compile(r"\n(?=[^\n])")


def page(adress: Adress, template: str, meta: Mapping[str, Any], context: Mapping[str, Any]) -> Page:
    """A finished page: front matter from `meta`, body from the template.

    `meta` holds at least ``title``. Values are written as JSON, which is YAML that no value can break out of; title
    and description are plain text here and escaped on the way, because the theme prints them as they are.
    """
    body = _environment().get_template(f"{template}.md.jinja").render(context)
    head = "".join(f"{key}: {json.dumps(_printed(key, value), ensure_ascii=False)}\n" for key, value in meta.items())
    text = _BLANKS.sub("\n\n", body).strip() + "\n"
    return Page(adress.fil, f"---\n{head}---\n\n{relative(text, adress.fil)}")


def _printed(key: str, value: Any) -> Any:
    return html.escape(str(value)) if key in {"title", "description"} else value


def relative(text: str, fil: str) -> str:
    """The text with its links from the root made relative to the page it stands on."""
    here = posixpath.dirname(fil) or "."
    return _ROOTED.sub(lambda found: "](" + posixpath.relpath(found[1], here), text)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.views", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["citat"] = quoted
    environment.filters["indrag"] = indented
    environment.filters["forstor"] = capital
    return environment


def _finalize(value: Any) -> Any:
    """What a template writes for a value: Markdown as it is, a link as a link, anything else escaped."""
    if isinstance(value, Lank):
        return link(value)
    return value if hasattr(value, "__html__") else escape(str(value))


def quoted(value: Any) -> Markup:
    """Markdown as a block quotation."""
    lines = str(_finalize(value)).split("\n")
    return Markup("\n".join(f"> {line}".rstrip() for line in lines))


def indented(value: Any, width: int = 4) -> Markup:
    """Markdown moved in under a list entry; its first line stays."""
    return Markup(_LATER_LINE.sub("\n" + " " * width, str(_finalize(value))))
