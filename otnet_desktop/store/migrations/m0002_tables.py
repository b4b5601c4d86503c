"""The tables of the second schema: free time, what is known of places, own letters and questions, and the journey.

Minutes are counted from midnight on the wall clock of the user's zone; a whole day is 0 to 1440.
"""

from __future__ import annotations

SCHEDULING = """
CREATE TABLE free_time (
    id INTEGER PRIMARY KEY,
    weekday INTEGER NOT NULL,
    start_minute INTEGER NOT NULL,
    end_minute INTEGER NOT NULL
);

CREATE TABLE free_day (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    start_minute INTEGER NOT NULL DEFAULT 0,
    end_minute INTEGER NOT NULL DEFAULT 1440,
    is_free INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX free_day_day ON free_day (day);

CREATE TABLE offered_time (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    zone TEXT NOT NULL DEFAULT '',
    their_zone TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'proposed',
    offered_at INTEGER NOT NULL
);
CREATE INDEX offered_time_person ON offered_time (person_id, start_at);
"""

RESEARCH = """
ALTER TABLE key_point ADD COLUMN confidence TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN gate_person_id INTEGER REFERENCES person (id) ON DELETE SET NULL;

CREATE TABLE place_note (
    organisation_id INTEGER PRIMARY KEY REFERENCES organisation (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    reviewed_at INTEGER NOT NULL
);

CREATE TABLE place_point (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    seen_on TEXT,
    confidence TEXT NOT NULL DEFAULT '',
    noted_at INTEGER NOT NULL
);
CREATE INDEX place_point_organisation ON place_point (organisation_id, position);
"""

WRITING = """
CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'other',
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    changed_at INTEGER NOT NULL
);

CREATE TABLE own_question (
    id INTEGER PRIMARY KEY,
    bank TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL
);

CREATE TABLE own_word (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    UNIQUE (list, code)
);

CREATE TABLE tick (
    id INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
    checklist TEXT NOT NULL,
    item TEXT NOT NULL
);
CREATE INDEX tick_person ON tick (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX tick_meeting ON tick (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE cleared_words (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE
);
"""

JOURNEY = """
ALTER TABLE opportunity ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE opportunity ADD COLUMN organisation TEXT NOT NULL DEFAULT '';
ALTER TABLE opportunity ADD COLUMN url TEXT NOT NULL DEFAULT '';
ALTER TABLE opportunity ADD COLUMN notes TEXT NOT NULL DEFAULT '';

CREATE TABLE advice (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    received_on TEXT NOT NULL,
    tried_on TEXT,
    told_on TEXT,
    outcome TEXT NOT NULL DEFAULT ''
);
CREATE INDEX advice_person ON advice (person_id);
CREATE INDEX advice_meeting ON advice (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE reflection (
    meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    liked TEXT NOT NULL DEFAULT '',
    disliked TEXT NOT NULL DEFAULT '',
    wondering TEXT NOT NULL DEFAULT '',
    written_at INTEGER NOT NULL
);

CREATE TABLE fit (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    setting TEXT NOT NULL,
    score INTEGER NOT NULL,
    UNIQUE (meeting_id, setting)
);

CREATE TABLE compass_mark (
    id INTEGER PRIMARY KEY,
    area TEXT NOT NULL,
    setting TEXT NOT NULL,
    mark TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    UNIQUE (area, setting)
);

CREATE TABLE hours (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX hours_day ON hours (day);
CREATE INDEX hours_person ON hours (person_id) WHERE person_id IS NOT NULL;
"""

NEW = (
    "message_reader",
    "free_time",
    "free_day",
    "offered_time",
    "place_note",
    "place_point",
    "letter",
    "own_question",
    "own_word",
    "tick",
    "cleared_words",
    "advice",
    "reflection",
    "fit",
    "compass_mark",
    "hours",
)
"""Tables that are journaled from now on."""

CHANGED = ("organisation", "key_point", "opportunity", "meeting")
"""Tables whose journal must write down other columns."""
