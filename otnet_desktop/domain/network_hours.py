"""When somebody is free every week, as a network told as facts says it: ``{"Mon": ["12:00-13:00"], ...}``.

Public: ``hours_told(me)``. What cannot be read is a BadInput that names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from otnet_desktop.domain.availability import FreeTime, tidied
from otnet_desktop.domain.errors import BadInput

FIELD = "weekly_availability"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def hours_told(me: Mapping[str, Any]) -> tuple[FreeTime, ...]:
    """The windows of the week; none where nothing is told."""
    told = me.get(FIELD) or {}
    if not isinstance(told, Mapping):
        raise _wrong(told)
    return tidied(free for day, spans in told.items() for free in _day_told(day, spans))


def _day_told(day: object, spans: object) -> Iterator[FreeTime]:
    if day not in DAYS or not isinstance(spans, list):
        raise _wrong(day)
    for span in spans:
        begins, _, ends = str(span).partition("-")
        try:
            start, end = time.fromisoformat(begins), time.fromisoformat(ends)
        except ValueError as error:
            raise _wrong(span) from error
        yield FreeTime(DAYS.index(str(day)), start.hour * 60 + start.minute, end.hour * 60 + end.minute)


def _wrong(told: object) -> BadInput:
    return BadInput(
        f"{FIELD} cannot be read at {told!r}.", 'Write it as {"Mon": ["12:00-13:00"]}, with days Mon to Sun.'
    )
