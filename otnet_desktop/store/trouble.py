"""What SQLite and the disk say, turned into sentences. Our own mistakes pass unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from otnet_desktop.domain.errors import BadInput, DataDamaged, DataUnavailable, NotSaved, OtnetError
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.engine import errors


@contextmanager
def said_unavailable(path: Path) -> Iterator[None]:
    """Turn what SQLite says while opening into a sentence."""
    try:
        yield
    except OtnetError:
        raise
    except errors(peewee.PeeweeException, OSError) as error:
        said = str(error)
        title = sentence("The data file {path} could not be opened ({why}).", path=path, why=said)
        if tells_of_damage(error):
            hint = "It was left as it is. Use `backups` and `restore` to bring back the last good backup."
            raise DataDamaged(title, hint) from error
        if "locked" in said:
            hint = "Another program is using it. Close it and try again."
        else:
            hint = "Check the folder and the free space, or choose another folder with --data-dir."
        raise DataUnavailable(title, hint) from error


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn what the world did to a query into a sentence."""
    try:
        yield
    except errors(peewee.PeeweeException, UnicodeEncodeError) as error:
        told = in_words(error)
        if told is None:
            raise
        raise told from error


def in_words(error: Exception) -> OtnetError | None:
    """The same trouble for a reader, where the world is to blame; none for our own mistakes."""
    if isinstance(error, UnicodeEncodeError):
        return BadInput(
            "That text holds half a character and cannot be saved.",
            "Delete the sign you see as a box and type it again.",
        )
    said = str(error)
    for sign, title, hint in WORLD:
        if sign in said:
            return NotSaved(title, hint)
    if tells_of_damage(error):
        return DataDamaged(
            "The data file is damaged.",
            "Bring back the last good backup: in the settings, under Backups, or with `restore` in the terminal.",
        )
    if "too big" in said:
        return BadInput("That text is too long to be saved.", "Please shorten it or attach a file.")
    return None


def tells_of_damage(error: Exception) -> bool:
    """Whether the file is no whole database any more."""
    said = str(error)
    return isinstance(error, UnicodeDecodeError) or any(sign in said for sign in DAMAGE)


def is_of_the_world(error: Exception) -> bool:
    """Whether the disk or another program is to blame, and nothing is known of what stands in the file."""
    return any(sign in str(error) for sign, _title, _hint in WORLD)


DAMAGE = ("malformed", "not a database", "Could not decode to UTF-8")

WORLD = (
    ("full", "Not saved: the disk is full.", "Free some space and try again; what you typed is still on the screen."),
    ("locked", "Not saved: another program is using the data.", "Close it and try again."),
    ("readonly", "Not saved: the data file is read-only.", "Check the folder's permissions and try again."),
    ("unable to open", "Not saved: the data file cannot be opened.", "Check that its folder is still there."),
    ("disk I/O", "Not saved: the disk did not answer.", "Check the drive; what you typed is still on the screen."),
)
"""What SQLite says, and what to say instead."""
