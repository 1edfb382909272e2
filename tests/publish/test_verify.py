"""The finished site has no broken link, anchor, id or promise."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import given

from generator.diagnostics import Diagnostic
from generator.publish.below import files_below
from generator.publish.links import page_facts, read_page
from generator.publish.reach import Finding, findings, packed, targets
from generator.publish.settings import SiteSettings
from generator.publish.verify import Before, Reach, told, verify
from tests.publish.conftest import SETTINGS

GOOD = """<html><head><link rel="canonical" href="https://exempel.se/arkiv/moten/">
<link rel="stylesheet" href="../stil.css"><meta http-equiv="Refresh" content="0; url=../"></head>
<body id="topp"><h2 id="p63">§ 63</h2><h2 id="vård">v</h2><img srcset="../a.png 1x, ../b%20c.png 2x" src="../a.png">
%s</body></html>"""


def site(tmp_path: Path, body: str = "", **pages: str) -> Path:
    """A site with a start page, a page /moten/ with `body`, and further pages by name."""
    (tmp_path / "moten").mkdir()
    (tmp_path / "moten/index.html").write_text(GOOD.replace("%s", body), encoding="utf-8")
    for name, text in {"index": "<a id='a' href='moten/#p63'>m</a>", **pages}.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    for name in ("stil.css", "a.png", "b c.png"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def looked_at(folder: Path, settings: SiteSettings = SETTINGS) -> tuple[Before, list[tuple[str, Finding]]]:
    """A site, and what there is to say of each page by itself."""
    reach, found, files = {}, [], set(files_below(folder))
    for name in sorted(files):
        if name.endswith(".html"):
            facts = page_facts(read_page((folder / name).read_bytes()))
            links = list(targets(name, facts, settings))
            reach[name] = Reach(packed(facts.ids), packed({place for place, _ in links if place}))
            found += [(name, one) for one in findings(facts, links, settings)]
    return Before(reach, files), found


def judged(folder: Path, settings: SiteSettings = SETTINGS, before: Before | None = None) -> list[Diagnostic]:
    """What there is to say of each page by itself, and then of the whole."""
    seen, found = looked_at(folder, settings)
    return [*told(found), *verify(folder, seen.pages, seen.files, settings, before)]


def test_every_address_of_a_page_is_known() -> None:
    """What a reader goes to and what a browser fetches, by all elements that have either."""
    followed = (
        '<a href=" 1 "></a><a name="b">utan</a><map><area href="2"></map><form action="3"></form>'
        '<link rel="canonical" href="4"><meta http-equiv="REFRESH" content="0; URL=\'5\'">'
        '<meta name="x" content="url=nej">'
    )
    fetched = (
        '<img src="1" srcset="2 1x, 3 2x"><script src="4"></script><iframe src="5"></iframe><embed src="6">'
        '<video src="7" poster="8"><source src="9" srcset="10"><track src="11"></video><audio src="12"></audio>'
        '<object data="13"></object><input type="image" src="14">'
        '<link rel="preload" as="image" href="15" imagesrcset="16 1x"><link rel="shortcut icon" href="17">'
        '<image src="18"><egen-sak src="19"></egen-sak><meta src="nej">'
    )
    facts = page_facts(read_page(f'<body id="a">{followed}{fetched}<p id="a">'.encode()))
    assert facts.followed == {str(number) for number in range(1, 6)}
    assert facts.fetched == {str(number) for number in range(1, 20)}
    assert facts.ids == {"a", "b"}
    assert facts.repeated == ("a",)


@pytest.mark.parametrize(
    "link",
    [
        "#p63", "#", "#top", "../", "..", "../index.html#a", "./?q=x#p63", "", "/arkiv/moten/#v%C3%A5rd", "#vård",
        "https://exempel.se/arkiv/#a", "https://exempel.se/annat/", "https://annan.se/x", "//annan.se/x",
        "mailto:a@exempel.se", "tel:+46", "javascript:void(0)", "#:~:text=hej", "../b%20c.png",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_no_fault(tmp_path: Path, link: str) -> None:
    """Relative, absolute, percent-encoded and outgoing links are read as a browser reads them."""
    assert judged(site(tmp_path, f'<a href="{link}">x</a>'), SETTINGS) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="../saknas/">x</a>', "P501"),
        ('<a href="/arkiv/saknas.html">x</a>', "P501"),
        ('<a href="https://exempel.se/arkiv/saknas/">x</a>', "P501"),
        ('<img src="../saknas.png">', "P501"),
        ('<img srcset="../saknas.png 2x">', "P501"),
        ('<form action="../saknas/"></form>', "P501"),
        ('<a href="../STIL.css">x</a>', "P501"),
        ('<a href="#p64">x</a>', "P502"),
        ('<a href="../#p63">x</a>', "P502"),
        ('<p id="p63">x</p>', "P503"),
        ('<script src="https://annan.se/x.js"></script>', "P505"),
        ('<link rel="stylesheet" href="//annan.se/x.css">', "P505"),
        ('<a href="/moten/">x</a>', "P506"),
        ('<a href="../../x/">x</a>', "P506"),
        ('<a href="../moten">x</a>', "P507"),
    ],
)
def test_each_broken_thing_gives_one_fault(tmp_path: Path, body: str, code: str) -> None:
    """A broken link, anchor, id or foreign source gives exactly one diagnostic on its page."""
    found = judged(site(tmp_path, body), SETTINGS)
    assert [(fault.code, fault.position.path) for fault in found] == [(code, "moten/index.html")]


def test_the_same_fault_on_many_pages_is_told_once(tmp_path: Path) -> None:
    """A broken link in the page chrome does not drown the rest."""
    broken = "<a href='saknas/'>x</a>"
    found = judged(site(tmp_path, a=broken, b=broken, c=broken), SETTINGS)
    assert [fault.message for fault in found] == [
        "länken 'saknas/' leder ingenstans: /saknas/ finns inte (och på 2 sidor till)"
    ]


def test_the_page_for_missing_addresses_may_not_link_relatively(tmp_path: Path) -> None:
    """404.html is shown at any depth, so only links from the root hold."""
    missing = "<a href='/arkiv/moten/'>bra</a><a href='moten/'>fel</a>"
    found = judged(site(tmp_path, **{"404": missing}), SETTINGS)
    assert [(fault.code, fault.position.path) for fault in found] == [("P501", "404.html")]


def test_every_promised_address_exists(tmp_path: Path) -> None:
    """A promised page, file or anchor that is gone is a fault with the address."""
    promised = frozenset({"/moten/#p63", "/", "/stil.css", "/moten/#p64", "/arenden/x/"})
    found = judged(site(tmp_path), replace(SETTINGS, promised=promised))
    assert [(fault.code, fault.position.path) for fault in found] == [("P504", "/arenden/x/"), ("P504", "/moten/#p64")]


_BODIES = (
    "",
    "<a href='../b.html#x'>x</a>",
    "<a href='../b.html#y'>y</a>",
    "<p id='p63b'>x</p>",
    "<a href='../c.txt'>c</a>",
)
_OTHERS = (None, "<p id='x'></p>", "<p id='x'></p><p id='y'></p>", "<a href='moten/#p63b'>b</a><p id='x'></p>")


@given(
    st.lists(st.tuples(st.sampled_from(_BODIES), st.sampled_from(_OTHERS), st.booleans()), min_size=2, max_size=5),
    st.sets(st.sampled_from(("/moten/#p63b", "/b.html#x", "/b.html", "/c.txt"))),
)
def test_what_was_in_order_before_need_not_be_looked_at_again(
    steps: list[tuple[str, str | None, bool]], promised: set[str]
) -> None:
    """A site judged over the last one that was in order has the faults that it has when all of it is judged."""
    settings, before = replace(SETTINGS, promised=frozenset(promised)), None
    for body, other, text in steps:
        with TemporaryDirectory() as name:
            folder = site(Path(name), body, **({} if other is None else {"b": other}))
            if text:
                (folder / "c.txt").write_text("c", encoding="utf-8")
            whole = judged(folder, settings)
            assert judged(folder, settings, before) == whole
            before = before if whole else looked_at(folder, settings)[0]
