"""Hours of mentoring and professional development: a table, a rate of one's own, and ways out for the board.

Public: ``HoursSection(workspace, bridge, intents)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QTableWidget, QWidget

from otnet_desktop.domain.hours import MINUTES, Hours, HoursKind, minutes_of, units
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.hours_form import HoursForm
from otnet_desktop.ui.journey.lines_table import lines_table
from otnet_desktop.ui.journey.paper import Paper
from otnet_desktop.ui.journey.section import Section
from otnet_desktop.ui.journey.where_to import ask_where
from otnet_desktop.ui.journey.words import hours_kinds, said_hours, said_number
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel

BRITISH = ("Europe/London", "Europe/Belfast", "GB")
"""Where the HCPC keeps the register."""


class HoursSection(Section):
    """Meetings that count as mentoring come by themselves; other hours are entered."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(workspace, bridge, intents, "", parent)
        self.sentence.setText(
            self.tr("Meetings that you mark as mentoring count by themselves. What counts is for your board to say.")
        )
        self._log: list[Hours] = []
        self.table: QTableWidget | None = None
        add = primary_button(self.tr("Add hours…"), "plus")
        add.clicked.connect(self._add)
        self.change = plain_button(self.tr("Change…"))
        self.change.clicked.connect(self._change)
        self.remove = plain_button(self.tr("Take out"))
        self.remove.clicked.connect(self._remove)
        export = plain_button(self.tr("Export for spreadsheets…"), "export")
        export.clicked.connect(self._export)
        printed = plain_button(self.tr("Print…"), "print")
        printed.clicked.connect(self._print)
        for button in (add, self.change, self.remove, export, printed):
            self.head.addWidget(button)
        self.rate = QDoubleSpinBox()
        self.rate.setRange(0.25, 100)
        self.rate.setSingleStep(0.25)
        self.rate.setDecimals(2)
        self.rate.setSuffix(self.tr(" h = 1 PDU"))
        self.rate.lineEdit().setTextMargins(2 * STEP, 0, 2 * STEP, 0)
        self.rate.setValue(workspace.preferences.current.hours_per_unit)
        self.rate.setKeyboardTracking(False)
        self.rate.valueChanged.connect(self._keep_rate)
        self.head.addWidget(LabelledField(self.tr("Rate for mentoring"), self.rate))
        self.returning = quiet_button(self.tr("Returning to the HCPC register?"), "help")
        self.returning.clicked.connect(self._explain_returning)
        self.head.addWidget(self.returning)

    def fill(self) -> None:
        """The sums in words, then every line."""
        self.returning.setVisible(self.workspace.preferences.timing().zone.key in BRITISH)
        self._log = self.workspace.hours.log()
        self.items.addWidget(PlainLabel(self._sums(), selectable=True))
        self.table = None
        if self._log:
            self.table = self._table()
            self.items.addWidget(self.table)
        else:
            self.items.addWidget(EmptyState("clock", self.tr("No hours yet")))
        self._offer()

    def _sums(self) -> str:
        mentoring = minutes_of(self._log, HoursKind.MENTORING)
        rate = self.workspace.preferences.current.hours_per_unit
        said = self.tr(
            "Mentoring: {hours} → {units} PDU at {rate} h = 1 PDU (check your board's current chart)"
        ).format(hours=said_hours(mentoring), units=said_number(units(mentoring, rate)), rate=said_number(rate))
        other = minutes_of(self._log) - mentoring
        return f"{said}\n{self.tr('Other hours: {hours}').format(hours=said_hours(other))}" if other else said

    def _heads(self) -> list[str]:
        return [self.tr("Day"), self.tr("Kind"), self.tr("What"), self.tr("With"), self.tr("Hours")]

    def _cells(self, hours: Hours) -> list[str]:
        text = hours.text or (self.tr("Meeting") if hours.meeting else "")
        name = self.name_of(hours.person) if hours.person else ""
        return [written_day(hours.day), hours_kinds()[hours.kind], text, name, said_number(hours.minutes / MINUTES)]

    def _table(self) -> QTableWidget:
        rows = [self._cells(hours) for hours in self._log]
        table = lines_table(self.tr("Hours"), "hours", self._heads(), rows, wide=2)
        for row in range(len(rows)):
            item = table.item(row, len(self._heads()) - 1)
            assert item is not None, "every cell was just filled"
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.itemSelectionChanged.connect(self._offer)
        table.itemActivated.connect(self._change)
        return table

    def _chosen(self) -> Hours | None:
        row = self.table.currentRow() if self.table is not None else -1
        return self._log[row] if 0 <= row < len(self._log) else None

    def _offer(self) -> None:
        """A meeting is changed on its own page, and leads there."""
        chosen = self._chosen()
        self.change.setEnabled(chosen is not None)
        self.remove.setEnabled(chosen is not None and not chosen.meeting)

    def _explain_returning(self) -> None:
        self.intents.help_wanted.emit("return-to-practice")

    def _add(self) -> None:
        HoursForm(self.workspace, self.intents, None, self.window()).open()

    def _change(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        if chosen.meeting is None:
            HoursForm(self.workspace, self.intents, chosen, self.window()).open()
            return
        if chosen.person is not None:
            self.intents.person_wanted.emit(int(chosen.person))
        self.intents.open_meeting_wanted.emit(int(chosen.meeting))

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None and succeeded(self.intents, lambda: self.workspace.hours.remove(chosen)):
            self.intents.undoable.emit(self.tr("The hours are taken out"))

    def _keep_rate(self, hours: float) -> None:
        succeeded(self.intents, lambda: self.workspace.preferences.change(hours_per_unit=hours))

    def _export(self) -> None:
        ask_where(self, self.tr("Export hours to"), f"hours-{self.today().isoformat()}", "csv", self._write)

    def _write(self, path: str) -> None:
        rows: list[list[str | float]] = []
        for hours in reversed(self._log):
            _, kind, text, name, _ = self._cells(hours)
            rows.append([hours.day.isoformat(), kind, text, name, round(hours.minutes / MINUTES, 2)])
        page = self.workspace.hours.as_csv(self._heads(), rows)
        if succeeded(self.intents, lambda: self.workspace.exporting.write_page(Path(path), page)):
            self.intents.said.emit(self.tr("Written to {path}").format(path=path))

    def _print(self) -> None:
        paper = Paper(self.tr("Hours of professional development"))
        paper.paragraph(self._sums())
        paper.table(self._heads(), [self._cells(hours) for hours in reversed(self._log)])
        from otnet_desktop.ui.journey.printing import PaperDialog

        PaperDialog(paper, self).show()
