"""A meeting for one's own calendar: as a file, or as a link that a browser opens. Nobody is invited by either."""

from __future__ import annotations

from datetime import datetime
from operator import itemgetter
from pathlib import Path

from otnet_desktop.domain.facts import MeetingAgreed, PersonAdded
from otnet_desktop.domain.meetings import Meeting, MeetingPlan, MeetingState
from otnet_desktop.domain.outlook import look
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.exchange.calendar_links import OUTLOOK_HOME, google_link, outlook_link
from otnet_desktop.exchange.ics import CalendarEntry, write_entry
from otnet_desktop.services.clock import Clock
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.store.private_files import written_where_asked

CALLED_OFF = (MeetingState.CANCELLED_BY_ME, MeetingState.CANCELLED_BY_THEM)


class SchedulingService:
    """``summary`` is how the meeting is called in the reader's language; notes never leave with it."""

    def __init__(self, clock: Clock, preferences: PreferencesService) -> None:
        self._clock = clock
        self._preferences = preferences

    def entry(self, meeting: Meeting, summary: str) -> CalendarEntry:
        """The meeting as a calendar shows it: when, where, and the link."""
        plan = meeting.plan
        return CalendarEntry(
            meeting.ref,
            plan.start,
            plan.end,
            self._clock.now(),
            summary,
            location=plan.place or plan.link,
            description=plan.link if plan.place else "",
            sequence=meeting.sequence,
            cancelled=meeting.state in CALLED_OFF,
        )

    def calendar_text(self, meeting: Meeting, summary: str) -> str:
        """The file's text; for a meeting called off, one that takes it out of the calendar again."""
        return write_entry(self.entry(meeting, summary))

    def save_file(self, meeting: Meeting, summary: str, out: Path) -> None:
        """Write the file. Raises BadInput where it cannot be written."""
        with written_where_asked(out) as file:
            file.write(self.calendar_text(meeting, summary).encode())

    def reminders_before(self, plan: MeetingPlan) -> list[tuple[Kind, datetime]]:
        """When one would be reminded before it if it were booked now, by the rules."""
        now = self._clock.now()
        somebody = "guest"
        booked = MeetingAgreed(mid="", pids=(somebody,), start=plan.start, end=plan.end, format=plan.format, at=now)
        outlook = look(somebody, [PersonAdded(pid=somebody, at=now), booked], self._preferences.timing(), now)
        found = [(reminder.kind, reminder.due) for reminder in outlook.reminders]
        return [(kind, due) for kind, due in sorted(found, key=itemgetter(1)) if due <= plan.start]

    def links(self, meeting: Meeting, summary: str) -> dict[str, str]:
        """Pages that would add it to a calendar, by ``google``, ``outlook_work`` and ``outlook_home``."""
        entry = self.entry(meeting, summary)
        return {
            "google": google_link(entry, self._preferences.timing().zone),
            "outlook_work": outlook_link(entry),
            "outlook_home": outlook_link(entry, OUTLOOK_HOME),
        }
