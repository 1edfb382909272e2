"""Every code that a registrar can meet, with its one sentence: the reader's and the rules'."""

from __future__ import annotations

from generator.archive.rules import REGLER
from generator.records import anslagsregister, faults, folder, nodes, source

KODER: dict[str, str] = {
    **source.CODES,
    **nodes.CODES,
    **faults.CODES,
    **folder.CODES,
    **anslagsregister.CODES,
    **{regel.kod: regel.mening for regel in REGLER},
}
