"""Our own check and build: clean, with nothing changed, and with one record changed, each a new process."""

from __future__ import annotations

import sys

from tests.bench.measured import Korning, Matt, mean, repeated, run, told
from tests.bench.projekt import DATUM, Projekt, years


def checks(project: Projekt) -> Matt:
    """The check alone, with nothing kept from before and with one record of the running year changed."""
    project.clean()
    newest = years(project.content)[-1]
    return {
        "rent": told("granskning, inget sparat", generator(project, "check")),
        "lopande": told("granskning, en post ändrad", repeated(lambda: after_change(project, newest, "check"))),
    }


def builds(project: Projekt) -> Matt:
    """The build, and what the archive then is made of.

    All ratios hang on the clean build, and the machine is not as fast in one minute as in the next. So it is measured
    before the others and after them, and counts with what it takes on average.
    """
    held = years(project.content)
    first = clean(project)
    figures = {
        "arkiv": size(project),
        "inget": told("inget ändrat", repeated(lambda: generator(project, "build"))),
        "lopande": told("en post ändrad, i år", repeated(lambda: after_change(project, held[-1], "build"))),
        "tidigare": told(
            "en post ändrad, tidigare år", repeated(lambda: after_change(project, held[len(held) // 2 - 1], "build"))
        ),
    }
    return {"rent": told("rent bygge i medeltal", mean(first, clean(project))), **figures}


def clean(project: Projekt) -> Korning:
    """A clean build."""
    project.clean()
    done = generator(project, "build")
    told("rent bygge", done)
    return done


def generator(project: Projekt, command: str) -> Korning:
    """One of our commands, over the project's own folders."""
    return run([sys.executable, "-m", "generator", command, "--datum", DATUM], project.mapp)


def after_change(project: Projekt, year: int, command: str) -> Korning:
    """The same, after a word has been changed in a record of the year."""
    project.change(year)
    return generator(project, command)


def size(project: Projekt) -> Matt:
    """How many pages, and MB of records, Markdown and finished site."""
    records, pages = list(project.content.rglob("*.yml")), list(project.docs.rglob("*.md"))
    whole = [path for path in project.site.rglob("*") if path.is_file()]
    return {"sidor": len(pages)} | {
        name: round(sum(path.stat().st_size for path in paths) / 1e6, 1)
        for name, paths in (("poster_mb", records), ("markdown_mb", pages), ("webbplats_mb", whole))
    }
