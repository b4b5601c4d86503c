"""The rows on disk as peewee sees them, where it writes them. Never imported outside the store, never bound globally.

What is only read, or written in bulk, is plain SQL where it is used.
"""

from __future__ import annotations

from peewee import (
    AutoField,
    IntegerField,
    Model,
    TextField,
)


class Table(Model):
    """Base of all tables. Queries are bound to a database when they run (see ``Database.run``)."""

    class Meta:
        legacy_table_names = False


class Organisation(Table):
    """A place people work at."""

    id = AutoField()
    ref = TextField()
    name = TextField()
    kind = TextField(default="")
    setting = TextField(default="")
    city = TextField(default="")
    region = TextField(default="")
    country = TextField(default="")
    zone = TextField(default="")
    website = TextField(default="")
    gate_person_id = IntegerField(null=True)


class Person(Table):
    """Somebody; ``full_name`` to ``find_text`` are derived from the rest (see ``person_columns``)."""

    id = AutoField()
    ref = TextField()
    status = TextField(default="active")
    full_name = TextField(default="")
    sort_name = TextField(default="")
    call_name = TextField(default="")
    headline = TextField(default="")
    find_text = TextField(default="")
    given = TextField(default="")
    family = TextField(default="")
    display = TextField(default="")
    middle = TextField(default="")
    prefix = TextField(default="")
    suffix = TextField(default="")
    nickname = TextField(default="")
    say_it_like = TextField(default="")
    pronouns = TextField(default="")
    credentials = TextField(default="[]")
    role = TextField(default="")
    practice_areas = TextField(default="[]")
    nucc = TextField(default="[]")
    languages = TextField(default="[]")
    zone = TextField(default="")
    birthday = TextField(default="")
    how_met = TextField(default="")
    met_via = TextField(default="")
    event = TextField(default="")
    tags = TextField(default="[]")
    source = TextField(default="")
    uid = TextField(default="")
    extra = TextField(default="[]")
    created_at = IntegerField()
    changed_at = IntegerField()


class Note(Table):
    """The Markdown notes about a person."""

    person_id = IntegerField(primary_key=True)
    body = TextField()
    reviewed_at = IntegerField()


class KeyPoint(Table):
    """One thing worth knowing."""

    id = AutoField()
    person_id = IntegerField()
    position = IntegerField(default=0)
    text = TextField()
    source = TextField(default="")
    url = TextField(default="")
    seen_on = TextField(null=True)
    noted_at = IntegerField()
    confidence = TextField(default="")


class Purpose(Table):
    """Why I write to somebody."""

    id = AutoField()
    person_id = IntegerField()
    kind = TextField()
    statement = TextField(default="")
    state = TextField(default="open")
    gate = TextField(default="not_needed")
    gate_on = TextField(null=True)
    set_at = IntegerField()


class Message(Table):
    """What was written or received; the fact that it was sent is in ``fact``."""

    id = AutoField()
    person_id = IntegerField()
    direction = TextField()
    state = TextField()
    channel = TextField(default="email")
    kind = TextField(default="other")
    subject = TextField(default="")
    body = TextField(default="")
    reminder_key = TextField(default="")
    meeting_id = IntegerField(null=True)
    saved_at = IntegerField()


class Meeting(Table):
    """A meeting or encounter; ``state``, ``start_at``, ``end_at`` and ``sequence`` are derived from its facts."""

    id = AutoField()
    ref = TextField()
    kind = TextField(default="meeting")
    title = TextField(default="")
    place = TextField(default="")
    link = TextField(default="")
    event = TextField(default="")
    format = TextField(default="virtual")
    state = TextField(default="planned")
    start_at = IntegerField()
    end_at = IntegerField()
    zone = TextField(default="")
    their_zone = TextField(default="")
    uid = TextField(default="")
    sequence = IntegerField(default=0)
    is_mentoring = IntegerField(default=0)
    consent = TextField(default="not_asked")
    notes = TextField(default="")
    takeaways = TextField(default="[]")


class Attendee(Table):
    """Who takes part."""

    id = AutoField()
    meeting_id = IntegerField()
    person_id = IntegerField()


class Question(Table):
    """A question for a meeting and its answer."""

    id = AutoField()
    meeting_id = IntegerField()
    position = IntegerField(default=0)
    text = TextField()
    asked = IntegerField(default=0)
    answer = TextField(default="")


class Promise(Table):
    """What was offered."""

    id = AutoField()
    ref = TextField()
    person_id = IntegerField()
    by = TextField()
    text = TextField(default="")
    due_on = TextField(null=True)


class Opportunity(Table):
    """A placement, award or job."""

    id = AutoField()
    ref = TextField()
    person_id = IntegerField(null=True)
    title = TextField(default="")
    deadline = TextField(null=True)
    kind = TextField(default="")
    organisation = TextField(default="")
    url = TextField(default="")
    notes = TextField(default="")


class Helper(Table):
    """Who helped with an opportunity."""

    id = AutoField()
    opportunity_id = IntegerField()
    person_id = IntegerField()


class Fact(Table):
    """What happened (see ``domain.facts``); ``data`` holds what is special to the type."""

    id = AutoField()
    at = IntegerField()
    type = TextField()
    person_id = IntegerField(null=True)
    other_id = IntegerField(null=True)
    meeting_id = IntegerField(null=True)
    promise_id = IntegerField(null=True)
    opportunity_id = IntegerField(null=True)
    message_id = IntegerField(null=True)
    data = TextField(default="{}")
