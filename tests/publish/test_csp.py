"""The policy that a page carries lets through what the page has, and nothing else."""

import base64
import hashlib
from pathlib import Path

import pytest

from generator.publish.csp import Scripts, policy, scripts_of, with_policy
from generator.publish.links import read_page
from tests.publish.conftest import tree

HEAD = '<!doctype html><html lang="sv"><head><meta charset="utf-8">{}</head><body>{}</body></html>'


NO_SCRIPTS = Scripts("/", frozenset())


def page(head: str = "", body: str = "<h1>Hej</h1>") -> bytes:
    """A finished page."""
    return HEAD.format(head, body).encode()


def judged(data: bytes, name: str = "om/index.html", scripts: Scripts = NO_SCRIPTS) -> tuple[bytes, list[str]]:
    """The page with its policy, and the codes of its faults."""
    made, faults = with_policy(name, data, read_page(data), scripts)
    assert {one.position.path for one in faults} <= {name}
    return made, [one.code for one in faults]


def test_the_policy_stands_before_all_that_it_judges() -> None:
    """The tag follows the character set at once; nothing else of the page is changed."""
    before = page("<script>1</script>")
    now, faults = judged(before)
    head, _, tail = before.partition(b"<script>")
    assert faults == []
    assert now.startswith(head + b'<meta http-equiv="Content-Security-Policy"')
    assert now.endswith(b">" + b"<script>" + tail)


def test_an_inline_script_is_let_through_by_its_own_text_alone() -> None:
    """Each script that runs has its SHA-256 in the policy, line ends made one; blocks of data need none."""
    body = "<script>var å = 1;\r\nä()</script><script type='application/json'>{}</script><script>b()</script>"
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in ("var å = 1;\nä()", "b()")]
    made = policy(read_page(HEAD.format("", body).encode()), wasm=False)
    hashes = " ".join(sorted(f"'sha256-{one}'" for one in digests))
    assert f"script-src 'self' {hashes};" in made
    assert "unsafe" not in made


@pytest.mark.parametrize(
    ("base", "name", "link", "allowed"),
    [
        ("/", "sok/index.html", "../assets/sok.js", True),
        ("/arkiv/", "404.html", "/arkiv/assets/sok.js?v=2", True),
        ("/", "om/index.html", "../assets/annat.js", False),
    ],
)
def test_compiled_code_runs_only_where_the_search_is(
    tmp_path: Path, base: str, name: str, link: str, allowed: bool
) -> None:
    """A page may run WebAssembly when a script that it loads searches, below a sub-path too; no other page may."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "sok.js").write_text('import("pagefind/pagefind.js")')
    (tmp_path / "assets" / "annat.js").write_text("hej()")
    data = page(body=f'<script type="module" src="{link}"></script>')
    made, faults = judged(data, name, scripts_of(tmp_path, base))
    assert faults == []
    assert (b"'wasm-unsafe-eval'" in made) is allowed


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<p style="color: red">Hej</p>', "P430"),
        ("<style>p { color: red }</style>", "P430"),
        ('<p STYLE = "color: red">Hej</p>', "P430"),
        ("<style type='text/css'>p { color: red }</style>", "P430"),
        ('<button onclick="hej()">Hej</button>', "P430"),
        ("<svg\nONLOAD = 'hej()'></svg>", "P430"),
        ('<a href="JavaScript:hej()">Hej</a>', "P430"),
    ],
)
def test_what_a_browser_would_stop_is_a_fault(body: str, code: str) -> None:
    """A style, a handler or a script in a link is told with its page, and the page is left as it was."""
    assert judged(page(body=body)) == (page(body=body), [code])


@pytest.mark.parametrize(
    "body", ['<p class="style onclick">style="x"</p>', '<a href="?region=x">on = 1</a>', "<p>onsdag= javascript:</p>"]
)
def test_what_only_looks_like_it_is_none(body: str) -> None:
    """Words in a text or in a value that read like a style, a handler or a script."""
    assert judged(page(body=body))[1] == []


def test_a_page_must_say_its_character_set() -> None:
    """Without it there is no place for the policy: a fault, never a page without one."""
    assert judged(b"<h1>Hej</h1>") == (b"<h1>Hej</h1>", ["P431"])


def test_every_page_of_a_built_site_has_one(site: Path) -> None:
    """Each page carries exactly one policy, 404 too; only the search page runs compiled code."""
    pages = {name: data for name, data in tree(site).items() if name.endswith(".html")}
    assert "404.html" in pages
    assert {name: data.count(b"Content-Security-Policy") for name, data in pages.items()} == dict.fromkeys(pages, 1)
    assert [name for name, data in pages.items() if b"wasm-unsafe-eval" in data] == ["sok/index.html"]
