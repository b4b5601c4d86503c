"""The advice ledger: received, tried, told them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

from otnet_desktop.domain.advice import Advice, AdviceId
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.steps import Steps


class AdviceService:
    """What people advised, and what came of it."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def of(self, person: PersonId) -> list[Advice]:
        """What one person advised, earliest first."""
        return self._store.advice.of(person)

    def in_meeting(self, meeting: MeetingId) -> list[Advice]:
        """What was advised in one meeting."""
        return self._store.advice.in_meeting(meeting)

    def ledger(self) -> list[Advice]:
        """Everything anybody advised, earliest first."""
        return self._store.advice.all()

    def receive(
        self, person: PersonId, text: str, meeting: MeetingId | None = None, on: date | None = None
    ) -> AdviceId:
        """Write down advice, from a meeting or not. Without a day it is the meeting's, or today."""
        text = sentence(text)
        if on is None:
            at = self._store.meetings.get(meeting).plan.start if meeting is not None else self._steps.clock.now()
            on = at.astimezone(self._steps.timing().zone).date()
        with self._step("Note advice", person):
            return self._store.advice.add(person, text, on, meeting)

    def reword(self, advice: AdviceId, text: str, *, sitting: int | None = None) -> int | None:
        """Say it better. ``sitting`` is that of ``ResearchService.save_notes``."""
        return self._save(replace(self._store.advice.get(advice), text=sentence(text)), "Edit advice", sitting)

    def tried(self, advice: AdviceId, outcome: str = "", on: date | None = None) -> None:
        """It was tried, and how that went."""
        known = self._store.advice.get(advice)
        self._save(replace(known, tried_on=on or self._today(), outcome=outcome.strip()), "Tried advice")

    def untried(self, advice: AdviceId) -> None:
        """It was not tried yet after all, so nobody was told either."""
        self._save(replace(self._store.advice.get(advice), tried_on=None, told_on=None, outcome=""), "Not tried yet")

    def told(self, advice: AdviceId, on: date | None = None) -> None:
        """They know what came of it."""
        self._save(replace(self._store.advice.get(advice), told_on=on or self._today()), "Told them")

    def untold(self, advice: AdviceId) -> None:
        """They do not know yet after all."""
        self._save(replace(self._store.advice.get(advice), told_on=None), "Not told yet")

    def remove(self, advice: AdviceId) -> None:
        """Take it out of the ledger."""
        with self._step("Take out advice", self._store.advice.get(advice).person):
            self._store.advice.remove(advice)

    def _save(self, advice: Advice, title: str, sitting: int | None = None) -> int | None:
        with self._step(title, advice.person, sitting) as step:
            self._store.advice.save(advice)
        return step

    def _step(self, title: str, person: PersonId, sitting: int | None = None) -> AbstractContextManager[int | None]:
        return self._steps.step(title, [person], Room.JOURNEY, sitting=sitting, tells_facts=False)

    def _today(self) -> date:
        return self._steps.clock.now().astimezone(self._steps.timing().zone).date()


def sentence(text: str) -> str:
    """One line. Raises BadInput for nothing."""
    line = " ".join(text.split())
    if not line:
        raise BadInput("There is no advice in this line yet.", "One sentence is enough.")
    return line
