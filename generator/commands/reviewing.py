"""``granska``: the registrar's step between a draft and its publication."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.archive.check import check
from generator.commands.answers import FAULTS, OK, tell
from generator.commands.extracts import Extracts
from generator.commands.told import said
from generator.diagnostics import has_errors
from generator.importer.drafts.approval import Approval, approve
from generator.importer.drafts.marks import sources
from generator.importer.drafts.merging import merged
from generator.importer.drafts.review import Question, accepted, chosen, is_reviewed, masked, questions, remarks, shown
from generator.importer.extract.line import Line
from generator.importer.joining.near import said_same
from generator.publish.write import write_text
from generator.records.folder import read_folder
from generator.records.kinds import UTKAST
from generator.svenska import count

_NEIGHBOURS = 1
_ALIKE = frozenset({"huvudman", "personer", "arenden"})
"""Folders of small records, of which all that nothing is doubtful in may be said to be right at once."""


class _Stop(Exception):
    """The registrar wants to go on another time."""


@dataclass
class Desk:
    """The drafts of a folder by their place, with what they were read from."""

    folder: Path
    texts: dict[str, str]
    extracts: Extracts

    @classmethod
    def of(cls, folder: Path) -> Desk:
        """The drafts that can be read as text; what they are is for the check to say."""
        drafts = folder / UTKAST
        paths = sorted(path for path in drafts.rglob("*.yml") if path.is_file() and not path.name.startswith("."))
        texts = {path.relative_to(drafts).as_posix(): path.read_text(encoding="utf-8") for path in paths}
        return cls(folder, texts, Extracts())

    def shown(self, place: str) -> Path:
        """The draft's path as printed."""
        return self.folder / UTKAST / place

    def change(self, place: str, text: str) -> None:
        """A draft written anew."""
        self.texts[place] = text
        write_text(self.shown(place), text)

    def merge(self, place: str, person: str) -> bool:
        """The draft of a person made a variant of one whom there is; False where that can not be done."""
        record = self.folder / "personer" / f"{person}.yml"
        changed = merged(self.texts, place, person, record.read_text(encoding="utf-8") if record.is_file() else None)
        for other, text in (changed or {}).items():
            if text is None:
                self.shown(other).unlink()
                del self.texts[other]
            else:
                self.change(other, text)
        return changed is not None


def run(arguments: argparse.Namespace) -> int:
    """Go through the drafts, and put those that are reviewed in their places."""
    desk = Desk.of(arguments.ut)
    if not desk.texts:
        print(f"{arguments.ut / UTKAST}: inga utkast att granska")
        return OK
    order = sorted(desk.texts, key=lambda place: (not masked(desk.texts[place]), _rank(place), place))
    if arguments.alla:
        reviewed = set(order)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        reviewed = _asked(desk, [place for place in order if not is_reviewed(desk.texts[place])])
    else:
        for place in order:
            print("\n".join(_listed(desk, place)))
        reviewed = set()
    reviewed |= {place for place, text in desk.texts.items() if is_reviewed(text)}
    return _put(desk, reviewed, arguments)


def _rank(place: str) -> int:
    """Settings and organ first, meetings last: what others lean on is looked at before them."""
    folders = ("arkiv.yml", "huvudman", "organ", "personer", "arenden", "sammantraden", "oplacerade")
    first = place.partition("/")[0]
    return folders.index(first) if first in folders else len(folders)


def _listed(desk: Desk, place: str) -> Iterator[str]:
    """A draft and its doubtful places, for reading on paper or in another window."""
    text = desk.texts[place]
    found = questions(text)
    yield f"{desk.shown(place)}: {count(len(found), 'ställe', 'ställen')} att granska"
    for one in masked(text):
        yield f"  Maskerat {one}"
    for one in remarks(text):
        yield f"  {one}"
    for question in found:
        yield from (f"  {line}" for line in _told(desk, place, question))


def _told(desk: Desk, place: str, question: Question) -> Iterator[str]:
    """A doubtful place: where, the value, what was printed there, why, and what else it may be."""
    yield f"{desk.shown(place)}:{question.line}: {question.value}"
    mark = question.mark
    yield from (f"    {line}" for line in _printed(desk, place, question))
    yield f"    {mark.why}"
    for number, choice in enumerate(mark.choices, 1):
        yield f"    {number} = {choice}"


def _printed(desk: Desk, place: str, question: Question) -> Iterator[str]:
    """The printed line that the value was read from, with its neighbours, where the document is still at hand."""
    mark = question.mark
    known = sources(desk.texts[place])
    sums = dict.fromkeys(sha for name, sha in known if not mark.file or name.replace(" ", "_") == mark.file)
    if not mark.line:
        return
    lines: tuple[Line, ...] = ()
    for sha in sums:
        lines = lines or desk.extracts.lines(sha)
    for line in lines:
        if line.text and abs(line.number - mark.line) <= _NEIGHBOURS:
            arrow = ">" if line.number == mark.line else " "
            page = f"s. {line.page} " if line.page else ""
            yield f"{arrow} {page}rad {line.number}: {line.text}"


def _asked(desk: Desk, order: list[str]) -> set[str]:
    """The drafts that the registrar says are right, after each of their places."""
    reviewed: set[str] = set()
    alike: set[str] = set()
    try:
        for number, place in enumerate(order, 1):
            if place not in desk.texts:
                continue
            print(f"\n== {number} av {len(order)}: {desk.shown(place)}")
            marked = bool(questions(desk.texts[place]))
            for one in (*(f"Maskerat {hit}" for hit in masked(desk.texts[place])), *remarks(desk.texts[place])):
                print(one)
            _ask_places(desk, place)
            if not marked:
                print("\n".join(shown(desk.texts[place])))
            if (
                place in desk.texts
                and not questions(desk.texts[place])
                and _is_right(desk, place, alike, marked=marked)
            ):
                reviewed.add(place)
    except _Stop:
        print("Avbrutet. Svaren hittills är sparade.")
    return reviewed


def _is_right(desk: Desk, place: str, alike: set[str], *, marked: bool) -> bool:
    """Whether the registrar says that a draft is right, or has said so of all without marks in its folder."""
    folder = place.partition("/")[0]
    if folder in alike and not marked and not masked(desk.texts[place]):
        return True
    every = f", o = ja, och alla omärkta i {folder}/" if folder in _ALIKE else ""
    said = _answer(f"Är posten granskad?  j = ja{every}, h = hoppa över, a = avbryt", "jho" if every else "jh")
    if said == "o":
        alike.add(folder)
    return said in "jo"


def _ask_places(desk: Desk, place: str) -> None:
    skipped = 0
    while len(found := questions(desk.texts[place])) > skipped:
        question = found[skipped]
        print("\n".join(_told(desk, place, question)))
        numbers = "".join(str(n) for n in range(1, min(len(question.mark.choices), 9) + 1))
        pick = f", {'–'.join(dict.fromkeys((numbers[0], numbers[-1])))} = välj" if numbers else ""
        answer = _answer(f"j = stämmer{pick}, h = hoppa över, a = avbryt", "jh" + numbers)
        text = desk.texts[place]
        if answer == "h":
            skipped += 1
        elif answer == "j":
            desk.change(place, accepted(text, question))
        elif person := said_same(question.mark.choices[int(answer) - 1]):
            if desk.merge(place, person):
                print(f"{desk.shown(place)} är borttagen; namnformen står nu hos {person}.")
                return
            print(f"Namnformen går inte att lägga till hos {person}; gör det i filen.")
            skipped += 1
        elif (changed := chosen(text, question, question.mark.choices[int(answer) - 1])) is not None:
            desk.change(place, changed)
        else:
            print("Värdet står på flera rader; ändra det i filen.")
            skipped += 1


def _answer(prompt: str, allowed: str) -> str:
    """One of the allowed letters."""
    while True:
        try:
            said = input(f"{prompt}: ").strip().lower()[:1]
        except EOFError as end:
            raise _Stop from end
        if said == "a":
            raise _Stop
        if said and said in allowed:
            return said
        print("Det är inget av svaren.")


def _put(desk: Desk, reviewed: set[str], arguments: argparse.Namespace) -> int:
    """Reviewed drafts into their places, and what is left to do."""
    content = read_folder(desk.folder)
    root = desk.folder
    published = {Path(one.path).relative_to(root).as_posix(): one.sheet.text for one in content.records}
    chosen_texts = {place: desk.texts[place] for place in sorted(reviewed)}
    found = approve(chosen_texts, content, published, arguments.datum) if reviewed else Approval({})
    tell(found.faults)
    for place, text in found.moves.items():
        write_text(root / place, text)
        desk.shown(place).unlink()
    _without_empty_folders(root / UTKAST)
    for place, why in found.waiting.items():
        print(f"{desk.shown(place)}: kvar som utkast; {why}")
    sound = bool(found.faults) or _is_sound(desk.folder, arguments.datum)
    _tell_end(len(found.moves), len(desk.texts) - len(found.moves), sound, arguments)
    return OK if sound and not found.waiting and not found.faults else FAULTS


def _is_sound(folder: Path, datum: dt.date) -> bool:
    """Whether the archive that the records now make has no faults; those that it has are told."""
    faults = [one for one in check(read_folder(folder), datum)[1] if has_errors([one])]
    tell(faults)
    return not faults


def _tell_end(moved: int, left: int, sound: bool, arguments: argparse.Namespace) -> None:
    put = count(moved, "post granskad och på plats", "poster granskade och på plats")
    print(f"{put}; {count(left, 'utkast', 'utkast')} kvar")
    if left and not arguments.alla:
        print("Öppna filerna, rätta det som är märkt GRANSKA och ta bort märkena, eller svara i en terminal.")
        print("Är allt i en fil rätt: skriv 'granskad: ja' i den och kör make granska igen.")
    where = said("CONTENT", arguments.ut)
    if not sound:
        print(f"Arkivet har fel, se ovan. Rätta dem och kör make check{where}; med fel byggs ingen webbplats.")
    elif not left:
        print(f"Nästa steg: make check{where} och make build{where}")


def _without_empty_folders(folder: Path) -> None:
    inner = [path for path in folder.rglob("*") if path.is_dir()]
    for path in (*sorted(inner, key=lambda path: -len(path.parts)), folder):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
