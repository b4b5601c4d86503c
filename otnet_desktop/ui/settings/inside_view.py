"""What is inside a backup: who, and how they compare with today.

Public: ``InsideView`` with ``say(text)``, ``show_inside(inside)``, ``chosen()`` and the signal ``chosen_changed``.
"""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from otnet_desktop.domain.backups import COME_BACK, Inside, PersonInside, Standing
from otnet_desktop.ui.settings.backup_words import said_inside
from otnet_desktop.ui.settings.inside_model import InsideModel
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.search_field import SearchField
from otnet_desktop.ui.widgets.tab_order import tab_before

ROWS_AT_ONCE = 1_000
"""Laid out in one turn: some milliseconds."""

FEWEST = 3
"""Rows one always sees some of."""

ALL, MISSING, CHANGED = "all", "missing", "changed"
GROUPS = {
    ALL: tuple(Standing),
    MISSING: COME_BACK,
    CHANGED: (Standing.CHANGED,),
}


class InsideView(QWidget):
    """A sentence, filters, and the people."""

    chosen_changed = Signal()
    activated = Signal()
    """Enter or a double click on somebody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_shown = False
        self.said = PlainLabel("", tone="soft")
        self.chips = ChipRow(self.tr("Show people"), exclusive=True)
        self.chips.changed.connect(self._narrow)
        self.search = SearchField(self.tr("Find in this backup"))
        self.search.textChanged.connect(self._narrow)
        self.model = InsideModel(self)
        self.people = QListView()
        self.people.setModel(self.model)
        self.people.setAccessibleName(self.tr("People in this backup"))
        self.people.setProperty("kind", "rows")
        self.people.setUniformItemSizes(True)
        self.people.setLayoutMode(QListView.LayoutMode.Batched)  # it asks the model for every row once
        self.people.setBatchSize(ROWS_AT_ONCE)
        self.people.setMinimumHeight(FEWEST * (2 * look().metrics.line() + 2 * STEP))
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.people.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.people.activated.connect(self.activated)
        self.people.selectionModel().selectionChanged.connect(self.chosen_changed)
        self._rest = QWidget()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        for widget in (self.said, self.chips, self.search):
            column.addWidget(widget)
        column.addWidget(self.people, 1)
        column.addWidget(self._rest, 1)
        self.say("")

    def add_below_said(self, widget: QWidget) -> None:
        """Something to fill in before anything can be shown."""
        self._column.insertWidget(1, widget)

    def say(self, text: str) -> None:
        """Nothing can be shown: it is being read, or cannot be."""
        self.said.setText(text)
        self._is_shown = False
        self._show_people(visible=False)
        self.model.show_people(())
        self.chosen_changed.emit()

    def show_inside(self, inside: Inside) -> None:
        """Show these people; where somebody is missing, only them at first."""
        counts = {name: inside.count(*standings) for name, standings in GROUPS.items()}
        words = {ALL: self.tr("All"), MISSING: self.tr("Missing today"), CHANGED: self.tr("Changed since")}
        self.said.setText(said_inside(inside))
        self._is_shown = True
        self.model.show_people(inside.people)
        self.chips.show_items([ChipItem(name, words[name], counts[name]) for name in GROUPS])
        tab_before(self.search, self.chips.stops())
        self.chips.check(next(name for name in (MISSING, CHANGED, ALL) if counts[name] or name == ALL))
        self._show_people(visible=bool(inside.people))
        self._narrow()

    @property
    def is_shown(self) -> bool:
        """Whether a backup could be read."""
        return self._is_shown

    def chosen(self) -> list[PersonInside]:
        """Those who are chosen and can come back."""
        spans = self.people.selectionModel().selection().toList()  # an index for each of them takes far longer
        rows = sorted((span.top(), span.bottom() + 1) for span in spans)
        people = chain.from_iterable(self.model.people_in(first, end) for first, end in rows)
        return [person for person in people if person.standing in COME_BACK]

    def _show_people(self, *, visible: bool) -> None:
        for widget in (self.chips, self.search, self.people):
            widget.setVisible(visible)
        self._rest.setVisible(not visible)

    def _narrow(self) -> None:
        (group,) = self.chips.checked()
        self.model.narrow(GROUPS[group], self.search.text().strip())
        self.chosen_changed.emit()
