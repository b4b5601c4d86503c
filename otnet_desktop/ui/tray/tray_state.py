"""What the tray shows. The tray asks nobody; whoever knows what is due hands it a new state."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

SHOWN_ITEMS = 5
LONGEST_TITLE = 60
"""Characters, so that a menu stays a menu."""


@dataclass(frozen=True, slots=True)
class TrayState:
    """``count`` things are due; ``items`` are the first of them as (key, title), in order.

    ``discreet``: nothing in the tray may tell who it is about. ``paused``: no notification before tomorrow.
    """

    count: int = 0
    items: tuple[tuple[str, str], ...] = ()
    discreet: bool = False
    paused: bool = False


def one_line(title: str) -> str:
    """``title`` without line breaks and not too long."""
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in title if _is_harmless(c))
    line = " ".join(line.split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"


def for_qt_menu(line: str) -> str:
    """``line`` so that a menu drawn by Qt shows it literally: an ampersand would mark a shortcut."""
    return line.replace("&", "&&")


def for_panel_menu(line: str) -> str:
    """``line`` so that a menu drawn by a Linux panel shows it literally.

    There an underscore marks the shortcut. Qt turns the first ampersand of a text into one, escaped or not, and leaves
    everything else as it is.
    """
    return line.replace("_", "__").replace("&", "&&", 1)


def _is_harmless(character: str) -> bool:
    """Marks that turn the direction of writing could reorder the whole menu line."""
    return character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
