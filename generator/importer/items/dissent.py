"""Yrkanden, reservationer, jäv, those who do not take part, and notes to the protokoll: the words and who said them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from generator.importer.extract.line import Line
from generator.importer.printed.chunks import Chunk, chunks
from generator.importer.printed.persons import NAME, PARTY, parties, people, without_substitutes
from generator.importer.printed.sentences import sentences

_CLAIMS = re.compile(
    r"\b(?:yrkar|yrkade|yrkat|föreslår|föreslog|instämmer|instämde|biträder|tillstyrker|bifaller|begär|begärde|"
    r"hemställer|ställer sig bakom)\b",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(rf"(?:\w+ )?{NAME} ?{PARTY}:\s")
_PERSON = rf"{NAME} ?{PARTY}"
_AGREEING = re.compile(
    rf"\b(?:instämmande|bifall|stöd) (?:av|från) (?P<vilka>{_PERSON}(?:(?:, | och |, samt | samt ){_PERSON})*)"
)
_ACTS_FIRST = re.compile(
    rf"{NAME} ?{PARTY}[^.]{{0,160}}?\b(?:reserverar|anmäler|lämnar|avger|instämmer|ansluter|biträder|deltar|avstår)\b"
)
_ORDER = re.compile(r"\bi (?:första|andra|tredje|fjärde|sista) hand\b", re.IGNORECASE)
RESERVES = re.compile(r"\breserver(?:ar|ade|at)\b|\breservation\b", re.IGNORECASE)
_NOTED = re.compile(r"\b(?:protokolls|röst)?anteckning|\bsärskilt yttrande|\btill protokollet\b", re.IGNORECASE)
JAV = re.compile(r"\bjäv(?:ig|iga)?\b", re.IGNORECASE)
JAV_OR_OUT = re.compile(
    r"\bjäv(?:ig|iga)?\b|\bdelt(?:ar|og) (?:inte|ej)\b|\blämnar (?:lokalen|salen|sammanträdet)\b", re.IGNORECASE
)
NOT_PART = re.compile(
    r"\b(?:delt(?:ar|og) (?:inte|ej|varken)|avst(?:år|od) från att (?:delta|rösta)|avst(?:år|od) från (?:beslutet|"
    r"omröstningen|handläggningen))",
    re.IGNORECASE,
)
_ABSTAINS = re.compile(r"\bavst(?:år|od|ått)\b", re.IGNORECASE)
_ACTS = re.compile(r"\b(?:reserver|jäv|delt|avst|yrka)", re.IGNORECASE)
_YRKAR = re.compile(r"\b(?:yrkar|yrkade)\b", re.IGNORECASE)
_NONE = re.compile(r"(?:ing(?:en|a|et)|nej|—|-)\b.{0,60}", re.IGNORECASE)
Found = list[tuple[dict[str, Any], int]]


def claims(lines: Sequence[Line], names: Collection[str]) -> Found:
    """The yrkanden under a heading: one for each sentence that says who yrkar what, with the satser that follow it."""
    grouped: list[tuple[str, int]] = []
    for chunk in chunks(lines, att=True):
        for place, sentence in enumerate(_sentences(chunk)):
            acts = _CLAIMS.search(sentence) and not sentence.lower().startswith("att ")
            begins = acts or _NAMED_FIRST.match(sentence)
            if grouped and not begins:
                grouped[-1] = (f"{grouped[-1][0]}{_join(chunk, place)}{sentence}", grouped[-1][1])
            else:
                grouped.append((sentence, chunk.line))
    return [(_claim(text, names), line) for text, line in grouped]


def _sentences(chunk: Chunk) -> list[str]:
    return sentences(chunk.text) or [chunk.text]


def _join(chunk: Chunk, place: int) -> str:
    if place:
        return " "
    return "\n\n" if not (chunk.bullet or chunk.nr) else f"\n\n{chunk.nr or '-'} "


def _claim(text: str, names: Collection[str]) -> dict[str, Any]:
    """A yrkande with who made it and, where it is one step of several, which (``i första hand``)."""
    claim: dict[str, Any] = {"text": text.strip(), **_who(text.split("\n\n", maxsplit=1)[0], names)}
    orders = _ORDER.findall(text)
    if len(orders) == 1:
        claim["ordning"] = orders[0].lower()
    return claim


def _who(text: str, names: Collection[str]) -> dict[str, Any]:
    """Those who act in a sentence: the persons and groups before its verb, else all that it names."""
    verb = _CLAIMS.search(text)
    subject = text[: verb.start()] if verb else text
    subject += "".join(f" {one['vilka']}" for one in _AGREEING.finditer(text[len(subject) :]))
    persons, groups = people(subject, names), parties(subject)
    if not persons and not groups:
        persons, groups = people(text, names) if not verb else [], parties(text) if not verb else []
    return {key: value for key, value in (("av", persons), ("partier", groups)) if value}


def statements(
    lines: Sequence[Line], names: Collection[str], act: re.Pattern[str] | None = None, slag: str | None = None
) -> Found:
    """One entry for each paragraph under a heading, with the persons and groups that it names.

    With `act`, those of its sentences that tell of it say who; others may name a substitute.
    """
    out: Found = []
    for text, line in _paragraphs(lines):
        if not _NONE.fullmatch(text):
            acting = " ".join(one for one in sentences(text) if act and act.search(one))
            out.append(
                (
                    {
                        "text": text,
                        **({"slag": slag} if slag else {}),
                        **(_all_who(acting, names) or _all_who(text, names)),
                    },
                    line,
                )
            )
    return out


def _paragraphs(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """Paragraphs; one that names nobody and begins no statement goes on with the one before."""
    out: list[tuple[str, int]] = []
    for chunk in chunks(_one_by_one(lines)):
        text = chunk.text
        names_someone = people(text, ()) or parties(text)
        if out and not names_someone:
            joint = "\n\n- " if chunk.bullet else f"\n\n{chunk.nr} " if chunk.nr else "\n\n"
            out[-1] = (f"{out[-1][0]}{joint}{text}", out[-1][1])
        else:
            out.append((text, chunk.line))
    return out


def _one_by_one(lines: Sequence[Line]) -> list[Line]:
    """The lines, a blank one before each that begins with a person who acts, where the one above ends a sentence."""
    out: list[Line] = []
    for line in lines:
        if out and out[-1].text.endswith(".") and _ACTS_FIRST.match(line.text):
            out.append(Line("", line.number))
        out.append(line)
    return out


def _all_who(text: str, names: Collection[str]) -> dict[str, Any]:
    text = without_substitutes(text)
    persons, groups = people(text, names), parties(text)
    return {key: value for key, value in (("av", persons), ("partier", groups)) if value}


def reserved_or_noted(entries: Found) -> dict[str, Found]:
    """The entries below a heading for both reservationer and notes to the protokoll, each in its field."""
    noted = [one for one in entries if _NOTED.search(one[0]["text"]) and not RESERVES.search(one[0]["text"])]
    return {"reservationer": [one for one in entries if one not in noted], "anteckningar": noted}


def abstaining(entries: Found) -> Found:
    """Entries of those who do not take part, with `avstar` where they are said to abstain."""
    return [({**one, "avstar": "ja"} if _ABSTAINS.search(one["text"]) else one, line) for one, line in entries]


def without_groups(entries: Found) -> Found:
    """Entries that know persons only (jäv): party groups are left to the text."""
    return [({key: value for key, value in one.items() if key != "partier"}, line) for one, line in entries]


def in_text(text: str, names: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """What running text says without a heading: who reserverar sig, is jävig, does not take part, yrkar."""
    out: dict[str, list[dict[str, Any]]] = {"yrkanden": [], "reservationer": [], "jav": [], "deltar_inte": []}
    for sentence in sentences(text) if _ACTS.search(text) else ():
        if not _ACTS.search(sentence):
            continue
        who = _all_who(sentence, names)
        if not who:
            continue
        if RESERVES.search(sentence) and re.search(r"\breserver\w+", sentence):
            out["reservationer"].append({"text": sentence, **who})
        elif JAV.search(sentence) and "av" in who:
            out["jav"].append({"text": sentence, "av": who["av"]})
        elif NOT_PART.search(sentence):
            found = abstaining([({"text": sentence, **who}, 0)])
            out["deltar_inte"].append(found[0][0])
        elif _YRKAR.search(sentence):
            out["yrkanden"].append(_claim(sentence, names))
    return {key: value for key, value in out.items() if value}
