"""People as the table that Google Contacts imports, with its headers of 2024 and later.

What Google has no column for goes into custom fields, which it keeps and shows. It reads no guard, so telephone numbers
stay as they are; every other text that a spreadsheet would run is guarded (``formula_guard``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.formula_guard import guarded
from otnet_desktop.exchange.google_custom import chat_label, places, states
from otnet_desktop.exchange.own_csv import IDENTITY, KEPT
from otnet_desktop.exchange.table import Record
from otnet_desktop.exchange.vcard.points import LINKEDIN

SEVERAL = " ::: "
"""Between several values in one cell."""

OURS = "* myContacts"
"""The label of everybody one keeps; without it Google files them away under "other contacts"."""

FILED_AS = "File As"

_NAMES = {
    "First Name": "given",
    "Middle Name": "middle",
    "Last Name": "family",
    "Name Prefix": "prefix",
    "Nickname": "nickname",
    FILED_AS: "display",
    "Birthday": "birthday",
}
_SUFFIX = "Name Suffix"
_WORK = ("Organization Name", "Organization Title", "Organization Department")
_PHONETIC = ("Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name")
_ONCE = (
    *("First Name", "Middle Name", "Last Name", *_PHONETIC, "Name Prefix", _SUFFIX, "Nickname", FILED_AS),
    *(*_WORK, "Birthday", "Notes", "Photo", "Labels"),
)
"""Google's own order, with columns that stay empty here."""

_NUMBERED = {
    ContactKind.EMAIL: "E-mail",
    ContactKind.PHONE: "Phone",
    ContactKind.ADDRESS: "Address",
    ContactKind.LINKEDIN: "Website",
    ContactKind.WEBSITE: "Website",
}
_CUSTOM = "Custom Field"
_NUMBER = re.compile(r"[+\d\s().\-/]+")


def google_header(records: Iterable[Record]) -> list[str]:
    """The columns these people need, numbered ones in pairs of label and value."""
    most = Counter[str]()
    for said in records:
        names = list(filter(None, map(_numbered, said)))
        for name in names:
            most[name] = max(most[name], names.count(name))
    numbered = [
        f"{name} {number} - {what}"
        for name in dict.fromkeys((*_NUMBERED.values(), _CUSTOM))
        for number in range(1, most[name] + 1)
        for what in ("Label", _value(name))
    ]
    return [*_ONCE, *numbered]


@lru_cache(maxsize=1024)
def _numbered(column: str) -> str:
    """``E-mail`` of ``E-mail 2 - Value``; nothing for any other column."""
    name, _, what = column.partition(" - ")
    name, _, _number = name.rpartition(" ")
    return name if what and what == _value(name) else ""


def _value(name: str) -> str:
    return "Street" if name == "Address" else "Value"


def google_record(profile: Profile, *, private: bool) -> Record:
    """A person as one line."""
    said = {column: text for column, field in _NAMES.items() if (text := getattr(profile, field))}
    if not (profile.given or profile.middle or profile.family):  # Google shows nobody by how they are filed
        said["First Name"] = profile.display
    place = profile.current
    said |= dict(zip(_WORK, (place.organisation, place.title, place.department), strict=True))
    said[_SUFFIX] = ", ".join(filter(None, (profile.suffix, *profile.credentials)))
    said["Labels"] = SEVERAL.join((*profile.tags, OURS))
    if private:
        said["Notes"] = profile.note
    count: dict[str, int] = {}
    for name, label, value in (*map(_pair, profile.contact_points), *_custom(profile, private=private)):
        count[name] = number = count.get(name, 0) + 1
        said[f"{name} {number} - Label"] = label
        said[f"{name} {number} - {_value(name)}"] = value
    return {column: _safe(text) for column, text in said.items() if text}


def _safe(text: str) -> str:
    safe = guarded(text)
    return safe if safe is text or not _NUMBER.fullmatch(text) else text


def _pair(point: ContactPoint) -> tuple[str, str, str]:
    """Column, label and value; Google marks the one to use first with a star."""
    if point.kind is ContactKind.CHAT:
        return _CUSTOM, chat_label(point), point.value
    is_unseen = point.kind is ContactKind.LINKEDIN and not (point.label and LINKEDIN.search(point.value))
    plain = "LinkedIn" if is_unseen else point.label
    return _NUMBERED[point.kind], f"* {plain}".strip() if point.primary else plain, point.value


def _custom(profile: Profile, *, private: bool) -> Iterator[tuple[str, str, str]]:
    """What Google has no column for."""
    told = [
        ("Pronouns", profile.pronouns),
        ("Say it like", profile.say_it_like),
        ("Role", profile.role),
        ("Practice areas", SEVERAL.join(profile.practice_areas)),
        ("NUCC codes", SEVERAL.join(profile.nucc)),
        ("Languages", SEVERAL.join(profile.languages)),
        ("Time zone", profile.zone),
        *places(profile),
        *states(profile),
        (IDENTITY, profile.uid),
    ]
    if private:
        told += [
            ("How we met", profile.how_met),
            ("Met via", profile.met_via),
            ("Event", profile.event),
            ("Source", profile.source),
            *((KEPT, line) for line in profile.foreign),
        ]
    return ((_CUSTOM, label, value) for label, value in told if value)
