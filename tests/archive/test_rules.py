"""What the rules say nothing of, how much a fault weighs, and the arithmetic under them."""

import datetime as dt
import shutil
import time
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.check import check
from generator.archive.rules.likhet import MAX_EDITS, alike, alike_pairs, distance
from generator.records.folder import read_folder

BASE = Path(__file__).resolve().parent.parent / "cases" / "_bas" / "content"
DAY = dt.date(2024, 5, 1)
GRUPPEN = "sammantraden/gruppen/2024-04-17.yml"
NAMNDEN = "sammantraden/namnden/2024-04-10.yml"
LETTERS = st.text("abcå ", max_size=12)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small archive without faults."""
    return Path(shutil.copytree(BASE, tmp_path / "content"))


def said(content: Path, files: dict[str, str], day: dt.date = DAY) -> list[str]:
    """The codes that the small archive gives with some more files in it."""
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [one.code for one in check(read_folder(content), day)[1]]


def protokoll(narvaro: str = "", item: str = "", document: str = "") -> str:
    """A protokoll of nämnden with §§ 4 and 5."""
    return (
        "status: hallet\ntid: 13:00–16:00\ndokument:\n  - slag: protokoll\n"
        + (f"    narvaro:\n{narvaro}" if narvaro else "")
        + f"    punkter:\n      - nr: § 4\n        rubrik: Läget\n{item}"
        + f"      - nr: § 5\n        rubrik: Övrigt\n{document}"
    )


def text(words: str) -> str:
    """Minnesanteckningar of gruppen whose only item says some words."""
    return (
        "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    punkter:\n"
        f"      - nr: 1\n        rubrik: Läget\n        referat: >-\n          {words}\n"
    )


SERVING = "      beslutande:\n        - {}\n        - {}\n"
SILENT = {
    "a substitute for other §§": SERVING.format(
        "Alma Testsson (S) § 4", "Cyrus Provman (M) ersätter Alma Testsson (S) § 5"
    ),
    "a member all but for a §": SERVING.format(
        "{rad: Alma Testsson (S), utom: § 5}", "{rad: Cyrus Provman (M) ersätter Alma Testsson (S), omfattar: § 5}"
    ),
    "a person for two stretches of §§": SERVING.format("Alma Testsson (S) § 4", "Alma Testsson (S) § 5"),
    "a person for two stretches of time": SERVING.format(
        "Alma Testsson (S) kl. 13.00-14.00", "Alma Testsson (S) kl. 15.00-16.00"
    ),
    "present for some §§ and prevented for the rest": (
        "      beslutande:\n        - Alma Testsson (S) § 4\n      forhinder:\n        - Alma Testsson (S) § 5\n"
    ),
    "present for some §§ and absent for the rest": (
        "      beslutande:\n        - Alma Testsson (S) § 4\n      franvarande:\n        - Alma Testsson (S) § 5\n"
    ),
    "a vacant seat": SERVING.format("Alma Testsson (S)", "Vakant"),
    "no party and a local one": "      beslutande:\n        - Alma Testsson (-)\n",
}


@pytest.mark.parametrize("case", SILENT)
def test_lists_that_agree_with_themselves(content: Path, case: str) -> None:
    """A list is only remarked on where two rows are for the same §§ and time."""
    assert said(content, {NAMNDEN: protokoll(SILENT[case])}) == []


@pytest.mark.parametrize(
    "words",
    [
        "Organisationsnummer 232100-0172 och 556036-0793.",
        "Ärendet EK 2024-1, bokfört 2024-04-17, kl. 09.00-12.00.",
        "Kostnaden är 1 234 567 890 kronor, fördelat på 0,5 procent.",
        "Se https://example.org/0701740605/640823323 om saken.",
        "Version 0.12.345 av 2024-04-17 09:00, §§ 010–012.",
        "Ansökan 640823-3235 har fel kontrollsiffra.",
        "Skriv till registrator@example.org eller kommunen@example.org.",
        "Perioden 2023-2024 och åren 1999-2000.",
    ],
)
def test_numbers_that_are_no_secrets(content: Path, words: str) -> None:
    """Days, times, sums, cases, organisations and addresses are not taken for personal numbers or telephones."""
    assert said(content, {GRUPPEN: text(words)}) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("640823-3234", "R701"),
        ("640823+3234", "R701"),
        ("19640823 - 3234", "R701"),
        ("640823–3234", "R701"),
        ("640823 3234", "R701"),
        ("6408233234", "R701"),
        ("196408233234", "R701"),
        ("19701063-2391", "R701"),
        ("021-17 30 00", "R702"),
        ("+46 70 174 06 05", "R702"),
        ("+46 (0)70-174 06 05", "R702"),
        ("0701740605", "R702"),
        ("08-123 456 78", "R702"),
        ("070-101 00 01", "R702"),
        ("alma@example.org", "R703"),
    ],
)
def test_numbers_that_are_secrets(content: Path, words: str, code: str) -> None:
    """Personal numbers, telephones and private addresses are found however they are written, and told once."""
    assert said(content, {GRUPPEN: text(f"Uppgift: {words}, enligt anteckning.")}) == [code]


def test_a_diarienummer_of_two_authorities(content: Path) -> None:
    """One number in two registers is two cases; a bare reference to it must then say which."""
    cases = {
        "arenden/ovningen.yml": "rubrik: Övningen\ndiarienummer: [{nummer: EK 2024-1, hos: ekeby}]\n",
        "arenden/granskningen.yml": "rubrik: Granskningen\ndiarienummer: [{nummer: EK 2024-1, hos: granvik}]\n",
    }
    assert said(content, cases) == ["R207", "R205"]


HUGE = "9" * 5000


@pytest.mark.parametrize("words", [f"§ {HUGE} 2024-04-10", f"2024-04-10 § {HUGE}"])
def test_figures_without_end_in_prose(content: Path, words: str) -> None:
    """A number too long for any § is plain text."""
    assert said(content, {GRUPPEN: text(words)}) == []


def test_figures_without_end_in_a_reference(content: Path) -> None:
    """A reference with a number too long for any place leads nowhere, and says so."""
    assert said(content, {GRUPPEN: text(f"[[uppdrag:namnden/2024-04-10#p4/{HUGE}]]")}) == ["R207"]


def test_an_item_whose_own_anchor_is_only_figures(content: Path) -> None:
    """An anchor is a name, however many figures it has; it is no number of a §."""
    item = f"      - ankare: {HUGE}\n        rubrik: Sist\n      - klockslag: 13.30\n        rubrik: Kaffe\n"
    rows = "      beslutande:\n        - Alma Testsson (S) §§ 4–6\n"
    assert said(content, {NAMNDEN: protokoll(rows) + item}) == ["R414"]


def test_a_gap_of_millions(content: Path) -> None:
    """A mistyped number leaves a gap that is told by its ends, not counted through."""
    start = time.perf_counter()
    assert said(content, {NAMNDEN: protokoll() + "      - nr: § 999999999\n        rubrik: Sist\n"}) == ["R410"]
    assert time.perf_counter() - start < 5


def test_a_word_without_end_is_searched_at_once(content: Path) -> None:
    """The search for addresses grows with the text, not with its square."""
    start = time.perf_counter()
    assert said(content, {GRUPPEN: text("x" * 200_000 + " @")}) == []
    assert time.perf_counter() - start < 10


def test_names_decided_to_be_two(content: Path) -> None:
    """A decision on either record is enough, for like names and for a shared one."""
    decided = "lasarklass: gast\ninte_samma_som:\n  - {person: berit-exempelgren, skal: En annan.}\n"
    more = {"personer/berit-exempelgran.yml": "namn: Berit Exempelgran\n" + decided}
    assert said(content, more) == []


def test_no_law_before_its_day(content: Path) -> None:
    """Kommunallagen (2017:725) is asked of meetings from 2018; an earlier one is measured by no law."""
    late = (
        "status: hallet\ndokument:\n  - slag: protokoll\n    justering:\n      datum: {0}-03-09\n"
        "    anslag:\n      uppsatt: {0}-03-30\n      nedtaget: {0}-03-31\n"
    )
    assert said(content, {"sammantraden/namnden/2017-01-18.yml": late.format(2017)}) == []
    assert set(said(content, {"sammantraden/namnden/2018-01-17.yml": late.format(2018)})) == {
        *("R501", "R502", "R503", "R505"),
    }


def test_a_reference_to_a_coming_meeting(content: Path) -> None:
    """Nothing is said of a later meeting that the item itself says is coming."""
    item = (
        "        hanvisningar:\n          - {text: mötet den 12 juni, till: namnden/2024-06-12}\n"
        "        kommande:\n          - {mote: namnden/2024-06-12, uppgift: planerat}\n"
    )
    assert said(content, {NAMNDEN: protokoll(item=item)}) == []


def test_an_extract_may_leave_out(content: Path) -> None:
    """An extract has gaps, rows for other §§ and an anslag of the whole protokoll; none of that is remarked on."""
    document = "    anslag:\n      omfattar: §§ 2–7\n      forvaras: Kommunhuset\n"
    whole = protokoll("      beslutande:\n        - Alma Testsson (S) §§ 2–7\n", document=document)
    extract = whole.replace("slag: protokoll", "slag: protokollsutdrag").replace("§ 5", "§ 7")
    assert said(content, {NAMNDEN: extract}) == []


def test_a_day_with_two_meetings(content: Path) -> None:
    """A second meeting of the day and an anslag with the next number have addresses of their own."""
    more = {
        "sammantraden/namnden/2024-03-06-2.yml": "status: hallet\n",
        "anslag/namnden/2024-03-06-2.yml": "rubrik: Justerat protokoll\nforvaras: Kommunhuset\n",
    }
    assert said(content, more) == []


def test_minnesanteckningar_are_not_asked_for_law(content: Path) -> None:
    """Nothing of justering and anslag is asked of minnesanteckningar, however late they are signed."""
    notes = text("Inget.") + "    justering:\n      datum: 2024-12-01\n"
    assert said(content, {GRUPPEN: notes}) == []


def test_law_moves_the_last_day(content: Path) -> None:
    """A last day on a Saturday is moved (lag 1930:173): justering on the Monday is in time, on the Tuesday late."""
    saturday = "status: hallet\ndokument:\n  - slag: protokoll\n    justering:\n      datum: {}\n"
    name = "sammantraden/namnden/2024-04-13.yml"
    assert said(content, {name: saturday.format("2024-04-29")}) == []
    assert said(content, {name: saturday.format("2024-04-30")}) == ["R501"]


def test_an_uppdrag_reported_in_time_or_late(content: Path) -> None:
    """A report that answers the uppdrag ends the matter, and one that mentions the case needs no more words."""
    report = (
        "status: hallet\ndokument:\n  - slag: minnesanteckningar\n    punkter:\n      - nr: 1\n        rubrik: Svar\n"
        "        arenden: EK 2024-1\n        aterrapporterar: uppdrag:namnden/2024-03-06#p2\n"
    )
    late = dt.date(2024, 8, 1)
    assert said(content, {}, late) == ["R601"]
    assert said(content, {GRUPPEN: report}, late) == []


def test_a_held_meeting_seen_from_an_earlier_day_stops_nothing(content: Path) -> None:
    """An archive built for a day that has been tells that its meetings are ahead, without a fault."""
    found = check(read_folder(content), dt.date(2024, 1, 1))[1]
    assert {(one.code, one.severity.value) for one in found} == {("R402", "varning")}


@given(LETTERS, LETTERS)
def test_the_distance_is_that_of_the_textbook(one: str, other: str) -> None:
    """The bounded distance agrees with the plain definition as far as its bound."""

    def plain(a: str, b: str) -> int:
        if not a or not b:
            return len(a) + len(b)
        if a[0] == b[0]:
            return plain(a[1:], b[1:])
        return 1 + min(plain(a[1:], b), plain(a, b[1:]), plain(a[1:], b[1:]))

    short, other_short = one[:6], other[:6]
    assert distance(short, other_short) == min(plain(short, other_short), MAX_EDITS + 1)


@given(st.lists(LETTERS, max_size=12))
def test_no_alike_pair_is_missed(names: list[str]) -> None:
    """Comparing only names that share a piece finds exactly the pairs that comparing all with all finds."""
    every = {pair for pair in combinations(sorted(set(names)), 2) if alike(*pair)}
    assert set(alike_pairs(names)) == every
