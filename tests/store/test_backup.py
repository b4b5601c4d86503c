"""Backups: verified before they are called so, thinned over time, indifferent to a clock that is wrong."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import DataDamaged, NotSaved
from otnet_desktop.store import backup_files as files
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import Note, Reason
from otnet_desktop.store.keys import Key
from otnet_desktop.store.passport import HEAD
from otnet_desktop.store.private_files import write_private
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, school_ot
from tests.store.keys import quick_key
from tests.store.spoiling import spoil_table


def placed(backups: Backups, at: datetime, reason: Reason = Reason.DAILY) -> Path:
    """A backup that was made then, for tests in which only its date matters."""
    path = backups.folder / f"otnet-{at.strftime(files.STAMP)}-{reason.value}.db"
    write_private(path, b"")
    files.write_note(path, Note("", 0, 1, "0-0", 0))
    return path


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """A folder for backups without any data."""
    (tmp_path / "backups").mkdir()
    return Backups(tmp_path / "otnet.db")


def test_a_backup_holds_everything_and_says_what_it_is(store: Store) -> None:
    add_person(store, school_ot(), "renata")
    made = store.backups.make(Reason.ASKED, NOW)
    assert made.path.name == "otnet-20260318-100000-asked.db"
    assert store.backups.all() == [made]
    assert store.backups.verify(made) == ""
    assert made.note is not None
    assert (made.people, made.note.schema, made.note.bytes) == (1, HEAD, made.path.stat().st_size)
    told = json.loads(files.note_path(made.path).read_text())
    assert told["sha256"] == files.hash_of(made.path)
    with sqlite3.connect(f"file:{made.path}?mode=ro&immutable=1", uri=True) as copy:
        assert copy.execute("SELECT ref FROM person").fetchall() == [("renata",)]
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    copy.close()


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_only_the_owner_may_read_a_backup(store: Store) -> None:
    before = os.umask(0)
    try:
        store.backups.make(Reason.DAILY, NOW)
    finally:
        os.umask(before)
    assert store.backups.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in store.backups.folder.iterdir()} == {0o600}


def test_what_is_not_committed_yet_is_not_in_it_and_nobody_waits(store: Store) -> None:
    add_person(store, "Ann")
    with store.transaction():
        store.database.sql("UPDATE person SET given = 'Half'")
        made = store.backups.make(Reason.DAILY, NOW)
    with sqlite3.connect(made.path) as copy:
        assert copy.execute("SELECT given FROM person").fetchone() == ("Ann",)
    copy.close()


def test_two_in_one_second_have_two_names(store: Store) -> None:
    paths = {store.backups.make(Reason.ASKED, NOW).path.name for _ in range(3)}
    assert len(paths) == 3
    assert len(store.backups.all()) == 3


@pytest.mark.parametrize("spoil", ["change a byte", "cut it", "lose the note", "lose the file"])
def test_a_spoilt_backup_is_recognised(store: Store, spoil: str) -> None:
    add_person(store, school_ot())
    made = store.backups.make(Reason.DAILY, NOW)
    content = bytearray(made.path.read_bytes())
    match spoil:
        case "change a byte":
            content[len(content) // 2] ^= 1
            made.path.write_bytes(content)
        case "cut it":
            made.path.write_bytes(content[:-4096])
        case "lose the note":
            files.note_path(made.path).unlink()
        case _:
            made.path.unlink()
    told = store.backups.all()
    assert [store.backups.verify(backup) != "" for backup in told] == ([] if spoil == "lose the file" else [True])


def test_a_backup_of_damaged_data_is_none_and_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "trouble_inside", lambda _connection: "It is damaged (page 7).")
    with pytest.raises(DataDamaged, match="page 7"):
        store.backups.make(Reason.DAILY, NOW)
    assert list(store.backups.folder.iterdir()) == []


@pytest.mark.parametrize("key", [None, quick_key()], ids=["plain", "protected"])
def test_where_a_page_of_the_data_is_spoilt_that_is_said_of_the_data(tmp_path: Path, key: Key | None) -> None:
    store = Store.open(tmp_path, key)
    add_person(store, "Ann")
    good = store.backups.make(Reason.ASKED, NOW)
    store.close()
    spoil_table(tmp_path / "otnet.db", key)
    store = Store.open(tmp_path, key)
    with pytest.raises(DataDamaged, match="not whole any more"):
        store.backups.make(Reason.DAILY, NOW + timedelta(days=1))
    assert store.backups.all() == [good]
    assert len(list(store.backups.folder.iterdir())) == 2
    store.close()


def test_a_copy_that_was_spoilt_on_its_way_is_no_fault_of_the_data(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = iter(["It is damaged (page 7).", ""])
    monkeypatch.setattr(files, "trouble_inside", lambda _connection: next(looked))
    with pytest.raises(NotSaved, match="page 7"):
        store.backups.make(Reason.DAILY, NOW)


def test_one_that_was_cut_short_or_lost_its_note_pushes_no_good_one_out(backups: Backups) -> None:
    good = placed(backups, NOW - timedelta(hours=3))
    cut, noteless = placed(backups, NOW - timedelta(hours=2)), placed(backups, NOW - timedelta(hours=1))
    cut.write_bytes(b"longer than noted")
    files.note_path(noteless).unlink()
    backups.thin(NOW)
    assert good in {backup.path for backup in backups.all()}


def test_what_is_spared_stays_whatever_the_rules_say(backups: Backups) -> None:
    older, newer = placed(backups, NOW - timedelta(hours=2)), placed(backups, NOW - timedelta(hours=1))
    backups.thin(NOW, {older.name})
    assert {backup.path for backup in backups.all()} == {older, newer}
    backups.thin(NOW)
    assert {backup.path for backup in backups.all()} == {newer}


def test_a_copy_that_lacks_rows_is_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = iter([{"person": 2}, {"person": 1}])
    monkeypatch.setattr(files, "row_counts", lambda _connection: next(counts))
    with pytest.raises(NotSaved, match="everything"):
        store.backups.make(Reason.DAILY, NOW)
    assert store.backups.all() == []


def test_a_folder_that_cannot_be_written_is_said(store: Store) -> None:
    store.backups.folder.write_text("a file in its place")
    with pytest.raises(NotSaved, match="No backup was made"):
        store.backups.make(Reason.DAILY, NOW)


def test_where_a_folder_is_in_the_way_nothing_is_left(store: Store, tmp_path: Path) -> None:
    (tmp_path / "mine.db").mkdir()
    with pytest.raises(NotSaved):
        store.backups.write(tmp_path / "mine.db")
    assert sorted(path.name for path in tmp_path.glob("mine*")) == ["mine.db"]


def test_one_is_due_a_day_after_the_last_when_something_changed(store: Store) -> None:
    assert store.backups.is_due(NOW)
    add_person(store, "Ann Ash")
    store.backups.make(Reason.DAILY, NOW)
    tomorrow = NOW + timedelta(days=1)
    assert not store.backups.is_due(tomorrow)
    with store.transaction("Edit", NOW):
        store.database.sql("INSERT INTO organisation (ref, name) VALUES ('o', 'O')")
    assert not store.backups.is_due(tomorrow - timedelta(seconds=1))
    assert store.backups.is_due(tomorrow)
    store.backups.make(Reason.DAILY, tomorrow)
    for travel in (store.journal.undo, store.journal.redo):
        assert not store.backups.is_due(tomorrow + timedelta(days=1))
        travel(NOW)
        tomorrow += timedelta(days=1)
        assert store.backups.is_due(tomorrow)
        store.backups.make(Reason.DAILY, tomorrow)


def test_one_made_before_anybody_was_here_is_not_the_backup_of_the_day(store: Store) -> None:
    store.backups.make(Reason.DAILY, NOW)
    later = NOW + timedelta(hours=1)
    assert not store.backups.is_due(later), "nothing changed"
    with store.transaction("Add person", NOW):
        add_person(store, "Ann Ash")
    assert store.backups.is_due(later)
    store.backups.make(Reason.DAILY, later)
    with store.transaction("Add person", later):
        add_person(store, "Bo Ek")
    assert not store.backups.is_due(later + timedelta(hours=1))


def test_what_is_done_after_a_restore_makes_one_due(store: Store) -> None:
    """Steps are numbered from the restored one on: as many as were taken back are no sign that nothing changed."""

    def edit(ref: str, at: datetime) -> None:
        with store.transaction("Edit", at):
            store.database.sql("INSERT INTO organisation (ref, name) VALUES (?, 'O')", (ref,))

    before = store.backups.make(Reason.ASKED, NOW - timedelta(days=1))
    edit("regretted", NOW - timedelta(hours=1))
    store.backups.restore(before.path, NOW)
    edit("better", NOW + timedelta(hours=1))
    assert store.backups.is_due(NOW + timedelta(days=1))


def test_where_the_last_one_cannot_be_good_any_more_one_is_due_at_once(store: Store) -> None:
    made = store.backups.make(Reason.DAILY, NOW)
    assert not store.backups.is_due(NOW)
    made.path.write_bytes(made.path.read_bytes()[:-1])
    assert store.backups.is_due(NOW)


def test_a_clock_set_back_a_year_does_not_stop_backups(store: Store) -> None:
    store.backups.make(Reason.DAILY, NOW)
    assert store.backups.is_due(NOW - timedelta(days=365))


def test_four_hundred_days_leave_seven_days_four_weeks_six_months(backups: Backups) -> None:
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)
    for day in range(400):
        placed(backups, start + timedelta(days=day))
        backups.thin(start + timedelta(days=day))
    kept = [backup.at.date().isoformat() for backup in backups.all()]
    assert kept == [
        *("2027-02-04", "2027-02-03", "2027-02-02", "2027-02-01", "2027-01-31", "2027-01-30", "2027-01-29"),
        *("2027-01-24", "2027-01-17", "2026-12-31", "2026-11-30", "2026-10-31", "2026-09-30"),
    ]
    assert len(list(backups.folder.iterdir())) == 2 * len(kept)


def test_three_closed_weeks_cost_no_backup(backups: Backups) -> None:
    for day in range(7):
        placed(backups, NOW + timedelta(days=day))
    assert backups.thin(NOW + timedelta(days=28)) == []


@pytest.mark.parametrize("wrong_by", [timedelta(days=-365), timedelta(days=365)])
def test_a_clock_that_is_wrong_for_a_while_deletes_nothing_it_should_not(backups: Backups, wrong_by: timedelta) -> None:
    good = {placed(backups, NOW - timedelta(days=day)) for day in range(7)}
    wrong = NOW + wrong_by
    placed(backups, wrong)
    backups.thin(wrong)
    newest = sorted(good)[1:]  # of seven days, one may be that of the wrong clock
    assert set(newest) <= {backup.path for backup in backups.all()}
    backups.thin(NOW)
    assert set(newest) <= {backup.path for backup in backups.all()}


def test_what_a_stopped_machine_left_half_made_goes_a_day_later(backups: Backups) -> None:
    old, fresh = backups.folder / ".otnet-old.part", backups.folder / ".otnet-fresh.part"
    for half, age in ((old, timedelta(days=1, seconds=1)), (fresh, timedelta(hours=1))):
        half.write_text("half")
        os.utime(half, ((NOW - age).timestamp(),) * 2)
    backups.thin(NOW)
    assert list(backups.folder.iterdir()) == [fresh]


def test_backups_from_the_future_push_nothing_out_and_stay(backups: Backups) -> None:
    good = {placed(backups, NOW - timedelta(days=day)) for day in range(7)}
    future = {placed(backups, NOW + timedelta(days=365 + day)) for day in range(10)}
    assert backups.thin(NOW) == []
    assert {backup.path for backup in backups.all()} == good | future


def test_backups_made_before_something_stay_beside_the_daily_ones(backups: Backups) -> None:
    before_imports = [placed(backups, NOW - timedelta(days=300, hours=n), Reason.IMPORT) for n in range(5)]
    for day in range(300):
        placed(backups, NOW - timedelta(days=day))
    backups.thin(NOW)
    assert {backup.path for backup in backups.all() if backup.reason is Reason.IMPORT} == set(before_imports[:3])


def test_other_files_in_the_folder_are_left_alone(backups: Backups) -> None:
    names = ["notes.txt", "otnet-20260318-100000-unknown.db", "otnet-99999999-100000-daily.db", "otnet.db"]
    for name in names:
        (backups.folder / name).write_text("mine")
    assert backups.all() == []
    backups.thin(NOW)
    assert sorted(path.name for path in backups.folder.iterdir()) == sorted(names)
