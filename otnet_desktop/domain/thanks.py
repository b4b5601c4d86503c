"""Thanks as one looks back on them: to whom, for what, when and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind

OWED = frozenset({Kind.THANK_YOU, Kind.CLOSE_LOOP})
"""What one owes somebody who gave time, or a name: thanks, and word of what came of it."""


@dataclass(frozen=True, slots=True)
class ThanksOnRecord:
    """A thank-you that was given; ``meeting`` is none for an answer by mail."""

    person: PersonId
    at: datetime
    how: ThanksHow
    meeting: Meeting | None = None
