"""Which kinds of record there are, in which folder each lies, and how a path becomes a record's id.

Identity is the path: ``content/sammantraden/<organ>/<datum>.yml`` is the meeting ``<organ>/<datum>``. There is no
``id`` key that could drift from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.anslag import FristaendeAnslag
from generator.model.arende import Arende
from generator.model.arkiv import Arkiv
from generator.model.bas import Post
from generator.model.ordlista import Ordlista
from generator.model.organ import Huvudman, Organ
from generator.model.person import Person
from generator.model.sammantrade import Sammantrade

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_DAY = r"\d{4}-\d{2}-\d{2}(?:-[2-9])?"


@dataclass(frozen=True)
class Kind:
    """One kind of record: its name (also of its schema), its model, and the pattern of its path below content/."""

    name: str
    model: type[Post]
    pattern: re.Pattern[str]
    place: str


KINDS = (
    Kind("arkiv", Arkiv, re.compile(r"(arkiv)\.yml"), "arkiv.yml"),
    Kind("ordlista", Ordlista, re.compile(r"(ordlista)\.yml"), "ordlista.yml"),
    Kind("huvudman", Huvudman, re.compile(rf"huvudman/({_SLUG})\.yml"), "huvudman/<namn>.yml"),
    Kind("organ", Organ, re.compile(rf"organ/({_SLUG})\.yml"), "organ/<namn>.yml"),
    Kind("person", Person, re.compile(rf"personer/({_SLUG})\.yml"), "personer/<fornamn-efternamn>.yml"),
    Kind(
        "sammantrade",
        Sammantrade,
        re.compile(rf"sammantraden/({_SLUG}/{_DAY})\.yml"),
        "sammantraden/<organ>/<ÅÅÅÅ-MM-DD>.yml",
    ),
    Kind("arende", Arende, re.compile(rf"arenden/({_SLUG})\.yml"), "arenden/<namn>.yml"),
    Kind("anslag", FristaendeAnslag, re.compile(rf"anslag/({_SLUG}/{_DAY})\.yml"), "anslag/<organ>/<ÅÅÅÅ-MM-DD>.yml"),
)
UTKAST = "utkast"
"""The folder of drafts: the same places as below content/, and ``oplacerade/`` for meetings without a place."""
BY_NAME = {kind.name: kind for kind in KINDS}


def kind_of(path: str) -> tuple[Kind, str] | None:
    """The kind and the id of the record at a path below content/; None where no record lies there."""
    for kind in KINDS:
        if found := kind.pattern.fullmatch(path):
            return kind, found[1]
    return None
