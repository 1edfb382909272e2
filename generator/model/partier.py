"""Parties as attendance lists print them without parentheses: by their short names, and by their whole names."""

from __future__ import annotations

import re

BETECKNINGAR = frozenset(
    {
        *("S", "M", "SD", "C", "V", "KD", "L", "MP", "FP", "FI", "Fi"),
        *("POSK", "FiSK", "ViSK", "MPSK", "ÖKA", "AfS"),
    }
)
"""Parties of the Riksdag, of kommuner and regioner, and the large nomineringsgrupper of the Church of Sweden."""

NAMN = {
    "alternativ för svenska kyrkan": "AfS",
    "centerpartiet": "C",
    "feministiskt initiativ": "Fi",
    "folkpartiet": "FP",
    "folkpartiet liberalerna": "FP",
    "fria liberaler i svenska kyrkan": "FiSK",
    "kristdemokraterna": "KD",
    "liberalerna": "L",
    "miljöpartister i svenska kyrkan": "MPSK",
    "miljöpartiet": "MP",
    "miljöpartiet de gröna": "MP",
    "moderaterna": "M",
    "nya moderaterna": "M",
    "partipolitiskt obundna i svenska kyrkan": "POSK",
    "socialdemokraterna": "S",
    "sverigedemokraterna": "SD",
    "vänstern i svenska kyrkan": "ViSK",
    "vänsterpartiet": "V",
    "öppen kyrka": "ÖKA",
}

_EGET_NAMN = re.compile(r"[A-ZÅÄÖ][\w-]+(?:partiet|demokraterna)")


def parti_kallat(namn: str) -> str | None:
    """The short name of the party with this whole name."""
    return NAMN.get(" ".join(namn.split()).lower())


def som_parti(del_: str) -> str | None:
    """The party that a part between commas is: its short name, or the whole name of one that calls itself a party."""
    if del_ in BETECKNINGAR:
        return del_
    return parti_kallat(del_) or (del_ if _EGET_NAMN.fullmatch(del_) else None)
