"""Which property goes into which field: one small reader for each, and the order in which lines are kept."""

from __future__ import annotations

import re
from collections.abc import Callable

from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.dates import birthday
from otnet_desktop.exchange.vcard.names import read_formatted, read_name
from otnet_desktop.exchange.vcard.parts import Ordered, Parts, Told, add, fully
from otnet_desktop.exchange.vcard.pictures import beside_photo, photo_of
from otnet_desktop.exchange.vcard.points import NAMES as POINTS
from otnet_desktop.exchange.vcard.values import items, unescape
from otnet_desktop.exchange.vcard.work import read_organisation, read_title

_ZONE = re.compile(r"(?:[A-Za-z][A-Za-z0-9_+-]*/)+[A-Za-z0-9_+-]+|UTC", re.ASCII)

CREDENTIALS = "X-OTNET-CREDENTIALS"
"""The whole truth about letters after a name, even if it is that there are none."""

OWN_SINGLES = {
    "X-OTNET-SAY-IT-LIKE": "say_it_like",
    "X-OTNET-HOW-MET": "how_met",
    "X-OTNET-MET-VIA": "met_via",
    "X-OTNET-EVENT": "event",
    "X-OTNET-SOURCE": "source",
}
"""Fields of ours that no other program knows, by their property."""

Reader = Callable[[Parts, Property], Told]


def _single(read: Callable[[str], str]) -> Reader:
    """A property that fills one field; ``read`` gives nothing for a value the field cannot hold."""

    def reader(parts: Parts, content: Property) -> Told:
        text = unescape(content.value).strip()
        value = read(text)
        if not value:
            return Told.NOT if text else Told.FULLY
        if content.head.name in parts.singles:
            return Told.ALSO
        parts.singles[content.head.name] = value
        return fully(content.head)

    return reader


def _list(name: str) -> Reader:
    """A property that adds to a list."""

    def reader(parts: Parts, content: Property) -> Told:
        found: Ordered = getattr(parts, name)
        for item in items(content.value):
            if text := unescape(item).strip():
                add(found, text)
        return fully(content.head)

    return reader


def _one_of_list(name: str) -> Reader:
    """A property that adds one text, commas and all."""

    def reader(parts: Parts, content: Property) -> Told:
        if text := unescape(content.value).strip():
            add(getattr(parts, name), text)
        return fully(content.head)

    return reader


def _birthday(parts: Parts, content: Property) -> Told:
    text = unescape(content.value).strip()
    day, clock, _ = text.partition("T")
    value = birthday(day)
    if not value:
        return Told.NOT if text else Told.FULLY
    if "BDAY" in parts.singles:
        return Told.ALSO
    parts.singles["BDAY"] = value
    if clock:
        return Told.PARTLY
    says_no_year = all(key in {"X-APPLE-OMIT-YEAR", "VALUE"} for key, _ in content.head.parameters)
    return Told.FULLY if says_no_year else fully(content.head)


def _photo(parts: Parts, content: Property) -> Told:
    if parts.photo:
        return Told.ALSO
    photo = photo_of(content)
    if not photo:
        return Told.NOT
    parts.photo = photo
    return Told.PARTLY if beside_photo(content.head) else Told.FULLY


def _credentials(parts: Parts, content: Property) -> Told:
    parts.credentials = [text for item in items(content.value) if (text := unescape(item).strip())]
    return Told.FULLY


READERS: dict[str, Reader] = {
    "FN": read_formatted,
    "N": read_name,
    "NICKNAME": _list("nicknames"),
    "PHOTO": _photo,
    "BDAY": _birthday,
    "PRONOUNS": _single(lambda text: text),
    "ORG": read_organisation,
    "TITLE": read_title,
    "ROLE": _single(lambda text: text),
    "LANG": _one_of_list("languages"),
    "TZ": _single(lambda text: text if _ZONE.fullmatch(text) else ""),
    "CATEGORIES": _list("tags"),
    "EXPERTISE": _one_of_list("areas"),
    "NOTE": _one_of_list("notes"),
    "UID": _single(lambda text: text),
    "X-OTNET-NUCC": _list("nucc"),
    CREDENTIALS: _credentials,
    **dict.fromkeys(OWN_SINGLES, _single(lambda text: text)),
}
"""All but the ways to reach somebody, which also need their label."""

_BEFORE_POINTS = ("FN", "N", "NICKNAME", "PHOTO", "BDAY", "PRONOUNS")
RANKS = {name: rank for rank, name in enumerate(READERS)}
RANKS |= {name: (rank if name in _BEFORE_POINTS else rank + 1) for name, rank in RANKS.items()}
RANKS |= dict.fromkeys(POINTS, len(_BEFORE_POINTS))
"""Lines kept for their details stand in the order in which a card is written: reading it again changes nothing."""

REST = len(READERS) + 1
"""The rank of every line that has no field."""

_LISTS = {
    "NICKNAME": "nicknames",
    "LANG": "languages",
    "CATEGORIES": "tags",
    "EXPERTISE": "areas",
    "X-OTNET-NUCC": "nucc",
}


def first_place(parts: Parts, content: Property) -> int:
    """Where the value of a line stands among all of its kind, once it has been read."""
    name = content.head.name
    if name == "ORG":
        last = parts.organisations[-1]
        return parts.work[name, last.name, last.department]
    if name == "TITLE":
        return parts.work[name, parts.titles[-1].text]
    if name not in _LISTS:
        return 0
    found: Ordered = getattr(parts, _LISTS[name])
    values = items(content.value) if name not in {"LANG", "EXPERTISE"} else [content.value]
    return next((found[text] for value in values if (text := unescape(value).strip()) in found), 0)
