"""A conversation on one page: when and where, who, why, what is known, the last words, promises, questions.

Public: ``prep_paper(preparation, purposes, zone)``, printed on one page where that can be read at all, and
``promised_line(promise)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Message
from otnet_desktop.domain.people import ContactKind
from otnet_desktop.domain.preparation import Guest, Preparation
from otnet_desktop.domain.promises import Promise
from otnet_desktop.domain.vocabulary import Choice, label_of
from otnet_desktop.services.people import known_zone
from otnet_desktop.ui.dates import said_time, written_day
from otnet_desktop.ui.journey.paper import BODY_POINTS, Paper
from otnet_desktop.ui.meetings.both_zones import city, said_span
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.timeline.meeting_words import named, names_together

translate = QCoreApplication.translate

SIZES = (BODY_POINTS, 9.5, 8.5, 7.5)
"""Letters a page is tried with, the largest first; smaller ones nobody reads."""

QUOTED = 280
"""Characters of a message: enough to remember where one stood."""


def prep_paper(preparation: Preparation, purposes: Sequence[Choice], zone: ZoneInfo) -> Paper:
    """In the largest letters in which it is one page; in the smallest where it never is."""
    papers = (_written(preparation, purposes, zone, size) for size in SIZES)
    return next((paper for paper in papers if paper.pages() == 1), _written(preparation, purposes, zone, SIZES[-1]))


def _written(preparation: Preparation, purposes: Sequence[Choice], zone: ZoneInfo, size: float) -> Paper:
    plan, guests = preparation.meeting.plan, preparation.guests
    names = names_together([guest.profile.full_name for guest in guests])
    paper = Paper(one_line(translate("Prep", "{meeting} with {names}").format(meeting=named(plan), names=names)), size)
    for line in _when_and_where(plan, zone):
        paper.paragraph(one_line(line))
    for guest in guests:
        _tell_of(guest, paper, purposes, zone)
    questions = [question.text for question in preparation.open_questions]
    if questions:
        paper.heading(translate("Prep", "What I want to ask"))
        paper.points(questions)
    return paper


def _when_and_where(plan: MeetingPlan, zone: ZoneInfo) -> list[str]:
    lines = [said_span(plan.start, plan.end, zone)]
    theirs = known_zone(plan.their_zone)
    if theirs is not None and plan.start.astimezone(theirs).utcoffset() != plan.start.astimezone(zone).utcoffset():
        there = translate("Prep", "In {city}: {times}")
        lines.append(there.format(city=city(theirs), times=said_span(plan.start, plan.end, theirs)))
    lines.append(translate("Prep", "It ends at {time}; keep to that.").format(time=said_time(plan.end, zone)))
    return [*lines, *(line for line in (plan.place, plan.link) if line)]


def _tell_of(guest: Guest, paper: Paper, purposes: Sequence[Choice], zone: ZoneInfo) -> None:
    """Under the name: who they are; then one part for each thing there is."""
    paper.heading(one_line(guest.profile.full_name))
    for line in _who(guest):
        paper.paragraph(one_line(line))
    for title, texts in (
        (translate("Prep", "Why we talk"), _why(guest, purposes)),
        (translate("Prep", "Good to know"), [_sourced(point.text, point.source) for point in guest.key_points]),
        (translate("Prep", "Last words"), [_quoted(message, zone) for message in guest.said]),
        (translate("Prep", "From last time"), list(guest.last_time)),
        (translate("Prep", "Promises"), [promised_line(promise) for promise in guest.promises]),
    ):
        if texts:
            paper.label(title)
            paper.points(texts)


def _who(guest: Guest) -> list[str]:
    profile = guest.profile
    work = profile.current
    lines = [", ".join(part for part in (*profile.credentials, work.title, work.organisation) if part)]
    if profile.say_it_like:
        lines.append(translate("Prep", "Say it like: {words}").format(words=profile.say_it_like))
    if profile.pronouns:
        lines.append(profile.pronouns)
    if guest.introduced_by:
        lines.append(translate("Prep", "Introduced by {name}").format(name=guest.introduced_by))
    phone = profile.reach(ContactKind.PHONE)
    if phone is not None:
        lines.append(translate("Prep", "If the link fails: {phone}").format(phone=phone.value))
    return [line for line in lines if line]


def _why(guest: Guest, purposes: Sequence[Choice]) -> list[str]:
    purpose = guest.purpose
    if purpose is None:
        return []
    return [text for text in (label_of(purposes, purpose.kind) if purpose.kind else "", purpose.statement) if text]


def _sourced(text: str, source: str) -> str:
    return f"{text} ({source})" if source else text


def _quoted(message: Message, zone: ZoneInfo) -> str:
    """Who said it, when, and how it began."""
    words = one_line(message.body)
    if len(words) > QUOTED:
        words = f"{words[:QUOTED].rsplit(maxsplit=1)[0]}…"
    said = translate("Prep", "I, {day}: {words}") if message.is_mine else translate("Prep", "They, {day}: {words}")
    return said.format(day=written_day(message.at.astimezone(zone).date()), words=words)


def promised_line(promise: Promise) -> str:
    """Who promised what, and until when."""
    mine = promise.by is Side.ME
    said = translate("Prep", "I promised: {what}") if mine else translate("Prep", "They offered: {what}")
    text = said.format(what=promise.text or "…")
    return f"{text} ({written_day(promise.due_on)})" if promise.due_on is not None else text
