"""What the schema says, said to a registrar: every kind of error as one Swedish sentence with its cure.

Pydantic's errors name a place (`loc`) and a type. The place is found again in the file's nodes; the type is looked up
here. A type that is missing here is a fault of ours, which a test shows.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterable
from collections.abc import Sequence as Steps
from dataclasses import dataclass, replace

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic
from generator.model.bas import Post
from generator.model.walk import Loc
from generator.records.nodes import Mapping, Node, Scalar, Sequence, locate, locate_key
from generator.records.place import Sheet
from generator.records.trail import trail
from generator.svenska import nearest

Details = dict[str, typing.Any]


@dataclass(frozen=True)
class Wording:
    """How one type of error is said. Both texts are formatted with the error's details."""

    code: str
    message: str
    cure: str = ""


CODES = {
    "R101": "En nyckel finns inte i schemat.",
    "R102": "En nyckel som måste finnas saknas.",
    "R103": "En lista eller en grupp står där det ska stå text.",
    "R104": "Text eller en lista står där det ska stå en grupp av nycklar.",
    "R105": "Text eller en grupp står där det ska stå en lista.",
    "R106": "Ett värde är inget av dem som går att välja.",
    "R107": "Ett datum är inte skrivet som ÅÅÅÅ-MM-DD.",
    "R108": "Ett datum finns inte i almanackan.",
    "R109": "Ett klockslag är inget klockslag.",
    "R110": "En tid är ingen tid, eller slutar innan den börjar.",
    "R111": "En uppgift om paragrafer eller punkter går inte att läsa.",
    "R112": "Ett värde är varken ja eller nej.",
    "R113": "Ett antal är inget helt tal.",
    "R114": "En posts namn har tecken som inte får finnas där.",
    "R115": "En webbadress är ingen webbadress.",
    "R116": "En e-postadress är ingen e-postadress.",
    "R117": "En text innehåller HTML.",
    "R118": "Ett värde är tomt.",
    "R119": "En närvarorad går inte att tolka.",
    "R120": "En närvarorad har både rad och rubrik, eller ingendera.",
    "R121": "En tabells rader är olika långa.",
    "R122": "Ett avsnitt är tomt.",
    "R123": "Ett nummer på en paragraf eller punkt går inte att läsa.",
    "R124": "En punkt har varken nummer, klockslag eller ankare.",
    "R125": "En kontrollsumma är ingen SHA-256-summa.",
    "R126": "Ett värde har inte den form som det måste ha.",
}

WORDINGS = {
    "extra_forbidden": Wording("R101", "nyckeln '{nyckel}' finns inte här", "{forslag}"),
    "missing": Wording("R102", "nyckeln '{nyckel}' saknas", "lägg till '{nyckel}:'{val}"),
    "text_vantad": Wording(
        "R103", "här ska stå text på en rad, inte en lista eller en grupp", "skriv värdet efter kolonet"
    ),
    "string_type": Wording(
        "R103", "här ska stå text på en rad, inte en lista eller en grupp", "skriv värdet efter kolonet"
    ),
    "model_type": Wording("R104", "här ska stå en grupp av nycklar", "{nycklar}"),
    "tuple_type": Wording("R105", "här ska stå en lista", "skriv varje del på en egen rad med bindestreck framför"),
    "literal_error": Wording("R106", "'{varde}' är inget av de värden som går att välja", "{forslag}"),
    "datum_form": Wording("R107", "'{varde}' är inget datum", "skriv ÅÅÅÅ-MM-DD, t.ex. 2024-10-11"),
    "datum_finns_inte": Wording("R108", "datumet {varde} finns inte i almanackan", "rätta månaden eller dagen"),
    "klockslag_form": Wording("R109", "'{varde}' är inget klockslag", "skriv t.ex. 09:00"),
    "tid_form": Wording(
        "R110", "'{varde}' är ingen tid", "skriv t.ex. 09:00 eller 09:00–12:00, med sluttiden efter starttiden"
    ),
    "omfang_form": Wording(
        "R111", "'{varde}' är inga paragrafer eller punkter", "skriv t.ex. § 63, §§ 9–12 eller §§ 170, 172–184"
    ),
    "ja_nej": Wording("R112", "'{varde}' är varken ja eller nej", "skriv ja eller nej"),
    "heltal": Wording("R113", "'{varde}' är inget helt tal", "skriv talet med siffror"),
    "id_form": Wording(
        "R114",
        "'{varde}' kan inte vara en posts namn",
        "skriv filens namn utan .yml, bara a–z, siffror och bindestreck",
    ),
    "lank_form": Wording("R115", "'{varde}' är ingen webbadress", "börja med https://"),
    "epost_form": Wording("R116", "'{varde}' är ingen e-postadress", "skriv t.ex. registrator@kommun.se"),
    "html": Wording(
        "R117",
        "texten innehåller HTML ({tagg}), som inte får stå i en post",
        "ta bort taggen eller skriv med ord; för ett ensamt tecken < skriv 'mindre än'",
    ),
    "tomt_varde": Wording("R118", "värdet är tomt", "fyll i värdet eller ta bort nyckeln"),
    "rad_otolkad": Wording(
        "R119",
        "raden '{rad}' går inte att tolka som en person",
        "skriv 'Namn (Parti), roll, kommun' eller använd den långa formen med 'rad:' och 'namn:'",
    ),
    "rad_eller_rubrik": Wording(
        "R120", "en närvarorad har antingen 'rad' eller 'rubrik'", "ta bort den ena, eller fyll i den som saknas"
    ),
    "tabell_ojamn": Wording(
        "R121",
        "tabellens rad {rad} har inte lika många celler som rubrikraden ({antal} mot {vantat})",
        "fyll ut med tomma celler: ''",
    ),
    "avsnitt_tomt": Wording(
        "R122", "avsnittet har varken 'text', 'referat' eller 'tabell'", "fyll i det som avsnittet innehåller"
    ),
    "nr_form": Wording(
        "R123", "'{varde}' är inget nummer på en paragraf eller punkt", "skriv t.ex. § 63, 3, 6 a) eller a)"
    ),
    "punkt_utan_nr": Wording(
        "R124",
        "punkten har varken 'nr', 'klockslag' eller 'ankare'",
        "fyll i numret som det är tryckt; står inget nummer, ge punkten ett 'ankare'",
    ),
    "sha256_form": Wording(
        "R125", "'{varde}' är ingen SHA-256-summa", "den har 64 tecken, 0–9 och a–f; 'sha256sum FIL' räknar ut den"
    ),
    "string_pattern_mismatch": Wording("R126", "'{varde}' har inte rätt form", "{monster}"),
}

_PATTERNS = {r"/$": "avsluta med ett snedstreck", r"^\d{6}-\d{4}$": "skriv sex siffror, bindestreck, fyra siffror"}


def explain(error: ValidationError, model: type[Post], record_id: str, node: Mapping, sheet: Sheet) -> list[Diagnostic]:
    """Every error of one record as a diagnostic; a misspelt key is one fault, not also a missing one."""
    rows = [(_place(row, node), row["type"], _details(row, model)) for row in error.errors(include_url=False)]
    misspelt = {(*loc[:-1], details["nara"]) for loc, kind, details in rows if kind == "extra_forbidden"}
    return [
        _diagnostic(loc, kind, details, record_id, node, sheet)
        for loc, kind, details in rows
        if not (kind == "missing" and loc in misspelt) and not _is_alias(node, loc)
    ]


def _place(row: typing.Any, node: Mapping) -> Loc:
    """Where an error is: a part that is wrong as a whole may name the value inside it (`vid`) that makes it so."""
    loc: Loc = tuple(row["loc"])
    inner = (*loc, *(row.get("ctx") or {}).get("vid", ()))
    return inner if locate(node, inner) != locate(node, loc) else loc


def without_unknown_keys(error: ValidationError, model: type[Post], node: Mapping) -> Mapping:
    """The record's nodes with each unknown key read as the known one that it is like, or left out."""
    for row in error.errors(include_url=False):
        if row["type"] == "extra_forbidden":
            renamed = _renamed(node, tuple(row["loc"]), str(_details(row, model)["nara"]))
            node = renamed if isinstance(renamed, Mapping) else node
    return node


def _renamed(node: Node, loc: Loc, near: str) -> Node:
    step, rest = loc[0], loc[1:]
    if isinstance(node, Sequence) and isinstance(step, int):
        return replace(
            node, items=tuple(_renamed(item, rest, near) if n == step else item for n, item in enumerate(node.items))
        )
    if not isinstance(node, Mapping):
        return node
    if isinstance(step, int):
        return _renamed(node, rest, near)
    if rest:
        return replace(node, pairs=tuple((k, _renamed(v, rest, near) if k.text == step else v) for k, v in node.pairs))
    keep = near and node.get(near) is None
    pairs = ((replace(k, text=near) if k.text == step else k, v) for k, v in node.pairs if k.text != step or keep)
    return replace(node, pairs=tuple(pairs))


def _is_alias(node: Node | None, loc: Loc) -> bool:
    """Whether a refused alias stands there, which is a fault already told."""
    for step in loc:
        if isinstance(node, Mapping):
            node = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return isinstance(node, Scalar) and node.style == "*"


def _diagnostic(loc: Loc, kind: str, details: Details, record_id: str, node: Mapping, sheet: Sheet) -> Diagnostic:
    wording = WORDINGS[kind]
    span = locate_key(node, loc) if kind == "extra_forbidden" else locate(node, loc)
    if tag := details.get("tagg"):
        span = sheet.find(span, tag)
    return sheet.fault(
        wording.code,
        wording.message.format_map(details),
        span,
        cure=wording.cure.format_map(details),
        trail=trail(record_id, node, loc),
    )


def _details(row: typing.Any, model: type[Post]) -> Details:
    loc = tuple(row["loc"])
    context = row.get("ctx") or {}
    details: Details = {
        "varde": _short(row.get("input")),
        "nyckel": str(loc[-1]) if loc else "",
        "nara": "",
        "forslag": "",
        **context,
    }
    details["varde"] = _short(details["varde"])
    filler = _FILLERS.get(row["type"])
    return {**details, **filler(details, loc, model)} if filler else details


def _unknown_key(details: Details, loc: Loc, model: type[Post]) -> Details:
    fields = _fields(model, loc[:-1])
    near = nearest(details["nyckel"], fields)
    return {"nara": near or "", "forslag": f"menade du '{near}'?" if near else _choices("nycklarna här är", fields)}


def _unknown_choice(details: Details, loc: Loc, model: type[Post]) -> Details:
    choices = [word.strip("'\" ") for word in str(details["expected"]).replace(" or ", ", ").split(",")]
    near = nearest(details["varde"], choices)
    return {"forslag": f"menade du '{near}'?" if near else _choices("välj", choices)}


def _missing_key(details: Details, loc: Loc, model: type[Post]) -> Details:
    """A key that must be there, with its few possible values."""
    holder = _model_at(model, loc[:-1])
    field = holder.model_fields.get(str(loc[-1])) if holder else None
    choices = [str(one) for one in typing.get_args(field.annotation)] if field and _is_choice(field.annotation) else []
    return {"val": f", som kan vara {', '.join(choices)}" if choices else ""}


def _is_choice(annotation: object) -> bool:
    return typing.get_origin(annotation) is typing.Literal


def _keys_wanted(details: Details, loc: Loc, model: type[Post]) -> Details:
    return {"nycklar": _choices("nycklarna är", _fields(model, loc))}


def _pattern(details: Details, loc: Loc, model: type[Post]) -> Details:
    return {"monster": _PATTERNS.get(str(details.get("pattern")), "rätta värdet")}


_FILLERS: dict[str, Callable[[Details, Loc, type[Post]], Details]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "literal_error": _unknown_choice,
    "model_type": _keys_wanted,
    "string_pattern_mismatch": _pattern,
}


def _choices(lead: str, words: Iterable[str]) -> str:
    return f"{lead} " + ", ".join(words)


def _short(value: object, limit: int = 60) -> str:
    text = value if isinstance(value, str) else ""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _fields(model: type[BaseModel], loc: Steps[str | int]) -> list[str]:
    """The keys that may stand at a place in a record."""
    here = _model_at(model, loc)
    return list(here.model_fields) if here else []


def _model_at(model: type[BaseModel], loc: Steps[str | int]) -> type[BaseModel] | None:
    """The model of the group that stands at a place in a record."""
    here: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, int) or here is None:
            continue
        found = here.model_fields.get(step)
        here = _model_in(found.annotation) if found else None
    return here


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model inside a field's type: through `X | None`, tuples and annotations."""
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        if found := _model_in(part):
            return found
    return None
