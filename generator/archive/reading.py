"""Which parts of the archive a piece of work reads, so that it need not be done again while they are the same.

While a `Reading` goes on, the watched archive (`watched.py`) notes in it every place that is looked up. A place is a
name (``moten``) and a key in it; a key that leads to nothing is noted too, since something may come to stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Place = tuple[str, Any]
"""A name and a key: text, numbers, a tuple of those, or None."""
ALL_OF = "hela"
"""The name of places that are a whole part of the archive, by its name (``datum``)."""


@dataclass
class Reading:
    """What one piece of work has read. `everything` is set where it read more than can be noted place by place."""

    places: set[Place] = field(default_factory=set)
    everything: bool = False


_open: list[Reading] = []


@contextmanager
def reading() -> Iterator[Reading]:
    """Note what is read of a watched archive by this process until the end of the block."""
    one = Reading()
    _open.append(one)
    try:
        yield one
    finally:
        _open.pop()


@contextmanager
def unnoted() -> Iterator[None]:
    """Let what is read in the block go unnoted: it is for all, and watched by a name of its own."""
    before, _open[:] = list(_open), []
    try:
        yield
    finally:
        _open[:] = before


def note(name: str, key: Any) -> None:
    """The place is read."""
    for one in _open:
        one.places.add((name, key))


def note_everything() -> None:
    """More is read than can be noted."""
    for one in _open:
        one.everything = True


class Seen(Mapping[K, V]):
    """A mapping whose look-ups are noted under `name`, each by its key or by what `part` makes of it."""

    def __init__(self, name: str, inner: Mapping[K, V], part: Callable[[K], Any] | None = None) -> None:
        self._name, self._inner, self._part = name, inner, part

    def _look_up(self, key: Any) -> None:
        note(self._name, self._part(key) if self._part else key)

    def __getitem__(self, key: K) -> V:
        """As of a plain mapping."""
        if _open:
            self._look_up(key)
        return self._inner[key]

    def get(self, key: K, default: Any = None) -> Any:
        """As of a plain mapping."""
        if _open:
            self._look_up(key)
        return self._inner.get(key, default)

    def __contains__(self, key: object) -> bool:
        """As of a plain mapping."""
        self._look_up(key)
        return key in self._inner

    def __iter__(self) -> Iterator[K]:
        """As of a plain mapping; all of it is then read."""
        note_everything()
        return iter(self._inner)

    def __len__(self) -> int:
        """As of a plain mapping; all of it is then read."""
        note_everything()
        return len(self._inner)


class SeenSet(Set[K]):
    """A set whose questions are noted under `name`."""

    def __init__(self, name: str, inner: Set[K]) -> None:
        self._name, self._inner = name, inner

    def __contains__(self, key: object) -> bool:
        """As of a plain set."""
        if _open:
            note(self._name, key)
        return key in self._inner

    def __iter__(self) -> Iterator[K]:
        """As of a plain set; all of it is then read."""
        note_everything()
        return iter(self._inner)

    def __len__(self) -> int:
        """As of a plain set; all of it is then read."""
        note_everything()
        return len(self._inner)
