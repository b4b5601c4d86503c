"""A clock that stands still until a test sets it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

BOSTON = ZoneInfo("America/New_York")


class SettableClock:
    """Stands at an instant; ``set`` and ``advance`` move it."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Where it stands."""
        return self._at

    def monotonic(self) -> float:
        """The same in seconds."""
        return self._at.timestamp()

    def set(self, wall: str) -> None:
        """Put it to a wall time in Boston, such as ``2026-03-18T10:00``."""
        self._at = datetime.fromisoformat(wall).replace(tzinfo=BOSTON).astimezone(UTC)

    def advance(self, **parts: float) -> None:
        """Move it on, by ``timedelta``'s names."""
        self._at += timedelta(**parts)


def wall(at: datetime) -> str:
    """An instant as Boston's wall time."""
    return at.astimezone(BOSTON).strftime("%Y-%m-%dT%H:%M")
