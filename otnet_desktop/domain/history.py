"""What changed about somebody, when, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Origin(StrEnum):
    """From where a step was made."""

    WINDOW = ""
    COMMAND_LINE = "command"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a step came from; ``files`` are the names of those it was imported from."""

    origin: Origin = Origin.WINDOW
    files: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join((self.origin, *self.files))  # no name of a file holds a slash


WINDOW = Source()


def source_of(text: str) -> Source:
    """A source as it was written down."""
    origin, *files = text.split("/")
    return Source(Origin(origin), tuple(files))


class Deed(StrEnum):
    """What a step is: something new, or a step taken back or done again."""

    DONE = "done"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is otherwise now: what it is (a key for the words on the screen), and both states, "" for none."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """A step that touched somebody, as it is told to a reader; ``title`` is that of what was done.

    ``is_undone`` is what was taken back and can be done again.
    """

    step: int
    at: datetime
    title: str
    source: Source
    details: tuple[Detail, ...]
    deed: Deed = Deed.DONE
    is_undone: bool = False
