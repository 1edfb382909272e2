"""Keeps the register of posting: after a publication of an official anslagstavla, one line on what it shows."""

from __future__ import annotations

from pathlib import Path

from generator.archive.archive import Archive
from generator.archive.tavla import nasta_utgava
from generator.publish.faults import refuse
from generator.publish.write import write_text
from generator.records.anslagsregister import FIL
from generator.views.delar.anslagstext import tavlans_texter


def record_posting(archive: Archive, content: Path) -> str:
    """Add what the board shows on the archive's day to the register in `content`; what was done, in Swedish.

    Lines that stand there are never touched. A copy keeps no register. Raises PublishError for a day before the
    last one registered.
    """
    if archive.arkiv.data.anslagstavla.roll != "officiell":
        return "Webbplatsen är en kopia enligt arkiv.yml; något anslagsregister förs inte."
    file, day, kept = content / FIL, archive.datum, archive.anslagsregister.utgavor
    if kept and kept[-1].dag > day:
        message = f"anslagsregistret är redan fört till {kept[-1].dag} och förs aldrig bakåt, till {day}"
        raise refuse(str(file), "P494", message, "kör kommandot med dagen för den utgåva som just publicerades")
    new = nasta_utgava(archive.anslagsregister, tavlans_texter(archive), day)
    if new is None:
        return f"{file}: inget nytt {day}"
    write_text(file, "".join(f"{one.rad}\n" for one in (*kept, new)))
    return f"{file}: {len(new.upp)} upp och {len(new.ned)} ned {day}"
