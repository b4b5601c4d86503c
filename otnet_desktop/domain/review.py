"""A year looked back on: whom one met, what one learned, thanks given, promises kept. Told, never scored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otnet_desktop.domain.advice import Advice
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.reflections import Reflected


@dataclass(frozen=True, slots=True)
class ThanksGiven:
    """Whom one thanked, and when."""

    person: PersonId
    on: date


@dataclass(frozen=True, slots=True)
class PromiseKeptThen:
    """What was promised and done."""

    person: PersonId
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class YearReview:
    """One calendar year, each list the earliest first."""

    year: int
    met: tuple[Meeting, ...] = ()
    tried: tuple[Advice, ...] = ()
    reflections: tuple[Reflected, ...] = ()
    thanks: tuple[ThanksGiven, ...] = ()
    promises: tuple[PromiseKeptThen, ...] = ()
    accepted: tuple[Opportunity, ...] = ()

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everybody one met, in the order one met them; those who did not come are left out."""
        return tuple(
            dict.fromkeys(
                person for meeting in self.met for person in meeting.plan.people if person not in meeting.absent
            )
        )

    @property
    def learned(self) -> tuple[tuple[Meeting, str], ...]:
        """Every takeaway beside its meeting."""
        return tuple((meeting, text) for meeting in self.met for text in meeting.kept.takeaways if text.strip())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look back on."""
        return not (self.met or self.tried or self.thanks or self.promises or self.accepted)
