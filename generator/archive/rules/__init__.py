"""The visible list of every rule over the archive, in order of code."""

from __future__ import annotations

from functools import partial

from generator.archive.rules.hanvisningar import bruten_hanvisning
from generator.archive.rules.regel import Regel

REGLER: tuple[Regel, ...] = (
    Regel("R201", "En namngiven person finns inte.", partial(bruten_hanvisning, slag="person")),
    Regel("R202", "Ett namngivet organ finns inte.", partial(bruten_hanvisning, slag="organ")),
    Regel("R203", "En namngiven huvudman finns inte.", partial(bruten_hanvisning, slag="huvudman")),
    Regel("R205", "Ett namngivet ärende finns inte.", partial(bruten_hanvisning, slag="arende")),
    Regel("R206", "En hänvisning leder ingenstans.", partial(bruten_hanvisning, slag="referens")),
    Regel("R207", "En länk i löpande text leder ingenstans.", partial(bruten_hanvisning, slag="prosa")),
)
