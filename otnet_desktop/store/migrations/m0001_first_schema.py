"""The first schema: people, what is known about them, what happened, and what can be derived and found.

Instants are INTEGER seconds since 1970 in UTC, days are TEXT ``YYYY-MM-DD``, lists are JSON arrays in TEXT.
Tables of *facts and content* are journaled; ``outlook``, ``reminder`` and the search tables are derived from them.
"""

from __future__ import annotations

import sqlite3

from otnet_desktop.store.migrations.sql import journal_triggers, run_script

CONTENT = """
CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    setting TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT ''
);
CREATE INDEX organisation_name ON organisation (name);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL DEFAULT 'active',
    full_name TEXT NOT NULL DEFAULT '',
    sort_name TEXT NOT NULL DEFAULT '',
    call_name TEXT NOT NULL DEFAULT '',
    headline TEXT NOT NULL DEFAULT '',
    find_text TEXT NOT NULL DEFAULT '',
    given TEXT NOT NULL DEFAULT '',
    family TEXT NOT NULL DEFAULT '',
    display TEXT NOT NULL DEFAULT '',
    middle TEXT NOT NULL DEFAULT '',
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    nickname TEXT NOT NULL DEFAULT '',
    say_it_like TEXT NOT NULL DEFAULT '',
    pronouns TEXT NOT NULL DEFAULT '',
    credentials TEXT NOT NULL DEFAULT '[]',
    role TEXT NOT NULL DEFAULT '',
    practice_areas TEXT NOT NULL DEFAULT '[]',
    nucc TEXT NOT NULL DEFAULT '[]',
    languages TEXT NOT NULL DEFAULT '[]',
    zone TEXT NOT NULL DEFAULT '',
    birthday TEXT NOT NULL DEFAULT '',
    how_met TEXT NOT NULL DEFAULT '',
    met_via TEXT NOT NULL DEFAULT '',
    event TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    source TEXT NOT NULL DEFAULT '',
    uid TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);
CREATE INDEX person_sort ON person (sort_name, id, status);
CREATE INDEX person_call ON person (call_name, id, status);
CREATE INDEX person_tags ON person (tags) WHERE tags <> '[]';
CREATE INDEX person_uid ON person (uid) WHERE uid <> '';
CREATE INDEX person_hidden ON person (status) WHERE status <> 'active';

CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    is_primary INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'ok'
);
CREATE INDEX contact_point_person ON contact_point (person_id, position);

CREATE TABLE identity_key (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    value TEXT NOT NULL
);
CREATE INDEX identity_key_value ON identity_key (value);
CREATE INDEX identity_key_person ON identity_key (person_id);

CREATE TABLE affiliation (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    organisation_id INTEGER REFERENCES organisation (id),
    position INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    department TEXT NOT NULL DEFAULT '',
    setting TEXT NOT NULL DEFAULT '',
    since TEXT,
    until TEXT
);
CREATE INDEX affiliation_person ON affiliation (person_id, position);
CREATE INDEX affiliation_organisation ON affiliation (organisation_id);
CREATE INDEX affiliation_setting ON affiliation (setting, person_id) WHERE setting <> '' AND until IS NULL;

CREATE TABLE photo (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    data BLOB NOT NULL
);

CREATE TABLE note (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    reviewed_at INTEGER NOT NULL
);

CREATE TABLE key_point (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    seen_on TEXT,
    noted_at INTEGER NOT NULL
);
CREATE INDEX key_point_person ON key_point (person_id, position);

CREATE TABLE purpose (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    statement TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open',
    gate TEXT NOT NULL DEFAULT 'not_needed',
    gate_on TEXT,
    set_at INTEGER NOT NULL
);
CREATE INDEX purpose_person ON purpose (person_id);

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    channel TEXT NOT NULL DEFAULT 'email',
    kind TEXT NOT NULL DEFAULT 'other',
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    reminder_key TEXT NOT NULL DEFAULT '',
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    saved_at INTEGER NOT NULL
);
CREATE INDEX message_person ON message (person_id, saved_at);
CREATE INDEX message_meeting ON message (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX message_waiting ON message (state) WHERE state IN ('draft', 'handed_over');

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL DEFAULT 'meeting',
    title TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    event TEXT NOT NULL DEFAULT '',
    format TEXT NOT NULL DEFAULT 'virtual',
    state TEXT NOT NULL DEFAULT 'planned',
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    zone TEXT NOT NULL DEFAULT '',
    their_zone TEXT NOT NULL DEFAULT '',
    uid TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0,
    is_mentoring INTEGER NOT NULL DEFAULT 0,
    consent TEXT NOT NULL DEFAULT 'not_asked',
    notes TEXT NOT NULL DEFAULT '',
    takeaways TEXT NOT NULL DEFAULT '[]',
    advice TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX meeting_start ON meeting (start_at);

CREATE TABLE attendee (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (meeting_id, person_id)
);
CREATE INDEX attendee_person ON attendee (person_id);

CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0,
    answer TEXT NOT NULL DEFAULT ''
);
CREATE INDEX question_meeting ON question (meeting_id, position);

CREATE TABLE promise (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    by TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    due_on TEXT
);
CREATE INDEX promise_person ON promise (person_id);

CREATE TABLE opportunity (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    title TEXT NOT NULL DEFAULT '',
    deadline TEXT
);
CREATE INDEX opportunity_person ON opportunity (person_id);

CREATE TABLE helper (
    id INTEGER PRIMARY KEY,
    opportunity_id INTEGER NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (opportunity_id, person_id)
);
CREATE INDEX helper_person ON helper (person_id);

CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    other_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
    promise_id INTEGER REFERENCES promise (id) ON DELETE CASCADE,
    opportunity_id INTEGER REFERENCES opportunity (id) ON DELETE CASCADE,
    message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
    data TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX fact_person ON fact (person_id, at);
CREATE INDEX fact_other ON fact (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX fact_meeting ON fact (meeting_id, at) WHERE meeting_id IS NOT NULL;
CREATE INDEX fact_promise ON fact (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX fact_opportunity ON fact (opportunity_id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX fact_message ON fact (message_id) WHERE message_id IS NOT NULL;
"""

OUTSIDE_THE_JOURNAL = """
CREATE TABLE preference (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE notice_shown (
    key TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (key, at)
) WITHOUT ROWID;

CREATE TABLE outlook (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    stage TEXT NOT NULL,
    ball TEXT NOT NULL,
    approach INTEGER NOT NULL,
    nudges INTEGER NOT NULL,
    last_reached_out INTEGER,
    last_in_touch INTEGER,
    next_meeting INTEGER,
    looked_at INTEGER NOT NULL,
    valid_until INTEGER
);
CREATE INDEX outlook_stage ON outlook (stage);
CREATE INDEX outlook_valid ON outlook (valid_until) WHERE valid_until IS NOT NULL;

CREATE TABLE reminder (
    key TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    seat INTEGER NOT NULL,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    variant TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    overdue INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (key, person_id)
) WITHOUT ROWID;
CREATE INDEX reminder_person ON reminder (person_id);
CREATE INDEX reminder_meeting ON reminder (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX reminder_order ON reminder (state, priority, due_at, person_id);

CREATE TABLE journal_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    title TEXT NOT NULL,
    undoes INTEGER REFERENCES journal_group (id) ON DELETE CASCADE,
    undone_by INTEGER
);
CREATE INDEX journal_group_undoes ON journal_group (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX journal_group_undone ON journal_group (undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES journal_group (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    last_row_id INTEGER NOT NULL,
    op TEXT NOT NULL,
    before TEXT
);
CREATE INDEX journal_row ON journal (group_id, table_name, row_id);

CREATE TABLE journal_pen (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    group_id INTEGER,
    index_later INTEGER NOT NULL DEFAULT 0
);
INSERT INTO journal_pen VALUES (1, NULL, 0);
"""

SEARCH = """
CREATE VIRTUAL TABLE find_people USING fts5 (
    full_name, headline, find_text,
    content='person', content_rowid='id',
    detail=column, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER find_people_added AFTER INSERT ON person WHEN (SELECT index_later FROM journal_pen) = 0 BEGIN
    INSERT INTO find_people (rowid, full_name, headline, find_text)
    VALUES (NEW.id, NEW.full_name, NEW.headline, NEW.find_text);
END;
CREATE TRIGGER find_people_removed AFTER DELETE ON person BEGIN
    INSERT INTO find_people (find_people, rowid, full_name, headline, find_text)
    VALUES ('delete', OLD.id, OLD.full_name, OLD.headline, OLD.find_text);
END;
CREATE TRIGGER find_people_changed AFTER UPDATE OF full_name, headline, find_text ON person
WHEN OLD.full_name <> NEW.full_name OR OLD.headline <> NEW.headline OR OLD.find_text <> NEW.find_text BEGIN
    INSERT INTO find_people (find_people, rowid, full_name, headline, find_text)
    VALUES ('delete', OLD.id, OLD.full_name, OLD.headline, OLD.find_text);
    INSERT INTO find_people (rowid, full_name, headline, find_text)
    VALUES (NEW.id, NEW.full_name, NEW.headline, NEW.find_text);
END;

CREATE VIRTUAL TABLE find_words USING fts5 (
    body, content='', detail=none, prefix='2 3 4 5 6', tokenize="unicode61 remove_diacritics 2"
);

-- merged in idle moments instead of every few saves, which would make some saves ten times as long
INSERT INTO find_people (find_people, rank) VALUES ('automerge', 0);
INSERT INTO find_people (find_people, rank) VALUES ('crisismerge', 32);
INSERT INTO find_words (find_words, rank) VALUES ('automerge', 0);
INSERT INTO find_words (find_words, rank) VALUES ('crisismerge', 32);
"""

PIECES = (
    # number, table, row id column, searched text; rowid in find_words = row id * 8 + number
    (0, "note", "person_id", ("body",)),
    (1, "key_point", "id", ("text", "source")),
    (2, "purpose", "id", ("statement",)),
    (3, "message", "id", ("subject", "body")),
    (4, "meeting", "id", ("title", "place", "event", "notes", "takeaways", "advice")),
    (5, "question", "id", ("text", "answer")),
    (6, "promise", "id", ("text",)),
    (7, "opportunity", "id", ("title",)),
)
"""Everything a person may remember, apart from the names and places of ``find_people``."""


def word_triggers() -> str:
    """SQL that keeps ``find_words`` right by whatever path a text changes."""
    parts = []
    for number, table, row, columns in PIECES:

        def text(row_name: str, columns: tuple[str, ...] = columns) -> str:
            return " || char(10) || ".join(f"{row_name}.{column}" for column in columns)

        add = f"INSERT INTO find_words (rowid, body) VALUES (NEW.{row} * 8 + {number}, {text('NEW')});"
        drop = (
            f"INSERT INTO find_words (find_words, rowid, body) "
            f"VALUES ('delete', OLD.{row} * 8 + {number}, {text('OLD')});"
        )
        names = ", ".join(columns)
        parts.append(
            f"CREATE TRIGGER find_{table}_added AFTER INSERT ON {table} "
            f"WHEN (SELECT index_later FROM journal_pen) = 0 BEGIN {add} END;\n"
            f"CREATE TRIGGER find_{table}_removed AFTER DELETE ON {table} BEGIN {drop} END;\n"
            f"CREATE TRIGGER find_{table}_changed AFTER UPDATE OF {names} ON {table} BEGIN {drop} {add} END;\n"
        )
    return "".join(parts)


JOURNALED = (
    "organisation",
    "person",
    "contact_point",
    "identity_key",
    "affiliation",
    "photo",
    "note",
    "key_point",
    "purpose",
    "message",
    "meeting",
    "attendee",
    "question",
    "promise",
    "opportunity",
    "helper",
    "fact",
)


TITLE = "first schema"


def upgrade(connection: sqlite3.Connection) -> None:
    """Run this step. The caller holds the transaction."""
    for script in (CONTENT, OUTSIDE_THE_JOURNAL, SEARCH, word_triggers()):
        run_script(connection, script)
    for table in JOURNALED:
        run_script(connection, journal_triggers(connection, table))
