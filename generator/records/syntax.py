"""Broken YAML in words a registrar understands: PyYAML's English error → a Swedish diagnostic with its cure.

PyYAML names what its parser missed, often far from the mistake. Each explanation here looks at the error and at the
line, and points at what the writer did. Both the C parser's and the Python parser's wordings are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic
from generator.records.place import Sheet, Span

CODES = {
    "R010": "Filen går inte att läsa som YAML.",
    "R011": "Ett kolon saknas efter en nyckel.",
    "R012": "Ett citattecken avslutas inte, eller följs av mer text.",
    "R013": "En parentes stängs inte, eller ett komma saknas i en lista på en rad.",
    "R014": "Raden är indragen på ett sätt som inte går ihop med raderna ovanför.",
    "R015": "Ett värde börjar med ett tecken som har särskild betydelse och måste stå inom citattecken.",
    "R016": "Ett kolon inne i ett värde som inte står inom citattecken.",
    "R017": "Ett omvänt snedstreck inom dubbla citattecken som inte betyder något.",
}

UNREADABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTRY = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>[^\s#'\"\[{][^:]*?:)(?P<gap>\s+)(?P<value>\S.*)$")
_ITEM = re.compile(r"^(?P<lead>\s*(?:- +)+)(?P<key>)(?P<gap>)(?P<value>[^-\s].*)$")
_TIGHT = re.compile(r"^\s*(?:- +)*[\w-]+:[^\s:/]")
_QUOTES = ("'", '"')
_SHOWN = 100


@dataclass(frozen=True)
class Trouble:
    """What the parser said: the problem and its place, what it was busy with and where that began."""

    sheet: Sheet
    problem: str
    at: Span
    context: str
    since: Span

    @property
    def line(self) -> str:
        """The line the problem stands on."""
        return self.sheet.line(self.at.line)

    @property
    def char(self) -> str:
        """The character at the problem, empty at the end of a line."""
        return self.line[self.at.column - 1 : self.at.column]

    @property
    def before(self) -> str:
        """The line up to the problem, without trailing space."""
        return self.line[: self.at.column - 1].rstrip()

    def fault(self, code: str, message: str, cure: str, span: Span | None = None) -> Diagnostic:
        """A diagnostic at the problem, or at another span."""
        return self.sheet.fault(code, message, span or self.at, cure=cure)


def explain(error: Exception, sheet: Sheet) -> Diagnostic:
    """The one diagnostic for an error that stopped the YAML parser. Never raises."""
    if isinstance(error, yaml.MarkedYAMLError):
        trouble = _trouble(error, sheet)
        for words, explanation in _EXPLANATIONS:
            if any(word in trouble.problem for word in words):
                return explanation(trouble)
        return _other(trouble)
    return _unreadable(sheet)


def _trouble(error: yaml.MarkedYAMLError, sheet: Sheet) -> Trouble:
    at = _point(error.problem_mark or error.context_mark, sheet)
    since = _point(error.context_mark or error.problem_mark, sheet)
    return Trouble(sheet, error.problem or "", at, error.context or "", since)


def _point(mark: yaml.Mark | None, sheet: Sheet) -> Span:
    """One character at the mark; a mark past the end of the text moves back to its last written line."""
    if mark is None:
        return Span(1, 1, 1, 2)
    line, column = mark.line + 1, mark.column + 1
    if line > len(sheet.lines) or (line == len(sheet.lines) and not sheet.lines[-1]):
        line = max((n for n, text in enumerate(sheet.lines, 1) if text.strip()), default=1)
        column = len(sheet.line(line).rstrip()) + 1
    return Span(line, column, line, column + 1)


def quoted(value: str) -> str:
    """The value inside the quotation marks that need the least change."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def quote_cure(line: str) -> str:
    """How the value of that line is written inside quotation marks, shown whole where it is short."""
    entry = _ENTRY.match(line) or _ITEM.match(line)
    if entry:
        start = " ".join(f"{entry['lead']} {entry['key']}".split())
        shown = f"{start} {quoted(entry['value'].split(' #')[0].rstrip())}"
        if len(shown) <= _SHOWN:
            return f"sätt värdet inom citattecken: {shown}"
    return "sätt hela värdet inom citattecken"


def _missing_colon(trouble: Trouble) -> Diagnostic:
    text = trouble.sheet.line(trouble.since.line).rstrip()
    span = Span(trouble.since.line, trouble.since.column, trouble.since.line, len(text) + 1)
    cure = "skriv 'nyckel: värde'; är raden en fortsättning på texten ovanför ska den dras in djupare än sin nyckel"
    message = "raden är varken en nyckel med kolon eller en fortsättning på texten ovanför"
    return trouble.fault("R011", message, cure, span)


def _open_quote(trouble: Trouble) -> Diagnostic:
    cure = "avsluta med samma tecken; ett citattecken inne i texten skrivs dubbelt ('')"
    return trouble.fault("R012", "citattecknet som börjar här avslutas aldrig", cure, trouble.since)


def _brackets(trouble: Trouble) -> Diagnostic:
    bracket, closing = ("klammern {", "}") if "mapping" in trouble.context else ("hakparentesen [", "]")
    if trouble.at.line == trouble.since.line and trouble.char not in ("", "#"):
        return trouble.fault("R013", f"här väntas ett komma eller {closing}", _comma_cure(trouble, closing))
    cure = f"avsluta med {closing}; är tecknet en del av texten ska hela värdet stå inom citattecken"
    return trouble.fault("R013", f"{bracket} som öppnas här stängs aldrig", cure, trouble.since)


def _comma_cure(trouble: Trouble, closing: str) -> str:
    if trouble.char == ":":
        return "sätt texten med kolon inom citattecken"
    return f"skilj delarna åt med komma och avsluta med {closing}"


def _indentation(trouble: Trouble) -> Diagnostic:
    if trouble.before.endswith(_QUOTES):
        cure = "ett citattecken inne i texten skrivs dubbelt ('') eller hela värdet inom det andra slaget"
        return trouble.fault("R012", "det står mer text efter det avslutande citattecknet", cure)
    if trouble.before.endswith(("]", "}")):
        return trouble.fault("R015", "det står mer text efter parentesen", quote_cure(trouble.line))
    if trouble.char in ("]", "}", ","):
        return _special(trouble)
    cure = "ge raden samma indrag som de andra raderna i sin grupp"
    if "'-'" in trouble.problem or "<block end>, but found '?'" in trouble.problem:
        cure = "börja raden med '- ' om den hör till listan, annars dra in den som listans nyckel"
    return trouble.fault("R014", "raden är indragen på ett sätt som inte går ihop med raderna ovanför", cure)


def _content(trouble: Trouble) -> Diagnostic:
    if "flow" in trouble.context and trouble.char in (",", "]", "}", ""):
        cure = "ta bort det överflödiga kommat eller avsluta listan"
        return trouble.fault("R013", "här saknas ett värde i listan", cure)
    if trouble.char:
        return _special(trouble)
    return _other(trouble)


def _special(trouble: Trouble) -> Diagnostic:
    if trouble.char == "\t":
        return trouble.fault("R014", "raden är indragen med tabbtecken", "använd mellanslag, två för varje steg")
    message = f"tecknet {trouble.char} har en särskild betydelse i YAML när ett värde börjar med det"
    return trouble.fault("R015", message, quote_cure(trouble.line))


def _block(trouble: Trouble) -> Diagnostic:
    message = "efter | eller > i början av ett värde ska texten börja på nästa rad"
    cure = f"flytta ned texten, indragen, eller {quote_cure(trouble.sheet.line(trouble.since.line))}"
    return trouble.fault("R015", message, cure, trouble.since)


def _colon_in_value(trouble: Trouble) -> Diagnostic:
    """`a: b: c` has its colon in a value; otherwise the lines above tell what went wrong."""
    if _ENTRY.match(trouble.before + " x") and _ENTRY.match(trouble.before):
        return trouble.fault("R016", "kolon följt av mellanslag inne i ett värde", quote_cure(trouble.line))
    above = next((n for n in range(trouble.at.line - 1, 0, -1) if trouble.sheet.line(n).strip()), 0)
    tight = _TIGHT.match(trouble.sheet.line(above))
    if tight:
        span = Span(above, tight.end() - 1, above, tight.end())
        return trouble.fault("R011", "efter nyckelns kolon saknas ett mellanslag", "skriv 'nyckel: värde'", span)
    text = trouble.sheet.line(above).rstrip()
    if above and not _ENTRY.match(text) and not _ITEM.match(text) and _lead(text) == _lead(trouble.line):
        span = Span(above, len(_lead(text)) + 1, above, len(text) + 1)
        return trouble.fault("R011", "raden har inget kolon efter sin nyckel", "skriv 'nyckel: värde'", span)
    if _ENTRY.match(text):
        cure = "ge raden samma indrag som raden ovanför; är den en del av texten ska texten stå inom citattecken"
        return trouble.fault("R014", "raden ovanför har redan ett värde, så den här kan inte höra till den", cure)
    return trouble.fault("R016", "ett kolon följt av mellanslag är inte tillåtet här", quote_cure(trouble.line))


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _dash(trouble: Trouble) -> Diagnostic:
    cure = "börja listan på en egen rad under nyckeln, indragen, eller sätt värdet inom citattecken"
    return trouble.fault("R015", "en lista kan inte börja på samma rad som sin nyckel", cure)


def _escape(trouble: Trouble) -> Diagnostic:
    cure = "skriv det omvända snedstrecket dubbelt (\\\\) eller använd enkla citattecken ('…')"
    column = trouble.line.rfind("\\", 0, trouble.at.column) + 1 or trouble.at.column
    span = Span(trouble.at.line, column, trouble.at.line, column + 1)
    return trouble.fault("R017", "omvänt snedstreck har särskild betydelse inom dubbla citattecken", cure, span)


def _name(trouble: Trouble) -> Diagnostic:
    sign = trouble.sheet.raw(trouble.since)
    message = f"tecknet {sign} har en särskild betydelse i YAML när ett värde börjar med det"
    return trouble.fault("R015", message, quote_cure(trouble.sheet.line(trouble.since.line)), trouble.since)


def _document_start(trouble: Trouble) -> Diagnostic:
    cure = "låt alla nycklar på översta nivån börja längst till vänster"
    return trouble.fault("R014", "raden är indragen på ett annat sätt än filens första rad", cure)


def _other(trouble: Trouble) -> Diagnostic:
    if trouble.line.startswith("%"):
        span = Span(trouble.at.line, 1, trouble.at.line, 2)
        return trouble.fault(
            "R015", "tecknet % har en särskild betydelse i YAML först på en rad", "ta bort tecknet", span
        )
    cure = "jämför indrag, kolon och citattecken med raderna omkring"
    return trouble.fault("R010", "raden går inte att läsa som YAML", cure)


def _unreadable(sheet: Sheet) -> Diagnostic:
    """PyYAML refuses some characters outright and names no line: find the first one."""
    for number, text in enumerate(sheet.lines, 1):
        if hit := UNREADABLE.search(text):
            span = Span(number, hit.start() + 1, number, hit.start() + 2)
            message = f"tecknet U+{ord(hit[0]):04X} får inte finnas i en textfil"
            return sheet.fault("R010", message, span, cure="ta bort tecknet")
    cure = "jämför indrag, kolon och citattecken med handbokens exempel"
    return sheet.fault("R010", "filen går inte att läsa som YAML", Span(1, 1, 1, 2), cure=cure)


# The first row with a phrase of the problem in it explains it, so a narrow phrase stands before a wide one.
_EXPLANATIONS: tuple[tuple[tuple[str, ...], Callable[[Trouble], Diagnostic]], ...] = (
    (("could not find expected ':'",), _missing_colon),
    (("unexpected end of stream", "unexpected document"), _open_quote),
    (("expected ',' or ']'", "expected ',' or '}'"), _brackets),
    (("node content",), _content),
    (("<document start>",), _document_start),
    (("'-' indicator", "expected key", "<block end>", "leading empty line", "tab character"), _indentation),
    (("values are not allowed", "keys are not allowed"), _colon_in_value),
    (("entries are not allowed",), _dash),
    (("cannot start any token",), _special),
    (("indicators, but found", "comment or ", "indentation indicator"), _block),
    (("escape", "hexdecimal", "hexadecimal"), _escape),
    (("alphabetic or numeric", "expected URI", "expected '!'", "undefined tag", "whitespace or line break"), _name),
)
