"""What is said about a meeting: its name, its length, its place, how it stands.

Public: ``format_word``, ``format_icon``, ``named(plan)``, ``length_word``, ``names_together``, ``state_word``,
``is_ahead`` and ``meeting_row``, which makes an entry of the timeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.meetings import Consent, Meeting, MeetingKind, MeetingPlan, MeetingState
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.timeline.teller import Teller
from otnet_desktop.ui.widgets.story_row import StoryRow
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate

QUOTED = 3
"""Takeaways shown in the timeline; the meeting itself shows them all."""

CALLED_OFF = frozenset({MeetingState.CANCELLED_BY_ME, MeetingState.CANCELLED_BY_THEM})


def format_word(form: MeetingFormat) -> str:
    """How one meets, as the name of a meeting."""
    return {
        MeetingFormat.VIRTUAL: translate("Meetings", "Video call"),
        MeetingFormat.IN_PERSON: translate("Meetings", "Meeting in person"),
        MeetingFormat.PHONE: translate("Meetings", "Phone call"),
    }[form]


def format_icon(form: MeetingFormat) -> str:
    """The picture for how one meets."""
    return {MeetingFormat.VIRTUAL: "video", MeetingFormat.IN_PERSON: "in-person", MeetingFormat.PHONE: "phone"}[form]


def named(plan: MeetingPlan) -> str:
    """The title somebody gave it, else how one meets or met."""
    if plan.title:
        return plan.title
    if plan.kind is not MeetingKind.ENCOUNTER:
        return format_word(plan.format)
    if plan.event:
        return translate("Meetings", "Met at {event}").format(event=plan.event)
    return translate("Meetings", "Met by chance")


def said_meeting(meeting: Meeting, names: list[str]) -> str:
    """What a calendar calls a meeting with people of these names."""
    if not names:
        return named(meeting.plan)
    with_whom = translate("Meetings", "{meeting} with {names}")
    return with_whom.format(meeting=named(meeting.plan), names=names_together(names))


def length_word(plan: MeetingPlan) -> str:
    """How long it lasts: "30 minutes"."""
    minutes = round((plan.end - plan.start).total_seconds() / 60)
    return plural(minutes, translate("Meetings", "{n} minute"), translate("Meetings", "{n} minutes"))


def names_together(names: Sequence[str]) -> str:
    """Some people in one breath: "Ana", "Ana and Bo", "Ana, Bo and 2 more"."""
    match list(names):
        case [one, other, *more] if more:
            said = translate("Meetings", "{one}, {other} and {n} more")
            return said.format(one=one, other=other, n=QLocale().toString(len(more)))
        case [one, other]:
            return translate("Meetings", "{one} and {other}").format(one=one, other=other)
        case _:
            return "".join(names)


def is_ahead(meeting: Meeting, now: datetime) -> bool:
    """Whether it is still to come, or going on; what was told to have happened is over, whatever was planned."""
    return meeting.plan.end > now and meeting.state is not MeetingState.HELD


def state_word(meeting: Meeting, now: datetime) -> str:
    """How it stands, where that is worth a word: "how did it go?", "cancelled by them"."""
    if meeting.state is MeetingState.PLANNED:
        if meeting.plan.end <= now:
            return translate("Meetings", "how did it go?")
        return translate("Meetings", "going on now") if meeting.plan.start <= now else ""
    return {
        MeetingState.CANCELLED_BY_ME: translate("Meetings", "cancelled by me"),
        MeetingState.CANCELLED_BY_THEM: translate("Meetings", "cancelled by them"),
        MeetingState.NO_SHOW_THEM: translate("Meetings", "they did not come"),
        MeetingState.NO_SHOW_ME: translate("Meetings", "I missed it"),
    }.get(meeting.state, "")


def meeting_row(key: str, meeting: Meeting, teller: Teller) -> StoryRow:
    """The meeting as an entry of the timeline."""
    ahead = is_ahead(meeting, teller.now)
    took_place = meeting.state is MeetingState.HELD
    return StoryRow(
        key,
        _title(meeting, teller),
        format_icon(meeting.plan.format) if took_place or _is_open(meeting) else "close",
        _tone(meeting, ahead),
        " · ".join(part for part in _details(meeting, teller) if part),
        "\n".join(meeting.kept.takeaways[:QUOTED]),
        future=ahead,
    )


def _title(meeting: Meeting, teller: Teller) -> str:
    names = [teller.name_of(person) for person in meeting.plan.people]
    name = named(meeting.plan)
    if teller.person and len(names) < 2:
        return name
    return translate("Meetings", "{meeting}: {names}").format(meeting=name, names=names_together(names))


def _details(meeting: Meeting, teller: Teller) -> list[str]:
    plan, kept = meeting.plan, meeting.kept
    parts = [said_moment(plan.start, teller.now, teller.zone)]
    if plan.kind is not MeetingKind.ENCOUNTER:
        parts.append(length_word(plan))
    if plan.title and plan.kind is not MeetingKind.ENCOUNTER:
        parts.append(format_word(plan.format))
    parts += [plan.place, state_word(meeting, teller.now)]
    if _is_open(meeting) and is_ahead(meeting, teller.now):
        parts.append(teller.clash_of(meeting))
    if len(plan.people) > 1 and meeting.absent:
        names = names_together([teller.name_of(person) for person in meeting.absent])
        parts.append(translate("Meetings", "without {names}").format(names=names))
    if _is_open(meeting) and is_ahead(meeting, teller.now) and kept.questions:
        ready = translate("Meetings", "{n} question ready"), translate("Meetings", "{n} questions ready")
        parts.append(plural(len(kept.questions), *ready))
    if kept.notes and meeting.state is MeetingState.HELD:
        with_consent = kept.consent is Consent.ASKED_YES
        parts.append(translate("Meetings", "notes with consent") if with_consent else translate("Meetings", "notes"))
    return parts


def _is_open(meeting: Meeting) -> bool:
    return meeting.state is MeetingState.PLANNED


def _tone(meeting: Meeting, ahead: bool) -> Tone:
    match meeting.state:
        case MeetingState.HELD:
            return Tone.ACCENT
        case MeetingState.PLANNED:
            return Tone.BLUE if ahead else Tone.DUE
    return Tone.QUIET
