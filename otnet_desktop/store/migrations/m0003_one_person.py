"""Who is here twice, in the third schema: what somebody said of it, what was merged, and numbers to find people by."""

from __future__ import annotations

BARE = "value"
for _separator in " -().+/":
    BARE = f"replace({BARE}, '{_separator}', '')"

ONE_PERSON = f"""
CREATE TABLE not_same (
    id INTEGER PRIMARY KEY,
    one_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    said_at INTEGER NOT NULL,
    UNIQUE (one_id, other_id)
);
CREATE INDEX not_same_other ON not_same (other_id);

CREATE TABLE merge_log (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    merged_at INTEGER NOT NULL,
    kept TEXT NOT NULL,
    gone TEXT NOT NULL
);
CREATE INDEX merge_log_person ON merge_log (person_id);

CREATE INDEX contact_point_number ON contact_point (substr({BARE}, -8)) WHERE kind = 'phone';
"""

ONE_PERSON_TABLES = ("not_same", "merge_log")
"""Tables that are journaled from now on. ``kept`` and ``gone`` are the originals as JSON."""
