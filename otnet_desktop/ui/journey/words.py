"""The words of the Journey: fits, states of opportunities, kinds of hours, and times in hours.

Public: ``fit_words()``, ``state_words()``, ``opportunity_kinds()``, ``hours_kinds()``, ``said_hours(minutes)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.facts import OpportunityState
from otnet_desktop.domain.hours import MINUTES, HoursKind
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.ui.dates import reading_locale

translate = QCoreApplication.translate


def fit_words() -> dict[int, str]:
    """How a setting felt, in words: a number alone would invite adding up."""
    return {
        1: translate("Journey", "not for me"),
        2: translate("Journey", "rather not"),
        3: translate("Journey", "undecided"),
        4: translate("Journey", "rather yes"),
        5: translate("Journey", "I can see myself there"),
    }


def state_words() -> dict[OpportunityState, str]:
    """How an opportunity stands."""
    return {
        OpportunityState.OPEN: translate("Journey", "Open"),
        OpportunityState.EXPLORING: translate("Journey", "Looking into it"),
        OpportunityState.APPLYING: translate("Journey", "Applying"),
        OpportunityState.APPLIED: translate("Journey", "Applied"),
        OpportunityState.INTERVIEWING: translate("Journey", "Interviewing"),
        OpportunityState.ACCEPTED: translate("Journey", "Accepted"),
        OpportunityState.DECLINED: translate("Journey", "Not this one"),
        OpportunityState.CLOSED: translate("Journey", "Closed"),
    }


def opportunity_kinds() -> tuple[Choice, ...]:
    """What one can apply for."""
    return (
        Choice("job", translate("Journey", "Job")),
        Choice("fieldwork", translate("Journey", "Fieldwork or placement")),
        Choice("capstone", translate("Journey", "Capstone site")),
        Choice("award", translate("Journey", "Award or grant")),
        Choice("research", translate("Journey", "Research")),
        Choice("volunteering", translate("Journey", "Volunteering")),
    )


def hours_kinds() -> dict[HoursKind, str]:
    """What time was spent on."""
    return {
        HoursKind.MENTORING: translate("Journey", "Mentoring"),
        HoursKind.COURSE: translate("Journey", "Course or workshop"),
        HoursKind.READING: translate("Journey", "Reading"),
        HoursKind.PRESENTING: translate("Journey", "Presenting or teaching"),
        HoursKind.OTHER: translate("Journey", "Other"),
    }


def said_number(number: float) -> str:
    """A number with at most two places, as the reader writes it: "0.5", "1", "0,33"."""
    text = reading_locale().toString(round(number, 2), "f", 2)
    point = reading_locale().decimalPoint()
    return text.rstrip("0").removesuffix(point) if point in text else text


def said_hours(minutes: int) -> str:
    """As in "1.5 h"."""
    return translate("Journey", "{n} h").format(n=reading_locale().toString(minutes / MINUTES, "f", 1))
