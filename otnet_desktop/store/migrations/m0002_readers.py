"""Whom a message goes to besides the first, so that one letter to several is one message."""

from __future__ import annotations

READERS = """
CREATE TABLE message_reader (
    id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (message_id, person_id)
);
CREATE INDEX message_reader_person ON message_reader (person_id);
"""
