"""Run inside the checkout's own ``.venv``, which is made when it is missing or older than the list of packages.

Every start passes here, so this module imports nothing that the interpreter has not loaded by itself (no ``pathlib``)
and reads two small files. The stamp of an environment is a copy of the list that was installed, below the path of the
interpreter it was made with: equal means nothing to do, whatever else happened (a new list, a removed or newer Python,
a set-up that was interrupted).
"""

from __future__ import annotations

import importlib.util
import os
import sys

CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(CHECKOUT, ".venv")
VENV_PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")

LISTS = {
    "run": os.path.join(CHECKOUT, "otnet_desktop", "bootstrap", "requirements.txt"),
    "tests": os.path.join(CHECKOUT, "tests", "requirements.txt"),
}
"""What is installed for which purpose. The second list contains the first."""

OLDEST_PYTHON = (3, 11)
LACKING = 3
"""Exit status: the machine lacks something."""

_ON_THE_WAY = "OTNET_BOOTSTRAP"
"""Set for the second interpreter, so that an environment that cannot be entered ends in a sentence, not in a circle."""


def enter(purpose: str, modules: tuple[str, ...]) -> None:
    """Return when the packages for ``purpose`` are there; otherwise make them so and start again inside ``.venv``.

    ``modules`` tells whether some other virtual environment already holds what is needed; that one is then left alone.
    """
    if sys.version_info < OLDEST_PYTHON:
        give_up(f"OTnet Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not os.path.isfile(os.path.join(CHECKOUT, "pyproject.toml")):
        return  # installed by pip, which saw to everything
    inside = _same_folder(sys.prefix, VENV)
    if not inside and sys.prefix != sys.base_prefix and all(importlib.util.find_spec(module) for module in modules):
        return
    arrived = os.environ.pop(_ON_THE_WAY, "")
    if is_ready(purpose):
        if inside:
            return
    elif inside:
        _start_again(getattr(sys, "_base_executable", sys.executable))  # nothing can remake itself while it runs
    else:
        from otnet_desktop.bootstrap.making import make

        make(purpose)
    if arrived:
        give_up(f"The Python environment in {VENV} cannot be entered; is PYTHONHOME set?")
    os.environ[_ON_THE_WAY] = "1"
    _start_again(VENV_PYTHON)


def is_ready(purpose: str) -> bool:
    """Whether ``.venv`` holds exactly what the list for ``purpose`` says, for the interpreter it was made with."""
    try:
        with open(stamp(purpose), "rb") as file:
            return file.read() == stamp_text(purpose)
    except OSError:
        return False


def stamp(purpose: str) -> str:
    """Where the copy of the installed list is kept."""
    return os.path.join(VENV, f"installed-{purpose}.txt")


def stamp_text(purpose: str) -> bytes:
    """The interpreter's real path, then the list."""
    with open(LISTS[purpose], "rb") as file:
        return os.fsencode(os.path.realpath(VENV_PYTHON)) + b"\n" + file.read()


def give_up(*lines: str) -> None:
    """Say what is missing and leave."""
    print(*lines, sep="\n", file=sys.stderr)
    raise SystemExit(LACKING)


def _start_again(python: str) -> None:
    arguments = [python, *sys.orig_argv[1:]]
    if os.name == "nt":
        import subprocess

        raise SystemExit(subprocess.run(arguments, check=False).returncode)
    sys.stderr.flush()
    os.execv(python, arguments)


def _same_folder(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
