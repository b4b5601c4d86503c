"""Every released schema comes to the newest one with all its content; a step that fails leaves the one before."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import DataUnavailable, OtnetError
from otnet_desktop.store import opening
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.migrations import runner
from otnet_desktop.store.migrations.m0002_search import PIECES as FROZEN_PIECES
from otnet_desktop.store.migrations.sql import run_script
from otnet_desktop.store.passport import FILE_NAME, HEAD
from otnet_desktop.store.pieces import PIECES
from otnet_desktop.store.store import Store
from tests.factories import add_person

HISTORY = Path(__file__).parents[2] / "history"
MOVED = {("meeting", "advice")}
"""What an older schema kept elsewhere; `test_advice_moves.py` follows it."""
RELEASED = sorted(HISTORY.glob("schema_*.db.gz"))


def unpacked(packed: Path, folder: Path) -> Path:
    folder.mkdir()
    path = folder / FILE_NAME
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    return path


def schema(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    told = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name").fetchall()
    connection.close()
    return told


def contents(path: Path) -> dict[tuple[str, tuple[str, ...]], list[tuple[object, ...]]]:
    """The rows of every table of content as an older schema has them, by table and columns."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        here = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        columns = {
            table: tuple(
                row[1] for row in connection.execute(f"PRAGMA table_info({table})") if (table, row[1]) not in MOVED
            )
            for table in JOURNALED
            if table in here
        }
        return {
            (table, names): connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid").fetchall()
            for table, names in columns.items()
        }


def told_again(store: Store, table: str, names: tuple[str, ...]) -> list[tuple[object, ...]]:
    """The same columns after the migration."""
    return store.database.sql(f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid").fetchall()


def test_every_schema_up_to_the_newest_is_kept() -> None:
    assert [packed.name for packed in RELEASED] == [f"schema_{n}.db.gz" for n in range(1, HEAD + 1)]
    assert [step.version for step in runner.STEPS] == list(range(1, HEAD + 1))


@pytest.mark.parametrize("packed", RELEASED, ids=lambda path: path.name)
def test_a_released_file_comes_to_the_newest_schema_whole(packed: Path, tmp_path: Path) -> None:
    path = unpacked(packed, tmp_path / "data")
    before = contents(path)
    told = json.loads(packed.with_name(packed.name.replace(".db.gz", ".json")).read_text())
    store = Store.open(path.parent)
    rows = {name: store.database.sql(f"SELECT count(*) FROM {name}").fetchone()[0] for name in told["rows"]}
    assert rows == told["rows"]
    assert all(rows.values())
    assert all(told_again(store, table, names) == rows for (table, names), rows in before.items())
    assert (store.journal.undo_title(), store.journal.redo_title()) == (told["undo"], told["redo"])
    check = store.check
    assert [*check.in_file(), *check.in_search(), *check.in_people(), *check.in_meetings(), *check.in_journal()] == []
    store.journal.redo(store.people.by_ref("bo").created_at)
    assert store.people.id_of("bo") is None
    store.close()
    Store.open(tmp_path / "fresh").close()
    assert schema(path) == schema(tmp_path / "fresh" / FILE_NAME)


def test_the_texts_searched_are_those_the_triggers_keep() -> None:
    now = [(piece.number, piece.table, piece.key, piece.columns) for piece in PIECES]
    assert now == list(FROZEN_PIECES)


def grow(connection: sqlite3.Connection) -> None:
    run_script(connection, "ALTER TABLE person ADD COLUMN shoe_size INTEGER NOT NULL DEFAULT 0;")


def fail(connection: sqlite3.Connection) -> None:
    grow(connection)
    connection.execute("SELECT * FROM nowhere")


def orphan(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO promise (ref, person_id, by) VALUES ('c', 99, 'me')")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with data of the schema before the next one."""
    store = Store.open(tmp_path)
    add_person(store, "Ann", "ann")
    store.close()
    return tmp_path / FILE_NAME


def next_step(monkeypatch: pytest.MonkeyPatch, upgrade: object) -> None:
    steps = (*runner.STEPS, runner.Step(HEAD + 1, "next", upgrade))  # type: ignore[arg-type]
    monkeypatch.setattr(runner, "STEPS", steps)
    monkeypatch.setattr(opening, "HEAD", HEAD + 1)


def test_a_backup_is_made_before_the_schema_changes(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_step(monkeypatch, grow)
    store = Store.open(old.parent)
    assert store.database.sql("PRAGMA user_version").fetchone() == (HEAD + 1,)
    assert store.database.sql("SELECT shoe_size FROM person").fetchall() == [(0,)]
    assert store.database.sql("PRAGMA foreign_keys").fetchone() == (1,)
    (backup,) = store.backups.all()
    assert (backup.reason, backup.people, store.backups.verify(backup)) == (Reason.MIGRATION, 1, "")
    assert backup.note is not None
    assert backup.note.schema == HEAD
    store.close()


@pytest.mark.parametrize("step", [fail, orphan])
def test_a_step_that_fails_leaves_the_schema_before(old: Path, monkeypatch: pytest.MonkeyPatch, step: object) -> None:
    before = schema(old)
    next_step(monkeypatch, step)
    with pytest.raises(DataUnavailable, match="could not be opened"):
        Store.open(old.parent)
    assert schema(old) == before
    monkeypatch.undo()
    store = Store.open(old.parent)
    assert store.people.id_of("ann")
    assert store.database.sql("SELECT count(*) FROM promise").fetchone() == (0,)
    store.close()


def test_without_a_backup_nothing_is_changed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    next_step(monkeypatch, grow)
    (old.parent / "backups").write_text("a file in its place")
    with pytest.raises(OtnetError, match="No backup"):
        Store.open(old.parent)
    assert old.read_bytes() == before


def test_a_script_with_half_a_statement_is_refused() -> None:
    with pytest.raises(ValueError, match="unfinished"):
        run_script(sqlite3.connect(":memory:"), "CREATE TABLE a (x);\nCREATE TABLE b (")
