"""Makes the documents of this folder from their truth: ``python -m tests.importer.dokument.gor``.

Each ``<name>.facit.yml`` says, in the shape of a record, what its document says; a layout of its own says how that
is printed. PDF is printed by Chromium, Word files are written by python-docx. The content depends on nothing but
the truth and the layout.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import sync_playwright

from generator.records import nodes
from tests.conftest import _browser
from tests.importer.dokument import utseenden as en
from tests.importer.dokument import utseenden_andra as andra
from tests.importer.dokument import utseenden_fjarde as fjarde
from tests.importer.dokument import utseenden_fler as tva
from tests.importer.dokument import utseenden_tredje as tredje
from tests.importer.dokument.block import Block, Textstil, as_html, as_text, as_word

HAR = Path(__file__).resolve().parent
Layout = Callable[[list[dict[str, Any]]], Iterator[Block]]
CSS = """
body { font: 11pt "Liberation Sans", Arial, sans-serif; line-height: 1.35 }
h1 { font-size: 16pt } h2 { font-size: 13pt }
h3 { font-size: 11pt; margin-bottom: 0 } h3 + p { margin-top: 2pt }
table.huvud { width: 100%; border-collapse: collapse }
table.huvud th { text-align: left; vertical-align: top; width: 32%; padding: 4pt 6pt; font-weight: normal }
table.huvud td { padding: 4pt 6pt } table.lista td { padding: 1pt 14pt 1pt 0 }
"""
RUTOR = "table.huvud th, table.huvud td { border: 0.5pt solid #555 }"
SERIF = 'body { font-family: "Liberation Serif", serif } h2 { border-top: 1pt solid; padding-top: 6pt }'
TAT = "body { font-size: 10pt } h2 { font-size: 10.5pt } p { margin: 4pt 0 }"
SIDFOT = (
    '<div style="font-size:8px;width:100%;margin:0 40px;display:flex;justify-content:space-between">'
    "{}<span>Sida <span class=pageNumber></span> ({})</span></div>"
)
SLUT = "<span class=totalPages></span>"

PDF: dict[str, tuple[Layout, str, str, str]] = {
    "ks-ekbacka": (
        en.ks_ekbacka,
        RUTOR,
        "<span>EKBACKA KOMMUN<br>Kommunstyrelsen</span><span>SAMMANTRÄDESPROTOKOLL<br>2025-03-11</span>",
        "<span>Justerandes sign</span><span>Utdragsbestyrkande</span>",
    ),
    "kf-ekbacka": (en.kf_ekbacka, "", "<span>Kommunfullmäktige 2025-04-28</span>", "<span>Justerare</span>"),
    "vn-norrvik": (tva.vn_norrvik, SERIF, "<span>Region Norrvik</span>", "<span></span>"),
    "hsn-norrvik": (tva.hsn_norrvik, RUTOR, "<span></span>", "<span>Justeras</span><span>Utdrag bestyrks</span>"),
    "ks-almvik": (tva.ks_almvik, TAT, "<span>Protokoll KS 2025-01-15</span>", "<span>Ordf. sign</span>"),
    "ekbacka-roller": (andra.roller, "", "<span>Ekbacka kommun</span>", "<span></span>"),
    "almvik-beslut-forst": (
        andra.beslut_forst,
        "",
        "<span>Almviks kommun</span><span>Kommunstyrelsen</span>",
        "<span>Justerandes signatur</span>",
    ),
    "ekbacka-innehall": (tredje.innehall, "", "<span>Protokoll 3/2025</span>", "<span></span>"),
    "ks-harnas": (
        fjarde.ks_harnas,
        RUTOR,
        "<span>Härnäs kommun<br>Kommunstyrelsen</span><span>Sammanträdesprotokoll<br>2025-10-07</span>",
        "<span>Justerandes signatur</span><span>Utdragsbestyrkande</span>",
    ),
    "tallbo-arendelista": (fjarde.arendelista, "", "<span>Tallbo kommun</span>", "<span></span>"),
    "fhr-vikaby": (tva.fhr_vikaby, SERIF, "<span></span>", "<span>Vikaby kommun, 990 00 Vikaby</span>"),
}
TEXT: dict[str, tuple[Layout, Textstil]] = {
    "rf-norrvik": (en.rf_norrvik, Textstil(76, "• ", 20)),
    "kfn-sandhamra": (en.kfn_sandhamra, Textstil(80, "* ", 0)),
    "samrad-norrvik": (en.samrad_norrvik, Textstil(90, "- ", 0)),
    "un-lillsjo": (en.un_lillsjo, Textstil(84, "– ", 28)),
    "ekbacka-votering": (tredje.votering, Textstil(85, "- ", 0)),
    "norrvik-grupp": (tredje.grupp, Textstil(80, "- ", 18)),
    "on-brunnsta": (tva.on_brunnsta, Textstil(100, "- ", 34, "Justerandes sign        Utdragsbestyrkande\n")),
}
WORD: dict[str, tuple[Layout, tuple[tuple[str, str, int], ...]]] = {
    "mbn-tallbo": (en.mbn_tallbo, (("decimal", "§ %1", 81),)),
    "sn-vikaby": (en.sn_vikaby, (("lowerLetter", "%1)", 1), ("lowerLetter", "%1)", 1))),
    "gn-tallbo": (en.gn_tallbo, ()),
    "kallelse-tallbo": (tva.kallelse_tallbo, ()),
    "ksau-ekbacka": (tva.ksau_ekbacka, ()),
    "ekbacka-etiketter": (andra.etiketter, ()),
    "norrvik-tabellhuvud": (tredje.tabellhuvud, ()),
    "ekbacka-upprop": (fjarde.upprop, ()),
    "norrvik-anteckningar": (andra.anteckningar, ()),
}


ANDRA: dict[str, tuple[str, Callable[[dict[str, Any]], None], str]] = {
    "ekbacka-roller": ("ks-ekbacka", andra.roller_change, ".pdf"),
    "ekbacka-etiketter": ("kf-ekbacka", lambda dokument: None, ".docx"),
    "norrvik-kolumner": ("hsn-norrvik", andra.kolumner_change, ".html"),
    "lillsjo-skrivmaskin": ("un-lillsjo", andra.skrivmaskin_change, ".txt"),
    "norrvik-anteckningar": ("samrad-norrvik", andra.anteckningar_change, ".docx"),
    "almvik-beslut-forst": ("ks-almvik", andra.beslut_forst_change, ".pdf"),
    "ekbacka-innehall": ("ks-ekbacka", tredje.innehall_change, ".pdf"),
    "ekbacka-votering": ("kf-ekbacka", tredje.votering_change, ".txt"),
    "norrvik-grupp": ("samrad-norrvik", tredje.grupp_change, ".txt"),
    "norrvik-tabellhuvud": ("vn-norrvik", tredje.tabellhuvud_change, ".docx"),
    "ekbacka-upprop": ("kf-ekbacka", fjarde.upprop_change, ".docx"),
    "tallbo-arendelista": ("kallelse-tallbo", fjarde.arendelista_change, ".pdf"),
    "ekbacka-webb": ("tn-ekbacka", fjarde.webb_change, ".html"),
    "sandhamra-punktnummer": ("kfn-sandhamra", fjarde.punktnummer_change, ".txt"),
}
"""Second clothes: whose truth it is, what the layout changes in it, and the format."""


WHOLE: dict[str, Callable[[list[dict[str, Any]]], str]] = {
    "tn-ekbacka.html": lambda meetings: as_html(en.tn_ekbacka(meetings), CSS),
    "norrvik-kolumner.html": lambda meetings: as_html(andra.kolumner(meetings), CSS),
    "ekbacka-webb.html": fjarde.webb,
    "lillsjo-skrivmaskin.txt": andra.skrivmaskin,
    "sandhamra-punktnummer.txt": fjarde.punktnummer,
}
"""Files whose layout writes all of their text."""


def moten(name: str) -> list[dict[str, Any]]:
    """The truth of a document: its meetings as plain values."""
    path = HAR / f"{name}.facit.yml"
    node, faults = nodes.parse(path.read_text(encoding="utf-8"), str(path))
    assert node is not None, faults
    assert not faults, faults
    return nodes.plain(node)["moten"]  # type: ignore[index,no-any-return]


def _make_truths(chosen: Callable[[str], bool]) -> None:
    """The truths of second clothes, from those of the first."""
    for name, (first, change, _) in ANDRA.items():
        if chosen(name):
            changed = moten(first)
            change(changed[0]["dokument"][0])
            body = yaml.safe_dump({"moten": changed}, allow_unicode=True, sort_keys=False, width=110)
            (HAR / f"{name}.facit.yml").write_text(f"# Gjord av gor.py ur {first}.facit.yml\n{body}", encoding="utf-8")


def _make_texts(chosen: Callable[[str], bool]) -> None:
    for name, (shape, stil) in TEXT.items():
        if chosen(name):
            printed = as_text(shape(moten(name)), stil)
            printed = tva.scanned(printed) if name == "on-brunnsta" else printed
            (HAR / f"{name}.txt").write_text(printed, encoding="utf-8")
    for file, layout in WHOLE.items():
        name = file.partition(".")[0]
        if chosen(name):
            (HAR / file).write_text(layout(moten(name)), encoding="utf-8")


def _make_word(chosen: Callable[[str], bool]) -> None:
    for name, (layout, numbering) in WORD.items():
        if chosen(name):
            word = as_word(layout(moten(name)), numbering)
            word.core_properties.created = word.core_properties.modified = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
            word.core_properties.author = ""
            word.save(str(HAR / f"{name}.docx"))


def _make_pdf(chosen: Callable[[str], bool]) -> None:
    with sync_playwright() as playwright:
        browser_path = _browser()
        options = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        browser = playwright.chromium.launch(executable_path=browser_path, args=options)
        page = browser.new_page()
        for name, (layout, css, top, bottom) in PDF.items():
            if not chosen(name):
                continue
            page.set_content(as_html(layout(moten(name)), CSS + css))
            page.pdf(
                path=HAR / f"{name}.pdf",
                format="A4",
                margin={"top": "2.6cm", "bottom": "2.4cm", "left": "2.2cm", "right": "2.2cm"},
                display_header_footer=True,
                header_template=SIDFOT.format(top, SLUT).replace("Sida ", "") if top else "<span></span>",
                footer_template=SIDFOT.format(bottom, SLUT),
            )
        browser.close()


def main(names: list[str]) -> None:
    """Makes the named documents, or all."""

    def chosen(name: str) -> bool:
        return not names or name in names

    _make_truths(chosen)
    _make_texts(chosen)
    _make_word(chosen)
    if any(chosen(name) for name in PDF):
        _make_pdf(chosen)


if __name__ == "__main__":
    main(sys.argv[1:])
