"""What SQLite and the disk say, turned into sentences. Our own mistakes pass unchanged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from otnet_desktop.domain.errors import BadInput, DataUnavailable, NotSaved, OtnetError


@contextmanager
def said_unavailable(path: Path) -> Iterator[None]:
    """Turn what SQLite says while opening into a sentence."""
    try:
        yield
    except OtnetError:
        raise
    except (sqlite3.Error, peewee.PeeweeException, OSError) as error:
        said = str(error)
        if "locked" in said:
            hint = "Another program is using it. Close it and try again."
        elif "malformed" in said or "not a database" in said:
            hint = "It was left as it is. Use `backups` and `restore` to bring back the last good backup."
        else:
            hint = "Check the folder and the free space, or choose another folder with --data-dir."
        raise DataUnavailable(f"The data file {path} could not be opened ({said}).", hint) from error


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn what the world did to a query into a sentence. Our own mistakes pass unchanged."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise BadInput(
            "That text holds half a character and cannot be saved.",
            "Delete the sign you see as a box and type it again.",
        ) from error
    except (sqlite3.OperationalError, peewee.OperationalError, sqlite3.DatabaseError, peewee.DatabaseError) as error:
        said = str(error)
        for sign, title, hint in WORLD:
            if sign in said:
                raise NotSaved(title, hint) from error
        if "malformed" in said or "not a database" in said:
            raise DataUnavailable(
                "The data file is damaged.", "Run `check`, then `restore` the last good backup."
            ) from error
        if "too big" in said:
            raise BadInput("That text is too long to be saved.", "Please shorten it or attach a file.") from error
        raise


WORLD = (
    ("full", "Not saved: the disk is full.", "Free some space and try again; what you typed is still on the screen."),
    ("locked", "Not saved: another program is using the data.", "Close it and try again."),
    ("readonly", "Not saved: the data file is read-only.", "Check the folder's permissions and try again."),
    ("unable to open", "Not saved: the data file cannot be opened.", "Check that its folder is still there."),
    ("disk I/O", "Not saved: the disk did not answer.", "Check the drive; what you typed is still on the screen."),
)
"""What SQLite says, and what to say instead."""
