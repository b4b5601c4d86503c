"""A time of day: typed as one says it ("14:30", "9", "2.15 pm"), or stepped through by quarters of an hour.

Public: ``TimeField(name)`` with ``time_of_day()`` and ``show_time(at)``.
"""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QWidget

from otnet_desktop.ui.dates import written_time
from otnet_desktop.ui.typed_times import read_time
from otnet_desktop.ui.widgets.typed_field import LONG_STEP, TypedField

QUARTER = 15
HOUR = 60
DAY = 24 * HOUR


class TimeField(TypedField):
    """Hours and minutes on the wall."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._known = time()
        self.make_room()
        self.show_written()

    def time_of_day(self) -> time:
        """The last time that was understood."""
        return self._known

    def show_time(self, at: time) -> None:
        """Show a time."""
        before, self._known = self._known, at.replace(second=0, microsecond=0, tzinfo=None)
        self.show_written()
        if self._known != before:
            self.changed.emit()

    def read(self, text: str) -> bool:
        """Take in what is typed."""
        found = read_time(text)
        if found is not None:
            self._known = found
        return found is not None

    def written(self) -> str:
        """In the way of the locale."""
        return written_time(self._known)

    def widest(self) -> str:
        """One with two digits for the hour, before or after noon."""
        return max(written_time(time(10, 30)), written_time(time(22, 30)), key=self.fontMetrics().horizontalAdvance)

    def hint(self) -> str:
        """How to write it."""
        return self.tr("Write it as “14:30” or “9”.")

    def stepBy(self, steps: int) -> None:  # noqa: N802
        """To the next quarter, or by an hour."""
        now = self._known.hour * HOUR + self._known.minute
        if steps % LONG_STEP == 0:
            went = now + steps // LONG_STEP * HOUR
        else:
            whole = now // QUARTER if steps > 0 else -(-now // QUARTER)
            went = (whole + steps) * QUARTER
        if 0 <= went < DAY:
            self._known = time(went // HOUR, went % HOUR)
        self.stepped()
