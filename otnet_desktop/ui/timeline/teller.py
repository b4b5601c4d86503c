"""Who tells the story, when and about whom: what every entry needs to be put into words.

Public: ``Teller``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.vocabulary import Choices


def no_clash(_meeting: Meeting) -> str:
    """Where nobody knows of any calendar."""
    return ""


@dataclass(frozen=True, slots=True)
class Teller:
    """For one look: the instant in it stands still. ``person`` is whose story it is; 0 for everyone's."""

    now: datetime
    zone: tzinfo
    person: PersonId
    name_of: Callable[[PersonId], str]
    purposes: Choices = ()
    clash_of: Callable[[Meeting], str] = no_clash
    """What a meeting to come clashes with; "" for nothing."""

    def day(self, at: datetime) -> date:
        """The day on the reader's calendar."""
        return at.astimezone(self.zone).date()

    @property
    def today(self) -> date:
        """Today, there."""
        return self.day(self.now)
