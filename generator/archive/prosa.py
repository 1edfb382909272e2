"""Links in running text: those written ``[[…]]``, and diarienummer and §§ with a date that stand there plainly."""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.model.referens import LANK

_PARAGRAF_DATUM = re.compile(r"§\s*(?P<nr>\d{1,6})(?:\s+(?:den\s+)?|,\s*)(?P<datum>\d{4}-\d{2}-\d{2})(?![\d-])")
_DATUM_PARAGRAF = re.compile(r"(?<![\d-])(?P<datum>\d{4}-\d{2}-\d{2}),?\s+§\s*(?P<nr>\d{1,6})(?!\d)")
_WORD = re.compile(r"[\w-]+|[^\w\s-]")
_SIGN_ENDS = re.compile(r"[\s\d]")
_FEW = 50


@dataclass(frozen=True, slots=True)
class Stycke:
    """A piece of a text: plain (`mal` None), or a link to `mal` shown as `text`; `skriven` when somebody wrote it so.

    `ratext` is the piece as it stands in the record. A link without a text of its own has `text` empty.
    """

    text: str
    mal: str | None = None
    skriven: bool = False
    ratext: str = ""


FindItem = Callable[[str, int], str | None]
"""From a day (``2024-04-19``) and a § number to the id of the only item that it can mean, or None."""


class Lankare:
    """Finds the links of a text. `numbers` are the diarienummer that mean exactly one case, in order."""

    def __init__(self, numbers: Iterable[str], find_item: FindItem) -> None:
        self._find_item = find_item
        self._numbers: dict[str, list[str]] = defaultdict(list)
        for number in sorted(set(numbers), key=lambda one: (-len(one), one)):
            self._numbers["".join(number.split())].append(number)
        signs = {_SIGN_ENDS.split(number, maxsplit=1)[0] for number in numbers}
        self._signs = signs if len(signs) < _FEW else {""}
        self.numbers = tuple(sorted(set(numbers)))
        self._beginnings = {beginning for number in numbers for beginning in _beginnings(number)}

    def with_items(self, find_item: FindItem) -> Lankare:
        """The same, with another way to find an item."""
        other = copy.copy(self)
        other._find_item = find_item
        return other

    def stycken(self, text: str) -> tuple[Stycke, ...]:
        """The text in pieces; joined `ratext` gives the text again."""
        if "[[" not in text:
            return tuple(self._plain(text))
        pieces: list[Stycke] = []
        last = 0
        for found in LANK.finditer(text):
            pieces += self._plain(text[last : found.start()])
            pieces.append(Stycke((found["text"] or "").strip(), found["mal"].strip(), True, found.group()))
            last = found.end()
        return (*pieces, *self._plain(text[last:]))

    def lankar(self, text: str) -> tuple[Stycke, ...]:
        """The links alone: most texts have none, and need not be taken to pieces."""
        if "[[" not in text and "§" not in text and not any(map(text.__contains__, self._signs)):
            return ()
        return tuple(piece for piece in self.stycken(text) if piece.mal is not None)

    def _plain(self, text: str) -> Iterator[Stycke]:
        last = 0
        for start, end, target in self._matches(text):
            if start > last:
                yield Stycke(text[last:start], ratext=text[last:start])
            yield Stycke(text[start:end], target, False, text[start:end])
            last = end
        if last < len(text):
            yield Stycke(text[last:], ratext=text[last:])

    def _matches(self, text: str) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        for pattern in (_PARAGRAF_DATUM, _DATUM_PARAGRAF) if "§" in text else ():
            for match in pattern.finditer(text):
                if target := self._find_item(match["datum"], int(match["nr"])):
                    found.append((*match.span(), target))
        found += [(*match.span(), match.group()) for match in self._diarienummer(text)]
        return _without_overlap(sorted(found)) if found else found

    def _diarienummer(self, text: str) -> Iterator[re.Match[str]]:
        """The longest diarienummer at each word, found through the words themselves: the numbers may be thousands.

        Most texts have none of the signs (``KS``, ``HSF``) that the numbers begin with, and no word that begins any.
        """
        if not any(map(text.__contains__, self._signs)) or self._beginnings.isdisjoint(_WORD.findall(text)):
            return
        words = list(_WORD.finditer(text))
        for index, first in enumerate(words):
            longest, joined = None, ""
            for end in range(index, len(words)):
                joined += words[end].group()
                if joined not in self._beginnings:
                    break
                hits = (_printed(number).match(text, first.start()) for number in self._numbers.get(joined, ()))
                longest = next(filter(None, hits), longest)
            if longest:
                yield longest


def halv_lank(text: str) -> tuple[str, int] | None:
    """The first bracket of a link (``[[`` or ``]]``) that is in no whole one, and which of its equals it is."""
    if "[[" not in text and "]]" not in text:
        return None
    rest = LANK.sub(lambda link: "\0" * len(link.group()), text)
    found = min(((rest.find(sign), sign) for sign in ("[[", "]]") if sign in rest), default=None)
    return (found[1], text.count(found[1], 0, found[0])) if found else None


def _beginnings(number: str) -> Iterator[str]:
    """A diarienummer up to each place where a word of it can end in a text, printed with its spaces or without."""
    joined, end = "".join(number.split()), 0
    yield from (joined[: found.end()] for found in _WORD.finditer(joined))
    for part in number.split():
        end += len(part)
        yield joined[:end]


@cache
def _printed(number: str) -> re.Pattern[str]:
    """A diarienummer as a text may print it: with its spaces or without."""
    parts = r"\s?".join(map(re.escape, number.split()))
    return re.compile(rf"(?<![\w-]){parts}(?![\w-])")


def _without_overlap(matches: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for match in matches:
        if not kept or match[0] >= kept[-1][1]:
            kept.append(match)
    return kept
