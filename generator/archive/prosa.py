"""Links in running text: those written ``[[…]]``, and diarienummer and §§ with a date that stand there plainly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.model.referens import LANK

_PARAGRAF_DATUM = re.compile(r"§\s*(?P<nr>\d+)(?:\s+(?:den\s+)?|,\s*)(?P<datum>\d{4}-\d{2}-\d{2})(?![\d-])")
_DATUM_PARAGRAF = re.compile(r"(?<![\d-])(?P<datum>\d{4}-\d{2}-\d{2}),?\s+§\s*(?P<nr>\d+)(?!\d)")


@dataclass(frozen=True)
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
    """Finds the links of a text. `numbers` are the diarienummer that mean exactly one case."""

    def __init__(self, numbers: Iterable[str], find_item: FindItem) -> None:
        self._find_item = find_item
        spaced = sorted((r"\s?".join(map(re.escape, number.split())) for number in numbers), key=lambda n: (-len(n), n))
        self._numbers = re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])") if spaced else None

    def stycken(self, text: str) -> tuple[Stycke, ...]:
        """The text in pieces; joined `ratext` gives the text again."""
        pieces: list[Stycke] = []
        last = 0
        for found in LANK.finditer(text):
            pieces += self._plain(text[last : found.start()])
            pieces.append(Stycke((found["text"] or "").strip(), found["mal"].strip(), True, found.group()))
            last = found.end()
        return (*pieces, *self._plain(text[last:]))

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
        for pattern in (_PARAGRAF_DATUM, _DATUM_PARAGRAF):
            for match in pattern.finditer(text):
                if target := self._find_item(match["datum"], int(match["nr"])):
                    found.append((*match.span(), target))
        if self._numbers:
            found += [(*match.span(), match.group()) for match in self._numbers.finditer(text)]
        return _without_overlap(sorted(found))


def _without_overlap(matches: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for match in matches:
        if not kept or match[0] >= kept[-1][1]:
            kept.append(match)
    return kept
