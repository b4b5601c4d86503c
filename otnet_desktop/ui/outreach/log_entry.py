"""What was logged, as one value, and how it is written down.

Public: ``LogEntry``, ``write_down(workspace, entry)``, and ``thanked_before(workspace, entry)`` to be asked first.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from otnet_desktop.domain.facts import InKind, OutKind
from otnet_desktop.domain.meetings import MeetingNotes
from otnet_desktop.domain.messages import Channel, Draft, Reply
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.typed_name import read_name
from otnet_desktop.services.thanks import Given
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.outreach.log_kinds import Logged


@dataclass(frozen=True, slots=True)
class LogEntry:
    """``day`` is when they are back or want to be asked again; ``other`` is who was introduced, ``named`` if new.

    ``company`` is who else was there.
    """

    person: PersonId
    what: Logged
    at: datetime
    channel: Channel = Channel.EMAIL
    sent: OutKind = OutKind.OTHER
    answer: InKind = InKind.NOTE
    text: str = ""
    needs_reply: bool = False
    day: date | None = None
    event: str = ""
    other: PersonId | None = None
    named: str = ""
    company: tuple[PersonId, ...] = ()


def write_down(workspace: Workspace, entry: LogEntry) -> None:
    """Write it down as one step. Raises OtnetError."""
    match entry.what:
        case Logged.WROTE | Logged.CALLED:
            _wrote(workspace, entry)
        case Logged.ANSWERED:
            later, away = entry.answer is InKind.LATER, entry.answer is InKind.OUT_OF_OFFICE
            reply = Reply(
                entry.person,
                entry.answer,
                entry.text,
                entry.channel,
                ask_again_on=entry.day if later else None,
                return_on=entry.day if away else None,
            )
            workspace.offers.answered(reply, entry.at)
        case Logged.MET:
            notes = MeetingNotes(notes=entry.text) if entry.text else None
            people = list(dict.fromkeys((entry.person, *entry.company)))
            workspace.meetings.met_by_chance(people, event=entry.event, notes=notes, at=entry.at)
        case Logged.INTRODUCED:
            with workspace.steps.together("Introduction"):
                other = entry.other or _added(workspace, entry)
                workspace.people.referred(entry.person, other, entry.at)


def thanked_before(workspace: Workspace, entry: LogEntry) -> tuple[str, Given] | None:
    """Where ``entry`` is one more thank-you and none is owed: the occasion of the last, and how it was given.

    Only while a thank-you would still be on the list: who was thanked last year may have helped again.
    """
    if entry.what not in (Logged.WROTE, Logged.CALLED) or entry.sent is not OutKind.THANKS:
        return None
    if _owed(workspace, entry.person):
        return None
    on_list = timedelta(days=workspace.preferences.timing().thank_list_days)
    return workspace.thanks.last(entry.person, entry.at - on_list)


def _owed(workspace: Workspace, person: PersonId) -> str:
    """The reminder of a thank-you that is still to be given."""
    waiting = workspace.people.outlook(person).reminders
    return next((reminder.key for reminder in waiting if reminder.kind is Kind.THANK_YOU), "")


def _wrote(workspace: Workspace, entry: LogEntry) -> None:
    """Not where writing is closed. A thank-you answers the reminder for it, so that it counts for that meeting."""
    workspace.outreach.may_write(entry.person)
    reminder = _owed(workspace, entry.person) if entry.sent is OutKind.THANKS else ""
    channel = Channel.PHONE if entry.what is Logged.CALLED else entry.channel
    draft = Draft(entry.person, entry.sent, body=entry.text, channel=channel, reminder=reminder)
    workspace.outreach.log_sent(draft, needs_reply=entry.needs_reply, at=entry.at)


def _added(workspace: Workspace, entry: LogEntry) -> PersonId:
    """Somebody new, who came through ``entry.person``."""
    via = workspace.people.get(entry.person).ref
    profile = Profile(**asdict(read_name(entry.named)), how_met="referral", met_via=via)
    return workspace.people.add(profile).id
