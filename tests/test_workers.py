"""Work over several processes gives what one process gives, or says why it cannot."""

import multiprocessing
import os
import signal
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
    """A full disk in a worker is a full disk here, with its file."""
    with pytest.raises(OSError, match="No space left") as caught:
        list(spread(has_a_fault, range(4), 2))
    assert (caught.value.errno, caught.value.filename) == (28, "fil0")


def test_there_is_at_least_one_core() -> None:
    """Whatever the machine tells."""
    assert cores() >= 1
