"""The goals, and what was measured of each: one row a goal, pure functions of the figures of one size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Any

from tests.bench.measured import Matt

PAGEFIND = "pagefind"
OUR_RUNS = ("bygge.rent", "bygge.inget", "bygge.lopande", "bygge.tidigare", "granskning.rent", "granskning.lopande")


@dataclass(frozen=True)
class Varde:
    """What was measured: a number in the goal's unit and, for a ratio, the two that it is of."""

    tal: float
    av: str = ""


@dataclass(frozen=True)
class Mal:
    """A goal: what, at most how much in which unit, to how many decimals, how that is said.

    `matt` is given the figures of the size and those of the smallest size, and answers None where it was not measured.
    """

    vad: str
    hogst: float
    matt: Callable[[Matt, Matt], Varde | None]
    enhet: str = ""
    decimaler: int = 2
    sagt: str = ""


def at(figures: Matt, path: str) -> Any:
    """What stands at ``bygge.rent.vagg_s``; None where any step of the way is missing."""
    here: Any = figures
    for step in path.split("."):
        if not isinstance(here, dict) or step not in here:
            return None
        here = here[step]
    return here


def ratio(above: str, below: str) -> Callable[[Matt, Matt], Varde | None]:
    """The wall time of one run through that of another of the same size."""

    def of(size: Matt, _: Matt) -> Varde | None:
        return _through(at(size, f"{above}.vagg_s"), at(size, f"{below}.vagg_s"), "s")

    return of


def growth(figure: str, unit: str) -> Callable[[Matt, Matt], Varde | None]:
    """A figure of a clean build through that of the smallest size, which itself has none."""

    def of(size: Matt, smallest: Matt) -> Varde | None:
        if size is smallest:
            return None
        return _through(at(size, f"bygge.rent.{figure}"), at(smallest, f"bygge.rent.{figure}"), unit)

    return of


def _through(one: float | None, other: float | None, unit: str) -> Varde | None:
    return Varde(one / other, f"{one:,.1f} / {other:,.1f} {unit}") if one is not None and other else None


def plain(path: str) -> Callable[[Matt, Matt], Varde | None]:
    """The number at a path."""

    def of(size: Matt, _: Matt) -> Varde | None:
        found = at(size, path)
        return None if found is None else Varde(found)

    return of


def greatest(path: str, figure: str) -> Callable[[Matt, Matt], Varde | None]:
    """The greatest of a figure among all that were measured at a path, and which that is."""

    def of(size: Matt, _: Matt) -> Varde | None:
        found = at(size, path)
        if not found:
            return None
        name = max(found, key=lambda one: found[one][figure])
        return Varde(found[name][figure], name if found[name][figure] else "")

    return of


def largest_process(size: Matt, _: Matt) -> Varde | None:
    """MB of the largest process of all our runs, but for the program that indexes."""
    runs = [found for path in OUR_RUNS if (found := at(size, path))]
    return Varde(max(_without_indexing(one) for one in runs)) if runs else None


def _without_indexing(one: Matt) -> float:
    indexing = max((size for name, size in one["program"].items() if name.startswith(PAGEFIND)), default=0)
    others = [size for name, size in one["program"].items() if not name.startswith(PAGEFIND)]
    # What the system says at the end is exact, and says nothing of which process it was.
    whole: float = one["topp_mb"]
    return max(others, default=whole) if indexing and indexing > max(others, default=0) else whole


def indexing(size: Matt, _: Matt) -> Varde | None:
    """MB of the largest process that indexes."""
    runs = [found for path in OUR_RUNS if (found := at(size, path))]
    sizes = [size for one in runs for name, size in one["program"].items() if name.startswith(PAGEFIND)]
    return Varde(max(sizes)) if sizes else None


MAL = (
    Mal("Clean build ÷ plain `mkdocs build`, own search", 0.60, ratio("bygge.rent", "mkdocs"), sagt="0.60 (0.40)"),
    Mal("One record of the running year changed ÷ clean build", 0.10, ratio("bygge.lopande", "bygge.rent")),
    Mal("One record of the running year changed ÷ Hugo's full build", 1.0, ratio("bygge.lopande", "hugo")),
    Mal("One record of an earlier year changed ÷ clean build", 0.35, ratio("bygge.tidigare", "bygge.rent")),
    Mal("One record changed under `make serve`, from save to seen in the browser", 2, plain("serve.s"), "s"),
    Mal("Nothing changed ÷ clean build", 0.04, ratio("bygge.inget", "bygge.rent"), decimaler=3),
    Mal("Check alone, nothing cached ÷ clean build", 0.15, ratio("granskning.rent", "bygge.rent")),
    Mal("Check alone, one record changed ÷ clean build", 0.04, ratio("granskning.lopande", "bygge.rent"), decimaler=3),
    Mal("Growth of a clean build from the smallest size: time", 11, growth("vagg_s", "s"), "×", 1),
    Mal("Growth of a clean build from the smallest size: memory", 6, growth("topp_mb", "MB"), "×", 1),
    Mal("Memory of the largest process, indexing apart", 1000, largest_process, "MB", 0),
    Mal("Memory of indexing for search", 1500, indexing, "MB", 0),
    Mal("A meeting page, HTML gzipped: median", 40, plain("lasare.vikt.mote_median_kb"), "kB", 1),
    Mal("A meeting page, HTML gzipped: largest", 40, plain("lasare.vikt.mote_storst_kb"), "kB", 1),
    Mal("Of which chrome: largest", 10, plain("lasare.vikt.ram_storst_kb"), "kB", 1),
    Mal("Any page, HTML gzipped: largest", inf, plain("lasare.vikt.storst_kb"), "kB", 1, "–"),
    Mal("First view, all transfers: the heaviest kind of page", 300, greatest("lasare.forsta", "kb"), "kB", 0),
    Mal("Requests to other hosts", 0, greatest("lasare.forsta", "andra_vardar"), "", 0),
    Mal("Search to first hit, empty cache", 300, greatest("sok.fragor", "kb"), "kB", 0),
    Mal("The same, CPU slowed ×4, from its first request", 0.5, greatest("sok.fragor", "kall_s"), "s"),
    Mal("The same, on a search page that stands open", 0.5, greatest("sok.fragor", "oppen_s"), "s"),
    Mal("The same, from the opening of the page by a link", inf, greatest("sok.fragor", "lank_s"), "s", 2, "–"),
)  # fmt: skip
