"""Tables nobody knows: what their columns are taken for, what somebody says they are, and that it is remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.columns.dates import DateOrder
from otnet_desktop.exchange.columns.layout import TableMapping, signature
from otnet_desktop.exchange.columns.meaning import LABELLED, SPELLED, Field, spelled_meaning
from otnet_desktop.exchange.columns.names import lookup
from otnet_desktop.exchange.columns.program import Program
from otnet_desktop.exchange.columns.reading import Table, look_at
from otnet_desktop.exchange.containers import Source, sources
from otnet_desktop.exchange.recognise import TABLES, recognise
from otnet_desktop.store.store import Store

KEY = "columns"
"""Of the preferences, where what was said is kept by the signature of the columns."""

MOST_SAVED = 200

MONTH_FIRST = re.compile(
    r"US/|Pacific/Honolulu|America/(?:New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka"
    r"|Nome|Adak|Menominee|Metlakatla|Yakutat|Indiana/|Kentucky/|North_Dakota/)"
)
"""Zones of the United States, where the month comes first; everywhere else it is the day, or the year."""


@dataclass(frozen=True, slots=True)
class UnknownTable:
    """A table no program writes, the name of its file, and what was said about it before, if anything was."""

    name: str
    table: Table
    said: TableMapping | None = None


class TablesService:
    """What was said about a table holds for every later one with the same columns."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def unknown(
        self, paths: Sequence[Path], zone: str = "", keep_going: Callable[[], bool] = lambda: True
    ) -> Iterator[UnknownTable]:
        """The tables among these files that no program writes, read as one writes dates in that time zone.

        Where ``keep_going`` answers no, no further file is opened.
        """
        habit = self.with_habit(None, zone) if zone else None
        for source in sources(paths):
            if not keep_going():
                return
            table = _table(source, habit)
            if table and table.layout.program is Program.ANY:
                yield UnknownTable(source.name, table, self.said(table))

    def to_ask_about(
        self, paths: Sequence[Path], zone: str = "", keep_going: Callable[[], bool] = lambda: True
    ) -> UnknownTable | None:
        """The first of them about which nothing was said yet."""
        return next((unknown for unknown in self.unknown(paths, zone, keep_going) if unknown.said is None), None)

    def said(self, table: Table) -> TableMapping | None:
        """What somebody said about such columns."""
        kept = self._saved().get(_signature(table))
        try:
            return _mapping(dict(kept["columns"]), kept["dates"]) if kept else None
        except (KeyError, TypeError, ValueError):  # a newer version may keep it in another way
            return None

    def save(self, table: Table, mapping: TableMapping) -> None:
        """Remember it; of very many the oldest is forgotten."""
        saved = self._saved()
        saved.pop(_signature(table), None)
        saved[_signature(table)] = {"columns": dict(mapping.columns), "dates": mapping.dates}
        with self._store.transaction():
            self._store.preferences.set(KEY, dict(list(saved.items())[-MOST_SAVED:]))

    def with_habit(self, mapping: TableMapping | None, zone: str) -> TableMapping:
        """What was said, and in which order one writes dates in that time zone."""
        habit = DateOrder.MONTH_FIRST if MONTH_FIRST.match(zone) else DateOrder.DAY_FIRST
        return replace(mapping or TableMapping(), habit=habit.value)

    def refuse_strangers(self, paths: Sequence[Path], mapping: TableMapping) -> None:
        """Raises BadInput for a column that none of the tables among these files has."""
        tables = [table for source in sources(paths) if (table := _table(source))]
        names = {name.casefold() for table in tables for name in table.layout.names}
        most = max((len(table.layout.names) for table in tables), default=0)
        for column in mapping.columns:
            is_number = column.isdecimal() and 1 <= int(column) <= most
            if not is_number and column.casefold() not in names:
                known = ", ".join(dict.fromkeys(name for table in tables for name in table.layout.names if name))
                raise BadInput(
                    sentence("There is no column called {column!r}.", column=column),
                    sentence("These are there: {none}.", none=known or sentence("none")),
                )

    def _saved(self) -> dict[str, Any]:
        saved = self._store.preferences.get(KEY)
        return saved if isinstance(saved, dict) else {}


def _mapping(columns: dict[str, Any], dates: str) -> TableMapping:
    """As it was kept. Raises ValueError for what this version does not know."""
    if not all(isinstance(spelled, str) for spelled in columns.values()):
        raise ValueError
    return TableMapping(columns, DateOrder(dates).value if dates else "")


def _signature(table: Table) -> str:
    return signature(table.layout, bool(table.sheet.names))


def _table(source: Source, mapping: TableMapping | None = None) -> Table | None:
    if source.refusal:
        return None
    try:
        with source.open() as stream:
            return look_at(stream, mapping) if recognise(stream) in TABLES else None
    except OSError:  # it is told when the file is read
        return None


def typed_mapping(typed: Iterable[str], dates: str = "") -> TableMapping:
    """``COLUMN=FIELD`` as it is typed; a field in its own name or as a column would be called. Raises BadInput."""
    columns: dict[str, str] = {}
    for text in typed:
        column, equals, field = text.rpartition("=")
        meaning = spelled_meaning(field) or spelled_meaning(lookup(field, "english").rstrip("?"))
        if not equals or not column.strip() or meaning is None:
            fields = ", ".join(field.value for field in Field if field in SPELLED)
            kinds = ", ".join(sorted(map(str, LABELLED)))
            raise BadInput(
                sentence("{text!r} does not say what a column means.", text=text),
                sentence(
                    "Write COLUMN=FIELD, with the name or number of a column and one of: {fields}. "
                    "Some take a kind, as in phone:work ({kinds}).",
                    fields=fields,
                    kinds=kinds,
                ),
            )
        columns[column.strip()] = meaning.spelled
    if dates and dates not in set(DateOrder):
        raise BadInput(
            sentence("There is no order of dates called {dates!r}.", dates=dates),
            sentence("Write one of: {dateorder}.", dateorder=", ".join(DateOrder)),
        )
    return TableMapping(columns, dates)
