"""Starts one command and tells what it used: ``python -I -S starter.py UTFALL KOMMANDO …``.

A process never seems smaller than the one that started it was, so this one loads next to nothing. The command gets a
session of its own: what it starts in its turn is counted with it, and ended with it when the measuring is stopped.
UTFALL gets a line of JSON: seconds of wall and CPU, the greatest memory of any one process (MB), and, where there is a
``/proc``, that of the largest process of each program, seen five times a second.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

BETWEEN = 0.2
KB = 1024 / 1e6  # of memory, as Linux tells it, in MB of a million bytes
MAXRSS = 1 / 1e6 if sys.platform == "darwin" else KB
PROC = Path("/proc")


def session_and_name(stat: str) -> tuple[int, str]:
    """What a line of ``/proc/PID/stat`` says: the session, and the name of the program (in brackets, as it pleases)."""
    head, _, tail = stat.rpartition(")")
    return int(tail.split()[3]), head.partition("(")[2]


def peak(status: str) -> int:
    """The greatest memory so far in kB, by ``/proc/PID/status``; 0 for a process that is ending."""
    found = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(found[0].split()[1]) if found else 0


def look(session: int, seen: dict[str, int]) -> None:
    """Note the memory of every process of the session under the name of its program."""
    for folder in PROC.glob("[0-9]*"):
        try:
            its, name = session_and_name((folder / "stat").read_text(errors="replace"))
            if its == session:
                seen[name] = max(seen.get(name, 0), peak((folder / "status").read_text(errors="replace")))
        except OSError:
            continue  # it has just ended


def keep_looking(session: int, seen: dict[str, int], done: threading.Event) -> None:
    """Look at the session until it is done."""
    while not done.wait(BETWEEN):
        look(session, seen)


def start(command: list[str]) -> int:
    """The process id, which is that of its session too."""
    child = os.fork()
    if child:
        return child
    os.setsid()
    try:
        os.execvp(command[0], command)
    except OSError as error:
        print(error, file=sys.stderr)
        os._exit(127)


def main(outcome: Path, command: list[str]) -> int:
    """Run the command to its end; its exit status."""
    before = time.perf_counter()
    child = start(command)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: os.killpg(child, signal.SIGTERM))
    seen: dict[str, int] = {}
    done = threading.Event()
    threading.Thread(target=keep_looking, args=(child, seen, done), daemon=True).start()
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - before
    done.set()
    told = {
        "vagg_s": seconds,
        "cpu_s": used.ru_utime + used.ru_stime,
        "topp_mb": used.ru_maxrss * MAXRSS,
        "program": {name: size * KB for name, size in sorted(seen.items()) if size},
    }
    outcome.write_text(json.dumps(told), encoding="utf-8")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
