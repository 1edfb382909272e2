"""Plain values to the model: what does not fit its field is kept as text, never lost, and told of.

The model judges the importer's values as it judges a registrar's. A value that it refuses falls back: a row that is no
person becomes the printed row alone, and anything else goes as text into the nearest part that has room for text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from generator.importer.reading import Doubt, Path
from generator.model.bas import Post
from generator.records.characters import CONTROL, INVISIBLE, LOST, PRIVATE, plain_spaces
from generator.svenska import slug

P = TypeVar("P", bound=Post)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_HIDDEN = re.compile("|".join((INVISIBLE.pattern, CONTROL.pattern, PRIVATE.pattern, "\ufffd")))
_MOST = 1000
_CELLS = frozenset({"kolumner", "rader"})


def fit(value: dict[str, Any], model: type[P]) -> tuple[dict[str, Any], P, list[Doubt]]:
    """The values as the model takes them, the record, and a doubt for each that had to fall back.

    `value` must not be used after: it is changed in place. Raises ValueError for what nothing can be made of, which no
    document does.
    """
    doubts: list[Doubt] = []
    value = _clean(value)
    for _ in range(_MOST):
        try:
            return value, model.model_validate(value), doubts
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            said = first.get("ctx", {}).get("vid", ())
            where = _real(value, (*first["loc"], *said))
            doubts.append(_mended(value, where, first["type"]))
    raise ValueError("the values can not be made into a record")


def _is_empty(value: Any) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


def _clean(value: Any, cells: bool = False) -> Any:
    """The value without what no record may hold: hidden characters, empty texts and lists; a cell may be empty."""
    if isinstance(value, dict):
        cleaned = {key: _clean(part, cells or key in _CELLS) for key, part in value.items()}
        return {key: part for key, part in cleaned.items() if not _is_empty(part)}
    if isinstance(value, list | tuple):
        parts = [_clean(part, cells) for part in value]
        return parts if cells else [part for part in parts if not _is_empty(part)]
    if value is None or isinstance(value, bool):
        return {None: None, True: "ja", False: "nej"}[value]
    text = unicodedata.normalize("NFC", plain_spaces(str(value)))
    return _sound(text).replace("\t", " ")


def _sound(text: str) -> str:
    """The text with lost letters found and hidden characters out, also where one stood within the other."""
    while (better := _HIDDEN.sub("", LOST.sub(_found_again, text))) != text:
        text = better
    return text


def _found_again(lost: re.Match[str]) -> str:
    """A letter that was saved as UTF-8 and read as Latin-1."""
    try:
        return lost[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return lost[0].encode("latin-1", "ignore").decode("utf-8", "ignore")


def _real(value: Any, loc: Sequence[str | int]) -> Path:
    """The way as far as it goes in the values; steps that only the model knows are passed over, a last key kept."""
    here, way = value, []
    for step in loc:
        inner = at(here, (step,))
        if inner is not None:
            way.append(step)
            here = inner
        elif isinstance(here, dict) and isinstance(step, str):
            way.append(step)
            break
    return tuple(way)


def at(value: Any, path: Path) -> Any:
    """What stands at a place; None where nothing does. A list of one may be its only entry."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        elif step != 0:
            return None
    return value


def _mended(value: dict[str, Any], path: Path, kind: str) -> Doubt:
    """The one value that the model refused, put so that it can stand."""
    if kind == "html":
        holder = at(value, path[:-1])
        holder[path[-1]] = _TAG.sub("< ", holder[path[-1]])
        return Doubt(path, 0, "Texten har vinkelparenteser, som inte får stå i en post; ett mellanslag är tillagt.")
    if kind == "rad_otolkad":
        return _row(value, path[:-1] if path[-1] == "rad" else path)
    if kind in {"punkt_utan_nr", "nr_form"}:
        item = path[:-1] if path[-1:] == ("nr",) else path
        return _anchored(value, item)
    if kind == "tabell_ojamn":
        return _evened(value, path[: path.index("rader")])
    if kind == "missing" and path[-1] == "rubrik" and at(value, path[:-1]) is not None:
        return _titled(value, path[:-1])
    return _as_text(value, path)


def _row(value: dict[str, Any], path: Path) -> Doubt:
    """A row or a name that the grammar can not read: the printed words, and nobody."""
    row = at(value, path)
    printed = row if isinstance(row, str) else row["rad"]
    key = "platshallare" if path[-2] in _LISTS else "grupp"
    at(value, path[:-1])[path[-1]] = {"rad": printed, key: "ja"}
    return Doubt(path, 0, "Raden går inte att läsa som en person. Är den någon, skriv 'namn' i stället.")


_LISTS = frozenset(
    {
        *("ledamoter", "ersattare", "ovriga", "beslutande", "fortroendevalda", "ej_tjanstgorande"),
        *("narvarande", "forhinder", "franvarande"),
    }
)


def _anchored(value: dict[str, Any], path: Path) -> Doubt:
    item = at(value, path)
    item["ankare"] = slug(item.get("nr") or item.get("rubrik") or "") or f"punkt-{int(path[-1]) + 1}"
    return Doubt((*path, "ankare"), 0, "Punkten har inget nummer som går att läsa; ankaret blir dess adress.")


def _evened(value: dict[str, Any], path: Path) -> Doubt:
    table = at(value, path)
    width = max([len(table.get("kolumner", ())), *(len(row) for row in table["rader"])])
    for row in (table["kolumner"], *table["rader"]):
        row.extend([""] * (width - len(row)))
    return Doubt(path, 0, "Tabellens rader är olika långa; tomma celler är tillagda sist.")


def _titled(value: dict[str, Any], path: Path) -> Doubt:
    part = at(value, path)
    part["rubrik"] = part.get("nr") or "(utan rubrik)"
    return Doubt((*path, "rubrik"), 0, "Ingen rubrik är tryckt.")


def _as_text(value: dict[str, Any], path: Path) -> Doubt:
    """The words of a refused part, moved into the nearest part that has room for text."""
    while path and at(value, path) is None:
        path = path[:-1]
    part, holder = at(value, path), at(value, path[:-1])
    words = "\n\n".join(_words(part))
    if not path or holder is None:
        raise ValueError("the whole record is refused")
    if isinstance(holder, list):
        holder.pop(cast(int, path[-1]))
    else:
        del holder[path[-1]]
    home = _home(value, path[:-1])
    key = "text" if "punkter" in home or "underpunkter" in home else "anmarkning"
    room = at(value, home)
    if not words.strip():
        return Doubt(home, 0, f"Värdet av '{_name(path)}' gick inte att läsa in.")
    room[key] = "\n\n".join(filter(None, [room.get(key, ""), words]))
    return Doubt((*home, key), 0, f"Det här gick inte att läsa in som '{_name(path)}' och står därför som text.")


def _home(value: dict[str, Any], path: Path) -> Path:
    """The nearest item around a place, else its document, else the meeting."""
    for end in range(len(path), 0, -1):
        if isinstance(path[end - 1], int) and path[end - 2] in {"punkter", "underpunkter", "dokument"}:
            return path[:end]
    return ()


def _name(path: Path) -> str:
    return str(next((step for step in reversed(path) if isinstance(step, str)), ""))


def _words(part: Any) -> list[str]:
    if isinstance(part, dict):
        return [word for value in part.values() for word in _words(value)]
    if isinstance(part, list):
        return [word for value in part for word in _words(value)]
    return [str(part)]
