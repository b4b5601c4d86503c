"""One's own meetings as a calendar file that other programs subscribe to: a folder on this machine, or one in a cloud.

What a calendar is told: when, with whom, where. Never notes, takeaways or answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from otnet_desktop.domain.meetings import Meeting, MeetingKind
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.exchange.ics import CalendarEntry, write_feed
from otnet_desktop.services.calendars import FEED_NAME, CalendarsService
from otnet_desktop.services.reminders import RemindersService
from otnet_desktop.services.scheduling import CALLED_OFF, SchedulingService
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.private_files import written_where_asked

SayMeeting = Callable[[Meeting, list[str]], str]
"""What a meeting with people of these names is called."""

A_FOLLOW_UP = timedelta(minutes=15)
WRITTEN_AT = re.compile(rb"^DTSTAMP:.*\r\n", re.MULTILINE)


class FeedService:
    """``write`` changes the file only where something changed."""

    def __init__(
        self, steps: Steps, calendars: CalendarsService, scheduling: SchedulingService, reminders: RemindersService
    ) -> None:
        self._store = steps.store
        self._clock = steps.clock
        self._calendars = calendars
        self._scheduling = scheduling
        self._reminders = reminders

    def text(self, say_meeting: SayMeeting, say_follow_up: Callable[[Reminder], str]) -> str:
        """The file, with everything called as the reader's language has it."""
        entries = self._entries(self._meetings(), say_meeting)
        if self._calendars.places().feed_has_follow_ups:
            entries += [self._follow_up(reminder, say_follow_up(reminder)) for reminder in self._due()]
        return write_feed(entries)

    def meetings_of(self, people: Sequence[PersonId], say_meeting: SayMeeting) -> tuple[str, int]:
        """The meetings with any of these people (none: all meetings) as such a file, and how many they are."""
        wanted = set(people)
        meetings = [m for m in self._meetings() if not wanted or wanted.intersection(m.plan.people)]
        return write_feed(self._entries(meetings, say_meeting)), len(meetings)

    def write(self, text: str) -> bool:
        """Lay the file where it was chosen; whether it had to be written. Raises BadInput where it cannot be."""
        folder = self._calendars.places().feed
        if not folder:
            return False
        file, content = Path(folder) / FEED_NAME, text.encode()
        try:
            before = file.read_bytes()
        except OSError:
            before = b""
        if WRITTEN_AT.sub(b"", before) == WRITTEN_AT.sub(b"", content):
            return False
        with written_where_asked(file) as out:
            out.write(content)
        return True

    def _entries(self, meetings: Sequence[Meeting], say_meeting: SayMeeting) -> list[CalendarEntry]:
        guests = {person for meeting in meetings for person in meeting.plan.people}
        names = {person.id: person.profile.full_name for person in self._store.people.many(sorted(guests))}
        return [
            self._scheduling.entry(meeting, say_meeting(meeting, [names[guest] for guest in meeting.plan.people]))
            for meeting in meetings
        ]

    def _meetings(self) -> list[Meeting]:
        extent = self._store.meeting_times.extent()
        if extent is None:
            return []
        found = self._store.meetings.between(extent[0], extent[1] + timedelta(days=2))
        return [m for m in found if m.plan.kind is MeetingKind.MEETING and m.state not in CALLED_OFF]

    def _due(self) -> list[Reminder]:
        """What is due or will be; what is about a meeting of its own stands there already."""
        return [r for r in (*self._reminders.due(), *self._reminders.upcoming()) if not r.key.startswith(OF_MEETINGS)]

    def _follow_up(self, reminder: Reminder, summary: str) -> CalendarEntry:
        return CalendarEntry(
            re.sub(r"[^A-Za-z0-9.-]", "-", reminder.key),
            reminder.due,
            reminder.due + A_FOLLOW_UP,
            self._clock.now(),
            summary,
            alarm_min=0,
            transparent=True,
        )


OF_MEETINGS = ("PREP:", "SOON:", "OUTCOME:")
