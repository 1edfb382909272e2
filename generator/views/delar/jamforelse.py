"""Förslag against beslut, word by word: the same text, or exactly what differs. Computed by the archive, and said so.

Line breaks, kinds of dashes and quotation marks, the numbers of sentences and the stop at the end of one do not
count; every other sign does. Nothing is concluded about why a text was changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby, takewhile, zip_longest
from typing import Any, Literal

from generator.archive.archive import Archive
from generator.model.beslut import Sats
from generator.views.text import node_text

Slag = Literal["lika", "struket", "tillagt"]
Bit = tuple[Slag, str]
Step = tuple[str, int, int, int, int]

_ALIKE = 0.4
"""Two sentences with less in common than this are two sentences: one struck out, one added."""
_MOST = 60_000
"""Pairs of equal words that are searched; the search takes more than their number squared when all words are alike."""
_SAYS_SO = re.compile(r"(?:enligt|i enlighet med) (?:\S+ ){0,4}?\S*förslag(?:et|en)?\b", re.IGNORECASE)
_SHORT = 15
_FORMS = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), **dict.fromkeys("”“„»«", '"'), "\u2019": "'"}
)
_FORM = re.compile(f"[{''.join(map(chr, _FORMS))}]")


def jamforelse(archive: Archive, forslag: Sequence[Sats], beslut: Sequence[Sats], ur: str) -> dict[str, Any] | None:
    """How a beslut differs from the förslag, which stands in `ur` (``kallelsen``); None where there is no telling.

    Rival förslag are not set against the beslut word by word: it is said only whether the beslut is one of them. A
    beslut that refers to the förslag instead of repeating it says itself what it is.
    """
    decided = [_plain(archive, one.text) for one in beslut]
    if not forslag or not decided or _refers(decided):
        return None
    rivals = _by_proposer(archive, forslag)
    keys = _keys(decided)
    same = [who for who, texts in rivals if _keys(texts) == keys]
    rows = [] if same or len(rivals) > 1 else _rows(rivals[0][1], decided)
    return {"lika": bool(same), "av": next(iter(same), None) if len(rivals) > 1 else None, "ur": ur, "rader": rows}


def _refers(decided: Sequence[str]) -> bool:
    text = " ".join(decided)
    return len(text.split()) <= _SHORT and _SAYS_SO.search(text) is not None


def _by_proposer(archive: Archive, forslag: Sequence[Sats]) -> list[tuple[str | None, list[str]]]:
    """The sentences of each förslag: those in a row with the same proposer are one."""
    return [(who, [_plain(archive, one.text) for one in group]) for who, group in groupby(forslag, lambda one: one.av)]


def _plain(archive: Archive, text: str) -> str:
    """Running text as a reader sees it: links by their text, without signs of emphasis, on one line."""
    pieces = (one.text or _target(archive, one.mal) for one in archive.lankare.stycken(text))
    return " ".join("".join(pieces).replace("*", "").split())


def _target(archive: Archive, written: str | None) -> str:
    found = archive.register.sla_upp(written or "").nod
    return node_text(archive, found) if found else written or ""


def _keys(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in _words(text)[1]]


def _words(text: str) -> tuple[list[str], list[str]]:
    """The words as written and as compared; the stop at the end of the text is no part of what is compared."""
    written = text.split()
    alike = unicodedata.is_normalized("NFC", text) and not _FORM.search(text)
    compared = written[:] if alike else [unicodedata.normalize("NFC", word).translate(_FORMS) for word in written]
    if compared:
        compared[-1] = compared[-1].rstrip(".;,") or compared[-1]
    return written, compared


def _rows(before: Sequence[str], after: Sequence[str]) -> list[list[Bit]]:
    """Sentence by sentence, those that have changed word by word."""
    old, new = ([" ".join(_words(one)[1]) for one in side] for side in (before, after))
    rows: list[list[Bit]] = []
    for _, start, end, first, last in _steps(old, new):
        rows += [_sentence(*pair) for pair in zip_longest(before[start:end], after[first:last])]
    return rows


def _sentence(old: str | None, new: str | None) -> list[Bit]:
    if old is None or new is None:
        return [("tillagt", new)] if new is not None else [("struket", old or "")]
    (old_words, old_keys), (new_words, new_keys) = _words(old), _words(new)
    steps = _steps(old_keys, new_keys)
    same = sum(end - start for tag, start, end, *_ in steps if tag == "equal")
    if 2 * same < _ALIKE * (len(old_keys) + len(new_keys)):
        return [("struket", old), ("tillagt", new)]
    bits: list[Bit] = []
    for tag, start, end, first, last in steps:
        if tag == "equal":
            bits.append(("lika", " ".join(new_words[first:last])))
            continue
        bits += [("struket", " ".join(old_words[start:end]))] if end > start else []
        bits += [("tillagt", " ".join(new_words[first:last]))] if last > first else []
    return bits


def _steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """From one row of words to the other; what is too much to search finely is one step between equal ends."""
    counts = Counter(new)
    if sum(times * counts[word] for word, times in Counter(old).items()) <= _MOST:
        return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle: Step = ("replace", start, len(old) - end, start, len(new) - end)
    steps: list[Step] = [("equal", 0, start, 0, start), middle, ("equal", middle[2], len(old), middle[4], len(new))]
    return [one for one in steps if one[1] < one[2] or one[3] < one[4]]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
