"""Every reason why a document can not be read has its case; no bytes whatever raise anything else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract import packed
from generator.importer.extract.cache import cache_name, dump, load, version
from generator.importer.extract.disk import MAX_BYTES, read_file
from generator.importer.extract.document import MAX_TEXT, extract
from generator.importer.extract.line import Extract
from generator.importer.extract.refused import CODES, Refused, refused
from tests.exempel import antal_exempel
from tests.importer.pdfer import Text, column, pdf

HERE = Path(__file__).parent
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def _docx(text: str) -> bytes:
    document = docx.Document()
    if text:
        document.add_heading(text, 1)
        document.add_paragraph("punkt", style="List Number")
        document.add_table(2, 2).cell(0, 0).text = "Anna Berg (S)"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


DOCX, BLANK = _docx("§ 1 Val"), _docx("")
PDF = pdf(column(["§ 1 Val", "Anna Berg (S)"]), [Text(72, 700, "Beslut", bold=True), Text(200, 700, "Bifall")])


def _zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The Word file with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(DOCX)) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    return _zipped({**files, name: change(files[name])})


def _locked_zip() -> bytes:
    """The Word file with its parts marked as encrypted."""
    data = bytearray(DOCX)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + place] |= 1
    return bytes(data)


def _of_length(data: bytes) -> bytes:
    """The list of an archive says that its largest part is larger than anything."""
    changed = bytearray(data)
    place = changed.find(b"PK\x01\x02")
    changed[place + 24 : place + 28] = (0xFFFF0000).to_bytes(4, "little")
    return bytes(changed)


ENTITY = b'<!DOCTYPE a [<!ENTITY a "b">]><w:document'
CASES = {
    "tom": ("I003", "a.pdf", b""),
    "pdf med lösenord": ("I004", "a.pdf", (HERE / "filer" / "skyddad.pdf").read_bytes()),
    "docx med lösenord": ("I004", "a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    "docx med krypterade delar": ("I004", "a.docx", _locked_zip()),
    "avbruten pdf": ("I005", "a.pdf", PDF[: len(PDF) // 2]),
    "pdf utan innehåll": ("I005", "a.pdf", b"%PDF-1.4\nhej\n%%EOF"),
    "avbruten docx": ("I005", "a.docx", DOCX[: len(DOCX) // 2]),
    "docx utan delar": ("I005", "a.docx", _zipped({"word/document.xml": b"<w/>"})),
    "docx med bruten xml": ("I005", "a.docx", _changed("word/document.xml", lambda data: data[:-40])),
    "inskannad": ("I006", "a.pdf", pdf([], pictures=[1])),
    "doc": ("I007", "a.doc", OLE + "WordDocument".encode("utf-16-le")),
    "doc kallad docx": ("I007", "a.docx", OLE + "WordDocument".encode("utf-16-le")),
    "rtf": ("I007", "a.rtf", b"{\\rtf1 hej}"),
    "odt": ("I007", "a.odt", _zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})),
    "xlsx": ("I007", "a.xlsx", _zipped({"xl/workbook.xml": b"<a/>"})),
    "pptx": ("I007", "a.pptx", _zipped({"ppt/presentation.xml": b"<a/>"})),
    "zip": ("I007", "a.zip", _zipped({"protokoll.pdf": PDF})),
    "gzip": ("I007", "a.gz", b"\x1f\x8b\x08" + bytes(30)),
    "mhtml": ("I007", "a.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nhej"),
    "png": ("I008", "a.png", b"\x89PNG\r\n\x1a\n" + bytes(40)),
    "jpeg kallad pdf": ("I008", "a.pdf", b"\xff\xd8\xff\xe0" + bytes(40)),
    "skräp": ("I009", "a.txt", bytes(range(256)) * 8),
    "uppackningsbomb": ("I010", "a.docx", _zipped({"word/document.xml": bytes(60_000_000)})),
    "bomb som ljuger": ("I010", "a.docx", _of_length(DOCX)),
    "xml som vecklar ut sig": (
        "I010", "a.docx",
        _changed("word/document.xml", lambda data: data.replace(b"<w:document", ENTITY)),
    ),
    "för mycket text": ("I011", "a.txt", b"ord och rad\n" * (MAX_TEXT // 12 + 1)),
    "för många sidor": ("I011", "a.pdf", pdf(*[[]] * 3001)),
    "blank text": ("I012", "a.txt", b" \n\n "),
    "blank docx": ("I012", "a.docx", BLANK),
    "blank pdf": ("I012", "a.pdf", pdf([])),
    "pdf kallad docx": ("I013", "a.docx", PDF),
    "docx kallad pdf": ("I013", "a.pdf", DOCX),
    "html kallad txt": ("I013", "a.txt", b"<!DOCTYPE html><p>hej"),
    "text kallad pdf": ("I013", "a.pdf", b"hej"),
    "namnlösa bokstäver": ("I014", "a.pdf", pdf([Text(72, 700, "hemlig skrift", nameless=True)])),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_can_not_be_read_is_refused_with_its_reason(case: str) -> None:
    """Each bad file gives the code of its trouble, with a message and a cure in Swedish."""
    code, name, data = CASES[case]
    with pytest.raises(Refused) as found:
        extract(name, data)
    said = found.value.diagnostic
    assert (said.code, said.position.path) == (code, name), said.message
    assert said.message
    assert said.cure


def test_files_are_judged_by_size_before_they_are_read(tmp_path: Path) -> None:
    """A file of 500 MB is refused unread, and so is what is no file."""
    large = tmp_path / "stor.pdf"
    with large.open("wb") as stream:
        stream.truncate(500_000_000)
    said = []
    for path in (large, tmp_path, tmp_path / "borta.pdf", tmp_path / "x\0y"):
        with pytest.raises(Refused) as found:
            read_file(path)
        said.append(found.value.diagnostic.code)
    assert said == ["I002", "I001", "I001", "I001"]
    with pytest.raises(Refused, match="större än 100 MB"):
        extract("stor.txt", b"a" * (MAX_BYTES + 1))
    small = tmp_path / "liten.txt"
    small.write_bytes(b"hej")
    assert read_file(small) == b"hej"


def test_every_code_has_a_case() -> None:
    """No reason is without a case, and none is used that is not listed."""
    assert {code for code, _, _ in CASES.values()} | {"I001", "I002"} == set(CODES)
    with pytest.raises(KeyError):
        refused("a", "I999", "", "")


def test_a_file_with_an_unknown_ending_is_read_by_what_it_is() -> None:
    """What a file is shows in its content; only a name that says another kind is a fault."""
    kinds = [extract(name, data).format for name, data in (("a", PDF), ("A.PDF", PDF), ("a.old", DOCX), ("b", b"hej"))]
    assert kinds == ["pdf", "pdf", "docx", "text"]


def _spoilt(data: bytes, edits: list[tuple[int, bytes]], cut: int) -> bytes:
    spoilt = bytearray(data)
    for place, new in edits:
        at = place % len(spoilt)
        spoilt[at : at + len(new)] = new
    return bytes(spoilt[: len(spoilt) - cut % len(spoilt)])


_EDITS = st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=6)), max_size=12)
_CUT = st.sampled_from([0, 0, 0, 1, 50, 5000])
_DOCUMENTS = sorted(path for path in (HERE / "dokument").iterdir() if path.suffix in (".pdf", ".docx", ".html", ".txt"))


def _is_read_or_refused(name: str, data: bytes) -> None:
    try:
        found = extract(name, data)
    except Refused:
        return
    assert any(line.text for line in found.lines)
    assert not any("\n" in line.text for line in found.lines)


@antal_exempel(60)
@given(st.sampled_from(_DOCUMENTS), _EDITS, _CUT)
def test_spoilt_documents_are_read_or_refused(path: Path, edits: list[tuple[int, bytes]], cut: int) -> None:
    """Real documents with bytes changed and cut off raise nothing but a refusal."""
    _is_read_or_refused(path.name, _spoilt(path.read_bytes(), edits, cut))


_PARTS = (
    "word/document.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)
_WORDS = st.sampled_from(
    [
        b"w:p",
        b"w:tbl",
        b"w:tc",
        b"w:r",
        b"w:sdt",
        b"w:numId",
        b"w:ilvl",
        b'"9"',
        b'"-1"',
        b'"99999999999"',
        b'"x"',
        b"/>",
        b"<",
    ]
)


@antal_exempel(60)
@given(st.sampled_from(_PARTS), st.lists(st.tuples(_WORDS, _WORDS, st.integers(1, 9)), min_size=1, max_size=4))
def test_word_files_of_the_wrong_shape_are_read_or_refused(part: str, swaps: list[tuple[bytes, bytes, int]]) -> None:
    """A Word file whose parts hang together in other ways than Word's raises nothing but a refusal."""

    def change(data: bytes) -> bytes:
        for old, new, count in swaps:
            data = data.replace(old, new, count)
        return data

    _is_read_or_refused("a.docx", _changed(part, change))


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a"]), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, name: str, page: bool) -> None:
    """So does whatever else comes."""
    _is_read_or_refused(name, (b"<html><table><li>" if page else b"") + data)


def test_elements_without_end_are_refused_or_read() -> None:
    """A page of elements inside elements does not take the reader down."""
    _is_read_or_refused("a.html", b"<html>" + b"<div><ul><li>" * 20_000 + b"hej")
    _is_read_or_refused("a.html", b"<html>" + b"<b><span>" * 20_000 + b"hej")


def test_an_archive_whose_list_can_not_be_read_has_no_names() -> None:
    """What is no archive is not one."""
    assert packed.names(b"PK\x03\x04") is None


@given(st.sampled_from(_DOCUMENTS))
def test_an_extract_comes_back_from_its_text(path: Path) -> None:
    """What was dumped is loaded as it was."""
    found = extract(path.name, path.read_bytes())
    assert load(dump(found)) == found


@given(st.integers(0, 10**6), st.characters())
def test_a_damaged_text_is_no_extract(place: int, char: str) -> None:
    """A single changed character, a cut and another version are seen."""
    whole = dump(_small())
    at = place % len(whole)
    spoilt = whole[:at] + char + whole[at + 1 :]
    assert load(spoilt) is None or spoilt == whole
    assert load(whole[:at]) is None or not whole[at:].strip()
    assert load(whole.replace(version(), "0" * len(version()), 1)) is None


def _small() -> Extract:
    return extract("a.txt", "§ 1 Val\nAnna Berg (S)".encode())


def test_the_name_in_the_cache_is_of_document_and_program() -> None:
    """Another document and another program have another place."""
    small = _small()
    assert cache_name(small.sha256) == f"{small.sha256}-{version()}.json"
