"""Which column of an unknown table is what, said once for every table with the same columns.

Public: ``MappingPage(unknown)`` with the signal ``accepted(TableMapping)``; it is left with ``finished``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.exchange.columns.layout import TableMapping
from otnet_desktop.exchange.columns.meaning import OF_SOMEBODY
from otnet_desktop.services.tables import UnknownTable
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.exchange.column_row import KEPT, ColumnRow
from otnet_desktop.ui.exchange.column_words import date_orders
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.scrolled import scrolled
from otnet_desktop.ui.widgets.segmented import Segmented

MOST_ROWS = 150
"""Columns to say something about; what is left over is kept as it is, or taken as it was guessed."""
SAMPLES = 3
READABLE_WIDTH = 760


class MappingPage(Aside):
    """A guess for each column, to confirm or correct."""

    accepted = Signal(object)
    """A ``TableMapping``."""

    def __init__(self, unknown: UnknownTable, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        set_help(self, "import-export")
        self.set_title(self.tr("Which column is what?"))
        self.rows = [ColumnRow(*row) for row in _columns(unknown)]
        self.dates = Segmented(self.tr("The order of dates"), date_orders())
        self.dates.choose((unknown.said and unknown.said.dates) or unknown.table.layout.dates.value)
        self._dates = LabelledField(self.tr("Dates are written like"), self.dates)
        self.hint = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.accept_button = primary_button(self.tr("Show who would come in"), "import")
        self.accept_button.clicked.connect(self._accept)
        self._cancel = plain_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.finished)
        self._lay_out(unknown.name)
        for row in self.rows:
            row.said.connect(self._look_again)
        self._look_again()

    def first_field(self) -> QWidget:
        """The first column, or the way out where there is none."""
        return self.rows[0].box if self.rows else self._cancel

    def mapping(self) -> TableMapping:
        """What is said now."""
        dates = self.dates.chosen_key() if self._has_dates() else ""
        return TableMapping({row.key: row.spelled() for row in self.rows}, dates)

    def _lay_out(self, name: str) -> None:
        about = self.tr("{file} comes from no program that is known. What you say holds for every table like it.")
        self.body.addWidget(PlainLabel(about.format(file=one_line(Path(name).name)), TextSize.CAPTION, "soft"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(4 * STEP)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self._dates)
        column.addStretch(1)
        page.setMaximumWidth(look().metrics.shape(READABLE_WIDTH))
        scroll = scrolled(page)
        self.body.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.accept_button)
        self.body.addLayout(foot)

    def _has_dates(self) -> bool:
        return any(row.spelled() == "birthday" for row in self.rows)

    def _look_again(self) -> None:
        """Dates matter where there is one, and whom nothing names and nothing reaches is nobody."""
        self._dates.setVisible(self._has_dates())
        said = {row.spelled().partition(":")[0] for row in self.rows}
        is_enough = not OF_SOMEBODY.isdisjoint(said)
        self.accept_button.setEnabled(is_enough)
        missing = self.tr("Say which column holds a name, a way to reach them or a place of work.")
        self.hint.setText("" if is_enough else missing)

    def _accept(self) -> None:
        self.accepted.emit(self.mapping())


def _columns(unknown: UnknownTable) -> list[tuple[str, str, list[str], str]]:
    """Columns that hold something: how they are told apart, what is in them, and what it was said or seems to be."""
    table = unknown.table
    said = unknown.said.columns if unknown.said else {}
    names = table.layout.names
    found = []
    for number, (name, meaning) in enumerate(zip(names, table.layout.meanings, strict=True)):
        cells = (row[number].strip() for row in table.sheet.samples if number < len(row))
        samples = list(dict.fromkeys(cell for cell in cells if cell))[:SAMPLES]
        if samples:
            key = name if name and names.count(name) == 1 else str(number + 1)
            spelled = KEPT if number in table.layout.unknown else meaning.spelled
            spelled = said.get(key, spelled)
            found.append((key, name or f"#{number + 1}", samples, spelled))
    return found[:MOST_ROWS]
