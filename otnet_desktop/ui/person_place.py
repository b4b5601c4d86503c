"""The middle of the window: the person, and for a while a sheet in their place (a meeting, a letter).

Public: ``Sheet`` (what may be laid there) and ``PersonPlace(person_pane, intents)`` with ``show_person(person)``,
``lay(sheet, person)`` and ``leave()``. A sheet covers nothing else, and Esc takes it away: back to the control one came
from, on whatever page that is.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.widgets.tab_order import tab_through


class PersonPane(Protocol):
    """What follows the person who is chosen."""

    def show_person(self, person: int) -> None:
        """Show somebody, or (0) nobody."""

    def next_step(self) -> QWidget:
        """The control that takes their next step, shown or not."""


class Sheet(QWidget):
    """Something to work on in the person's place. It saves by itself when it is hidden."""

    finished = Signal()
    """It is done, or what it was about is gone."""

    def first_field(self) -> QWidget:
        """What has the focus at first."""
        return self

    def event(self, event: QEvent) -> bool:
        """Esc is the sheet's own while it is shown; in the window it would go elsewhere."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.takes(event):
            event.accept()
            return True
        return super().event(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Keys that mean something else here than in the rest of the window."""
        return Qt.Key(event.key()) is Qt.Key.Key_Escape and not event.modifiers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the person."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class PersonPlace(QWidget):
    """One above the other; what is below keeps its state."""

    def __init__(self, pane: QWidget, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(pane.accessibleName())
        self._pane = pane
        self._intents = intents
        self._person = 0
        self._sheet: Sheet | None = None
        self._before: QWidget | None = None
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self._door = QWidget(self)
        """Never seen: it marks where Tab comes by, so that a sheet is not last in the window."""
        self._door.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._door.hide()
        intents.person_clicked.connect(self._uncover)

    @property
    def person(self) -> int:
        """Who is shown; 0 for nobody."""
        return self._person

    @property
    def sheet(self) -> Sheet | None:
        """What lies there now."""
        return self._sheet

    def show_person(self, person: int) -> None:
        """Somebody else is chosen: what lay here about another person goes."""
        if person != self._person:
            self._drop()
        self._person = person
        pane: PersonPane = self._pane  # type: ignore[assignment]  # a widget that follows the person
        pane.show_person(person)

    def lay(self, sheet: Sheet, person: int) -> None:
        """Go to ``person``, wherever one is, and lay ``sheet`` in their place."""
        before = self._before if self._sheet is not None else QApplication.focusWidget()
        self._drop()
        self._intents.person_wanted.emit(person)
        self._before = before
        self._person = person
        self._sheet = sheet
        sheet.finished.connect(self.leave)
        self._stack.addWidget(sheet)
        self._stack.setCurrentWidget(sheet)
        field = sheet.first_field()
        tab_through(self._door, sheet, field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _uncover(self, person: int) -> None:
        """They are chosen already, so nothing else would show them."""
        if person == self._person:
            self._drop()

    def next_step(self) -> QWidget | None:
        """The control that takes the person's next step, while it can be seen."""
        pane: PersonPane = self._pane  # type: ignore[assignment]  # as above
        step = pane.next_step()
        return step if step.isVisible() else None

    def leave(self) -> None:
        """Back to the person, or to wherever one came from."""
        if self._sheet is None:
            return
        had_focus = self._sheet.isAncestorOf(QApplication.focusWidget() or self)
        before = self._before
        self._drop()
        if had_focus and before is not None and isValid(before):
            self._intents.return_wanted.emit(before)

    def _drop(self) -> None:
        """Take the sheet away; what is below shows itself."""
        sheet, self._sheet = self._sheet, None
        self._before = None
        if sheet is not None:
            self._stack.setCurrentWidget(self._pane)
            self._stack.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
