"""The energy budget: how many were asked this week, and a draft put off until the next."""

from __future__ import annotations

from otnet_desktop.domain.energy import ASKS, AskWeek, week_of
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.reminders import RemindersService
from otnet_desktop.services.steps import Steps


class EnergyService:
    """Counts; it never blocks."""

    def __init__(
        self, steps: Steps, preferences: PreferencesService, people: PeopleService, reminders: RemindersService
    ) -> None:
        self._steps = steps
        self._preferences = preferences
        self._people = people
        self._reminders = reminders

    def this_week(self) -> AskWeek:
        """How this week stands."""
        began, next_week = week_of(self._steps.clock.now(), self._steps.timing())
        wanted = self._preferences.current.asks_per_week
        asked = self._steps.store.messages.sent_since(began, [kind.value for kind in ASKS]) if wanted else 0
        return AskWeek(asked, wanted, next_week)

    def wait(self, person: PersonId) -> bool:
        """Be reminded of the draft to somebody when the next week begins; ``False`` where there is no draft."""
        drafts = [r for r in self._people.outlook(person).reminders if r.kind is Kind.STALE_DRAFT]
        for reminder in drafts:
            self._reminders.snooze(reminder.key, self.this_week().next_week)
        return bool(drafts)
