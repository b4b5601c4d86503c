"""A meeting for one's own calendar: as a file, or as a link that a browser opens. Nobody is invited by either."""

from __future__ import annotations

from pathlib import Path

from otnet_desktop.domain.meetings import Meeting, MeetingState
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

    def links(self, meeting: Meeting, summary: str) -> dict[str, str]:
        """Pages that would add it to a calendar, by ``google``, ``outlook_work`` and ``outlook_home``."""
        entry = self.entry(meeting, summary)
        return {
            "google": google_link(entry, self._preferences.timing().zone),
            "outlook_work": outlook_link(entry),
            "outlook_home": outlook_link(entry, OUTLOOK_HOME),
        }
