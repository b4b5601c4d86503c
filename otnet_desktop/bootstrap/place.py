"""Where the checkout's own environment is, and whether it holds what it should.

Loaded on every start: no import beyond what the interpreter has loaded by itself (so no ``pathlib``), two small files
read. The stamp of an environment is a copy of the list that was installed, below the path of the interpreter it was
made with. Equal means nothing to do, whatever happened meanwhile: a new list, a removed or newer Python, a set-up that
was interrupted.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # typing itself would cost some milliseconds
if TYPE_CHECKING:
    from typing import NoReturn

CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(CHECKOUT, ".venv")
VENV_PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")

LISTS = {
    "run": os.path.join(CHECKOUT, "otnet_desktop", "bootstrap", "requirements.txt"),
    "tests": os.path.join(CHECKOUT, "tests", "requirements.txt"),
}
"""What is installed for which purpose. The second list contains the first."""

LACKING = 3
"""Exit status: the machine lacks something."""


def is_checkout() -> bool:
    """Whether this is a checkout; an installed package was given all it needs by pip."""
    return os.path.isfile(os.path.join(CHECKOUT, "pyproject.toml"))


def is_inside() -> bool:
    """Whether this process runs in the checkout's own environment."""
    try:
        return os.path.samefile(sys.prefix, VENV)
    except OSError:
        return False


def is_ready(purpose: str) -> bool:
    """Whether ``.venv`` holds exactly what the list for ``purpose`` says, for the interpreter it was made with."""
    try:
        with open(stamp(purpose), "rb") as file:
            return file.read() == stamp_text(purpose)
    except OSError:
        return False


def stamp(purpose: str) -> str:
    """The path of the copy of the installed list."""
    return os.path.join(VENV, f"installed-{purpose}.txt")


def stamp_text(purpose: str) -> bytes:
    """The interpreter's real path, then the list."""
    with open(LISTS[purpose], "rb") as file:
        return os.fsencode(os.path.realpath(VENV_PYTHON)) + b"\n" + file.read()


def give_up(*lines: str) -> NoReturn:
    """Say what is missing and leave."""
    print(*lines, sep="\n", file=sys.stderr)
    raise SystemExit(LACKING)
