"""A meeting with more in it than any real one, long, deep, many and odd, to try how its page holds."""

from __future__ import annotations

import shutil
from pathlib import Path

MINIATYR = Path(__file__).parent / "moten" / "content"
ID = "namnden/2024-05-15"
PATH = f"moten/{ID}/index.md"
LONG_TITLE = ("Samverkansöverenskommelse om närvårdsplaneringens fortsättning " * 5)[:300]
LONG_WORD = "Kommunalförbundsdirektionsledamotsersättarvalberedningsordförandeskap"

_HEAD = """\
status: hallet
dokument:
  - slag: protokoll
    narvaro:
      narvarande:
        - Sven Utanparti
        - Alma Testsson (S)
    punkter:
"""
_TAIL = f"""\
      - nr: § 20
        rubrik: {LONG_TITLE}
        forslag:
          - nr: 1
            text: Nämnden antar planen — den “nya” — i dess helhet.
          - nr: 2
            text: Nämnden ger förvaltningen i uppdrag att återkomma i maj.
          - nr: 3
            text: Nämnden avslår resten.
        beslut:
          - nr: 1
            text: Nämnden antar planen – den ”nya” – i dess helhet
          - nr: 2
            text: Nämnden ger förvaltningen i uppdrag att återkomma i *juni* & [juli].
      - nr: § 21
        rubrik: {LONG_WORD}
        omrostningar:
          - ja_betyder: {LONG_WORD}
            nej_betyder: avslag
            ja: 17
            nej: 12
            avstar: 1
            roster:
              ja: [Sven Utanparti]
              nej: [Alma Testsson (S)]
            utfall: Nej
          - roster:
              ja: [Sven Utanparti]
              nej: [Alma Testsson (S)]
          - ja: 0
            nej: 0
          - text: Rösterna räknades inte.
            sluten: ja
      - nr: § 22
        rubrik: Tre förslag
        forslag:
          - text: Grinden målas röd.
            av: Majoriteten
          - text: Grinden målas blå.
            av: Sven Utanparti
        beslut: Grinden målas blå.
      - nr: § 23
        rubrik: Inget av dem
        forslag:
          - text: Grinden målas röd.
            av: Majoriteten
          - text: Grinden målas blå.
            av: Sven Utanparti
        beslut: Grinden får stå omålad.
      - nr: § 24
        rubrik: Säger det själv
        forslag: Grinden målas röd.
        beslut: Nämnden beslutar enligt förslaget.
      - nr: § 25
        rubrik: Något helt annat
        forslag: Grinden målas röd.
        beslut: Ärendet återremitteras till arbetsutskottet för beredning.
"""


def tungt(folder: Path) -> Path:
    """The miniature archive with the heavy meeting, below `folder`; its content."""
    content = folder / "content"
    shutil.copytree(MINIATYR, content)
    part = "          - {{nr: '{0}.', rubrik: Delfråga {0}, beslut: Delfråga {0} godkänns.}}\n"
    below = "".join(part.format(number) for number in range(1, 41))
    many = f"      - nr: § 19\n        rubrik: Fyrtio delar\n        underpunkter:\n{below}"
    (content / "personer" / "sven-utanparti.yml").write_text("namn: Sven Utanparti\nlasarklass: fortroendevald\n")
    (content / "sammantraden" / f"{ID}.yml").write_text(_HEAD + many + _TAIL, encoding="utf-8")
    return content
