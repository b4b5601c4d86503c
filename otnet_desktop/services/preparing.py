"""Gathers what one wants before one's eyes just before a conversation."""

from __future__ import annotations

from otnet_desktop.domain.meetings import Meeting, MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preparation import Guest, Preparation, last_words, taken_away_before
from otnet_desktop.services.meetings import MeetingsService
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.promises import PromisesService
from otnet_desktop.services.research import ResearchService


class PreparingService:
    """Reads only."""

    def __init__(
        self,
        people: PeopleService,
        research: ResearchService,
        outreach: OutreachService,
        meetings: MeetingsService,
        promises: PromisesService,
    ) -> None:
        self._people = people
        self._research = research
        self._outreach = outreach
        self._meetings = meetings
        self._promises = promises

    def of(self, meeting: MeetingId) -> Preparation:
        """One meeting with all it is good to know. Raises NotFound."""
        found = self._meetings.get(meeting)
        return Preparation(found, tuple(self._guest(person, found) for person in found.plan.people))

    def _guest(self, person: PersonId, meeting: Meeting) -> Guest:
        profile, research = self._people.get(person).profile, self._research.of(person)
        return Guest(
            person,
            profile,
            purpose=research.purpose,
            key_points=research.key_points,
            said=last_words(self._outreach.of(person)),
            promises=tuple(promise for promise in self._promises.of(person) if not promise.kept),
            introduced_by=self._people.full_name(profile.met_via),
            last_time=taken_away_before(meeting, self._meetings.of(person)),
        )
