"""The leaves of a record: text, dates, times and numbers, read from the text that the registrar wrote.

Neither YAML's nor pydantic's reading of values is used: both guess (`18:30` becomes 1110, `no` becomes false).
Each type here takes text and nothing else, and answers a fault with an error type that `records.faults` can say
in Swedish.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_CLOCK = re.compile(r"(?:kl\.?\s*|klockan\s+)?(\d{1,2})[.:](\d{2})")
_TAG = re.compile(r"<(?=[A-Za-z/!?])[^>\n]*>?")


@dataclass(frozen=True)
class Marke:
    """A mark on a field type: the field holds running text, an address, or the name of a record of kind `slag`."""

    slag: str


PROSA = Marke("prosa")
REFERENS = Marke("referens")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text_vantad", "text expected")
    return value


def _line(value: Any) -> str:
    text = _text(value).strip()
    if not text:
        raise PydanticCustomError("tomt_varde", "empty value")
    return _without_html(" ".join(text.split()))


def _cell(value: Any) -> str:
    return _without_html(" ".join(_text(value).split()))


def _prose(value: Any) -> str:
    text = _text(value).strip("\n")
    if not text.strip():
        raise PydanticCustomError("tomt_varde", "empty value")
    return _without_html("\n".join(line.rstrip() for line in text.split("\n")))


def _without_html(text: str) -> str:
    if found := _TAG.search(text):
        raise PydanticCustomError("html", "raw html", {"tagg": found.group()})
    return text


def read_date(text: str) -> dt.date | None:
    """A day written ``2024-10-11``; None where it is not one or is not in the calendar."""
    found = _DATE.fullmatch(text.strip())
    try:
        return dt.date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def _date(value: Any) -> dt.date:
    text = _text(value)
    found = read_date(text)
    if found is None:
        known_form = _DATE.fullmatch(text.strip())
        raise PydanticCustomError("datum_finns_inte" if known_form else "datum_form", "date", {"varde": text})
    return found


def read_clock(text: str) -> dt.time | None:
    """A time of day written ``09:00``, ``9.00`` or ``kl. 09.00``; None where it is not one."""
    found = _CLOCK.fullmatch(text.strip())
    try:
        return dt.time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def _clock(value: Any) -> dt.time:
    found = read_clock(_text(value))
    if found is None:
        raise PydanticCustomError("klockslag_form", "time form", {"varde": value})
    return found


def _yes_no(value: Any) -> bool:
    word = _text(value).strip().lower()
    if word not in {"ja", "nej"}:
        raise PydanticCustomError("ja_nej", "ja or nej", {"varde": value})
    return word == "ja"


def _count(value: Any) -> int:
    text = _text(value).strip()
    if not re.fullmatch(r"\d{1,7}", text, re.ASCII):
        raise PydanticCustomError("heltal", "whole number", {"varde": value})
    return int(text)


def _identifier(value: Any) -> str:
    text = _text(value).strip()
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise PydanticCustomError("id_form", "identifier form", {"varde": value})
    return text


def _url(value: Any) -> str:
    text = _text(value).strip()
    if not re.fullmatch(r"https?://[^\s<>\"'\\]+", text):
        raise PydanticCustomError("lank_form", "link form", {"varde": value})
    return text


def _email(value: Any) -> str:
    text = _text(value).strip()
    if not re.fullmatch(r"[^@\s<>\"']+@[^@\s<>\"']+\.[a-z]{2,}", text):
        raise PydanticCustomError("epost_form", "e-mail form", {"varde": value})
    return text


def _file_hash(value: Any) -> str:
    text = _text(value).strip().lower()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise PydanticCustomError("sha256_form", "sha256 form", {"varde": value})
    return text


_STRING_OR_NUMBER = {"type": ["string", "number"]}

Enrad = Annotated[str, BeforeValidator(_line), WithJsonSchema(_STRING_OR_NUMBER)]
"""One line of text, as printed, with runs of white space made one."""

Cell = Annotated[str, BeforeValidator(_cell), WithJsonSchema({"type": ["string", "number", "null"]})]
"""One cell of a table: one line of text as printed, or nothing."""

Prosa = Annotated[str, BeforeValidator(_prose), PROSA, WithJsonSchema(_STRING_OR_NUMBER)]
"""Running text: paragraphs, lists and emphasis in Markdown, and links ``[[…]]``; never HTML."""

Referens = Annotated[str, BeforeValidator(_line), REFERENS, WithJsonSchema(_STRING_OR_NUMBER)]
"""An address inside the archive, as in ``[[…]]`` but without the brackets; see `referens`."""

Datum = Annotated[
    dt.date, BeforeValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
"""A day, written ``2024-10-11``."""

Klockslag = Annotated[dt.time, BeforeValidator(_clock), WithJsonSchema(_STRING_OR_NUMBER)]
"""A time of day, written ``09:00`` or ``9.00``."""

JaNej = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nej"]})]
"""``ja`` or ``nej``."""

Antal = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number from 0."""

Id = Annotated[str, BeforeValidator(_identifier), Field(json_schema_extra={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
"""The name of a record: lower case a–z, digits and hyphens."""

PersonId = Annotated[Id, Marke("person")]
OrganId = Annotated[Id, Marke("organ")]
HuvudmanId = Annotated[Id, Marke("huvudman")]
ArendeId = Annotated[Id, Marke("arende")]

Lank = Annotated[str, BeforeValidator(_url)]
"""A web address that begins with http:// or https://."""

Epost = Annotated[str, BeforeValidator(_email)]
"""An e-mail address."""

Kontrollsumma = Annotated[str, BeforeValidator(_file_hash)]
"""A SHA-256 sum, 64 hexadecimal digits."""
