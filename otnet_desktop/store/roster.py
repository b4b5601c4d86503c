"""The contact list: who is in it, in which order, and the rows of the page on the screen."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence

from otnet_desktop.domain.reminders import Ball, Stage
from otnet_desktop.domain.roster import ANSWERING, FINDING_A_TIME, RESTING, WAITING, Chip, ListRow, ListView
from otnet_desktop.store.database import Database
from otnet_desktop.store.list_rows import read_rows
from otnet_desktop.store.trouble import said_plainly

DUE = "SELECT person_id FROM reminder WHERE state = 'active'"
BY_NAME = "ORDER BY sort_name, id"
BY_PRIORITY = """
JOIN (SELECT person_id, min(priority * 100000000000 + due_at) AS urgency FROM reminder WHERE state = 'active'
      GROUP BY person_id) ON person_id = person.id
"""
"""Priorities are below 100 and instants below 10^11 seconds, so one number holds both."""


class Roster:
    """Lists, counts and filters people."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def ids(self, view: ListView) -> array[int]:
        """Everyone in a view, eight bytes a person: by name, or what is due by its priority."""
        joined, order = (BY_PRIORITY, "ORDER BY urgency, sort_name, id") if view.chip is Chip.DUE else ("", BY_NAME)
        wheres = [status_of(view.chip)]
        if view.chip in BY_OUTLOOK:
            wheres.append(f"id IN (SELECT person_id FROM outlook WHERE {BY_OUTLOOK[view.chip]})")
        parameters: tuple[str, ...] = ()
        for column, wanted in (("tags", view.tag), ("practice_areas", view.area)):
            if wanted:
                combinations = [text for text, words, _count in self._lists(column) if wanted in words]
                wheres.append(f"{column} IN (SELECT value FROM json_each(?)) AND {column} <> '[]'")
                parameters += (json.dumps(combinations),)
        if view.setting:
            wheres.append(f"id IN (SELECT person_id FROM affiliation WHERE setting = ? AND {CURRENT})")
            parameters += (view.setting,)
        select = f"SELECT id FROM person {joined} WHERE {' AND '.join(wheres)} {order}"
        in_one = f"SELECT json_group_array(id) FROM ({select})"  # half the time of a row for each
        with said_plainly():
            return array("q", json.loads(self._db.connection.execute(in_one, parameters).fetchone()[0]))

    def rows(self, ids: Sequence[int]) -> list[ListRow]:
        """The rows of one page, in the order asked for; people who are gone are left out."""
        return read_rows(self._db.connection, ids)

    def counts(self) -> dict[Chip, int]:
        """How many people each chip shows."""
        archived = self._count("person WHERE status = 'archived'")
        in_view = "JOIN person ON person.id = person_id WHERE person.status <> 'archived' AND"
        return {
            Chip.ALL: self._count("person") - archived,
            Chip.DUE: self._count(f"(SELECT DISTINCT person_id FROM reminder {in_view} state = 'active')"),
            **{chip: self._count(f"outlook {in_view} {stands}") for chip, stands in BY_OUTLOOK.items()},
            Chip.ARCHIVED: archived,
        }

    def tags(self) -> dict[str, int]:
        """All tags in use with the number of people, in the order of the alphabet."""
        return self._counted("tags")

    def areas(self) -> dict[str, int]:
        """All practice areas of people (codes of the vocabulary) with the number of people."""
        return self._counted("practice_areas")

    def settings(self) -> dict[str, int]:
        """All settings in which people work now (codes of the vocabulary) with the number of people."""
        rows = self._db.sql(
            f"SELECT setting, count(DISTINCT person_id) FROM affiliation WHERE setting <> '' AND {CURRENT} "
            "GROUP BY setting ORDER BY setting"
        )
        return dict(rows.fetchall())

    def _counted(self, column: str) -> dict[str, int]:
        counts: dict[str, int] = {}
        for _text, words, count in self._lists(column):
            for word in set(words):
                counts[word] = counts.get(word, 0) + count
        return dict(sorted(counts.items(), key=lambda item: item[0].casefold()))

    def _lists(self, column: str) -> list[tuple[str, list[str], int]]:
        """Each combination of words in use: as it is written, as words, and how many people have it."""
        rows = self._db.sql(f"SELECT {column}, count(*) FROM person WHERE {column} <> '[]' GROUP BY {column}")
        return [(text, json.loads(text), count) for text, count in rows]

    def _count(self, rest: str) -> int:
        return int(self._db.sql(f"SELECT count(*) FROM {rest}").fetchone()[0])


CURRENT = "until IS NULL"


def status_of(chip: Chip) -> str:
    """Archived people are shown by their own chip only."""
    return "status = 'archived'" if chip is Chip.ARCHIVED else "status <> 'archived'"


def listed(stages: Iterable[Stage]) -> str:
    """Stages for SQL."""
    return "(" + ", ".join(f"'{stage.value}'" for stage in sorted(stages)) + ")"


BY_OUTLOOK = {
    Chip.WAITING: f"stage IN {listed(WAITING | ANSWERING)} "
    f"AND (stage IN {listed(WAITING)} OR ball = '{Ball.THEM.value}')",
    Chip.TO_MEET: f"stage IN {listed({*FINDING_A_TIME, Stage.SCHEDULED})} "
    f"AND (stage IN {listed(FINDING_A_TIME)} OR next_meeting IS NOT NULL)",
    Chip.RESTING: f"stage IN {listed(RESTING)}",
}
"""How people stand whom a chip shows."""
