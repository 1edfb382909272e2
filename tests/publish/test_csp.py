"""The policy that a page carries lets through what the page has, and nothing else."""

import base64
import hashlib
from pathlib import Path

import pytest

from generator.publish.csp import add_policies, policy, read_page
from tests.publish.conftest import tree

HEAD = '<!doctype html><html lang="sv"><head><meta charset="utf-8">{}</head><body>{}</body></html>'


def written(site: Path, name: str, head: str = "", body: str = "<h1>Hej</h1>") -> Path:
    """A page of a site."""
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(head, body), encoding="utf-8")
    return path


def test_the_policy_stands_before_all_that_it_judges(tmp_path: Path) -> None:
    """The tag follows the character set at once; nothing else of the page is changed."""
    path = written(tmp_path, "index.html", "<script>1</script>")
    before = path.read_text()
    assert add_policies(tmp_path, "/") == []
    head, _, tail = before.partition("<script>")
    now = path.read_text()
    assert now.startswith(head + '<meta http-equiv="Content-Security-Policy"')
    assert now.endswith(">" + "<script>" + tail)


def test_an_inline_script_is_let_through_by_its_own_text_alone() -> None:
    """Each script that runs has its SHA-256 in the policy, line ends made one; blocks of data need none."""
    body = "<script>var å = 1;\r\nä()</script><script type='application/json'>{}</script><script>b()</script>"
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in ("var å = 1;\nä()", "b()")]
    made = policy(read_page(HEAD.format("", body).encode()), wasm=False)
    hashes = " ".join(sorted(f"'sha256-{one}'" for one in digests))
    assert f"script-src 'self' {hashes};" in made
    assert "unsafe" not in made


@pytest.mark.parametrize(
    ("base", "page", "link", "allowed"),
    [
        ("/", "sok/index.html", "../assets/sok.js", True),
        ("/arkiv/", "404.html", "/arkiv/assets/sok.js?v=2", True),
        ("/", "om/index.html", "../assets/annat.js", False),
    ],
)
def test_compiled_code_runs_only_where_the_search_is(
    tmp_path: Path, base: str, page: str, link: str, allowed: bool
) -> None:
    """A page may run WebAssembly when a script that it loads searches, below a sub-path too; no other page may."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "sok.js").write_text('import("pagefind/pagefind.js")')
    (tmp_path / "assets" / "annat.js").write_text("hej()")
    path = written(tmp_path, page, body=f'<script type="module" src="{link}"></script>')
    assert add_policies(tmp_path, base) == []
    assert ("'wasm-unsafe-eval'" in path.read_text()) is allowed


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<p style="color: red">Hej</p>', "P430"),
        ("<style>p { color: red }</style>", "P430"),
        ('<button onclick="hej()">Hej</button>', "P430"),
        ('<a href="JavaScript:hej()">Hej</a>', "P430"),
    ],
)
def test_what_a_browser_would_stop_is_a_fault(tmp_path: Path, body: str, code: str) -> None:
    """A style, a handler or a script in a link is told with its page, and the page is left as it was."""
    path = written(tmp_path, "om/index.html", body=body)
    before = path.read_bytes()
    assert [(one.code, one.position.path) for one in add_policies(tmp_path, "/")] == [(code, "om/index.html")]
    assert path.read_bytes() == before


def test_a_page_must_say_its_character_set(tmp_path: Path) -> None:
    """Without it there is no place for the policy: a fault, never a page without one."""
    (tmp_path / "index.html").write_text("<h1>Hej</h1>")
    assert [one.code for one in add_policies(tmp_path, "/")] == ["P431"]


def test_every_page_of_a_built_site_has_one(site: Path) -> None:
    """Each page carries exactly one policy, 404 too; only the search page runs compiled code."""
    pages = {name: data for name, data in tree(site).items() if name.endswith(".html")}
    assert "404.html" in pages
    assert {name: data.count(b"Content-Security-Policy") for name, data in pages.items()} == dict.fromkeys(pages, 1)
    assert [name for name, data in pages.items() if b"wasm-unsafe-eval" in data] == ["sok/index.html"]
