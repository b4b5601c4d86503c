"""Whom a letter greets: one, several by their names, many as "all".

Public: ``greeting_names(readers)`` and ``greet_anew(body, before, after)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.domain.people import Profile

GREETED_BY_NAME = 4
"""So many at most; more are "all"."""


def greeting_names(readers: Sequence[Profile]) -> str:
    """As in “Emily, Noah and Kim”; "" where somebody's name is not known."""
    if len(readers) > GREETED_BY_NAME:
        return "all"
    names = [_name(reader) for reader in readers]
    *most, last = names
    return (f"{', '.join(most)} and {last}" if most else last) if all(names) else ""


def greet_anew(body: str, before: str, after: str) -> str:
    """The letter with another greeting, if it is still the one that was filled in."""
    greeting = f"Dear {before},"
    return f"Dear {after},{body.removeprefix(greeting)}" if body.startswith(greeting) and after else body


def _name(reader: Profile) -> str:
    """As one calls them; by title and family name where that is all one knows; never by an address."""
    if reader.given or reader.nickname:
        return reader.given or reader.nickname
    if reader.family:
        return " ".join(part for part in (reader.prefix, reader.family) if part)
    return reader.display
