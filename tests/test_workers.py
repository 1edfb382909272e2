"""Work over several processes gives what one process gives, or says why it cannot."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from generator.workers import WorkerDied, cores, spread


def slow_first(number: int) -> int:
    """Twice the number; the first takes longest."""
    time.sleep(0.1 if number == 0 else 0)
    return 2 * number


def ends_itself(number: int) -> int:
    """Dies as a process does that the machine has no memory for."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def has_a_fault(number: int) -> int:
    """Raises as a full disk does."""
    raise OSError(28, "No space left on device", f"fil{number}")


class Odd(Exception):
    """Can be sent, but not made again from what was sent."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} and {other}")


def has_an_odd_fault(number: int) -> int:
    """Raises what another process cannot be given."""
    raise Odd(number, number)


def gives_what_cannot_be_sent(number: int) -> Callable[[], int]:
    """A function without a name."""
    return lambda: number


def lacks_memory(number: int) -> int:
    """Raises as the system does that has no more memory to give."""
    raise MemoryError


@pytest.mark.parametrize("workers", [1, 2, 3, 40])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    """However many work and whichever is done first."""
    assert list(spread(slow_first, range(20), workers)) == list(range(0, 40, 2))


def test_nothing_to_do_is_no_work() -> None:
    """No items, no results."""
    assert list(spread(slow_first, [], 3)) == []


def test_workers_see_what_is_in_memory_and_change_nothing_of_it() -> None:
    """A task may be anything that can be called, and what it writes to memory stays in its process."""
    seen: list[int] = []

    def remembered(number: int) -> int:
        seen.append(number)
        return len(seen)

    assert max(spread(remembered, range(6), 2)) > 1
    assert seen == []


def test_a_dead_worker_is_told() -> None:
    """With what ended it."""
    with pytest.raises(WorkerDied) as caught:
        list(spread(ends_itself, range(8), 2))
    assert caught.value.how == -signal.SIGKILL


@pytest.mark.parametrize("task", [has_a_fault, ends_itself])
def test_no_worker_is_left(task: Callable[[int], int]) -> None:
    """Neither after a fault nor when the results are no longer wanted."""
    with pytest.raises((OSError, WorkerDied)):
        list(spread(task, range(8), 2))
    results = spread(slow_first, range(8), 2)
    next(results)
    results.close()
    assert multiprocessing.active_children() == []


def test_an_error_comes_as_it_is() -> None:
    """A full disk in a worker is a full disk here, with its file; of two workers either may be the first to tell."""
    with pytest.raises(OSError, match="No space left") as caught:
        list(spread(has_a_fault, range(4), 2))
    assert caught.value.errno == 28
    assert caught.value.filename in {"fil0", "fil1"}


@pytest.mark.parametrize(
    ("task", "raised"),
    [(has_an_odd_fault, RuntimeError), (gives_what_cannot_be_sent, Exception), (lacks_memory, MemoryError)],
)
def test_what_cannot_be_sent_is_told_and_no_dead_worker(task: Callable[[int], object], raised: type[Exception]) -> None:
    """A fault of the program shows itself with its place, and nobody is told that a process vanished."""
    with pytest.raises(raised, match=r"line \d+, in _done") as caught:
        list(spread(task, range(4), 2))
    assert not isinstance(caught.value, WorkerDied)


def test_a_large_result_comes_whole() -> None:
    """Larger than any pipe holds, from several at once."""
    assert [len(one) for one in spread(bytes, [30_000_000] * 4, 2)] == [30_000_000] * 4


def test_the_ending_of_all_is_left_to_the_parent() -> None:
    """Ctrl-C and what a server sends to end a job reach the workers too, and are passed over by them."""

    def ended(number: int) -> int:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGTERM)
        return number

    assert list(spread(ended, range(4), 2)) == [0, 1, 2, 3]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux ends them at once")
def test_a_killed_parent_leaves_no_worker() -> None:
    """Not even one that is in the midst of its work."""
    here, there = os.pipe()
    parent = os.fork()
    if parent == 0:
        os.close(here)
        list(spread(lambda number: time.sleep(60), range(2), 2))
    os.close(there)
    time.sleep(0.2)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    assert os.read(here, 1) == b""  # the end of the pipe is open in nobody any more
    os.close(here)


def test_there_is_at_least_one_core() -> None:
    """Whatever the machine tells."""
    assert cores() >= 1
