"""The words of the search index, rewritten for Swedish."""

from __future__ import annotations

from typing import Any

import cbor2

from generator.publish import sokrader
from generator.publish.sokord import Decision, Ord, chunks, decide, improve, overview, read
from generator.publish.sokplatser import continued, groups, joined
from generator.publish.sokunderlag import text_of
from generator.views.delar.sokord import sokord

PAGES = [[2, [-25, 10, 5, -145, 3], [-2, 1]], [3, [-25, 7], []]]


def index(*rows: list[Any]) -> Ord:
    """An index of one chunk."""
    return read([cbor2.dumps([list(rows)])], lambda rows: sokrader.Rows(rows, sum(row[0] for row in cbor2.loads(rows))))


def improved(words: Ord, parts: list[str]) -> Ord:
    """The words of an index that has no others."""
    return improve(words, parts, *decide([overview(words, parts)]))


def packed(words: Ord, largest: int) -> list[list[Any]]:
    """The words of each chunk."""
    forms = (
        (key, {form: continued([(0, joined(pieces))]) for form, pieces in words[key].items()}) for key in sorted(words)
    )
    return [cbor2.loads(chunk)[0] for _, _, chunk in chunks(forms, largest)]


def places(words: Ord, key: str) -> dict[int, dict[int, set[int]]]:
    """Where a word stands in text: page, weight, positions, whatever its form."""
    found: dict[int, dict[int, set[int]]] = {}
    for pieces in words.get(key, {}).values():
        page = 0
        for step, text, _ in cbor2.loads(continued([(0, joined(pieces))])):
            page += step
            for weight, positions in groups(text).items():
                found.setdefault(page, {}).setdefault(weight, set()).update(positions)
    return found


def test_what_is_read_is_written_again() -> None:
    """Steps between pages and positions, weights, facts and forms come back as they were."""
    row = ["vard", [], [["vård", PAGES]]]
    assert places(index(row), "vard") == {2: {24: {10, 15}, 144: {3}}, 5: {24: {7}}}
    assert packed(index(row), 1000) == [[row]]


def test_a_compound_is_found_by_its_parts() -> None:
    """Närvård and sjukvårdsnämnd stand under vård too, lighter; what only begins with the word is found as it is."""
    words = improved(
        index(
            ["narvard", [], [["närvård", [[1, [-25, 4], []]]]]],
            ["sjukvardsnamnd", [], [["sjukvårdsnämnden", [[2, [-25, 9], []]]]]],
            ["vardplan", [], [["vårdplan", [[3, [-25, 5], []]]]]],
        ),
        ["vård", "nämnd", "plan"],
    )
    assert places(words, "vard") == {1: {12: {4}}, 2: {12: {9}}}
    assert places(words, "namnd") == {2: {12: {9}}}
    assert places(words, "plan") == {3: {12: {5}}}
    assert places(words, "narvard") == {1: {24: {4}}}


def test_short_parts_count_only_at_the_end() -> None:
    """Kompetensråd is found by råd; området and tradition are not."""
    words = improved(
        index(
            ["kompetensr", [], [["kompetensråd", [[1, [-25, 4], []]]]]],
            ["omrad", [], [["området", [[2, [-25, 4], []]]]]],
            ["tradition", [[3, [-25, 4], []]], []],
        ),
        ["råd", "vård"],
    )
    assert places(words, "rad") == {1: {12: {4}}}


def test_definite_forms_stand_under_their_stem() -> None:
    """Protokollet is folded into protokoll, where both are printed; a word that only ends so is left alone."""
    words = improved(
        index(["budget", [[1, [-25, 1], []]], []], ["protokoll", PAGES, []], ["protokollet", [[4, [-25, 2], []]], []]),
        ["vård"],
    )
    assert places(words, "protokoll") == {2: {24: {10, 15}, 144: {3}}, 4: {24: {2}}, 5: {24: {7}}}
    assert sorted(words) == ["budget", "protokoll"]


def test_what_all_shares_have_decides() -> None:
    """A definite form goes under a stem that stands in another share, and only there is it told to."""
    shares = [
        index(["protokollet", PAGES, []], ["budget", PAGES, []]),
        index(["protokoll", PAGES, []], ["”protokoll", PAGES, []]),
    ]
    decisions = decide([overview(words, ["vård"]) for words in shares])
    assert decisions == [Decision(["protokollet"], [], []), Decision([], [], [])]
    assert sorted(improve(shares[0], ["vård"], decisions[0])) == ["budget", "protokoll"]


def test_a_word_ends_in_a_part_wherever_it_does() -> None:
    """Kompetensrådet has the stem of kompetensråd, and is found by råd also where the latter is not printed."""
    shares = [
        index(["kompetensrad", [], [["kompetensrådet", PAGES]]], ["kompetensradet", [], [["kompetensrådets", PAGES]]]),
        index(["kompetensrad", [], [["kompetensråd", PAGES]]]),
    ]
    decisions = decide([overview(words, ["råd", "vård"]) for words in shares])
    assert [one.ended for one in decisions] == [[("rad", "kompetensrad")]] * 2
    assert places(improve(shares[0], ["råd", "vård"], decisions[0]), "rad") == {
        2: {12: {10, 15}, 72: {3}},
        5: {12: {7}},
    }


def test_shares_have_few_words_each_and_many_together() -> None:
    """What begins with a part is counted over all shares, so that each is rewritten as the whole index asks for."""
    words = index(["vardplan", [], [["vårdplan", [[1, [-25, 5], []]] * 4_000]]])
    alone, together = (decide([overview(words, ["vård"])] * number) for number in (1, 3))
    assert "vard" not in improve(words, ["vård"], *alone)
    assert places(improve(words, ["vård"], together[2]), "vard")[4_000] == {12: {5}}


def test_signs_at_the_ends_of_words_go() -> None:
    """”Köping is Köping and ”§63 is 63; a single letter is no word, a single figure is."""
    words = improved(
        index(
            ["koping”", [], [["köping”", [[1, [-25, 1], []]]]]],
            ["”§63", [[2, [-25, 2], []]], []],
            ["b)", [[3, [-25, 3], []]], []],
            ["7.", [[3, [-25, 4], []]], []],
        ),
        ["vård"],
    )
    assert {key: sorted(forms) for key, forms in words.items()} == {"7": [""], "63": [""], "koping": ["köping"]}


def test_a_page_keeps_only_so_many_places_of_a_word() -> None:
    """The heaviest places are kept, then the first: twenty-four, six of a word that a thousand pages have, then two."""
    many = [-25, *[1] * 100, -145, 500]
    words = index(*([f"{pages:05}", [[1, many, []]] * pages, []] for pages in (1, 1_000, 9_000)))
    (chunk,) = packed(words, 10_000_000)
    assert [rows for _, rows, _ in chunk] == [
        [[1, [-25, *[1] * kept, -145, 500], []]] * pages for pages, kept in ((1, 23), (1_000, 5), (9_000, 1))
    ]


def test_words_with_one_beginning_lie_together() -> None:
    """A chunk ends where the next word begins otherwise, as a half-typed word asks for both, or at twice the size."""
    words = ("besluta", "beslutb", "beslutc", "beslutd", "motiona", "motionb", "motionc")
    rows = [[word, [[0, [-25, 1], []]], []] for word in words]
    assert [[row[0] for row in chunk] for chunk in packed(index(*rows), 20)] == [
        ["besluta", "beslutb", "beslutc"],
        ["beslutd", "motiona", "motionb"],
        ["motionc"],
    ]


def test_a_part_is_found_where_its_compounds_lie_far_away() -> None:
    """Vårdplan is found by vård by its beginning; where thousands of pages have such words, it stands under it too."""
    few = improved(index(["vardplan", [], [["vårdplan", [[3, [-25, 5], []]]]]]), ["vård"])
    many = improved(index(["vardplan", [], [["vårdplan", [[1, [-25, 5], []]] * 9_000]]]), ["vård"])
    assert "vard" not in few
    assert places(many, "vard")[9_000] == {12: {5}}


def test_the_margin_is_not_searched() -> None:
    """Links to headings, labels, side matter and lists of links stay out; the matter and its facts stay in."""
    page = """<html><head><meta data-pagefind-filter="slag[content]" content="Person"><title>x</title></head><body>
      meny<div data-pagefind-body><h1>Anna<a class="headerlink">Länk hit</a></h1>
      <dl><dt>Text <em class="marke">ord</em></dt><dd>Saken</dd><dt class="bisak">Källa</dt><dd>filen</dd></dl>
      <h2 id="moten">Möten</h2><h3>2024</h3><ul><li>lista</li></ul>
      <h2 id="mandat">Platser</h2><p>ledamot</p></div></body></html>"""
    text = (text_of(page.encode()) or b"").decode()
    assert all(word in text for word in ('content="Person"', "Anna", "Text", "Saken", "Platser", "ledamot"))
    assert not any(word in text for word in ("meny", "Länk hit", "Källa", "filen", "Möten", "2024", "lista", ">ord<"))
    assert f'data-pagefind-weight="{sokord().vikter["Person"]}"' in text


def test_the_word_lists_agree_with_themselves() -> None:
    """No form has two base forms or is a base form itself, and no list names a word twice."""
    words = sokord()
    assert not set(words.bojningar) & set(words.bojningar.values())
    for some in (words.delar, words.stoppord, words.motesord, words.organord):
        assert len(some) == len(set(some))
