"""An invented archive of any size: ``python -m tests.bench.make_archive --moten 3000 --out MAPP``.

The same seed and size give the same bytes. A hundred meetings a year of twelve organ, with the members of their term,
items that belong to cases which wander from organ to organ, tasks that are given and (mostly) reported back, and an
anslag for every protokoll. 3,000 meetings are thirty years and about 10,000 pages. Everybody in it is invented.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.svenska import slug
from tests.bench.arkivord import LISTS, Ord, paragraph, sentence, title, vocabulary

ROOT = Path(__file__).resolve().parents[2]
LAST_YEAR = 2025
A_YEAR = 100
TERM = 4
ORGAN = (
    ("regionfullmaktige", "Regionfullmäktige", "fullmaktige", 60),
    ("regionstyrelsen", "Regionstyrelsen", "styrelse", 30),
    ("halso-och-sjukvardsnamnden", "Hälso- och sjukvårdsnämnden", "namnd", 30),
    ("kollektivtrafiknamnden", "Kollektivtrafiknämnden", "namnd", 26),
    ("kulturnamnden", "Kulturnämnden", "namnd", 26),
    ("patientnamnden", "Patientnämnden", "namnd", 22),
    ("regionala-utvecklingsnamnden", "Regionala utvecklingsnämnden", "namnd", 30),
    ("fastighetsnamnden", "Fastighetsnämnden", "namnd", 22),
    ("arbetsutskottet", "Arbetsutskottet", "utskott", 20),
    ("personalutskottet", "Personalutskottet", "utskott", 20),
    ("beredningen-for-nara-vard", "Beredningen för nära vård", "beredning", 24),
    ("samverkansgruppen-for-skola", "Samverkansgruppen för skola", "samverkansgrupp", 24),
)
PARTIER = ("S", "M", "SD", "C", "V", "KD", "L", "MP")
PERSONS_A_SEAT = 1.15


@dataclass
class Case:
    """A case on its way: its record's name, number and title, and how many times it will still be on an agenda."""

    id: str
    number: str
    title: str
    left: int


@dataclass
class Maker:
    """What has been made so far, and where new things are drawn from."""

    source: random.Random
    words: Ord
    out: Path
    persons: list[tuple[str, str, str, str]] = field(default_factory=list)
    seats: dict[tuple[str, int], list[tuple[str, str]]] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    uppdrag: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def write(self, path: str, kind: str, lines: list[str]) -> None:
        """A record with its schema line."""
        target = self.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * (path.count("/") + 1)
        text = "\n".join([f"# yaml-language-server: $schema={up}schema/{kind}.json", *lines, ""])
        target.write_text(text, encoding="utf-8")


def quoted(text: str) -> str:
    """A text of one line as YAML."""
    return json.dumps(text, ensure_ascii=False)


def folded(key: str, text: str, indent: int) -> list[str]:
    """A key whose running text is folded over lines; paragraphs stay apart."""
    pad, inner = " " * indent, " " * (indent + 4 if key.startswith("- ") else indent + 2)
    lines = [f"{pad}{key}: |-" if "\n" in text else f"{pad}{key}: >-"]
    for number, block in enumerate(text.split("\n\n")):
        lines += [""] if number else []
        lines += textwrap.wrap(block, 110, initial_indent=inner, subsequent_indent=inner)
    return lines


def make(out: Path, meetings: int, seed: int = 1) -> None:
    """Write the archive. The folder must not exist."""
    source = random.Random(seed)
    maker = Maker(source, vocabulary(source), out)
    out.mkdir(parents=True)
    shutil.copy(ROOT / "content" / "ordlista.yml", out / "ordlista.yml")
    years = max(1, -(-meetings // A_YEAR))
    first = LAST_YEAR - years + 1
    _base(maker)
    _people(maker)
    _bodies(maker, first)
    days = sorted(_days(source, meetings, first))
    for index, (day, organ) in enumerate(days):
        _meeting(maker, organ, day, last=index >= meetings - len(ORGAN))
    for case in maker.cases:
        maker.write(
            f"arenden/{case.id}.yml",
            "arende",
            [f"rubrik: {quoted(case.title)}", "diarienummer:", f"  - nummer: {case.number}", "    hos: region-norrvik"],
        )


def _base(maker: Maker) -> None:
    maker.write(
        "arkiv.yml",
        "arkiv",
        [
            "namn: Provarkivet",
            "beskrivning: Ett påhittat arkiv för mätningar",
            "webbadress: https://provarkivet.example.org/",
            "utgivare: {namn: Region Norrvik, slag: myndighet}",
            "kontakt: {namn: Registrator, epost: registrator@example.org}",
            "anslagstavla: {roll: kopia}",
            "tjanstepersoner_i_register: ja",
            "partier:",
            *(f"  - {{forkortning: {party}, namn: Partiet {party}}}" for party in PARTIER),
            f"bevakat_till: {LAST_YEAR}-12-31",
        ],
    )
    maker.write("huvudman/region-norrvik.yml", "huvudman", ["namn: Region Norrvik", "slag: region"])
    for name in LISTS["kommuner"]:
        maker.write(
            f"huvudman/{slug(name)}.yml", "huvudman", [f"namn: {name}s kommun", "slag: kommun", f"kortnamn: {name}"]
        )


def _people(maker: Maker) -> None:
    """As many persons as the organ have seats, and some: name, id, party, kommun."""
    count = int(sum(size for *_, size in ORGAN) * PERSONS_A_SEAT)
    first = LISTS["efternamn_forst"]
    names = [f"{one} {a}{b}" for one in LISTS["fornamn"] for a in first for b in LISTS["efternamn_sist"]]
    for name in maker.source.sample(names, count * 2):
        kommun = maker.source.choice(LISTS["kommuner"])
        maker.persons.append((name, slug(name), maker.source.choice(PARTIER), kommun))
        maker.write(f"personer/{slug(name)}.yml", "person", [f"namn: {name}", "lasarklass: fortroendevald"])


def _bodies(maker: Maker, first: int) -> None:
    """Organ with their seats by term; half of those who sat are elected again."""
    for key, name, kind, size in ORGAN:
        lines = [f"namn: {name}", f"slag: {kind}", *_standing(kind), "huvudman: region-norrvik", "mandat:"]
        sitting: list[tuple[str, str, str, str]] = []
        for term in range(first - (first - 2) % TERM, LAST_YEAR + 1, TERM):
            kept = maker.source.sample(sitting, len(sitting) // 2)
            others = [one for one in maker.persons if one not in kept]
            sitting = kept + maker.source.sample(others, size - len(kept))
            for year in range(term, term + TERM):
                maker.seats[key, year] = [(n, f"{n} ({party}), {kommun}") for n, _, party, kommun in sitting]
            for place, (_, person, party, kommun) in enumerate(sitting):
                role = "ordforande" if place == 0 else "ledamot" if place < size * 2 // 3 else "ersattare"
                lines += [
                    f"  - person: {person}",
                    f"    roll: {role}",
                    f"    parti: {party}",
                    f"    huvudman: {slug(kommun)}",
                    f"    fran: {term}-01-01",
                    f"    till: {term + TERM - 1}-12-31",
                ]
        maker.write(f"organ/{key}.yml", "organ", lines)


def _standing(kind: str) -> list[str]:
    if kind in {"fullmaktige", "styrelse", "namnd"}:
        lines = ["stallning: {lage: faststalld, lagrum: KL 3 kap. 1 och 3 §§, beslutande: ja}"]
    else:
        lines = ["stallning: {lage: okand, skal: Påhittat organ.}"]
    return [*lines, "numrering: " + ("punkt" if kind == "samverkansgrupp" else "paragraf-arsvis")]


def _days(source: random.Random, meetings: int, first: int) -> Iterator[tuple[dt.date, str]]:
    """So many weekdays over the years, each organ at most once a day."""
    taken: set[tuple[dt.date, str]] = set()
    while len(taken) < meetings:
        number = len(taken)
        year = first + number // A_YEAR
        day = dt.date(year, 1, 8) + dt.timedelta(days=source.randrange(340))
        organ = ORGAN[number % len(ORGAN)][0]
        if day.weekday() < 5 and (day, organ) not in taken:
            taken.add((day, organ))
            yield day, organ


def _meeting(maker: Maker, organ: str, day: dt.date, *, last: bool) -> None:
    source = maker.source
    kind = next(kind for key, _, kind, _ in ORGAN if key == organ)
    points = kind == "samverkansgrupp"
    seats = maker.seats[organ, day.year]
    serving = seats[: len(seats) * 2 // 3]
    absent = source.sample(serving[1:], source.randint(0, 3))
    present = [row for row in serving if row not in absent]
    rows = [row + (", ordförande" if place == 0 else "") for place, (_, row) in enumerate(present)]
    spare = source.sample(seats[len(serving) :], len(absent))
    rows += [f"{new} ersätter {old}" for (_, new), (_, old) in zip(spare, absent, strict=True)]
    start = 0 if points else maker.numbers.get((organ, day.year), 0)
    count = source.randint(10, 40)
    maker.numbers[organ, day.year] = start + count
    signs = f"§§ {start + 1}–{start + count}"
    lines = ["status: hallet", "tid: kl. 09.00–15.30", "plats: Regionens hus, Almhed", "dokument:"]
    lines += [f"  - slag: {'minnesanteckningar' if points else 'protokoll'}", f"    datum: {day}"]
    lines += [] if points else [f"    omfattar: {quoted(signs)}"]
    lines += ["    narvaro:", "      beslutande:", *(f"        - {quoted(row)}" for row in rows)]
    lines += ["    punkter:"]
    for number in range(start + 1, start + count + 1):
        lines += _item(maker, f"{organ}/{day}", number, points=points, last=last)
    if not points:
        lines += _closing(day, [name for name, _ in present[:2]], signs)
    maker.write(f"sammantraden/{organ}/{day}.yml", "sammantrade", lines)


def _closing(day: dt.date, signers: list[str], signs: str) -> list[str]:
    signed = day + dt.timedelta(days=9)
    down = signed + dt.timedelta(days=30)
    return [
        "    justering:",
        f"      omfattar: {quoted(signs)}",
        "      justerat_av:",
        *(f"        - {name}" for name in signers),
        f"      datum: {signed}",
        "    anslag:",
        f"      sammantradesdatum: {day}",
        f"      uppsatt: {signed}",
        f"      nedtaget: {down}",
        "      forvaras: Regionens hus, Almhed",
    ]


def _item(maker: Maker, mote: str, number: int, *, points: bool, last: bool) -> list[str]:
    source, words = maker.source, maker.words
    case = _case(maker, mote)
    heading = case.title if case else title(source, words)
    decision = sentence(source, words)
    lines = [f"      - nr: {number if points else f'§ {number}'}", f"        rubrik: {quoted(heading)}"]
    lines += [f"        arenden: {case.number}"] if case else []
    text = "\n\n".join(paragraph(source, words) for _ in range(source.randint(1, 2)))
    lines += ["        avsnitt:", "          - rubrik: Sammanfattning", *folded("text", text, 12)]
    lines += ["        forslag:", *folded("- text", decision, 10)]
    if points:
        return [*lines, "        stallningstagande:", *folded("- text", decision, 10)]
    chosen = decision if source.random() < 0.9 else sentence(source, words)
    lines += ["        beslut:", *folded("- text", chosen, 10)]
    if source.random() < 0.06 and not last:
        lines += _given(maker, mote, number)
    elif maker.uppdrag and source.random() < 0.05:
        known = maker.uppdrag.pop(source.randrange(len(maker.uppdrag)))
        if not known.startswith(f"uppdrag:{mote}#"):
            place = known.removeprefix("uppdrag:")
            lines += [f"        aterrapporterar: {known}", "        hanvisningar:"]
            lines += [f"          - {{text: uppdraget som gavs tidigare, till: {place}}}"]
    return lines


def _given(maker: Maker, mote: str, number: int) -> list[str]:
    day = dt.date.fromisoformat(mote.partition("/")[2]) + dt.timedelta(days=maker.source.randint(60, 400))
    maker.uppdrag.append(f"uppdrag:{mote}#p{number}")
    task = sentence(maker.source, maker.words).rstrip(".").lower()
    return [
        "        uppdrag:",
        "          - till: Förvaltningen",
        *folded("text", task, 12),
        f"            senast: {day}",
    ]


def _case(maker: Maker, mote: str) -> Case | None:
    """A case that is on its way, a new one, or none."""
    source = maker.source
    chance = source.random()
    open_cases = [case for case in maker.cases[-400:] if case.left]
    if chance < 0.18 and open_cases:
        case = source.choice(open_cases)
        case.left -= 1
        return case
    if chance < 0.25:
        year, serial = mote.partition("/")[2][:4], len(maker.cases) + 1
        number = f"RN{year[2:]}{serial:05}"
        maker.cases.append(Case(number.lower(), number, title(source, maker.words), source.randint(1, 4)))
        return maker.cases[-1]
    return None


def main() -> None:
    """Read the arguments and make the archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moten", type=int, default=300)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fro", type=int, default=1)
    arguments = parser.parse_args()
    make(arguments.out, arguments.moten, arguments.fro)


if __name__ == "__main__":
    main()
