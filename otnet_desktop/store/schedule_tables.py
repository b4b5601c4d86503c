"""The rows of the schedule as peewee sees them; see ``tables``."""

from __future__ import annotations

from peewee import AutoField, IntegerField, TextField

from otnet_desktop.store.tables import Table


class FreeTime(Table):
    """Free every week on that day; minutes on the wall."""

    id = AutoField()
    weekday = IntegerField()
    start_minute = IntegerField()
    end_minute = IntegerField()


class FreeDay(Table):
    """One day that differs."""

    id = AutoField()
    day = TextField()
    start_minute = IntegerField(default=0)
    end_minute = IntegerField(default=1440)
    is_free = IntegerField(default=0)


class OfferedTime(Table):
    """One time offered to somebody."""

    id = AutoField()
    person_id = IntegerField()
    start_at = IntegerField()
    end_at = IntegerField()
    zone = TextField(default="")
    their_zone = TextField(default="")
    state = TextField(default="proposed")
    offered_at = IntegerField()
