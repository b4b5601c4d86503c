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
from otnet_desktop.bootstrap.enter import CHECKOUT, LISTS, VENV, VENV_PYTHON, give_up, is_ready, stamp, stamp_text

CONTAINS = {"run": ("run",), "tests": ("run", "tests")}
"""The lists that an environment for each purpose satisfies."""


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
        print("Stopped; the next start begins the set-up anew.", file=sys.stderr)
        raise SystemExit(130) from None


def _make(purpose: str) -> None:
    began = time.monotonic()
    machine.prepare()
    if purpose == "run" or not is_ready("run"):
        _say("OTnet Desktop sets up its own Python environment in .venv; this happens once and takes a minute or so.")
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    else:
        _say("OTnet Desktop adds what the tests need to .venv.")
    _install(LISTS[purpose])
    # Compiled now, so that no later start has to: not one as another user, nor one with PYTHONDONTWRITEBYTECODE set.
    _run([VENV_PYTHON, "-I", "-m", "compileall", "-q", str(Path(CHECKOUT, "otnet_desktop"))])
    for satisfied in CONTAINS[purpose]:
        Path(stamp(satisfied)).write_bytes(stamp_text(satisfied))
    _say(f"Ready after {time.monotonic() - began:.0f} s.")


def _install(requirements: str) -> None:
    options = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    done = _run([VENV_PYTHON, "-I", "-m", "pip", "install", *options, "-r", requirements])
    if done.returncode == 0:
        return
    log = Path(VENV, "pip.log")
    log.write_text(done.stdout, encoding="utf-8")
    errors = [line for line in done.stdout.splitlines() if line.startswith("ERROR: ")]
    give_up(
        "OTnet Desktop could not install the packages it needs; is the network there? pip says:",
        f"    {errors[-1].removeprefix('ERROR: ') if errors else 'nothing'}   (all of it: {log})",
    )


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run quietly; what would send packages elsewhere than into ``.venv`` is kept out."""
    elsewhere = {"PIP_PREFIX", "PIP_TARGET", "PIP_USER"}
    return subprocess.run(
        command,
        check=False,
        env={name: value for name, value in os.environ.items() if name not in elsewhere},
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
