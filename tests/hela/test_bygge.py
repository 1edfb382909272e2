"""The real records become a whole site: what readers must be able to follow, and what a build promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.hela.conftest import copy_project, run

pytestmark = pytest.mark.langsam

KEDJA = (
    "moten/strategisk-regional-beredning/2024-04-19/#p22",
    "moten/samverkansgrupp-nara-vard/2024-05-03/#p8",
    "moten/strategisk-regional-beredning/2024-10-11/#p63",
    "moten/samverkansgrupp-nara-vard/2024-11-08/#k3",
)


def links(site: Path, page: str) -> set[str]:
    """Every internal address that a page leads to, from the root of the site."""
    here = site / page
    tree = html.parse(str(here / "index.html"))
    found = set()
    for href in tree.xpath("//article//a/@href"):
        path, _, anchor = href.partition("#")
        if "://" in path or path.startswith("mailto:"):
            continue
        target = (here / path).resolve().relative_to(site.resolve()).as_posix()
        folder = "" if target == "." else f"{target}/"
        found.add(folder + (f"#{anchor}" if anchor else ""))
    return found


def text(site: Path, page: str) -> str:
    """The words of a page."""
    tree = html.parse(str(site / page / "index.html"))
    return " ".join(tree.xpath("string(//article)").split())


def test_a_case_leads_to_its_items_and_they_lead_back(byggd: Path) -> None:
    """HSF240207 leads to its four items and to the meeting where the report is due; each of them leads back."""
    site = byggd / "build" / "site"
    ahead = links(site, "arenden/hsf240207")
    due = "moten/strategisk-regional-beredning/2025-02-07/"
    assert set(KEDJA) <= ahead
    assert due in ahead
    for target in KEDJA:
        assert "arenden/hsf240207/" in links(site, target.partition("#")[0])
    assert any(link.startswith(KEDJA[2].partition("#")[0]) for link in links(site, due))


def test_one_man_in_two_organ(byggd: Path) -> None:
    """Roger Ingvarsson is shown as ersättare, serving for Therese Emtin (SD) and for Sonja Råberg (C)."""
    site = byggd / "build" / "site"
    words = text(site, "personer/roger-ingvarsson")
    organ = ("Samverkansgrupp Nära vård", "Samverkansgrupp hälsa")
    for expected in ("Therese Emtin (SD)", "Sonja Råberg (C)", "ersättare", *organ):
        assert expected.lower() in words.lower()
    assert {"personer/therese-emtin/", "personer/sonja-raberg/"} <= links(site, "personer/roger-ingvarsson")


def test_an_inferred_date_says_so(byggd: Path) -> None:
    """SRB 2024-04-19 says that its date is inferred, and from what."""
    words = text(byggd / "build" / "site", "moten/strategisk-regional-beredning/2024-04-19")
    assert "Härlett" in words
    assert "§ 24" in words


def test_nobody_is_called_absent_and_a_vacancy_is_nobody(byggd: Path) -> None:
    """The word frånvarande stands only where it is denied that a list shows it; nobody is called Vakant."""
    site = byggd / "build" / "site"
    pages = [page for page in site.rglob("index.html") if "moten" in page.parts or "personer" in page.parts]
    assert pages
    denied = "Den som saknas i listorna behöver inte ha varit frånvarande."
    words = [text(site, page.parent.relative_to(site).as_posix()).replace(denied, "") for page in pages]
    assert [line for line in words if "frånvarande" in line.lower()] == []
    assert not (site / "personer" / "vakant").exists()


def test_guests_have_no_page(byggd: Path) -> None:
    """A guest is named where the document names them and has neither page nor place in the list."""
    site = byggd / "build" / "site"
    assert not (site / "personer" / "jerry-engstrom").exists()
    assert "Jerry Engström" in text(site, "moten/samverkansgrupp-kompetensforsorjning/2024-04-26")
    assert "Engström" not in text(site, "personer")


def test_same_commit_and_day_give_the_same_bytes(tmp_path: Path, byggd: Path) -> None:
    """Another directory and another hash seed change no byte of the site."""
    other = copy_project(tmp_path / "en annan plats" / "å")
    done = run(other, "build", seed="4711")
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(byggd / "build" / "site") == tree(other / "build" / "site")


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site with its bytes."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def test_a_failed_build_leaves_the_old_site(tmp_path: Path, byggd: Path) -> None:
    """With a fault in a record the build exits 1, names it, and every byte of the old site stands."""
    project = copy_project(tmp_path / "arkiv")
    out = project / "ut"
    assert run(project, "build", "--out", str(out)).returncode == 0
    before = tree(out)
    record = project / "content" / "organ" / "strategisk-regional-beredning.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("namn:", "nman:", 1), encoding="utf-8")
    done = run(project, "build", "--out", str(out))
    assert done.returncode == 1
    assert "menade du 'namn'?" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(out) == before


def test_plain_lines_without_a_terminal(tmp_path: Path) -> None:
    """In CI every stage is one plain line: no control characters."""
    project = copy_project(tmp_path / "arkiv")
    done = run(project, "build")
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", done.stdout)
    assert "Kontrollerar länkar" in done.stdout
