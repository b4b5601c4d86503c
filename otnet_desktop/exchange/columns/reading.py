"""Everybody in a table, row by row, and what there is to say about the table before anything is read.

Public: ``read_table(stream, mapping)`` and ``look_at(stream, mapping)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.columns.layout import Layout, TableMapping, lay_out
from otnet_desktop.exchange.columns.person import RowReader
from otnet_desktop.exchange.columns.program import Program
from otnet_desktop.exchange.columns.sheet import HEAD, MOST_COLUMNS, Sheet, find_sheet, parted
from otnet_desktop.exchange.formula_guard import unguarded
from otnet_desktop.exchange.own_csv import IDENTITY, read_record
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected, Remark, excerpt
from otnet_desktop.exchange.rows import read_rows
from otnet_desktop.exchange.text import Lines


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is written, and what its columns mean."""

    sheet: Sheet
    layout: Layout


def look_at(stream: BinaryIO, mapping: TableMapping | None = None) -> Table | None:
    """The table a file begins with; None if it is none. The stream is left at its start."""
    head = stream.read(HEAD)
    stream.seek(0)
    sheet = find_sheet(head)
    return Table(sheet, lay_out(sheet, mapping)) if sheet else None


def read_table(stream: BinaryIO, mapping: TableMapping | None = None) -> Iterator[Incoming | Rejected | Remark]:
    """The rows in order; rows of only separators are no entries and are passed over."""
    table = look_at(stream, mapping)
    if table is None or not (table.layout.can_tell_people or (mapping and mapping.columns)):
        yield Rejected(1, Refusal.OTHER_CSV, excerpt(", ".join(table.sheet.names)) if table else "")
        return
    sheet = table.sheet
    if not sheet.names:
        yield Remark(1, "The table has no header; its columns were taken by what they hold.")
    older = "" if sheet.encoding.startswith("utf") else sheet.encoding  # UTF-16 and UTF-32 have their own decoder
    lines = (line for batch in Lines(stream, older=older).batches() for line in batch)
    for _ in islice(lines, sheet.before):
        pass
    reader = RowReader(table.layout)
    program = table.layout.program
    is_apart = False
    for line, row in read_rows(lines, sheet.before, sheet.width, sheet.delimiter):
        if isinstance(row, Rejected):
            yield row
        elif is_apart and sheet.names and len(row) == 1 < sheet.width - 1 and "@" not in row[0]:
            yield Rejected(line, Refusal.BELOW_THE_TABLE, excerpt(row[0]))
        elif len(row) > MOST_COLUMNS:
            yield Rejected(line, Refusal.BROKEN_ROW, excerpt(", ".join(row[:50])))
        elif any(cell.strip() for cell in row):
            is_apart = False
            cells = row if sheet.names else parted(row, sheet.width)
            ours = is_ours(program, cells)
            cells = list(map(unguarded, cells)) if ours else cells
            yield _own(line, table, cells) if program is Program.OURS else reader.read(line, cells, is_ours=ours)
        else:
            is_apart = not row


def is_ours(program: Program, cells: list[str]) -> bool:
    """Whether we wrote it, and guarded it against spreadsheets; Google's rows tell by one of their custom fields."""
    return program is Program.OURS or (program is Program.GOOGLE and IDENTITY in cells)


def _own(line: int, table: Table, cells: list[str]) -> Incoming | Rejected:
    profile, left = read_record(table.sheet.names, cells, table.layout.dates)
    if not profile.full_name and not profile.uid:
        return Rejected(line, Refusal.NAMELESS_ROW, excerpt(", ".join(filter(None, cells))))
    remarks = (
        Remark(line, sentence("There is no field for this, kept as it is: {entry}", entry=excerpt(entry)))
        for entry in left
    )
    return Incoming(profile, line, tuple(remarks))
