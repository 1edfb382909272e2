"""What a cache keeps comes back as it was, and bytes that are anything else do nothing."""

from __future__ import annotations

import datetime as dt
import os
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.emit import as_plain, emit
from generator.records.kinds import KINDS, Kind
from generator.records.load import load_from
from generator.records.origin import Origin
from generator.records.outcome import Outcome, pack, unpack
from tests.exempel import antal_exempel
from tests.records.strategier import classes, posts_of

POSTS = st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), posts_of(kind.model)))


def outcome_of(kind: Kind, text: str) -> Outcome:
    """The outcome of a file with that text."""
    record, faults = load_from(Origin("post.yml", "0" * 64, None), text.encode(), kind, "prov")
    return Outcome(record, tuple(faults), "0" * 64)


@antal_exempel(80)
@given(POSTS, st.sampled_from(["", "okand: 1\n", "a: &b c\n", "[\n"]))
def test_an_outcome_comes_back_as_it_was(drawn: tuple[Kind, Any], fault: str) -> None:
    """Any record, with its faults or with faults alone, is the same after it was kept, also as it is written."""
    kind, post = drawn
    outcome = outcome_of(kind, emit(post, "x.json") + fault)
    again = unpack(pack(outcome))
    assert again == outcome
    assert bool(outcome.faults) == bool(fault)
    if outcome.record and again.record:
        assert as_plain(again.record.data) == as_plain(outcome.record.data)
        assert repr(again.record.data) == repr(outcome.record.data)
        assert hash(again.record.data) == hash(outcome.record.data)


@antal_exempel(50)
@given(st.sampled_from(classes()).flatmap(posts_of))
def test_a_part_that_was_kept_is_like_any_other(post: Any) -> None:
    """It is copied with other values as one that was read is, and written out with all its fields."""
    again = pickle.loads(pickle.dumps(post))
    assert list(vars(again)) == list(vars(post))
    name, value = next(iter(vars(post).items()))
    assert again.model_copy(update={name: value}) == post
    assert again.model_dump(warnings=False) == post.model_dump(warnings=False)


class _Runs:
    """An object whose unpickling runs a command."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("gjort",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        pickle.dumps(_Runs()),
        pickle.dumps(Path("x")),
        pickle.dumps(print),
        pickle.dumps("text"),
        pickle.dumps(dt.date(2024, 1, 1)),
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"cgenerator.records.outcome\nimportlib\n.",
        b"cgenerator.model.bas\nBaseModel\n.",
    ],
)
def test_other_bytes_are_refused(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the parts of an outcome is made of bytes, and nothing is called."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="not an outcome"):
        unpack(data)
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=60))
def test_any_bytes_are_refused(data: bytes) -> None:
    """Whatever the bytes, the answer is an outcome or a ValueError."""
    with pytest.raises(ValueError, match="not an outcome"):
        unpack(data)
