"""Page furniture is what print repeats with its pages; what the document says is never furniture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.importer.extract.line import Line
from generator.importer.layout.furniture import Cleaned, without_furniture

HEAD = (
    "PROTOKOLL\n\nMötesdatum\n\n2024-05-02\n\nSkolnämnden i Ekby\n\n"
    "Plats och tid Rådhuset kl. 09.00\n\nBeslutande Anna Ek (S)\n"
)
RUNNING = "PROTOKOLL\nMötesdatum\nSkolnämnden i Ekby   2024-05-02\n"


def lines_of(text: str, pages: bool = False) -> tuple[Line, ...]:
    """Text as lines; a form feed begins a page."""
    out: list[Line] = []
    for page, sheet in enumerate(text.split("\f"), 1):
        out += [
            Line(line.strip(), len(out) + n, page if pages else None) for n, line in enumerate(sheet.split("\n"), 1)
        ]
    return tuple(out)


def texts(cleaned: Cleaned) -> tuple[list[str], list[str]]:
    """What stays and what is removed."""
    return [line.text for line in cleaned.lines if line.text], [one.line.text for one in cleaned.removed]


def test_a_running_head_made_of_the_documents_own_head_goes_and_the_head_stays() -> None:
    """Without pages: lines of the organ, the day and the kind again, in any order, on one line or several."""
    body = f"{RUNNING}\n§ 1 Val\nNämnden väljer.\n{RUNNING}\n§ 2 Mål\nMålen antas.\n2024-05-02\nMer text.\n"
    kept, removed = texts(without_furniture(lines_of(HEAD + body)))
    assert kept == [line for line in HEAD.split("\n") if line] + [
        "§ 1 Val", "Nämnden väljer.", "§ 2 Mål", "Målen antas.", "Mer text.",
    ]  # fmt: skip
    assert len(removed) == 7


def test_an_organ_printed_over_two_lines_is_known_again() -> None:
    """The running head breaks the organ's name where the head does not."""
    running = "Skolnämnden\ni Ekby\n\n2024-05-02\n"
    _, removed = texts(without_furniture(lines_of(f"{HEAD}{running}\n§ 1 Val\nX.\n{running}\n§ 2 Mål\nY.")))
    assert removed == ["Skolnämnden", "i Ekby", "2024-05-02"] * 2


def test_what_is_said_several_times_stays() -> None:
    """Sentences, headings, decisions, list items, recipients and names are text however often they come."""
    item = "\nBeslut\nInformationen noteras.\nAnna Ek (S)\n- Summering\nSkickas till\nSkolnämnden i Ekby\nAkten\n"
    body = "".join(f"§ {n} Ärende{item}Sista dag är 2024-10-0{n}.\n" for n in range(1, 6))
    _, removed = texts(without_furniture(lines_of(HEAD + body)))
    assert removed == []


def test_a_heading_of_an_item_is_no_running_head() -> None:
    """The word "Protokollsutdrag" above those who get one is a heading, though the document's head has it too."""
    body = "".join(f"§ {n} Ärende\nBeslut\nX antas.\nProtokollsutdrag\nAkten\n" for n in range(1, 6))
    _, removed = texts(without_furniture(lines_of(HEAD + body)))
    assert removed == []


def test_page_edges_that_repeat_go_except_on_the_first_page_top() -> None:
    """With pages: lines at the edges, figures aside; the first page keeps what may be its head, but no page number."""
    sheet = "Ekby kommun\tSida {}(4)\nSkolnämnden\n\n{}\n\nJusterandes sign\tUtdragsbestyrkande"
    bodies = ["Plats: Rådhuset", "§ 1 Val\nText.", "Beslut\nX antas.", "Beslut\nY antas."]
    text = "\f".join(sheet.format(n, body) for n, body in enumerate(bodies, 1))
    kept, removed = texts(without_furniture(lines_of(text, pages=True)))
    assert kept == ["Skolnämnden", *"\n".join(bodies).split("\n")]
    assert len(removed) == 11


def test_a_heading_that_opens_some_pages_is_text() -> None:
    """Headings without a row in the table come anywhere; that some open a page does not make them furniture."""
    body = [f"Text nummer {n} i punkten." for n in range(20)]
    opens = ["Ekby protokoll", "Barnets bästa", *body]
    inside = ["Ekby protokoll", *body[:10], "Barnets bästa", *body[10:]]
    pages = "\f".join("\n".join(sheet) for sheet in (inside, opens, inside, opens, inside, opens, inside, inside))
    kept, removed = texts(without_furniture(lines_of(pages, pages=True)))
    assert kept.count("Barnets bästa") == 8
    assert removed == ["Ekby protokoll"] * 7


def test_the_labels_of_a_bevis_are_no_running_head() -> None:
    """The bevis says the organ and the day once more, and there they are its own."""
    board = "Anslag\nOrgan\nSkolnämnden i Ekby\nSammanträdesdatum\n2024-05-02\nAnslaget sätts upp 2024-05-09\n"
    _, removed = texts(without_furniture(lines_of(f"{HEAD}{RUNNING}\n§ 1 Val\nText.\n{RUNNING}\n{board}")))
    assert removed == [line for line in RUNNING.split("\n") if line] * 2


def test_page_numbers_go_and_other_lone_numbers_stay() -> None:
    """``Sida 2 (14)`` and a lone number at the end are page numbers; a number that ends a sentence is not."""
    kept, removed = texts(
        without_furniture(lines_of("§ 1 Val\nEnligt punkt\n\n5\n\nText.\nSida 2 (14)\n\nSlut.\n\n3\n"))
    )
    assert kept == ["§ 1 Val", "Enligt punkt", "5", "Text.", "Slut."]
    assert removed == ["Sida 2 (14)", "3"]


def test_an_empty_signature_box_goes_where_it_repeats_and_a_filled_one_stays() -> None:
    """The box says something once somebody has signed it."""
    empty = without_furniture(lines_of("§ 1 Val\nText.\nJusterandes sign\n§ 2 Mål\nText.\nJusterandes sign"))
    signed = without_furniture(lines_of("§ 1 Val\nText.\nUtdragsbestyrkande Anna Ek\n§ 2 Mål\nText."))
    assert [one.line.text for one in empty.removed] == ["Justerandes sign", "Justerandes sign"]
    assert signed.removed == ()


@given(
    st.lists(st.sampled_from(["", "A", "3", "§ 1 X", "Beslut", "Ekby 2024-05-02", "Mötesdatum", "x@y.se"]), max_size=40)
)
def test_every_line_is_kept_or_told(texts: list[str]) -> None:
    """Nothing vanishes, nothing raises, the order stays."""
    lines = tuple(Line(text, n, n // 7) for n, text in enumerate(texts, 1))
    cleaned = without_furniture(lines)
    seen = sorted([*cleaned.lines, *(one.line for one in cleaned.removed)], key=lambda line: line.number)
    assert tuple(seen) == lines
    assert all(one.why for one in cleaned.removed)


def test_a_heading_said_again_on_the_next_page_is_not_an_item() -> None:
    """``§ 45 forts.`` goes, and so do drawn lines and boxes parted by one space."""
    boxes = "______\nJusterandes sign Utdragsbestyrkande\n"
    kept, removed = texts(without_furniture(lines_of(f"§ 4 Mål\nText.\n{boxes}Ks § 4 forts.\nMer.\n{boxes}")))
    assert kept == ["§ 4 Mål", "Text.", "Mer."]
    assert len(removed) == 5
