"""Diarienummer in all their printed forms. A number is kept as printed; what its parts mean is not guessed."""

from __future__ import annotations

import re

_NO_UNIT = (
    r"(?!(?:SOU|SFS|DS|PROP|BET|SKR|DIR|JO|JK|RÅ|HFD|MÖD|NJA|EU|EG|ISO|SS|EN|AFS|BFS|FFS|HSLF|LVFS|SOSFS|TSFS|MSBFS)\b)"
)
"""Letters of laws, reports, courts and standards, whose numbers look like diarienummer."""
_UNIT = rf"{_NO_UNIT}[A-ZÅÄÖ]{{2,6}}"
_WITH_UNIT = (
    rf"{_UNIT}\d{{6,8}}(?![\d/])"
    rf"|{_UNIT}[ /-]?(?:19|20)\d{{2}}[/:-]\d{{1,6}}(?:[-/:.]\d{{1,4}})*"
    rf"|{_UNIT}[ -]?\d{{2}}/\d{{1,5}}"
    rf"|(?:19|20)\d{{2}}/{_UNIT} ?\d{{2,6}}(?: \d{{2,3}})?"
    rf"|(?:19|20)\d{{2}}-{_UNIT}-\d{{1,6}}"
    rf"|{_UNIT}/\d{{1,6}}/(?:19|20)\d{{2}}"
)
_BARE = (
    r"\d{4,6}/(?:19|20)\d{2}[\d.]*|(?:19|20)\d{2}/\d{1,6}(?:[-/.]\d{1,5})*(?!:\d)|\d{3,6}/\d{2}|(?:19|"
    r"20)\d{2}-\d{4,6}"
)
_LABEL = r"(?:(?:ärendets?\s+)?(?:d\.?\s?nr|diarie\s?(?:nr|nummer)|ärende\s?(?:nr|nummer))\b\.?\s*:?\s*)"
_LINE_LABEL = rf"(?:{_LABEL}|(?:ärende|diarium|referens|ref)\b\.?\s*:?\s+)"
_NUMBER = rf"(?:{_WITH_UNIT}|{_BARE})"
_ANY = re.compile(
    rf"(?<![\w/-])(?:(?i:{_LABEL})(?P<labelled>{_UNIT}?[ /]?{_NUMBER}|\S*\d[\w/:.-]*\d)|(?P<unit>{_WITH_UNIT}))(?![\w])"
)
_LINE = re.compile(rf"(?i:{_LINE_LABEL})?\(?(?P<all>{_NUMBER}(?:\s*(?:,|;|och|samt|/|\s)\s*{_NUMBER})*)\)?")
_ONE = re.compile(_NUMBER)
_RIKSMOTE = re.compile(r"(?:skrivelse|proposition(?:en)?|prop\.|skr\.|bet\.|motion)\s*$", re.IGNORECASE)


def case_numbers(text: str) -> list[str]:
    """The diarienummer in a text that are clear by their form or by the word before them, each once, as printed."""
    found = []
    for match in _ANY.finditer(text):
        number = (match["labelled"] or match["unit"]).strip()
        if not _RIKSMOTE.search(text[: match.start()]) and number not in found:
            found.append(number)
    return found


def line_of_case_numbers(text: str) -> list[str]:
    """The diarienummer of a line that holds nothing else; empty where it holds something else."""
    text = text.strip().strip("*_").strip()
    match = _LINE.fullmatch(text)
    if match:
        return list(dict.fromkeys(_ONE.findall(match["all"])))
    labelled = re.fullmatch(rf"(?i:{_LABEL})(?P<nr>[\w/:.-]{{1,12}}(?: [\w/:.-]*\d[\w/:.-]*){{0,2}})", text)
    return [labelled["nr"]] if labelled and any(sign.isdigit() for sign in labelled["nr"]) else []
