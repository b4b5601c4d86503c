"""What the fields of the timing are called, how far they reach, and in what they are counted.

Public: ``NumberWords``, ``number_words()`` and ``time_words()``, each by the name of the field, in the order shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.timing import NUDGE_CAP

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A whole number: its label, its limits (both included), and what it counts: one of them, many of them."""

    label: str
    lowest: int
    highest: int
    counted: tuple[str, str] = ("", "")

    def suffix(self, value: int) -> str:
        """What follows the number in its field."""
        word = self.counted[0] if value == 1 else self.counted[1]
        return f" {word}" if word else ""


def number_words() -> dict[str, NumberWords]:
    """Every number people may want to change."""
    working = translate("Timing", "working day"), translate("Timing", "working days")
    days = translate("Timing", "day"), translate("Timing", "days")
    minutes = translate("Timing", "minute"), translate("Timing", "minutes")
    return {
        "thank_delay_min": NumberWords(translate("Timing", "A thank-you is due after the end, by"), 0, 1440, minutes),
        "follow_up_bd": NumberWords(translate("Timing", "Suggest a nudge without an answer after"), 1, 60, working),
        "max_nudges": NumberWords(
            translate("Timing", "Nudges for one request, at most"), 0, NUDGE_CAP
        ),
        "quiet_after_bd": NumberWords(translate("Timing", "Let it rest after the last nudge by"), 1, 90, working),
        "reply_bd": NumberWords(translate("Timing", "Remind me to answer them after"), 1, 30, working),
        "outcome_delay_min": NumberWords(translate("Timing", "Ask how it went after the end, by"), 0, 1440, minutes),
        "soon_remote_min": NumberWords(translate("Timing", "Before a call or a video meeting, by"), 0, 1440, minutes),
        "soon_inperson_min": NumberWords(translate("Timing", "Before a meeting in person, by"), 0, 1440, minutes),
        "promise_default_bd": NumberWords(translate("Timing", "A promise without a day is due after"), 1, 60, working),
        "their_promise_grace_bd": NumberWords(
            translate("Timing", "Ask about what they offered after"), 1, 90, working
        ),
        "close_loop_bd": NumberWords(translate("Timing", "Tell who introduced us after"), 1, 60, working),
        "stale_draft_bd": NumberWords(translate("Timing", "Remember an unsent letter after"), 1, 60, working),
        "later_default_days": NumberWords(translate("Timing", "“Later” without a day means"), 1, 730, days),
        "decline_rest_days": NumberWords(translate("Timing", "Rest after a no, at least"), 0, 730, days),
        "popups_per_day": NumberWords(
            translate("Timing", "Notifications a day, at most"), 1, 20
        ),
    }  # fmt: skip


def time_words() -> dict[str, str]:
    """Every time of day."""
    return {
        "work_time": translate("Timing", "My working day begins at"),
        "quiet_start": translate("Timing", "Quiet from"),
        "quiet_end": translate("Timing", "until"),
    }
