"""The trash of the third schema, and where each step of the journal came from.

What somebody's deletion takes away is kept in ``trash_row`` as the rows it was. Only the heads (``trash``) are
journaled: a step that takes one away or brings it back finds the rows of that head where they were.
"""

from __future__ import annotations

TRASH = """
CREATE TABLE trash (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    ref TEXT NOT NULL,
    name TEXT NOT NULL,
    headline TEXT NOT NULL DEFAULT '',
    deleted_at INTEGER NOT NULL
);
CREATE INDEX trash_deleted ON trash (deleted_at);
CREATE INDEX trash_person ON trash (person_id);

CREATE TABLE trash_row (
    id INTEGER PRIMARY KEY,
    trash_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    part TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (trash_id, table_name, row_id)
);

-- whoever is deleted may be whom to ask first somewhere; without it each deletion reads all places
CREATE INDEX organisation_gate ON organisation (gate_person_id) WHERE gate_person_id IS NOT NULL;

ALTER TABLE journal_group ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_pen ADD COLUMN sealed_at INTEGER;
ALTER TABLE journal_pen ADD COLUMN wipe_owed INTEGER NOT NULL DEFAULT 0;
"""

NEW = ("trash",)
"""Tables that are journaled from now on."""
