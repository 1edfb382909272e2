"""The figures as Markdown, for the terminal and for README.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from tests.bench.mal import MAL, Mal, Varde, at
from tests.bench.measured import Matt

BORJAN, SLUT = "<!-- bench: start -->", "<!-- bench: end -->"
NONE = "–"
RUNS = (
    ("Ours, clean", "bygge.rent"),
    ("Ours, one record of the running year changed", "bygge.lopande"),
    ("Ours, one record of an earlier year changed", "bygge.tidigare"),
    ("Ours, nothing changed", "bygge.inget"),
    ("Ours, check alone, nothing cached", "granskning.rent"),
    ("Ours, check alone, one record changed", "granskning.lopande"),
    ("Plain `mkdocs build` with its own search", "mkdocs"),
    ("Zensical, the same `mkdocs.yml`", "zensical"),
    ("Hugo, a bare template, no search", "hugo"),
)
Row = Sequence[str]


def section(figures: Matt) -> str:
    """All that README.md says of the measuring: where and when, the goals, the runs, the stages, what failed."""
    if not figures["storlekar"]:
        return surroundings(figures)
    parts = [surroundings(figures), table(goals(figures)), table(runs(figures)), stages(figures), failures(figures)]
    return "\n\n".join(part for part in parts if part)


def placed(readme: str, text: str) -> str:
    """The README with the section between its marks. Raises ValueError where the marks are missing."""
    head, start, rest = readme.partition(BORJAN)
    _, end, tail = rest.partition(SLUT)
    if not start or not end:
        raise ValueError(f"README.md saknar märkena {BORJAN} och {SLUT}")
    return f"{head}{start}\n{text}\n{end}{tail}"


def table(rows: Sequence[Row]) -> str:
    """Markdown; the first row is the head, and all columns but the first are figures."""
    head, *others = rows
    return "\n".join(_line(row) for row in (head, ["---", *["--:"] * (len(head) - 1)], *others))


def _line(row: Row) -> str:
    return f"| {' | '.join(row)} |"


def surroundings(figures: Matt) -> str:
    """When, by which command, on what machine, with which versions."""
    machine, versions = figures["dator"], figures["versioner"]
    told = ", ".join(f"{name} {one}" for name, one in versions.items() if one)
    return (
        f"Measured {figures['datum']} by `{figures['kommando']}` on {machine['processor']}, {machine['karnor']} cores, "
        f"{machine['minne_gb']} GB, {machine['system']}; {told}."
    )


def goals(figures: Matt) -> list[Row]:
    """A row for each goal with what each size gave; whether it is met is said of the largest."""
    sizes = list(figures["storlekar"].values())
    head = ["Goal", "At most", *_sizes(figures), "Met"]
    return [head, *(_goal(goal, [goal.matt(size, sizes[0]) for size in sizes]) for goal in MAL)]


def _goal(goal: Mal, values: Sequence[Varde | None]) -> Row:
    last = values[-1]
    met = NONE if last is None or goal.hogst == inf else "yes" if last.tal <= goal.hogst else "**no**"
    at_most = goal.sagt or f"{goal.hogst:g} {goal.enhet}".strip()
    return [goal.vad, at_most, *(_cell(goal, one) for one in values), met]


def _cell(goal: Mal, value: Varde | None) -> str:
    if value is None:
        return NONE
    return f"{value.tal:,.{goal.decimaler}f} {goal.enhet}".strip() + (f" ({value.av})" if value.av else "")


def runs(figures: Matt) -> list[Row]:
    """Every run of every tool: wall seconds, CPU seconds, MB of its largest process."""
    rows = [[name, *(_run(at(size, path)) for size in figures["storlekar"].values())] for name, path in RUNS]
    return [["Wall s · CPU s · MB of the largest process", *_sizes(figures)], *rows]


def _run(one: Matt | None) -> str:
    return f"{one['vagg_s']:,.1f} · {one['cpu_s']:,.1f} · {one['topp_mb']:,.0f}" if one and "vagg_s" in one else NONE


def stages(figures: Matt) -> str:
    """The stages of a clean build of the largest size, where it told them."""
    *_, largest = figures["storlekar"].values()
    if not (told := at(largest, "bygge.rent.steg")):
        return ""
    head = ["Stage of our clean build, largest size", "Wall s", "CPU s", "MB so far", "MB so far, workers"]
    return table([head, *(_stage(one) for one in told)])


def _stage(one: Matt) -> Row:
    seconds = (f"{one['vagg_s']:,.1f}", f"{one['cpu_s']:,.1f}")
    return [
        one["namn"],
        *seconds,
        f"{one['topp_mb']:,.0f}",
        f"{one['topp_barn_mb']:,.0f}" if one["topp_barn_mb"] else NONE,
    ]


def failures(figures: Matt) -> str:
    """What could not be measured, and why."""
    return "\n".join(
        f"- **{part}** could not be measured at {meetings} meetings: {_said(one['fel'])}"
        for meetings, size in figures["storlekar"].items()
        for part, one in size.items()
        if "fel" in one
    )


def _said(reason: str) -> str:
    """The first line, which says what happened, and the last, which says why."""
    first, *others = reason.strip().splitlines()
    return " ".join([first, *others[-1:]])


def _sizes(figures: Matt) -> Iterator[str]:
    for meetings, size in figures["storlekar"].items():
        pages = at(size, "bygge.arkiv.sidor")
        yield f"{int(meetings):,} meetings" + (f", {pages:,} pages" if pages else "")
