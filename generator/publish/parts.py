"""Parts of the theme that are the same on all pages of a folder, rendered once for each folder.

They show where the page is only by relative addresses, and these are the same for two pages of one folder: none leads
to a page below another. Pages that the navigation names are left out, since they are marked in it, and so are pages at
the top, which may lie above an address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import Environment
from jinja2.runtime import Context

PARTIALS = ("partials/nav.html", "partials/footer.html", "partials/logo.html", "partials/top.html")
FRAME = "base.html"
BLOCKS = ("styles", "config", "scripts")

Render = Callable[[Context], Iterator[str]]


def remember_parts(env: Environment) -> None:
    """Let the templates of `env` remember these parts, for as long as `env` is used."""
    for name in PARTIALS:
        template = env.get_template(name)
        template.root_render_func = _remembered(template.root_render_func)
    blocks = env.get_template(FRAME).blocks
    for name in BLOCKS:
        blocks[name] = _remembered(blocks[name])


def _remembered(render: Render) -> Render:
    known: dict[str, str] = {}

    def remembered(context: Context) -> Iterator[str]:
        folder = _folder(context)
        if not folder:
            yield from render(context)
            return
        text = known.get(folder)
        if text is None:
            text = known[folder] = "".join(render(context))
        yield text

    return remembered


def _folder(context: Context) -> str:
    """The folder of the page, empty where it has to be rendered by itself."""
    page = context.get("page")
    if page is None or any(page is named for named in context["nav"].pages):
        return ""
    return str(page.url.rstrip("/").rpartition("/")[0])
