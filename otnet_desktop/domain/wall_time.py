"""What a clock on the wall shows, as an instant: twice a year some times do not exist, and some exist twice.

Public: ``Wall`` and ``instant_of(wall, zone)``.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from enum import StrEnum


class Wall(StrEnum):
    """How a time on the wall stands."""

    PLAIN = "plain"
    SKIPPED = "skipped"
    """Clocks go forward over it."""
    TWICE = "twice"
    """Clocks go back, and it comes again; the first is meant."""


def instant_of(wall: datetime, zone: tzinfo) -> tuple[datetime, Wall]:
    """The instant in UTC when the clocks of ``zone`` show ``wall`` (naive), and whether that is certain.

    A skipped time is read with the offset before the change, so that it falls after the gap (RFC 5545 3.3.5).
    """
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) != wall:
        return first, Wall.SKIPPED
    return first, Wall.PLAIN if first == second else Wall.TWICE
