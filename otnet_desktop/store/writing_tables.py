"""What one writes for oneself, as peewee sees it: letters and questions of one's own."""

from __future__ import annotations

from peewee import AutoField, IntegerField, TextField

from otnet_desktop.store.tables import Table


class Letter(Table):
    """A letter with gaps."""

    id = AutoField()
    ref = TextField(unique=True)
    title = TextField()
    kind = TextField(default="other")
    subject = TextField(default="")
    body = TextField(default="")
    changed_at = IntegerField()


class OwnQuestion(Table):
    """A question to choose again; ``position`` is its place among those of its bank."""

    id = AutoField()
    bank = TextField()
    position = IntegerField(default=0)
    text = TextField()
