"""Run inside the checkout's own ``.venv``, made when it is missing or older than the list of packages."""

from __future__ import annotations

import importlib.util
import os
import sys

from otnet_desktop.bootstrap.place import VENV, VENV_PYTHON, give_up, is_checkout, is_inside, is_ready

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

OLDEST_PYTHON = (3, 11)

ON_THE_WAY = "OTNET_BOOTSTRAP"
"""Set for the second interpreter, so that an environment that cannot be entered ends in a sentence, not in a circle."""


def enter(purpose: str, modules: tuple[str, ...]) -> None:
    """Return when the packages for ``purpose`` are there; otherwise make them so and start again inside ``.venv``.

    ``modules`` tells whether some other virtual environment already holds what is needed; that one is then left alone.
    """
    if sys.version_info < OLDEST_PYTHON:
        give_up(f"OTnet Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not is_checkout() or _somebodys_own(modules):
        return
    arrived = os.environ.pop(ON_THE_WAY, "")
    if is_inside():
        if is_ready(purpose):
            return
        # An environment cannot remake itself while it runs.
        _start_again(getattr(sys, "_base_executable", sys.executable))
    if arrived and is_ready(purpose):
        give_up(f"The Python environment in {VENV} cannot be entered; is PYTHONHOME set?")
    if not is_ready(purpose):
        from otnet_desktop.bootstrap.making import make

        make(purpose)
    os.environ[ON_THE_WAY] = "1"
    _start_again(VENV_PYTHON)


def _somebodys_own(modules: tuple[str, ...]) -> bool:
    """Whether this is a virtual environment of the user's making that holds what is needed."""
    in_virtual_environment = sys.prefix != sys.base_prefix and not is_inside()
    return in_virtual_environment and all(importlib.util.find_spec(module) for module in modules)


def _start_again(python: str) -> NoReturn:
    arguments = [python, *sys.orig_argv[1:]]
    if os.name == "nt":
        import subprocess

        raise SystemExit(subprocess.run(arguments, check=False).returncode)
    sys.stderr.flush()
    try:
        os.execv(python, arguments)
    except OSError as error:
        give_up(f"The Python in {python} cannot be started ({error.strerror}).")
