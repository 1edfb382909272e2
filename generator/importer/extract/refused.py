"""Why a document can not be read, told to a registrar: one stable code for each reason, and what to do."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Position

CODES = {
    "I001": "Filen går inte att läsa från disken.",
    "I002": "Filen är för stor.",
    "I003": "Filen är tom.",
    "I004": "Filen är skyddad med lösenord.",
    "I005": "Filen är skadad eller avbruten.",
    "I006": "Filen är inskannad: den har bilder av text men ingen text.",
    "I007": "Filens slag läses inte, men går att spara om.",
    "I008": "Filen är en bild.",
    "I009": "Filen är inget dokument som går att känna igen.",
    "I010": "Filen packar upp sig till orimligt mycket.",
    "I011": "Filen är för lång.",
    "I012": "Filen har ingen text.",
    "I013": "Filens namn säger ett annat slag än det den är.",
    "I014": "Filens bokstäver går inte att tyda.",
}


class Refused(Exception):
    """A file that nothing can be read from; `diagnostic` says why and what to do."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def refused(name: str, code: str, message: str, cure: str) -> Refused:
    """The refusal of a file, to be raised; `code` is one of `CODES`."""
    if code not in CODES:
        raise KeyError(code)
    return Refused(Diagnostic(Position(name), code, message, cure=cure))


def damaged(name: str, why: str) -> Refused:
    """The refusal of a file that is not whole."""
    cure = "hämta filen på nytt från källan, eller öppna den i sitt program och spara om den"
    return refused(name, "I005", f"filen är skadad eller avbruten: {why}", cure)
