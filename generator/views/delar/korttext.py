"""Running text made short: on one line for a list entry or a cell, or only its first words."""

from __future__ import annotations

from markupsafe import Markup

from generator.archive.archive import Archive
from generator.views.markdown import prose


def en_rad(archive: Archive, text: str) -> Markup:
    """Running text on one line."""
    return prose(archive, " ".join(text.split()))


def borjan(archive: Archive, text: str, words: int = 40) -> Markup:
    """The first words of a running text on one line, links kept whole, with … where more follows."""
    out, left = "", words
    for piece in archive.lankare.stycken(" ".join(text.split())):
        count = len((piece.text or piece.ratext).split())
        if count > left:
            head = "" if piece.mal else _first_words(piece.ratext, left)
            return prose(archive, f"{out}{head}".rstrip(" ,;:–") + " …")
        out, left = out + piece.ratext, left - count
    return prose(archive, out)


def _first_words(text: str, count: int) -> str:
    """The first words of a plain piece, with the space that may stand before them."""
    before = " " if text.startswith(" ") else ""
    return before + " ".join(text.split()[:count])
