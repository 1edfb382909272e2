"""Markdown → HTML with the theme. The only module that knows MkDocs.

MkDocs runs in this process with the loaded mkdocs.yml; every warning it gives is a fault. The result depends on the
Markdown, mkdocs.yml, site_overrides, the settings and the package versions alone: not on clock, place or user.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.diagnostics import Diagnostic
from generator.publish.faults import fault
from generator.publish.settings import SiteSettings

CONFIG = "mkdocs.yml"
ABOUT_STRICTNESS = re.compile(r"^Aborted with ")  # MkDocs' own count of the warnings we already have

PAGE = re.compile(r"'([^']+\.md)'")
SWEDISH = (
    (
        re.compile(r"Doc file '.*' contains a link '(.*)', but the target .*is not found"),
        "länken '{0}' leder ingenstans",
    ),
    (
        re.compile(r"Doc file '.*' contains a link '(.*)', but .* anchor '(.*)'"),
        "länken '{0}': ankaret '{1}' finns inte",
    ),
    (re.compile(r"A reference to '(.*)' is included in the 'nav'"), "'{0}' står i menyn men finns inte bland sidorna"),
    (re.compile(r"(?s)Error (?:reading|building) page '.*?':? ?(.*)"), "sidan kunde inte byggas: {0}"),
    (re.compile(r"(?s)Config value (.*)"), "inställningen {0}"),
)


def build_site(docs: Path, site: Path, settings: SiteSettings) -> list[Diagnostic]:
    """Turn the Markdown below `docs` into pages below `site`; what MkDocs complains about, one diagnostic each."""
    with _environment(settings), _listening() as heard:
        try:
            mkdocs_build(_config(docs, site, settings))
        except Exception as error:  # a theme or an extension may raise anything
            heard.append(str(error) or type(error).__name__)
    # The views make the site map; that of MkDocs gives every page the day of the build.
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
    told = [message for message in heard if not ABOUT_STRICTNESS.match(message)]
    return [_in_swedish(message) for message in dict.fromkeys(told or heard)]


def _config(docs: Path, site: Path, settings: SiteSettings) -> MkDocsConfig:
    config = load_config(
        str(settings.root / CONFIG),
        docs_dir=str(docs),
        site_dir=str(site),
        site_name=settings.name,
        site_url=settings.url,
        site_description=escape(settings.description),  # the theme writes it as it is
    )
    contact = {"kontakt": settings.contact, "kontakt_lank": settings.contact_link}
    config.extra.update(contact, utgivare=settings.publisher)
    return config


@contextmanager
def _environment(settings: SiteSettings) -> Iterator[None]:
    """What MkDocs takes from the environment: the time it prints, and silence about its own future."""
    environ = os.environ  # there is no other way to tell MkDocs; put back as it was
    before = dict(environ)
    environ.update({"SOURCE_DATE_EPOCH": str(settings.epoch), "NO_MKDOCS_2_WARNING": "1"})
    try:
        yield
    finally:
        environ.clear()
        environ.update(before)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of a warning or an error."""
        self.heard.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)


def _in_swedish(message: str) -> Diagnostic:
    """One complaint of MkDocs as a diagnostic of ours, with the page where it names one."""
    page = PAGE.search(message)
    path = page.group(1) if page else CONFIG
    for pattern, text in SWEDISH:
        if found := pattern.match(message):
            return fault(path, "P410", text.format(*found.groups()))
    return fault(path, "P410", f"MkDocs säger: {message}")
