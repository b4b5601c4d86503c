"""Make ``.venv``: one at a time, verified by hash, and stamped last, so that half a set-up is never taken for one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import venv
from pathlib import Path

from otnet_desktop.bootstrap import machine
from otnet_desktop.bootstrap.alone import alone
from otnet_desktop.bootstrap.place import CHECKOUT, LISTS, VENV, VENV_PYTHON, give_up, is_ready, stamp, stamp_text

CONTAINS = {"run": ("run",), "tests": ("run", "tests")}
"""The lists that an environment for each purpose satisfies."""

PIP = ("install", "--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check")
ELSEWHERE = {"PIP_PREFIX", "PIP_TARGET", "PIP_USER"}
"""Variables that would send packages to another place than ``.venv``."""


def make(purpose: str) -> None:
    """Make the environment for ``purpose``, or leave with status 3 and a sentence that says what is missing."""
    try:
        # The lock lies on a file that no set-up replaces.
        with alone(Path(CHECKOUT, "pyproject.toml"), "Another start is setting up .venv; waiting for it."):
            if not is_ready(purpose):
                _make(purpose)
    except OSError as error:
        give_up(f"OTnet Desktop cannot set itself up in {VENV}: {error.strerror or error}.")
    except KeyboardInterrupt:
        _say("Stopped; the next start begins the set-up anew.")
        raise SystemExit(130) from None


def _make(purpose: str) -> None:
    began = time.monotonic()
    machine.prepare()
    if purpose == "run" or not is_ready("run"):
        _say("OTnet Desktop sets up its own Python environment in .venv; this happens once and takes a minute or so.")
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(VENV)
        _step("make a Python environment", "ensurepip", "--default-pip")
    else:
        _say("OTnet Desktop adds what the tests need to .venv.")
    _step("install the packages it needs; is the network there?", "pip", *PIP, "-r", LISTS[purpose])
    # Compiled now, so that no later start has to: not one as another user, nor one with PYTHONDONTWRITEBYTECODE set.
    _run("compileall", "-q", str(Path(CHECKOUT, "otnet_desktop")))
    for satisfied in CONTAINS[purpose]:
        Path(stamp(satisfied)).write_bytes(stamp_text(satisfied))
    _say(f"Ready after {time.monotonic() - began:.0f} s.")


def _step(aim: str, *command: str) -> None:
    done = _run(*command)
    if done.returncode == 0:
        return
    log = Path(VENV, "set-up.log")
    log.write_text(done.stdout, encoding="utf-8")
    errors = [line.removeprefix("ERROR: ") for line in done.stdout.splitlines() if line.startswith("ERROR: ")]
    last = (errors or done.stdout.split("\n"))[-1] or "nothing"
    give_up(f"OTnet Desktop could not {aim}", f"    {command[0]} said: {last}   (all of it: {log})")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the environment's Python, apart from whatever else is set up on this machine."""
    return subprocess.run(
        [VENV_PYTHON, "-I", "-m", *command],
        check=False,
        close_fds=False,  # the lock is held for as long as anything still writes, also when this process was killed
        env={name: value for name, value in os.environ.items() if name not in ELSEWHERE},
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
