"""Context to page: Jinja templates that see plain values only, every value escaped unless it is Markdown already.

A context holds text (escaped as Markdown), `Lank` (written as a link), Markdown made by `markdown.prose`, numbers,
lists and dicts of those. A name that a template uses and the context lacks is an error, never an empty place.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup

from generator.svenska import capital
from generator.views.artifacts import Page
from generator.views.markdown import ready, written
from generator.views.urls import Adress

_ROOTED = re.compile(r"\]\(/([^)\s#]*)")
_BLANKS = re.compile(r"\n\n\n+")
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
    here = fil.split("/")[:-1]
    from_here = cache(lambda target: "](" + "/".join(_way(here, target.split("/"))))
    return _ROOTED.sub(lambda found: from_here(found[1]), text)


def _way(here: Sequence[str], there: Sequence[str]) -> list[str]:
    """From one folder to a file: up to where both are, and down."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there[:-1], strict=False)))
    return [".."] * (len(here) - shared) + list(there[shared:])


@cache
def _environment() -> Environment:
    environment = _Environment(
        loader=PackageLoader("generator.views", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["citat"] = quoted
    environment.filters["indrag"] = indented
    environment.filters["forstor"] = capital
    environment.filters["rad"] = listed
    environment.filters["del"] = part
    return environment


class _Generator(CodeGenerator):
    """Compiles templates whose every value goes through `written`, which escapes: Jinja need not do it once more."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _Context(Context):
    """Jinja for functions that are not told who calls them: it need not ask each of them."""

    def call(self, made: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        kwargs.pop("_loop_vars", None)
        return made(*args, **kwargs)


class _Environment(Environment):
    """Jinja for contexts of dicts: their keys are looked for first, where Jinja would try attributes."""

    code_generator_class = _Generator
    context_class = _Context

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def quoted(value: Any) -> Markup:
    """Markdown as a block quotation."""
    lines = str(written(value)).split("\n")
    return ready("\n".join(f"> {line}".rstrip() for line in lines))


def indented(value: Any, width: int = 4) -> Markup:
    """Markdown moved in under a list entry; its first line stays."""
    text = written(value)
    return ready(_LATER_LINE.sub("\n" + " " * width, text)) if "\n" in text else text


def listed(values: Iterable[Any]) -> Markup:
    """Values on one line."""
    return ready(", ".join(map(written, values)))


def part(content: str, term: Any, mark: str = "", style: str = "") -> Markup:
    """A part of a page: a term with its content, or nothing where there is none.

    Beside the term stands in small print what kind of text it is (`mark`); `style` is a class of the style sheet.
    """
    inside = str(content).strip()
    if not inside:
        return ready("")
    said = f" *– {written(mark)}*{{ .marke }}" if mark else ""
    styled = f"  {{: .{written(style)} }}" if style else ""
    return ready(f"{written(term)}{said}{styled}\n:   {indented(ready(inside))}\n\n")
