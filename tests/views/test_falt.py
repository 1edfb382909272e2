"""Every field that the archive can have concluded has a name that readers understand."""

from collections.abc import Iterator

from generator.model.bas import Post
from generator.model.harkomst import Harlett
from generator.records.kinds import KINDS
from generator.views.delar.falt import _I, FALT, faltnamn

OF_THE_PATH = {"organ", "datum"}


def _all(model: type[Post]) -> Iterator[type[Post]]:
    for one in model.__subclasses__():
        yield one
        yield from _all(one)


def _concluded() -> dict[type[Post], set[str]]:
    """The fields that a conclusion can be about, by the part of a record that holds it."""
    assert KINDS  # all models are loaded
    parts = (model for model in _all(Post) if "harlett" in model.model_fields)
    return {model: set(model.model_fields) - {"harlett"} for model in parts}


def test_every_field_has_a_name_and_every_name_a_field() -> None:
    """The names are of the fields that there are, and of what a record says by its path."""
    assert set(FALT) == set().union(*_concluded().values()) | OF_THE_PATH
    for model, falt in _I:
        assert falt in model.model_fields


def test_a_name_is_words() -> None:
    """No name is a key."""
    names = {faltnamn(model, falt) for model, fields in _concluded().items() for falt in fields}
    assert not [name for name in names if "_" in name or not name.islower()]
    assert faltnamn(Harlett, "skostorlek") == "en uppgift"
