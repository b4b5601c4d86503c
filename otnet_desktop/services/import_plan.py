"""What an import would do, worked out before anything changes (``import_planner`` works it out).

What cannot be told apart is left out until somebody says (``Choice``); of an update one may leave a field out, or take
what the file says in place of what stands here.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from otnet_desktop.domain.duplicates.comparing import Clue
from otnet_desktop.domain.duplicates.marks import Marks
from otnet_desktop.domain.duplicates.words import said
from otnet_desktop.domain.people import PersonId, Profile, Status
from otnet_desktop.exchange.report import FileReport
from otnet_desktop.services.import_spool import Spool


class Fate(StrEnum):
    """What an entry would do."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    UNCLEAR = "unclear"


class Choice(StrEnum):
    """What somebody says about an unclear entry."""

    LEAVE_OUT = "leave_out"
    AS_NEW = "as_new"
    SAME_PERSON = "same_person"


@dataclass(slots=True)
class PlannedEntry:
    """One entry of a file, which lies in the ``spool`` at ``place``.

    ``whom`` is whom it is, or may be, about; negative for somebody of this import. ``adds`` names the fields of
    ``Profile`` it fills or adds to for somebody who is here already, and ``differs`` those in which it says otherwise;
    what stands here stays. ``turned`` are fields of either kind for which somebody wants it the other way round.
    ``clues`` tell why it is, or may be, about them, of whom ``fitting`` are here. ``stays_closed`` is the status that
    somebody new had when they were deleted, and keeps.
    """

    line: int
    place: int
    spool: Spool = field(repr=False)
    fate: Fate
    whom: int
    clues: tuple[Clue, ...] = ()
    fitting: int = 1
    stays_closed: Status | None = None
    adds: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    choice: Choice = Choice.LEAVE_OUT
    turned: frozenset[str] = frozenset()

    @property
    def incoming(self) -> Profile:
        """What the file says."""
        return self.spool.get(self.place)

    @property
    def evidence(self) -> str:
        """Why it is, or may be, about somebody, for a terminal."""
        told = said(self.clues)
        return told if self.fitting == 1 else f"{self.fitting} people here fit: {told}"

    @property
    def comes_in(self) -> bool:
        """Whether this entry is left out no longer."""
        return self.fate is not Fate.UNCLEAR or self.choice is not Choice.LEAVE_OUT

    @property
    def is_new(self) -> bool:
        """Whether an entry that comes in becomes somebody new."""
        return self.choice is Choice.AS_NEW if self.fate is Fate.UNCLEAR else self.fate is Fate.NEW

    @property
    def is_news(self) -> bool:
        """Whether it comes in and anything changes by it."""
        if self.fate is Fate.NEW:
            return True
        if self.fate is Fate.UNCLEAR:
            return self.comes_in
        return any(map(self.wants, (*self.adds, *self.differs))) if self.turned else bool(self.adds)

    @property
    def left(self) -> tuple[str, ...]:
        """Fields that stay as they are, though it says something."""
        return tuple(name for name in (*self.adds, *self.differs) if not self.wants(name))

    @property
    def taken(self) -> tuple[str, ...]:
        """Fields that become what it says, though something else stands there."""
        return tuple(filter(self.wants, self.differs))

    def wants(self, name: str) -> bool:
        """Whether a field of somebody who is here will change: one it fills does, unless turned."""
        return (name in self.adds) is not (name in self.turned)


def number_of(entry: PlannedEntry) -> int:
    """The number of somebody new in a plan; of one who was unclear, one of their own behind all of those."""
    return entry.whom if entry.fate is Fate.NEW else BEHIND - entry.place


BEHIND = -(1 << 32)
"""More people than these come in with no import."""


@dataclass(slots=True)
class FilePlan:
    """One file: the account to show, and what its entries would do. An archive of ours is told by its hash."""

    report: FileReport
    entries: list[PlannedEntry] = field(default_factory=list)
    archive_hash: str = ""

    def count_again(self) -> None:
        """Entries do something else by now."""
        fates = Counter(entry.fate for entry in self.entries)
        self.report.created, self.report.updated = fates[Fate.NEW], fates[Fate.UPDATE]
        self.report.unchanged, self.report.unclear = fates[Fate.SAME], fates[Fate.UNCLEAR]


class ImportPlan:
    """Several files, and everyone as they would be afterwards: newcomers by negative numbers, others by their id.

    ``folder`` is where profiles are laid aside that are too many for memory, ``is_secret`` whether unreadably.
    """

    def __init__(
        self, files: list[FilePlan] | None = None, folder: Path | None = None, *, is_secret: bool = True
    ) -> None:
        self.files = files or []
        self.calendars: list[Path] = []
        """Files whose times will count as busy."""
        self.spool = Spool(folder, is_secret=is_secret)
        self.made_after = 0
        """The step after which it was made: what was done since may change what it would do."""
        self._newcomers = array("q")
        self._updates: dict[PersonId, int] = {}

    def entries(self) -> Iterator[PlannedEntry]:
        """Every entry of every file."""
        for file in self.files:
            yield from file.entries

    def add(self, place: int) -> int:
        """The number of somebody new, who lies there."""
        self._newcomers.append(place)
        return -len(self._newcomers)

    def change(self, number: int, profile: Profile) -> tuple[str, ...]:
        """Somebody will have become this by what another entry adds. All keys they have then."""
        place, keys = self.spool.put(profile)
        if number < 0:
            self._newcomers[-number - 1] = place
        else:
            self._updates[PersonId(number)] = place
        return keys

    def out_of_archives(self) -> frozenset[int]:
        """The numbers of whoever is new in an archive of ours."""
        return frozenset(number_of(entry) for file in self.files if file.archive_hash for entry in file.entries)

    def is_changed(self, entry: PlannedEntry) -> bool:
        """Whether another entry said more about somebody new than this one, which told of them first."""
        return entry.fate is Fate.NEW and self._newcomers[-entry.whom - 1] != entry.place

    def newcomers(self) -> Iterator[tuple[int, Profile, tuple[str, ...]]]:
        """Everyone new by number, with the keys to be kept, in the order of the files."""
        places = ((-number, place) for number, place in enumerate(self._newcomers, start=1) if place >= 0)
        return ((number, *self.spool.with_keys(place)) for number, place in places)

    def drop(self, number: int) -> None:
        """Somebody new is nobody new any more."""
        self._newcomers[-number - 1] = -1

    def changed(self, number: int) -> Profile | None:
        """Somebody as they will be: everyone new, and of those who are here whom something is added to."""
        place = self._place_of(number)
        return None if place is None else self.spool.get(place)

    def marks_of(self, number: int) -> Marks | None:
        """What these are known by."""
        place = self._place_of(number)
        return None if place is None else self.spool.marks(place)[0]

    def _place_of(self, number: int) -> int | None:
        place = self._newcomers[-number - 1] if number < 0 else self._updates.get(PersonId(number), -1)
        return None if place < 0 else place
