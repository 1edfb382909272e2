"""Putting the finished site in the place of the old one in one step.

Linux and macOS can exchange two folders in a single system call, so a reader (or a power cut) sees either the whole old
site or the whole new one. Where that is not to be had, two renames do it; a build that dies between them is mended by
the next one (`recover`).
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h on macOS
UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})


def swap(new: Path, out: Path, aside: Path) -> None:
    """Let `new` become `out`. Afterwards the old site, if there was one, lies at `new`.

    `aside` is a free path on the same file system, used where the exchange takes two renames. Raises OSError with
    the old site in place.
    """
    if not out.exists():
        new.rename(out)
    elif not exchange(new, out):
        exchange_by_renames(new, out, aside)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one system call; False where the system or the file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = (os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        result = libc.renamex_np(*names, ctypes.c_uint(RENAME_SWAP))
    elif hasattr(libc, "renameat2"):
        result = libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], ctypes.c_uint(RENAME_EXCHANGE))
    else:
        return False
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def exchange_by_renames(new: Path, out: Path, aside: Path) -> None:
    """The same in two renames; if the second fails the old site is put back."""
    try:
        out.rename(aside)
        new.rename(out)
    except BaseException:  # also Ctrl-C, wherever it comes
        recover(out, aside)
        raise
    aside.rename(new)


def recover(out: Path, aside: Path) -> bool:
    """Mend what a build left that died between two renames; tells whether the old site had to be put back."""
    if not aside.exists():
        return False
    if not out.exists():
        aside.rename(out)
        return True
    shutil.rmtree(aside)
    return False
