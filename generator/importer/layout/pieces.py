"""Lines cut and joined where print has run labels together or torn them apart.

A heading glued to a title, two labels with their values on one line, a label whose second half stands below its first
with the value between them: after this each label begins a line of its own and is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer.extract.line import Line
from generator.importer.layout.headings import heading
from generator.importer.printed.paragraphs import SOFT, join

_GLUED = re.compile(r"(?P<first>\S.*?\S)\s*(?P<second>\*\*[^*]+\*\*:?)")
_AFTER_DAY = re.compile(r"(?<=\d)\s+(?=[A-ZÅÄÖ][a-zåäö]+ )")
_ALONE = frozenset({"underskrifter", "sekreterare", "ordforande", "justerare", "justeras", "omfattar"})
_LONGEST = 140
_MOST_WORDS = 3


def pieces(lines: Sequence[Line]) -> list[Line]:
    """The lines with every label whole and at the beginning of a line; parts of a line keep its number."""
    out: list[Line] = []
    at = 0
    while at < len(lines):
        mended = _mended(lines, at)
        if mended:
            out += [piece for line in mended for piece in _cut(line)]
            at += 2
        else:
            out += _cut(lines[at])
            at += 1
    return out


def _cut(line: Line) -> Iterator[Line]:
    """A line in as many lines as it has labels or headings."""
    glued = _GLUED.fullmatch(line.text)
    if glued and heading(glued["second"], "punkt", "avsnitt"):
        yield replace(line, text=glued["first"], cells=())
        yield replace(line, text=glued["second"], cells=())
        return
    if len(line.text) <= _LONGEST and _may_be_two(line.text.partition("\t")[0].strip()):
        yield from (replace(line, text=text, cells=()) if text != line.text else line for text in _labels(line.text))
        return
    yield line


def _labels(text: str) -> list[str]:
    """``label value label value`` as two texts; a second label without a value stays, it may head a column."""
    if "\t" in text:
        cells = [cell.strip() for cell in text.split("\t")]
        for place in range(2, len(cells)):
            if _may_be_two(cells[place]) and not _is_label(cells[place - 1]):
                return ["\t".join(cells[:place]), *_labels("\t".join(cells[place:]))]
        return [text]
    for found in _AFTER_DAY.finditer(text):
        rest = text[found.end() :]
        label = heading(rest, "slut", "etikett")
        if label and label.value:
            return [text[: found.start()], *_labels(rest)]
    return [text]


def _may_be_two(text: str) -> bool:
    """Whether a label may have another beside it: signatures have their §§ and names there instead."""
    found = heading(text, "slut", "etikett")
    return _is_label(text) and found is not None and found.rule.falt not in _ALONE


def _is_label(text: str) -> bool:
    """Whether a text begins with a label of the head or the closing and is short."""
    found = heading(text, "slut", "etikett")
    return found is not None and (not found.value or found.value[0].isdigit())


def _mended(lines: Sequence[Line], at: int) -> list[Line] | None:
    """The line and the next with a label put together that is broken over them; None where none is."""
    if at + 1 >= len(lines):
        return None
    first, second = lines[at], lines[at + 1]
    short = 0 < len(first.text) <= _LONGEST and 0 < len(second.text) <= _LONGEST
    if not short or not first.text[0].isupper():
        return None
    return (
        _two_columns(first, second)
        or _beside_values(first, second)
        or _hyphenated(first, second)
        or _begun_above(first, second)
        or _value_between(first, second)
    )


def _two_columns(first: Line, second: Line) -> list[Line] | None:
    """``Datum för | Datum för`` above ``anslags uppsättande | 2024-05-21 | anslags nedtagande | 2024-06-12``."""
    above = [cell.strip() for cell in first.text.split("\t")]
    below = [cell.strip() for cell in second.text.split("\t")]
    step, rest = divmod(len(below), len(above))
    if len(above) < 2 or rest or step > 2 or step < 1:  # noqa: PLR2004
        return None
    parts = [below[place : place + step] for place in range(0, len(below), step)]
    labels = [join(one, part[0]) for one, part in zip(above, parts, strict=True)]
    if not all(_is_whole(label) for label in labels):
        return None
    texts = ["\t".join([label, *part[1:]]) for label, part in zip(labels, parts, strict=True)]
    return [replace(second, text=text, cells=()) for text in texts]


def _beside_values(first: Line, second: Line) -> list[Line] | None:
    """``Datum då anslaget | 2024-05-21 | Datum då anslaget | 2024-06-12`` above ``sätts upp | tas ned``."""
    below = [cell.strip() for cell in second.text.split("\t")]
    rows: list[list[str]] = []
    for cell in (cell.strip() for cell in first.text.split("\t")):
        label = join(cell, below[0]) if below and below[0][:1].islower() else ""
        if label and _is_whole(label):
            rows.append([label])
            below = below[1:]
        elif _is_whole(cell):
            rows.append([cell])
        elif rows:
            rows[-1].append(cell)
        else:
            return None
    if below or len(rows) < 2:  # noqa: PLR2004
        return None
    return [replace(first, text="\t".join(row), cells=()) for row in rows]


def _hyphenated(first: Line, second: Line) -> list[Line] | None:
    """``Under- Sekreterare …`` above ``skrifter Anna Ek``: the label on a line of its own, then both rests."""
    begin, _, above = first.text.replace("\t", " ").partition(" ")
    end, _, below = second.text.replace("\t", " ").partition(" ")
    if not begin.endswith(("-", SOFT)) or not end[:1].islower() or not above:
        return None
    label = join(begin.rstrip("-" + SOFT) + SOFT, end)
    if not _is_whole(label):
        return None
    rests = [(first, above.strip()), (second, below.strip())]
    return [replace(first, text=label, cells=()), *(replace(line, text=text, cells=()) for line, text in rests if text)]


def _begun_above(first: Line, second: Line) -> list[Line] | None:
    """``Justeringens`` above ``Plats och tid  Rådhuset``: the label whole, its value after a tab."""
    below, _, value = second.text.partition("\t")
    label = f"{first.text} {below}".strip(" :")
    if len(first.text.split()) > _MOST_WORDS or not below[:1].isupper() or heading(first.text, "slut", "etikett"):
        return None
    return [replace(second, text=f"{label}\t{value.strip()}".strip(), cells=())] if _is_whole(label) else None


def _value_between(first: Line, second: Line) -> list[Line] | None:
    """``Justeringens Rådhuset 2024-05-20`` above ``plats och tid``: the label whole, its value after a tab."""
    below, _, more = second.text.partition("\t")
    if not below[:1].islower() or len(below.split()) > 2 * _MOST_WORDS or _is_whole(join(first.text, below)):
        return None
    words = re.findall(r"\S+\s*", first.text)
    for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        begin, value = "".join(words[:count]).strip(), "".join(words[count:]).strip()
        label = join(begin, below)
        if _is_whole(label):
            rest = [replace(second, text=more.strip(), cells=())] if more.strip() else []
            return [replace(first, text=f"{label}\t{value}".strip(), cells=()), *rest]
    return None


def _is_whole(text: str) -> bool:
    """Whether a text is exactly a label."""
    found = heading(text, "slut", "etikett")
    return found is not None and not found.value and len(found.rubrik) >= len(text.strip(" :*_"))
