"""Key points on disk, of people and of places alike: the columns are the same, the tables are two."""

from __future__ import annotations

from datetime import datetime

from peewee import Field

from otnet_desktop.domain.research import Confidence, KeyPoint
from otnet_desktop.store import place_tables as p
from otnet_desktop.store import tables as t
from otnet_desktop.store.database import Database, Row
from otnet_desktop.store.rows import day, optional_day, seconds

Points = type[t.KeyPoint] | type[p.PlacePoint]


def save_points(
    database: Database, table: Points, owner: Field, about: int, points: tuple[KeyPoint, ...], at: datetime
) -> None:
    """Make the list of key points this one; those with an id keep the time they were first noted."""
    kept = [point.id for point in points if point.id]
    database.run(table.delete().where(owner == about, table.id.not_in(kept)))
    for position, point in enumerate(points):
        columns = {
            "position": position,
            "text": point.text,
            "source": point.source,
            "url": point.url,
            "seen_on": optional_day(point.seen_on),
            "confidence": point.confidence.value,
        }
        if point.id:
            database.run(table.update(**columns).where(table.id == point.id))
        else:
            database.run(table.insert({owner: about, "noted_at": seconds(at), **columns}))


def point_value(row: Row) -> KeyPoint:
    """A row of either table as a value. A confidence of a later version is left unsaid."""
    known = row["confidence"] in set(Confidence)
    return KeyPoint(
        row["text"],
        row["source"],
        row["url"],
        day(row["seen_on"]),
        row["id"],
        Confidence(row["confidence"]) if known else Confidence.UNSAID,
    )
