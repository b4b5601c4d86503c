"""Writing and answers: drafts, handing over, "I sent it", and what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.advice import told_in
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.keys import subject_of
from otnet_desktop.domain.messages import Draft, Message, MessageId, MessageState, Reply
from otnet_desktop.domain.offers import OfferState, open_offers
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.people import settle_status
from otnet_desktop.services.steps import Steps


class OutreachService:
    """Nothing is ever sent or marked as sent without the user's word."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store
        self._leaving: dict[MessageId, PersonId] = {}

    def may_write(self, person: PersonId) -> None:
        """Raises NotAllowed, with the reason, where a hard rule says no to writing at all."""
        match self._store.people.get(person).status:
            case Status.DO_NOT_CONTACT:
                raise NotAllowed("They asked not to be contacted.", "Notes stay; writing is closed.")
            case Status.DECEASED:
                raise NotAllowed("This person has died.", "Notes stay; writing is closed.")

    def may_send(self, person: PersonId) -> None:
        """Raises NotAllowed where a message may be written but not yet sent: the gatekeeper has not been asked."""
        self.may_write(person)
        purpose = self._store.research.of(person).purpose
        if purpose is not None and purpose.asks_gatekeeper:
            raise NotAllowed(
                "Does your programme let you contact sites yourself?",
                "Answer that in the purpose first: many schools ask only through their fieldwork coordinator.",
            )

    def get(self, message: MessageId) -> Message:
        """One message. Raises NotFound."""
        return self._store.messages.get(message)

    def of(self, person: PersonId) -> list[Message]:
        """Everything written to and by one person, earliest first."""
        return self._store.messages.of(person)

    def draft_for(self, person: PersonId) -> Message | None:
        """The draft or handed-over message that waits for this person, the newest first."""
        waiting = [m for m in self.of(person) if m.state in (MessageState.DRAFT, MessageState.HANDED_OVER)]
        return waiting[-1] if waiting else None

    def waiting_for_word(self) -> list[Message]:
        """What the mail program got and nobody said was sent: Sent, not yet, changed my mind?"""
        return [m for m in self._store.messages.handed_over() if m.id not in self._leaving]

    def leave(self, message: MessageId) -> bool:
        """It is being sent from here: nobody asks about it or changes it. ``False`` if it was on its way already."""
        if message in self._leaving:
            return False
        self._leaving[message] = self.get(message).person
        self._tell_of(self._leaving[message])
        return True

    def stay(self, message: MessageId) -> None:
        """It is not on its way any more, whatever became of it."""
        person = self._leaving.pop(message, None)
        if person is not None:
            self._tell_of(person)

    def is_leaving(self, message: MessageId | None) -> bool:
        """Whether it is on its way from here at this moment."""
        return message in self._leaving

    def save_draft(self, draft: Draft, message: MessageId | None = None, at: datetime | None = None) -> MessageId:
        """Save what is being written. Raises NotAllowed where a hard rule says no."""
        for person in draft.people:
            self.may_write(person)
        with self._steps.step("Edit draft", draft.people, Room.MESSAGES):
            return self._store.messages.save_draft(draft, at or self._now(), message)

    def hand_over(self, message: MessageId) -> Message:
        """The mail program or clipboard got it. That alone makes nothing sent. Raises NotAllowed."""
        kept = self._store.messages.get(message)
        for person in kept.people:
            self.may_send(person)
        with self._steps.step("Hand over", kept.people, Room.MESSAGES):
            self._store.messages.mark(message, MessageState.HANDED_OVER)
        return self._store.messages.get(message)

    def sent(self, message: MessageId, *, needs_reply: bool = False, at: datetime | None = None) -> None:
        """The user says: I sent it; saying so again changes nothing. A thank-you settles what it is about as well.

        One message to several counts for each of them. Tried advice that the letter names is told with it.
        """
        kept = self._store.messages.get(message)
        if kept.state is MessageState.SENT:
            return
        at = at or self._now()
        with self._steps.step("Sent", kept.people, Room.MESSAGES, Room.JOURNEY):
            self._store.messages.mark(message, MessageState.SENT)
            for person in kept.people:
                self._record_sent(person, f.OutKind(kept.kind), needs_reply, message, at)
                for advice in told_in(kept.body, self._store.advice.of(person)):
                    self._store.advice.save(replace(advice, told_on=at.astimezone(self._steps.timing().zone).date()))
            if kept.kind == f.OutKind.THANKS:
                self._record_thanks(kept, at)

    def not_yet(self, message: MessageId) -> None:
        """Not sent yet: it is a draft again."""
        kept = self._store.messages.get(message)
        with self._steps.step("Back to draft", kept.people, Room.MESSAGES):
            self._store.messages.mark(message, MessageState.DRAFT)

    def changed_my_mind(self, message: MessageId) -> None:
        """It will not be sent: the draft goes (Ctrl+Z brings it back)."""
        kept = self._store.messages.get(message)
        with self._steps.step("Drop draft", kept.people, Room.MESSAGES):
            self._store.messages.drop(message)

    def log_sent(self, draft: Draft, *, needs_reply: bool = False, at: datetime | None = None) -> MessageId:
        """Something I said or wrote elsewhere: a mail, a call, a card. An open draft to them becomes this message."""
        at = at or self._now()
        waiting = self.draft_for(draft.person)
        is_this = waiting is not None and not draft.body and waiting.kind == draft.kind and not waiting.also
        known = waiting.id if waiting is not None and is_this else None
        with self._steps.step("Log", [draft.person], Room.MESSAGES):
            message = known or self._store.messages.save_draft(draft, at)
            self._store.messages.mark(message, MessageState.SENT)
            self._record_sent(draft.person, draft.kind, needs_reply, message, at)
            if draft.kind is f.OutKind.THANKS:
                self._record_thanks(self._store.messages.get(message), at)
        return message

    def log_reply(self, reply: Reply, at: datetime | None = None) -> MessageId:
        """What they answered. "Please do not contact me" closes writing in the same step.

        Who proposes times of their own, or asks for others, does not take any of those that were offered.
        """
        at = at or self._now()
        with self._steps.step("Log answer", [reply.person], Room.MESSAGES, Room.PEOPLE, Room.SCHEDULE):
            message = self._store.messages.receive(reply, at)
            self._store.facts.record(
                f.Received(pid="", kind=reply.kind, ask_again_on=reply.ask_again_on, return_on=reply.return_on, at=at),
                reply.person,
                message=message,
            )
            if reply.kind is f.InKind.DO_NOT_CONTACT:
                settle_status(self._steps, reply.person, at)
            if reply.kind in (f.InKind.SLOTS, f.InKind.ANOTHER_TIME):
                offered = open_offers(self._store.offered_times.of(reply.person), self._now())
                self._store.offered_times.mark([offer.id for offer in offered], OfferState.DECLINED)
        return message

    def withdraw(self, person: PersonId, at: datetime | None = None) -> None:
        """Let it go, kindly."""
        with self._steps.step("Let it go", [person], Room.MESSAGES):
            self._store.facts.record(f.Withdrawn(pid="", at=at or self._now()), person)

    def _tell_of(self, person: PersonId) -> None:
        self._steps.announce(Changed(frozenset({Room.MESSAGES}), frozenset({person})))

    def _record_sent(
        self, person: PersonId, kind: f.OutKind, needs_reply: bool, message: MessageId, at: datetime
    ) -> None:
        self._store.facts.record(f.Sent(pid="", kind=kind, needs_reply=needs_reply, at=at), person, message=message)

    def _record_thanks(self, message: Message, at: datetime) -> None:
        """A thank-you settles the occasion it answers: the meeting it is about, or what its reminder named."""
        occasion = subject_of(message.reminder).meeting
        meeting = message.meeting or self._store.meetings.id_of(occasion)
        if meeting is not None or occasion:
            how = f.ThanksHow(message.channel.value)
            fact = f.Thanked(mid=occasion, pids=(), how=how, forced=True, at=at)
            for person in message.people:
                self._store.facts.record(fact, person, meeting=meeting)

    def _now(self) -> datetime:
        return self._steps.clock.now()
