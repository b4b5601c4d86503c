"""What is known of places, and ticks of checklists, as peewee sees them."""

from __future__ import annotations

from peewee import AutoField, IntegerField, TextField

from otnet_desktop.store.tables import Table


class PlaceNote(Table):
    """Markdown notes about a place."""

    organisation_id = IntegerField(primary_key=True)
    body = TextField()
    reviewed_at = IntegerField()


class PlacePoint(Table):
    """One thing worth knowing about a place."""

    id = AutoField()
    organisation_id = IntegerField()
    position = IntegerField(default=0)
    text = TextField()
    source = TextField(default="")
    url = TextField(default="")
    seen_on = TextField(null=True)
    confidence = TextField(default="")
    noted_at = IntegerField()
