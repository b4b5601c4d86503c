"""The next step in words: what, why, when, and what the button says.

Public: ``worded(step, name, tongue)``. Reminders have words of their own (``domain.reminder_texts``); here are those of
the stages, which ask for nothing.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.next_step import Action, Step
from otnet_desktop.domain.reasons import Because, Reason
from otnet_desktop.domain.reminder_texts import Tongue, say, with_others
from otnet_desktop.domain.reminders import Kind, Reminder
from otnet_desktop.ui.widgets.next_step_card import NextStep

translate = QCoreApplication.translate

SKIP = "skip"
"""The last choice of the Later menu; the others are those of ``RemindersService.later_choices``."""


def worded(step: Step, name: str, tongue: Tongue, reason: Reason | None = None) -> NextStep:
    """What the card says about ``name`` (as one calls them); ``reason`` is why one might write to them."""
    when = said_when(step, tongue)
    if step.action is Action.FOLLOW_UP and step.reminder is not None:
        said = say(step.reminder, tongue)
        keeps_in_touch = reason is not None and step.reminder.kind is Kind.KEEP_IN_TOUCH
        why = _because(reason, name)[1] if keeps_in_touch and reason is not None else said.why
        return NextStep(said.title, why, when, said.button, later_words() if step.due else (), step.due)
    if step.action is Action.TELL and reason is not None:
        return NextStep(*_because(reason, name), when, translate("NextStep", "Write"))
    what, why, button = _texts().get(step.action) or _resting()
    who = name if step.reminder is None else with_others(name, step.reminder, tongue)
    return NextStep(what.format(name=who), why.format(name=name), when, button)


def _because(reason: Reason, name: str) -> tuple[str, str]:
    """What to do for that reason, and why."""
    if reason.because is Because.ADVICE:
        what, why = (
            translate("NextStep", "Tell {name} what came of it"),
            translate("NextStep", "You tried what {name} advised: “{text}”. They would be glad to hear."),
        )
    elif reason.because is Because.NEWS:
        what, why = (
            translate("NextStep", "Say hello to {name}"),
            translate("NextStep", "You noted news: “{text}”. A good reason for a short note."),
        )
    else:
        what, why = (
            translate("NextStep", "Say hello to {name}"),
            translate("NextStep", "{name} is at {text} now: a good reason for a short note."),
        )
    return what.format(name=name), why.format(name=name, text=reason.text)


def later_words() -> tuple[tuple[str, str], ...]:
    """The Later menu."""
    return (
        ("3h", translate("NextStep", "In three hours")),
        ("tomorrow", translate("NextStep", "Tomorrow")),
        ("week", translate("NextStep", "Next week")),
        ("two_weeks", translate("NextStep", "In two weeks")),
        (SKIP, translate("NextStep", "Skip this one")),
    )


def said_when(step: Step, tongue: Tongue) -> str:
    """When it belongs: the deadline or day of a reminder, the time of a meeting, the day a rest ends.

    A reminder still to come is called one: under "a short note now is perfect" a bare hour reads like a contradiction.
    """
    if step.when is None or step.action is Action.REST:
        return ""
    if step.reminder is not None and step.due:
        return _due(step.reminder, tongue)
    frame = _frames().get(step.action, "{moment}")
    return frame.format(day=tongue.say_day(tongue.day_of(step.when)), moment=_moment(step.when, tongue))


def _frames() -> dict[Action, str]:
    return {
        Action.WAIT: translate("NextStep", "A gentle reminder is possible: {day}"),
        Action.WAIT_UNTIL: translate("NextStep", "Until {day}"),
        Action.IN_TOUCH: translate("NextStep", "The next note: {day}"),
        Action.FOLLOW_UP: translate("NextStep", "Reminder: {moment}"),
        Action.SAY_HOW_IT_WENT: translate("NextStep", "Reminder: {moment}"),
    }


def _due(reminder: Reminder, tongue: Tongue) -> str:
    until = reminder.deadline
    if until is not None and until > tongue.now:
        return translate("NextStep", "Best by {moment}").format(moment=_moment(until, tongue))
    since = tongue.day_of(reminder.due)
    if since == tongue.day_of(tongue.now):
        return translate("NextStep", "Today")
    return translate("NextStep", "On your list since {day}").format(day=tongue.say_day(since))


def _moment(at: datetime, tongue: Tongue) -> str:
    return f"{tongue.say_day(tongue.day_of(at))} {tongue.say_time(at)}"


def _texts() -> dict[Action, tuple[str, str, str]]:
    """What, why and the button of each action that no reminder asks for."""
    return {
        Action.SAY_WHY: (
            translate("NextStep", "Write down why"),
            translate("NextStep", "What do you hope to learn from {name}? It shapes the questions and the letter."),
            translate("NextStep", "Choose a purpose"),
        ),
        Action.ASK_GATEKEEPER: (
            translate("NextStep", "Ask your programme first"),
            translate("NextStep", "Many schools ask for placements only through their fieldwork coordinator."),
            translate("NextStep", "Answer"),
        ),
        Action.NOTE_ONE_THING: (
            translate("NextStep", "Note one thing about {name}"),
            translate("NextStep", "One point you have read, with its source, makes a letter worth answering."),
            translate("NextStep", "Add a key point"),
        ),
        Action.ADD_ADDRESS: (
            translate("NextStep", "Find a way to reach {name}"),
            translate("NextStep", "There is no address or number that works."),
            translate("NextStep", "Add one"),
        ),
        Action.WRITE_FIRST: (
            translate("NextStep", "Write the first mail"),
            translate("NextStep", "You know why, and you know enough. Fewer than 100 words will do."),
            translate("NextStep", "Write"),
        ),
        Action.WAIT: (
            translate("NextStep", "{name} has the next word"),
            translate("NextStep", "Nothing to do for now. Log the answer when it comes."),
            translate("NextStep", "Log an answer"),
        ),
        Action.ANSWER: (
            translate("NextStep", "Answer {name}"),
            translate("NextStep", "They wrote last."),
            translate("NextStep", "Write"),
        ),
        Action.OFFER_TIMES: (
            translate("NextStep", "Offer {name} times"),
            translate("NextStep", "Two or three are enough, in both time zones."),
            translate("NextStep", "Offer times"),
        ),
        Action.BOOK: (
            translate("NextStep", "Agree on a time with {name}"),
            translate("NextStep", "Twenty minutes are enough."),
            translate("NextStep", "Book the meeting"),
        ),
        Action.PREPARE: (
            translate("NextStep", "You meet {name}"),
            translate("NextStep", "Questions and checklist are on the prep sheet."),
            translate("NextStep", "Prepare"),
        ),
        Action.SAY_HOW_IT_WENT: (
            translate("NextStep", "How did it go with {name}?"),
            translate("NextStep", "The thank-you starts from here."),
            translate("NextStep", "Say how it went"),
        ),
        Action.THANK: (
            translate("NextStep", "Thank {name}"),
            translate("NextStep", "A short note within a day is perfect."),
            translate("NextStep", "Write thank-you"),
        ),
        Action.CHOOSE_CADENCE: (
            translate("NextStep", "Keep in touch with {name}?"),
            translate("NextStep", "A note every few months, whenever there is something useful to tell."),
            translate("NextStep", "Choose how often"),
        ),
        Action.IN_TOUCH: (
            translate("NextStep", "Nothing to do: you are in touch"),
            translate("NextStep", "Write whenever there is something worth telling."),
            translate("NextStep", "Write a note"),
        ),
        Action.WAIT_UNTIL: (
            translate("NextStep", "Nothing to do: {name} asked you to come back later"),
            translate("NextStep", "You will be reminded."),
            translate("NextStep", "Write a line"),
        ),
    }


def _resting() -> tuple[str, str, str]:
    return (
        translate("NextStep", "Nothing to do: resting"),
        translate("NextStep", "No more reminders. You can write again whenever you wish."),
        "",
    )
