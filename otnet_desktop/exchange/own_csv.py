"""Everybody as a table of our own: one line a person, every field but the photo, and it reads in again as it was.

Lists stand in one cell, ``a; b``. Ways to reach somebody and places are numbered: ``E-mail 1``, ``E-mail 1 label`` ...
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile
from otnet_desktop.exchange.columns.dates import DateOrder, read_date
from otnet_desktop.exchange.columns.kept import column_entry
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
}
_BIRTHDAY = "Birthday"
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
_PLAIN = tuple((_TEXTS | _PRIVATE).items())


def header(profiles: Iterable[Profile], *, private: bool) -> list[str]:
    """The columns that a table of these people needs."""
    places, points = 0, Counter[ContactKind]()
    for profile in profiles:
        places = max(places, len(profile.affiliations))
        kinds = [point.kind for point in profile.contact_points]
        for kind in kinds:
            points[kind] = max(points[kind], kinds.count(kind))
    numbered = [f"Place {n}{what}" for n in range(1, places + 1) for what in _OF_PLACE]
    for name, kind in _KINDS.items():
        numbered += [f"{name} {n}{what}" for n in range(1, points[kind] + 1) for what in _OF_POINT]
    last = [*_PRIVATE, KEPT] if private else []
    return [_SHOWN, *_TEXTS, _BIRTHDAY, *_LISTS, *numbered, *last, IDENTITY]


def record(profile: Profile) -> Record:
    """A person as one line: what there is to say. What stands in no column of the header is left out."""
    said = {_SHOWN: profile.full_name, _BIRTHDAY: profile.birthday, IDENTITY: profile.uid}
    said |= {column: text for column, field in _PLAIN if (text := getattr(profile, field))}
    said |= {column: listed(texts) for column, field in _LISTS.items() if (texts := getattr(profile, field))}
    if profile.foreign:
        said[KEPT] = "\n".join(map(_in_one_line, profile.foreign))
    for number, place in enumerate(profile.affiliations, start=1):
        values = (place.organisation, place.title, place.department, place.setting, place.since, place.until)
        told = zip(_OF_PLACE, values, strict=True)
        said |= {f"Place {number}{what}": str(value) for what, value in told if value}
    count: dict[ContactKind, int] = {}
    for point in profile.contact_points:
        count[point.kind] = number = count.get(point.kind, 0) + 1
        column = f"{_NAMES[point.kind]} {number}"
        said[column] = point.value
        if point.label:
            said[f"{column} label"] = point.label
        if point.primary or point.state is not ContactState.OK:
            states = [_PRIMARY] * point.primary + [point.state.value] * (point.state is not ContactState.OK)
            said[f"{column} state"] = listed(states)
    return said


def read_record(names: Sequence[str], cells: Sequence[str], dates: DateOrder) -> tuple[Profile, tuple[str, ...]]:
    """The person that one line tells of, and what no field holds: columns somebody added, cells somebody overwrote.

    That is kept in the profile, too. ``dates``: a spreadsheet writes them anew, in the order of its country.
    """
    line = _Line(names, cells, dates)
    shown = line.text(_SHOWN)
    profile = Profile(
        **{field: line.text(column) for column, field in (_TEXTS | _PRIVATE).items()},  # type: ignore[arg-type]
        **{field: unlisted(line.text(column)) for column, field in _LISTS.items()},  # type: ignore[arg-type]
        birthday=line.day(_BIRTHDAY),
        uid=line.text(IDENTITY),
        foreign=tuple(map(_as_it_was, filter(None, line.text(KEPT).split("\n")))),
        affiliations=tuple(_places(line)),
        contact_points=tuple(_points(line)),
    )
    left = line.left()
    stands_for_a_name = not replace(profile, contact_points=(), affiliations=()).full_name and any(
        shown == point.value for point in profile.contact_points
    )
    if shown != profile.full_name and not stands_for_a_name:
        profile = replace(profile, display=shown)
    return replace(profile, foreign=(*profile.foreign, *left)), left


class _Line:
    """The cells of one line, which are taken one by one."""

    def __init__(self, names: Sequence[str], cells: Sequence[str], dates: DateOrder) -> None:
        self._dates = dates
        self._cells: dict[str, tuple[int, str]] = {}
        self._more: list[str] = []
        for number, cell in enumerate(cells, start=1):
            name = names[number - 1] if number <= len(names) else ""
            if cell and self._cells.setdefault(name, (number, cell)) != (number, cell):
                self._more.append(column_entry(name, number, cell))

    def text(self, column: str) -> str:
        """Take a cell; nothing where there is none, or no more."""
        return self._cells.pop(column, (0, ""))[1]

    def day(self, column: str) -> str:
        """Take a cell that holds a day, as a card writes it. One that cannot be read stays."""
        _, text = self._cells.get(column, (0, ""))
        day = read_date(text, self._dates)
        if day:
            del self._cells[column]
        return day

    def date(self, column: str) -> date | None:
        """The same, of a day in a year."""
        _, text = self._cells.get(column, (0, ""))
        day = read_date(text, self._dates)
        if not day or day.startswith("--"):
            return None
        del self._cells[column]
        return date.fromisoformat(day)

    def put_back(self, column: str, text: str) -> None:
        """Leave a part of what was taken."""
        self._cells[column] = (0, text)

    def numbers(self, name: str) -> list[int]:
        """The numbers of columns of that name in which something stands."""
        pattern = re.compile(rf"{name} (\d{{1,3}})(?: \w+)?")
        return sorted({int(match[1]) for column in self._cells if (match := pattern.fullmatch(column))})

    def left(self) -> tuple[str, ...]:
        """What nobody took."""
        rest = [column_entry(name, number, cell) for name, (number, cell) in self._cells.items()]
        return (*rest, *self._more)


def _places(line: _Line) -> Iterator[Affiliation]:
    for number in line.numbers("Place"):
        *columns, since, until = (f"Place {number}{what}" for what in _OF_PLACE)
        organisation, title, department, setting = map(line.text, columns)
        place = Affiliation(organisation, title, department, setting, line.date(since), line.date(until))
        if place != Affiliation():
            yield place


def _points(line: _Line) -> Iterator[ContactPoint]:
    for name, kind in _KINDS.items():
        for number in line.numbers(name):
            column, label, state = (f"{name} {number}{what}" for what in _OF_POINT)
            if value := line.text(column):
                states = unlisted(line.text(state))
                known = [ContactState(text) for text in states if text in set(ContactState)]
                if odd := [text for text in states if text != _PRIMARY and text not in set(ContactState)]:
                    line.put_back(state, listed(odd))
                yield ContactPoint(kind, value, line.text(label), _PRIMARY in states, *known[:1])


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
