"""Where reminders are put while one looks at a person: snoozed, dismissed and expired ones are sorted out here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from otnet_desktop.domain.facts import Dismissed, Snoozed
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.rules.casefile import CaseFile
from otnet_desktop.domain.rules.moment import Moment
from otnet_desktop.domain.rules.story import Story
from otnet_desktop.domain.timing import SNOOZE_CAP, Timing
from otnet_desktop.domain.worktime import worktime

POPUP_CAP = 3
"""No reminder is shown more often than this without a snooze."""


class Desk:
    """Everything a rule may ask about one person at a moment, and the pile of reminders it adds to."""

    __slots__ = ("case", "moment", "pile", "rhythm", "story", "timing")

    def __init__(self, story: Story, case: CaseFile, timing: Timing, moment: Moment) -> None:
        self.story = story
        self.case = case
        self.timing = timing
        self.moment = moment
        self.rhythm = worktime(timing)
        self.pile: list[Reminder] = []

    def key(self, *parts: object) -> str:
        """A stable, readable key; instants are written as days on the user's calendar."""
        return ":".join(
            self.rhythm.local(part).strftime("%Y%m%d") if isinstance(part, datetime) else str(part)
            for part in parts
        )

    def is_dismissed(self, key: str, *, since: datetime) -> bool:
        """Whether the reminder was put away since its cause came about."""
        return any(isinstance(action, Dismissed) for action in self._actions(key, since))

    def put(
        self,
        kind: Kind,
        key: str,
        due: datetime,
        *,
        since: datetime,
        variant: str = "",
        meeting: str = "",
        companions: tuple[str, ...] = (),
        deadline: datetime | None = None,
        expires: datetime | None = None,
        again: Iterable[datetime] = (),
        popups: int = POPUP_CAP,
        values: dict[str, str] | None = None,
    ) -> None:
        """Adds a reminder, unless it was dismissed or has expired.

        ``since``: when its cause came about; snoozes and dismissals before that meant another occasion.
        ``again``: later pop-ups, if nothing happens.
        """
        if expires is not None and self.moment.has_reached(expires):
            return
        shown = sorted({due, *(later for later in again if later > due)})
        snoozes = 0
        for action in self._actions(key, since):
            if isinstance(action, Dismissed):
                return
            snoozes += 1
            if snoozes <= SNOOZE_CAP:
                due = max(due, self.rhythm.shift(action.until, any_day=True))
                shown = [due]
        self.pile.append(
            Reminder(
                key=key,
                kind=kind,
                person=self.story.person,
                due=due,
                active=self.moment.has_reached(due),
                variant=variant,
                meeting=meeting,
                companions=companions,
                deadline=deadline,
                expires=expires,
                overdue=deadline is not None and self.moment.has_reached(deadline),
                snoozes=snoozes,
                popups=tuple(shown[: min(popups, POPUP_CAP)]),
                values=values or {},
            )
        )

    def _actions(self, key: str, since: datetime) -> list[Snoozed | Dismissed]:
        return [
            action
            for action in sorted(self.case.actions.get(key, ()), key=lambda done: (done.at, done.seq))
            if action.at >= since and self.moment.has_reached(action.at)
        ]
