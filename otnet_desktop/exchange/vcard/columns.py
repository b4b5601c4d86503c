"""Columns of a table that have no field (``Connected On: 2024-03-05``), and how a card carries them."""

from __future__ import annotations

import re

from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.heads import parameter
from otnet_desktop.exchange.vcard.values import escape, unescape

COLUMN = "X-OTNET-COLUMN"

_COLUMN = re.compile(r"(?!X-)(?:[^:;]* [^:;]*|[^:;.]*[^:;.A-Z0-9-][^:;.]*): ")
"""A property has no space in its name, and is in capitals or begins with X-."""


def is_column(entry: str) -> bool:
    """Whether a kept entry is a column rather than a content line."""
    return _COLUMN.match(entry) is not None


def to_line(entry: str) -> str:
    """The content line that carries a column."""
    name, _, value = entry.partition(": ")
    return f"{COLUMN}{parameter('NAME', name)}:{escape(value)}"


def from_line(content: Property) -> str:
    """The column in such a line; the line itself if somebody else wrote something odd there."""
    entry = f"{content.head.parameter('NAME')}: {unescape(content.value)}"
    return entry if is_column(entry) else content.text
