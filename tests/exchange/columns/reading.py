"""Short ways to read a table in a test."""

from __future__ import annotations

import io

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.columns.layout import TableMapping
from otnet_desktop.exchange.columns.reading import read_table
from otnet_desktop.exchange.report import Incoming, Rejected, Remark


def entries(text: str | bytes, mapping: TableMapping | None = None) -> list[Incoming | Rejected | Remark]:
    return list(read_table(io.BytesIO(text.encode() if isinstance(text, str) else text), mapping))


def people(text: str | bytes, mapping: TableMapping | None = None) -> list[Profile]:
    return [entry.profile for entry in entries(text, mapping) if isinstance(entry, Incoming)]


def person(text: str | bytes, mapping: TableMapping | None = None) -> Profile:
    (profile,) = people(text, mapping)
    return profile
