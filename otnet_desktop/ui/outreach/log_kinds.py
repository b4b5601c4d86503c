"""What can be logged, and how each is worded.

Public: ``Logged`` (what happened), ``logged_words()``, ``out_words()`` and ``in_words()`` (in the order they are
offered), ``NAMES_A_DAY``, ``MAY_WAIT``, ``likely_event(outlook)`` and ``likely_kind(outlook)``: what most probably
happened, and what one most probably wrote, as things stand.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.facts import InKind, OutKind
from otnet_desktop.domain.reminders import Ball, Outlook, Stage
from otnet_desktop.domain.vocabulary import Choice, Choices

translate = QCoreApplication.translate


class Logged(StrEnum):
    """What happened."""

    WROTE = "wrote"
    CALLED = "called"
    ANSWERED = "answered"
    MET = "met"
    INTRODUCED = "introduced"


NAMES_A_DAY = frozenset({InKind.LATER, InKind.OUT_OF_OFFICE})
"""Answers that may name a day: when to ask again, when they are back."""

MAY_WAIT = frozenset({OutKind.REPLY, OutKind.CONFIRM, OutKind.APOLOGY, OutKind.OTHER})
"""What one writes with or without waiting for an answer. A first message always waits, a thank-you never does."""


def logged_words() -> Choices:
    """What happened, as one says it."""
    return (
        Choice(Logged.WROTE, translate("Log", "I wrote")),
        Choice(Logged.CALLED, translate("Log", "I called")),
        Choice(Logged.ANSWERED, translate("Log", "They answered")),
        Choice(Logged.MET, translate("Log", "We met by chance")),
        Choice(Logged.INTRODUCED, translate("Log", "They introduced me to somebody")),
    )


def out_words() -> Choices:
    """What I wrote or called for."""
    return (
        Choice(OutKind.INTRO, translate("Log", "A first message")),
        Choice(OutKind.ASK, translate("Log", "Asked for a conversation")),
        Choice(OutKind.NUDGE, translate("Log", "A gentle reminder")),
        Choice(OutKind.REPLY, translate("Log", "An answer to them")),
        Choice(OutKind.SLOTS, translate("Log", "Offered times")),
        Choice(OutKind.CONFIRM, translate("Log", "Confirmed a time")),
        Choice(OutKind.THANKS, translate("Log", "A thank-you")),
        Choice(OutKind.APOLOGY, translate("Log", "An apology")),
        Choice(OutKind.KEEP_IN_TOUCH, translate("Log", "Said hello")),
        Choice(OutKind.NEWS, translate("Log", "Shared news")),
        Choice(OutKind.CLOSE_LOOP, translate("Log", "Told what came of an introduction")),
        Choice(OutKind.CONGRATULATE, translate("Log", "Congratulated")),
        Choice(OutKind.OTHER, translate("Log", "Something else")),
    )


def in_words() -> Choices:
    """What they answered."""
    return (
        Choice(InKind.YES, translate("Log", "Yes")),
        Choice(InKind.QUESTION, translate("Log", "A question")),
        Choice(InKind.SLOTS, translate("Log", "Proposed times")),
        Choice(InKind.ANOTHER_TIME, translate("Log", "Another time, please")),
        Choice(InKind.ANSWER, translate("Log", "Answered my questions in words")),
        Choice(InKind.NO, translate("Log", "No")),
        Choice(InKind.LATER, translate("Log", "Later")),
        Choice(InKind.OUT_OF_OFFICE, translate("Log", "Out of office")),
        Choice(InKind.BOUNCE, translate("Log", "It came back: the address does not work")),
        Choice(InKind.DO_NOT_CONTACT, translate("Log", "Please do not contact me")),
        Choice(InKind.NOTE, translate("Log", "Something else")),
    )


LIKELY = {
    Stage.IDEA: OutKind.INTRO,
    Stage.PREPARING: OutKind.INTRO,
    Stage.READY: OutKind.INTRO,
    Stage.AWAITING_REPLY: OutKind.NUDGE,
    Stage.IN_CONVERSATION: OutKind.REPLY,
    Stage.SCHEDULING: OutKind.SLOTS,
    Stage.RESCHEDULING: OutKind.SLOTS,
    Stage.SCHEDULED: OutKind.CONFIRM,
    Stage.MET: OutKind.THANKS,
    Stage.THANKED: OutKind.KEEP_IN_TOUCH,
    Stage.IN_TOUCH: OutKind.KEEP_IN_TOUCH,
    Stage.KIT_PAUSED: OutKind.KEEP_IN_TOUCH,
}


def likely_event(outlook: Outlook) -> Logged:
    """What most probably happened with somebody who stands like this."""
    return Logged.ANSWERED if outlook.ball is Ball.THEM else Logged.WROTE


def likely_kind(outlook: Outlook) -> OutKind:
    """What one most probably wrote to somebody who stands like this."""
    return LIKELY.get(outlook.stage, OutKind.ASK)
