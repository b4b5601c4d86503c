"""Every kind of damage is found and named; what can be derived is mended, and the rest is left for a backup."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from otnet_desktop.domain.meetings import MeetingNotes, MeetingPlan
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.backup_files import Reason, note_path
from tests.factories import NOW, school_ot
from tests.services.clocks import BOSTON, SettableClock
from tests.store.keys import quick_key

Plant = Callable[[Workspace], None]


class Damage(NamedTuple):
    plant: Plant
    said: str
    mends: bool = True


def sql(*statements: str) -> Plant:
    def plant(workspace: Workspace) -> None:
        for statement in ("PRAGMA foreign_keys = OFF", *statements):
            workspace.store.database.sql(statement)

    return plant


def folder(workspace: Workspace) -> Path:
    return workspace.store.database.path.parent


def newest(workspace: Workspace) -> Path:
    return workspace.store.backups.all()[0].path


def opened_to_others(workspace: Workspace) -> None:
    newest(workspace).chmod(0o644)


def open_folder(workspace: Workspace) -> None:
    folder(workspace).chmod(0o755)


def open_data(workspace: Workspace) -> None:
    workspace.store.database.path.chmod(0o640)


def half_made(workspace: Workspace) -> None:
    left = folder(workspace) / ".otnet-abc.part"
    left.write_bytes(b"half")
    old = (workspace.clock.now() - timedelta(hours=2)).timestamp()
    os.utime(left, (old, old))


def half_restored(workspace: Workspace) -> None:
    left = folder(workspace) / "otnet.db.restoring"
    left.write_bytes(b"half")
    old = (workspace.clock.now() - timedelta(hours=2)).timestamp()
    os.utime(left, (old, old))


def lost_note(workspace: Workspace) -> None:
    (folder(workspace) / "backups" / "otnet-20260101-101500-daily.db.json").write_text("{}")


def note_gone(workspace: Workspace) -> None:
    note_path(newest(workspace)).unlink()


def note_miscounts(workspace: Workspace) -> None:
    note = note_path(newest(workspace))
    note.write_text(json.dumps(json.loads(note.read_text()) | {"people": 60}))


def backup_spoilt(workspace: Workspace) -> None:
    with newest(workspace).open("r+b") as file:
        file.seek(5000)
        file.write(b"\xff" * 200)


def backup_cut(workspace: Workspace) -> None:
    newest(workspace).write_bytes(newest(workspace).read_bytes()[:-4096])


DAMAGES = {
    "dangling row": Damage(
        sql("INSERT INTO promise (ref, person_id, by) VALUES ('c', 99, 'me')"), "of promise points to", mends=False
    ),
    "search index of people": Damage(
        sql("INSERT INTO find_people (find_people) VALUES ('delete-all')"), "The search index of names"
    ),
    "search index of words": Damage(sql("DELETE FROM find_words_data WHERE id > 10"), "The search index of notes"),
    "search table gone": Damage(sql("DROP TABLE find_people"), "The table find_people is missing."),
    "outlook": Damage(sql("UPDATE outlook SET stage = 'idea'"), "do not follow from the facts"),
    "reminders": Damage(sql("DELETE FROM reminder"), "do not follow from the facts"),
    "headline": Damage(sql("UPDATE person SET headline = 'Plumber'"), "What is derived about"),
    "meeting": Damage(sql("UPDATE meeting SET state = 'canceled'"), "do not follow from its facts"),
    "journal's trigger": Damage(sql("DROP TRIGGER journal_fact_delete"), "Changes are not written down any more"),
    "search's trigger": Damage(sql("DROP TRIGGER {search}"), "The trigger {search} is missing."),
    "trigger changed": Damage(
        sql(
            "DROP TRIGGER journal_fact_delete",
            "CREATE TRIGGER journal_fact_delete AFTER DELETE ON fact BEGIN SELECT 1; END",
        ),
        "The trigger journal_fact_delete is not as it should be.",
    ),
    "foreign trigger": Damage(
        sql("CREATE TRIGGER theirs AFTER DELETE ON fact BEGIN SELECT 1; END"), "The trigger theirs does not belong"
    ),
    "index": Damage(sql("DROP INDEX person_sort"), "The index person_sort is missing."),
    "table gone": Damage(sql("DROP TABLE own_word"), "The table own_word is missing.", mends=False),
    "undo": Damage(sql("DELETE FROM journal"), "cannot be taken back", mends=False),
    "backup readable by others": Damage(opened_to_others, "can be read by others"),
    "folder readable by others": Damage(open_folder, "can be read by others"),
    "data readable by others": Damage(open_data, "otnet.db can be read by others"),
    "half made": Damage(half_made, ".otnet-abc.part was left half made."),
    "half restored": Damage(half_restored, "otnet.db.restoring was left half made."),
    "note without its backup": Damage(lost_note, "has lost its backup"),
    "backup without its note": Damage(note_gone, "The note with its SHA-256 is missing."),
    "wrong count": Damage(note_miscounts, "its note tells of 60 people, and 1 are in it."),
    "damaged backup": Damage(backup_spoilt, "SHA-256 differs", mends=False),
    "backup cut short": Damage(backup_cut, "It is damaged", mends=False),
}


@pytest.fixture(params=[None, quick_key()], ids=["plain", "protected"])
def whole(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """Somebody, met three days ago, and a backup."""
    workspace = open_workspace(tmp_path / "data", SettableClock(NOW), lambda: BOSTON, key=request.param)
    person = workspace.people.add(school_ot(), ref="renata").id
    ends = workspace.clock.now() - timedelta(hours=3)
    meeting = workspace.meetings.held(MeetingPlan((person,), ends - timedelta(minutes=30), ends))
    workspace.meetings.keep(meeting.id, MeetingNotes(notes="The sensory path"))
    workspace.store.backups.make(Reason.DAILY, NOW)
    assert workspace.care.check() == []
    yield workspace
    workspace.close()


@pytest.mark.parametrize("kind", DAMAGES)
def test_it_is_named_and_mended_if_it_can_be(whole: Workspace, kind: str) -> None:
    plant, said, mends = DAMAGES[kind]
    names = [row[0] for row in whole.store.database.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    search = next(name for name in sorted(names) if not name.startswith("journal_"))
    if "{search}" in said:
        said, plant = said.replace("{search}", search), sql(f"DROP TRIGGER {search}")
    plant(whole)
    found = whole.care.check()
    assert any(said in finding for finding in found), found
    left = whole.care.check(repair=True)
    assert (left == []) is mends, left
    if not mends:
        assert any(said in finding for finding in left), left


def test_what_somebody_is_at_work_on_is_left_alone(whole: Workspace) -> None:
    young = folder(whole) / ".otnet-abc.part"
    young.write_bytes(b"half")
    moment = whole.clock.now().timestamp()
    os.utime(young, (moment, moment))
    assert whole.care.check(repair=True) == []
    assert young.exists()


def test_data_are_the_same_after_mending(whole: Workspace) -> None:
    before = [tuple(row) for row in whole.store.database.sql("SELECT * FROM fact").fetchall()]
    whole.store.database.sql("DROP INDEX person_sort")
    whole.store.database.sql("DROP TABLE find_words")
    whole.care.check(repair=True)
    assert [tuple(row) for row in whole.store.database.sql("SELECT * FROM fact").fetchall()] == before
    assert whole.store.search.search("sensory")
