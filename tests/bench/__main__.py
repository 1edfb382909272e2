"""``make bench``: our build beside those of others over the same archive, and what its pages cost a reader.

It is no timed test: nothing fails for being slow. One thing at a time, so that each has the machine to itself; what
cannot be run is told in the table. A whole measuring, of the default sizes, goes into matt.json and README.md; a part
of it is only printed.
"""

from __future__ import annotations

import argparse
import json
import shlex
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.bench.direkt import saved_to_seen
from tests.bench.lasare import readers, searches
from tests.bench.maskin import busy, surroundings
from tests.bench.measured import Matt, MeasureError, say
from tests.bench.others import VERKTYG, other
from tests.bench.ours import builds, checks, generator
from tests.bench.projekt import ROOT, Projekt, copied
from tests.bench.tabell import placed, section

MATT = Path(__file__).with_name("matt.json")
README = ROOT / "README.md"
MOTEN = (300, 3000)
INTERRUPTED = 130
DELAR: dict[str, Callable[[Projekt], Matt]] = {
    "granskning": checks,
    "bygge": builds,
    **{name: partial(other, name=name) for name in VERKTYG},
    "serve": saved_to_seen,
    "lasare": readers,
    "sok": searches,
}
NEED_NO_SITE = ("granskning", "bygge")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and, where it was a whole measuring or is asked for, write; the exit status."""
    asked = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    figures: Matt = {**surroundings(), "kommando": command(asked), "storlekar": {}}
    if warning := busy():
        say(warning)
    try:
        measure(asked.moten, asked.delar, figures["storlekar"])
    except KeyboardInterrupt:
        say("Avbrutet; inget är skrivet. Så långt kom det:")
        return INTERRUPTED
    finally:
        say("\n" + section(figures))
    if asked.skriv or (tuple(asked.moten) == MOTEN and list(asked.delar) == list(DELAR)):
        write(figures, asked.fil, asked.readme)
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    one = argparse.ArgumentParser(prog="python -m tests.bench", description="Mäter bygget vid sidan av andras.")
    one.add_argument("--moten", type=int, nargs="+", default=list(MOTEN), metavar="N", help="hur många möten")
    one.add_argument("--delar", nargs="+", choices=DELAR, default=list(DELAR), metavar="DEL", help=", ".join(DELAR))
    one.add_argument("--skriv", action="store_true", help="skriv också en del av mätningen till filerna")
    one.add_argument("--fil", type=Path, default=MATT, metavar="FIL", help="dit siffrorna skrivs")
    one.add_argument("--readme", type=Path, default=README, metavar="FIL", help="dit tabellen skrivs")
    return one


def command(asked: argparse.Namespace) -> str:
    """What to write to measure the same again."""
    sizes, parts = " ".join(map(str, asked.moten)), " ".join(asked.delar)
    given = [f"MOTEN={shlex.quote(sizes)}"] if tuple(asked.moten) != MOTEN else []
    given += [f"DELAR={shlex.quote(parts)}"] if list(asked.delar) != list(DELAR) else []
    return " ".join(["make bench", *given])


def measure(sizes: Sequence[int], parts: Sequence[str], into: Matt) -> None:
    """Every part at every size, in turn; the figures are put into `into` as they come."""
    (ROOT / "build").mkdir(exist_ok=True)
    for meetings in sizes:
        say(f"{meetings} möten")
        with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "build") as folder:
            say("  gör arkivet")
            project = copied(Path(folder), meetings)
            into[str(meetings)] = {}
            for part in DELAR:
                if part in parts:
                    into[str(meetings)][part] = one_part(project, part)


def one_part(project: Projekt, part: str) -> Matt:
    """The figures of a part, or why there are none."""
    say(f"  {time.strftime('%H.%M')} {part}")
    try:
        if part not in NEED_NO_SITE and not project.site.exists():
            say("    bygger först det som ska läsas")
            generator(project, "build")
        return DELAR[part](project)
    except Exception as error:  # a browser and others' tools may fail in any way; the other parts are still wanted
        reason = str(error) if isinstance(error, MeasureError) else f"{type(error).__name__}: {error}"
        say(f"    gick inte: {reason}")
        return {"fel": reason}


def write(figures: Matt, file: Path, readme: Path) -> None:
    """The figures as JSON, and the table made from them into the README."""
    file.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    readme.write_text(placed(readme.read_text("utf-8"), section(figures)), encoding="utf-8")
    say(f"\nSkrivet: {file} och tabellen i {readme}")


if __name__ == "__main__":
    sys.exit(main())
