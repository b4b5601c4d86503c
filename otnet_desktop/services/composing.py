"""Writing to somebody: what to begin with, the draft as it is typed, and what "I sent it" settles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import NotAllowed, NotFound
from otnet_desktop.domain.keys import subject_of
from otnet_desktop.domain.letter_choice import GATEKEEPER, GROUP, TO_A_GROUP, kind_of, letter_for
from otnet_desktop.domain.letter_greetings import greet_anew, greeting_names
from otnet_desktop.domain.letter_values import Known, notes_of, values_of
from otnet_desktop.domain.letters import Filled, blank_sheet, fill
from otnet_desktop.domain.messages import Draft, Message, MessageId, MessageState
from otnet_desktop.domain.own_letters import ref_of
from otnet_desktop.domain.people import Person, PersonId
from otnet_desktop.domain.reminders import Kind, Reminder, Stage
from otnet_desktop.domain.research import GATED_PURPOSES, Purpose
from otnet_desktop.domain.rules.thanks import ledger
from otnet_desktop.exchange.eml import Attachment
from otnet_desktop.exchange.eml import draft as eml_draft
from otnet_desktop.services.letter_knowledge import LetterKnowledge
from otnet_desktop.services.material import Material
from otnet_desktop.services.meetings import MeetingsService
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.promises import PromisesService
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.private_files import written_where_asked

OPENS_A_CONVERSATION = frozenset({f.OutKind.REPLY, f.OutKind.APOLOGY, f.OutKind.OTHER})
"""Kinds that wait for an answer only if they ask something."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a sheet begins with: the draft that waits, or a letter filled with what is known.

    ``about`` is whom it is about (the reader, but for a note to one's coordinator); ``message`` is None until something
    was written. ``might_also`` are the others of a group whom the same letter could thank.
    """

    reader: Person
    about: PersonId
    letter: str
    draft: Draft
    stage: Stage
    message: MessageId | None = None
    state: MessageState = MessageState.DRAFT
    might_also: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft that was saved, and the sitting the next save may join."""

    message: MessageId
    sitting: int | None


class ComposingService:
    """Everything the composer asks; ``OutreachService`` does the rest."""

    def __init__(
        self,
        steps: Steps,
        material: Material,
        people: PeopleService,
        outreach: OutreachService,
        meetings: MeetingsService,
        promises: PromisesService,
        knowledge: LetterKnowledge,
    ) -> None:
        self._steps = steps
        self._store = steps.store
        self._material = material
        self._people = people
        self._outreach = outreach
        self._promises = promises
        self._meetings = meetings
        self._knowledge = knowledge

    def begin(
        self, person: PersonId, reminder: str = "", letter: str = "", translate: Callable[[str], str] = str
    ) -> Beginning:
        """Begin, or go on with a draft. Raises NotAllowed where writing is closed, NotFound without a coordinator.

        About a placement that nobody has asked the school for, the first letter is a note to the coordinator.
        """
        if letter == GATEKEEPER:
            return self._to_coordinator(person, translate)
        self._outreach.may_write(person)
        asked_by = self._store.outlooks.by_key(reminder) if reminder else None
        outlook = self._people.outlook(person)
        purpose = self._store.research.of(person).purpose
        kind, asks_first = (purpose.kind, self._asks_first(person, purpose)) if purpose else ("", False)
        again = next((reminder for reminder in outlook.active if reminder.kind is Kind.ASK_AGAIN), None)
        chosen = letter or letter_for(asked_by or again, outlook.stage, outlook.ball, kind, asks_first=asks_first)
        reader = self._people.get(person)
        waiting = self._waiting(
            person, asked_by, self._kind(chosen, outlook.stage), chosen, anything=not (reminder or letter)
        )
        if waiting is not None and (waiting.subject or waiting.body):
            return self.again(waiting, chosen)
        if chosen == GATEKEEPER:
            return self._to_coordinator(person, translate)
        draft = Draft(person, self._kind(chosen, outlook.stage), reminder=reminder)
        empty = waiting.id if waiting is not None else None
        return self.with_letter(Beginning(reader, person, chosen, draft, outlook.stage, empty), chosen, translate)

    def again(self, kept: Message, letter: str = "") -> Beginning:
        """The sheet as it was left, with that draft on it."""
        reader, stage = self._people.get(kept.person), self._people.outlook(kept.person).stage
        also = self._might_also(kept.draft)
        return Beginning(reader, reader.id, letter, kept.draft, stage, kept.id, kept.state, also)

    def with_letter(self, begun: Beginning, letter: str, translate: Callable[[str], str] = str) -> Beginning:
        """The same sheet with another letter on it; the text is that letter's, filled."""
        known = self._knowledge.of(begun.reader, begun.about, begun.draft.reminder, letter)
        others = self._knowledge.to_thank_too(known.meeting, begun.draft.person) if letter in TO_A_GROUP else []
        also = tuple(other for other in others if letter == GROUP or other.id in begun.draft.also)
        known = replace(known, readers=(known.reader, *(other.profile for other in also)))
        filled = self._filled(known, letter, translate)
        kind = self._kind(letter, begun.stage)
        thanked_for = known.meeting.id if known.meeting and kind is f.OutKind.THANKS else None
        draft = replace(begun.draft, kind=kind, subject=filled.subject, body=filled.body, meeting=thanked_for)
        draft = replace(draft, also=tuple(other.id for other in also))
        return replace(begun, letter=letter, draft=draft, might_also=tuple(others))

    def address(self, begun: Beginning, also: Sequence[PersonId]) -> Beginning:
        """The same letter to the reader and to these of the group; the greeting names them all."""
        draft = replace(begun.draft, also=tuple(also))
        before, after = (self._greeting(people) for people in (begun.draft.people, draft.people))
        return replace(begun, draft=replace(draft, body=greet_anew(draft.body, before, after)))

    def _greeting(self, people: Sequence[PersonId]) -> str:
        return greeting_names([self._people.get(person).profile for person in people])

    def _might_also(self, draft: Draft) -> tuple[Person, ...]:
        """Who else of the group may be thanked by the same letter, and who is already."""
        if draft.kind is not f.OutKind.THANKS or draft.meeting is None:
            return ()
        return tuple(self._knowledge.to_thank_too(self._meetings.get(draft.meeting), draft.person))

    def save(self, draft: Draft, message: MessageId | None, sitting: int | None = None) -> Kept:
        """Save what is being written. ``sitting`` joins the step of the save before. Raises NotAllowed."""
        for person in draft.people:
            self._outreach.may_write(person)
        with self._steps.step("Edit draft", draft.people, Room.MESSAGES, sitting=sitting) as step:
            saved = self._store.messages.save_draft(draft, self._steps.clock.now(), message)
        return Kept(saved, step)

    def save_late(self, draft: Draft, message: MessageId | None) -> Kept:
        """Save what was written a while ago. Raises NotFound or NotAllowed where its message is no draft any more."""
        if message is not None and self._store.messages.get(message).state is not MessageState.DRAFT:
            raise NotAllowed(
                "The letter was handed over before its last words could be saved.",
                "It stays as it was handed over; save a copy of those words.",
            )
        return self.save(draft, message)

    def sent(self, message: MessageId) -> None:
        """The user says: I sent it. That settles what it was written for, a promise kept with it included."""
        kept = self._store.messages.get(message)
        asks = f.OutKind(kept.kind) in OPENS_A_CONVERSATION and "?" in kept.body
        promise = subject_of(kept.reminder).promise if kept.reminder.startswith("PROMISE:") else ""
        if not promise:
            self._outreach.sent(message, needs_reply=asks)
            return
        with self._steps.together("Sent"):
            self._outreach.sent(message, needs_reply=asks)
            self._promises.keep(promise)

    def write_file(
        self, message: MessageId, to: Sequence[tuple[str, str]], file: Path, attached: Attachment | None = None
    ) -> None:
        """Write it as a draft for mail programs, to people given as (name, address). Raises BadInput."""
        kept = self._store.messages.get(message)
        letter = eml_draft(to, kept.subject, kept.body, attached)
        with written_where_asked(file) as out:
            out.write(letter)

    def thanked_before(self, begun: Beginning) -> bool:
        """Whether this would be a second thank-you for the same meeting, however the first was given."""
        meeting = begun.draft.meeting
        if begun.draft.kind is not f.OutKind.THANKS or meeting is None:
            return False
        given = ledger(self._store.facts.of_kind(f.Thanked, [begun.draft.person]))
        return (self._meetings.get(meeting).ref, begun.reader.ref) in given

    def values(self, person: PersonId) -> dict[str, str]:
        """What the gaps of any letter to somebody would be filled with; "" for what is not known."""
        return values_of(self._knowledge.of(self._people.get(person), person, "", ""))

    def _kind(self, letter: str, stage: Stage) -> f.OutKind:
        own = self._store.letters.get(ref_of(letter))
        return own.kind if own else kind_of(letter, stage)

    def _asks_first(self, person: PersonId, purpose: Purpose) -> bool:
        """Nobody has asked the school yet, and there is somebody else to ask. Once asked, one may write meanwhile."""
        if purpose.kind not in GATED_PURPOSES or purpose.gate is not f.Gate.OPEN:
            return False
        first = [coordinator.id for coordinator in self._knowledge.asked_first(person)]
        return bool(first) and person not in first

    def _to_coordinator(self, about: PersonId, translate: Callable[[str], str]) -> Beginning:
        coordinators = self._knowledge.asked_first(about)
        if not coordinators:
            raise NotFound(
                "Your coordinator is not among your people yet.",
                "Add them with the role of a fieldwork coordinator; then this note is ready.",
            )
        reader = coordinators[0]
        self._outreach.may_write(reader.id)
        stage = self._people.outlook(reader.id).stage
        begun = Beginning(reader, about, GATEKEEPER, Draft(reader.id, kind_of(GATEKEEPER)), stage)
        return self.with_letter(begun, GATEKEEPER, translate)

    def _waiting(
        self, person: PersonId, reminder: Reminder | None, kind: f.OutKind, chosen: str, *, anything: bool
    ) -> Message | None:
        """The draft to go on with: any, where nothing in particular was asked for; else one for the same thing."""
        waiting = self._outreach.draft_for(person)
        if waiting is None or anything or (reminder is not None and reminder.kind is Kind.STALE_DRAFT):
            return waiting
        return waiting if waiting.kind == kind.value and (chosen != GROUP or waiting.also) else None

    def _filled(self, known: Known, letter: str, translate: Callable[[str], str]) -> Filled:
        own = self._store.letters.get(ref_of(letter))
        template = own.letter if own else self._material.letters.get(letter)
        if template is None:
            return blank_sheet(values_of(known), translate)
        return fill(template, values_of(known), translate, notes_of(known))
