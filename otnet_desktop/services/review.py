"""Looks back on a year, or tells which years there are to look back on."""

from __future__ import annotations

from datetime import UTC, datetime

from otnet_desktop.domain.facts import OpportunityState
from otnet_desktop.domain.meetings import MeetingState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.review import PromiseKeptThen, ThanksGiven, YearReview
from otnet_desktop.services.reflections import ReflectionsService
from otnet_desktop.services.steps import Steps


class ReviewService:
    """Everything is read from what was told at the time."""

    def __init__(self, steps: Steps, reflections: ReflectionsService) -> None:
        self._steps = steps
        self._store = steps.store
        self._reflections = reflections

    def years(self) -> list[int]:
        """From the year of the first meeting to this one, the latest first."""
        now = self._steps.clock.now()
        this_year = now.astimezone(self._steps.timing().zone).year
        extent = self._store.meeting_times.extent()
        first = extent[0].astimezone(self._steps.timing().zone).year if extent else this_year
        return list(range(this_year, min(first, this_year) - 1, -1))

    def of(self, year: int) -> YearReview:
        """One year, from its first to its last midnight where the user is."""
        zone = self._steps.timing().zone
        start, end = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
        meetings = [
            meeting
            for meeting in self._store.meetings.between(start.astimezone(UTC), end.astimezone(UTC))
            if meeting.state is MeetingState.HELD and start <= meeting.plan.start < end
        ]
        numbers = {meeting.id for meeting in meetings}
        back, span = self._store.looking_back, (start, end)
        accepted = set(back.accepted(span))
        return YearReview(
            year,
            met=tuple(meetings),
            tried=tuple(one for one in self._store.advice.all() if one.tried_on and one.tried_on.year == year),
            reflections=tuple(one for one in reversed(self._reflections.all()) if one.meeting.id in numbers),
            thanks=tuple(ThanksGiven(PersonId(p), at.astimezone(zone).date()) for p, at in back.thanks(span)),
            promises=tuple(
                PromiseKeptThen(PersonId(p), text, at.astimezone(zone).date())
                for p, text, at in back.promises_kept(span)
            ),
            accepted=tuple(
                one
                for one in self._store.opportunities.all()
                if one.state is OpportunityState.ACCEPTED and one.id in accepted
            ),
        )
