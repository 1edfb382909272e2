"""Whatever documents say: drafts are made, they load without fault, and together they are an archive without faults."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.check import check, check_drafts
from generator.diagnostics import Severity, as_text
from generator.importer.drafts.compose import compose
from generator.importer.extract.document import extract
from generator.importer.extract.refused import Refused
from generator.importer.joining.batch import Part, propose
from generator.importer.known import Known
from generator.importer.understanding import understand
from generator.records.folder import read_folder

PRINTED = """\
Skogsnämnden
PROTOKOLL
Minnesanteckningar
KALLELSE
Sammanträdesdatum
2025-03-12
Datum: 2025-02-30
Mötesdatum
12 mars 2025
Plats och tid: Rådhuset kl. 9.00-12.00
Tid: kl 9
Beslutande
Närvarande
Ledamöter
Ersättare
Övriga
Frånvarande
Anna Berg (S), ordförande, Ekeby
Anna Berg (M), Granvik
Anna Berg
Bo Ek (M) ersätter Anna Berg (S)
Vakant
xxx och yyy
Eva Alm, skogschef
Bo Ek (C) §§ 3-4
Utses att justera: Bo Ek
Justerare
§ 1 Öppnande
§ 2 Plan KS 2025/14
§ 1 Öppnande igen
1 Dagordning
2. Plan
a) Underfråga
Sammanfattning
Förslag till beslut
Beslut
Planen antas.
Planen återremitteras.
Reservation
Anna Berg (S) reserverar sig.
Jäv
Bo Ek (M) anmäler jäv.
Omröstning
Ja: 7 Nej: 4
Nästa sammanträde äger rum den 9 april kl. 13.00.
Skogsnämnden får i uppdrag att återkomma senast 2025-05-01.
Vid sammanträdet 2025-01-15 § 4 gavs ett uppdrag.
SRB den 19 april
Bevis om anslag
Anslaget sätts upp 2025-03-20
Underskrifter
Sekreterare Eva Alm
<b>fet</b> & [[länk]]
Namn\tRoll\tParti
Anna Berg\tLedamot\tS
- punkt
* stjärna: värde
”Citat” # nummer

Löpande text om skogen, stigarna och de som går där.
"""
PIECES = PRINTED.split("\n")
TEXT = st.lists(st.sampled_from(PIECES), min_size=3, max_size=40).map("\n".join)
DAY = dt.date(2025, 6, 1)


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_drafts_of_any_documents_have_no_faults(texts: list[str]) -> None:
    """Lines of protokoll in any order: each document is refused or drafted, and the drafts pass the check."""
    parts: list[Part] = []
    for number, text in enumerate(texts):
        try:
            parts += understand(extract(f"{number}.txt", text.encode()), Known()).parts
        except Refused:
            continue
    if not parts:
        return
    drafts, reports = compose(propose(parts, Known(), base=True), {})
    assert len(reports) == len(parts)
    with tempfile.TemporaryDirectory() as name:
        for draft in drafts:
            path = Path(name, draft.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(draft.text(), encoding="utf-8")
        content = read_folder(Path(name))
        published = check(content, DAY)[1]
        found = [*published, *check_drafts(content, DAY, published)]
        faults = [as_text(one) for one in found if one.severity is Severity.FEL]
        assert faults == []
