"""The settings of an archive that has none yet: a draft of ``arkiv.yml`` with what a registrar must fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from generator.importer.extract.line import Extract
from generator.importer.joining.proposal import Proposal, Seen

PARTIES = {
    "C": "Centerpartiet",
    "KD": "Kristdemokraterna",
    "L": "Liberalerna",
    "M": "Moderaterna",
    "MP": "Miljöpartiet",
    "S": "Socialdemokraterna",
    "SD": "Sverigedemokraterna",
    "V": "Vänsterpartiet",
}
_ASKED = {
    "namn": ("Protokollarkiv", "Vad ska arkivet heta?"),
    "beskrivning": ("Protokoll, kallelser och minnesanteckningar", "En mening om vad arkivet har."),
    "webbadress": ("https://example.org/", "Webbplatsens adress, med snedstreck sist."),
    "utgivare": ({"namn": "Utgivare saknas", "slag": "annan"}, "Vem ger ut arkivet? Slag: myndighet, förening, …"),
    "kontakt": ({"namn": "Registrator", "epost": "registrator@example.org"}, "Vart vänder sig läsaren?"),
    "anslagstavla": ({"roll": "kopia"}, "Är webbplatsen er officiella anslagstavla, skriv 'roll: officiell'."),
    "tjanstepersoner_i_register": ("nej", "Ska tjänstepersoner stå i personregistret A–Ö?"),
}


class HasSource(Protocol):
    """Whatever was read from a file."""

    @property
    def source(self) -> Extract:
        """The file."""


def base_record(parts: Sequence[HasSource], parties: Sequence[str]) -> Proposal:
    """The proposal of the settings: values that let the site be built, each marked, and the parties of the run."""
    value: dict[str, Any] = {"granskad": "nej", **{key: said for key, (said, _) in _ASKED.items()}}
    value["partier"] = [{"forkortning": party, "namn": PARTIES.get(party, party)} for party in parties]
    proposal = Proposal("arkiv", "arkiv", value)
    seen = Seen(parts[0].source)
    for part in parts:
        proposal.from_document(part.source)
    for key, (_, ask) in _ASKED.items():
        proposal.doubt((key,), seen, ask)
    for index, party in enumerate(parties):
        if party not in PARTIES:
            proposal.doubt(("partier", index, "namn"), seen, f"Vad heter partiet som förkortas {party}?")
    return proposal
