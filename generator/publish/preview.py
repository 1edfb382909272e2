"""What a preview shows right now: the built site, pages laid over it, and whether the last change was at fault."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Preview:
    """The state that the browser follows. It may be asked and changed by several threads.

    `version` counts what there has been to see; `failed` says that the last change can not be shown. Changes are
    numbered from 1; 0 is what was there at the start.
    """

    version: int = 0
    failed: bool = False
    _over: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def show_ahead(self, number: int, pages: Mapping[str, bytes], *, failed: bool) -> None:
        """Lay pages (by their file) over the site, as they are after a change; `failed` where others are at fault."""
        with self._news:
            self._over |= {name: (number, data) for name, data in pages.items()}
            self.failed = failed
            self.version += bool(pages)
            self._news.notify_all()

    def built(self, number: int, latest: int, *, succeeded: bool) -> None:
        """A build of everything up to a change is done; `latest` is the last change that there has been.

        What a build shows that began before the latest change is shown all the same, but it can not tell whether that
        change is at fault.
        """
        with self._news:
            if succeeded:
                self._over = {name: one for name, one in self._over.items() if one[0] > number}
                self.version += 1
            if number == latest:
                self.failed = not succeeded
            self._news.notify_all()

    def ahead(self, name: str) -> bytes | None:
        """The page that is laid over a file of the site, if any."""
        found = self._over.get(name)
        return found[1] if found else None

    def news(self, known: str, timeout: float) -> str:
        """The state in words, as soon as it is another than `known`, or after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self._told() != known, timeout)
            return self._told()

    def _told(self) -> str:
        return f"{self.version}{'-fel' if self.failed else ''}"
