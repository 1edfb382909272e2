"""Other makers of sites over the same Markdown: plain MkDocs with its own search, Zensical, and Hugo."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.bench.measured import Matt, MeasureError, run, told
from tests.bench.projekt import Projekt

BIN = Path(sys.executable).parent
HUGO = """baseURL = "https://provarkivet.example.org/"
title = "Provarkivet"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
LONGEST = {"zensical": 300.0}
"""Seconds that a tool is waited for, where it has been seen not to come to an end."""
BARE = "<!doctype html><html lang=sv><meta charset=utf-8><title>{{ .Title }}</title><article>{{ .Content }}</article>\n"


def mkdocs(project: Projekt, folder: Path) -> list[str]:
    """Prepare a plain ``mkdocs build``: one process, the same theme and extensions, the theme's search in Swedish."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(configured(project, folder))]


def zensical(project: Projekt, folder: Path) -> list[str]:
    """Prepare Zensical over the very file that MkDocs reads."""
    return [str(BIN / "zensical"), "build", "--config-file", str(configured(project, folder))]


def hugo(project: Projekt, folder: Path) -> list[str]:
    """Prepare Hugo with a bare template. A folder with folders in it is a section, its page named otherwise."""
    shutil.copytree(project.docs, folder / "content")
    for page in list((folder / "content").rglob("index.md")):
        if any(one.is_dir() for one in page.parent.iterdir()):
            page.rename(page.with_name("_index.md"))
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "all.html").write_text(BARE, encoding="utf-8")
    return [str(BIN / "hugo"), "build", "--quiet", "--source", str(folder), "--destination", str(folder / "site")]


VERKTYG: dict[str, Callable[[Projekt, Path], list[str]]] = {"mkdocs": mkdocs, "hugo": hugo, "zensical": zensical}


def configured(project: Projekt, folder: Path) -> Path:
    """Our mkdocs.yml with the theme's search turned on and nothing else of ours but what the templates ask for."""
    config = yaml.safe_load((project.mapp / "mkdocs.yml").read_text("utf-8"))
    config |= {"docs_dir": str(project.docs.relative_to(project.mapp)), "strict": False}
    config |= {"site_dir": str((folder / "site").relative_to(project.mapp))}  # Zensical wants no absolute path
    config |= {"site_url": "https://provarkivet.example.org/", "plugins": [{"search": {"lang": "sv"}}]}
    config["extra"] |= {"kontakt": "registrator@example.org", "kontakt_lank": "", "utgivare": "Region Norrvik"}
    written = project.mapp / "matning.mkdocs.yml"
    written.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return written


def other(project: Projekt, name: str) -> Matt:
    """One of the other tools, once, and how many pages it made. What it made is removed."""
    folder = project.mapp / "andra" / name
    pages = sum(1 for _ in project.docs.rglob("*.md"))
    if not pages:
        raise MeasureError(f"Det finns ingen Markdown i {project.docs.relative_to(project.mapp)}.")
    folder.mkdir(parents=True)
    try:
        command = VERKTYG[name](project, folder)
        figures = told(name, run(command, project.mapp, LONGEST.get(name), PYTHONPATH=str(project.mapp)))
        made = sum(1 for _ in (folder / "site").rglob("*.html"))
        if made < pages:
            raise MeasureError(f"{name} gjorde {made} av {pages} sidor.")
        return figures | {"sidor": made}
    finally:
        shutil.rmtree(folder)
