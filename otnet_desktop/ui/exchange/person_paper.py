"""People on paper, a page or more for each: who they are and how to reach them; with private notes also what one knows.

Public: ``person_sheets(workspace, title, people, private)``. Made and printed in whatever thread asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import Affiliation, PersonId, Profile
from otnet_desktop.domain.vocabulary import label_of
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.exchange.address_paper import headed, reached_at, works_at
from otnet_desktop.ui.journey.paper import Paper
from otnet_desktop.ui.meetings.prep_paper import promised_line
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.timeline.meeting_words import named

translate = QCoreApplication.translate


def person_sheets(workspace: Workspace, title: str, people: Sequence[PersonId], *, private: bool) -> Paper:
    """Each on a page of their own; ``private`` adds everything noted."""
    paper = Paper(title, is_headed=False)
    for person, profile in zip(people, workspace.exporting.profiles(people), strict=True):
        paper.page(headed(profile))
        _tell(workspace, person, profile, paper, private=private)
    return paper


def _tell(workspace: Workspace, person: PersonId, profile: Profile, paper: Paper, *, private: bool) -> None:
    for line in filter(None, (works_at(profile), profile.pronouns, _said_like(profile))):
        paper.paragraph(one_line(line))
    parts = [
        (translate("PersonPaper", "How to reach them"), reached_at(profile)),
        (translate("PersonPaper", "Where they worked"), [_place(p) for p in profile.affiliations if p.until]),
    ]
    if private:
        parts += _private(workspace, person)
    for title, texts in parts:
        if texts:
            paper.heading(title)
            paper.points(texts)


def _said_like(profile: Profile) -> str:
    if not profile.say_it_like:
        return ""
    return translate("PersonPaper", "Say it like: {words}").format(words=profile.say_it_like)


def _place(place: Affiliation) -> str:
    where = ", ".join(filter(None, (place.title, place.department, place.organisation)))
    until = translate("PersonPaper", "{where}, until {day}")
    return until.format(where=where, day=written_day(place.until)) if place.until else where


def _private(workspace: Workspace, person: PersonId) -> list[tuple[str, list[str]]]:
    """What concerns only me and them."""
    research = workspace.research.of(person)
    purposes = workspace.material.vocabulary.purposes
    why = [": ".join(filter(None, (label_of(purposes, p.kind), p.statement))) for p in research.purposes]
    notes = [line for line in research.notes.splitlines() if line.strip()]
    return [
        (translate("PersonPaper", "Why I write to them"), why),
        (translate("PersonPaper", "Good to know"), [point.text for point in research.key_points]),
        (translate("PersonPaper", "Notes"), notes),
        (translate("PersonPaper", "Conversations"), _conversations(workspace, person)),
        (translate("PersonPaper", "Promises"), [promised_line(promise) for promise in workspace.promises.of(person)]),
    ]


def _conversations(workspace: Workspace, person: PersonId) -> list[str]:
    """The latest first, each with what one took away."""
    zone = workspace.preferences.timing().zone
    meetings = sorted(workspace.meetings.of(person), key=lambda meeting: meeting.plan.start, reverse=True)
    return [
        ": ".join(
            (f"{written_day(meeting.plan.start.astimezone(zone).date())}, {named(meeting.plan)}", *_words(meeting))
        )
        for meeting in meetings
    ]


def _words(meeting: Meeting) -> list[str]:
    kept = meeting.kept
    answers = (f"{question.text} {question.answer}" for question in kept.questions if question.answer)
    said = "; ".join(filter(None, (*kept.takeaways, *answers, kept.notes)))
    return [said] if said else []
