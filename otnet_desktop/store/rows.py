"""How values are written in columns: instants as seconds, days and lists as text."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime


def seconds(at: datetime) -> int:
    """An aware instant as whole seconds since 1970 in UTC."""
    return int(at.timestamp())


def optional_seconds(at: datetime | None) -> int | None:
    """The same for an instant that may be unknown."""
    return None if at is None else seconds(at)


def instant(value: int) -> datetime:
    """Seconds since 1970 as an aware instant in UTC."""
    return datetime.fromtimestamp(value, UTC)


def optional_instant(value: int | None) -> datetime | None:
    """The same for an instant that may be unknown."""
    return None if value is None else instant(value)


def day(value: str | None) -> date | None:
    """A day written as ``YYYY-MM-DD``, or none."""
    return date.fromisoformat(value) if value else None


def optional_day(value: date | None) -> str | None:
    """A day as text, or none."""
    return value.isoformat() if value else None


_as_json = json.JSONEncoder(ensure_ascii=False).encode


def listed(values: tuple[str, ...]) -> str:
    """A list of texts in one column."""
    return _as_json(values) if values else "[]"


def texts(value: str) -> tuple[str, ...]:
    """A list of texts read back."""
    return tuple(json.loads(value)) if value != "[]" else ()
