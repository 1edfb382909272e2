"""How long an import of a very long protokoll takes, and how much memory: ``python -m tests.bench.importtid``.

A protokoll of about 200 pages is made up from the invented documents of the tests (their §§ over and over, with other
numbers and words), as text and as PDF; each is imported into an empty archive by a process of its own. Run by hand: it
takes a minute. Aims: 10 seconds from text, 40 from PDF, 500 MB.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.conftest import _browser
from tests.importer.dokument.block import Block, Textstil, as_html, as_text, rad, rubrik
from tests.importer.dokument.gor import CSS, SIDFOT, SLUT, moten
from tests.importer.dokument.punkt import blocks, many
from tests.importer.dokument.utseenden import STIL, names

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "tests" / "archive" / "mini" / "content"
SOURCES = ("ks-ekbacka", "kf-ekbacka", "rf-norrvik", "hsn-norrvik", "ks-almvik", "tn-ekbacka")
LONG = 700
MEGABYTE = 1024


def long_protokoll() -> Iterator[Block]:
    """A protokoll with `LONG` §§."""
    chance = random.Random(1)
    first = moten("ks-ekbacka")[0]["dokument"][0]
    stock = [punkt for name in SOURCES for punkt in moten(name)[0]["dokument"][0]["punkter"]]
    yield rubrik("SAMMANTRÄDESPROTOKOLL")
    yield rad("Organ", "Kommunstyrelsen")
    yield rad("Sammanträdesdatum", first["datum"])
    yield rad("Plats och tid", first["plats_och_tid"])
    yield rad("Beslutande", *names(first, "beslutande"))
    yield rad("Övriga deltagare", *names(first, "ovriga"))
    yield rad("Utses att justera", *first["justering"]["utsedda"])
    for number in range(1, LONG + 1):
        yield from blocks(_varied(chance.choice(stock), number, chance), STIL)


def _varied(punkt: dict[str, Any], number: int, chance: random.Random) -> dict[str, Any]:
    """A § with a number of its own, another case, and its running text in another order."""
    new = deepcopy(punkt)
    new["nr"] = f"§ {number}"
    if "arenden" in new:
        new["arenden"] = [f"KS 2025/{number}" for _ in many(new["arenden"])]
    for section in new.get("avsnitt", ()):
        sentences = (section["text"] + " ") * 4
        parts = sentences.split(". ")
        chance.shuffle(parts)
        section["text"] = ". ".join(part.strip() for part in parts if part.strip()) + "."
    return new


def make(folder: Path) -> list[Path]:
    """The protokoll as text and as PDF."""
    printed = list(long_protokoll())
    text, pdf = folder / "lang.txt", folder / "lang.pdf"
    text.write_text(as_text(printed, Textstil(80, "- ", 26)), encoding="utf-8")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        browser = playwright.chromium.launch(executable_path=_browser(), args=options)
        page = browser.new_page()
        page.set_content(as_html(printed, CSS))
        page.pdf(
            path=pdf,
            format="A4",
            margin={"top": "2.6cm", "bottom": "2.4cm", "left": "2.2cm", "right": "2.2cm"},
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=SIDFOT.format("<span>Justerandes sign</span>", SLUT),
        )
        browser.close()
    return [text, pdf]


def measure(path: Path, target: Path) -> str:
    """One import in a process of its own: seconds and the peak of its memory."""
    target.mkdir()
    (target / "arkiv.yml").write_bytes((CONTENT / "arkiv.yml").read_bytes())
    (target / "ordlista.yml").write_bytes((CONTENT / "ordlista.yml").read_bytes())
    before = time.monotonic()
    command = [sys.executable, "-m", "generator", "import", str(path), "--ut", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE
    size = path.stat().st_size / MEGABYTE
    last = done.stdout.strip().splitlines()[-1:] or done.stderr.strip().splitlines()[-1:]
    return (
        f"{path.name} ({size:.0f} kB): {seconds:.1f} s, högst {peak:.0f} MB, status {done.returncode}: {''.join(last)}"
    )


def main() -> None:
    """Measures both, the text first (the peak of memory is of all so far)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{LONG} §§")
        for number, path in enumerate(make(folder)):
            if path.suffix == ".pdf":
                print(f"{path.read_bytes().count(b'/Type /Page' + bytes([10]))} sidor i PDF")
            print(measure(path, folder / f"ut{number}"))


if __name__ == "__main__":
    main()
