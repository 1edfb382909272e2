"""What has stood on the official anslagstavla, read out of the register of posting, and what a publication adds to it.

The register shows what the site published. That the site could be reached all the time between two publications it
does not show.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.records.anslagsregister import Anslagsregister, Uppsattning, Utgava, uppe, utgava


@dataclass(frozen=True)
class Bevis:
    """One text of an anslag on the board.

    `forsta` is the day of the publication that put it up, `sista` the day of the last one that showed it, `ned` the
    day of the one that took it down or changed it (None while it is up). `nummer` is the line that put it up, from
    0, and `slut` the line that took it down.
    """

    anslag: str
    text: str
    sha256: str
    forsta: dt.date
    sista: dt.date
    nummer: int
    ned: dt.date | None = None
    slut: int | None = None


def bevis(register: Anslagsregister, datum: dt.date) -> Mapping[str, tuple[Bevis, ...]]:
    """Everything that the board has shown up to a day, by the address of the anslag, in the order it was shown."""
    found: dict[str, list[Bevis]] = {}
    standing: set[str] = set()
    day = datum
    for number, one in enumerate(one for one in register.utgavor if one.dag <= datum):
        for gone in one.ned:
            found[gone][-1] = replace(found[gone][-1], sista=day, ned=one.dag, slut=number)
        standing -= set(one.ned)
        for new in one.upp:
            row = Bevis(new.anslag, new.text, new.sha256, one.dag, one.dag, number)
            found.setdefault(new.anslag, []).append(row)
            standing.add(new.anslag)
        day = one.dag
    for still in standing:
        found[still][-1] = replace(found[still][-1], sista=day)
    return {key: tuple(rows) for key, rows in sorted(found.items())}


def nasta_utgava(register: Anslagsregister, texts: Mapping[str, str], dag: dt.date) -> Utgava | None:
    """What a publication on a day adds to the register, where `texts` is all that it shows, by address.

    None where it adds nothing: the same day shows the same, or the board was and is empty. A changed text is taken
    down and put up again.
    """
    before = register.utgavor[-1] if register.utgavor else None
    standing = {key: one.text for key, one in uppe(register.utgavor).items()}
    down = [key for key, text in standing.items() if texts.get(key) != text]
    up = [Uppsattning(key, text) for key, text in texts.items() if standing.get(key) != text]
    if not (down or up) and (not texts or (before and before.dag == dag)):
        return None
    return utgava(before, dag, down, up)
