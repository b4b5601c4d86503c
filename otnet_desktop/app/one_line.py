"""Text for the terminal: one line, whatever is in it, and no trouble where nobody can take it."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LONGEST = 600
"""Letters of a complaint."""


def on_one_line(text: str) -> str:
    """Text from outside must not move the cursor or colour the terminal: control characters become blanks."""
    return CONTROL.sub(" ", text)


def complain(text: str) -> None:
    """One line on standard error, if that is open and has room: the exit status tells in any case.

    Of a text nobody would read the middle is left out; what is wrong is told at its beginning or its end.
    """
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"
    if sys.stderr is not None:
        with suppress(OSError):
            print(on_one_line(text), file=sys.stderr)
