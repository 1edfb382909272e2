"""A record's text as nodes with positions: YAML read strictly.

YAML guesses: `18:30` becomes 1110, `no` becomes False, the last of two equal keys wins in silence. Here every scalar is
text, and what a record has no use for (repeated keys, anchors, aliases, tags, merge keys, several documents) is a
fault. The nodes are built from the parser's events, since composing kills the process on deep nesting and hides
anchors and tags. Every scalar's text is in Unicode form NFC while positions count the characters of the file as it
stands, so decomposed letters pasted from a PDF do no harm.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from generator.diagnostics import Diagnostic, sort_key
from generator.model.walk import Loc
from generator.records import syntax
from generator.records.characters import forbidden
from generator.records.place import Sheet, Span, point

MAX_DEPTH = 40

CODES = {
    **syntax.CODES,
    "R020": "Samma nyckel står två gånger i en grupp.",
    "R021": "Värdet har ett ankare (&).",
    "R022": "Värdet är en hänvisning till ett ankare (*).",
    "R023": "Värdet har en typmärkning (!).",
    "R024": "Nyckeln << (sammanslagning) används.",
    "R025": "Filen innehåller flera dokument.",
    "R026": "En nyckel är tom eller är inte text.",
    "R027": "Filen är inte uppbyggd av nycklar och värden.",
    "R028": "Filen är tom.",
    "R029": "Värdena är kapslade för djupt.",
    "R030": "Ett värde innehåller ett otillåtet tecken, skrivet med omvänt snedstreck.",
}

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where it is installed."""
NULLS = frozenset({"~", "null", "Null", "NULL"})
"""The plain scalars that mean no value."""


@dataclass(frozen=True)
class Scalar:
    """A text. `style` is '' (plain), ', ", | or >, and * for a refused alias. A plain null is the empty text."""

    text: str
    span: Span
    style: str = ""


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True)
class Mapping:
    """Keys and their nodes in the order of the file; no key stands twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The node under the key."""
        return next((node for scalar, node in self.pairs if scalar.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, with its place."""
        return next((scalar for scalar, _ in self.pairs if scalar.text == key), None)


Node = Scalar | Sequence | Mapping


def parse(text: str, path: str) -> tuple[Mapping | None, list[Diagnostic]]:
    """The record as a mapping, with every fault that can be known.

    The mapping is None where the text has no usable structure (broken YAML, empty, too deep, not a mapping). With
    lesser faults it is there, so that the schema can report its own in the same run; a repeated key then keeps its
    first value, and an alias is the empty text. Never raises.
    """
    sheet = Sheet(text.removeprefix("\ufeff"), path)
    builder = Builder(sheet)
    node: Mapping | None = None
    try:
        node = builder.root(events(sheet.text))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        builder.faults.append(syntax.explain(error, sheet))
    return node, sorted(builder.faults, key=sort_key)


def events(text: str) -> Iterator[yaml.Event]:
    """The parser's events, in half the time that `yaml.parse` takes, which looks ahead at each. Raises as it does."""
    return iter(LOADER(text).get_event, None)


def plain(node: Node) -> object:
    """The node as dict, list and str, for the schema."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.pairs}


def locate(node: Node, loc: Loc) -> Span:
    """The place of the value at `loc`, a path of keys and indexes as the schema's errors give it.

    A step that does not exist is passed over (the schema's paths hold names of union members): a missing key thus
    gives its mapping, which is shown by its first key. A value without text is shown by its key.
    """
    span = node.span
    missed = False
    for step in loc:
        child = _child(node, step)
        missed = child is None
        if child is not None:
            key = node.key(step) if isinstance(node, Mapping) and isinstance(step, str) else None
            span = key.span if key and child.span.is_empty else child.span
            node = child
    if missed and isinstance(node, Mapping) and node.pairs:
        return node.pairs[0][0].span
    return span


def locate_key(node: Node, loc: Loc) -> Span:
    """The place of the key that `loc` ends in, for keys that should not be there; else as `locate`."""
    for step in loc[:-1]:
        node = _child(node, step) or node
    key = node.key(str(loc[-1])) if loc and isinstance(node, Mapping) else None
    return key.span if key else locate(node, loc[-1:])


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(step) if isinstance(step, str) else None
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if 0 <= step < len(node.items) else None
    return None


@dataclass
class _Open:
    """A collection whose end has not come; `key` waits for its value."""

    event: yaml.CollectionStartEvent
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None
    last: Span | None = None


_NOTHING = Scalar("", Span(0, 0, 0, 0))
"""Stands for a key that is a fault, so that its pair is left out."""


class Builder:
    """Events in, nodes and faults out."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.faults: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.documents: list[Node] = []

    def root(self, events: Iterable[yaml.Event]) -> Mapping | None:
        """The mapping that the events make, if they make one; the parser's own errors pass through."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and self.documents:
                cure = "låt filen ha en enda post, utan fler rader '---'"
                self._fault("R025", "filen innehåller flera dokument", event, cure)
                break
            if len(self.stack) > MAX_DEPTH:
                cure = "ta bort överflödiga parenteser eller indrag"
                self._fault("R029", f"fler än {MAX_DEPTH} nivåer inuti varandra", event, cure)
                return None
            self._take(event)
        return self._top()

    def _top(self) -> Mapping | None:
        top = self.documents[0] if self.documents else Scalar("", Span(1, 1, 1, 2))
        if isinstance(top, Mapping):
            return top
        if isinstance(top, Scalar) and not top.text:
            cure = "fyll i posten eller ta bort filen"
            fault = self.sheet.fault("R028", "filen är tom eller har bara kommentarer", Span(1, 1, 1, 2), cure=cure)
        else:
            cure = "skriv en nyckel med kolon på varje rad, t.ex. 'plats: Rådhuset'"
            fault = self.sheet.fault("R027", "filen är inte uppbyggd av nycklar och värden", top.span, cure=cure)
        self.faults.append(fault)
        return None

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._fault("R022", "värdet börjar med *, som i YAML hänvisar till ett annat värde", event)
            self._add(Scalar("", self._span(event), "*"))
        elif isinstance(event, yaml.ScalarEvent):
            self._check_marks(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_marks(event)
            self.stack.append(_Open(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._close(self.stack.pop(), event))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style = event.style or ""
        span = self._span(event)
        if not style and event.value in NULLS:
            return Scalar("", span)
        text = unicodedata.normalize("NFC", event.value)
        if style == '"':
            self._check_escapes(text, span)
        return Scalar(text, span, style)

    def _check_escapes(self, text: str, span: Span) -> None:
        raw = self.sheet.raw(span)
        for char in dict.fromkeys(text):
            name = None if char in raw else forbidden(char)
            if name:
                message = f"värdet innehåller {name}, skrivet med omvänt snedstreck"
                self.faults.append(self.sheet.fault("R030", message, span, cure="ta bort tecknet"))

    def _check_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._fault("R021", "värdet börjar med &, som i YAML märker ett värde", event)
        if event.tag is not None:
            self._fault("R023", "värdet börjar med !, som i YAML anger en typ", event)

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.documents.append(node)
            return
        top = self.stack[-1]
        top.last = node.span
        if isinstance(top.event, yaml.SequenceStartEvent):
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(top, node)
        else:
            if top.key is not _NOTHING:
                top.pairs.append((top.key, node))
            top.key = None

    def _key(self, top: _Open, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.style == "*":
            return _NOTHING
        if not isinstance(node, Scalar) or not node.text:
            message = "en nyckel är tom eller är inte text"
            self.faults.append(self.sheet.fault("R026", message, node.span, cure="skriv ett ord före kolonet"))
        elif node.text == "<<" and not node.style:
            message = "nyckeln << (sammanslagning) används inte här"
            self.faults.append(self.sheet.fault("R024", message, node.span, cure="skriv ut värdena"))
        elif node.text in top.keys:
            first = top.keys[node.text].span.line
            message = f"nyckeln '{node.text}' finns redan i gruppen, på rad {first}"
            cure = f"slå ihop den med rad {first} eller ta bort den ena"
            self.faults.append(self.sheet.fault("R020", message, node.span, cure=cure))
        else:
            top.keys[node.text] = node
            return node
        return _NOTHING

    def _close(self, top: _Open, end: yaml.Event) -> Node:
        """A block collection ends where its last child does; the parser's own mark lies at the next token."""
        start, stop = self._span(top.event), self._span(end)
        last = stop if top.event.flow_style else top.last or start
        span = Span(start.line, start.column, last.end_line, last.end_column)
        if isinstance(top.event, yaml.SequenceStartEvent):
            return Sequence(tuple(top.items), span)
        return Mapping(tuple(top.pairs), span)

    def _span(self, event: yaml.Event) -> Span:
        """The event's place; a block text ends after its last written line."""
        (first, start), (line, column) = point(event.start_mark), point(event.end_mark)
        while column == 1 and line > first:
            line -= 1
            column = len(self.sheet.line(line).rstrip()) + 1
        return Span(first, start, line, max(column, start) if line == first else column)

    def _fault(self, code: str, message: str, event: yaml.Event, cure: str = "") -> None:
        span = self._span(event)
        cure = cure or syntax.quote_cure(self.sheet.line(span.line))
        self.faults.append(self.sheet.fault(code, message, span, cure=cure))
