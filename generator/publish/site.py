"""Markdown → HTML with the theme. The only module that knows MkDocs.

MkDocs' own parts are used page by page, so that pages can be made in any order, by several processes, and none is kept.
Every file is the one that `python -m mkdocs build` would make. The result depends on the Markdown, mkdocs.yml,
site_overrides, the settings and the package versions alone: not on clock, place or user.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url, is_error_template
from mkdocs.utils.rendering import get_heading_text

from generator.diagnostics import Diagnostic
from generator.publish.conversion.converter import quick_markdown
from generator.publish.faults import fault
from generator.publish.parts import remember_parts
from generator.publish.settings import SiteSettings
from generator.publish.write import write_if_changed

CONFIG = "mkdocs.yml"
SITEMAP = "sitemap.xml"  # the views make it; that of MkDocs gives every page the day of the build
ABOUT_STRICTNESS = re.compile(r"^Aborted with ")  # MkDocs' own count of the warnings we already have
PLAIN_LINK = re.compile(r"(?P<up>(?:\.\./)*)(?P<path>(?:[\w-]+/)*[\w-]+\.md)(?P<anchor>(?:#[\w.-]+)?)", re.ASCII)

SWEDISH = (
    (
        re.compile(r"Doc file '.*' contains a link '(.*)', but the target .*is not found"),
        "länken '{0}' leder ingenstans",
    ),
    (re.compile(r"A reference to '(.*)' is included in the 'nav'"), "'{0}' står i menyn men finns inte bland sidorna"),
    (re.compile(r"(?s)Config value (.*)"), "inställningen {0}"),
)


class SetupFaults(Exception):
    """No page can be made with this mkdocs.yml or this theme; `diagnostics` says why."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(diagnostics)  # what it is made from again, when a worker sends it
        self.diagnostics = diagnostics


class Renderer:
    """Makes the pages of one site, and the files that belong to its theme.

    Made once, before any fork: it takes the longer the more pages there are, and is small. Raises SetupFaults.
    """

    def __init__(self, docs: Path, paths: Sequence[str], settings: SiteSettings) -> None:
        """Get ready for the pages at `paths`, as they would lie below `docs`, an existing folder that is not read."""
        self._settings = settings
        with _environment(), _listening() as heard:
            try:
                self._config = _config(docs, settings)
                self._env = self._config.theme.get_env()
                remember_parts(self._env)
                self._files = _files(paths, self._config)
                self._files.add_files_from_theme(self._env, self._config)
                self._pages = self._files.documentation_pages()
                self._nav = get_navigation(_named(self._config.nav, self._files), self._config)
                self._new_markdown()
            except MemoryError:
                raise
            except Exception as error:  # MkDocs raises what it will of a faulty setting
                heard.append(_said(error))
        if heard:
            told = [message for message in heard if not ABOUT_STRICTNESS.match(message)]
            raise SetupFaults(_in_swedish(CONFIG, told or heard))

    def static(self, site: Path) -> list[Diagnostic]:
        """Write below `site` all that is no page: the theme's files and the page for missing addresses."""
        with _environment(), _listening() as heard:
            for file in self._files:
                if not file.is_documentation_page():
                    write_if_changed(site, file.dest_uri, file.content_bytes)
            for name in sorted(self._config.theme.static_templates - {SITEMAP}):
                try:
                    write_if_changed(site, name, self._template(name).encode())
                except (OSError, MemoryError):
                    raise
                except Exception as error:  # a template may raise anything
                    heard.append(f"{name}: {_said(error)}")
        return _in_swedish(CONFIG, heard)

    def page(self, path: str, text: str) -> tuple[str, list[Diagnostic]]:
        """The finished page for the Markdown `text`, and what is wrong with it; an empty page where it has faults.

        Nothing of the page is kept.
        """
        with _environment(), _listening() as heard:
            try:
                html = self._page(path, text)
            except MemoryError:
                raise
            except Exception as error:  # a template or an extension may raise anything
                self._new_markdown()  # the old one may be in any state
                return "", [*_in_swedish(path, heard), fault(path, "P410", f"sidan kunde inte byggas: {_said(error)}")]
        if heard:
            return "", _in_swedish(path, heard)
        if not html.strip():
            return "", [fault(path, "P411", "sidan blev inte byggd")]
        return html, []

    def _page(self, path: str, text: str) -> str:
        file = self._files.src_uris[path]
        if file.inclusion is InclusionLevel.EXCLUDED:  # MkDocs leaves out what is hidden
            return ""
        with _taken_up(file, text, self._config) as page:
            page.read_source(self._config)
            self._convert(page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            page.active = True
            return template.render(get_context(self._nav, self._pages, self._config, page))

    def _convert(self, page: Page) -> None:
        """As Page.render, with one Markdown for all pages and without collecting anchors for MkDocs to check."""
        md = self._markdown.reset()
        self._links.begin(page.file)
        self._heading.asked = "title" not in page.meta and "title" not in vars(page)
        page.content = md.convert(page.markdown or "")
        page.toc = get_toc(getattr(md, "toc_tokens", []))
        if self._heading.asked and self._heading.found:
            page.title = self._heading.found

    def _new_markdown(self) -> None:
        config = self._config
        self._markdown = quick_markdown(config.markdown_extensions, config.mdx_configs or {})
        self._heading = _Heading(self._markdown)
        self._links = _Links(self._nav.pages[0].file, self._files, config)
        self._markdown.treeprocessors.register(self._heading, "heading", 1)
        self._markdown.treeprocessors.register(self._links, "relpath", 0)

    def _template(self, name: str) -> str:
        base = self._settings.base if is_error_template(name) else get_relative_url(".", name)
        return self._env.get_template(name).render(get_context(self._nav, self._pages, self._config, base_url=base))


class _Heading(Treeprocessor):
    """The first heading as MkDocs writes it in titles, where a page has no title of its own."""

    asked = False
    found = ""

    def run(self, root: Element) -> None:
        """Remember the heading."""
        has_heading = self.asked and len(root) and root[0].tag == "h1"
        self.found = get_heading_text(root[0], self.md) if has_heading else ""


class _Links(_RelativePathTreeprocessor):
    """In place of MkDocs' own: a plain link to a page that exists is made relative without being taken apart.

    All others, and so all that there is something to say of, are left to MkDocs.
    """

    def begin(self, file: File) -> None:
        """Change the links of this page from now on."""
        self.file, self.links_to_anchors = file, {}
        self._folders = file.src_uri.split("/")[:-1]

    def path_to_url(self, url: str) -> str:
        """The address for a reader of what a link in the Markdown leads to."""
        if plain := PLAIN_LINK.fullmatch(url):
            up = len(plain["up"]) // len("../")
            kept = self._folders[: len(self._folders) - up]
            target = self.files.src_uris.get("/".join([*kept, plain["path"]]))
            if up <= len(self._folders) and target and target.inclusion is not InclusionLevel.EXCLUDED:
                return get_relative_url(target.url, self.file.url) + plain["anchor"]
        return str(super().path_to_url(url))


@contextmanager
def _taken_up(file: File, text: str, config: MkDocsConfig) -> Iterator[Page]:
    """The page of a file that holds `text`; afterwards all is as before, also the pages that the navigation shows."""
    named = file.page
    page = named or Page(None, file, config)
    before = dict(vars(page))
    file.content_string = text
    try:
        yield page
    finally:
        page.active = False
        vars(page).clear()
        vars(page).update(before)
        file.content_string = ""
        file.page = named


def _config(docs: Path, settings: SiteSettings) -> MkDocsConfig:
    config = load_config(
        str(settings.root / CONFIG),
        docs_dir=str(docs),
        site_name=settings.name,
        site_url=settings.url,
        site_description=escape(settings.description),  # the theme writes it as it is
    )
    contact = {"kontakt": settings.contact, "kontakt_lank": settings.contact_link}
    config.extra.update(contact, utgivare=settings.publisher)
    return config


def _files(paths: Sequence[str], config: MkDocsConfig) -> Files:
    """Every page as MkDocs would find it on the disk."""
    files = Files(File(path, None, config.site_dir, config.use_directory_urls) for path in paths)
    set_exclusions(files, config)
    return files


def _named(nav: object, files: Files) -> Files:
    """The files that the navigation names: MkDocs would make a page for each file, and keep it."""
    return Files(file for path in _targets(nav) if (file := files.get_file_from_path(path)))


def _targets(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, (list, dict)):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _targets(item)


@contextmanager
def _environment() -> Iterator[None]:
    """What MkDocs takes from the environment: a time that is always the same, and silence about its own future.

    A page that has not changed is used again on another day, so no page may show when it was made.
    """
    told = {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    environ = os.environ  # there is no other way to tell MkDocs; put back as it was
    before = {name: environ[name] for name in told if name in environ}
    environ.update(told)
    try:
        yield
    finally:
        for name in told:
            del environ[name]
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


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__


def _in_swedish(path: str, messages: Sequence[str]) -> list[Diagnostic]:
    """What MkDocs complained of in one page or file, each complaint once."""
    return [fault(path, "P410", _translated(message)) for message in dict.fromkeys(messages)]


def _translated(message: str) -> str:
    for pattern, text in SWEDISH:
        if found := pattern.match(message):
            return text.format(*found.groups())
    return f"MkDocs säger: {message}"
