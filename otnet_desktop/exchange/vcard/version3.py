"""A content line of vCard 4.0 as vCard 3.0 writes it (RFC 2426), for programs that read nothing newer.

Properties that came with 4.0 keep their names: whoever does not know one passes it over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from otnet_desktop.exchange.vcard.dates import NO_YEAR
from otnet_desktop.exchange.vcard.heads import Head, Heads, parameter, split_line
from otnet_desktop.exchange.vcard.labels import Parameters
from otnet_desktop.exchange.vcard.pictures import BINARY
from otnet_desktop.exchange.vcard.values import escape

NO_NAME = "N:;;;;"
"""A card of 3.0 has an N line, even for somebody of whom only FN is known."""

APPLES_WAY = "X-APPLE-OMIT-YEAR"

_ALIKE = frozenset(
    {"FN", "N", "NICKNAME", "EMAIL", "ORG", "TITLE", "ROLE", "CATEGORIES", "NOTE", "UID", "URL", "LANG", "EXPERTISE"}
)  # fmt: skip
"""Heads that both versions write alike, and nearly all there are."""

_PREFERRED = ("PREF", ("1",))
_DATA = re.compile(r"data:([^,;]*);base64,", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DAY = re.compile(r"(\d{4}|--)(\d\d)(\d\d)")
_GEO = re.compile(r"geo:([-+0-9.]+),([-+0-9.]+)", re.IGNORECASE)


def as_version_3(line: str, heads: Heads) -> str:
    """An unfolded line as it stands in a card of version 3.0. ``heads`` remembers those of earlier lines."""
    if line.partition(":")[0] in _ALIKE:
        return line
    text, _, value = split_line(line)
    head = heads[text]
    return _OTHERS.get(head.name, _as_before)(head, value) if head else line


@lru_cache(maxsize=256)
def _written(head: Head, leave_out: tuple[str, ...] = (), types: tuple[str, ...] | None = None) -> str:
    """A head again; what 4.0 says by PREF=1 is a type in 3.0."""
    group = f"{head.group}." if head.group else ""
    name = head.text[len(group) :].split(";", 1)[0]
    others: Parameters = tuple(
        (key, values)
        for key, values in head.parameters
        if key not in {"TYPE", *leave_out} and (key, values) != _PREFERRED
    )
    kinds = (*(head.types if types is None else types), *(["pref"] if head.preferred else []))
    told = (("TYPE", kinds), *others)
    return f"{group}{name}{''.join(parameter(key, value) for key, values in told for value in values)}"


def _as_before(head: Head, value: str) -> str:
    """The head to the letter, so that a line kept from a card of 3.0 comes back as it was."""
    return f"{_written(head) if _PREFERRED in head.parameters else head.text}:{value}"


def _telephone(head: Head, value: str) -> str:
    """A number rather than an address of it."""
    if value[:4].lower() != "tel:":
        return _as_before(head, value)
    return f"{_written(head, leave_out=('VALUE',))}:{escape(value[4:])}"


def _place(head: Head, value: str) -> str:
    if place := _GEO.fullmatch(value):
        return f"{_written(head, leave_out=('VALUE',))}:{place[1]};{place[2]}"
    return _as_before(head, value)


def _zone(head: Head, value: str) -> str:
    """The name of a zone; 3.0 expects an offset unless told otherwise."""
    return f"{_written(head, leave_out=('VALUE',))};VALUE=text:{value}"


def _profile(head: Head, value: str) -> str:
    """LinkedIn in Apple's words, which address books of 3.0 know; by the word of 4.0 we know it as ours again."""
    if head.parameter("SERVICE-TYPE") != "LinkedIn":
        return _as_before(head, value)
    written = _written(head, leave_out=("VALUE",), types=("linkedin", *head.types))
    return f"{written.replace('SOCIALPROFILE', 'X-SOCIALPROFILE', 1)}:{value}"


def _binary(head: Head, value: str) -> str:
    """Bytes as base64 of 3.0; an address says that it is one, and is still never fetched."""
    if found := _DATA.match(value):
        family, _, kind = found[1].partition("/")
        named = kind.upper() if family == BINARY[head.name] else found[1]
        written = _written(head, leave_out=("VALUE", "ENCODING", "MEDIATYPE"), types=(named,) if named else ())
        return f"{written};ENCODING=b:{value[found.end() :]}"
    if _ADDRESS.match(value):
        return f"{_written(head, leave_out=('VALUE',))};VALUE=uri:{value}"
    return _as_before(head, value)


def _birthday(head: Head, value: str) -> str:
    """``1988-04-12``; a day without a year as Apple writes it, since 3.0 has no other way."""
    found = _DAY.fullmatch(value)
    if not found:
        return _as_before(head, value)
    year, month, day = found.groups()
    written = _written(head, leave_out=("VALUE", APPLES_WAY))
    if year == "--":
        return f"{written};{APPLES_WAY}={NO_YEAR}:{NO_YEAR}-{month}-{day}"
    return f"{written}:{year}-{month}-{day}"


_OTHERS: dict[str, Callable[[Head, str], str]] = {
    "TEL": _telephone,
    "BDAY": _birthday,
    "GEO": _place,
    "TZ": _zone,
    "SOCIALPROFILE": _profile,
    **dict.fromkeys(BINARY, _binary),
}
"""What 3.0 writes otherwise than 4.0."""
