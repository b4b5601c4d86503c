"""Times on the command line: local, in the form the network files use ("2026-03-19T18:30")."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.worktime import FIRST_DAY, LAST_DAY


def instant_from(text: str, zone: ZoneInfo, option: str) -> datetime:
    """A local ISO time (or one with an offset of its own) as an instant. Raises BadInput."""
    try:
        local = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{option} {text!r} is no time.", "Write it like 2026-03-19T18:30.") from error
    expect_fitting(local.date(), option)
    return (local if local.tzinfo else local.replace(tzinfo=zone)).astimezone(UTC)


def day_from(text: str, option: str) -> date:
    """An ISO day. Raises BadInput."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{option} {text!r} is no day.", "Write it like 2026-03-19.") from error
    expect_fitting(day, option)
    return day


def expect_fitting(day: date, option: str) -> None:
    """Raises BadInput for a day too far off to be meant."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadInput(f"{option} lies too far off.", f"Choose a day between {FIRST_DAY} and {LAST_DAY}.")


def local_text(at: datetime, zone: ZoneInfo) -> str:
    """An instant as local ISO time, to the minute unless seconds matter."""
    local = at.astimezone(zone).replace(tzinfo=None)
    return local.isoformat(timespec="seconds" if local.second else "minutes")


def optional_text(at: datetime | None, zone: ZoneInfo) -> str | None:
    """The same for an instant that may be unknown."""
    return None if at is None else local_text(at, zone)
