"""The rows of a table, one after the other, as people; and what there is to remark about them."""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.domain.duplicates.ways import profile_address
from otnet_desktop.domain.people import ContactKind, Profile
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.columns.dates import DateOrder
from otnet_desktop.exchange.columns.layout import Layout
from otnet_desktop.exchange.columns.program import Program
from otnet_desktop.exchange.columns.row import Row
from otnet_desktop.exchange.identity import identity
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt

_IN_WORDS = {
    DateOrder.DAY_FIRST: sentence("day, month, year"),
    DateOrder.MONTH_FIRST: sentence("month, day, year"),
    DateOrder.YEAR_FIRST: sentence("year, month, day"),
}


class RowReader:
    """Reads the rows of one table. A column nobody knows is told once, where it first holds something."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._told: set[int] = set()
        self._dates_are_told = layout.dates_are_sure

    def read(self, line: int, cells: Sequence[str], *, is_ours: bool = False) -> Incoming | Rejected:
        """The person, or why nobody is told of. ``is_ours``: our own export wrote the row."""
        layout = self._layout
        row = Row(layout.program, layout.dates, is_ours=is_ours)
        remarks: list[Remark] = []
        for number, cell in enumerate(map(str.strip, cells)):
            if not cell:
                continue
            is_known = number < len(layout.meanings) and number not in layout.unknown
            name = layout.names[number] if number < len(layout.names) else ""
            entry = row.take(name, number + 1, layout.meanings[number] if is_known else None, cell)
            if not is_known and number not in self._told:
                self._told.add(number)
                remarks.append(
                    Remark(line, sentence("There is no field for this, kept as it is: {entry}", entry=excerpt(entry)))
                )
        profile = row.profile(_uid(layout.program, cells))
        if not is_ours and not is_somebody(profile, layout.program):
            return Rejected(line, Refusal.NAMELESS_ROW, excerpt(", ".join(filter(None, map(str.strip, cells)))))
        return Incoming(profile, line, (*remarks, *self._about_dates(line, row)))

    def _about_dates(self, line: int, row: Row) -> list[Remark]:
        remarks = [
            Remark(line, sentence("This date was not understood, kept as it is: {text}", text=text))
            for text in row.odd_dates
        ]
        if row.has_birthday and not self._dates_are_told:
            self._dates_are_told = True
            order = _IN_WORDS[self._layout.dates]
            remarks.append(
                Remark(
                    line,
                    sentence("Dates were read as {order}, which the file does not tell. Check this one.", order=order),
                )
            )
        return remarks


def is_somebody(profile: Profile, program: Program = Program.ANY) -> bool:
    """Whether there is a name, a way to reach them or a place. LinkedIn knows everybody's name and many dead links."""
    if profile.given or profile.family or profile.display or profile.nickname:
        return True
    if program is Program.LINKEDIN:
        return profile.reach(ContactKind.EMAIL) is not None
    return bool(profile.contact_points or profile.current.organisation)


def _uid(program: Program, cells: Sequence[str]) -> str:
    """An identity from what the row says: the same row again is the same person, and so is the same profile."""
    if program is Program.LINKEDIN:
        url = next((address for cell in cells if (address := profile_address(cell))), "")
        return identity(url or "\x1f".join(cells))
    return identity("\x1f".join(cell for cell in map(str.strip, cells) if cell))
