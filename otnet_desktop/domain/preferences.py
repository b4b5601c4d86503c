"""What the user told the app about themselves and about how they want to be reminded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from otnet_desktop.domain.errors import BadInput
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
    """All settings. ``zone`` is an IANA name ("" follows the machine); ``timing`` holds only what differs."""

    me: Me = Me()
    zone: str = ""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    discreet: bool = False
    autostart: bool = False
    told_about_tray: bool = False
    paused_until: str = ""
    timing: Mapping[str, Any] = field(default_factory=dict)

    def timing_in(self, zone: ZoneInfo) -> Timing:
        """The timing to use, where ``zone`` is the machine's."""
        return with_overrides(Timing(zone=zone_named(self.zone) if self.zone else zone), self.timing)


def zone_named(name: str) -> ZoneInfo:
    """A time zone. Raises BadInput for a name nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            f"There is no time zone called {name!r}.", "Use a name such as Europe/London or America/New_York."
        ) from error


def with_overrides(timing: Timing, overrides: Mapping[str, Any]) -> Timing:
    """Timing with some values changed; texts are read as times, lists as days. Raises BadInput."""
    known = {f.name: f for f in fields(Timing)}
    changes: dict[str, Any] = {}
    for name, value in overrides.items():
        if name not in known or name == "zone":
            raise BadInput(f"There is no setting called {name!r}.", "See CONTRIBUTING, “A network told as facts”.")
        try:
            changes[name] = timing_value(name, value)
        except (TypeError, ValueError) as error:
            raise BadInput(f"The setting {name!r} cannot be {value!r}.", "Leave it out to use the default.") from error
    return replace(timing, **changes)


def timing_value(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON in, a field of Timing out
    """One JSON value as its field wants it."""
    if name in ("work_time", "quiet_start", "quiet_end"):
        return time.fromisoformat(value)
    if name == "quiet_days":
        return frozenset(int(day) for day in value)
    if name == "holidays":
        return frozenset(date.fromisoformat(day) for day in value)
    return int(value)
