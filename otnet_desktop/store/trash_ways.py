"""What of all there is goes into the trash with somebody: found by the references between the tables.

*Own* rows go with the person. *Shared* ones are not theirs alone (a meeting, a letter to several, a place): they are
kept in case they are gone when the person comes back. *Known* ones are only kept to be recognised, so that what points
to them does so again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from otnet_desktop.store.journal_playing import shape_of
from otnet_desktop.store.migrations.sql import BLOBS
from otnet_desktop.store.references import Reference, references


class Part(StrEnum):
    """What a row in the trash is to the person."""

    OWN = "own"
    SHARED = "shared"
    KNOWN = "known"


class Way(NamedTuple):
    """From the heads in the trash (``h``) to rows (``t``) of a table."""

    table: str
    part: Part
    joins: str


HAVE = ("message", "promise")
"""What is somebody's and has rows of its own."""

SHARE = (
    ("meeting", "attendee", "meeting_id"),
    ("message", "message_reader", "message_id"),
    ("organisation", "affiliation", "organisation_id"),
)
"""What several people may have, and the table and column by which."""


def ways(told: Sequence[Reference]) -> list[Way]:
    """All ways, the closest first: a row is kept by the first that leads to it."""
    own = list(own_ways(told))
    shared = [way for parent, by, column in SHARE for way in shared_ways(told, parent, by, column)]
    return own + shared + list(known_ways(told, own))


def own_ways(told: Sequence[Reference]) -> Iterator[Way]:
    """What goes with the person, and what goes with that."""
    yield Way("person", Part.OWN, "JOIN person t ON t.id = h.person_id")
    for r in told:
        if r.parent == "person" and r.goes_with_it:
            yield Way(r.table, Part.OWN, f"JOIN {r.table} t ON t.{r.column} = h.person_id")
        if r.parent in HAVE and r.goes_with_it:
            parent = f"JOIN {r.parent} p ON p.person_id = h.person_id"
            yield Way(r.table, Part.OWN, f"{parent} JOIN {r.table} t ON t.{r.column} = p.id")


def shared_ways(told: Sequence[Reference], parent: str, by: str, column: str) -> Iterator[Way]:
    """What several have, with what goes with it and is no other person's."""
    taken_part = f"JOIN {by} b ON b.person_id = h.person_id"
    yield Way(parent, Part.SHARED, f"{taken_part} JOIN {parent} t ON t.id = b.{column}")
    for r in told:
        if r.parent == parent and r.goes_with_it:
            others = [o.column for o in told if o.table == r.table and o.parent == "person" and o.goes_with_it]
            nobody = "".join(f" AND +t.{other} IS NULL" for other in others)
            yield Way(r.table, Part.SHARED, f"{taken_part} JOIN {r.table} t ON t.{r.column} = b.{column}{nobody}")


def known_ways(told: Sequence[Reference], own: Sequence[Way]) -> Iterator[Way]:
    """What own rows point to, and what forgets the person or a meeting of theirs."""
    for way in own:
        for r in told:
            if r.table == way.table and r.parent != "person":
                joins = way.joins.replace(" t ON t.", " o ON o.")
                yield Way(r.parent, Part.KNOWN, f"{joins} JOIN {r.parent} t ON t.id = o.{r.column}")
    for r in told:
        if r.parent == "person" and not r.goes_with_it:
            yield Way(r.table, Part.KNOWN, f"JOIN {r.table} t ON t.{r.column} = h.person_id")
        if r.parent == "meeting" and not r.goes_with_it:
            met = "JOIN attendee b ON b.person_id = h.person_id"
            yield Way(r.table, Part.KNOWN, f"{met} JOIN {r.table} t ON t.{r.column} = b.meeting_id")


def keep_rows(connection: sqlite3.Connection, after: int) -> None:
    """Copy the rows of everybody whose head is newer than ``after`` into the trash, before they are deleted."""
    for way in ways(references(connection)):
        shape = shape_of(connection, way.table)
        told = ", ".join(
            f"'{name}', hex(t.{name})" if (way.table, name) in BLOBS else f"'{name}', t.{name}"
            for name in shape.columns
        )
        joins = way.joins.replace("JOIN", "CROSS JOIN")  # in this order: the heads are few
        connection.execute(
            f"INSERT OR IGNORE INTO trash_row (trash_id, table_name, row_id, part, data) "
            f"SELECT h.id, '{way.table}', t.{shape.key}, '{way.part}', json_object({told}) "
            f"FROM trash h {joins} WHERE h.id > ?",
            (after,),
        )
