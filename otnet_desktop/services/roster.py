"""The contact list and the search, for whoever shows them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.roster import Chip, Hit, ListRow, ListView
from otnet_desktop.store.store import Store

Readings = Callable[[str], Sequence[str]]
"""What else may be meant by what was typed."""

FIRST_HITS = 50
"""As many as anybody reads before typing another letter."""


def nothing_else(_text: str) -> tuple[str, ...]:
    """Only what was typed is meant."""
    return ()


class RosterService:
    """Who is in the list, in which order, and who is found by what is typed."""

    def __init__(self, store: Store, readings: Readings = nothing_else) -> None:
        self._store = store
        self._others = readings

    def ids(self, view: ListView) -> array[int]:
        """Everyone in a view, eight bytes a person."""
        return self._store.roster.ids(view)

    def rows(self, ids: Sequence[int]) -> list[ListRow]:
        """The rows of a page, in the order asked for; people who are gone are left out."""
        return self._store.roster.rows(ids)

    def counts(self) -> dict[Chip, int]:
        """How many people each chip shows."""
        return self._store.roster.counts()

    def tags(self) -> dict[str, int]:
        """Tags in use with the number of people."""
        return self._store.roster.tags()

    def settings(self) -> dict[str, int]:
        """Settings people work in (codes of the vocabulary) with the number of people."""
        return self._store.roster.settings()

    def areas(self) -> dict[str, int]:
        """Practice areas of people (codes of the vocabulary) with the number of people."""
        return self._store.roster.areas()

    def first_named(self, letters: str) -> list[PersonId]:
        """People whose names begin like this, in order, archived ones last."""
        return [hit.id for hit in self._store.search.search_people(letters) if not hit.matched]

    def find_people(self, text: str) -> list[Hit]:
        """People found by names, places, roles, tags: quick enough for every key."""
        return self._store.search.search_people(*self._readings(text), limit=FIRST_HITS)

    def find_words(self, text: str) -> list[Hit]:
        """People found by notes, meetings, mails, with the line that matched. For a worker."""
        with self.elsewhere():
            return self._store.search.search_words(*self._readings(text), limit=FIRST_HITS)

    def find(self, text: str, limit: int = FIRST_HITS) -> list[Hit]:
        """Everyone about whom all the words are known, by name or by notes, best first."""
        return self._store.search.search(*self._readings(text), limit=limit)

    def _readings(self, text: str) -> tuple[str, ...]:
        """What was typed first, then what it is called elsewhere."""
        return text, *self._others(text)

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        """Work in another thread: the connection it opens by itself is closed at the end."""
        try:
            yield
        finally:
            self._store.database.let_go()
