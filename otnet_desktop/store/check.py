"""Looks whether the data are whole, and whether everything derived says what it is derived from.

Every finding is a sentence. What is derived can be mended (``repair``); for the rest there are backups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from otnet_desktop.domain.errors import DataUnavailable
from otnet_desktop.domain.meetings import MeetingId
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Outlook
from otnet_desktop.store import search_index
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import damage_in
from otnet_desktop.store.database import Database
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.meetings import Meetings
from otnet_desktop.store.outlooks import Outlooks, is_untouched
from otnet_desktop.store.people import CHUNK, People
from otnet_desktop.store.person_rows import DERIVED, person_columns
from otnet_desktop.store.trouble import said_plainly

LOOKS = 2
"""So often it is looked while others go on changing the data."""


class Look(Protocol):
    """Derives anew how people stand now, or when everything known about them has happened."""

    def __call__(self, people: Sequence[PersonId], *, in_the_end: bool = False) -> Mapping[PersonId, Outlook]:
        """The outlooks of those about whom there are facts."""


class Check:
    """Finds what is wrong, and mends what is derived."""

    def __init__(self, database: Database, people: People, meetings: Meetings, outlooks: Outlooks) -> None:
        self._db = database
        self._people = people
        self._meetings = meetings
        self._outlooks = outlooks

    def findings(self, backups: Backups, look: Look) -> list[str]:
        """Everything that is wrong; nothing when all is well. Some seconds for a hundred thousand people.

        What somebody changes meanwhile (an import) is looked at again, at last while nobody can.
        """
        with said_plainly():
            for _try in range(LOOKS):
                before = self._version()
                found = self._in_data(look)
                if not found or self._version() == before:
                    break
            else:
                with self._db.transaction():
                    found = self._in_data(look)
            return found + self.in_backups(backups)

    def _in_data(self, look: Look) -> list[str]:
        found = self.in_file()
        if not found:
            found = [*self.in_search(), *self.in_people(), *self.in_meetings(), *self.in_outlooks(look)]
            found += self.in_journal()
        return found

    def _version(self) -> int:
        """Another one as soon as anybody else has changed anything."""
        return int(self._db.sql("PRAGMA data_version").fetchone()[0])

    def in_file(self) -> list[str]:
        """What SQLite finds in its own file."""
        try:
            with said_plainly():
                told = damage_in(self._db.connection)
        except DataUnavailable:
            told = ["it cannot be read to the end"]
        if told:
            return [f"The data file is damaged: {finding}." for finding in told]
        return [
            f"Row {row} of {table} points to a row of {parent} that is not there."
            for table, row, parent, _key in self._db.sql("PRAGMA foreign_key_check")
        ]

    def in_search(self) -> list[str]:
        """Where the search index does not say what the texts say."""
        found = []
        if search_index.names_differ(self._db):
            found.append("The search index of names and places differs from the people.")
        if search_index.words_differ(self._db):
            found.append("The search index of notes and meetings differs from the texts.")
        return found

    def in_people(self) -> list[str]:
        """Whose sorting name, headline or searched text is not what the profile says."""
        return [f"What is derived about {ref} is out of date." for _person, ref, _columns in self._stale_people()]

    def in_meetings(self) -> list[str]:
        """Meetings whose times, state or sequence are not what their facts say."""
        return [f"Times or state of meeting {ref} do not follow from its facts." for _id, ref in self._stale_meetings()]

    def in_outlooks(self, look: Look) -> list[str]:
        """People whose stage or reminders are not what the rules say now."""
        found = []
        for people in in_chunks(self._people.everyone()):
            kept, derived = self._outlooks.of(people), look(people)
            differing = [person for person in people if not same(kept[person], derived.get(person))]
            last = look(differing, in_the_end=True) if differing else {}
            found += [
                f"Stage or reminders of {kept[person].person} do not follow from the facts."
                for person in differing
                if person not in last or not same(kept[person], before_its_time(derived[person], last[person]))
            ]
        return found

    def in_journal(self) -> list[str]:
        """Whether every change is written down, and every step can be taken back."""
        triggers = {row[0] for row in self._db.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
        wanted = {f"journal_{table}_{change}" for table in JOURNALED for change in ("insert", "update", "delete")}
        found = [f"Changes are not written down any more: {name} is missing." for name in sorted(wanted - triggers)]
        for number, title in self._db.sql(
            "SELECT id, title FROM journal_group WHERE (undone_by IS NOT NULL AND undone_by NOT IN "
            "(SELECT id FROM journal_group)) OR ((undoes IS NULL OR id IN (SELECT undone_by FROM journal_group)) "
            "AND id NOT IN (SELECT group_id FROM journal))"
        ):
            found.append(f"Step {number} ({title}) cannot be taken back or done again.")
        return found

    def in_backups(self, backups: Backups) -> list[str]:
        """Backups that could not be restored."""
        try:
            kept = backups.all()
        except DataUnavailable as error:
            return [str(error)]
        told = ((backup.path.name, backups.verify(backup)) for backup in kept)
        return [f"Backup {name}: {trouble}" for name, trouble in told if trouble]

    def repair(self) -> None:
        """Derive anew what can be derived; outlooks are marked as outdated, so that they are looked at next."""
        with self._db.transaction():
            search_index.rebuild(self._db)  # first: the triggers of what follows rely on it
            for person, _ref, columns in list(self._stale_people()):
                changes = ", ".join(f"{name} = ?" for name in columns)
                self._db.sql(f"UPDATE person SET {changes} WHERE id = ?", (*columns.values(), person))
            for meeting, _ref in list(self._stale_meetings()):
                self._meetings.settle(meeting)
            self._outlooks.distrust(self._outlooks.with_facts())

    def _stale_people(self) -> Iterator[tuple[PersonId, str, dict[str, str]]]:
        names = ", ".join(DERIVED)
        for ids in in_chunks(self._people.everyone()):
            marks = ", ".join("?" * len(ids))
            kept = self._db.sql(f"SELECT id, {names} FROM person WHERE id IN ({marks})", tuple(ids))
            kept_by_id = {row[0]: row[1:] for row in kept}
            for person in self._people.many(ids):
                columns = {name: person_columns(person.profile)[name] for name in DERIVED}
                if kept_by_id[person.id] != tuple(columns.values()):
                    yield person.id, person.ref, columns

    def _stale_meetings(self) -> Iterator[tuple[MeetingId, str]]:
        rows = self._db.sql("SELECT id, ref, start_at, end_at, state, sequence FROM meeting").fetchall()
        for meeting, ref, *kept in rows:
            told = self._meetings.standing(meeting)
            shown = dict(zip(("start_at", "end_at", "state", "sequence"), kept, strict=True))
            if shown | told != shown:
                yield meeting, ref


def in_chunks(people: list[PersonId]) -> Iterator[list[PersonId]]:
    """Some people at a time."""
    for start in range(0, len(people), CHUNK):
        yield people[start : start + CHUNK]


def same(kept: Outlook, derived: Outlook | None) -> bool:
    """Whether two outlooks say the same, in whatever order the reminders are kept."""
    if derived is None:
        return kept.stage == "idea" and not kept.reminders and not kept.held_back
    return in_order(kept) == in_order(derived)


def before_its_time(derived: Outlook, last: Outlook) -> Outlook:
    """What is kept where the clock stands before something known: a status holds at once, whatever day it is from.

    Whoever has nothing to do in the end has no row, however many instants are still to come.
    """
    wanted = replace(derived, status=last.status)
    return replace(wanted, valid_until=None) if is_untouched(last) else wanted


def in_order(outlook: Outlook) -> Outlook:
    """An outlook with its reminders in the order of their keys."""
    return replace(
        outlook,
        reminders=tuple(sorted(outlook.reminders, key=lambda reminder: reminder.key)),
        held_back=tuple(sorted(outlook.held_back, key=lambda reminder: reminder.key)),
    )
