"""Connections to plain and protected files, and the errors of both."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from otnet_desktop.store.backup_files import trouble_inside
from otnet_desktop.store.cursors import rows_of
from otnet_desktop.store.engine import SQLCIPHER, connect, errors
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import MARK_SIGN

KEY = Key(secrets.token_bytes(32), MARK_SIGN + secrets.token_bytes(12))
OTHER = Key(secrets.token_bytes(32), KEY.mark)
CANARY = "Renata Canary"


@pytest.fixture(params=[None, KEY], ids=["plain", "protected"])
def key(request: pytest.FixtureRequest) -> Key | None:
    asked: Key | None = request.param
    return asked


def written(path: Path, key: Key | None) -> Path:
    path.touch()
    with closing(connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (x UNIQUE)")
        connection.execute("CREATE VIRTUAL TABLE f USING fts5 (x, tokenize = 'trigram')")
        for table in ("t", "f"):
            connection.execute(f"INSERT INTO {table} VALUES (?)", (CANARY,))
        if key is not None:
            assert_hidden(path.parent)
    return path


def assert_hidden(folder: Path) -> None:
    for path in folder.iterdir():
        assert CANARY.encode() not in path.read_bytes(), path.name


def test_what_was_written_is_read_back(tmp_path: Path, key: Key | None) -> None:
    path = written(tmp_path / "a?b#c%20d é.db", key)
    with closing(connect(path, key, reading=True)) as connection:
        assert connection.execute("SELECT x FROM f WHERE f MATCH 'canary'").fetchall() == [(CANARY,)]
        with pytest.raises(errors(kind="OperationalError"), match="readonly"):
            connection.execute("INSERT INTO t VALUES (1)")


def test_a_file_that_was_taken_away_is_not_made_anew(tmp_path: Path, key: Key | None) -> None:
    path = tmp_path / "a.db"
    with pytest.raises(errors(kind="OperationalError"), match="unable to open"):
        connect(path, key).execute("SELECT 1 FROM sqlite_master")
    assert not path.exists()


def test_a_protected_file_begins_with_its_mark_and_shows_nothing_else(tmp_path: Path) -> None:
    path = written(tmp_path / "a.db", KEY)
    with closing(connect(path, KEY)) as connection:
        connection.execute("VACUUM")
    assert path.read_bytes().startswith(KEY.mark)
    assert_hidden(tmp_path)


@pytest.mark.parametrize("wrong", [None, OTHER], ids=["none", "another"])
def test_without_its_key_it_is_no_database(
    tmp_path: Path, wrong: Key | None, capfd: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.db", KEY)
    before = path.read_bytes()
    with (
        closing(connect(path, wrong, reading=True)) as connection,
        pytest.raises(errors(kind="DatabaseError"), match="not a database"),
    ):
        connection.execute("SELECT * FROM t")
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


def test_the_errors_of_both_are_caught_by_kind(tmp_path: Path, key: Key | None) -> None:
    with closing(connect(written(tmp_path / "a.db", key), key)) as connection:
        with pytest.raises(errors(kind="IntegrityError")):
            connection.execute("INSERT INTO t VALUES (?)", (CANARY,))
        with pytest.raises(errors()):
            connection.execute("SELECT nothing FROM nowhere")
    assert OSError in errors(OSError)


def test_rows_of_both_are_read_plainly(tmp_path: Path, key: Key | None) -> None:
    with closing(connect(written(tmp_path / "a.db", key), key)) as connection:
        rows = rows_of(connection)
        assert list(rows.execute("SELECT x FROM t")) == [(CANARY,)]
        assert rows.execute("SELECT x FROM t").fetchone() == (CANARY,)
        assert rows.execute("SELECT x FROM t").fetchall() == [(CANARY,)]


def test_an_index_that_can_be_made_anew_is_no_damage(tmp_path: Path, key: Key | None) -> None:
    """Newer SQLites look into it and would call the whole file damaged."""
    with closing(connect(written(tmp_path / "a.db", key), key)) as connection:
        connection.execute("UPDATE f_content SET c0 = 'another'")
        assert trouble_inside(connection) == ""


def test_who_has_no_passphrase_does_not_load_it(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from otnet_desktop.store.store import Store\n"
    script += f"Store.open(Path(sys.argv[1])).close(); print({SQLCIPHER!r} in sys.modules)"
    command = [sys.executable, "-c", script, str(tmp_path / "data")]
    assert subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ).stdout == "False\n"
