"""How much of a story is on the screen: what is near today, and more of it on demand.

Public: ``StorySpan`` (what a list asks), ``PersonSpan(read)`` and ``EveryoneSpan(story)``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from otnet_desktop.domain.story import StoryEntry
from otnet_desktop.services.story import StoryService
from otnet_desktop.ui.timeline.story_words import is_ahead

AHEAD, BEHIND, MORE = 40, 100, 200
"""Entries shown at first above and below today, and added with every wish for more. Rows have to be measured, which
takes too long for a history of thousands at once."""

WEEKS = timedelta(weeks=9)
"""Of everyone's meetings, shown at first on either side of today."""

A_SECOND = timedelta(seconds=1)


class StorySpan(Protocol):
    """A part of a story that can grow at both ends."""

    has_later: bool
    has_earlier: bool

    def read(self, now: datetime) -> list[StoryEntry]:
        """What is shown, latest first; tells ``has_later`` and ``has_earlier`` anew."""

    def show_later(self, now: datetime) -> None:
        """More of the future from the next look on."""

    def show_earlier(self, now: datetime) -> None:
        """More of the past from the next look on."""


class PersonSpan:
    """A whole story is read; of a long one, the entries around today are shown."""

    def __init__(self, read: Callable[[], list[StoryEntry]]) -> None:
        self._read = read
        self._ahead, self._behind = AHEAD, BEHIND
        self.has_later = self.has_earlier = False

    def read(self, now: datetime) -> list[StoryEntry]:
        """What is to come, then what was."""
        entries = self._read()
        coming = [entry for entry in entries if is_ahead(entry, now)]
        past = [entry for entry in entries if not is_ahead(entry, now)]
        self.has_later, self.has_earlier = len(coming) > self._ahead, len(past) > self._behind
        return coming[-self._ahead :] + past[: self._behind]

    def show_later(self, _now: datetime) -> None:
        """More of what is to come."""
        self._ahead += MORE

    def show_earlier(self, _now: datetime) -> None:
        """More of what was."""
        self._behind += MORE


class EveryoneSpan:
    """Everyone's meetings from one day to another, at first some weeks around today; what is empty is stepped over.

    Of more than fit, those nearest to today are shown, so that years of a whole clinic are no longer to wait for.
    """

    def __init__(self, story: StoryService, start: datetime | None = None, end: datetime | None = None) -> None:
        self._story = story
        self._start = start
        self._end = end
        self._ahead = self._behind = BEHIND
        self.has_later = self.has_earlier = False

    def read(self, now: datetime) -> list[StoryEntry]:
        """Meetings from the furthest to the longest past."""
        extent = self._story.extent()
        if extent is None:
            self.has_later = self.has_earlier = False
            return []
        start, end = self._reach_back(now), self._reach_ahead(now)
        first, last = extent
        entries = self._story.of_everyone(start, end)
        coming = [entry for entry in entries if is_ahead(entry, now)]
        past = [entry for entry in entries if not is_ahead(entry, now)]
        self.has_later = last >= end or len(coming) > self._ahead
        self.has_earlier = first < start or len(past) > self._behind
        return coming[-self._ahead :] + past[: self._behind]

    def _span(self, now: datetime) -> tuple[datetime, datetime]:
        return self._start or now - WEEKS, self._end or now + WEEKS

    def _middle(self, now: datetime) -> datetime:
        start, end = self._span(now)
        return min(max(now, start), end)

    def _reach_ahead(self, now: datetime) -> datetime:
        """Up to when there is room for everything."""
        _, end = self._span(now)
        first_too_many = self._story.nth_from(self._middle(now), self._ahead + 1)
        return end if first_too_many is None else min(end, first_too_many + A_SECOND)  # several may begin at once

    def _reach_back(self, now: datetime) -> datetime:
        start, _ = self._span(now)
        last_with_room = self._story.nth_before(self._middle(now), self._behind)
        return start if last_with_room is None else max(start, last_with_room)

    def show_later(self, now: datetime) -> None:
        """More of what is to come, or on to the next stretch of time with a meeting in it."""
        _, end = self._span(now)
        self._ahead += MORE
        if self._reach_ahead(now) < end:
            return
        extent = self._story.extent()
        end += WEEKS
        while extent is not None and extent[1] >= end and not self._story.is_any_between(end - WEEKS, end):
            end += WEEKS
        self._end = end

    def show_earlier(self, now: datetime) -> None:
        """More of what was, or back to the stretch of time before with a meeting in it."""
        start, _ = self._span(now)
        self._behind += MORE
        if self._reach_back(now) > start:
            return
        extent = self._story.extent()
        start -= WEEKS
        while extent is not None and extent[0] < start and not self._story.is_any_between(start, start + WEEKS):
            start -= WEEKS
        self._start = start
