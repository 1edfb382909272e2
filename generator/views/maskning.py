"""The last filter before anything is written: a masked person is nowhere named on the site.

It works on every page that is made and on every file, so none can forget it. What counts as a name is the head name,
every variant, the record's own id (it stands in addresses), and every printed form that the archive holds to be the
person. Where another person has the same name, that one is masked too: a name too many taken out is a lesser fault
than one left in. Files that are not text (a scanned PDF) are passed on as they are.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from generator.archive.archive import Archive
from generator.svenska import slug
from generator.views.artifacts import File, Page, Planned

BORTTAGET = "[namn borttaget]"
_MARKDOWN = "&#91;namn borttaget&#93;"
_IN_ADDRESS = "namn-borttaget"
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_GAP = r"(?:\s|[>*_]|\\n|%20|\+|&nbsp;|&#\d+;|\u00ad)+"
_HYPHEN = r"(?:[-\u2010\u2011\u00ad]|&#45;|\s)+"


def mask_pages(archive: Archive, planned: Iterable[Planned]) -> list[Planned]:
    """The plan with the names of masked persons replaced in its paths, and in its pages when they are made."""
    names = masked_names(archive)
    if not names:
        return list(planned)
    pattern, ids = _pattern(names), _ids_pattern(archive, names)
    masked = archive.delad("maskade", lambda _: {"namn": (pattern.pattern, ids.pattern)})

    def made(one: Planned) -> Page:
        masked["namn"]  # read by every page: where other names are taken out it is another page
        return _page(one.make(), pattern, ids)

    return [Planned(ids.sub(_IN_ADDRESS, one.path), partial(made, one), one.watched) for one in planned]


def mask_files(archive: Archive, files: Iterable[File]) -> Iterator[File]:
    """The files with the names of masked persons replaced; as they are where nobody is masked."""
    names = masked_names(archive)
    if not names:
        yield from files
        return
    pattern, ids = _pattern(names), _ids_pattern(archive, names)
    for one in files:
        yield _file(one, pattern, ids)


def masked_names(archive: Archive) -> tuple[str, ...]:
    """Every name under which a masked person is known, the longest first."""
    masked = {key: record.data for key, record in archive.personer.items() if record.data.maskad}
    if not masked:
        return ()
    names = {data.namn for data in masked.values()}
    names |= {variant.namn for data in masked.values() for variant in data.varianter}
    for row in archive.framtradanden:
        other = row.tolkning.ersatter
        names |= {row.tolkning.namn} if row.person in masked else set()
        names |= {other.namn} if other and row.ersatter in masked else set()
    names |= {one.tolkning.namn for one in archive.namngivningar if one.person in masked}
    return tuple(sorted((name for name in names if name.strip()), key=lambda name: (-len(name), name)))


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, however it is broken over lines or written as character references, with its genitive."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(_name(name) for name in names)})(?=s?(?![^\W_]))", re.IGNORECASE)


def _name(name: str) -> str:
    return _GAP.join(_HYPHEN.join(_word(part) for part in word.split("-") if part) for word in name.split())


def _word(word: str) -> str:
    return "".join(_character(character) for character in unicodedata.normalize("NFC", word))


def _character(character: str) -> str:
    """A character as a page or file may write it: itself, decomposed, as a reference, in JSON, in an address."""
    if character.isascii() and character.isalnum():
        return character
    forms = [
        re.escape(character),
        re.escape(unicodedata.normalize("NFD", character)),
        f"&#0*{ord(character)};",
        f"&#[xX]0*{ord(character):x};",
        re.escape(json.dumps(character)[1:-1]),
        re.escape("".join(f"%{byte:02X}" for byte in character.encode())),
    ]
    return f"(?:{'|'.join(dict.fromkeys(forms))})"


def _ids_pattern(archive: Archive, names: Iterable[str]) -> re.Pattern[str]:
    """The names as they stand in addresses."""
    ids = {key for key, record in archive.personer.items() if record.data.maskad} | {slug(name) for name in names}
    choices = "|".join(re.escape(one) for one in sorted(ids - {""}, key=lambda one: (-len(one), one)))
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")


def _page(page: Page, pattern: re.Pattern[str], ids: re.Pattern[str]) -> Page:
    """The page masked: its front matter in plain text, its body so that Markdown makes no link of the brackets."""
    found = _FRONT_MATTER.match(page.text)
    head, body = (found.group(), page.text[found.end() :]) if found else ("", page.text)
    masked = pattern.sub(BORTTAGET, ids.sub(_IN_ADDRESS, head)) + pattern.sub(_MARKDOWN, ids.sub(_IN_ADDRESS, body))
    return Page(ids.sub(_IN_ADDRESS, page.path), masked)


def _file(file: File, pattern: re.Pattern[str], ids: re.Pattern[str]) -> File:
    try:
        text = file.data.decode()
    except UnicodeDecodeError:
        return replace(file, path=ids.sub(_IN_ADDRESS, file.path))
    masked = pattern.sub(BORTTAGET, ids.sub(_IN_ADDRESS, text)).encode()
    return replace(file, path=ids.sub(_IN_ADDRESS, file.path), data=masked)
