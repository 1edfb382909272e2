"""A baseline: old faults are known however lines move, new ones are not, and what has gone is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Position
from generator.records import baseline

WORDS = st.text('abc å"\n', max_size=8)
FAULTS = st.lists(
    st.builds(
        Diagnostic,
        position=st.builds(Position, path=st.sampled_from(["a.yml", "b.yml"]), line=st.integers(1, 9)),
        code=st.sampled_from(["R101", "R204"]),
        message=WORDS,
        trail=st.tuples(WORDS),
    ),
    max_size=9,
)


def fault(line: int = 3, message: str = "nyckeln 'namn' finns redan, på rad 1") -> Diagnostic:
    """A fault of a person's record."""
    return Diagnostic(Position("content/personer/alma-testsson.yml", line), "R020", message, trail=("alma-testsson",))


@given(FAULTS)
def test_what_was_written_is_known(found: list[Diagnostic]) -> None:
    """Read back, a baseline knows exactly the faults it was written from."""
    known = baseline.load(baseline.dump(found))
    assert baseline.apply(found, known) == ([], found, 0)


@given(FAULTS)
def test_the_file_does_not_depend_on_order(found: list[Diagnostic]) -> None:
    """The same faults in another order give the same bytes."""
    assert baseline.dump(found) == baseline.dump(found[::-1])


def test_moved_lines_make_no_new_fault() -> None:
    """A fault is known by its place in the record, not by its line, also where the message names another line."""
    known = baseline.load(baseline.dump([fault(3)]))
    moved = fault(8, "nyckeln 'namn' finns redan, på rad 6")
    assert baseline.apply([moved], known) == ([], [moved], 0)


def test_one_more_of_the_same_is_new() -> None:
    """As many of a kind are known as there were; the next one is new."""
    known = baseline.load(baseline.dump([fault(3)]))
    new, old, gone = baseline.apply([fault(3), fault(9)], known)
    assert (new, old, gone) == ([fault(9)], [fault(3)], 0)


def test_what_has_gone_is_counted() -> None:
    """Mended faults are told, so that the baseline can be written anew; it is not itself changed."""
    known = baseline.load(baseline.dump([fault(), fault(), fault(message="annat")]))
    assert baseline.apply([fault()], known) == ([], [fault()], 2)
    assert known.total() == 3


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"version": 2, "kanda": []}', '{"version": 1}', '{"version": 1, "kanda": [3]}',
     '{"version": 1, "kanda": [{"fil": "a", "kod": "b", "plats": "c", "text": "d", "antal": 0}]}'],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(text: str) -> None:
    """A file of another form is refused with a ValueError, never read as empty."""
    with pytest.raises(ValueError, match="not a baseline"):
        baseline.load(text)
