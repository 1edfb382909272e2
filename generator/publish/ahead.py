"""Single pages made ahead of a build, as that build will make them, for whoever previews the site.

They are shown before the rest of the site has been built, so what they lead to may not be there yet. A page that has
anything wrong with it is not made here: the build tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from generator.publish.addresses import output_path
from generator.publish.csp import Scripts, scripts_of
from generator.publish.finish import finish
from generator.publish.settings import SiteSettings
from generator.publish.site import Renderer, SetupFaults
from generator.publish.workplace import workplace_of
from generator.views.artifacts import Planned


class PagesAhead:
    """Makes pages of the site at `out`, which has been built once; `paths` are the Markdown paths of all its pages."""

    def __init__(self, out: Path, paths: Iterable[str], settings: SiteSettings) -> None:
        self._work, self._paths, self._settings = workplace_of(out.resolve()), dict.fromkeys(paths), settings

    def made(self, planned: Planned) -> tuple[str, bytes] | None:
        """The page as it is published, and its file in the site; None where it can not be made alone."""
        try:
            page = planned.make()
            if page.path not in self._paths:
                self._paths[page.path] = None
                self.__dict__.pop("_renderer", None)
            html, faults = self._renderer.page(page.path, page.text)
        except SetupFaults:
            return None
        except Exception:  # a fault that only the whole check knows of may be of any kind; it will tell
            return None
        name = output_path(page)
        done = finish(name, html.encode(), self._scripts, self._settings) if not faults else None
        return (name, done.data) if done and not (done.faults or done.findings) else None

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self._work.docs, list(self._paths), self._settings)

    @cached_property
    def _scripts(self) -> Scripts:
        return scripts_of(self._work.out, self._settings.base)
