"""What is due, in words: for a card of the tray and a line of the list.

Public: ``DueThing``, ``due_thing(reminder, tongue)``, ``later_choices(thing)``, ``ways_to_thank()`` and ``said_way``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.reminder_texts import Tongue, say
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.domain.timing import SNOOZE_CAP
from otnet_desktop.ui.people.step_words import SKIP, later_words
from otnet_desktop.ui.widgets.accessible_rows import sentence

translate = QCoreApplication.translate

KEEP = "keep"
"""Let it stay in the list without another word."""

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DueThing:
    """One reminder as it is shown. ``button`` is short; ``button_name`` says the same in full.

    ``put_off``: how often it was put off already. ``group``: it is about a meeting with several people. ``purpose``:
    why one writes to them, "" where nothing was said.
    """

    key: str
    kind: Kind
    person: str
    title: str
    why: str
    when: str
    button: str
    button_name: str
    put_off: int = 0
    group: bool = False
    purpose: str = ""

    @property
    def tip(self) -> str:
        """Everything, for the pointer that rests on it."""
        return "\n".join(part for part in (self.title, self.caption, self.purpose) if part)

    @property
    def caption(self) -> str:
        """When and why on one line."""
        return " · ".join(part for part in (self.when, self.why) if part)

    @property
    def spoken(self) -> str:
        """The whole as one sentence."""
        return sentence(self.title, self.when, self.why)

    @property
    def is_worn_out(self) -> bool:
        """Put off so often that putting it off again would only be a habit."""
        return self.put_off >= SNOOZE_CAP


def due_thing(reminder: Reminder, tongue: Tongue, purpose: str = "") -> DueThing:
    """A reminder that is due, worded for now."""
    said = say(reminder, tongue)
    return DueThing(
        key=reminder.key,
        kind=reminder.kind,
        person=reminder.person,
        title=said.title,
        why=said.why,
        when=_when(reminder, tongue),
        button=_short(reminder, said.button),
        button_name=said.button,
        put_off=reminder.snoozes,
        group=len(reminder.companions) > 1,
        purpose=purpose,
    )


def later_choices(thing: DueThing) -> Choices:
    """The Later menu; after the third time it asks what to do with it instead."""
    if not thing.is_worn_out:
        return later_words()
    return (
        ("", translate("FollowUps", "Put off three times already")),
        (KEEP, translate("FollowUps", "Keep it in the list, quietly")),
        (SKIP, translate("FollowUps", "Drop it")),
    )


def ways_to_thank() -> dict[ThanksHow, str]:
    """How one may have thanked somebody."""
    return {
        ThanksHow.EMAIL: translate("FollowUps", "By e-mail"),
        ThanksHow.CARD: translate("FollowUps", "With a card"),
        ThanksHow.IN_PERSON: translate("FollowUps", "In person"),
        ThanksHow.LINKEDIN: translate("FollowUps", "On LinkedIn"),
        ThanksHow.TEXT: translate("FollowUps", "By text message"),
        ThanksHow.PHONE: translate("FollowUps", "By phone"),
    }


def said_way(how: ThanksHow) -> str:
    """The way of a thank-you in brackets: "(e-mail)"."""
    return {
        ThanksHow.EMAIL: translate("FollowUps", "e-mail"),
        ThanksHow.CARD: translate("FollowUps", "card"),
        ThanksHow.IN_PERSON: translate("FollowUps", "in person"),
        ThanksHow.LINKEDIN: translate("FollowUps", "LinkedIn"),
        ThanksHow.TEXT: translate("FollowUps", "text message"),
        ThanksHow.PHONE: translate("FollowUps", "phone"),
    }[how]


def _when(reminder: Reminder, tongue: Tongue) -> str:
    """By when it is best done, else since when it waits, in as few words as a card has room for.

    Nothing of a promise that is not late: the day stands in its own words.
    """
    until = reminder.deadline
    if reminder.kind is Kind.PROMISE_DUE and not reminder.overdue:
        return ""
    if until is not None and until > tongue.now:
        day, time = tongue.say_day(tongue.day_of(until)), tongue.say_time(until)
        return translate("FollowUps", "by {day} {time}").format(day=day, time=time)
    since = tongue.day_of(reminder.due)
    if since == tongue.day_of(tongue.now):
        return translate("FollowUps", "today")
    return translate("FollowUps", "since {day}").format(day=tongue.say_day(since))


def _short(reminder: Reminder, button: str) -> str:
    """The button in a word or two; the reminder's own words where these are short already."""
    match reminder.kind:
        case Kind.MEETING_OUTCOME | Kind.OPPORTUNITY_DEADLINE | Kind.REPLY_NEEDED:
            return button
        case Kind.MEETING_PREP | Kind.MEETING_SOON | Kind.STALE_DRAFT:
            return translate("FollowUps", "Open")
        case Kind.FIX_ADDRESS:
            return translate("FollowUps", "Fix")
        case Kind.RESCHEDULE if reminder.values.get("times", "1") != "1":
            return translate("FollowUps", "Leave it")
    return translate("FollowUps", "Write")
