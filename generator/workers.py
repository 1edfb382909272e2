"""Work spread over processes: each is a copy of this one with all that is in memory, and sends back results.

Copies are made by fork, as the archive is large and the work on a part of it small: nothing is sent to a worker but
the number of its next task. What a worker changes in its memory stays there.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_SELDOM = 50_000
"""So many new objects before a worker looks for circles: a page leaves some thousands behind, and few circles."""
_FORK = get_context("fork") if sys.platform != "win32" else None
_ENDINGS = (signal.SIGINT, signal.SIGTERM)
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG in linux/prctl.h


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
    Raises WorkerDied. However it ends, no worker is left: who may stop before the last result closes the generator.
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
            life = (task, items, there, [*running, here], os.getpid())
            process: BaseProcess = _FORK.Process(target=_work, args=life, daemon=True)
            with _undisturbed():
                process.start()
                running[here] = process
            there.close()
        yield running
    finally:
        for connection, process in running.items():
            process.kill()
            connection.close()
        for process in running.values():
            process.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No ending of this process meanwhile, so that no worker is begun and then not known."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(
    task: Callable[[T], R], items: Sequence[T], orders: Connection, others: list[Connection], parent: int
) -> None:
    """A worker's life: a number comes, a result goes, until nothing more comes or nobody wants it."""
    for ending in _ENDINGS:  # they reach the whole group; the parent ends its workers
        signal.signal(ending, signal.SIG_IGN)
    _die_with(parent)
    gc.freeze()  # what was here before the fork is not looked through again, nor copied by the looking
    gc.set_threshold(_SELDOM)
    gc.enable()
    for one in others:  # held open here, they would keep workers waiting for a parent that is gone
        one.close()
    while True:
        try:
            number = orders.recv()
            orders.send_bytes(_done(task, items[number]))
        except (EOFError, OSError):
            return


def _die_with(parent: int) -> None:
    """Where the system can, see to it that a killed parent leaves no worker that still writes."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _done(task: Callable[[T], R], item: T) -> memoryview:
    """Whether the task was done, and what came of it, as it is sent."""
    try:
        return ForkingPickler.dumps((True, task(item)))
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> memoryview:
    """An error as it is sent, with the place where it was raised; in words where it cannot be sent as it is."""
    words = traceback.format_exc()
    error.add_note(words)
    try:
        sent = ForkingPickler.dumps((False, error))
        ForkingPickler.loads(sent)
    except Exception:  # whatever somebody else's class does when it is pickled
        return ForkingPickler.dumps((False, RuntimeError(words)))
    return sent


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
        sent = connection.recv_bytes()
    except (EOFError, OSError):
        _died(running[connection])
    done, result = ForkingPickler.loads(sent)
    if not done:
        raise result
    return result


def _died(process: BaseProcess) -> NoReturn:
    process.join()
    raise WorkerDied(process.exitcode)
