"""The tables of the first schema beside the content: settings, what is derived, and the journal itself."""

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
