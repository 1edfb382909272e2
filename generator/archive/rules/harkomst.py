"""Rule on conclusions: each marks a field that is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.archive import Archive
from generator.diagnostics import Diagnostic
from generator.model.anslag import FristaendeAnslag
from generator.model.bas import Post
from generator.model.sammantrade import Dokument, Sammantrade
from generator.svenska import nearest

_UR_SOKVAGEN: tuple[tuple[type[Post], frozenset[str]], ...] = (
    (Sammantrade, frozenset({"organ", "datum"})),
    (FristaendeAnslag, frozenset({"organ", "datum"})),
    (Dokument, frozenset({"organ"})),
)
"""What a record says by its path, and so has no key for, may be a conclusion too."""


def okant_falt(archive: Archive) -> Iterator[Diagnostic]:
    """A conclusion about a field that the part does not have. Fel: the site could mark no value with it."""
    for part in archive.delar:
        known = _fields(part.post)
        for index, conclusion in enumerate(getattr(part.post, "harlett", ())):
            if conclusion.falt not in known:
                near = nearest(conclusion.falt, known)
                cure = f"menade du '{near}'?" if near else f"fälten här är {', '.join(sorted(known))}"
                loc = (*part.loc, "harlett", index, "falt")
                yield part.record.fault("R218", f"fältet '{conclusion.falt}' finns inte här", loc, cure=cure)


def _fields(post: Post) -> frozenset[str]:
    more = next((names for model, names in _UR_SOKVAGEN if type(post) is model), frozenset())
    return frozenset(type(post).model_fields) - {"harlett"} | more
