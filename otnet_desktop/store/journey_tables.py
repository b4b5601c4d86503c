"""The rows of the journey as peewee sees them, where it writes them: advice, reflections, compass, hours, own words."""

from __future__ import annotations

from peewee import AutoField, IntegerField, TextField

from otnet_desktop.store.tables import Table


class Advice(Table):
    """What somebody advised, whether it was tried, and whether they know."""

    id = AutoField()
    person_id = IntegerField()
    meeting_id = IntegerField(null=True)
    text = TextField()
    received_on = TextField()
    tried_on = TextField(null=True)
    told_on = TextField(null=True)
    outcome = TextField(default="")


class Reflection(Table):
    """My own words after a meeting."""

    meeting_id = IntegerField(primary_key=True)
    liked = TextField(default="")
    disliked = TextField(default="")
    wondering = TextField(default="")
    written_at = IntegerField()


class Fit(Table):
    """How a setting felt after a meeting: 1 to 5."""

    id = AutoField()
    meeting_id = IntegerField()
    setting = TextField()
    score = IntegerField()


class CompassMark(Table):
    """A cell of the compass one is curious about, or has ruled out, and why."""

    id = AutoField()
    area = TextField()
    setting = TextField()
    mark = TextField()
    why = TextField(default="")


class Hours(Table):
    """Time spent on professional development, entered by hand."""

    id = AutoField()
    day = TextField()
    minutes = IntegerField()
    kind = TextField()
    text = TextField(default="")
    person_id = IntegerField(null=True)


class OwnWord(Table):
    """A word of one's own for a list to choose from."""

    id = AutoField()
    list = TextField()
    code = TextField()
    label = TextField()
