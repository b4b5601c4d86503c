"""Everything else one can do about a person, one click from the pane.

Public: ``MoreMenu()`` with ``show_status(status, cadence)`` and ``cadence``, a menu that can be opened by itself; its
signals say what was chosen.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from otnet_desktop.domain.people import Status
from otnet_desktop.ui.people.cadence_menu import CadenceMenu
from otnet_desktop.ui.theme.icons import dress


class MoreMenu(QMenu):
    """Edit, job, cadence, and the ways to close a person."""

    edit_chosen = Signal()
    moved_chosen = Signal()
    promise_chosen = Signal()
    opportunity_chosen = Signal()
    times_chosen = Signal()
    merge_chosen = Signal()
    delete_chosen = Signal()
    changes_chosen = Signal()
    cadence_chosen = Signal(int)
    status_chosen = Signal(str, bool)
    """A status, and whether it is set or taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closing: dict[Status, QAction] = {}
        self._reopening: dict[Status, QAction] = {}
        self._add(self.tr("Edit…"), "edit").triggered.connect(self.edit_chosen)
        self._add(self.tr("Changed jobs…"), "work").triggered.connect(self.moved_chosen)
        self._add(self.tr("Note a promise…"), "gift").triggered.connect(self.promise_chosen)
        self._add(self.tr("Note an opportunity…"), "work").triggered.connect(self.opportunity_chosen)
        self._times = self._add(self.tr("Offer times…"), "clock")
        self._times.triggered.connect(self.times_chosen)
        self.cadence = CadenceMenu(self.tr("Keep in touch"), self)
        self.cadence.chosen.connect(self.cadence_chosen)
        dress(self.addMenu(self.cadence), "keep-in-touch")
        self.addSeparator()
        for status, text, icon_name in (
            (Status.ARCHIVED, self.tr("Archive"), "archive"),
            (Status.DO_NOT_CONTACT, self.tr("Do not contact"), "hide"),
            (Status.DECEASED, self.tr("Record a death"), "resting"),
        ):
            self._closing[status] = self._status_action(text, icon_name, status, on=True)
        for status, text in (
            (Status.ARCHIVED, self.tr("Reopen")),
            (Status.DO_NOT_CONTACT, self.tr("They may be contacted again")),
            (Status.DECEASED, self.tr("Recorded by mistake: take it back")),
        ):
            self._reopening[status] = self._status_action(text, "undo", status, on=False)
        self.addSeparator()
        self._add(self.tr("What changed…"), "clock").triggered.connect(self.changes_chosen)
        self._add(self.tr("Merge with…"), "people").triggered.connect(self.merge_chosen)
        self._add(self.tr("Delete"), "trash").triggered.connect(self.delete_chosen)

    def show_status(self, status: Status, cadence: int | None) -> None:
        """Offer what makes sense for somebody of this status, with the cadence ticked if one was chosen."""
        for closed, action in self._closing.items():
            action.setVisible(status is Status.ACTIVE or (status is Status.ARCHIVED and closed is not status))
        for closed, action in self._reopening.items():
            action.setVisible(closed is status)
        self.cadence.menuAction().setVisible(status is Status.ACTIVE)
        self._times.setVisible(status is Status.ACTIVE)
        self.cadence.show_cadence(cadence)

    def _status_action(self, text: str, icon_name: str, status: Status, *, on: bool) -> QAction:
        action = self._add(text, icon_name)
        action.setData((status.value, on))
        action.triggered.connect(self._choose_status)
        return action

    def _add(self, text: str, icon_name: str) -> QAction:
        action = self.addAction(text)
        dress(action, icon_name)
        return action

    def _choose_status(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        status, on = action.data()
        self.status_chosen.emit(status, on)
