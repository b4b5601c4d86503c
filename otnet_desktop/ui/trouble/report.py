"""What is known about a mistake of the program, without a word about people.

Public: ``report_of(error)``. File names are those of the program, messages of errors are left out (they may quote what
somebody typed), and so are the values of variables.
"""

from __future__ import annotations

import traceback
from pathlib import Path

from otnet_desktop.ui.help.about_text import facts

PACKAGE = Path(__file__).parents[2]
LONGEST = 40
"""Steps of a trace that are told: the last ones."""


def report_of(error: BaseException) -> str:
    """Versions, the kind of error, and where it happened; causes first."""
    versions = "\n".join(f"{name} {version}" for name, version in facts())
    return f"{versions}\n\n{_told(error)}"


def _told(error: BaseException) -> str:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{_told(cause)}\n\nand then\n\n" if cause is not None else ""
    frames = traceback.extract_tb(error.__traceback__)[-LONGEST:]
    steps = "\n".join(f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames)
    return f"{before}{type(error).__qualname__}\n{steps}"


def _place(file: str) -> str:
    """A file of ours from the package on; of any other only its name, as folders tell who somebody is."""
    path = Path(file)
    return str(path.relative_to(PACKAGE.parent)) if path.is_relative_to(PACKAGE) else path.name
