"""What the user told the app about themselves and about how they want to be reminded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.habits import read_settings
from otnet_desktop.domain.mail_account import NO_ACCOUNT, MailAccount
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.domain.timing import Timing


class ThemeChoice(StrEnum):
    """Light, dark, or as the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Me:
    """Who writes: what letters need to know."""

    name: str = ""
    stage: str = ""
    school: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Preferences:
    """All settings. ``zone`` is an IANA name ("" follows the machine); ``timing`` holds only what differs.

    ``text_percent`` enlarges the system's font: 100 to 200.
    """

    me: Me = Me()
    mail: MailAccount = NO_ACCOUNT
    zone: str = ""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    discreet: bool = False
    lock_after: int = 15
    """Minutes without a key or a click, where there is a passphrase; 0 for never."""
    lock_with_screen: bool = True
    autostart: bool = False
    told_about_tray: bool = False
    paused_until: str = ""
    hours_per_unit: float = 2.0
    """Of mentoring, for one unit of professional development."""
    asks_per_week: int = 0
    """How many people one wants to ask in a week at most; 0 for no such wish."""
    writing_hints: bool = True
    second_place: str = ""
    """Our own folder in another place for backups; "" for none."""
    timing: Mapping[str, Any] = field(default_factory=dict)

    def timing_in(self, zone: ZoneInfo) -> Timing:
        """The timing to use, where ``zone`` is the machine's."""
        return read_settings(self.timing, Timing(zone=zone_named(self.zone) if self.zone else zone))


def zone_named(name: str) -> ZoneInfo:
    """A time zone. Raises BadInput for a name nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            sentence("There is no time zone called {name!r}.", name=name),
            "Use a name such as Europe/London or America/New_York.",
        ) from error
