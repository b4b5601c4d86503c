"""Text from outside, shown as it is: names, places, tags, notes.

Public: ``one_line(text)``, ``isolated(text)`` (reads in its own direction, whatever stands around it),
``caption(text)`` (for a button: an ampersand is one), ``shortened(text)`` (for a line of a menu: a menu stays a menu),
``literal_tip(text)`` (for a tool tip: a bracket is one), ``titled(text)`` (of a window: a star in brackets is one).
"""

from __future__ import annotations

_JOINERS = "\u200c\u200d\u200e\u200f"
"""Not printable, and yet part of how names are written."""

LONGEST_IN_A_MENU = 40
"""Signs."""

_ISOLATE, _END = "\u2068", "\u2069"


def one_line(text: str) -> str:
    """``text`` without line breaks and runs of blanks; control characters that would draw boxes become blanks."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in text).split())


def isolated(text: str) -> str:
    """``text`` in its own direction: "+1 555" stays "+1 555" in a mirrored window. Invisible; for painting only."""
    return f"{_ISOLATE}{text}{_END}" if text else ""


def caption(text: str) -> str:
    """``text`` for a button, where a single ampersand would underline the next letter."""
    return isolated(one_line(text).replace("&", "&&"))


def shortened(text: str) -> str:
    """``text`` on one line of at most ``LONGEST_IN_A_MENU`` signs."""
    line = one_line(text)
    return line if len(line) <= LONGEST_IN_A_MENU else line[: LONGEST_IN_A_MENU - 1].rstrip() + "…"


def titled(text: str) -> str:
    """``text`` for the title of a window, where "[*]" would be the mark of what is not saved."""
    return one_line(text).replace("[*]", "[*][*]")


def literal_tip(text: str) -> str:
    """``text`` for a tool tip, which guesses whether it is markup: a person may be called ``<img src=...>``."""
    if "<" not in text:
        return text
    from html import escape  # brings a table of every entity along

    return f"<span>{escape(text)}</span>"
