"""What a calendar says one is busy with, and how its reading went."""

from __future__ import annotations

from dataclasses import dataclass

from otnet_desktop.domain.availability import Span


@dataclass(frozen=True, slots=True, order=True)
class BusyTime:
    """One appointment; ``name`` is what the calendar calls it."""

    span: Span
    name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What a calendar file said: busy times, how many entries it has, and what could not be understood, in words."""

    busy: tuple[BusyTime, ...] = ()
    entries: int = 0
    problems: tuple[str, ...] = ()
