"""What the tray shows. The tray asks nobody; whoever knows what is due hands it a new state."""

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


def menu_text(title: str) -> str:
    """``title`` as one line that a menu shows literally.

    An ampersand marks a shortcut in Qt's menus, an underscore in those that a Linux panel draws, and Qt's way of
    escaping the first does not survive on the way to the second. Their full-width twins mean nothing to either.
    """
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in title if _is_harmless(c))
    line = " ".join(line.split())
    if len(line) > LONGEST_TITLE:
        line = line[: LONGEST_TITLE - 1].rstrip() + "…"
    return line.replace("&", "＆").replace("_", "＿")


def _is_harmless(character: str) -> bool:
    """Marks that turn the direction of writing could reorder the whole menu line."""
    return character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
