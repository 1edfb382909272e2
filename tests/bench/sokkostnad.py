"""What a search costs a reader in a large archive. Run by hand: ``python -m tests.bench.sokkostnad 3000``.

Pages of invented meetings, 10–40 items each, over thirty years, with a person and a case for each meeting, are indexed
as a build indexes them, those of years before the newest apart, and asked in a real browser with an empty cache. What
is counted is every file that the browser had asked for when the first hit stood there, whole, whether or not it had
come; and then what it had asked for when the search was finished. Files that a web server compresses count compressed.
The page itself and the theme, which a reader has from other pages, are not counted.

The time is from the question asked to the first hit shown, on a search page that has been open for a while, with the
processor slowed down four times: for the first question, and for the same asked again.

The words are those of the records in ``content/``, as common as they are there, and as many again as a large archive
has, each made of the beginning of one of them and the end of another. So as many words begin with *vård* or hold it,
in proportion, as in the records, which are of healthcare more than most. How common each is follows Zipf and Mandelbrot
(1 / (rank + 3)). Unlike in real text a word is spread evenly over the pages, which makes the lists of pages of a word
longer than they are, and the text hardly repeats itself, which makes it compress worse: both err on the dear side.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from playwright.sync_api import BrowserContext, Page, Response, sync_playwright

from generator.publish.search import build_search
from generator.svenska import fold
from generator.views.delar.skarvor import skarvor
from generator.views.delar.sokindex import FOLDERS, TIDIGARE
from generator.views.delar.sokord import sokord
from generator.views.delar.sokregister import LARGEST, ordlistor
from tests.conftest import _browser
from tests.publish.conftest import served

ROOT = Path(__file__).resolve().parents[2]
ORGAN = 24
YEARS = 30
NEWEST = 2025
SLOWER = 4
WORDS = 100_000
GIVEN = 400
QUESTIONS = (
    "kommun", "§ 17", "Organ 8 § 17", "protokollet", "nämnden beslutar", "Organ 7 2021", "2021-05-05", "2019/00417",
    "vård", "nära vård", "målbild",
)  # fmt: skip
SEEN = """new MutationObserver(() => { if (!window.seen && document.querySelector('#sok-traffar > li'))
  window.seen = performance.timeOrigin + performance.now() }).observe(document, {childList: true, subtree: true})"""

TYPED = """question => new Promise(done => {
  const list = document.querySelector('#sok-traffar'), begun = performance.now()
  list.replaceChildren()
  const seen = new MutationObserver(() => { if (list.firstElementChild) {
    seen.disconnect(); requestAnimationFrame(() => done(performance.now() - begun)) } })
  seen.observe(list, {childList: true})
  setTimeout(() => done(NaN), 20000)
  document.querySelector('#sok-q').value = question
  document.querySelector('#sok-formular').requestSubmit()
})"""


def vocabulary(source: random.Random) -> list[str]:
    """Different words, the commonest first: those of the records, then such as could be."""
    counted: Counter[str] = Counter()
    for path in sorted((ROOT / "content" / "sammantraden").rglob("*.yml")):
        said = re.sub(r"(?m)^\s*(?:- )?\w+:", "", path.read_text(encoding="utf-8"))
        counted.update(re.findall(r"[^\W\d_]{2,}", said.lower()))
    real = sorted(counted, key=lambda word: (-counted[word], word))
    made = dict.fromkeys(real)
    while len(made) < WORDS:
        first, last = source.choices(real, k=2)
        made[first[: (len(first) + 1) // 2 + 1] + last[len(last) // 2 :]] = None
    return list(made)


def meeting(source: random.Random, number: int, words: list[str], weights: list[float]) -> tuple[str, str, list[str]]:
    """Address, page and day of a meeting with its items."""
    organ, day = number % ORGAN, f"{NEWEST - number % YEARS}-{1 + number % 12:02}-{1 + number % 27:02}"
    first = 1 + 20 * (number % 10)
    numbers = [str(first + one) for one in range(source.randint(10, 40))]

    def text(size: int) -> str:
        return " ".join(source.choices(words, cum_weights=weights, k=size)).capitalize()

    items = "".join(
        f'<h2 id="p{one}">§ {one} {text(5)}</h2><dl><dt>Innehåll</dt><dd>{text(source.randint(30, 120))}.</dd>'
        f"<dt>Beslut</dt><dd>Nämnden beslutar att {text(20)}. Diarienummer {source.randint(1996, 2025)}/"
        f"{source.randint(1, 2000):05}.</dd></dl>"
        for one in numbers
    )
    facts = (("slag", "Möte"), ("organ", f"Organ {organ}"), ("ar", day[:4]))
    metas = "".join(
        f'<meta data-pagefind-filter="{name}[content]" data-pagefind-meta="{name}[content]" content="{value}">'
        for name, value in facts
    )
    body = f"<div data-pagefind-body><h1>Organ {organ} {day}</h1>{items}</div>"
    page = f'<!doctype html><html lang="sv"><head><meta charset="utf-8">{metas}</head><body>{body}</body></html>'
    return f"moten/organ-{organ}/{day}-{number}/index.html", page, [f"{day}-{number}", f"{first}-{numbers[-1]}", ""]


def register(rows: list[tuple[int, list[str]]], words: list[str], source: random.Random) -> dict[str, Any]:
    """The register and its parts as a build makes them, with as many persons and cases as there are meetings."""
    years: dict[str, dict[str, list[list[str]]]] = {}
    for organ, row in rows:
        years.setdefault(row[0][:4], {}).setdefault(f"organ-{organ}", []).append(row)
    organs = [
        {"id": f"organ-{one}", "namn": f"Organ {one}", "kort": "", "former": [f"organ {one}"]}
        | {"ar": sorted(int(year) for year, held in years.items() if f"organ-{one}" in held)}
        for one in range(ORGAN)
    ]
    administrative = {form for pair in sokord().bojningar.items() for form in pair} | set(sokord().organord)
    words = [word for word in words if word not in administrative]
    first, last = (
        source.choices(some, [1 / (3 + rank) for rank in range(len(some))], k=len(rows))
        for some in (words[200 : 200 + GIVEN], words[3000 : 3000 + len(rows)])
    )
    persons = [f"{one.title()} {other.title()}" for one, other in zip(first, last, strict=True)]
    cases = [(f"2019{n:05}", [f"a{n}", " ".join(words[9 + n : 13 + n]), [f"2019/{n:05}"]]) for n in range(len(rows))]
    names = skarvor(((word, [name, [], ""]) for name in persons for word in fold(name).split()), LARGEST)
    numbers = skarvor(cases, LARGEST)
    parts = {f"namn-{start}": some for start, some in names.items()} | {f"dnr-{at}": one for at, one in numbers.items()}
    fixed = {"organ": organs, "huvudman": [], "namn": list(names), "dnr": list(numbers)} | ordlistor()
    return {"register": fixed, **parts, **{f"ar-{year}": held for year, held in years.items()}}


def write_site(site: Path, meetings: int) -> list[str]:
    """The invented pages, the index over them, and the search page's own files; a common and a rare word, a name."""
    source = random.Random(1)
    words = vocabulary(source)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(WORDS)))
    rows = []
    for number in range(meetings):
        address, page, row = meeting(source, number, words, weights)
        target = site / address
        target.parent.mkdir(parents=True)
        target.write_text(page)
        rows.append((number % ORGAN, row))
    (site / "sok").mkdir()
    parts = register(rows, words, source)
    for part, content in parts.items():
        told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (site / "sok" / f"{part}.json").write_text(told)
    assert build_search(site, NEWEST) == []
    shutil.copytree(ROOT / "site_overrides" / "assets", site / "assets")
    (site / "sok" / "index.html").write_text(search_page())
    persons = [rows for part, rows in parts.items() if part.startswith("namn-")]
    name: str = persons[len(persons) // 2][0][0]
    return [words[40], words[WORDS // 2], name, f"{name[:-2]}{name[-1]}"]


def search_page() -> str:
    """The search page without the theme around it."""
    blocks = "".join(f"{{% block {name} %}}{{% endblock %}}" for name in ("extrahead", "content", "scripts"))
    frame = DictLoader({"main.html": f"<!doctype html><meta charset=utf-8><title>Sök</title>{blocks}"})
    pages = Environment(loader=ChoiceLoader([frame, FileSystemLoader(ROOT / "site_overrides")]), autoescape=False)
    pages.filters["url"] = "../{}".format
    choices = {"organ": [f"Organ {one}" for one in range(ORGAN)], "ar": range(NEWEST, NEWEST - YEARS, -1)}
    meta = {"sok_tidigare": TIDIGARE, "sok_val": choices}
    return pages.get_template("sok.html").render(page={"content": "", "meta": meta})


def cost(response: Response) -> int:
    """Bytes sent for a file: our compressed index as it is, text as a web server would compress it."""
    body = response.body()
    packed = "/pagefind" in response.url and not response.url.endswith((".js", ".json"))
    return len(body) if packed else len(gzip.compress(body))


def kind(response: Response) -> str:
    """The ending of a file's name."""
    return response.url.partition("?")[0].rpartition(".")[2]


def _keep(got: list[Response], response: Response) -> None:
    got.append(response)


def asked(page: Page, base: str, question: str) -> tuple[Counter[str], int]:
    """Bytes by kind of file asked for before the first hit was seen, and all that were by the end."""
    got: list[Response] = []
    page.add_init_script(SEEN)
    page.on("response", partial(_keep, got))
    page.goto(f"{base}sok/?q={question.replace('§', '%C2%A7')}")
    page.locator("#sok-lage:not(:empty)").wait_for(timeout=60_000)
    seen: float = page.evaluate("window.seen ?? Infinity")
    before: Counter[str] = Counter()
    everything = 0
    for one in got:
        if one.url.startswith(base) and "/sok/?" not in one.url:
            size = cost(one)
            everything += size
            before[kind(one)] += size if one.request.timing["startTime"] <= seen else 0
    return before, everything


def waited(context: BrowserContext, base: str, question: str) -> tuple[float, float]:
    """Milliseconds from the question typed to the first hit shown, on a slow processor; and when it is asked again."""
    page = context.new_page()
    page.goto(f"{base}sok/")
    page.wait_for_load_state("networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    first, again = (page.evaluate(TYPED, one) for one in (question, f"{question} "))
    return first, again


def ask(base: str, questions: list[str]) -> Iterator[str]:
    """Each question with an empty cache, as a line in kB of 1000 bytes: to the first hit, by kind, and to the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser(), args=["--no-sandbox", "--disable-gpu"])
        for question in questions:
            with browser.new_context() as context:
                before, everything = asked(context.new_page(), base, question)
                parts = ", ".join(f"{name} {size / 1000:.0f}" for name, size in sorted(before.items()) if size)
                first, again = waited(context, base, question)
                size = f"{before.total() / 1000:6.0f} {everything / 1000:6.0f}"
                yield f"{size}  {first:5.0f} {again:5.0f}  {question:24} {parts}"
        browser.close()


def main(meetings: int) -> None:
    """Print a line for each question."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        others = write_site(site, meetings)
        sizes = [sum(path.stat().st_size for path in (site / one).rglob("*") if path.is_file()) for one in FOLDERS]
        told = " och ".join(f"{size / 1e6:.1f} MB" for size in sizes)
        print(f"{meetings} möten, index {told}\n första    allt (kB)  tid och igen (ms)")
        with served(site) as base:
            for line in ask(base, [*QUESTIONS, *others]):
                print(line)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
