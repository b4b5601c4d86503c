"""A clock that stands still until the tour moves it, always forward."""

from __future__ import annotations

from datetime import UTC, datetime


class MovingClock:
    """Stands at an instant."""

    def __init__(self, at: datetime) -> None:
        self._start = self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Where it stands."""
        return self._at

    def monotonic(self) -> float:
        """Seconds since it was made."""
        return (self._at - self._start).total_seconds()

    def move_to(self, at: datetime) -> None:
        """Go on to a later instant."""
        self._at = max(self._at, at.astimezone(UTC))
