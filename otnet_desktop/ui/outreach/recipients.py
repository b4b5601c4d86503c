"""To whom a letter goes, as mail programs want it: (name, address) of each.

Public: ``recipients(name, address)``; several addresses stand in one text, and a name belongs to a single one only.
"""

from __future__ import annotations

from otnet_desktop.ui.outreach.composer_boxes import SEPARATOR


def recipients(name: str, address: str) -> list[tuple[str, str]]:
    """Nobody for no address."""
    each = [part for part in address.split(SEPARATOR) if part]
    return [(name if len(each) == 1 else "", part) for part in each]
