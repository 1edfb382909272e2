"""What the schema says of a record with faults: each fault at its own text, in Swedish, and never a crash."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.diagnostics import Diagnostic, as_text
from generator.records.faults import CODES, WORDINGS
from generator.records.kinds import BY_NAME, KINDS, Kind
from generator.records.load import load
from tests.exempel import antal_exempel
from tests.records.strategier import lines, part_of

MOTE = "status: hallet\ndokument:\n  - slag: protokoll\n    punkter:\n      - nr: § 1\n        rubrik: Budget\n"
ARKIV = (
    "namn: Provarkivet\nbeskrivning: Prov\nwebbadress: https://exempel.se/\nutgivare: {namn: Prov, slag: annan}\n"
    "kontakt: {namn: Prov, epost: a@exempel.se}\nanslagstavla: {roll: kopia}\ntjanstepersoner_i_register: ja\n"
)

RADER = "status: hallet\ndokument:\n  - slag: protokoll\n    narvaro:\n      beslutande:\n"

# code, kind, the record's text, the text that the fault points at
CASES: list[tuple[str, str, str, str]] = [
    ("R101", "person", "namn: Alva Ek\nlasarklass: gast\nårende: 3\n", "årende"),
    ("R102", "person", "namn: Alva Ek\n", "namn"),
    ("R103", "person", "namn: [Alva, Ek]\nlasarklass: gast\n", "[Alva, Ek]"),
    ("R103", "person", "namn:\n  fornamn: Alva\nlasarklass: gast\n", "fornamn: Alva"),
    ("R104", "person", "namn: Alva Ek\nlasarklass: gast\nmaskad: ja\n", "ja"),
    ("R104", "sammantrade", "status: hallet\ndokument: [protokoll]\n", "protokoll"),
    ("R105", "sammantrade", "status: hallet\ndokument: protokoll\n", "protokoll"),
    ("R106", "sammantrade", "status: hållet\n", "hållet"),
    ("R107", "sammantrade", "status: hallet\ntill_datum: 11 oktober 2024\n", "11 oktober 2024"),
    ("R108", "sammantrade", "status: hallet\ntill_datum: 2024-02-30\n", "2024-02-30"),
    ("R109", "sammantrade", MOTE + "        klockslag: 25:00\n", "25:00"),
    ("R110", "sammantrade", "status: hallet\ntid: 14:00–09:00\n", "14:00–09:00"),
    ("R111", "sammantrade", "status: hallet\ndokument:\n  - slag: protokoll\n    omfattar: §§ 9–4\n", "§§ 9–4"),
    ("R112", "organ", "namn: Rådet\nslag: rad\nstallning: {lage: okand}\nmote: yes\n", "yes"),
    ("R113", "sammantrade", MOTE + "        omrostningar:\n          - ja: tre\n", "tre"),
    ("R114", "person", "namn: Alva Ek\nlasarklass: gast\nhuvudman: Norrby kommun\n", "Norrby kommun"),
    ("R115", "huvudman", "namn: Norrby\nslag: kommun\nwebbplats: www.norrby.se\n", "www.norrby.se"),
    ("R116", "arkiv", ARKIV.replace("a@exempel.se", "a.exempel.se"), "a.exempel.se"),
    ("R117", "sammantrade", MOTE + "        referat: Se <b>här</b>.\n", "<b>"),
    ("R118", "person", "namn:\nlasarklass: gast\n", "namn"),
    ("R118", "arende", "rubrik: ''\n", "''"),
    ("R119", "sammantrade", RADER + "        - Alva Ek och Bo Al\n", "Alva Ek och Bo Al"),
    ("R119", "sammantrade", RADER + "        - person: alva-ek\n          rad: Alva/Bo\n", "Alva/Bo"),
    ("R120", "sammantrade", RADER + "        - rad: Alva Ek\n          rubrik: Ledamöter\n", "Ledamöter"),
    ("R120", "sammantrade", RADER + "        - person: alva-ek\n", "person"),
    ("R121", "sammantrade", MOTE + "        avsnitt:\n          - rubrik: T\n            tabell:\n"
     "              kolumner: [a, b]\n              rader: [[1, 2], [3]]\n", "[3]"),
    ("R122", "sammantrade", MOTE + "        avsnitt:\n          - rubrik: Tomt\n", "rubrik: Tomt"),
    ("R123", "sammantrade", MOTE.replace("§ 1", "första"), "första"),
    ("R124", "sammantrade", MOTE.replace("nr: § 1", "i_kallelsen: 1"), "i_kallelsen: 1"),
    ("R125", "sammantrade", MOTE + "        kalla: {sha256: abc}\n", "abc"),
    ("R126", "arkiv", ARKIV.replace("exempel.se/", "exempel.se"), "https://exempel.se"),
    ("R126", "huvudman", "namn: Norrby\nslag: kommun\norganisationsnummer: 123\n", "123"),
]  # fmt: skip


def faults_of(text: str, kind: Kind) -> list[Diagnostic]:
    """The faults of a record's text."""
    return load(text.encode(), "post.yml", kind, "prov")[1]


def pointed(fault: Diagnostic) -> str:
    """The text between a fault's marks."""
    return fault.source[fault.position.column - 1 : fault.position.end_column - 1]


@pytest.mark.parametrize(("code", "kind", "text", "at"), CASES)
def test_one_mistake_is_one_fault_at_its_own_text(code: str, kind: str, text: str, at: str) -> None:
    """Each kind of mistake gives exactly one fault, with its code, its place and a cure."""
    (fault,) = faults_of(text, BY_NAME[kind])
    assert (fault.code, pointed(fault)) == (code, at)
    assert fault.cure


def test_every_code_is_shown() -> None:
    """The table above has every code that the schema's errors have."""
    assert {code for code, *_ in CASES} == {wording.code for wording in WORDINGS.values()} == set(CODES)


@pytest.mark.parametrize(
    ("kind", "text", "cure"),
    [
        ("sammantrade", MOTE + "        ärende: KS 1\n", "menade du 'arenden'?"),
        ("sammantrade", MOTE + "        förslag: Bifall\n", "menade du 'forslag'?"),
        ("sammantrade", "statuss: hallet\n", "menade du 'status'?"),
        ("sammantrade", "status: hållet\n", "menade du 'hallet'?"),
        ("person", "namn: Alva Ek\nlasarklass: tjänsteperson\n", "menade du 'tjansteperson'?"),
    ],
)
def test_a_near_word_is_suggested(kind: str, text: str, cure: str) -> None:
    """A misspelt key or word is one fault, which names the right one."""
    (fault,) = faults_of(text, BY_NAME[kind])
    assert fault.cure == cure


def test_all_faults_are_told_at_once() -> None:
    """One run tells every fault of a record, each in its place, in order of line, with the way to it."""
    text = (
        MOTE
        + "        datum: 2024-01-01\n        beslut: [{text: Ja, slag: bifal}]\n        justerad: {omedelbart: yes}\n"
    )
    faults = faults_of("plats: <i>\n" + text, BY_NAME["sammantrade"])
    assert sorted((f.position.line, f.code) for f in faults) == [
        (1, "R117"), (8, "R101"), (9, "R106"), (10, "R102"), (10, "R112"),
    ]  # fmt: skip
    assert {f.trail for f in faults if f.code == "R106"} == {
        ("prov", "dokument protokoll", "punkter § 1", "beslut 1", "slag")
    }


WRONG: list[Any] = [
    "",
    "nej tack",
    "<b>",
    "2024-13-01",
    "25:61",
    [],
    {},
    [[]],
    [""],
    {"": ""},
    {"rad": []},
    [{"nr": {}}],
]


def _places(plain: Any, loc: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a tree of dict and list."""
    found = [loc] if loc else []
    pairs = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in pairs:
        found += _places(value, (*loc, key))
    return found


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[Kind, Any]:
    """A kind and a record of it with some values of the wrong type, keys misspelt, added or gone."""
    kind = draw(st.sampled_from(KINDS))
    plain = copy.deepcopy(draw(part_of(kind.model)))
    for _ in range(draw(st.integers(1, 3))):
        places = _places(plain)
        if not places:
            break
        *way, last = draw(st.sampled_from(places))
        here = plain
        for step in way:
            here = here[step]
        change = draw(st.sampled_from(["value", "gone", "added", "renamed"]))
        if change == "value":
            here[last] = draw(st.sampled_from(WRONG).map(copy.deepcopy) | lines)
        elif isinstance(here, dict) and change == "renamed":
            here[f"{last}x"] = here.pop(last)
        elif isinstance(here, dict) and change == "added":
            here[draw(st.sampled_from(["arende", "x", "nr", "text", "rad"]))] = draw(
                st.sampled_from(WRONG).map(copy.deepcopy)
            )
        elif isinstance(here, dict):
            here.pop(last)
    return kind, plain


@given(spoilt(), st.booleans())
@antal_exempel(300)
def test_no_record_raises_and_each_fault_has_its_words_and_place(case: tuple[Kind, Any], flow: bool) -> None:
    """Wrong types anywhere give faults that are said in Swedish, inside the text and at the line they show."""
    kind, plain = case
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, default_flow_style=flow or None, width=200)
    faults = faults_of(text, kind)
    source = text.split("\n")
    for fault in faults:
        at = fault.position
        assert fault.source == source[at.line - 1]
        assert 1 <= at.column <= len(fault.source) + 1
        assert not {"{varde}", "{nyckel}", "{forslag}", "{monster}"} & set(as_text(fault).split())


def _error_types(kind: Kind, plain: Any) -> set[str]:
    try:
        kind.model.model_validate(plain)
    except ValidationError as error:
        return {row["type"] for row in error.errors()}
    return set()


@given(spoilt())
@antal_exempel(200)
def test_every_error_of_the_schema_has_words(case: tuple[Kind, Any]) -> None:
    """No model gives a type of error that is not worded."""
    assert _error_types(*case) <= set(WORDINGS)


@given(st.binary(max_size=300), st.sampled_from(KINDS))
def test_no_bytes_raise(data: bytes, kind: Kind) -> None:
    """Any bytes as any kind of record give a record or faults, and the faults can be shown."""
    record, faults = load(data, "post.yml", kind, "prov")
    assert record is not None or faults
    assert all(as_text(fault) for fault in faults)


@pytest.mark.parametrize(
    ("line", "code"),
    [("nr: {}", "R123"), ("nr: § {}", "R123"), ("nr: 1\n        justerad: x\n    omfattar: § {}", "R111")],
)
def test_a_number_of_thousands_of_figures_is_a_fault(line: str, code: str) -> None:
    """No number is too long to be told of: Python itself refuses to read one of more than 4,300 figures."""
    body = f"status: hallet\ndokument:\n  - slag: protokoll\n    punkter:\n      - rubrik: x\n        {line}\n"
    assert [one.code for one in faults_of(body.format("9" * 5000), BY_NAME["sammantrade"])] == [code]
