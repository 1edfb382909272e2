"""Whether a page would be made from the same things as the last time: the places of the archive that it read then.

A page's note holds these places and the sum of what stood there. Where the same stands there now, the page need not
even be made to know that it would be the same.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from generator.archive.reading import Reading

SumOf = Callable[[str, Sequence[Any]], bytes]
"""What stands at some places of the archive, given by their name and their keys, as a sum."""
Groups = Iterable[tuple[str, Sequence[Any]]]


def noted(reading: Reading, sum_of: SumOf) -> bytes:
    """A reading as it is kept, packed; empty where it can not tell whether the page would be the same."""
    if reading.everything:
        return b""
    keys = defaultdict(list)
    for name, key in sorted(reading.places, key=repr):
        keys[name].append(key)
    groups = sorted(keys.items())
    return zlib.compress(json.dumps([_total(groups, sum_of), groups], ensure_ascii=False).encode(), 1)


def as_before(packed: bytes, sum_of: SumOf) -> bool:
    """Whether the same stands now at all the places of a reading that was kept."""
    if not packed:
        return False
    try:
        total, groups = json.loads(zlib.decompress(packed))
        return bool(total == _total(((name, list(map(_key, keys))) for name, keys in groups), sum_of))
    except (ValueError, TypeError, KeyError, zlib.error):
        return False  # damaged, or of another program


def _key(key: Any) -> Any:
    """A key as it was: JSON knows no tuples."""
    return tuple(key) if isinstance(key, list) else key


def _total(groups: Groups, sum_of: SumOf) -> str:
    total = hashlib.blake2b(digest_size=16)
    for name, keys in groups:
        total.update(sum_of(name, keys))
    return total.hexdigest()
