"""What a reference means, why it means nothing, and what the nearest is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.archive.namn import normal
from generator.model.referens import normal_diarienummer, read_mal


@pytest.mark.parametrize(
    ("written", "node"),
    [
        ("skogsnamnden/2024-03-01", "mote:skogsnamnden/2024-03-01"),
        ("skogsnamnden/2024-03-01#p2", "punkt:skogsnamnden/2024-03-01#p2"),
        ("skogsnamnden/2024-03-01#p2b1", "punkt:skogsnamnden/2024-03-01#p2b1"),
        ("skogsnamnden/2024-03-01#k2", "punkt:skogsnamnden/2024-03-01#k2"),
        ("uppdrag:skogsnamnden/2024-03-01#p3/2", "uppdrag:skogsnamnden/2024-03-01#p3/2"),
        ("anslag:skogsnamnden/2024-03-01", "anslag:skogsnamnden/2024-03-01"),
        ("anslag:skogsnamnden/2024-03-01-2", "anslag:skogsnamnden/2024-03-01-2"),
        ("anslag:skogsnamnden/2024-06-01", "anslag:skogsnamnden/2024-06-01"),
        ("person:alva-ek", "person:alva-ek"),
        ("organ:vagradet", "organ:vagradet"),
        ("huvudman:norrby", "huvudman:norrby"),
        ("arende:skogsplan", "arende:skogsplan"),
        ("skogsplan", "arende:skogsplan"),
        ("SKN 2024/7", "arende:skogsplan"),
        ("dnr skn2024/7", "arende:skogsplan"),
        ("Dnr: KS-88", "arende:skogsplan"),
        (" KS-88 ", "arende:skogsplan"),
        ("term:justering", "term:justering"),
    ],
)
def test_a_reference_has_one_meaning(mini: Archive, written: str, node: str) -> None:
    """Every form of reference leads to its node."""
    assert mini.register.sla_upp(written).nod == node


@pytest.mark.parametrize(
    ("written", "problem", "near"),
    [
        ("skogsnamnden/2024-03-02", "mötet 'skogsnamnden/2024-03-02' finns inte", "skogsnamnden/2024-03-01"),
        ("skognamnden/2024-03-01", "mötet 'skognamnden/2024-03-01' finns inte", "skogsnamnden/2024-03-01"),
        ("skogsnamnden/2024-03-01#p20", "paragrafen eller punkten 'skogsnamnden/2024-03-01#p20' finns inte",
         "skogsnamnden/2024-03-01#p2"),
        ("person:alva-eck", "personen 'person:alva-eck' finns inte", "person:alva-ek"),
        ("person:zzz", "personen 'person:zzz' finns inte", None),
        ("organ:Vägrådet", "organet 'organ:Vägrådet' finns inte", "organ:vagradet"),
        ("skogsnämnden/2024-03-01", "mötet 'skogsnämnden/2024-03-01' finns inte", "skogsnamnden/2024-03-01"),
        ("uppdrag:räkna", "uppdraget 'uppdrag:räkna' finns inte", None),
        ("SKN 2024/8", "ärendet 'SKN 2024/8' finns inte", "SKN2024/7"),
        ("KS-99", "diarienumret 'KS-99' finns hos flera ärenden: broar, vagar", "arende:broar"),
        ("uppdrag:skogsnamnden/2024-03-01#p3",
         "i paragrafen ges flera uppdrag, så 'uppdrag:skogsnamnden/2024-03-01#p3' räcker inte",
         "uppdrag:skogsnamnden/2024-03-01#p3/1"),
        ("anslag:vagradet/2024-04-05", "anslaget 'anslag:vagradet/2024-04-05' finns inte", None),
        ("term:justerings", "ordet i ordlistan 'term:justerings' finns inte", "term:justering"),
    ],
)  # fmt: skip
def test_a_reference_without_meaning_says_why(mini: Archive, written: str, problem: str, near: str | None) -> None:
    """What leads nowhere is told in Swedish, with the nearest that does, in the form in which it is written."""
    answer = mini.register.sla_upp(written)
    assert (answer.nod, answer.problem, answer.nara) == (None, problem, near)


def test_what_is_near_exists(mini: Archive) -> None:
    """The nearest that is offered is itself a reference with a meaning."""
    for written in ("skogsnamnden/2024-03-02", "person:alva-eck", "SKN 2024/8", "skogsnamnden/2024-03-01#p20",
                    "uppdrag:skogsnamnden/2024-03-01#p3", "uppdrag:skogsnamnden/2024-03-01#p3/99",
                    "skogsnämnden/2024-03-01", "organ:Vägrådet", "KS-99"):  # fmt: skip
        near = mini.register.sla_upp(written).nara
        assert near is not None
        assert mini.register.sla_upp(near).nod is not None, near


def test_a_day_and_a_number_mean_one_item_or_none(mini: Archive) -> None:
    """A § of a day is found across organ, but not where two have it, nor a point that is no §."""
    assert mini.register.punkt_av("2024-03-01", 2) == "skogsnamnden/2024-03-01#p2"
    assert mini.register.punkt_av("2024-03-01", 1) is None
    assert mini.register.punkt_av("2024-04-05", 2) is None
    assert mini.register.punkt_av("2024-03-02", 2) is None


@given(st.text(max_size=40))
def test_no_reference_raises(mini: Archive, written: str) -> None:
    """Any text is read as a reference of some kind, and answered."""
    assert read_mal(written).slag
    answer = mini.register.sla_upp(written)
    assert answer.nod or answer.problem


@given(st.text(max_size=20))
def test_the_same_number_is_the_same(number: str) -> None:
    """The form in which diarienummer are compared does not change when taken again, nor by spaces or case."""
    plain = normal_diarienummer(number)
    assert normal_diarienummer(f" {number} ") == plain
    assert normal_diarienummer(plain) in {plain, normal_diarienummer(normal_diarienummer(plain))}


def test_only_an_exact_name_is_a_person(mini: Archive) -> None:
    """Case and spaces make no difference; a letter, a hyphen or half a name does; a shared name means nobody."""
    names = mini.namn
    assert names.person("Alva Ek") == names.person("alva  EK") == names.person("A. Ek") == "alva-ek"
    assert names.person("A\u030ake Ek") is None
    for other in ("Alva", "Ek", "Alva-Ek", "Alva Eek", "Älva Ek", "", "Vakant"):
        assert names.person(other) is None, other
    assert names.personer[normal("Egil Ås")] == ("egil-as", "egil-as-soderby")
    assert names.person("Egil Ås") is None
    assert names.person(unicode_decomposed("Cilla By")) == "cilla-by"


def unicode_decomposed(name: str) -> str:
    """The name as a PDF may give it."""
    return unicodedata.normalize("NFD", name)


def test_an_authority_has_several_names(mini: Archive) -> None:
    """Name, short name and aliases all mean the authority."""
    assert {mini.namn.myndighet(name) for name in ("Norrby", "norrby kommun")} == {"norrby"}
    assert {mini.namn.myndighet(name) for name in ("Söderby", "SÖ")} == {"soderby"}
    assert mini.namn.myndighet("Söder") is None
