"""Begins again when much has piled up: one step, which Ctrl+Z takes back whole."""

from __future__ import annotations

from otnet_desktop.domain.fresh_start import FreshStart, afresh
from otnet_desktop.services.reminders import RemindersService
from otnet_desktop.services.steps import Steps


class FreshStartService:
    """Deals out what is due over the coming days, and lets go of what has lost its time."""

    def __init__(self, steps: Steps, reminders: RemindersService) -> None:
        self._steps = steps
        self._reminders = reminders

    def plan(self, kept: frozenset[str] = frozenset()) -> FreshStart:
        """What would happen; nothing changes. ``kept`` are keys not to be let go."""
        return afresh(self._reminders.due(), self._steps.clock.now(), self._steps.timing(), kept)

    def begin(self, plan: FreshStart) -> None:
        """Do what the plan says."""
        with self._steps.together("Fresh start"):
            for reminder, day in plan.later:
                self._reminders.snooze(reminder.key, day)
            for reminder in plan.let_go:
                self._reminders.dismiss(reminder.key)
