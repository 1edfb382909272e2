"""Whether a page would be made from the same things as the last time: the places of the archive that it read then.

A page's note holds these places and the sum of what stood there. Where the same stands there now, the page need not
even be made to know that it would be the same.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from generator.archive.reading import Place, Reading

SumOf = Callable[[Place], bytes]
"""What stands at a place of the archive, as a sum."""


def noted(reading: Reading, sum_of: SumOf) -> bytes:
    """A reading as it is kept, packed; empty where it can not tell whether the page would be the same."""
    if reading.everything:
        return b""
    places = sorted(reading.places, key=repr)
    return zlib.compress(json.dumps([_total(places, sum_of), places], ensure_ascii=False).encode(), 1)


def as_before(packed: bytes, sum_of: SumOf) -> bool:
    """Whether the same stands now at all the places of a reading that was kept."""
    if not packed:
        return False
    try:
        total, places = json.loads(zlib.decompress(packed))
        return bool(total == _total([(name, _key(key)) for name, key in places], sum_of))
    except (ValueError, TypeError, KeyError, zlib.error):
        return False  # damaged, or of another program


def _key(key: Any) -> Any:
    """A key as it was: JSON knows no tuples."""
    return tuple(key) if isinstance(key, list) else key


def _total(places: Iterable[Place], sum_of: SumOf) -> str:
    total = hashlib.blake2b(digest_size=16)
    for place in places:
        total.update(sum_of(place))
    return total.hexdigest()
