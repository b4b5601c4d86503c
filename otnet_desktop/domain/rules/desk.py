"""Where reminders are put while one looks at a person: snoozed, dismissed and expired ones are sorted out here."""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A reminder as the rule sees it, before snoozes, dismissals and expiry.

    ``since``: when its cause came about; snoozes and dismissals before that meant another occasion.
    ``again``: later pop-ups, if nothing happens; ``popups``: how many are wanted at most.
    """

    kind: Kind
    key: str
    due: datetime
    since: datetime
    variant: str = ""
    meeting: str = ""
    companions: tuple[str, ...] = ()
    deadline: datetime | None = None
    expires: datetime | None = None
    again: tuple[datetime, ...] = ()
    popups: int = POPUP_CAP
    values: dict[str, str] = field(default_factory=dict)


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
            self.rhythm.local(part).strftime("%Y%m%d") if isinstance(part, datetime) else str(part) for part in parts
        )

    def is_dismissed(self, key: str, *, since: datetime) -> bool:
        """Whether the reminder was put away since its cause came about."""
        return any(isinstance(action, Dismissed) for action in self._actions(key, since))

    def put_off_to(self, key: str, *, since: datetime) -> datetime | None:
        """The time last chosen for a reminder since its cause came about, be it before or after the usual one."""
        chosen = [action.until for action in self._actions(key, since) if isinstance(action, Snoozed)]
        return chosen[-1] if chosen else None

    def put(self, suggestion: Suggestion) -> None:
        """Adds a reminder, unless it was dismissed or has expired."""
        if suggestion.expires is not None and self.moment.has_reached(suggestion.expires):
            return
        due, snoozes = suggestion.due, 0
        for action in self._actions(suggestion.key, suggestion.since):
            if isinstance(action, Dismissed):
                return
            snoozes += 1
            if snoozes <= SNOOZE_CAP:
                due = max(due, self.rhythm.shift(action.until, any_day=True))
        shown = [due] if snoozes else sorted({due, *(later for later in suggestion.again if later > due)})
        deadline = suggestion.deadline
        self.pile.append(
            Reminder(
                key=suggestion.key,
                kind=suggestion.kind,
                person=self.story.person,
                due=due,
                active=self.moment.has_reached(due),
                variant=suggestion.variant,
                meeting=suggestion.meeting,
                companions=suggestion.companions,
                deadline=deadline,
                expires=suggestion.expires,
                overdue=deadline is not None and self.moment.has_reached(deadline),
                snoozes=snoozes,
                popups=tuple(shown[: min(suggestion.popups, POPUP_CAP)]),
                values=suggestion.values,
            )
        )

    def _actions(self, key: str, since: datetime) -> list[Snoozed | Dismissed]:
        return [
            action
            for action in sorted(self.case.actions.get(key, ()), key=lambda done: (done.at, done.seq))
            if action.at >= since and self.moment.has_reached(action.at)
        ]
