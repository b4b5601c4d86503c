"""What is known about a mistake of the program, without a word about people.

Public: ``report_of(error)``. File names are those of the program, messages of errors are left out (they may quote what
somebody typed), and so are the values of variables. It loads no Qt: the terminal makes mistakes too.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from otnet_desktop.services.versions import versions

PACKAGE = Path(__file__).parents[1]
LONGEST = 40
"""Steps of a trace that are told: the last ones."""
MOST_CAUSES = 5
WRAPPER = "app/whole_errors.py"
"""Stands around every method that Qt calls, and says nothing."""


def report_of(error: BaseException) -> str:
    """Versions, the kind of error, and where it happened; causes first."""
    made_of = "\n".join(f"{name} {version}" for name, version in versions().items())
    causes = [told(cause) for cause in _with_causes(error)]
    return f"{made_of}\n\n" + "\n\nand then\n\n".join(reversed(causes))


def told(error: BaseException) -> str:
    """The kind of error and where it happened."""
    frames = list(traceback.walk_tb(error.__traceback__))[-LONGEST:]
    steps = [f"  {place_of(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}" for frame, line in frames]
    return "\n".join((type(error).__qualname__, *(step for step in steps if WRAPPER not in step)))


def place_of(file: str) -> str:
    """A file of ours from the package on; of any other only its name, as folders tell who somebody is."""
    path = Path(file)
    return str(path.relative_to(PACKAGE.parent)) if path.is_relative_to(PACKAGE) else path.name


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what caused it, what caused that ..."""
    told_of: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if told_of is None:
            return
        yield told_of
        told_of = told_of.__cause__ or (None if told_of.__suppress_context__ else told_of.__context__)
