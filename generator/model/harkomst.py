"""Where a fact comes from: the document it stands in, or the conclusion that somebody drew and why."""

from __future__ import annotations

from typing import Literal

from generator.model.bas import Post
from generator.model.falt import Datum, Enrad, Kontrollsumma, Lank, Prosa, Referens


class Kalla(Post):
    """The document that a part of a record was written from.

    `fil` is its file name where it was received, `rader` the lines in the extracted text, `sha256` the sum of
    the file as received, `original` where the original is kept.
    """

    fil: Enrad | None = None
    rader: Enrad | None = None
    sidor: Enrad | None = None
    sha256: Kontrollsumma | None = None
    kvalitet: Literal["textfil", "fodd-digital", "ocr", "avskrift"] | None = None
    hamtad: Datum | None = None
    lank: Lank | None = None
    original: Enrad | None = None
    anmarkning: Prosa | None = None


class Harlett(Post):
    """A conclusion of the archive: which field, why, from where and how sure.

    `falt` names the field of the same record part, so that the site can mark exactly that value.
    """

    falt: Enrad
    skal: Prosa
    ur: tuple[Referens, ...] = ()
    sakerhet: Literal["saker", "trolig", "oviss"] = "trolig"


class Borttagning(Post):
    """What stands where something was taken away: since when and why, so the address still answers."""

    datum: Datum
    skal: Enrad
    beslut_av: Enrad | None = None


class Hanvisning(Post):
    """A reference as printed, and what it resolves to: `till` where known, else `olost` says why not."""

    text: Enrad
    till: Referens | None = None
    olost: Enrad | None = None
    skal: Enrad | None = None
