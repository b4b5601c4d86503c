"""Makes the populated data file of the newest schema that is kept here for ever: ``python -m tests.history.make``.

To be run once when a schema is released; afterwards the files of that schema are never made again.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from datetime import date, timedelta
from pathlib import Path

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.meetings import MeetingId, MeetingNotes, Question
from otnet_desktop.domain.messages import Draft, MessageState, Reply
from otnet_desktop.domain.people import Affiliation, PersonId, Status
from otnet_desktop.domain.reminders import Kind, Outlook, Reminder, Stage
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.organisations import Organisation
from otnet_desktop.store.passport import FILE_NAME, HEAD
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, profile, school_ot

HERE = Path(__file__).parent
DAY = date(2026, 4, 1)


def fill(store: Store) -> None:
    """At least one row in every table, and steps done, undone and undone again."""
    with store.transaction("Add", NOW):
        ann = add_person(store, school_ot(), "renata", "email:renata@larchmont.example")
        bo = add_person(
            store, profile("Bo Ek", affiliations=(Affiliation("Clinic", until=DAY),), foreign=("X-A:1",)), "bo"
        )
        cid = add_person(store, "Cid 山田", "cid")
        dee = add_person(store, "Dee Roe", "dee")
    with store.transaction("Fill", NOW):
        store.organisations.add(Organisation("Clinic", "clinic", "clinic", city="Berlin", zone="Europe/Berlin"))
        research(store, ann)
        meeting = add_meeting(store, ann, bo, in_days=-3, title="Talk")
        kept = MeetingNotes("Notes", takeaways=("one",), questions=(Question("Why?", answer="So"),))
        store.meetings.keep(meeting, kept)
        absent = f.OutcomeRecorded(mid="", outcome=f.MeetingOutcome.HELD, absent=("bo",), at=NOW)
        store.facts.record(absent, meeting=meeting, absent={"bo": bo})
        store.meetings.settle(meeting)
        messages(store, ann, bo)
        promise = store.promises.add("c1", ann, f.Side.ME, "Send the guide", DAY)
        store.facts.record(f.PromiseMade(pid="", cid="", by=f.Side.ME, at=NOW), ann, promise=promise)
        opportunity = store.opportunities.save("o1", "Award", bo, DAY, [ann])
        store.facts.record(f.OpportunityNoted(oid="", state=f.OpportunityState.OPEN, at=NOW), opportunity=opportunity)
        store.facts.record(f.Referred(by="", to="", at=NOW), ann, other=cid)
    derived(store, ann)
    with store.transaction("Go on the journey", NOW):
        journey(store, ann, meeting)
    with store.transaction("Archive person", NOW):
        store.people.set_status(cid, Status.ARCHIVED, NOW)
    with store.transaction("Delete person", NOW):
        trash(store, dee)
        one_person(store, ann, bo)
        store.people.remove(dee)
    with store.transaction("Delete person", NOW):
        store.people.remove(bo)
    store.journal.undo(NOW)
    store.outlooks.save({bo: Outlook("bo", Stage.MET), ann: store.outlooks.of([ann])[ann]}, NOW)


def research(store: Store, person: PersonId) -> None:
    """Key points and a purpose."""
    store.research.save_key_points(person, (KeyPoint("Runs a club", "her page", "https://a.example", DAY),), NOW)
    store.research.save_purpose(person, Purpose("learn", "How she began"), NOW)


def messages(store: Store, person: PersonId, other: PersonId) -> None:
    """One sent, one answered, one to two people still a draft."""
    sent = store.messages.save_draft(Draft(person, f.OutKind.INTRO, "Hello", "Dear Renata"), NOW)
    store.messages.mark(sent, MessageState.SENT)
    store.facts.record(f.Sent(pid="", kind=f.OutKind.INTRO, needs_reply=True, at=NOW), person, message=sent)
    answer = store.messages.receive(Reply(person, f.InKind.YES, "Gladly"), NOW + timedelta(hours=2))
    store.facts.record(f.Received(pid="", kind=f.InKind.YES, at=NOW + timedelta(hours=2)), person, message=answer)
    store.messages.save_draft(Draft(person, f.OutKind.THANKS, "Thank you", also=(other,)), NOW)


def journey(store: Store, person: PersonId, meeting: MeetingId) -> None:
    """One row in every table of the second schema, as plain as its rooms may ever write them."""
    at = int(NOW.timestamp())
    (place,) = store.database.sql("SELECT min(id) FROM organisation").fetchone()
    rows: dict[str, dict[str, object]] = {
        "free_time": {"weekday": 2, "start_minute": 540, "end_minute": 720},
        "free_day": {"day": "2026-04-06"},
        "offered_time": {"person_id": person, "start_at": at, "end_at": at + 1200, "offered_at": at},
        "place_note": {"organisation_id": place, "body": "Quiet rooms", "reviewed_at": at},
        "place_point": {"organisation_id": place, "text": "Has a garden", "noted_at": at},
        "letter": {"ref": "l1", "title": "Mine", "body": "Dear {given}", "changed_at": at},
        "own_question": {"bank": "opening", "text": "What was your first week like?"},
        "own_word": {"list": "settings", "code": "farm", "label": "Care farm"},
        "tick": {"meeting_id": meeting, "checklist": "virtual", "item": "Test the link"},
        "cleared_words": {"digest": "d1"},
        "advice": {"person_id": person, "meeting_id": meeting, "text": "Join a group", "received_on": "2026-03-15"},
        "reflection": {"meeting_id": meeting, "liked": "The calm", "written_at": at},
        "fit": {"meeting_id": meeting, "setting": "school", "score": 4},
        "compass_mark": {"area": "Mental Health", "setting": "school", "mark": "curious"},
        "hours": {"day": "2026-03-15", "minutes": 60, "kind": "mentoring", "person_id": person},
    }
    for table, row in rows.items():
        marks = ", ".join("?" * len(row))
        store.database.sql(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


def trash(store: Store, person: PersonId) -> None:
    """One row in every table of the third schema's trash."""
    at = int(NOW.timestamp())
    (head,) = store.database.sql(
        "INSERT INTO trash (person_id, ref, name, deleted_at) SELECT id, ref, full_name, ? FROM person WHERE id = ? "
        "RETURNING id",
        (at, person),
    ).fetchone()
    store.database.sql(
        "INSERT INTO trash_row (trash_id, table_name, row_id, part, data) "
        "SELECT ?, 'person', id, 'own', json_object('id', id, 'ref', ref, 'full_name', full_name) FROM person "
        "WHERE id = ?",
        (head, person),
    )


def one_person(store: Store, person: PersonId, other: PersonId) -> None:
    """Two who are not one, and what was merged into one of them."""
    at = int(NOW.timestamp())
    store.database.sql("INSERT INTO not_same (one_id, other_id, said_at) VALUES (?, ?, ?)", (person, other, at))
    store.database.sql(
        "INSERT INTO merge_log (person_id, merged_at, kept, gone) VALUES (?, ?, '{}', '{}')", (person, at)
    )


def derived(store: Store, person: PersonId) -> None:
    """What is kept outside the journal."""
    thanks = Reminder("THANKS:m:renata", Kind.THANK_YOU, "renata", NOW, active=True, popups=(NOW,), values={"a": "b"})
    with store.transaction():
        store.outlooks.save({person: Outlook("renata", Stage.MET, reminders=(thanks,))}, NOW)
        store.preferences.set("preferences", {"zone": "Europe/Berlin"})
        store.notices.mark([("THANKS:m:renata", NOW)])
        store.notices.see(NOW)


def main() -> None:
    """Write the data file, packed, and what it must say after every later migration."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder))
        fill(store)
        told = {
            "rows": {name: store.database.sql(f"SELECT count(*) FROM {name}").fetchone()[0] for name in JOURNALED},
            "undo": store.journal.undo_title(),
            "redo": store.journal.redo_title(),
        }
        store.close()
        packed = gzip.compress((Path(folder) / FILE_NAME).read_bytes(), mtime=0)
    (HERE / f"schema_{HEAD}.db.gz").write_bytes(packed)
    (HERE / f"schema_{HEAD}.json").write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
