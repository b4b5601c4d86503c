"""Text for the terminal: one line, whatever is in it."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def on_one_line(text: str) -> str:
    """Text from outside must not move the cursor or colour the terminal: control characters become blanks."""
    return CONTROL.sub(" ", text)
