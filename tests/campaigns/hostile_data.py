"""Data in which every text that somebody may write is a hostile one.

Public: ``rewrite(workspace, names)`` and ``unsorted_columns(workspace)``: the text columns of the schema of which
nobody said yet whether they hold what somebody may write (``FREE``, ``LISTS``, ``PEOPLE``) or what is ours (others).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId
from otnet_desktop.services.workspace import Workspace
from tests.factories import NOW
from tests.history import make

FREE = {
    "advice": ("text", "outcome"),
    "affiliation": ("title", "department"),
    "compass_mark": ("why",),
    "contact_point": ("label",),
    "hours": ("text",),
    "key_point": ("text", "source"),
    "letter": ("title", "subject", "body"),
    "meeting": ("title", "place", "link", "event", "notes"),
    "message": ("subject", "body"),
    "note": ("body",),
    "opportunity": ("title", "organisation", "notes"),
    "organisation": ("name", "city", "region"),
    "own_question": ("text",),
    "own_word": ("label",),
    "place_note": ("body",),
    "place_point": ("text", "source"),
    "promise": ("text",),
    "purpose": ("statement",),
    "question": ("text", "answer"),
    "reflection": ("liked", "disliked", "wondering"),
    "tick": ("item",),
}
"""Whatever anybody types, by table."""
LISTS = {"meeting": ("takeaways",)}
"""The same, several in JSON."""
PEOPLE = frozenset({"person", "identity_key"})
"""Written through the profile, from which the rest of their row is made."""
DERIVED = frozenset({"outlook", "reminder", "fact", "notice_shown"})
KEPT = frozenset({"journal", "journal_group", "merge_log", "trash", "trash_row", "preference", "cleared_words"})
"""Hold what stands elsewhere as well, or what the program says itself."""
CODED = frozenset(
    {
        "ref", "uid", "kind", "state", "type", "data", "setting", "zone", "their_zone", "country", "website", "url",
        "value", "area", "mark", "confidence", "day", "since", "until", "seen_on", "received_on", "tried_on", "told_on",
        "deadline", "due_on", "gate", "gate_on", "by", "direction", "channel", "reminder_key", "format", "consent",
        "bank", "list", "code", "checklist",
    }
)  # fmt: skip
"""Columns that hold a word of ours, a day, an address or a name of a zone."""


def rewrite(workspace: Workspace, names: Iterator[str]) -> None:
    """Everybody, and all that is known of them, called otherwise; a row in every table."""
    _one_of_each(workspace)
    _people(workspace, names)
    with workspace.steps.together("Rewrite"):
        for table, columns in FREE.items():
            for column in columns:
                _fill(workspace, table, column, (next(names) for _ in iter(int, 1)))
        for table, columns in LISTS.items():
            for column in columns:
                _fill(workspace, table, column, (json.dumps([next(names), next(names)]) for _ in iter(int, 1)))
    workspace.care.check(repair=True)  # what is derived from all that
    workspace.people.remove(workspace.store.people.everyone()[-1])


def _one_of_each(workspace: Workspace) -> None:
    store = workspace.store
    met = next(person for person in store.people.everyone() if workspace.meetings.of(person))
    with store.transaction("Fill", NOW):
        make.journey(store, met, workspace.meetings.of(met)[0].id)


def _fill(workspace: Workspace, table: str, column: str, texts: Iterator[str]) -> None:
    database = workspace.store.database
    for (row,) in database.sql(f"SELECT rowid FROM {table}").fetchall():
        database.sql(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE rowid = ?", (next(texts), row))


def _people(workspace: Workspace, names: Iterator[str]) -> None:
    for person in workspace.store.people.everyone():
        _rename(workspace, person, names)


def _rename(workspace: Workspace, person: PersonId, names: Iterator[str]) -> None:
    profile = workspace.people.get(person).profile
    places = tuple(replace(place, organisation=next(names), title=next(names)) for place in profile.affiliations)
    ways = (*profile.contact_points, ContactPoint(ContactKind.CHAT, next(names), label=next(names)))
    called = replace(
        profile, display="", given=next(names), family=next(names), middle=next(names), prefix=next(names),
        suffix=next(names), nickname=next(names), say_it_like=next(names), pronouns=next(names), note=next(names),
        credentials=(next(names),), practice_areas=(next(names),), languages=(next(names),), tags=(next(names),),
        affiliations=places, contact_points=ways, how_met=next(names), event=next(names), source=next(names),
        foreign=(f"X-THING:{' '.join(next(names).split())}",),
    )  # fmt: skip
    workspace.people.save(person, called)


def unsorted_columns(workspace: Workspace) -> list[str]:
    """As ``table.column``."""
    sql = workspace.store.database.sql
    tables = [name for (name,) in sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    known = PEOPLE | DERIVED | KEPT
    return [
        f"{table}.{column[1]}"
        for table in tables
        if table not in known and not table.startswith(("find_", "sqlite_"))
        for column in sql(f"PRAGMA table_info({table})")
        if "TEXT" in column[2] and column[1] not in {*FREE.get(table, ()), *LISTS.get(table, ()), *CODED}
    ]
