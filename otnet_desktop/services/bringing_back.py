"""People out of a backup or an archive: who is in there and how that compares with today, and the way back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from otnet_desktop.domain.backups import Inside, PersonInside, Standing
from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.names import fold
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.archive import is_archive, unpack
from otnet_desktop.services.kept_silence import keep_silence
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.arriving import Arriving
from otnet_desktop.store.content import content_by_person
from otnet_desktop.store.keys import Key
from otnet_desktop.store.other_file import Entry, OtherFile, looking_into
from otnet_desktop.store.passing import passing_folder
from otnet_desktop.store.restore import Keys

EVERYWHERE = tuple(room for room in Room if room is not Room.PREFERENCES)
"""Somebody's rows may be shown in any room."""


class BringingBack:
    """Looks into other files of ours and takes people out of them. All of it is for a worker."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._store = steps.store

    def look_into(self, source: Path, key: Key | None = None) -> Inside:
        """Who is in a backup, and what differs from today. Raises BadInput for a file that is not whole."""
        with self.opened(source, key) as other:
            known = other.acquaintance(self._store.database.connection).here
            there, here = content_by_person(other.connection), content_by_person(self._store.database.connection)
            trashed = {trashed.ref for trashed in self._store.trash.all()}

            def standing(entry: Entry) -> Standing:
                if entry.id in known:
                    return Standing.SAME if there[entry.id] == here.get(known[entry.id]) else Standing.CHANGED
                return Standing.IN_TRASH if entry.ref in trashed else Standing.MISSING

            standings: dict[Standing, list[PersonInside]] = {standing: [] for standing in Standing}
            for entry in other.entries():
                folded, stands = fold(f"{entry.name} {entry.headline}"), standing(entry)
                standings[stands].append(
                    PersonInside(entry.id, entry.name, entry.headline, entry.status, stands, folded)
                )
            (meetings,) = other.connection.execute("SELECT count(*) FROM meeting").fetchone()
        counts = {stands: len(people) for stands, people in standings.items()}
        since = len(here.keys() - {*known.values()})
        return Inside(tuple(chain.from_iterable(standings.values())), counts, int(meetings), since)

    def bring(self, source: Path, people: Collection[int], key: Key | None = None) -> list[PersonId]:
        """Bring some of its people back, by their ids there, as one step; whoever is here by now stays as they are.

        Raises BadInput or NotSaved with nothing changed.
        """
        title = "Bring back person" if len(people) == 1 else "Bring back people"
        with self.opened(source, key) as other, self._steps.together(title), self._steps.step(title, [], *EVERYWHERE):
            return list(self.take(other, people, {}).values())

    def take(self, other: OtherFile, people: Collection[int], judged: Mapping[int, PersonId]) -> dict[int, PersonId]:
        """The same inside a step; their ids there and here. ``judged`` says of others who they are here."""
        connection = self._store.database.connection
        known = other.acquaintance(connection)
        coming = [person for person in people if person not in known.here]
        if not coming:
            return {}
        arriving = Arriving(connection, other.connection, coming, {**judged, **known.here}, is_kin=known.is_kin)
        arriving.arrive()
        for meeting in arriving.meetings:
            self._store.meetings.settle(meeting)
        newcomers = list(arriving.people.values())
        beside = self._store.people.beside(newcomers)
        self._steps.look_again([*newcomers, *beside])
        keep_silence(self._steps, newcomers)
        return arriving.people

    @contextmanager
    def opened(self, source: Path, key: Key | None = None) -> Iterator[OtherFile]:
        """A backup, or the data of an archive, open for reading.

        ``key`` is that of a backup made under another passphrase (``locking.key_of_file``). Raises PassphraseNeeded,
        BadInput, NotSaved.
        """
        beside, ours = self._store.database.path.parent, self._store.database.key
        if not is_archive(source):
            with looking_into(source, beside, Keys(ours, self._store.backups.key_of(source, key))) as other:
                yield other
            return
        with passing_folder(beside) as folder:
            unpacked = folder / source.name
            try:
                unpack(source, unpacked)
            except OSError as error:
                told = sentence("{file} could not be unpacked ({why}).", file=source.name, why=error)
                raise NotSaved(told, "Check the free space.") from error
            with looking_into(unpacked, beside, Keys(ours)) as other:
                yield other
