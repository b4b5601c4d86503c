"""What a notification says, whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

DEFAULT_ACTION = "default"
"""The notification itself was pressed, not one of its buttons."""

ActionHandler = Callable[[str, str], None]
"""Called with the notice's id and the action's id."""


class Urgency(IntEnum):
    """As desktops number it."""

    LOW = 0
    NORMAL = 1
    CRITICAL = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """Plain text throughout: names come from outside and are shown literally, whatever characters they hold.

    ``id`` is the program's own; a later notice with the same id takes the earlier one's place. ``actions`` are buttons
    as (id, label) in the order shown; ``default_label`` names what pressing the notification itself does.
    """

    id: str
    title: str
    body: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    default_label: str = ""
    urgency: Urgency = Urgency.NORMAL
