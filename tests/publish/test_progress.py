"""What is shown while the site is built."""

import io
import itertools

import pytest

from generator.publish.progress import Progress


def progress(*, live: bool) -> tuple[Progress, io.StringIO]:
    """A progress whose clock ticks half a second each time it is read."""
    ticks = itertools.count(step=0.5)
    stream = io.StringIO()
    return Progress(stream, lambda: float(next(ticks)), live=live), stream


def test_plain_lines_have_no_control_characters() -> None:
    """In CI each stage is one whole line."""
    shown, stream = progress(live=False)
    with shown.stage("Skriver sidor") as line:
        line.notes.append("3 sidor")
    assert stream.getvalue() == "  ✓ Skriver sidor: 3 sidor, 0,5 s\n"


def test_a_terminal_shows_the_running_stage() -> None:
    """The name stands there while the stage runs; the finished line takes its place."""
    shown, stream = progress(live=True)
    with shown.stage("Skriver sidor"):
        assert stream.getvalue() == "  … Skriver sidor"
    assert stream.getvalue().endswith("\r\x1b[K  ✓ Skriver sidor: 0,5 s\n")


def test_an_interrupted_stage_is_marked() -> None:
    """An interrupt goes on to the caller and the line says so."""
    shown, stream = progress(live=False)
    with pytest.raises(KeyboardInterrupt), shown.stage("Gör sökindex"):
        raise KeyboardInterrupt
    assert stream.getvalue() == "  ✗ Gör sökindex: avbröts, 0,5 s\n"
