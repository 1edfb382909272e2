"""An index is put together of shares that are kept: it says the same, and nothing is believed that is not whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from generator.publish.search import build_index, texts_in
from generator.publish.sokandel import Place
from generator.publish.sokdelning import shares
from generator.publish.sokfiler import decoded, unpacked
from generator.publish.sokform import roughly
from tests.publish.conftest import indexed, texts_of, tree

SOME = 9
"""Pages in a share: enough for some shares of some pages each."""


@pytest.fixture(scope="module")
def texts(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts of 36 pages; not to be changed."""
    return texts_of(site, tmp_path_factory.mktemp("texter"))


@pytest.fixture(scope="module")
def clean(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of some shares (`ut`) and what is kept of it (`andelar`); not to be changed."""
    folder = tmp_path_factory.mktemp("rent")
    assert indexed(texts, folder / "ut", folder / "andelar", share=SOME) == []
    return folder


def said(index: Path) -> tuple[dict[str, Any], dict[tuple[str, str], dict[str, Any]]]:
    """All that an index says: the facts of each page by its address, and where each word stands by word and form."""
    (meta,) = index.glob("*.pf_meta")
    _, pages, chunks, filters, _, _ = decoded(meta)
    texts = [json.loads(unpacked(index / "fragment" / f"{name}.pf_fragment")) for name, _ in pages]
    values = [
        (texts[page]["url"], name, value)
        for name, file in filters
        for value, held in decoded(index / "filter" / f"{file}.pf_filter")[1]
        for page in held
    ]
    facts = {text["url"]: (words, text) for text, (_, words) in zip(texts, pages, strict=True)}
    return {**facts, "": sorted(values)}, {
        (key, form): {texts[page]["url"]: row[1:] for page, row in numbered(rows)}
        for _, _, file in chunks
        for key, plain, forms in decoded(index / "index" / f"{file}.pf_index")[0]
        for form, rows in (("", plain), *forms)
        if rows
    }


def numbered(rows: list[Any]) -> Iterator[tuple[int, Any]]:
    """Rows with the numbers of their pages."""
    return zip(accumulate(row[0] for row in rows), rows, strict=True)


@pytest.mark.langsam
@pytest.mark.parametrize("share", [SOME, 1])
def test_shares_make_no_difference(site: Path, texts: Path, tmp_path: Path, share: int) -> None:
    """Whether Pagefind is given all pages at once, some, or each alone, the index says the same of every page.

    Its bytes are others, as pages are numbered share after share; but they are the same each time.
    """
    for workers in (1, 2):
        assert indexed(texts, tmp_path / f"ut-{workers}", workers=workers, share=share) == []
    assert tree(tmp_path / "ut-1") == tree(tmp_path / "ut-2")
    assert len(list((tmp_path / "andelar/ut-1").iterdir())) > 1
    assert said(tmp_path / "ut-1") == said(site / "pagefind")


@pytest.mark.langsam
def test_only_what_changed_is_indexed(texts: Path, clean: Path, tmp_path: Path) -> None:
    """A text that changes costs its share, one that goes too, and none costs none; the index is that of a first time.

    That new words lead to others in other shares makes no difference: a definite form is folded there as well.
    """
    mine, kept = tmp_path / "texter", tmp_path / "kvar"
    shutil.copytree(texts, mine)
    shutil.copytree(clean / "andelar", kept)
    page = mine / "moten/ks/m7/index.html"
    told = page.read_bytes()
    steps: list[tuple[Callable[[], object], int]] = [
        (lambda: None, 0),
        (lambda: page.write_bytes(told.replace(b"utses", "väljs i plenumet".encode())), 1),
        (lambda: (mine / "moten/ks/m8/index.html").write_bytes(told.replace(b"utses", b"syns i plenum")), 1),
        (page.unlink, 1),
        (lambda: page.write_bytes(told), 1),
    ]
    for number, (change, made) in enumerate(steps):
        before = places(kept)
        change()
        assert indexed(mine, tmp_path / f"ut-{number}", kept, share=SOME) == []
        assert indexed(mine, tmp_path / f"rent-{number}", share=SOME) == []
        assert tree(tmp_path / f"ut-{number}") == tree(tmp_path / f"rent-{number}")
        assert {one.name for one in kept.iterdir()} == {
            one.name for one in (tmp_path / f"andelar/rent-{number}").iterdir()
        }
        assert len(places(kept) - before) == made


def places(kept: Path) -> set[tuple[str, int]]:
    """What is kept of Pagefind's work: another folder where it has been at work again."""
    return {(one.name, Place(one, "").written.stat().st_ino) for one in kept.iterdir()}


def truncate(kept: Path) -> None:
    """Half a file of a page's text, and of rewritten words."""
    for name in ("pagefind/fragment/*", "ord/*"):
        path = min(kept.glob(f"*/{name}"))
        path.write_bytes(path.read_bytes()[:-9])


def swap(kept: Path) -> None:
    """Two shares in each other's place."""
    one, other = sorted(kept.iterdir())[:2]
    one.rename(kept / "x")
    other.rename(one)
    (kept / "x").rename(other)


def swap_words(kept: Path) -> None:
    """The words of two shares in each other's place."""
    one, other = (share / "ord" for share in sorted(kept.iterdir())[:2])
    one.rename(kept / "x")
    other.rename(one)
    (kept / "x").rename(other)


def swap_files(kept: Path) -> None:
    """The texts of two pages under each other's name."""
    one, other = sorted(kept.glob("*/pagefind/fragment/*"))[:2]
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def lose(kept: Path) -> None:
    """One share whole, the words of another, the engine of all."""
    one, other = sorted(kept.iterdir())[:2]
    shutil.rmtree(one)
    shutil.rmtree(other / "ord")
    for path in kept.glob("*/pagefind/pagefind.js"):
        path.unlink()


def link_a_share(kept: Path) -> None:
    """A link to a folder that lies elsewhere."""
    one = min(kept.iterdir())
    one.rename(kept.with_name("annanstans"))
    one.symlink_to(kept.with_name("annanstans"))


def link_all(kept: Path) -> None:
    """A link in the place of all that is kept."""
    kept.rename(kept.with_name("annanstans"))
    kept.symlink_to(kept.with_name("annanstans"))


def link_a_file(kept: Path) -> None:
    """A link to a file of the same bytes."""
    one = min(kept.glob("*/pagefind/fragment/*"))
    one.rename(kept.with_name("annanstans"))
    one.symlink_to(kept.with_name("annanstans"))


def add(kept: Path) -> None:
    """Files that we have not made: in a share, beside them, and in the place of one."""
    (min(kept.iterdir()) / "pagefind/index/sv_1234567.pf_index").write_bytes(b"annat")
    (kept / "annat").write_bytes(b"annat")
    last = max(kept.glob("*/pagefind")).parent
    shutil.rmtree(last)
    last.write_bytes(b"annat")


def damage_the_list(kept: Path) -> None:
    """Other sums, cut lists, empty ones."""
    for path, data in zip(sorted(kept.rglob("innehall")), (b"", b"x" * 100, b"\x80"), strict=False):
        path.write_bytes(data)


def lose_all(kept: Path) -> None:
    """Nothing is left."""
    shutil.rmtree(kept)


DAMAGE = (truncate, swap, swap_words, swap_files, lose, link_a_share, link_all, link_a_file, add, damage_the_list)


@pytest.mark.langsam
@pytest.mark.parametrize("damage", [*DAMAGE, lose_all])
def test_what_is_damaged_is_made_again(
    texts: Path, clean: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    """Whatever has come over what is kept: the index is as from nothing, and what is kept is whole again."""
    kept = tmp_path / "kvar"
    shutil.copytree(clean / "andelar", kept)
    damage(kept)
    assert indexed(texts, tmp_path / "ut", kept, share=SOME) == []
    assert tree(tmp_path / "ut") == tree(clean / "ut")
    assert not kept.is_symlink()
    whole = places(kept)
    assert len(whole) == len(places(clean / "andelar"))
    assert indexed(texts, tmp_path / "igen", kept, share=SOME) == []
    assert places(kept) == whole


@pytest.mark.langsam
def test_another_program_is_not_believed(texts: Path, clean: Path, tmp_path: Path) -> None:
    """What another program or another Pagefind has kept of the same texts is not used."""
    kept = tmp_path / "kvar"
    shutil.copytree(clean / "andelar", kept)
    before = places(kept)
    assert build_index(replace(texts_in(texts), program="annat"), tmp_path / "ut", kept, share=SOME) == []
    assert not before & places(kept)
    assert tree(tmp_path / "ut") == tree(clean / "ut")


def test_a_page_that_comes_or_goes_moves_no_other() -> None:
    """Shares are a matter of addresses alone, and there are twice as many only where there are twice as many pages."""
    names = [f"moten/ks/{number}/index.html" for number in range(2_000)]
    of = {name: number for number, share in enumerate(shares(names, 250)) for name in share}
    fewer = {name: number for number, share in enumerate(shares(names[:1_100], 250)) for name in share}
    assert len(of) == 2_000
    assert set(of.values()) == set(range(8))
    assert fewer == {name: of[name] for name in names[:1_100]}
    assert max(len(share) for share in shares(names, 250)) < 2 * 250
    assert shares(names[:250], 250) == [sorted(names[:250])]


@given(st.integers(0, 200_000), st.integers(0, 200_000))
def test_numbers_of_words_are_rough_and_keep_their_order(some: int, more: int) -> None:
    """A page's number is within a sixteenth of what it was, small ones are whole, and longer pages stay longer."""
    assert abs(roughly(some) - some) <= some / 16
    assert (roughly(some) <= roughly(more)) == (some <= more) or roughly(some) == roughly(more)
    assert roughly(roughly(some)) == roughly(some)
