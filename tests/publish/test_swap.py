"""The new site takes the place of the old in one step, on every road."""

from pathlib import Path

import pytest

from generator.publish.swap import exchange, exchange_by_renames, recover, swap


def folder(path: Path, text: str) -> Path:
    """A folder with one file."""
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def test_the_first_site_is_moved_into_place(tmp_path: Path) -> None:
    """Without an old site there is nothing to exchange."""
    swap(folder(tmp_path / "ny", "ny"), tmp_path / "ut", tmp_path / "gammal")
    assert (tmp_path / "ut/index.html").read_text() == "ny"


def test_the_system_exchanges_two_folders(tmp_path: Path) -> None:
    """One call puts each where the other was."""
    new, out = folder(tmp_path / "ny", "ny"), folder(tmp_path / "ut", "gammal")
    assert exchange(new, out)
    assert ((out / "index.html").read_text(), (new / "index.html").read_text()) == ("ny", "gammal")


def test_two_renames_do_the_same(tmp_path: Path) -> None:
    """The fallback ends with the new site in place, and the old one where the new one was."""
    new, out = folder(tmp_path / "ny", "ny"), folder(tmp_path / "ut", "gammal")
    exchange_by_renames(new, out, tmp_path / "vid-sidan")
    assert (out / "index.html").read_text() == "ny"
    assert (new / "index.html").read_text() == "gammal"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ny", "ut"]


def test_a_second_rename_that_fails_puts_the_old_site_back(tmp_path: Path) -> None:
    """The old site is in place again when the new one cannot be moved."""
    out = folder(tmp_path / "ut", "gammal")
    with pytest.raises(OSError, match="finns-inte"):
        exchange_by_renames(tmp_path / "finns-inte", out, tmp_path / "vid-sidan")
    assert (out / "index.html").read_text() == "gammal"


def test_a_build_that_died_between_two_renames_is_mended(tmp_path: Path) -> None:
    """The next build puts the old site back, and throws away what is left where the new one came into place."""
    aside = folder(tmp_path / "vid-sidan", "gammal")
    assert recover(tmp_path / "ut", aside)
    assert (tmp_path / "ut/index.html").read_text() == "gammal"
    folder(aside, "äldre")
    assert not recover(tmp_path / "ut", aside)
    assert not aside.exists()
