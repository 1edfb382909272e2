"""What a query means, asked of ``sok-fraga.js`` itself in a browser, with a small invented register."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.publish.conftest import REGISTER, served

ASSETS = Path(__file__).resolve().parents[2] / "site_overrides" / "assets"
ORGAN = {"id": "ks", "namn": "Kommunstyrelsen", "kort": "KS", "former": ["kommunstyrelsen", "ks", "gamla styrelsen"]}
LITET = REGISTER | {
    "organ": [
        ORGAN | {"ar": [2023, 2024]},
        {"id": "bn", "namn": "Byggnadsnämnden", "kort": "", "former": ["byggnadsnamnden"], "ar": [2024]},
    ],
    "moten": {
        "ks": [["2023-03-01", "1-9", ""], ["2024-03-01", "1-9, 12", ""], ["2024-05-02", "13-20", "2024-05-03"]],
        "bn": [["2024-04-01", "3", ""]],
    },
    "namn": ["0", "lena", "o"],
    "dnr": ["0", "ks2024"],
    "arenden": [["bro", "Bron", ["KS 2024/00123"]], ["vag", "Vägen", ["HSF240207"]]],
    "personer": [["Åsa-Lena Öberg", ["Åsa Öbergh"], "asa-oberg"], ["Bo Öberg", [], ""]],
    "huvudman": [["exempelby", "Exempelby kommun", ["exempelby kommun", "exempelby"]]],
    "bojningar": {"protokollet": "protokoll"},
    "stoppord": ["vad", "om", "i", "den"],
    "motesord": ["möte", "protokoll"],
    "organord": ["ordförande"],
    "likord": [["närvård", "nära vård"]],
}
MARS, APRIL, MAJ, FORRA = "moten/ks/2024-03-01/", "moten/bn/2024-04-01/", "moten/ks/2024-05-02/", "moten/ks/2023-03-01/"

FILES = {"needed": "register", "near": "forslag"}

pytestmark = [pytest.mark.langsam, pytest.mark.webblasare]
Js = Callable[[str, str], Any]


@pytest.fixture(scope="module")
def js(krom: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Js]:
    """Call a function of the script with a query and the register."""
    folder = tmp_path_factory.mktemp("fraga")
    for script in ASSETS.glob("sok-*.js"):
        (folder / script.name).write_bytes(script.read_bytes())
    (folder / "index.html").write_text("<!doctype html><title>x</title>")
    with served(folder) as base, krom.new_context() as context:
        page = context.new_page()
        page.goto(base)
        call = "async ([file, name, query, register]) => (await import(`/sok-${file}.js`))[name](query, register)"
        register = json.loads(json.dumps(LITET))
        yield lambda name, query: page.evaluate(call, [FILES.get(name, "fraga"), name, query, register])


def urls(js: Js, query: str) -> list[str]:
    """Where the exact hits lead."""
    return [hit["url"] for hit in js("exact", query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("§ 12", [f"{MARS}#p12"]),
        ("KS §12", [f"{MARS}#p12"]),
        ("paragraf 3 2024", [f"{APRIL}#p3", f"{MARS}#p3"]),
        ("KS 2024 § 12", [f"{MARS}#p12"]),
        ("3 § ks", [f"{MARS}#p3", f"{FORRA}#p3"]),
        ("§ 99", []),
        ("2024-05-03", [MAJ]),
        ("möte den 1 april 2024", [APRIL]),
        ("1/4 2024", [APRIL]),
        ("apr 2024", [APRIL]),
        ("2024-04", [APRIL]),
        ("KS 2024", ["organ/ks/", MAJ, MARS]),
        ("gamla styrelsen", ["organ/ks/"]),
        ("vad om protokoll", []),
        ("ordförande i KS", ["organ/ks/#sammansattning"]),
        ("KS bygglov", []),
        ("ks 2024/00123", ["arenden/bro/"]),
        ("KS2024-00123", ["arenden/bro/"]),
        ("dnr: hsf 240207", ["arenden/vag/"]),
        ("asa lena oberg", ["personer/asa-oberg/"]),
        ("Öberg", ["personer/asa-oberg/", "personer/bo-oberg/"]),
        ("ÖBERG, BO", ["personer/bo-oberg/"]),
        ("Åsa Öbergh", ["personer/asa-oberg/"]),
        ("Exempelby", ["huvudman/exempelby/"]),
        ("byggnads", []),
        ("", []),
        ("§", []),
        ("<b>KS</b>", []),
    ],
)
def test_what_a_query_names_exactly(js: Js, query: str, expected: list[str]) -> None:
    """§§, days, organ, diarienummer and names lead to their places however they are typed, the newest first."""
    assert urls(js, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("vad om protokollet", ["protokoll"]),
        ("vad om", ["vad om"]),
        ("paragraf 63 bron", ["63 bron"]),
        ("HSF 24-0207", ["HSF240207"]),
        ("bron KS", ["bron KS", "Kommunstyrelsen bron"]),
        ("närvård nu", ["närvård nu", "nära vård nu"]),
        ("”nära  vård”", ['"nära  vård"']),
        ("a <b>", [""]),
        ("“", [""]),
    ],
)
def test_what_the_index_is_asked(js: Js, query: str, expected: list[str]) -> None:
    """Base forms, joined numbers, no empty words; other names for the same too; a quotation is asked whole."""
    assert js("questions", query) == expected


def test_questions_are_shortened_by_one_word_at_a_time(js: Js) -> None:
    """Where no page has all words, each word is left out in turn; one word and a quotation cannot be shortened."""
    shorter = partial(js, "shorter")
    assert shorter("bro väg torg") == ["väg torg", "bro torg", "bro väg"]
    assert shorter("bro") == []
    assert shorter('"bro väg"') == []


@pytest.mark.parametrize("query", ["x" * 10_000, "§" * 10_000, "1 " * 5_000, "\u0000\ud83d", "((((", "[a-z]{9999}"])
def test_no_query_is_too_odd_to_read(js: Js, query: str) -> None:
    """Anything at all gives lists, in less than a second."""
    assert urls(js, query) == []
    assert isinstance(js("questions", query), list)


@pytest.mark.parametrize(
    ("query", "namn", "dnr", "years"),
    [
        ("Öberg", ["namn-o"], [], []),
        ("Lisa Lena Ek", ["namn-0", "namn-lena"], [], []),
        ("ks 2024/00123", [], ["dnr-ks2024"], []),
        ("dnr HSF240207", [], ["dnr-0"], []),
        ("§ 12", [], [], [2024, 2023]),
        ("§ 12 2023", [], [], [2023]),
        ("byggnadsnämnden § 3", [], [], [2024]),
        ("möte den 1 april 2024", [], [], [2024]),
        ("2023-04", [], [], [2023]),
        ("§ 12 bygglov", [], [], []),
        ("KS", [], [], []),
        ("protokollet", [], [], []),
        ("vem var det som sade så", [], [], []),
    ],
)
def test_which_parts_of_the_register_are_fetched(
    js: Js, query: str, namn: list[str], dnr: list[str], years: list[int]
) -> None:
    """The names, numbers and years that the query begins like, and none where it can name nothing of the kind."""
    found = js("needed", query)
    assert (sorted(found["namn"]), found["dnr"], found["ar"]) == (namn, dnr, years)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("asa oberk", ["Åsa-Lena Öberg"]),
        ("bo öbreg", ["Bo Öberg"]),
        ("öbergg", ["Åsa-Lena Öberg", "Bo Öberg"]),
        ("kommunstyrelsn", ["Kommunstyrelsen"]),
        ("byggnatsnöjden", []),
        ("byggnadnämden", ["Byggnadsnämnden"]),
        ("bo öberg", []),
        ("xylofon", []),
        ("", []),
    ],
)
def test_what_a_misspelt_name_may_mean(js: Js, query: str, expected: list[str]) -> None:
    """A letter too many, too few, wrong or misplaced leads to the name; what is right or far from all does not."""
    assert js("near", query) == expected
