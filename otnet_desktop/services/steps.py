"""One step of the user: everything written in one transaction, everyone concerned looked at again, told once.

This is the only road by which use cases change anything, so that stage and reminders are never behind the facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import local

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.history import WINDOW, Origin, Source
from otnet_desktop.domain.outlook import look_among
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.timing import Timing
from otnet_desktop.services.announcer import Announcer
from otnet_desktop.services.clock import Clock
from otnet_desktop.store.store import Store

BATCH = 400
"""People looked at together; more would only hold more facts in memory."""


class Gathering:
    """Who and what the steps inside ``together`` touched."""

    def __init__(self) -> None:
        self.people: set[PersonId] = set()
        self.rooms: set[Room] = set()

    def add(self, people: Sequence[PersonId], rooms: Sequence[Room]) -> None:
        """One more step."""
        self.people.update(people)
        self.rooms.update(rooms)


class Steps:
    """Runs steps. ``timing`` gives the user's timing at the moment, ``source`` is where the user is."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        announcer: Announcer,
        timing: Callable[[], Timing],
        source: Source = WINDOW,
    ) -> None:
        self.store = store
        self.source = source
        self.clock = clock
        self._announcer = announcer
        self.timing = timing
        self._thread = local()  # an import in a worker is no part of what the window does meanwhile

    @contextmanager
    def step(
        self,
        title: str,
        people: Sequence[PersonId],
        *rooms: Room,
        sitting: int | None = None,
        tells_facts: bool = True,
    ) -> Iterator[int | None]:
        """An undoable step called ``title`` that concerns these people. Inside ``together`` it joins that step.

        Its number comes back; handed in again as ``sitting`` it goes on with the same step, if nothing was done since.
        Without ``tells_facts`` nothing is written that a rule reads, so nobody need be looked at again.
        """
        gathering = self._gathering
        if gathering is not None:
            yield None
            gathering.add(people if tells_facts else (), rooms)
            return
        with self.store.transaction(title, self.clock.now(), sitting) as number:
            self._name_source(number)
            yield number
            self.look_again(people if tells_facts else ())
        self._announcer.announce(Changed(frozenset({*rooms, Room.REMINDERS}), frozenset(people)))

    @contextmanager
    def together(self, title: str) -> Iterator[None]:
        """Many steps as one: one undo, one look at everyone concerned, one announcement that concerns everybody.

        Inside another ``together`` it joins that one.
        """
        if self._gathering is not None:
            yield
            return
        gathering = self._thread.gathering = Gathering()
        try:
            with self.store.transaction(title, self.clock.now()) as number:
                self._name_source(number)
                yield
                self.look_again(sorted(gathering.people))
        finally:
            self._thread.gathering = None
        self._announcer.announce(Changed(frozenset({*gathering.rooms, Room.REMINDERS}), None))

    @contextmanager
    def coming_from(self, files: Sequence[str]) -> Iterator[None]:
        """Steps made in this thread come from files of these names."""
        self._thread.files = Source(Origin.FILES, tuple(files))
        try:
            yield
        finally:
            del self._thread.files

    def _name_source(self, number: int | None) -> None:
        source: Source = getattr(self._thread, "files", self.source)
        if number is not None and source.origin is not Origin.WINDOW:
            self.store.journal.name_source(number, source)

    @property
    def _gathering(self) -> Gathering | None:
        """What ``together`` gathers in this thread."""
        gathering: Gathering | None = getattr(self._thread, "gathering", None)
        return gathering

    def announce(self, changed: Changed) -> None:
        """Tell everyone about a change that is no step (time went on, something was undone)."""
        self._announcer.announce(changed)

    def look_again(self, people: Iterable[PersonId]) -> None:
        """Derive how these people stand, and those who pointed me to them, and keep it. Inside a transaction."""
        asked = list(dict.fromkeys(people))
        now, timing = self.clock.now(), self.timing()
        for start in range(0, len(asked), BATCH):
            batch = asked[start : start + BATCH]
            concerned = list(dict.fromkeys([*batch, *self.store.facts.referrers_of(batch)]))
            kept = self.store.outlooks.of(concerned)
            refs = {outlook.person: person for person, outlook in kept.items()}
            looked = look_among(refs, self.store.facts.about(concerned), timing, now)
            self.store.outlooks.save({refs[ref]: outlook for ref, outlook in looked.items()}, now, kept)
