"""LinkedIn's Connections.csv: one row a person. The header is looked for, as a preamble of any length may precede it.

Columns are found by their English or German names; URL, company and position may be missing. Addresses of profiles are
only noted, never visited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from otnet_desktop.domain.credentials import split_name
from otnet_desktop.domain.duplicates.ways import profile_address
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.identity import identity
from otnet_desktop.exchange.recognise import (
    CONNECTED_ON,
    DELIMITERS,
    FIRST_NAMES,
    LAST_NAMES,
    FileFormat,
    cells,
    kind_of_header,
)
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt
from otnet_desktop.exchange.rows import read_rows
from otnet_desktop.exchange.text import Lines
from otnet_desktop.exchange.vcard.columns import is_column

SOURCE = "LinkedIn"

_COLUMNS = {
    **dict.fromkeys(FIRST_NAMES, "given"),
    **dict.fromkeys(LAST_NAMES, "family"),
    **dict.fromkeys(CONNECTED_ON, "connected"),
    **dict.fromkeys(("url", "profile url", "profil-url"), "url"),
    **dict.fromkeys(("email address", "e-mail address", "e-mail-adresse"), "email"),
    **dict.fromkeys(("company", "unternehmen", "firma"), "company"),
    **dict.fromkeys(("position", "title"), "position"),
}
_MONTH_NAMES = ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez")
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_WORDED = re.compile(r"(\d{1,2})\.? ([^\W\d]{3,9})\.? (\d{4})")
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read_connections(stream: BinaryIO) -> Iterator[Incoming | Rejected]:
    """The rows of the export, in order; rows of only separators are no entries and are passed over."""
    lines = (line for batch in Lines(stream).batches() for line in batch)
    number, header, delimiter = _find_header(lines)
    if header is None:
        yield Rejected(1, Refusal.OTHER_CSV)
        return
    for line, row in read_rows(lines, number, len(header), delimiter):
        if isinstance(row, Rejected):
            yield row
        elif any(cell.strip() for cell in row):
            yield _person(line, header, row)


def _find_header(lines: Iterator[str]) -> tuple[int, list[str] | None, str]:
    for number, line in enumerate(lines, start=1):
        header = cells(line)
        if kind_of_header(header) is FileFormat.LINKEDIN_CSV:
            return number, header, max(DELIMITERS, key=line.count)
    return 0, None, ","


def _sorted(header: list[str], row: list[str]) -> tuple[dict[str, str], list[str]]:
    """The cells that have a field, by its name, and those that have none, as they are to be kept."""
    known: dict[str, str] = {}
    loose: list[str] = []
    for number, cell in enumerate(map(str.strip, row), start=1):
        name = header[number - 1] if number <= len(header) else ""
        field = _COLUMNS.get(name, "")
        if field and field not in known:
            known[field] = cell
        elif cell:
            entry = f"{name}: {cell}"
            loose.append(entry if is_column(entry) else f"Column {number}: {cell}")
    return known, loose


def _person(line: int, header: list[str], said: list[str]) -> Incoming | Rejected:
    row, loose = _sorted(header, said)
    get = row.get
    given, family = get("given", ""), get("family", "")
    url, email = get("url", ""), get("email", "")
    if not given and not family and not email:
        return Rejected(line, Refusal.NAMELESS_ROW, excerpt(", ".join(cell for cell in said if cell.strip())))
    surname, letters = split_name(family)
    points = []
    if url:
        points.append(ContactPoint(ContactKind.LINKEDIN, url))
    if email:
        points.append(ContactPoint(ContactKind.EMAIL, email))
    place = Affiliation(organisation=get("company", ""), title=get("position", ""))
    connected = get("connected", "")
    day = connected_on(connected)
    foreign = []
    if surname != family:
        foreign.append(f"Last Name: {family}")
    if connected:
        foreign.append(f"Connected On: {day.isoformat() if day else connected}")
    remarks = [Remark(line, f"There is no field for this, kept as it is: {excerpt(entry)}") for entry in loose]
    if connected and not day:
        remarks.append(Remark(line, f"This date was not understood, kept as it is: {excerpt(connected)}"))
    return Incoming(
        Profile(
            given=given,
            family=surname,
            credentials=letters,
            contact_points=tuple(points),
            affiliations=(place,) if place != Affiliation() else (),
            how_met=SOURCE,
            source=SOURCE,
            uid=identity(profile_address(url) or "\x1f".join(said)),
            foreign=(*foreign, *loose),
        ),
        line,
        tuple(remarks),
    )


def connected_on(text: str) -> date | None:
    """``05 Mar 2024``, ``5. März 2024``, ``05.03.2024`` or ISO; None if it is none of these."""
    if worded := _WORDED.fullmatch(text):
        month = _MONTHS.get(worded[2][:3].lower())
        return _date(int(worded[3]), month, int(worded[1])) if month else None
    if german := _GERMAN.fullmatch(text):
        return _date(int(german[3]), int(german[2]), int(german[1]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
