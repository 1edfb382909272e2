"""Rules on cases: a diarienummer means one case of its authority, and cases do not contain each other in a ring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.archive.archive import Archive
from generator.model.referens import normal_diarienummer
from generator.records.unplaced import Unplaced


def dubbelt_diarienummer(archive: Archive) -> Iterator[Unplaced]:
    """Two cases with one diarienummer of one authority. Fel: a diarienummer means one case in its register.

    Where one of them does not say whose number it is (`hos`), they can not be told apart either.
    """
    numbers: dict[str, list[tuple[str, str | None, int]]] = defaultdict(list)
    for case in sorted(archive.arenden.values(), key=lambda one: one.id):
        for index, number in enumerate(case.data.diarienummer):
            numbers[normal_diarienummer(number.nummer)].append((case.id, number.hos, index))
    for rows in numbers.values():
        for position, (case_id, hos, index) in enumerate(rows):
            earlier = next((a for a, b, _ in rows[:position] if a != case_id and _same(b, hos)), None)
            if earlier is not None:
                record = archive.arenden[case_id]
                message = f"diarienumret '{record.data.diarienummer[index].nummer}' finns redan hos ärendet '{earlier}'"
                cure = "slå ihop ärendena, rätta numret, eller skriv på båda vems diarium det är ('hos')"
                yield record.fault("R220", message, ("diarienummer", index, "nummer"), cure=cure)


def samma_diarienummer(archive: Archive, cases: Iterable[str]) -> bool:
    """Whether some of these cases share a diarienummer by mistake."""
    found = list(cases)
    numbers = [
        (case, normal_diarienummer(n.nummer), n.hos) for case in found for n in archive.arenden[case].data.diarienummer
    ]
    return any(
        a < b and number == other and _same(hos, whose) for a, number, hos in numbers for b, other, whose in numbers
    )


def _same(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
