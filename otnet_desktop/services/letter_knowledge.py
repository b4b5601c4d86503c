"""What is known for a letter: about its reader, whom it is about, their meeting and the writer."""

from __future__ import annotations

from datetime import datetime

from otnet_desktop.domain.facts import Thanked
from otnet_desktop.domain.keys import subject_of
from otnet_desktop.domain.letter_meetings import earlier_meeting, meeting_for
from otnet_desktop.domain.letter_values import Known, my_open_promise, promise_due
from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.domain.messages import MessageState
from otnet_desktop.domain.offers import offer_line, open_offers
from otnet_desktop.domain.people import Person, PersonId, Status
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.research import GATED_PURPOSES
from otnet_desktop.domain.rules.thanks import ledger
from otnet_desktop.domain.vocabulary import label_of
from otnet_desktop.services.material import Material
from otnet_desktop.services.meetings import MeetingsService
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.promises import PromisesService
from otnet_desktop.services.reasons import reason_for
from otnet_desktop.services.steps import Steps

KEEP_IN_TOUCH = "keep_in_touch"
"""The letter that has a reason, if there is one."""

THANKS_TWICE = "thank_you.both"

COORDINATORS = ("fieldwork_coordinator", "capstone_coordinator")
"""Roles of those who decide whether a student may approach a site."""


class LetterKnowledge:
    """Gathers it from everywhere."""

    def __init__(
        self,
        steps: Steps,
        material: Material,
        preferences: PreferencesService,
        people: PeopleService,
        outreach: OutreachService,
        meetings: MeetingsService,
        promises: PromisesService,
    ) -> None:
        self._steps = steps
        self._store = steps.store
        self._material = material
        self._preferences = preferences
        self._people = people
        self._outreach = outreach
        self._meetings = meetings
        self._promises = promises

    def asked_first(self, about: PersonId) -> list[Person]:
        """Who clears a placement with somebody: whoever was chosen for their place, then one's own coordinators."""
        place = self._store.places.named(self._people.get(about).profile.current.organisation)
        gate = [self._people.get(place.gate)] if place and place.gate is not None else []
        return [p for p in gate if p.status is Status.ACTIVE] + self._store.people.in_roles(COORDINATORS)

    def to_thank_too(self, meeting: Meeting | None, besides: PersonId) -> list[Person]:
        """Who else was there, may be written to and was not thanked for it yet."""
        if meeting is None or meeting.state is not MeetingState.HELD:
            return []
        there = [p for p in meeting.plan.people if p != besides and p not in meeting.absent]
        thanked = ledger(self._store.facts.of_kind(Thanked, there))
        people = [self._people.get(person) for person in there]
        closed = (Status.DO_NOT_CONTACT, Status.DECEASED)
        return [p for p in people if p.status not in closed and (meeting.ref, p.ref) not in thanked]

    def of(self, reader: Person, of_whom: PersonId, reminder_key: str, letter: str) -> Known:
        """For a letter to ``reader`` about somebody (the same, but for a note to one's coordinator)."""
        person = reader.id
        about = self._people.get(of_whom)
        reminder = self._store.outlooks.by_key(reminder_key) if reminder_key else None
        told = reminder.values if reminder else {}
        research = self._store.research.of(of_whom)
        timing = self._preferences.timing()
        place = about.profile.current
        sent = [m for m in self._outreach.of(person) if m.state is MessageState.SENT]
        promises = self._promises.of(person)
        referred = self._store.people.id_of(told.get("referred", ""))
        met = referred if referred is not None and letter == "close_loop" else person
        their_zone = self._people.place(reader.profile).zone
        # sending waits until they cleared it; about anything else they agreed to nothing
        waits_for_them = research.purpose is not None and research.purpose.kind in GATED_PURPOSES
        offered = open_offers(self._store.offered_times.of(person), self._steps.clock.now())
        meeting = self._meeting(met, reminder if met == person else None, letter)
        return Known(
            reader=reader.profile,
            about=about.profile,
            me=self._preferences.current.me,
            now=self._steps.clock.now(),
            zone=timing.zone,
            zone_name=timing.zone.key,
            their_zone_name=their_zone.key if their_zone else "",
            setting=label_of(self._material.vocabulary.settings, place.setting) if place.setting else "",
            setting_code=place.setting,
            key_point=research.key_points[0].text if research.key_points else "",
            introduced_by=self._people.full_name(about.profile.met_via),
            referred=self._people.full_name(told.get("referred", "")),
            meeting=meeting,
            earlier=earlier_meeting(met, self._meetings.of(met), meeting) if letter == THANKS_TWICE else None,
            last_subject=sent[-1].subject if sent else "",
            last_sent=sent[-1].at if sent else None,
            put_off_at=datetime.fromisoformat(told["when"]) if letter == "ask_again" and "when" in told else None,
            ask_again_on=self._ask_again_on(person),
            promise=promise_due(promises, subject_of(reminder_key).promise),
            my_promise=my_open_promise(promises),
            news=told.get("title", "") if letter == "tell_news" else "",
            slots=tuple(offer_line(offer.span, timing.zone, their_zone) for offer in offered),
            slots_in_lines=letter == "offer_times",
            reason=reason_for(self._steps, person) if letter == KEEP_IN_TOUCH else None,
            coordinator=next((c.profile.full_name for c in self.asked_first(of_whom)), "") if waits_for_them else "",
        )

    def _ask_again_on(self, person: PersonId) -> datetime | None:
        """When one is reminded to ask them again, if they put it off."""
        waiting = self._people.outlook(person).reminders
        return next((reminder.due for reminder in waiting if reminder.kind is Kind.ASK_AGAIN), None)

    def _meeting(self, person: PersonId, reminder: Reminder | None, letter: str) -> Meeting | None:
        """The meeting a letter is about: the reminder's, else whichever the letter speaks of."""
        if reminder is not None and reminder.meeting:
            known = self._store.meetings.id_of(reminder.meeting)
            return self._meetings.get(known) if known is not None else None
        return meeting_for(letter, person, self._meetings.of(person))
