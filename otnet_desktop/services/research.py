"""Homework and intention: notes, key points and why one writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import Gate, JobMoved, MeetingFormat
from otnet_desktop.domain.meeting_length import usual_length
from otnet_desktop.domain.moves import Move, move_since
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import (
    GATED_PURPOSES,
    KEY_POINT_LENGTH,
    KEY_POINTS_MOST,
    KeyPoint,
    Purpose,
    PurposeState,
    Research,
)
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.services.steps import Steps

CHECKLIST = "research"
"""The list of ``resources/checklists`` that is about homework."""

INFORMATION = "setting_info"
"""The purpose of somebody who wants to learn about a setting and asks for nothing."""


class ResearchService:
    """What is known about a person, saved as it is typed."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def of(self, person: PersonId) -> Research:
        """Everything noted about one person."""
        return self._store.research.of(person)

    def save_notes(
        self, person: PersonId, notes: str, at: datetime | None = None, *, sitting: int | None = None
    ) -> int | None:
        """Keep the Markdown notes. What comes back, handed in as ``sitting``, joins the next save to this step."""
        with self._steps.step("Edit notes", [person], Room.RESEARCH, sitting=sitting, tells_facts=False) as step:
            self._store.people.save_note(person, notes, at or self._now())
        return step

    def add_key_point(self, person: PersonId, point: KeyPoint, at: datetime | None = None) -> None:
        """Note one thing worth knowing."""
        self.save_key_points(person, (*self.of(person).key_points, point), at)

    def save_key_points(self, person: PersonId, points: tuple[KeyPoint, ...], at: datetime | None = None) -> None:
        """Keep these key points in this order. Raises BadInput beyond five, or for one that is empty or too long."""
        check_points(points)
        with self._steps.step("Edit key points", [person], Room.RESEARCH):
            self._store.research.save_key_points(person, points, at or self._now())

    def still_right(self, person: PersonId) -> None:
        """What is noted was looked at again; it counts as fresh from now on."""
        with self._steps.step("Look again", [person], Room.RESEARCH):
            self._store.research.mark_reviewed(person, self._now())

    def save_purpose(
        self, person: PersonId, purpose: Purpose, at: datetime | None = None, *, sitting: int | None = None
    ) -> int | None:
        """Keep a purpose as it is told. A new open one drops no earlier one. ``sitting`` is that of ``save_notes``."""
        with self._steps.step("Edit purpose", [person], Room.RESEARCH, sitting=sitting) as step:
            self._store.research.save_purpose(person, purpose, at or self._now())
        return step

    def say_why(self, person: PersonId, kind: str) -> None:
        """Choose the kind of the purpose that counts now, or begin one. Another kind asks the gatekeeper anew."""
        purpose = self.of(person).purpose or Purpose(kind)
        if purpose.id and purpose.kind == kind:
            return
        gate = Gate.OPEN if kind in GATED_PURPOSES else Gate.NOT_NEEDED
        self.save_purpose(person, replace(purpose, kind=kind, gate=gate, gate_on=None))

    def say_what(self, person: PersonId, statement: str, *, sitting: int | None = None) -> int | None:
        """Write down what one hopes to learn, for the purpose that counts now or a new one of no kind yet."""
        purpose = self.of(person).purpose or Purpose("")
        return self.save_purpose(person, replace(purpose, statement=statement), sitting=sitting)

    def close_purpose(self, person: PersonId, purpose: Purpose, state: PurposeState) -> None:
        """A purpose was met or dropped."""
        self.save_purpose(person, replace(purpose, state=state))

    def add_purpose(self, person: PersonId, kind: str) -> None:
        """Begin another purpose, which counts from now on. What was open stays open, below."""
        self.save_purpose(person, Purpose(kind, gate=Gate.OPEN if kind in GATED_PURPOSES else Gate.NOT_NEEDED))

    def begin_again(self, person: PersonId, purpose: Purpose) -> None:
        """A purpose that was closed, or open below another, counts again."""
        with self._steps.step("Take up purpose", [person], Room.RESEARCH):
            self._store.research.begin_again(purpose.id, self._now())

    def length_for(self, people: Sequence[PersonId], form: MeetingFormat) -> timedelta:
        """How long a meeting to ask for: by the purpose with the first person."""
        purpose = self.of(people[0]).purpose if people else None
        return usual_length(purpose.kind if purpose else "", form)

    def purpose_of(self, ref: str) -> Purpose | None:
        """The purpose that counts for somebody, by the ref the rules speak; none for nobody."""
        person = self._store.people.id_of(ref) if ref else None
        return self.of(person).purpose if person is not None else None

    def moved_since_looked(self, person: PersonId) -> Move | None:
        """Their change of jobs since the homework about them was last looked at."""
        looked = self.of(person).reviewed_at
        if looked is None:
            return None
        moves = [fact.at for fact in self._store.facts.of_kind(JobMoved, [person])]
        day = looked.astimezone(self._steps.timing().zone).date()
        return move_since(self._store.people.get(person).profile, day, told=max(moves, default=looked) > looked)

    def ticked(self, person: PersonId) -> frozenset[str]:
        """Which items of the research checklist are ticked for somebody."""
        return self._store.research.ticked(person, CHECKLIST)

    def tick(self, person: PersonId, item: str, done: bool) -> None:
        """Tick an item of the research checklist, or take the tick away."""
        with self._steps.step("Tick" if done else "Take away a tick", [person], Room.RESEARCH, tells_facts=False):
            self._store.research.tick(person, CHECKLIST, item, done)

    def answer_gate(self, person: PersonId, purpose: Purpose, gate: Gate, on: date | None = None) -> None:
        """Say how it stands with the school's gatekeeper, as of ``on`` (today)."""
        self.save_purpose(person, replace(purpose, gate=gate, gate_on=on or self._today()))

    def only_for_information(self, person: PersonId, purpose: Purpose) -> None:
        """No placement is asked for after all: from now on it is about the setting, and nobody need be asked."""
        self.save_purpose(person, replace(purpose, kind=INFORMATION, gate=Gate.NOT_NEEDED, gate_on=None))

    def _today(self) -> date:
        return self._now().astimezone(self._steps.timing().zone).date()

    def _now(self) -> datetime:
        return self._steps.clock.now()


def check_points(points: tuple[KeyPoint, ...]) -> None:
    """Raises BadInput beyond five, or for one that is empty or too long."""
    if len(points) > KEY_POINTS_MOST:
        raise BadInput("Five key points are the most.", "Three are enough: it is time to write.")
    for point in points:
        if not point.text.strip():
            raise BadInput("This key point is empty.", "Write one short sentence, or remove it.")
        if len(point.text) > KEY_POINT_LENGTH:
            raise BadInput(
                sentence(
                    "A key point has at most {key_point_length} characters; this one has {text}.",
                    key_point_length=KEY_POINT_LENGTH,
                    text=len(point.text),
                ),
                "Keep the core here and the rest in the notes.",
            )
