"""Work spread over processes: each is a copy of this one with all that is in memory, and sends back results.

Copies are made by fork, as the archive is large and the work on a part of it small: nothing is sent to a worker but
the number of its next task. What a worker changes in its memory stays there.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_FORK = get_context("fork") if sys.platform != "win32" else None


class WorkerDied(Exception):
    """A worker ended without an answer: somebody killed it, or the machine ran out of memory. `how` is its exit status.

    A negative status is the number of the signal that ended it (9 is also what a machine without memory sends).
    """

    def __init__(self, how: int | None) -> None:
        super().__init__(f"a worker ended with status {how}")
        self.how = how


def cores() -> int:
    """How many processes can run at once on this machine, for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(task: Callable[[T], R], items: Sequence[T], workers: int) -> Generator[R, None, None]:
    """The task done with each item by at most `workers` processes, the results in the order of the items.

    One worker means this process itself. Results are sent pickled; an exception of a task is raised here, as it is.
    Raises WorkerDied. However it ends, no worker is left.
    """
    if workers <= 1 or len(items) <= 1 or _FORK is None:
        yield from map(task, items)
        return
    with _workers(task, items, min(workers, len(items))) as connections:
        yield from _in_order(connections, len(items))


@contextmanager
def _workers(task: Callable[[T], R], items: Sequence[T], number: int) -> Iterator[dict[Connection, BaseProcess]]:
    assert _FORK is not None
    running: dict[Connection, BaseProcess] = {}
    try:
        for _ in range(number):
            here, there = _FORK.Pipe()
            process: BaseProcess = _FORK.Process(target=_work, args=(task, items, there, [*running, here]), daemon=True)
            process.start()
            there.close()
            running[here] = process
        yield running
    finally:
        for connection, process in running.items():
            process.kill()
            connection.close()
        for process in running.values():
            process.join()


def _work(task: Callable[[T], R], items: Sequence[T], orders: Connection, others: list[Connection]) -> None:
    """A worker's life: a number comes, a result goes, until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its workers
    gc.freeze()  # what was here before the fork is not looked through again, nor copied by the looking
    gc.enable()
    for one in others:  # held open here, they would keep workers waiting for a parent that is gone
        one.close()
    while True:
        try:
            number = orders.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[bool, object] = (True, task(items[number]))
        except Exception as error:
            answer = (False, error)
        orders.send(answer)


def _in_order(running: dict[Connection, BaseProcess], amount: int) -> Iterator[Any]:
    waiting = iter(range(amount))
    busy: dict[Connection, int] = {}
    done: dict[int, object] = {}
    for connection in running:
        _order(running, connection, next(waiting, None), busy)
    for number in range(amount):
        while number not in done:
            for connection in (one for one in wait(list(busy)) if isinstance(one, Connection)):
                done[busy.pop(connection)] = _answer(running, connection)
                _order(running, connection, next(waiting, None), busy)
        yield done.pop(number)


def _order(
    running: dict[Connection, BaseProcess], connection: Connection, number: int | None, busy: dict[Connection, int]
) -> None:
    if number is None:
        return
    try:
        connection.send(number)
    except OSError:
        _died(running[connection])
    busy[connection] = number


def _answer(running: dict[Connection, BaseProcess], connection: Connection) -> Any:
    try:
        done, result = connection.recv()
    except (EOFError, OSError):
        _died(running[connection])
    if not done:
        raise result
    return result


def _died(process: BaseProcess) -> NoReturn:
    process.join()
    raise WorkerDied(process.exitcode)
