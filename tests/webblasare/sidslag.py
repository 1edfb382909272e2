"""Which pages stand for all: of each kind in the real archive the longest; of the invented ones, those with the rare.

A kind is a place in the tree of addresses (``/personer/*/``), so a kind of page that is new is looked at from the day
it exists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

SEARCH = "/sok/?q=vård"
MISSING = "/finns/inte/"
INVENTED = {
    "moten": (r"/moten/namnden/2024-03-06/", r"/moten/gruppen/2024-03-2\d/", r"/anslag/namnden/.*", r"/anslag/"),
    "foljesidor": (r"/uppdrag/", r"/moten/namnden/2024-05-02/", r"/ordlista/"),
}


@dataclass(frozen=True)
class Sida:
    """A page to look at: the site it is in, its kind, and its address below the site."""

    sajt: str
    slag: str
    adress: str

    def __str__(self) -> str:
        return f"{self.sajt}:{self.adress}"


def sidor(sajt: str, folder: Path) -> list[Sida]:
    """The pages of a site that are looked at."""
    found = {f"/{path.parent.relative_to(folder).as_posix()}/".replace("/./", "/"): path for path in _pages(folder)}
    if sajt in INVENTED:
        wanted = re.compile("|".join(INVENTED[sajt]))
        return [Sida(sajt, _kind(address), address) for address in sorted(found) if wanted.fullmatch(address)]
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for address in sorted(found):
        kinds[_kind(address)].append(address)
    longest = [max(group, key=lambda one: found[one].stat().st_size) for group in kinds.values()]
    return [Sida(sajt, _kind(one), one) for one in [*longest, SEARCH, MISSING]]


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("index.html"))


def _kind(address: str) -> str:
    """``/moten/<organ>/2024-03-06/`` → ``/moten/*/*/``; years and organ below /moten/ are kinds of their own."""
    first, *rest = address.strip("/").split("/")
    return "/".join(["", first, *("år" if re.fullmatch(r"\d{4}", one) else "*" for one in rest), ""])
