"""What a person sees while the site is built: one line per stage.

On a terminal the running stage is shown and then completed in place; elsewhere (CI, a file) each stage is one plain
line without control characters, printed when it ends. Times are shown here and nowhere in the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO


@dataclass
class StageLine:
    """The line of a running stage: what is to be said when it ends, and whether it failed."""

    notes: list[str] = field(default_factory=list)
    failed: bool = False


class Progress:
    """Prints stages to `stream`. `clock` gives seconds (any zero); `live` says that `stream` is a terminal.

    `log` is told the name of each stage that has ended, and its seconds.
    """

    def __init__(
        self, stream: TextIO, clock: Callable[[], float], *, live: bool, log: Callable[[str, float], None] | None = None
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._live = live
        self._log = log

    @contextmanager
    def stage(self, name: str) -> Iterator[StageLine]:
        """Around one stage. A stage that raises is marked as stopped."""
        line = StageLine()
        start = self._clock()
        if self._live:
            self._write(f"  … {name}")
        try:
            yield line
        except BaseException:
            line.failed = True
            line.notes.append("avbröts")
            raise
        finally:
            seconds = self._clock() - start
            self._write(self._ended(name, line, seconds))
            if self._log:
                self._log(name, seconds)

    def _ended(self, name: str, line: StageLine, seconds: float) -> str:
        sign = "✗" if line.failed else "✓"
        told = ", ".join([*line.notes, f"{seconds:.1f} s".replace(".", ",")])
        return ("\r\x1b[K" if self._live else "") + f"  {sign} {name}: {told}\n"

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
