"""Takes steps back and does them again. The triggers of the schema write the journal; this reads it.

A step holds, for each row it touched, what the row was before. Playing that backwards restores it exactly; doing so is
itself written down as a step, and playing *that* backwards is redo.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.history import WINDOW, Change, Source
from otnet_desktop.domain.people import PersonId
from otnet_desktop.store import journal_steps as steps
from otnet_desktop.store.database import Database
from otnet_desktop.store.engine import errors
from otnet_desktop.store.journal_playing import play_backwards
from otnet_desktop.store.journal_steps import Step
from otnet_desktop.store.journal_touch import among_people, people_in_step, rooms_in_step
from otnet_desktop.store.outlooks import Outlooks
from otnet_desktop.store.person_history import changes_of
from otnet_desktop.store.rows import seconds

KEPT_STEPS = 1_000
KEPT_FOR = timedelta(days=30)
ALWAYS_KEPT = 20
"""So many newest steps stay whatever the clock says (it may have been wrong) and however much they hold."""
KEPT_LETTERS = 64_000_000
"""So much of what was before is kept beyond those: each sitting at notes of a megabyte holds them once more."""

LARGE = 2_000
"""So many rows come back within a tenth of a second."""

ROWS = """
SELECT coalesce(sum(many), 0) FROM (SELECT last_row_id - row_id + 1 AS many FROM journal WHERE group_id = ? LIMIT ?)
"""
ROWS_AGAIN = ROWS.replace("= ?", "= (SELECT undone_by FROM journal_group WHERE id = ?)", 1)
BEYOND = """
SELECT max(group_id) FROM (
    SELECT group_id, sum(sum(length(before))) OVER (ORDER BY group_id DESC) AS held FROM journal GROUP BY group_id
) WHERE held > ?
"""
"""The newest step that with all after it holds too much."""
MADE_BY = f"""
SELECT group_id FROM journal WHERE table_name = ? AND op = 'insert' AND ? BETWEEN row_id AND last_row_id
AND group_id IN (SELECT id FROM journal_group WHERE {steps.DONE}) ORDER BY id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Undone:
    """A step taken back or done again: whom it concerns (they are here now, and must be looked at again) and where.

    ``gone`` are no longer here; ``returned`` are here, and not in the archive, but were not before.
    """

    title: str
    people: frozenset[PersonId]
    gone: frozenset[PersonId]
    returned: frozenset[PersonId]
    rooms: frozenset[Room]


class Journal:
    """The user's steps, newest first."""

    def __init__(self, database: Database, outlooks: Outlooks) -> None:
        self._db = database
        self._outlooks = outlooks

    def undo_title(self) -> str | None:
        """What undo would take back."""
        step = self.newest()
        return step.title if step else None

    def redo_title(self) -> str | None:
        """What redo would do again."""
        step = steps.last_undone(self._db.connection)
        return step.title if step else None

    def newest(self) -> Step | None:
        """The step that undo would take back."""
        return steps.last_done(self._db.connection)

    def is_large(self, *, again: bool = False) -> bool:
        """Whether undo (or redo: ``again``) would touch more rows than a moment allows."""
        step = steps.last_undone(self._db.connection) if again else self.newest()
        if step is None:
            return False
        (rows,) = self._db.sql(ROWS_AGAIN if again else ROWS, (step.id, LARGE + 1)).fetchone()
        return bool(rows > LARGE)

    def last_step(self) -> int | None:
        """The number of the newest step, to be continued by ``transaction(..., group=...)``."""
        step = self.newest()
        return step.id if step else None

    def step_of(self, table: str, row: int) -> int | None:
        """The step in which a row came to be, as long as it can be taken back."""
        found = self._db.sql(MADE_BY, (table, row)).fetchone()
        return int(found[0]) if found else None

    def done_since(self, step: int) -> int:
        """How many steps undo would take back before that one."""
        (count,) = self._db.sql(f"SELECT count(*) FROM journal_group WHERE {steps.DONE} AND id > ?", (step,)).fetchone()
        return int(count)

    def newest_number(self) -> int:
        """The number of whatever was done last, undone or not; numbers are never given again."""
        return int(self._db.sql("SELECT coalesce(max(id), 0) FROM journal_group").fetchone()[0])

    def people_since(self, number: int) -> set[PersonId]:
        """Everybody whom anything is about that was done or undone since, whether they are still here or not."""
        which = self._db.sql("SELECT id FROM journal_group WHERE id > ?", (number,)).fetchall()
        return {person for (group,) in which for person in people_in_step(self._db.connection, group)}

    def name_source(self, step: int, source: Source) -> None:
        """Write down where a step comes from. Inside it."""
        self._db.sql("UPDATE journal_group SET source = ? WHERE id = ?", (str(source), step))

    @contextmanager
    def travelling(self) -> Iterator[None]:
        """Undo or redo, wholly or not at all. Raises NotAllowed where the rows are not as the step left them."""
        try:
            with self._db.transaction():
                yield
        except errors(kind="IntegrityError") as error:
            raise NotAllowed(
                "That cannot be taken back: what it changed was changed elsewhere since.",
                "Nothing was changed now. Older backups still hold what was there before.",
            ) from error

    def undo(self, at: datetime, source: Source = WINDOW) -> Undone | None:
        """Take the newest step back. Outlooks of the people concerned count as outdated until looked at again."""
        with self._db.transaction():
            step = steps.last_done(self._db.connection)
            if step is None:
                return None
            back = steps.add(self._db.connection, step.title, seconds(at), undoes=step.id)
            steps.point_pen(self._db.connection, back)
            undone = self._travel(step, step.id)
            steps.point_pen(self._db.connection, None)
            self.name_source(back, source)
            self._db.sql("UPDATE journal_group SET undone_by = ? WHERE id = ?", (back, step.id))
            return undone

    def redo(self, at: datetime, source: Source = WINDOW) -> Undone | None:
        """Do the step that was taken back last again. Of both only when it was is kept."""
        with self._db.transaction():
            step = steps.last_undone(self._db.connection)
            if step is None:
                return None
            (back,) = self._db.sql("SELECT undone_by FROM journal_group WHERE id = ?", (step.id,)).fetchone()
            redone = self._travel(step, back)
            self._db.sql("UPDATE journal_group SET undone_by = NULL WHERE id = ?", (step.id,))
            self._db.sql("DELETE FROM journal WHERE group_id = ?", (back,))
            self.name_source(steps.add(self._db.connection, step.title, seconds(at), undoes=back), source)
            return redone

    def history(self, person: PersonId) -> list[Change]:
        """What changed about somebody, newest first (see ``changes_of``). For a worker."""
        return changes_of(self._db, person)

    def prune(self, now: datetime) -> None:
        """Forget steps that are too old, too many, or too much together, to be taken back."""
        self._db.sql(
            "DELETE FROM journal_group WHERE id <= (SELECT max(id) FROM journal_group) - ? "
            "AND (at < ? OR id <= (SELECT max(id) FROM journal_group) - ?)",
            (ALWAYS_KEPT, seconds(now - KEPT_FOR), KEPT_STEPS),
        )
        (beyond,) = self._db.sql(BEYOND, (KEPT_LETTERS,)).fetchone()
        if beyond is not None:
            self._db.sql(
                "DELETE FROM journal_group WHERE id <= ? AND id <= (SELECT max(id) FROM journal_group) - ?",
                (beyond, ALWAYS_KEPT),
            )

    def seal(self, heads: Sequence[int]) -> None:
        """Forget every step that still knows whoever lies under these heads of the trash, and all before them.

        What had been taken back goes as well: doing it again would need what is forgotten.
        """
        self._db.sql("DELETE FROM journal_group WHERE undone_by IS NOT NULL")
        self._db.sql(
            "DELETE FROM journal_group WHERE id <= (SELECT max(group_id) FROM journal "
            "WHERE table_name = 'trash' AND row_id IN (SELECT value FROM json_each(?)))",
            (json.dumps(list(heads)),),
        )

    def _travel(self, step: Step, written: int) -> Undone:
        """Play what group ``written`` wrote down backwards."""
        connection = self._db.connection
        people = people_in_step(connection, written)
        before = among_people(connection, people)
        connection.execute("PRAGMA defer_foreign_keys = ON")
        play_backwards(connection, written)
        people |= people_in_step(connection, written)
        here = frozenset(self._outlooks.distrust(people))
        returned = among_people(connection, here) - before
        return Undone(step.title, here, frozenset(people) - here, returned, rooms_in_step(connection, written))
