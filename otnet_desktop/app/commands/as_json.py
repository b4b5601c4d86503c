"""Values of the domain as plain JSON: instants become local ISO times, ids and enums their values."""

from __future__ import annotations

import base64
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from otnet_desktop.app.commands.times import local_text


def as_json(value: Any, zone: ZoneInfo) -> Any:  # noqa: ANN401, PLR0911 - any value of the domain in, plain JSON out
    """Any value of the domain as dictionaries, lists, texts and numbers. Bytes (photos) become Base64."""
    match value:
        case Enum():
            return value.value
        case datetime():
            return local_text(value, zone)
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case dict():
            return {str(name): as_json(one, zone) for name, one in value.items()}
        case list() | tuple() | frozenset():
            return [as_json(one, zone) for one in value]
        case _ if is_dataclass(value):
            return {field.name: as_json(getattr(value, field.name), zone) for field in fields(value)}
    return value
