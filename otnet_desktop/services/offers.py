"""Offering times to somebody: which ones, how they are said, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from otnet_desktop.domain.availability import Span, without
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.facts import InKind, Side
from otnet_desktop.domain.meetings import Meeting, MeetingKind, MeetingPlan, MeetingState
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.offers import OfferedTime, OfferState, open_offers
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Stage
from otnet_desktop.domain.slots import FEWEST_DAYS_AHEAD, propose, starts
from otnet_desktop.services.availability import AvailabilityService
from otnet_desktop.services.meetings import MeetingsService
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.scheduling import CALLED_OFF
from otnet_desktop.services.steps import Steps

LOOK_AHEAD = timedelta(weeks=5)
"""Further ahead nobody plans a first conversation."""


class OffersService:
    """Nothing is sent: an offer is what one is about to write, or has written."""

    def __init__(
        self,
        steps: Steps,
        people: PeopleService,
        availability: AvailabilityService,
        meetings: MeetingsService,
        outreach: OutreachService,
    ) -> None:
        self._steps = steps
        self._store = steps.store
        self._people = people
        self._availability = availability
        self._meetings = meetings
        self._outreach = outreach

    def of(self, person: PersonId) -> list[OfferedTime]:
        """Everything offered to one person, earliest first."""
        return self._store.offered_times.of(person)

    def open(self, person: PersonId) -> list[OfferedTime]:
        """What they can still say yes to."""
        return open_offers(self.of(person), self._steps.clock.now())

    def times(self, length: timedelta) -> tuple[Span, ...]:
        """Every time that could be offered."""
        return starts(self._availability.ahead(FEWEST_DAYS_AHEAD, LOOK_AHEAD), length, self._steps.timing().zone)

    def proposal(self, person: PersonId, length: timedelta) -> tuple[Span, ...]:
        """The times to offer; as long as there are others, none that somebody else was offered or that did not suit."""
        zone, their_zone = self._steps.timing().zone, self._their_zone(person)
        windows = self._availability.ahead(FEWEST_DAYS_AHEAD, LOOK_AHEAD)
        taken = [offer.span for offer in self.elsewhere(windows, person)]
        answered = [offer.span for offer in self.of(person) if offer.state is not OfferState.PROPOSED]
        for spoken_for in ([*taken, *answered], answered):
            if untouched := propose(without(windows, spoken_for), length, zone, their_zone):
                return untouched
        return propose(windows, length, zone, their_zone)

    def elsewhere(self, windows: Sequence[Span], person: PersonId) -> list[OfferedTime]:
        """What is offered to others at these times and not answered."""
        if not windows:
            return []
        found = self._store.offered_times.open_between(windows[0].start, windows[-1].end)
        return [offer for offer in open_offers(found, self._steps.clock.now()) if offer.person != person]

    def offer(self, person: PersonId, spans: Sequence[Span]) -> None:
        """Offer exactly these: what was offered before and not answered is taken back. Raises NotAllowed, BadInput."""
        self._outreach.may_write(person)
        now = self._steps.clock.now()
        if any(span.start <= now for span in spans):
            raise BadInput("One of these times is over.", "Choose times that are still to come.")
        before = {offer.span: offer.id for offer in self.open(person)}
        their_zone = self._their_zone(person)
        with self._steps.step("Offer times", [person], Room.SCHEDULE):
            self._store.offered_times.drop(number for span, number in before.items() if span not in spans)
            fresh = [span for span in sorted(spans) if span not in before]
            zone = self._steps.timing().zone.key
            self._store.offered_times.add(person, fresh, zone, their_zone.key if their_zone else "", now)

    def ready(self, person: PersonId, length: timedelta) -> list[Span]:
        """What is open with them; where nothing is, times are proposed and offered. Empty where nothing is free."""
        known = [offer.span for offer in self.open(person)]
        if known:
            return known
        spans = self.proposal(person, length)
        if spans:
            self.offer(person, spans)
        return list(spans)

    def accept(self, offer: OfferedTime) -> Meeting:
        """They chose this one: the meeting is booked, the other times are free again. Raises as ``book``, NotFound.

        A meeting that was called off and waits for another time is moved there, with all that belongs to it.
        """
        if offer.id not in {other.id for other in self.of(offer.person)}:
            raise NotFound("That offer is not here any more.", "Perhaps it was undone: press Ctrl+Z again.")
        waiting = self._waiting_for_a_time(offer.person)
        if waiting is None:
            return self._meetings.book(_plan_for(offer))
        self._meetings.move(waiting.id, offer.span.start, offer.span.end)
        return self._meetings.get(waiting.id)

    def _waiting_for_a_time(self, person: PersonId) -> Meeting | None:
        if self._people.outlook(person).stage is not Stage.RESCHEDULING:
            return None
        met = [meeting for meeting in self._meetings.of(person) if meeting.plan.kind is MeetingKind.MEETING]
        return met[-1] if met and met[-1].state in CALLED_OFF else None

    def answered(self, reply: Reply, at: datetime | None = None) -> None:
        """What they answered. Who asks for another time has no meeting any more until there is one.

        Only a meeting with them alone is off; with others in it that is theirs to say as well.
        """
        alone = [m for m in self._meetings.of(reply.person) if m.plan.people == (reply.person,) and self._is_ahead(m)]
        if reply.kind is not InKind.ANOTHER_TIME or not alone:
            self._outreach.log_reply(reply, at)
            return
        with self._steps.together("Log answer"):
            self._outreach.log_reply(reply, at)
            self._meetings.cancel(alone[0].id, Side.THEM, at)

    def _is_ahead(self, meeting: Meeting) -> bool:
        is_planned = meeting.state is MeetingState.PLANNED and meeting.plan.kind is MeetingKind.MEETING
        return is_planned and meeting.plan.start > self._steps.clock.now()

    def _their_zone(self, person: PersonId) -> ZoneInfo | None:
        return self._people.place(self._people.get(person).profile).zone


def _plan_for(offer: OfferedTime) -> MeetingPlan:
    span = offer.span
    return MeetingPlan((offer.person,), span.start, span.end, zone=offer.zone, their_zone=offer.their_zone)
