"""Names in a register: which part of a name is the surname, and where it stands from A to Ö."""

from __future__ import annotations

from generator.model.person import Person
from generator.svenska import collation_key

_LETTERS = {"{": "Å", "|": "Ä", "}": "Ö"}


def efternamn(person: Person) -> str:
    """The surname: as the record says, else the last word with the small words before it (``von Altén``)."""
    if person.efternamn:
        return person.efternamn
    words = person.namn.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return " ".join(words[start:])


def registernamn(person: Person) -> str:
    """The name as a register writes it: ``Eriksson, Lina``; unturned where the surname does not end the name."""
    surname = efternamn(person)
    given = person.namn.removesuffix(surname)
    return f"{surname}, {given.strip()}" if given.strip() and given != person.namn else person.namn


def registernyckel(person: Person) -> tuple[tuple[str, str], tuple[str, str]]:
    """The sort key of a person: by surname without its small words, then by the whole name."""
    return collation_key(_without_small_words(efternamn(person))), collation_key(person.namn)


def bokstav(person: Person) -> str:
    """The letter that a person stands under: ``Ö`` for Öberg, ``A`` for von Altén, ``#`` where it is no letter."""
    first = registernyckel(person)[0][0][:1]
    letter = _LETTERS.get(first, first.upper())
    return letter if letter.isalpha() else "#"


def _without_small_words(surname: str) -> str:
    words = surname.split()
    while len(words) > 1 and words[0].islower():
        words = words[1:]
    return " ".join(words)
