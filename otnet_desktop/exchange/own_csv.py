"""Everybody as a table of our own: one line a person, every field but the photo, and it reads in again as it was.

Lists stand in one cell, ``a; b``. Ways to reach somebody and places are numbered: ``E-mail 1``, ``E-mail 1 label`` ...
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.exchange.table import Record

IDENTITY = "OTnet ID"
"""The column by which the table is known."""

KEPT = "Other"
"""What an import brought and no field can hold, a line each."""

_TEXTS = {
    "Given name": "given",
    "Middle name": "middle",
    "Family name": "family",
    "Prefix": "prefix",
    "Suffix": "suffix",
    "Nickname": "nickname",
    "Say it like": "say_it_like",
    "Pronouns": "pronouns",
    "Role": "role",
    "Time zone": "zone",
    "Birthday": "birthday",
}
_LISTS = {
    "Credentials": "credentials",
    "Practice areas": "practice_areas",
    "NUCC codes": "nucc",
    "Languages": "languages",
    "Tags": "tags",
}
_PRIVATE = {"How we met": "how_met", "Met via": "met_via", "Event": "event", "Source": "source", "Note": "note"}
"""What concerns only me and them; it leaves when asked for."""

_KINDS = {
    "E-mail": ContactKind.EMAIL,
    "Phone": ContactKind.PHONE,
    "LinkedIn": ContactKind.LINKEDIN,
    "Website": ContactKind.WEBSITE,
    "Address": ContactKind.ADDRESS,
    "Chat": ContactKind.CHAT,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_PRIMARY = "primary"
_OF_POINT = ("", " label", " state")
_OF_PLACE = ("", " title", " department", " setting", " since", " until")
_SHOWN = "Name"


def header(profiles: Iterable[Profile], *, private: bool) -> list[str]:
    """The columns that a table of these people needs."""
    places, points = 0, Counter[ContactKind]()
    for profile in profiles:
        places = max(places, len(profile.affiliations))
        points |= Counter(point.kind for point in profile.contact_points)
    numbered = [f"Place {n}{what}" for n in range(1, places + 1) for what in _OF_PLACE]
    for name, kind in _KINDS.items():
        numbered += [f"{name} {n}{what}" for n in range(1, points[kind] + 1) for what in _OF_POINT]
    last = [*_PRIVATE, KEPT] if private else []
    return [_SHOWN, *_TEXTS, *_LISTS, *numbered, *last, IDENTITY]


def record(profile: Profile) -> Record:
    """A person as one line; what stands in no column of the header is left out."""
    said = {_SHOWN: profile.full_name, IDENTITY: profile.uid, KEPT: "\n".join(map(_in_one_line, profile.foreign))}
    said |= {column: getattr(profile, field) for column, field in (_TEXTS | _PRIVATE).items()}
    said |= {column: listed(getattr(profile, field)) for column, field in _LISTS.items()}
    for number, place in enumerate(profile.affiliations, start=1):
        values = (place.organisation, place.title, place.department, place.setting, place.since, place.until)
        said |= {f"Place {number}{what}": str(value or "") for what, value in zip(_OF_PLACE, values, strict=True)}
    count = Counter[ContactKind]()
    for point in profile.contact_points:
        count[point.kind] += 1
        states = [_PRIMARY] * point.primary + [point.state.value] * (point.state is not ContactState.OK)
        column = f"{_NAMES[point.kind]} {count[point.kind]}"
        said |= {column: point.value, f"{column} label": point.label, f"{column} state": listed(states)}
    return said


def read_record(said: Mapping[str, str]) -> Profile:
    """The person that one line tells of. A cell nobody of us could have written is as good as empty."""
    texts = {field: said.get(column, "") for column, field in (_TEXTS | _PRIVATE).items()}
    lists = {field: unlisted(said.get(column, "")) for column, field in _LISTS.items()}
    profile = Profile(
        **texts,  # type: ignore[arg-type]  # all of them are texts
        **lists,  # type: ignore[arg-type]  # and these are tuples
        uid=said.get(IDENTITY, ""),
        foreign=tuple(map(_as_it_was, filter(None, said.get(KEPT, "").split("\n")))),
        affiliations=tuple(_places(said)),
        contact_points=tuple(_points(said)),
    )
    shown = said.get(_SHOWN, "")
    return replace(profile, display=shown) if shown and shown != profile.full_name else profile


def _places(said: Mapping[str, str]) -> Iterator[Affiliation]:
    for number in _numbers(said, "Place"):
        texts = [said.get(f"Place {number}{what}", "") for what in _OF_PLACE]
        if any(texts):
            organisation, title, department, setting, since, until = texts
            yield Affiliation(organisation, title, department, setting, _day(since), _day(until))


def _points(said: Mapping[str, str]) -> Iterator[ContactPoint]:
    for name, kind in _KINDS.items():
        for number in _numbers(said, name):
            value, label, state = (said.get(f"{name} {number}{what}", "") for what in _OF_POINT)
            states = unlisted(state)
            if value:
                known = next((ContactState(text) for text in states if text in set(ContactState)), ContactState.OK)
                yield ContactPoint(kind, value, label, _PRIMARY in states, known)


def _numbers(said: Mapping[str, str], name: str) -> list[int]:
    found = {int(match[1]) for column in said if (match := re.fullmatch(rf"{name} (\d{{1,3}})(?: \w+)?", column))}
    return sorted(found)


def listed(texts: Sequence[str]) -> str:
    r"""Several texts in one cell: ``a; b``, a semicolon of their own as ``\;``."""
    return "; ".join(text.replace("\\", "\\\\").replace(";", "\\;") for text in texts)


def unlisted(cell: str) -> tuple[str, ...]:
    """The texts of such a cell."""
    found = re.findall(r"((?:[^\\;]|\\.)+)(?:; ?|$)", cell, re.DOTALL)
    return tuple(re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL) for text in found)


def _in_one_line(entry: str) -> str:
    return entry.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")


def _as_it_was(line: str) -> str:
    return re.sub(r"\\([\\rn])", lambda found: {"r": "\r", "n": "\n"}.get(found[1], found[1]), line)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
