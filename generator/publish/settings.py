"""What the publisher must know about the site and the place where it is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class SiteSettings:
    """The site as a whole.

    `url` is the address of the start page and ends with a slash; it may have a path (``https://x.se/arkiv/``).
    `promised` are addresses that must exist, from the root of the site, with or without a fragment
    (``/moten/ks/2025-01-15/#p63``).
    `contact` is an e-mail address or a web address for faults in the site. Pages of years before the `running_year`
    have a search index of their own, which is seldom made anew; without one there is a single index. `protected` are
    folders that must neither hold the built site nor lie in it (the records). `root` holds mkdocs.yml and
    site_overrides.
    """

    name: str
    url: str
    description: str
    publisher: str = ""
    contact: str = ""
    running_year: int | None = None
    promised: frozenset[str] = frozenset()
    protected: tuple[Path, ...] = ()
    root: Path = REPOSITORY

    @property
    def base(self) -> str:
        """The path of the start page, with a slash at both ends: ``/`` or ``/arkiv/``."""
        return urlsplit(self.url).path

    @property
    def contact_link(self) -> str:
        """The contact as something to follow."""
        return self.contact if self.contact.startswith("http") or not self.contact else f"mailto:{self.contact}"
