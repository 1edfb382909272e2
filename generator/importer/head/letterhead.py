"""Whose paper a document is written on: the kommun or region that its head names beside the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.archive.namn import normal
from generator.importer.extract.line import Line

_NAME = (
    r"(?P<namn>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:kommun|Kommun|KOMMUN|stad|STAD)|(?:Region|REGION) [A-ZÅÄÖ][\w-]+)"
)
_FIRST = re.compile(rf"{_NAME}(?=$|\t|\s+[A-ZÅÄÖ\d])")
_LAST = re.compile(rf"(?:nämnd|styrelse|utskott|fullmäktige|råd|beredning)\w*(?: i|,| för) {_NAME}$", re.IGNORECASE)
_GENITIVE = re.compile(r"s?\s+(?:kommun|stad)$", re.IGNORECASE)
_HEAD = 8


def owner(lines: Iterable[Line], removed: Iterable[Line]) -> str:
    """The one authority that the first lines of a document or its running heads name; empty for none or several."""
    head = [line for line in lines if line.text][:_HEAD]
    names = {normal(name): name for line in (*removed, *head) for name in _named(line.text)}
    return next(iter(names.values())) if len(names) == 1 else ""


def _named(text: str) -> Iterator[str]:
    for pattern in (_FIRST.match, _LAST.search):
        if found := pattern(" ".join(text.split(" ")).strip()):
            yield _written(found["namn"])


def _written(name: str) -> str:
    """The name as in running text: ``EKEBY KOMMUN`` is ``Ekeby kommun``."""
    first, _, last = (name.title() if name.isupper() else name).rpartition(" ")
    return f"{first} {last.lower()}" if last.lower() in {"kommun", "stad"} else f"{first} {last}"


def called(name: str) -> tuple[str, ...]:
    """The forms by which an authority may be known, normal: ``ekebys kommun``, ``ekebys``, ``ekeby``."""
    place = re.sub(r"\s+(?:kommun|stad)$", "", name, flags=re.IGNORECASE)
    return tuple(dict.fromkeys(map(normal, (name, place, _GENITIVE.sub("", name)))))
