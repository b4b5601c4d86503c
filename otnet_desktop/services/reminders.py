"""What needs doing: kept right as time goes on, put off, put away or done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from threading import get_ident, main_thread
from time import sleep

from otnet_desktop import __version__
from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.keys import subject_of
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.thanks import OWED
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime
from otnet_desktop.services.meetings import MeetingsService
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.promises import PromisesService
from otnet_desktop.services.reminder_answers import answer_to
from otnet_desktop.services.steps import Steps
from otnet_desktop.services.thanks import ThanksService
from otnet_desktop.store.outlooks import EVERYTHING

LET_OTHERS_IN = 0.01
"""Seconds in which a worker holds no lock: SQLite waits in pauses, and one who begins again at once lets nobody in."""

AT_ONCE = 50
"""People looked at in one go, in some 10 ms: a window may wait for as many."""

LOOKED_BY = "looked_by"
"""Where the habits are kept by which everything was derived last."""


def habits_told(timing: Timing) -> dict[str, str]:
    """Habits as text, equal for equal habits whatever the order of sets, and the version, whose rules they are."""
    values = {field.name: getattr(timing, field.name) for field in fields(timing)}
    return {"version": __version__} | {
        name: " ".join(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)
        for name, value in values.items()
    }


class RemindersService:
    """Reads the kept outlooks and keeps them right."""

    def __init__(
        self,
        steps: Steps,
        people: PeopleService,
        outreach: OutreachService,
        meetings: MeetingsService,
        thanks: ThanksService,
        promises: PromisesService,
    ) -> None:
        self._steps = steps
        self._store = steps.store
        self._people = people
        self._outreach = outreach
        self._meetings = meetings
        self._thanks = thanks
        self._promises = promises

    def due(self, most: int = EVERYTHING) -> list[Reminder]:
        """What is to be done now, in order, after making sure that "now" is now; all of it, or the first few."""
        self._keep_up()
        return self._store.outlooks.due(most)

    def is_due(self, key: str) -> bool:
        """Whether that one is still to be done now."""
        found = self._store.outlooks.by_key(key)
        return found is not None and found.active

    def to_tell(self, since: datetime) -> list[Reminder]:
        """What notifications after ``since`` may be about, so that nobody reads everything each minute."""
        self._keep_up()
        return self._store.outlooks.to_tell(since)

    def due_count(self) -> int:
        """How many that are, without reading them."""
        self._keep_up()
        return self._store.outlooks.due_count()

    def upcoming(self, most: int = EVERYTHING) -> list[Reminder]:
        """What will be due later, soonest first; all of it, or the first few."""
        self._keep_up()
        return self._store.outlooks.upcoming(most)

    def thanks_owed(self) -> list[Reminder]:
        """Whom one still wants to thank, or to tell what came of a name they gave: due ones first."""
        return [reminder for reminder in (*self.due(), *self.upcoming()) if reminder.kind in OWED]

    def find(self, key: str) -> Reminder:
        """One reminder by its key. Raises NotFound."""
        found = self._store.outlooks.by_key(key)
        if found is None:
            raise NotFound("That reminder is settled already.", "See the list for what is due.")
        return found

    def refresh(self) -> None:
        """Look again at everyone whose outlook time has overtaken, which after weeks takes seconds."""
        now = self._steps.clock.now()
        outdated = self._store.outlooks.outdated(now)
        self._look_again(outdated)
        self._store.outlooks.believe(outdated, now)

    def is_behind(self) -> bool:
        """Whether time has overtaken more than a screen can wait for: a worker must ``catch_up``."""
        return len(self._store.outlooks.outdated(self._steps.clock.now())) > AT_ONCE

    def tick(self) -> None:
        """Time went on: tell the screens if anything looks different, or would if somebody caught up."""
        if self._keep_up() or self.is_behind():
            self._steps.announce(Changed(frozenset({Room.REMINDERS}), None))

    def catch_up(self) -> None:
        """Look again at everyone who may stand otherwise by now, and tell once. For a worker or the terminal."""
        if not self.follow_habits() and self._store.outlooks.outdated(self._steps.clock.now()):
            self.refresh()
            self._steps.announce(Changed(frozenset({Room.REMINDERS}), None))

    def look_at_everyone(self) -> None:
        """Derive everything anew: the timing or the zone changed. For a worker."""
        told = habits_told(self._steps.timing())
        self._store.preferences.set(LOOKED_BY, "")  # what is half done was done by no habits
        self._look_again(self._store.outlooks.with_facts())
        self._store.preferences.set(LOOKED_BY, told)
        self._steps.announce(Changed(frozenset({Room.REMINDERS}), None))

    def follow_habits(self) -> bool:
        """Derive everything anew if that was done by other habits, in another zone or by another version. For a worker.

        They change in the settings, on a journey, with an update, a restore. Where nothing tells how it was done, it
        may have been done in any way.
        """
        is_changed = bool(self._store.preferences.get(LOOKED_BY) != habits_told(self._steps.timing()))
        if is_changed:
            self.look_at_everyone()
        return is_changed

    def _keep_up(self) -> bool:
        """Look again at those whom time has just overtaken; whether there were any. Many are left to a worker.

        While another thread writes (an import, an undo of one) nobody waits for it: it tells everyone when it is done.
        """
        if self._store.database.is_written_elsewhere():
            return False
        outdated = self._store.outlooks.outdated(self._steps.clock.now())
        if len(outdated) > AT_ONCE:
            return False
        self._look_again(outdated)
        return bool(outdated)

    def _look_again(self, people: Sequence[PersonId]) -> None:
        """A few at a time, so that nobody who saves meanwhile has to wait for all of them."""
        for start in range(0, len(people), AT_ONCE):
            if start and get_ident() != main_thread().ident:
                sleep(LET_OTHERS_IN)
            with self._store.transaction():
                self._steps.look_again(people[start : start + AT_ONCE])

    def next_change(self) -> datetime | None:
        """When anything will look different next, if nothing is done."""
        return self._store.outlooks.next_change()

    def snooze(self, key: str, until: datetime, at: datetime | None = None) -> None:
        """Put a reminder off. Raises BadInput for a time that is past."""
        at = at or self._steps.clock.now()
        if until <= at:
            raise BadInput("That time is past.", "Choose a later one.")
        self.act("Later", f.Snoozed(key=key, until=until, at=at))

    def dismiss(self, key: str, at: datetime | None = None) -> None:
        """Put a reminder away for good."""
        self.act("Skip", f.Dismissed(key=key, at=at or self._steps.clock.now()))

    def act(self, title: str, action: f.Snoozed | f.Dismissed) -> None:
        """Record what was done to a reminder, tied to everyone it may concern."""
        subject = subject_of(action.key)
        meeting = self._store.meetings.id_of(subject.meeting) if not subject.person else None
        promise = self._store.promises.by_ref(subject.promise)
        opportunity = self._store.opportunities.id_of(subject.opportunity)
        person = promise.person if promise else self._store.people.id_of(subject.person)
        concerned = [person] if person is not None else []
        if meeting is not None:
            concerned += self._meetings.get(meeting).plan.people
        if opportunity is not None:
            concerned += self._store.opportunities.people_of(opportunity)
        with self._steps.step(title, concerned, Room.REMINDERS):
            self._store.facts.record(action, person, meeting=meeting, opportunity=opportunity)

    def done(self, key: str, how: f.ThanksHow = f.ThanksHow.EMAIL) -> None:
        """The user did what it asks for, here or elsewhere."""
        reminder = self.find(key)
        person = self.person_of(key)
        meeting = self._store.meetings.id_of(reminder.meeting)
        match reminder.kind:
            case Kind.THANK_YOU:
                self._thanks.thank([person], subject_of(key).meeting, how)
            case Kind.MEETING_OUTCOME if meeting is not None:
                self._meetings.went(meeting, f.MeetingOutcome.HELD)
            case Kind.PROMISE_DUE | Kind.THEIR_PROMISE:
                self._promises.keep(subject_of(key).promise)
            case Kind.FIX_ADDRESS:
                self._people.channel(person, ok=True)
            case _:
                kind = answer_to(reminder)
                if kind is None:
                    self.dismiss(key)
                else:
                    self._outreach.log_sent(Draft(person, kind, reminder=key, meeting=meeting))

    def later_choices(self, now: datetime) -> dict[str, datetime]:
        """When one may want to be reminded again: in three hours, tomorrow morning, next week, in two weeks."""
        rhythm = worktime(self._steps.timing())
        today = rhythm.day(now)
        return {
            "3h": now + timedelta(hours=3),
            "tomorrow": rhythm.at_work(today + timedelta(days=1)),
            "week": rhythm.at_work(today + timedelta(days=7)),
            "two_weeks": rhythm.at_work(today + timedelta(days=14)),
        }

    def meeting_of(self, key: str) -> Meeting | None:
        """The meeting a reminder is about; none where it is about something else. Raises NotFound."""
        meeting = self._store.meetings.id_of(self.find(key).meeting)
        return self._meetings.get(meeting) if meeting is not None else None

    def person_of(self, key: str) -> PersonId:
        """Whom a reminder is about, the first of several. Raises NotFound."""
        person = self._store.people.id_of(self.find(key).person)
        assert person is not None, "reminders go with their person"
        return person
