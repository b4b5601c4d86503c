"""Reads the user's habits as preferences and network files write them: JSON values by the names of ``Timing``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.timing import Timing

MOST = 100_000
"""Minutes, hours and days beyond this are a slip of the pen."""


def read_settings(settings: Mapping[str, Any], timing: Timing) -> Timing:
    """The habits with some of them set otherwise; names are those of ``Timing``. Raises BadInput."""
    known = {one.name for one in fields(Timing)}
    changed: dict[str, Any] = {}
    for name, value in settings.items():
        if name not in known:
            raise BadInput(f'There is no setting "{name}".', "Leave it out.")
        try:
            changed[name] = _setting(name, value, getattr(timing, name))
        except (TypeError, ValueError, OSError, ZoneInfoNotFoundError):  # OSError: no file can have that name
            raise BadInput(f'The setting "{name}" cannot be {value!r}.', "Leave it out to use the default.") from None
    return replace(timing, **changed)


def _setting(name: str, told: object, now: object) -> object:
    value: Any = told  # whatever does not fit raises below
    match now:
        case ZoneInfo():
            return ZoneInfo(value)
        case time():
            return time.fromisoformat(value)
        case frozenset() if name == "holidays":
            return frozenset(date.fromisoformat(day) for day in value)
        case frozenset():
            days = frozenset(value)
            if not days <= frozenset(range(7)):
                raise ValueError(value)
            return days
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        raise ValueError(value)
    return value
