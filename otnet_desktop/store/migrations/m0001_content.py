"""The tables of the first schema that hold what the user told: every change to them is journaled."""

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
