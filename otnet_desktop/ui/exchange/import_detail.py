"""The entry that is chosen in an import preview, told whole; and what one may say about an unclear one.

Public: ``ImportDetail`` with ``show_chosen(count, row, said, named, standing)`` and the signals ``decided(Choice)`` and
``turned(field)``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.services.import_plan import Choice, PlannedEntry
from otnet_desktop.ui.exchange.field_choices import FieldChoices
from otnet_desktop.ui.exchange.import_entries import ImportRow
from otnet_desktop.ui.exchange.import_rows import Named, Standing, said_change
from otnet_desktop.ui.exchange.import_words import first_remarks, state_words
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.words import plural

ARCHIVE = ".zip"
"""People of our own archive stand on no line; those of a file inside another one have its name behind."""


class ImportDetail(QWidget):
    """Below the table; it says nothing while nothing is chosen."""

    decided = Signal(Choice)
    """What somebody says about the unclear entries that are chosen."""
    turned = Signal(str)
    """They want a field of the chosen entry the other way round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The chosen entry"))
        self._telling = False
        self._title = PlainLabel(selectable=True)
        self._change = PlainLabel(size=TextSize.CAPTION, tone="soft", selectable=True)
        self.choice = Segmented(
            self.tr("What this entry is"),
            (
                (Choice.LEAVE_OUT.value, self.tr("Leave out")),
                (Choice.AS_NEW.value, self.tr("Add as new")),
                (Choice.SAME_PERSON.value, self.tr("It is the same person")),
            ),
        )
        self.choice.chosen.connect(self._decide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._title)
        column.addWidget(self._change)
        column.addWidget(self.choice)
        self.fields = FieldChoices()
        self.fields.turned.connect(self.turned)
        column.addWidget(self.fields)

    def show_chosen(
        self, count: int, row: ImportRow | None, said: Choice | None, named: Named, standing: Standing
    ) -> None:
        """Tell a row whole where only one is chosen, else how many are; ``said`` is what an unclear one of them is."""
        self._telling = True
        self.choice.setVisible(said is not None)
        if said is not None:
            self.choice.choose(said.value)
        self._telling = False
        if row is not None:
            told = " · ".join(text for text in (row.name, row.place) if text)
            self._title.setText(f"{state_words()[row.state]}: {one_line(told)}")
            self._change.setText(
                "\n".join((one_line(said_change(row, named) + self._where(row)), *first_remarks(row.remarks)))
            )
        else:
            chosen = plural(count, self.tr("{n} entry is chosen"), self.tr("{n} entries are chosen"))
            self._title.setText(chosen if count else "")
            self._change.setText("")
        self._change.setVisible(row is not None)
        entry = row.entry if row is not None else None
        chosen_one = entry if isinstance(entry, PlannedEntry) and entry.whom > 0 else None
        self.fields.show_entry(chosen_one, standing(chosen_one) if chosen_one else None)

    def _where(self, row: ImportRow) -> str:
        if not isinstance(row.entry, PlannedEntry) or row.path.endswith(ARCHIVE):
            return ""
        return self.tr(" · line {line} of the file").format(line=row.entry.line)

    def _decide(self, key: str) -> None:
        if not self._telling:
            self.decided.emit(Choice(key))
