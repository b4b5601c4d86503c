"""The log of hours: meetings that count as mentoring, and what one enters oneself."""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.hours import MINUTES, Hours, HoursKind
from otnet_desktop.exchange.table import table
from otnet_desktop.services.steps import Steps

MOST_MINUTES = 24 * MINUTES


class HoursService:
    """Counts and writes; what a board accepts is the board's to say."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def log(self) -> list[Hours]:
        """Every line, the latest first: own entries, and meetings that took place and count as mentoring."""
        zone = self._steps.timing().zone
        met = [
            Hours(
                meeting.plan.start.astimezone(zone).date(),
                round((meeting.plan.end - meeting.plan.start).total_seconds() / 60),
                HoursKind.MENTORING,
                meeting.plan.title,
                meeting.plan.people[0] if meeting.plan.people else None,
                meeting=meeting.id,
            )
            for meeting in self._store.meetings.mentoring()
        ]
        return sorted([*met, *self._store.hours.all()], key=lambda hours: (hours.day, hours.id), reverse=True)

    def save(self, hours: Hours) -> int:
        """Add or change an own entry. Raises BadInput for a time that cannot be."""
        if not 0 < hours.minutes <= MOST_MINUTES:
            raise BadInput("An entry lasts from one minute to a day.", "Enter a longer time in several lines.")
        with self._steps.step("Log hours", [hours.person] if hours.person else [], Room.JOURNEY, tells_facts=False):
            return self._store.hours.save(hours)

    def remove(self, hours: Hours) -> None:
        """Take an own entry out."""
        with self._steps.step(
            "Take out hours", [hours.person] if hours.person else [], Room.JOURNEY, tells_facts=False
        ):
            self._store.hours.remove(hours.id)

    def as_csv(self, head: Sequence[str], rows: Sequence[Sequence[str | float]]) -> bytes:
        """The log as somebody words it, for spreadsheets; ``ExportService.write_page`` writes it."""
        return "".join(table(head, rows)).encode()
