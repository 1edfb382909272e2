"""The glossary: the one source of what our Swedish words mean, their names in code and their English glosses."""

from __future__ import annotations

from generator.model.bas import Post
from generator.model.falt import Enrad, Id, Prosa


class Term(Post):
    """A word of public administration as this archive uses it.

    `kod` are its names in code and keys; `inte` says what it is often taken for and is not.
    """

    id: Id
    term: Enrad
    kod: tuple[Enrad, ...] = ()
    definition: Prosa
    rattskalla: Enrad | None = None
    engelska: Enrad
    inte: Enrad | None = None


class Ordlista(Post):
    """``content/ordlista.yml``: `termer` for readers, `fackord` for the keys that only records use."""

    termer: tuple[Term, ...]
    fackord: tuple[Term, ...] = ()
