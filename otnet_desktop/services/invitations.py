"""An invitation, or its cancellation, as a mail one sends oneself. The program invites nobody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.invitation_text import Occasion, invitation_text
from otnet_desktop.domain.meetings import Meeting, MeetingState
from otnet_desktop.domain.messages import Message
from otnet_desktop.domain.people import ContactKind, ContactState, PersonId
from otnet_desktop.exchange.eml import Attachment, draft
from otnet_desktop.exchange.ics import Guest, write_invitation
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.people import PeopleService, known_zone
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.scheduling import SchedulingService
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.private_files import written_where_asked

ATTACHED = "invitation.ics"


class InvitationService:
    """Writes drafts for mail programs; whoever may not be written to is not invited."""

    def __init__(
        self,
        steps: Steps,
        scheduling: SchedulingService,
        people: PeopleService,
        outreach: OutreachService,
        preferences: PreferencesService,
    ) -> None:
        self._store = steps.store
        self._clock = steps.clock
        self._scheduling = scheduling
        self._people = people
        self._outreach = outreach
        self._preferences = preferences

    def write(self, meeting: Meeting, out: Path) -> None:
        """Write the draft with its attachment. Raises BadInput where an address is missing, NotAllowed."""
        me = self._preferences.current.me
        if not me.email.strip():
            raise BadInput("An invitation says whom to answer.", "Write your e-mail address in the settings first.")
        for person in meeting.plan.people:
            self._outreach.may_write(person)
        guests = self._guests(meeting)
        if not guests:
            raise BadInput("None of them has an e-mail address that works.", "Add one, or save a calendar file.")
        names = [self._people.get(person).profile.short_name for person in meeting.plan.people]
        zone = self._preferences.timing().zone
        occasion = Occasion(meeting, names, me.name, zone, known_zone(meeting.plan.their_zone))
        subject, body = invitation_text(occasion)
        recipients = [(guest.name, guest.address) for guest in guests]
        letter = draft(recipients, subject, body, self._attachment(meeting, guests, me.email.strip()))
        with written_where_asked(out) as file:
            file.write(letter)

    def for_letter(self, message: Message, sender: str = "") -> Attachment | None:
        """What goes with a letter that confirms a meeting; none with any other, or while my address is not known.

        ``sender`` is the address it is sent from, where that is known: calendars answer whoever the letter came from.
        """
        me = sender.strip() or self._preferences.current.me.email.strip()
        if message.kind != OutKind.CONFIRM or not me:
            return None
        now = self._clock.now()
        ahead = [
            meeting
            for meeting in self._store.meetings.of(message.person)
            if meeting.state is MeetingState.PLANNED and meeting.plan.start > now
        ]
        guests = self._guests(ahead[0]) if ahead else []
        return self._attachment(ahead[0], guests, me) if guests else None

    def _attachment(self, meeting: Meeting, guests: Sequence[Guest], address: str) -> Attachment:
        """Called so that it reads right in everybody's calendar; answers go to ``address``."""
        me = self._preferences.current.me
        names = [self._people.get(person).profile.full_name for person in meeting.plan.people]
        people = " and ".join(part for part in (", ".join(names), me.name) if part)
        entry = self._scheduling.entry(meeting, f"{meeting.plan.title or 'Conversation'}: {people}")
        told = write_invitation(entry, Guest(me.name, address), guests)
        return Attachment(ATTACHED, told, "CANCEL" if entry.cancelled else "REQUEST")

    def _guests(self, meeting: Meeting) -> list[Guest]:
        return [guest for person in meeting.plan.people if (guest := self._guest(person)) is not None]

    def _guest(self, person: PersonId) -> Guest | None:
        profile = self._people.get(person).profile
        points = [p for p in profile.contact_points if p.kind is ContactKind.EMAIL and p.state is ContactState.OK]
        best = next(iter(sorted(points, key=lambda point: not point.primary)), None)
        return Guest(profile.full_name, best.value.strip()) if best is not None and best.value.strip() else None
