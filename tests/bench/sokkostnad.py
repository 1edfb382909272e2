"""What a search costs a reader in a large archive. Run by hand: ``python -m tests.bench.sokkostnad 3000``.

Pages of invented meetings, 10–40 items each, are made from a seeded vocabulary whose words are as unevenly common as
those of a language, indexed as a build indexes them, and asked in a real browser with an empty cache. What is counted
is what the browser was sent until the first hit stood there: files that a web server compresses count compressed.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

from generator.publish.search import build_search
from tests.conftest import _browser
from tests.publish.conftest import served

ROOT = Path(__file__).resolve().parents[2]
ORGAN = 24
WORDS = 40_000
SYLLABLES = """an ar be bo dal de en er för ga ge gil gård han hus in ka kol kom kul la led len lin lund mar mål ni
nor nä om or pla pro re ring ro rum råd sam sjö sko skol ska stad sten stöd styr sä tal tek til tra ung ut val vat vi
vård väg än är öv"""
QUESTIONS = ("kommun", "§ 17", "protokollet", "nämnden beslutar", "Organ 7 2021", "2019/00417", "vård")
COMMON = """nämnden beslutar att godkänna kommun förslag ärende protokollet justeras vård uppdrag region och i av
för"""


def vocabulary(source: random.Random) -> list[str]:
    """Different words, the commonest first."""
    syllables = SYLLABLES.split()
    made = dict.fromkeys(COMMON.split())
    while len(made) < WORDS:
        made["".join(source.choices(syllables, k=source.choice((2, 2, 3, 3, 4, 5))))] = None
    return list(made)


def meeting(source: random.Random, number: int, words: list[str], weights: list[float]) -> tuple[str, str, list[str]]:
    """Address, page and day of a meeting with its items."""
    organ, day = number % ORGAN, f"{2015 + number // 300}-{1 + number % 12:02}-{1 + number % 27:02}"
    first = 1 + 20 * (number % 10)
    numbers = [str(first + one) for one in range(source.randint(10, 40))]

    def text(size: int) -> str:
        return " ".join(source.choices(words, cum_weights=weights, k=size)).capitalize()

    items = "".join(
        f'<h2 id="p{one}">§ {one} {text(5)}</h2><dl><dt>Innehåll</dt><dd>{text(source.randint(30, 120))}.</dd>'
        f"<dt>Beslut</dt><dd>Nämnden beslutar att {text(20)}. Diarienummer {source.randint(2015, 2025)}/"
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


def write_site(site: Path, meetings: int) -> tuple[str, str]:
    """The invented pages, the index over them, and the search page's own files; a common and an uncommon word."""
    source = random.Random(1)
    words = vocabulary(source)
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(WORDS)))
    organs: list[dict[str, object]] = [
        {"id": f"organ-{one}", "namn": f"Organ {one}", "kort": "", "former": [f"organ {one}"], "moten": []}
        for one in range(ORGAN)
    ]
    for number in range(meetings):
        address, page, row = meeting(source, number, words, weights)
        target = site / address
        target.parent.mkdir(parents=True)
        target.write_text(page)
        organs[number % ORGAN]["moten"] += [row]  # type: ignore[operator]
    persons = [[f"{words[200 + n].title()} {words[3000 + n].title()}", [], ""] for n in range(meetings)]
    cases = [[f"a{n}", " ".join(words[9 + n : 13 + n]), [f"2019/{n:05}"]] for n in range(meetings)]
    register = {"organ": organs, "huvudman": [], "arenden": cases, "personer": persons, "bojningar": {}}
    register |= {name: [] for name in ("stoppord", "motesord", "organord", "likord")}
    (site / "sok").mkdir()
    (site / "sok" / "register.json").write_text(json.dumps(register, ensure_ascii=False, separators=(",", ":")))
    assert build_search(site) == []
    shutil.copytree(ROOT / "site_overrides" / "assets", site / "assets")
    template = (ROOT / "site_overrides" / "sok.html").read_text()
    form = template.partition("{{ page.content }}")[2].partition("{% endblock")[0]
    script = '<script type="module" src="../assets/sok.js"></script>'
    (site / "sok" / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>Sök</title>{form}{script}")
    return words[40], words[WORDS // 2]


def cost(response: Response) -> int:
    """Bytes sent for a file: our compressed index as it is, text as a web server would compress it."""
    body = response.body()
    packed = "/pagefind/" in response.url and not response.url.endswith((".js", ".json"))
    return len(body) if packed else len(gzip.compress(body))


def _keep(got: list[Response], response: Response) -> None:
    got.append(response)


def ask(base: str, questions: list[str]) -> Iterator[tuple[str, int, dict[str, int]]]:
    """Each question with an empty cache: bytes until the first hit, and by kind of file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser(), args=["--no-sandbox", "--disable-gpu"])
        for question in questions:
            with browser.new_context() as context:
                page = context.new_page()
                got: list[Response] = []
                page.on("response", partial(_keep, got))
                page.goto(f"{base}sok/?q={question.replace('§', '%C2%A7')}")
                page.locator("#sok-traffar > li").first.wait_for(timeout=60_000)
                by_kind: dict[str, int] = {}
                for one in got:
                    if one.url.startswith(base) and "/sok/?" not in one.url:
                        kind = one.url.rpartition(".")[2]
                        by_kind[kind] = by_kind.get(kind, 0) + cost(one)
                yield question, sum(by_kind.values()), by_kind
        browser.close()


def main(meetings: int) -> None:
    """Print a line for each question, in kB of 1000 bytes."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        common, uncommon = write_site(site, meetings)
        index = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
        print(f"{meetings} möten, index {index / 1e6:.1f} MB")
        with served(site) as base:
            for question, total, kinds in ask(base, [*QUESTIONS, common, uncommon]):
                parts = ", ".join(f"{kind} {size / 1000:.0f}" for kind, size in sorted(kinds.items()))
                print(f"{total / 1000:6.0f} kB  {question:24} {parts}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
