"""Meetings on disk. How one stands (times, state, sequence) is derived from its facts and kept in its row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.meetings import (
    Consent,
    Meeting,
    MeetingId,
    MeetingKind,
    MeetingNotes,
    MeetingPlan,
    MeetingState,
    Question,
)
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database, Row
from otnet_desktop.store.meeting_times import OVERLAPPING, overlap
from otnet_desktop.store.rows import instant, listed, seconds, texts

STANDING = {
    "agreed": MeetingState.PLANNED,
    "moved": MeetingState.PLANNED,
    "encounter": MeetingState.HELD,
}


class Meetings:
    """Adds, reads and changes meetings and what was noted in them."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, ref: str, uid: str, plan: MeetingPlan) -> MeetingId:
        """Write a new meeting and who takes part; the fact that it was agreed is recorded beside it."""
        number = MeetingId(int(self._db.run(t.Meeting.insert(ref=ref, uid=uid, **plan_columns(plan)))))
        self.invite(number, plan.people)
        return number

    def invite(self, meeting: MeetingId, people: Sequence[PersonId]) -> None:
        """Add people to a meeting."""
        for person in people:
            self._db.run(t.Attendee.insert(meeting_id=meeting, person_id=person).on_conflict_ignore())

    def take_out(self, meeting: MeetingId, people: Sequence[PersonId]) -> None:
        """These take no part: the meeting was never theirs."""
        for person in people:
            self._db.run(t.Attendee.delete().where(t.Attendee.meeting_id == meeting, t.Attendee.person_id == person))
            joined = (t.Fact.type == "joined", t.Fact.meeting_id == meeting, t.Fact.person_id == person)
            self._db.run(t.Fact.delete().where(*joined))

    def edit(self, meeting: MeetingId, plan: MeetingPlan) -> None:
        """Change title, place, link and the like. Times change only by the fact that it was moved."""
        columns = plan_columns(plan)
        del columns["start_at"], columns["end_at"]
        self._db.run(t.Meeting.update(**columns).where(t.Meeting.id == meeting))

    def keep(self, meeting: MeetingId, kept: MeetingNotes) -> None:
        """Save what was noted, asked and answered."""
        self._db.run(
            t.Meeting.update(
                notes=kept.notes,
                consent=kept.consent.value,
                takeaways=listed(kept.takeaways),
            ).where(t.Meeting.id == meeting)
        )
        if kept.questions != self._questions([meeting]).get(meeting, ()):
            self._db.run(t.Question.delete().where(t.Question.meeting_id == meeting))
            for position, question in enumerate(kept.questions):
                self._db.run(
                    t.Question.insert(
                        meeting_id=meeting,
                        position=position,
                        text=question.text,
                        asked=int(question.asked),
                        answer=question.answer,
                    )
                )

    def settle(self, meeting: MeetingId) -> None:
        """Derive times, state and sequence again from the facts and keep them in the row, where it says otherwise."""
        standing = self.standing(meeting)
        if not standing:
            return
        kept = self._db.sql(f"SELECT {', '.join(standing)} FROM meeting WHERE id = ?", (meeting,)).fetchone()
        if kept != tuple(standing.values()):
            self._db.run(t.Meeting.update(**standing).where(t.Meeting.id == meeting))

    def standing(self, meeting: MeetingId) -> dict[str, int | str]:
        """What the facts say: ``start_at``, ``end_at``, ``state``, ``sequence``; empty when there is no fact yet."""
        told: dict[str, int | str] = {}
        changes = -1
        rows = self._db.sql(
            "SELECT type, data FROM fact WHERE meeting_id = ? AND type IN "
            "('agreed', 'moved', 'cancelled', 'outcome', 'encounter') ORDER BY at, id",
            (meeting,),
        )
        for kind, packed in rows:
            data = json.loads(packed)
            if kind in ("agreed", "moved"):
                told |= {"start_at": data["start"], "end_at": data["end"]}
            if kind in ("agreed", "moved", "cancelled", "encounter"):
                changes += 1
            told["state"] = state_of(kind, data).value
            told["sequence"] = changes
        return told

    def get(self, meeting: MeetingId) -> Meeting:
        """One meeting. Raises NotFound."""
        found = self._read("WHERE id = ?", (meeting,))
        if not found:
            raise NotFound("That meeting is not here any more.", "Perhaps the change was undone: press Ctrl+Z again.")
        return found[0]

    def id_of(self, ref: str) -> MeetingId | None:
        """The id behind a ref."""
        row = self._db.row(t.Meeting.select(t.Meeting.id).where(t.Meeting.ref == ref))
        return MeetingId(row["id"]) if row else None

    def of(self, person: PersonId) -> list[Meeting]:
        """Everything one person took or will take part in, earliest first."""
        return self._read("WHERE id IN (SELECT meeting_id FROM attendee WHERE person_id = ?)", (person,))

    def many(self, meetings: Sequence[MeetingId]) -> list[Meeting]:
        """Those of these that are here, earliest first."""
        return self._read("WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(meetings)),))

    def answered(self) -> list[Meeting]:
        """Meetings in which questions were answered, earliest first."""
        return self._read("WHERE id IN (SELECT meeting_id FROM question WHERE trim(answer) <> '')", ())

    def mentoring(self) -> list[Meeting]:
        """Meetings that took place and count as mentoring, earliest first."""
        return self._read("WHERE state = 'held' AND is_mentoring", ())

    def between(self, start: datetime, end: datetime) -> list[Meeting]:
        """Meetings that overlap a span of time, earliest first."""
        return self._read(f"WHERE {OVERLAPPING}", overlap(start, end))

    def _read(self, where: str, parameters: tuple[int | str, ...]) -> list[Meeting]:
        rows = self._db.select(f"SELECT * FROM meeting {where} ORDER BY start_at, id", parameters)
        ids = [row["id"] for row in rows]
        people: dict[int, list[PersonId]] = {}
        for meeting, person in self._db.sql(ATTENDEES, (json.dumps(ids),)):
            people.setdefault(meeting, []).append(PersonId(person))
        questions = self._questions(ids)
        absent = self._absent(ids)
        return [
            meeting_value(
                row, tuple(people.get(row["id"], ())), questions.get(row["id"], ()), absent.get(row["id"], ())
            )
            for row in rows
        ]

    def _questions(self, meetings: Sequence[int]) -> dict[int, tuple[Question, ...]]:
        found: dict[int, tuple[Question, ...]] = {}
        for meeting, text, asked, answer in self._db.sql(QUESTIONS, (json.dumps(list(meetings)),)):
            found[meeting] = (*found.get(meeting, ()), Question(text, bool(asked), answer))
        return found

    def _absent(self, meetings: Sequence[int]) -> dict[int, tuple[PersonId, ...]]:
        return {
            meeting: tuple(PersonId(person) for person in json.loads(packed)["absent"])
            for meeting, packed in self._db.sql(OUTCOMES, (json.dumps(list(meetings)),))
        }


ASKED = "meeting_id IN (SELECT value FROM json_each(?))"
ATTENDEES = f"SELECT meeting_id, person_id FROM attendee WHERE {ASKED} ORDER BY id"
QUESTIONS = f"SELECT meeting_id, text, asked, answer FROM question WHERE {ASKED} ORDER BY meeting_id, position"
OUTCOMES = f"SELECT meeting_id, data FROM fact WHERE {ASKED} AND type = 'outcome' ORDER BY at, id"


def state_of(kind: str, data: dict[str, str]) -> MeetingState:
    """The state a meeting has after a fact."""
    if kind == "cancelled":
        return MeetingState.CANCELLED_BY_ME if data["by"] == "me" else MeetingState.CANCELLED_BY_THEM
    if kind == "outcome":
        return MeetingState(data["outcome"])
    return STANDING[kind]


def plan_columns(plan: MeetingPlan) -> dict[str, int | str]:
    """The columns of ``meeting`` that hold what was agreed."""
    return {
        "kind": plan.kind.value,
        "title": plan.title,
        "place": plan.place,
        "link": plan.link,
        "event": plan.event,
        "format": plan.format.value,
        "start_at": seconds(plan.start),
        "end_at": seconds(plan.end),
        "zone": plan.zone,
        "their_zone": plan.their_zone,
        "is_mentoring": int(plan.is_mentoring),
    }


def meeting_value(
    row: Row, people: tuple[PersonId, ...], questions: tuple[Question, ...], absent: tuple[PersonId, ...]
) -> Meeting:
    """A row of ``meeting`` and its parts as a value."""
    return Meeting(
        id=MeetingId(row["id"]),
        ref=row["ref"],
        uid=row["uid"],
        sequence=row["sequence"],
        state=MeetingState(row["state"]),
        plan=MeetingPlan(
            people=people,
            start=instant(row["start_at"]),
            end=instant(row["end_at"]),
            format=MeetingFormat(row["format"]),
            title=row["title"],
            place=row["place"],
            link=row["link"],
            zone=row["zone"],
            their_zone=row["their_zone"],
            kind=MeetingKind(row["kind"]),
            event=row["event"],
            is_mentoring=bool(row["is_mentoring"]),
        ),
        kept=MeetingNotes(
            notes=row["notes"],
            consent=Consent(row["consent"]),
            takeaways=texts(row["takeaways"]),
            questions=questions,
        ),
        absent=absent,
    )
