"""From when to when a row says that a person was there, where it takes the rest of the document to know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.importer.attendance.lines import Why
from generator.model.falt import read_clock
from generator.model.narvarorad import DISTANS_SIST
from generator.model.omfang import read_omfang

_FILL = r"(?:\s+(?:mötet|sammanträdet|till|vid|under|efter|in|kl\.?|klockan|och med))*"
_WHEN = r"\s*(?:(?:§§?|punkt|paragraf)\s*(?P<{0}nr>\d{{1,4}})|(?:kl\.?|klockan)?\s*(?P<{0}tid>\d{{1,2}}[.:]\d{{2}}))"
_FROM = (
    r"(?P<franord>fr\.?(?:\s?o\.?\s?m\.?)?|fom|från(?: och med)?|(?<!lämnade )(?<!lämnar )efter"
    r"|anlän(?:der|de)|kom(?:mer)?|anslöt|ansluter|inträd(?:er|de))" + _FILL + _WHEN.format("fran")
)
_TO = (
    r"(?P<tillord>t\.?\s?o\.?\s?m\.?|till(?: och med)?|före|(?:lämna(?:r|de)|avvek|avviker|gick|går)"
    r"(?:\s+(?:mötet|sammanträdet))?(?:\s+(?:före|efter))?)" + _FILL + _WHEN.format("till")
)
_NUMBERS = r"§§?\s*\d[\d\s,–—-]*(?:\boch\s+(?:§\s*)?\d[\d\s–—-]*)?"
_NOT_THERE = r"(?:ej|inte|utom|frånvarande|delt(?:ar|og) (?:ej|inte)(?: i)?)(?:\s+(?:i|vid|under|på))?"
_JAV = (
    rf"(?:(?:{_NOT_THERE}\s+)?(?P<jav_fore>{_NUMBERS})[,\s]*\(?(?:på grund av|p\.?\s?g\.?\s?a\.?)?\s*jäv(?:ig)?"
    rf"|(?:anmäl(?:er|de) )?jäv(?:ig)?(?: i| vid| under| på|,)?\s*(?P<jav_efter>{_NUMBERS}))"
)
_PARTLY = r"(?:del av|delar av|delvis)"
_PART = (
    rf"(?:{_PARTLY}\s*(?P<del_fore>{_NUMBERS})"
    rf"|(?P<del_efter>{_NUMBERS})[,\s]*\(?{_PARTLY}(?:\s+(?:§(?:en)?|paragrafen))?)"
)
_OPENS = r"[,;]?\s*\(?(?:\b(?:deltar|deltog|närvarar|närvarande|tjänstgör|tjänstgjorde|tjg\.?)\s+)?\b"
_CLAUSE = re.compile(rf"{_OPENS}(?:{_FROM}|{_TO})\)?\s*$", re.IGNORECASE)
_JAV_CLAUSE = re.compile(rf"[,;]?\s*\(?(?:{_JAV}|{_PART})\)?\)?\s*$", re.IGNORECASE)
_TAIL = re.compile(rf",\s*(?P<nr>{_NUMBERS})$")
_IN_PARENTHESES = re.compile(r"\s*\(([^()]*(?:§|\d[.:]\d{2})[^()]*)\)$")
_LONGEST = 300
_UNREAD = re.compile(r"\s*[,;(]?\s*(?:[a-zåäö.]+\s+){0,4}(?=§|\bkl\b|\d{1,2}[.:]\d{2}\b)")


@dataclass(frozen=True)
class Presence:
    """The row without its times, the fields of the long form that they mean, and why to look at them."""

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    whys: tuple[Why, ...] = ()


def take_presence(text: str, numbers: tuple[int, int] | None) -> Presence:
    """The times off the end of a row. `numbers` are the first and the last § of the document, where it has any."""
    whys: list[Why] = []
    fields: dict[str, str] = {}
    if len(text) > _LONGEST:
        return Presence(text)
    if inside := _IN_PARENTHESES.search(text):
        text = f"{text[: inside.start()]}, {inside[1]}"
    afar = DISTANS_SIST.search(text)
    if afar and (_CLAUSE.search(text[: afar.start()]) or _JAV_CLAUSE.search(text[: afar.start()])):
        text, fields = text[: afar.start()], {"form": "distans"}
    if found := _JAV_CLAUSE.search(text):
        text = text[: found.start()].rstrip(" ,;(")
        said, whys = _jav(found)
        fields |= said
    numbered = _TAIL.search(text)
    if numbered and read_omfang(numbered["nr"]) and _CLAUSE.search(text[: numbered.start()]):
        text, fields["omfattar"] = text[: numbered.start()], numbered["nr"]
    bounds: dict[str, re.Match[str]] = {}
    while found := _CLAUSE.search(text):
        side = "fran" if found["franord"] else "till"
        if side in bounds:
            break
        bounds[side] = found
        text = text[: found.start()].rstrip(" ,;")
    fields |= _times(bounds)
    covered, why = _covered(bounds, numbers)
    if covered:
        fields["omfattar"] = covered
    return Presence(text, fields, (*whys, *why))


def cut_unread(text: str) -> tuple[str, str] | None:
    """A row before and from its first § or time, where nothing better is known; None where it has none."""
    found = _UNREAD.search(text)
    head = text[: found.start()].rstrip(" ,;(") if found else ""
    return (head, text[found.start() :].strip(" ,;(")) if found and head else None


def _jav(found: re.Match[str]) -> tuple[dict[str, str], list[Why]]:
    without = found["jav_fore"] or found["jav_efter"]
    printed = (without or found["del_fore"] or found["del_efter"]).strip(" ,")
    if read_omfang(printed) is None:
        return {}, [Why(f"”{found.group().strip(' ,;()')}” har inte kunnat läsas. Skriv vilka §§ det gäller.")]
    if without:
        return {"utom": printed}, [Why(f"Raden nämner jäv vid {printed}. Det är läst som frånvaro vid {printed}.")]
    return {"omfattar": printed}, [Why(f"Personen var bara med vid en del av {printed}.")]


def _times(bounds: dict[str, re.Match[str]]) -> dict[str, str]:
    found = {side: match[f"{side}tid"] for side, match in bounds.items() if match[f"{side}tid"]}
    return {side: time for side, time in sorted(found.items()) if read_clock(time)}


def _covered(bounds: dict[str, re.Match[str]], numbers: tuple[int, int] | None) -> tuple[str, list[Why]]:
    """The §§ that the bounds leave, as they would be printed, and a doubt where the document gives the other end."""
    first, last = (_bound(bounds.get(side), side) for side in ("fran", "till"))
    if first is None and last is None:
        return "", []
    printed = " ".join(match.group().strip(" ,;()") for _, match in sorted(bounds.items()))
    if numbers is None and (first is None or last is None):
        return "", [Why(f"”{printed}” går inte att räkna ut: dokumentets §§ är inte kända.")]
    low, high = (first, last) if numbers is None else (first or numbers[0], last or numbers[1])
    if low is None or high is None or low > high:
        return "", [Why(f"”{printed}” stämmer inte med dokumentets §§.")]
    text = f"§§ {low}–{high}" if low < high else f"§ {low}"
    return text, [Why(f"”{printed}” är läst som {text}.")] if first is None or last is None else []


def _bound(found: re.Match[str] | None, side: str) -> int | None:
    if found is None or not found[f"{side}nr"]:
        return None
    number, said = int(found[f"{side}nr"]), found[f"{side}ord"].lower()
    if side == "fran":
        return number + 1 if said.startswith("efter") else number
    return number - 1 if "före" in said else number
