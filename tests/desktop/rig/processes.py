"""Starting processes so that none outlives its desktop, and ending them by id."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LIBC = ctypes.CDLL(None, use_errno=True)
START_WAIT_S = 30.0

Value = TypeVar("Value")


class RigError(RuntimeError):
    """Something on the desktop did not come up, or what was looked for did not appear; the message says what."""


def wait_for(what: str, probe: Callable[[], Value], seconds: float = START_WAIT_S) -> Value:
    """The first true answer of ``probe``, asked twenty times a second."""
    end = time.monotonic() + seconds
    while not (value := probe()):
        if time.monotonic() > end:
            raise RigError(f"{what}: not within {seconds:g} s")
        time.sleep(0.05)
    return value


def adopt_orphans() -> None:
    """Daemonised grandchildren come back to this process instead of to the first one."""
    LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def start(
    argv: list[str], environment: dict[str, str], log: Path, keep: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    """Start a part of the desktop that ends with this process, even when this one is killed."""
    with log.open("wb") as output:
        return subprocess.Popen(
            argv,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=keep,
            preexec_fn=_die_with_parent,  # noqa: PLW1509  (the supervisor has one thread)
        )


def end_everything() -> None:
    """Ask all descendants of this process to end, then insist."""
    for number, patience in ((signal.SIGTERM, 3.0), (signal.SIGKILL, 2.0)):
        asked: set[int] = set()
        end = time.monotonic() + patience
        while time.monotonic() < end:
            reap()
            left = _descendants(os.getpid())
            if not left:
                return
            for pid in left - asked:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)
            asked |= left
            time.sleep(0.02)


def reap() -> None:
    """Forget children that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _die_with_parent() -> None:
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def _children(pid: int) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found |= {int(child) for child in task.read_text().split()}
    return found


def _descendants(pid: int) -> set[int]:
    found: set[int] = set()
    todo = {pid}
    while todo:
        new = _children(todo.pop()) - found
        found |= new
        todo |= new
    return found
