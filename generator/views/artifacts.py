"""What the views hand to the publisher: finished pages and finished files, in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A finished Markdown page. `path` is relative to the docs folder, e.g. ``organ/srb/index.md``."""

    path: str
    text: str

    @property
    def address(self) -> str:
        """Where readers find it, from the root of the site: ``/organ/srb/``."""
        return _address(self.path)


@dataclass(frozen=True)
class Planned:
    """A page that is to be: `path` as of the `Page` that `make` renders, the same one each time.

    To plan costs next to nothing; to make is the work, and any share of a plan can be made apart from the rest. A page
    that is `watched` takes all that it says from an archive by asking for it when it is made (`archive/watched.py`):
    what it has asked for then tells whether it would be the same page again.
    """

    path: str
    make: Callable[[], Page]
    watched: bool = False

    @property
    def address(self) -> str:
        """Where readers will find it, from the root of the site."""
        return _address(self.path)


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.md")


@dataclass(frozen=True)
class File:
    """A finished file that is laid over the site as it is. `path` is relative to the site, e.g. ``sitemap.xml``.

    One that is not `lasting` is fetched by our own scripts alone: its address is no promise to readers.
    """

    path: str
    data: bytes
    lasting: bool = True

    @property
    def address(self) -> str:
        """Where readers find it, from the root of the site: ``/sitemap.xml``."""
        return "/" + self.path


Artifact = Page | File
