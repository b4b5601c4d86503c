"""A year as a page: what is told of it, part by part, and nothing where there is nothing.

Public: ``year_paper(review, name_of, zone)``.
"""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.review import YearReview
from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.journey.paper import Paper
from otnet_desktop.ui.timeline.meeting_words import named, names_together

translate = QCoreApplication.translate


def year_paper(review: YearReview, name_of: Callable[[PersonId], str], zone: ZoneInfo) -> Paper:
    """Names and days as one reads them."""
    paper = Paper(translate("Year", "{year} in review").format(year=review.year))
    if review.is_empty:
        paper.paragraph(translate("Year", "A quiet year here. That is fine: some years are for other things."))
        return paper

    def whom(meeting: Meeting) -> str:
        return names_together([name_of(person) for person in meeting.plan.people])

    def day(meeting: Meeting) -> str:
        return written_day(meeting.plan.start.astimezone(zone).date())

    parts = (
        (
            translate("Year", "Whom I met"),
            [f"{whom(meeting)} – {named(meeting.plan)}, {day(meeting)}" for meeting in review.met],
        ),
        (
            translate("Year", "What I learned"),
            [f"{text} ({whom(meeting)})" for meeting, text in review.learned],
        ),
        (
            translate("Year", "What I thought"),
            [
                text
                for one in review.reflections
                for text in (one.reflection.liked, one.reflection.disliked, one.reflection.wondering)
                if text
            ],
        ),
        (
            translate("Year", "Advice I tried"),
            [
                f"{advice.text} ({name_of(advice.person)})" + (f": {advice.outcome}" if advice.outcome else "")
                for advice in review.tried
            ],
        ),
        (
            translate("Year", "Whom I thanked"),
            [f"{name_of(thanks.person)}, {written_day(thanks.on)}" for thanks in review.thanks],
        ),
        (
            translate("Year", "Promises I kept"),
            [f"{promise.text or '…'} ({name_of(promise.person)})" for promise in review.promises],
        ),
        (translate("Year", "What came of it"), [one.title for one in review.accepted]),
    )
    for title, texts in parts:
        if texts:
            paper.heading(title)
            paper.points(texts)
    return paper
