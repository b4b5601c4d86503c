"""Records of an LDIF file: lines unfolded, comments left out, base64 decoded (RFC 2849).

Public: ``Record``, ``Attribute`` and ``read_records(lines)``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from otnet_desktop.exchange.text import split_lines
from otnet_desktop.exchange.vcard.values import base64

MOST_LINES = 20_000
"""Of one record; no person has more."""


class Attribute(NamedTuple):
    """One line. ``name`` is in small letters and without its options, ``raw`` as it stands there with them.

    ``value`` is text, or what base64 held where that is no text (``octets``). ``is_elsewhere``: the value is only the
    address of a file, which is never opened.
    """

    name: str
    raw: str
    value: str
    line: int
    octets: bytes = b""
    is_elsewhere: bool = False


@dataclass(slots=True)
class Record:
    """What stands between two empty lines. ``odd`` are lines that are no attributes."""

    line: int
    attributes: list[Attribute] = field(default_factory=list)
    odd: list[tuple[int, str]] = field(default_factory=list)
    is_too_long: bool = False

    def first(self, name: str) -> str:
        """The first value of an attribute; nothing if there is none."""
        return next((attribute.value for attribute in self.attributes if attribute.name == name), "")

    def all(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [attribute.value for attribute in self.attributes if attribute.name == name]


def read_records(lines: Iterable[str]) -> Iterator[Record]:
    """The records, in order."""
    record: Record | None = None
    count = 0
    for number, line in _unfolded(lines):
        if not line.strip():
            if record is not None:
                yield record
            record, count = None, 0
            continue
        if record is None:
            if line.lower().startswith("version:"):
                continue
            record = Record(number)
        count += 1
        if count > MOST_LINES:
            record.is_too_long = True
        else:
            _enter(record, number, line)
    if record is not None:
        yield record


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Whole lines with the number of their first; a comment goes with all that continues it."""
    waiting: list[str] = []
    start = 0
    for number, line in enumerate(lines, start=1):
        if line[:1] == " " and waiting:
            waiting.append(line[1:])
            continue
        if waiting and waiting[0][:1] != "#":
            yield start, "".join(waiting)
        waiting, start = [line], number
    if waiting and waiting[0][:1] != "#":
        yield start, "".join(waiting)


def _enter(record: Record, number: int, line: str) -> None:
    raw, colon, value = line.partition(":")
    raw = raw.strip()
    if not colon or not raw or " " in raw:
        record.odd.append((number, line))
        return
    name = raw.partition(";")[0].lower()
    if value.startswith(":"):
        octets = base64(value[1:])
        if octets is None or (not octets and value[1:].strip()):
            record.odd.append((number, line))
            return
        try:
            text = "\n".join(split_lines(octets.decode("utf-8")))
            record.attributes.append(Attribute(name, raw, text, number))
        except UnicodeDecodeError:
            record.attributes.append(Attribute(name, raw, "", number, octets))
    else:
        is_elsewhere = value.startswith("<")
        record.attributes.append(Attribute(name, raw, value.lstrip("<").strip(), number, is_elsewhere=is_elsewhere))
