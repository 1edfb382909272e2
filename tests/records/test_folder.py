"""The content folder: whatever lies in it is read, or told of in Swedish; nothing there stops the reading."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.diagnostics import Severity, as_text
from generator.records.folder import CODES, Innehall, read_folder

ARKIV = """\
namn: Provarkivet
beskrivning: Prov
webbadress: https://exempel.se/
utgivare: {namn: Prov, slag: annan}
kontakt: {namn: Prov, epost: a@exempel.se}
anslagstavla: {roll: kopia}
tjanstepersoner_i_register: ja
"""
PERSON = "namn: Åsa Ek\nlasarklass: gast\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with the archive's base record and one person."""
    root = tmp_path / "content"
    (root / "personer").mkdir(parents=True)
    (root / "arkiv.yml").write_text(ARKIV, encoding="utf-8")
    (root / "personer" / "asa-ek.yml").write_text(PERSON, encoding="utf-8")
    return root


def codes(found: Innehall) -> list[tuple[str, str]]:
    """Each fault's file name and code."""
    return [(Path(fault.position.path).name, fault.code) for fault in found.faults]


def test_a_sound_folder_is_read_in_order(content: Path) -> None:
    """Records by path, pages by name, files by their bytes; what editors and systems leave behind is passed over."""
    for name, text in {
        "sidor/om.md": "# Om\n", "filer/a/b.pdf": "%PDF", "README.md": "x", "LICENSE": "x", ".dold": "x",
        ".git/x.yml": "x", "personer/asa-ek.yml~": "x", "adresser.txt": "/moten/\n/om/\n",
    }.items():  # fmt: skip
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    found = read_folder(content)
    assert found.faults == ()
    assert [(record.kind, record.id) for record in found.records] == [("arkiv", "arkiv"), ("person", "asa-ek")]
    assert {name: page.text for name, page in found.sidor.items()} == {"om": "# Om\n"}
    assert found.filer == {"a/b.pdf": b"%PDF"}
    assert found.adresser == ("/moten/", "/om/")
    assert found.olasta == ()


def _symlink_out(root: Path) -> None:
    (root.parent / "hemlig.yml").write_text(PERSON, encoding="utf-8")
    (root / "personer" / "bo-al.yml").symlink_to(root.parent / "hemlig.yml")


def _symlink_in(root: Path) -> None:
    (root / "personer" / "bo-al.yml").symlink_to(root / "personer" / "asa-ek.yml")


def _dangling(root: Path) -> None:
    (root / "personer" / "bo-al.yml").symlink_to(root / "finns-inte.yml")


def _symlinked_folder(root: Path) -> None:
    (root / "organ").symlink_to(root.parent, target_is_directory=True)


def _loop(root: Path) -> None:
    (root / "personer" / "bo-al.yml").symlink_to(root / "personer" / "bo-al.yml")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "personer" / "bo-al.yml")


def _written(name: str, data: bytes) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        path = root / os.fsdecode(os.fsencode(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return write


TROUBLES: list[tuple[str, Callable[[Path], None], list[tuple[str, str]]]] = [
    ("a link out of the folder", _symlink_out, [("bo-al.yml", "R130")]),
    ("a link within the folder", _symlink_in, [("bo-al.yml", "R130")]),
    ("a link to nothing", _dangling, [("bo-al.yml", "R130")]),
    ("a link to a folder", _symlinked_folder, [("organ", "R130")]),
    ("a link to itself", _loop, [("bo-al.yml", "R130")]),
    ("a pipe", _pipe, [("bo-al.yml", "R134")]),
    ("the wrong ending", _written("personer/bo-al.yaml", b""), [("bo-al.yaml", "R131")]),
    ("a large ending", _written("personer/bo-al.YML", b""), [("bo-al.YML", "R131")]),
    ("capitals in the name", _written("personer/Bo-Al.yml", PERSON.encode()), [("Bo-Al.yml", "R131")]),
    ("a name with å", _written("personer/bo-ål.yml", PERSON.encode()), [("bo-ål.yml", "R131")]),
    ("the wrong folder", _written("person/bo-al.yml", PERSON.encode()), [("bo-al.yml", "R131")]),
    ("no folder", _written("bo-al.yml", PERSON.encode()), [("bo-al.yml", "R131")]),
    ("a day not in the almanac", _written("sammantraden/rad/2024-02-30.yml", b"status: hallet\n"),
     [("2024-02-30.yml", "R136")]),
    ("something else", _written("personer/bo-al.docx", b"PK"), [("bo-al.docx", "R132")]),
    ("an empty file", _written("personer/bo-al.yml", b""), [("bo-al.yml", "R028")]),
    ("a file of 5 MB", _written("personer/bo-al.yml", b"a: b\n" * 1_000_000), [("bo-al.yml", "R001")]),
    ("deep nesting", _written("personer/bo-al.yml", b"a: " + b"[" * 20_000), [("bo-al.yml", "R029")]),
    ("UTF-16", _written("personer/bo-al.yml", PERSON.encode("utf-16")), [("bo-al.yml", "R002")]),
    ("Latin-1", _written("personer/bo-al.yml", PERSON.encode("latin-1")), [("bo-al.yml", "R002")]),
    ("NUL bytes", _written("sidor/om.md", b"# A\0B\n"), [("om.md", "R003")]),
    ("a page that is no text", _written("sidor/om.md", b"\xff\xfe"), [("om.md", "R002")]),
    ("a list of addresses that is no text", _written("adresser.txt", b"\xff"), [("adresser.txt", "R002")]),
]  # fmt: skip


@pytest.mark.parametrize(("trouble", "want"), [row[1:] for row in TROUBLES], ids=[row[0] for row in TROUBLES])
def test_each_trouble_is_told_and_the_rest_is_read(
    content: Path, trouble: Callable[[Path], None], want: list[tuple[str, str]]
) -> None:
    """One trouble gives one fault that can be shown, and the other records are read as if it were not there."""
    trouble(content)
    found = read_folder(content)
    assert codes(found) == want
    assert [record.id for record in found.records] == ["arkiv", "asa-ek"]
    assert all(fault.cure and as_text(fault) for fault in found.faults)


def test_only_meetings_and_notices_have_a_day_in_their_name(content: Path) -> None:
    """A diarienummer that looks like a day names a case all the same."""
    (content / "arenden").mkdir()
    case = "rubrik: Stigen\ndiarienummer: [SN 2024/15-002]\n"
    (content / "arenden" / "sn-2024-15-002.yml").write_text(case, encoding="utf-8")
    assert read_folder(content).faults == ()


def test_every_code_is_shown(content: Path) -> None:
    """The tests of this file give every code that the folder has."""
    shown = {code for _, _, want in TROUBLES for _, code in want}
    assert set(CODES) - shown == {"R133", "R135", "R137", "R138"}


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("byte order mark", b"\xef\xbb\xbf" + PERSON.encode()),
        ("lines of Windows", PERSON.replace("\n", "\r\n").encode()),
        ("lines of old Macs", PERSON.replace("\n", "\r").encode()),
        ("decomposed letters", unicodedata.normalize("NFD", PERSON).encode()),
        ("unbreakable spaces", PERSON.replace("Åsa Ek", "Åsa\u00a0Ek").encode()),
        ("no last line end", PERSON.rstrip("\n").encode()),
    ],
)
def test_what_does_no_harm_is_mended_in_silence(content: Path, form: str, data: bytes) -> None:
    """A record saved on another computer reads as the same record."""
    plain = read_folder(content).records[1].data
    (content / "personer" / "asa-ek.yml").write_bytes(data)
    found = read_folder(content)
    assert found.faults == (), form
    assert found.records[1].data == plain


@pytest.mark.parametrize("twin", ["Asa-Ek.yml", "ASA-EK.YML", "asa-ek.YML"])
def test_of_two_names_that_differ_in_case_the_right_one_is_kept(content: Path, twin: str) -> None:
    """On a Mac the two would be one file: the one with a good name is read, the other told of."""
    (content / "personer" / twin).write_text(PERSON, encoding="utf-8")
    if len(list((content / "personer").iterdir())) == 1:
        pytest.skip("this file system knows no difference of case")
    found = read_folder(content)
    assert codes(found) == [(twin, "R133")]
    assert [record.id for record in found.records] == ["arkiv", "asa-ek"]


def test_a_folder_named_as_a_record_is_no_record(content: Path) -> None:
    """A folder x.yml is a folder: it is passed over when empty, and what lies in it lies in the wrong place."""
    (content / "personer" / "bo-al.yml").mkdir()
    assert read_folder(content).faults == ()
    (content / "personer" / "bo-al.yml" / "x.yml").write_text(PERSON, encoding="utf-8")
    assert codes(read_folder(content)) == [("x.yml", "R131")]


@pytest.mark.parametrize("missing", ["content", "arkiv.yml", "everything"])
def test_a_folder_without_its_base_record(content: Path, missing: str) -> None:
    """No folder, an empty one, or one without arkiv.yml is one fault that says what to do."""
    if missing == "content":
        content = content.parent / "finns-inte"
    else:
        (content / "arkiv.yml").unlink()
    if missing == "everything":
        (content / "personer" / "asa-ek.yml").unlink()
        (content / "personer").rmdir()
    found = read_folder(content)
    assert [code for _, code in codes(found)] == ["R135"]
    assert found.faults[0].cure


@pytest.fixture
def open_content() -> Iterator[Path]:
    """A content folder that any user may enter."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        (root / "arkiv.yml").write_text(ARKIV, encoding="utf-8")
        yield root


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, who may read everything."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if was == 0:
            os.seteuid(was)


@pytest.mark.parametrize(("mode", "name"), [(0, "bo-al.yml"), (0, "personer"), (0o644, "personer")])
def test_what_may_not_be_read(open_content: Path, mode: int, name: str) -> None:
    """A file or a folder without the right to read it is one fault; the rest is read."""
    path = open_content / "personer" / "bo-al.yml"
    path.parent.mkdir()
    path.write_text(PERSON, encoding="utf-8")
    shut = path if name == path.name else path.parent
    shut.chmod(mode)
    with as_nobody():
        found = read_folder(open_content)
    shut.chmod(0o755)
    assert codes(found) == [(name, "R134")]
    assert [record.id for record in found.records] == ["arkiv"]


def test_what_was_not_read_is_known(content: Path) -> None:
    """A broken record is remembered with its kind, id and words, so that what points to it is no fault of its own."""
    (content / "personer" / "bo-al.yml").write_text("namn: Bo Al\nlasarklass: [\n", encoding="utf-8")
    (content / "personer" / "Cia_Öst.yml").write_text("namn: Cia Öst\n", encoding="utf-8")
    found = read_folder(content)
    assert [(one.kind, one.id) for one in found.olasta] == [("person", "cia-ost"), ("person", "bo-al")]
    assert found.olasta[1].namner("Bo Al")
    assert not found.olasta[1].namner("Bo Ek")


def test_a_name_that_is_not_utf8(content: Path) -> None:
    """A file name with other bytes is a fault that can be printed."""
    try:
        (Path(os.fsdecode(os.fsencode(str(content / "personer")) + b"/bo-\xe5l.yml"))).write_bytes(b"x: y\n")
    except OSError:
        pytest.skip("this file system refuses such names")
    found = read_folder(content)
    assert [(fault.code, fault.severity) for fault in found.faults] == [("R131", Severity.FEL)]
    assert as_text(found.faults[0]).encode("utf-8")


@pytest.mark.parametrize("number", ["KS 2024/14", "HSF2024-0001", "2019/00417"])
def test_a_case_that_can_not_be_read_is_known_by_its_number(tmp_path: Path, number: str) -> None:
    """Whatever signs the diarienummer has: what points to it is no fault of its own."""
    text = f"rubrik: Nära vård\ndiarienummer:\n  - nummer: {number}\n  fel: ["
    (tmp_path / "arenden").mkdir()
    (tmp_path / "arenden" / "nara-vard.yml").write_text(text, encoding="utf-8")
    (unread,) = read_folder(tmp_path).olasta
    assert unread.namner(number)
    assert not unread.namner("KS 2024/15")
