"""Any sequence of changes, undo, redo and restarts: the content is always exactly what it was at that point."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.meetings import MeetingId, MeetingNotes, Question
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, PersonId, Status
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store
from tests.factories import NOW, plan, profile

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PICK = st.integers(0, 20)


class Sequences(RuleBasedStateMachine):
    """Compares the content with what it was when the same steps were in force."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.open(self.folder)
        self.done: list[tuple[int | None, str]] = [(None, content_hash(self.store.database))]
        self.undone: list[tuple[int | None, str]] = []
        self.made = 0

    def teardown(self) -> None:
        assert self.store.check.in_search() == []
        assert self.store.check.in_journal() == []
        assert self.store.check.in_people() == []
        assert self.store.check.in_file() == []
        self.store.close()
        shutil.rmtree(self.folder)

    @invariant()
    def content_is_what_it_was(self) -> None:
        assert (self.store.journal.last_step(), content_hash(self.store.database)) == self.done[-1]

    def ref(self) -> str:
        self.made += 1
        return f"r{self.made}"

    def person(self, pick: int) -> PersonId | None:
        everyone = self.store.people.everyone()
        return everyone[pick % len(everyone)] if everyone else None

    def meeting(self, pick: int) -> MeetingId | None:
        meetings = [row[0] for row in self.store.database.sql("SELECT id FROM meeting ORDER BY id")]
        return meetings[pick % len(meetings)] if meetings else None

    def stepped(self) -> None:
        """Something may have been done: a new step, or more of the newest one."""
        now = self.store.journal.last_step(), content_hash(self.store.database)
        if now[0] == self.done[-1][0]:
            self.done[-1] = now
        else:
            self.done.append(now)
            self.undone.clear()

    @rule(names=st.lists(TEXTS, max_size=3), note=TEXTS)
    def add_people(self, names: list[str], note: str) -> None:
        photo = note.encode()
        newcomers = [NewPerson(self.ref(), profile(f"A{name}", note=note, photo=photo), (name,)) for name in names]
        with self.store.transaction("Add", NOW):
            self.store.people.add(newcomers, NOW)
        self.stepped()

    @rule(pick=PICK, place=TEXTS, address=TEXTS, keys=st.lists(TEXTS, max_size=2))
    def edit_person(self, pick: int, place: str, address: str, keys: list[str]) -> None:
        if person := self.person(pick):
            with self.store.transaction("Edit", NOW):
                changed = replace(
                    self.store.people.get(person).profile,
                    affiliations=(Affiliation(place, "OT"),) if place else (),
                    contact_points=(ContactPoint(ContactKind.EMAIL, address),),
                )
                self.store.people.save(person, changed, tuple(keys), NOW)
            self.stepped()

    @rule(pick=PICK, text=TEXTS, status=st.sampled_from(Status))
    def write_about(self, pick: int, text: str, status: Status) -> None:
        if person := self.person(pick):
            with self.store.transaction("Write", NOW):
                self.store.people.save_note(person, text, NOW)
                self.store.people.set_status(person, status, NOW)
                self.store.research.save_key_points(person, (KeyPoint(text),), NOW)
                self.store.research.save_purpose(person, Purpose("learn", text), NOW)
                self.store.messages.save_draft(Draft(person, f.OutKind.INTRO, body=text), NOW)
            self.stepped()

    @rule(pick=PICK)
    def remove_person(self, pick: int) -> None:
        if person := self.person(pick):
            with self.store.transaction("Delete", NOW):
                self.store.trash.take([person], NOW)
            self.stepped()

    @rule(pick=PICK)
    def restore_person(self, pick: int) -> None:
        if trash := self.store.trash.all():
            with self.store.transaction("Restore", NOW):
                self.store.trash.give_back([trash[pick % len(trash)].id])
            self.stepped()

    @rule(one=PICK, two=PICK, text=TEXTS)
    def meet(self, one: int, two: int, text: str) -> None:
        first, second = self.person(one), self.person(two)
        if first and second:
            ref = self.ref()
            with self.store.transaction("Meet", NOW):
                agreed = plan(*{first, second}, title=text)
                meeting = self.store.meetings.add(ref, ref, agreed)
                fact = f.MeetingAgreed(
                    mid="", pids=(), start=agreed.start, end=agreed.end, format=agreed.format, at=NOW
                )
                self.store.facts.record(fact, meeting=meeting)
                self.store.facts.record(f.Referred(by="", to="", at=NOW), first, other=second)
                self.store.promises.add(ref, first, f.Side.ME, text, None)
                self.store.opportunities.save(ref, text, first, None, [second])
            self.stepped()

    @rule(pick=PICK, text=TEXTS, held=st.booleans())
    def after_meeting(self, pick: int, text: str, held: bool) -> None:
        if meeting := self.meeting(pick):
            with self.store.transaction("Note", NOW):
                self.store.meetings.keep(meeting, MeetingNotes(text, takeaways=(text,), questions=(Question(text),)))
                if held:
                    outcome = f.OutcomeRecorded(mid="", outcome=f.MeetingOutcome.HELD, at=NOW)
                    self.store.facts.record(outcome, meeting=meeting)
                self.store.meetings.settle(meeting)
            self.stepped()

    @rule(pick=PICK, texts=st.lists(TEXTS, min_size=1, max_size=3))
    def a_sitting(self, pick: int, texts: list[str]) -> None:
        if person := self.person(pick):
            step = None
            for text in texts:
                with self.store.transaction("Sitting", NOW, step) as step:
                    self.store.people.save_note(person, text, NOW)
                self.stepped()

    @rule()
    def undo(self) -> None:
        undone = self.store.journal.undo(NOW)
        assert (undone is None) == (len(self.done) == 1)
        if undone:
            self.undone.append(self.done.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        assert self.store.journal.redo(NOW) is not None
        self.done.append(self.undone.pop())

    @precondition(lambda self: not self.undone)
    @rule()
    def redo_nothing(self) -> None:
        assert self.store.journal.redo(NOW) is None

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.folder)


TestSequences = Sequences.TestCase
TestSequences.settings = settings(max_examples=25, stateful_step_count=30)
