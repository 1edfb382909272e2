"""One deliberate fault of each kind, to be made in a copy of the real content: small edits and added records.

The added meetings belong to an invented organ whose legal standing is settled, and every fault has a record to itself,
so that no fault explains another away.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NAMNDEN = "sammantraden/provningsnamnden"
NARA_VARD = "sammantraden/samverkansgrupp-nara-vard"

UTAN_FEL = {
    "organ/provningsnamnden.yml": """\
namn: Prövningsnämnden
slag: namnd
stallning: {lage: faststalld, lagrum: kommunallagen 3 kap. 3 §, beslutande: ja}
numrering: paragraf-per-mote
mandat:
  - {person: tyra-felmakare, roll: ledamot, fran: 2024-01-01}
""",
    "personer/tyra-felmakare.yml": "namn: Tyra Felmakare\nlasarklass: fortroendevald\n",
    "personer/urban-missgrepp.yml": "namn: Urban Missgrepp\nlasarklass: fortroendevald\n",
    "personer/xerxes-dubblett.yml": "namn: Xerxes tvefil\nlasarklass: fortroendevald\n",
    "personer/ylva-snedsteg.yml": "namn: Ylva Snedsteg\nlasarklass: fortroendevald\n",
    "arenden/provning.yml": "rubrik: Prövning\ndiarienummer: [PN 2024-77]\n",
    f"{NAMNDEN}/2024-01-10.yml": """\
status: hallet
tid: 09:00–12:00
dokument:
  - slag: protokoll
    punkter:
      - nr: § 1
        rubrik: Prövning
        arenden: PN 2024-77
        uppdrag:
          - {till: Tyra Felmakare, text: Pröva allt.}
    justering: {datum: 2024-01-17}
    anslag: {uppsatt: 2024-01-18, nedtaget: 2024-02-09, forvaras: Rådhuset}
""",
}
"""Records without faults, for the faults to lean on, by their path below content/."""


@dataclass(frozen=True)
class Fel:
    """One fault: `new` put in place of `old`, after the file's last line, or as a file of its own; and where it shows.

    `at` is the text that is pointed out, found once in the changed file; where it is empty the whole file is meant.
    """

    kind: str
    code: str
    path: str
    new: str
    at: str
    old: str = ""
    encoding: str = "utf-8"

    def make(self, content: Path) -> None:
        """Make the fault in a content folder."""
        path = content / self.path
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text.count(self.old) == 1 or not self.old, self.kind
        path.parent.mkdir(parents=True, exist_ok=True)
        changed = text.replace(self.old, self.new) if self.old else text + self.new
        path.write_text(changed, encoding=self.encoding)

    def line(self, content: Path) -> int:
        """The line in the changed file where the fault is to be found."""
        text = (content / self.path).read_text(encoding=self.encoding)
        assert text.count(self.at) == 1 or not self.at, self.kind
        return text[: text.index(self.at)].count("\n") + 1


def _mote(kind: str, code: str, day: str, at: str, *, punkt: str = "", slag: str = "protokoll", rest: str = "") -> Fel:
    """A meeting of the invented organ, or of a real one that writes minnesanteckningar, with one fault."""
    nr, folder = ("§ 1", NAMNDEN) if slag == "protokoll" else ("1", NARA_VARD)
    item = f"      - nr: {nr}\n        rubrik: Läget\n{punkt}"
    new = f"status: hallet\ntid: 09:00–12:00\ndokument:\n  - slag: {slag}\n{rest}    punkter:\n{item}"
    return Fel(kind, code, f"{folder}/{day}.yml", new, at)


def _punkt(kind: str, code: str, day: str, at: str, line: str) -> Fel:
    return _mote(kind, code, day, at, punkt=f"        {line}\n")


def _rest(kind: str, code: str, day: str, at: str, *lines: str, slag: str = "protokoll") -> Fel:
    return _mote(kind, code, day, at, rest="".join(f"    {line}\n" for line in lines), slag=slag)


def _post(kind: str, code: str, path: str, at: str, new: str, *, old: str = "", encoding: str = "utf-8") -> Fel:
    return Fel(kind, code, path, new, at, old, encoding)


_GAVE = "uppdrag:provningsnamnden/2024-01-10#p1"

FEL = (
    # The schema, in real records.
    _post("unknown key", "R101", "personer/adam-johansson.yml", "skostorlek", "skostorlek: 43\n"),
    _post("misspelt key", "R101", "organ/chefsforum.yml", "stalning", "stalning:", old="stallning:"),
    _post("missing key", "R102", "personer/beatrice-granlund.yml", "namn: Bea", "", old="lasarklass: fortroendevald\n"),
    _post("wrong type", "R103", "huvudman/sala.yml", "[Sala, Heby]", "kortnamn: [Sala, Heby]", old="kortnamn: Sala"),
    _post("misspelt choice", "R106", "personer/hans-strandlund.yml", "förtro", "förtro", old="fortro"),
    # The file, in real and added records.
    _post("broken YAML", "R016", "personer/andreas-ranhem.yml", ": närsjukvård", "anmarkning: Obs: närsjukvård\n"),
    _post("duplicate key", "R020", "arenden/ruf240099.yml", "rubrik: Igen", "rubrik: Igen\n"),
    _post("tabs", "R007", "personer/tage-tabb.yml", "\t- namn", "namn: Tage Tabb\nvarianter:\n\t- namn: T Tabb\n"),
    _post("wrong encoding", "R002", "personer/oden-kodad.yml", "Od\xe9n", "namn: Od\xe9n Kodad\n", encoding="cp1252"),
    _post("empty file", "R028", "personer/tom-fil.yml", "# Tom", "# Tom\n"),
    _post("wrong name", "R131", "personer/Stor Bokstav.yml", "", "namn: Stor Bokstav\nlasarklass: gast\n"),
    _post("HTML", "R117", "personer/ingvar-jonsson.yml", "<b>Jonsson", "anmarkning: <b>Jonsson</b>\n"),
    # Dates.
    _post("date outside reason", "R401", f"{NAMNDEN}/0204-04-01.yml", "status", "status: planerat\n"),
    _rest("printed date outside reason", "R401", "2024-01-11", "0204-01-18", "justering: {datum: 0204-01-18}"),
    _post("no such day", "R136", f"{NARA_VARD}/2024-02-30.yml", "", "status: planerat\n"),
    # References.
    _post(
        "person",
        "R201",
        "organ/regionala-ledningsgruppen.yml",
        "tyra-felmakar,",
        "mandat:\n  - {person: tyra-felmakar, roll: ledamot, fran: 2024-01-01}\n",
    ),
    _post("organ", "R202", "organ/vastkoms-styrelse.yml", "chefsforumet", "under: chefsforumet\n"),
    _post("huvudman", "R203", "personer/jari-matti-heikkinen.yml", "halstahammar", "halstahammar", old="hallstahammar"),
    _punkt("ärende", "R205", "2024-01-15", "PN 2024-78", "arenden: PN 2024-78"),
    _punkt(
        "meeting",
        "R206",
        "2024-01-16",
        "provningsnamnden/2023",
        "hanvisningar: [{text: förr, till: provningsnamnden/2023-01-01}]",
    ),
    _punkt(
        "paragraph",
        "R206",
        "2024-01-17",
        "provningsnamnden",
        "hanvisningar: [{text: § 9, till: provningsnamnden/2024-01-10#p9}]",
    ),
    _punkt("uppdrag", "R206", "2024-01-18", "uppdrag:", "aterrapporterar: [uppdrag:provningsnamnden/2024-01-10#p9]"),
    _punkt("prose link", "R207", "2024-01-19", "[[person:", "referat: Här talar [[person:tyra-felmakar|Tyra]]."),
    _rest("printed name", "R204", "2024-01-22", "Volmar Okänd", "narvaro: {beslutande: [Volmar Okänd (S)]}"),
    _punkt(
        "later meeting",
        "R219",
        "2024-01-23",
        "strategisk",
        "hanvisningar: [{text: sen, till: strategisk-regional-beredning/2024-04-19}]",
    ),
    # Persons.
    _post(
        "one person, two files",
        "R301",
        "personer/xerxes-tvefil.yml",
        "Xerxes Tvefil",
        "namn: Xerxes Tvefil\nlasarklass: fortroendevald\n",
    ),
    _post(
        "look-alike names",
        "R302",
        "personer/ylva-snedstegg.yml",
        "Ylva Snedstegg",
        "namn: Ylva Snedstegg\nlasarklass: fortroendevald\n",
    ),
    # Numbers and attendance.
    _punkt("duplicate §", "R406", "2024-01-24", "§ 1 ", "beslut: Ja.\n      - nr: § 1 # igen\n        rubrik: Annat"),
    _punkt("§ out of order", "R407", "2024-01-25", "§ 0", "beslut: Ja.\n      - nr: § 0\n        rubrik: Annat"),
    _rest(
        "substitute for one who serves",
        "R411",
        "2024-01-26",
        "Urban",
        "narvaro: {beslutande: [Tyra Felmakare, Urban Missgrepp ersätter Tyra Felmakare]}",
    ),
    _rest("§§ outside the meeting", "R414", "2024-01-29", "§§ 1–3", "narvaro: {beslutande: [Tyra Felmakare §§ 1–3]}"),
    _rest(
        "present and prevented",
        "R413",
        "2024-01-30",
        "Tyra Felmakare (S)",
        "narvaro: {beslutande: [Tyra Felmakare], forhinder: [Tyra Felmakare (S)]}",
    ),
    _rest(
        "justerare not present",
        "R415",
        "2024-01-31",
        "Urban",
        "narvaro: {beslutande: [Tyra Felmakare]}",
        "justering: {utsedda: [Urban Missgrepp]}",
    ),
    # Times that the law sets.
    _rest("justering late", "R501", "2024-02-01", "2024-02-16", "justering: {datum: 2024-02-16}"),
    _rest(
        "anslag late",
        "R502",
        "2024-02-02",
        "2024-02-13",
        "justering: {datum: 2024-02-08}",
        "anslag: {uppsatt: 2024-02-13, forvaras: Rådhuset}",
    ),
    _rest(
        "removed too early",
        "R503",
        "2024-02-05",
        "2024-02-20",
        "justering: {datum: 2024-02-12}",
        "anslag: {uppsatt: 2024-02-13, nedtaget: 2024-02-20, forvaras: Rådhuset}",
    ),
    _rest(
        "notes with anslag",
        "R420",
        "2024-02-06",
        "anslag",
        "anslag: {uppsatt: 2024-02-08, forvaras: Här}",
        slag="minnesanteckningar",
    ),
    _rest(
        "notes with appeal",
        "R420",
        "2024-02-07",
        "overklagande",
        "overklagande: Får överklagas.",
        slag="minnesanteckningar",
    ),
    # Assignments.
    _punkt(
        "uppdrag past its day",
        "R601",
        "2024-02-08",
        "2024-03-01",
        "uppdrag: [{till: Ylva Snedsteg, text: Gå., senast: 2024-03-01}]",
    ),
    _punkt("report not mentioned", "R602", "2024-02-09", "uppdrag:prov", f"aterrapporterar: [{_GAVE}]"),
    # Addresses and privacy.
    _post(
        "one address, two records",
        "R426",
        "anslag/provningsnamnden/2024-01-10.yml",
        "rubrik",
        "rubrik: Justerat protokoll\nuppsatt: 2024-01-18\nnedtaget: 2024-02-09\nforvaras: Rådhuset\n",
    ),
    _punkt("personnummer", "R701", "2024-02-12", "19640823-3234", "referat: Ansökan av 19640823-3234 avslås."),
)
