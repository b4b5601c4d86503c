"""Data files that are not, or not any more, what this version can open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from otnet_desktop.store.engine import connect
from otnet_desktop.store.keys import Key
from otnet_desktop.store.passport import APPLICATION_ID, HEAD

Spoil = Callable[[Path], None]
SpoilProtected = Callable[[Path, Key], None]
PAGE = 4096


def of_a_newer_version(path: Path) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {HEAD + 1}")
        connection.execute("CREATE TABLE later (x)")


def of_another_program(path: Path) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")


def garbage(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def written_over(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:PAGE] + b"x" * (len(data) - PAGE))


def protected_of_a_newer_version(path: Path, key: Key) -> None:
    with closing(connect(path, key)) as connection:
        connection.execute(f"PRAGMA user_version = {HEAD + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def protected_of_another_program(path: Path, key: Key) -> None:
    with closing(connect(path, key)) as connection:
        connection.execute("PRAGMA application_id = 1")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def protected_and_truncated(path: Path, _key: Key) -> None:
    path.write_bytes(path.read_bytes()[: 5 * PAGE])


def protected_and_cut_in_a_page(path: Path, _key: Key) -> None:
    truncated(path)


def protected_and_written_over(path: Path, _key: Key) -> None:
    written_over(path)


REFUSED: dict[Spoil, str] = {of_a_newer_version: "newer OTnet Desktop", of_another_program: "another program"}
DAMAGED: tuple[Spoil, ...] = (garbage, empty, truncated, cut_in_the_header, written_over)
PROTECTED_REFUSED: dict[SpoilProtected, str] = {
    protected_of_a_newer_version: "newer OTnet Desktop",
    protected_of_another_program: "another program",
}
PROTECTED_DAMAGED: tuple[SpoilProtected, ...] = (
    protected_and_truncated,
    protected_and_cut_in_a_page,
    protected_and_written_over,
)
