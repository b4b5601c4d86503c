"""What the settings ask of the program around them: this computer, its clock and its notifications.

Public: ``Machine``. The program hands one in; settings know no folder, no desktop file and no clock of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """``turn_autostart`` may raise NotSaved. ``checks``: when reminders were looked at last and will be next."""

    folder: Path
    offers_autostart: bool
    autostart_is_on: Callable[[], bool]
    turn_autostart: Callable[[bool], None]
    show_test_notice: Callable[[], None]
    checks: Callable[[], tuple[datetime | None, datetime | None]]
