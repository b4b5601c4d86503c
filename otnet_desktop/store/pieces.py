"""The texts that ``find_words`` holds, apart from the names and places of ``find_people``, and whom each is about.

A row of ``find_words`` is numbered ``row id * 16 + piece number``; the triggers of the schema write the same.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from otnet_desktop.store.database import Database

STRIDE = 16


class Piece(NamedTuple):
    """One kind of text: its table, the id of a row, the columns searched, and SQL for (row, person) pairs."""

    number: int
    label: str
    table: str
    key: str
    columns: tuple[str, ...]
    owners: str


def owned(table: str) -> str:
    """Rows that name their person themselves."""
    return f"SELECT id AS row, person_id AS person FROM {table}"


STAFF = "SELECT organisation_id AS row, person_id AS person FROM affiliation WHERE organisation_id IS NOT NULL"

PIECES = (
    Piece(0, "Note", "note", "person_id", ("body",), "SELECT person_id AS row, person_id AS person FROM note"),
    Piece(1, "Key point", "key_point", "id", ("text", "source"), owned("key_point")),
    Piece(2, "Purpose", "purpose", "id", ("statement",), owned("purpose")),
    Piece(3, "Message", "message", "id", ("subject", "body"), owned("message")),
    Piece(
        4,
        "Meeting",
        "meeting",
        "id",
        ("title", "place", "event", "notes", "takeaways"),
        "SELECT meeting_id AS row, person_id AS person FROM attendee",
    ),
    Piece(
        5,
        "Question",
        "question",
        "id",
        ("text", "answer"),
        "SELECT question.id AS row, person_id AS person FROM question JOIN attendee USING (meeting_id)",
    ),
    Piece(6, "Promise", "promise", "id", ("text",), owned("promise")),
    Piece(
        7,
        "Opportunity",
        "opportunity",
        "id",
        ("title", "organisation", "notes"),
        "SELECT id AS row, person_id AS person FROM opportunity UNION SELECT opportunity_id, person_id FROM helper",
    ),
    Piece(8, "Place", "place_note", "organisation_id", ("body",), STAFF),
    Piece(
        9,
        "Place",
        "place_point",
        "id",
        ("text", "source"),
        "SELECT place_point.id AS row, person_id AS person FROM place_point JOIN affiliation USING (organisation_id)",
    ),
    Piece(10, "Advice", "advice", "id", ("text", "outcome"), owned("advice")),
    Piece(
        11,
        "Reflection",
        "reflection",
        "meeting_id",
        ("liked", "disliked", "wondering"),
        "SELECT meeting_id AS row, person_id AS person FROM attendee",
    ),
    Piece(12, "Hours", "hours", "id", ("text",), owned("hours")),
)
LISTS = {"takeaways"}
"""Columns that hold a JSON list."""

NO_ENTRIES = "[]"


class PieceText(NamedTuple):
    """A text about a person, as it is read."""

    number: int
    person: int
    status: str
    label: str
    text: str


def texts_by_row(database: Database, numbers: list[int]) -> list[PieceText]:
    """The texts behind some rows of ``find_words``, in the order of ``numbers``; one for each person concerned."""
    order = {number: place for place, number in enumerate(numbers)}
    found: list[PieceText] = []
    for piece, rows in by_piece(numbers):
        found += read_texts(database, piece, "row", rows)
    return sorted(found, key=lambda text: (order[text.number], text.person))


def by_piece(numbers: list[int]) -> list[tuple[Piece, list[int]]]:
    """The rows behind some rows of ``find_words``, by the kind of text."""
    rows: dict[int, list[int]] = {}
    for number in numbers:
        rows.setdefault(number % STRIDE, []).append(number // STRIDE)
    return [(piece, rows[piece.number]) for piece in PIECES if piece.number in rows]


def owners_of(database: Database, numbers: list[int]) -> list[int]:
    """Whom some rows of ``find_words`` are about."""
    people: list[int] = []
    for piece, rows in by_piece(numbers):
        select = f"SELECT person FROM ({piece.owners}) WHERE row IN (SELECT value FROM json_each(?))"
        people += [row[0] for row in database.sql(select, (json.dumps(rows),)).fetchall() if row[0] is not None]
    return people


def texts_about(database: Database, people: list[int]) -> dict[int, list[PieceText]]:
    """Every text about some people."""
    found: dict[int, list[PieceText]] = {person: [] for person in people}
    for piece in PIECES if people else ():
        for text in read_texts(database, piece, "person", people):
            found[text.person].append(text)
    return found


def read_texts(database: Database, piece: Piece, asked_by: str, ids: list[int]) -> list[PieceText]:
    """Texts of one kind, asked for by their "row" or by their "person"."""
    columns = ", ".join(f"t.{column}" for column in piece.columns)
    rows = database.sql(
        f"SELECT o.row, o.person, person.status, {columns} FROM ({piece.owners}) o "
        f"JOIN {piece.table} t ON t.{piece.key} = o.row JOIN person ON person.id = o.person "
        f"WHERE o.{asked_by} IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return [
        PieceText(row * STRIDE + piece.number, person, status, piece.label, as_lines(piece, told))
        for row, person, status, *told in rows.fetchall()
    ]


def as_lines(piece: Piece, told: list[str]) -> str:
    """The columns of a row one below the other, lists one entry a line."""
    lines: list[str] = []
    for column, text in zip(piece.columns, told, strict=True):
        if column not in LISTS:
            lines.append(text)
        elif text != NO_ENTRIES:
            lines += json.loads(text)
    return "\n".join(filter(None, lines))
