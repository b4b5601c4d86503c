"""A line in which a few letters find somebody.

Public: ``NameLine(roster, name)`` with ``best()`` (who is certainly meant by what is typed, 0 for nobody), ``found()``
(how many it could be), ``clear_all()``, and the signals ``chosen(int)`` and ``went_back`` (Backspace in the empty
line). Suggestions say name and role, so that two people of one name can be told apart.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from otnet_desktop.domain.roster import ListRow
from otnet_desktop.services.roster import RosterService
from otnet_desktop.ui.theme.literal import one_line

SUGGESTED = 8
ID_ROLE, NAME_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class NameLine(QLineEdit):
    """Type a name, take it from the list below."""

    chosen = Signal(int)
    went_back = Signal()

    def __init__(self, roster: RosterService, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._roster = roster
        self._found = QStandardItemModel(self)
        self._taken = 0
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = completer.popup()
        assert popup is not None, "a completer with a pop-up has one"
        popup.setAccessibleName(self.tr("People found"))
        popup.setProperty("kind", "suggestions")
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # one of two signatures
        self.setCompleter(completer)
        self.textEdited.connect(self._look)

    def best(self) -> int:
        """Who is meant: the only one found, or one whose whole name was typed."""
        typed = " ".join(self.text().split()).casefold()
        self._look(self.text())
        ids = [self._found.index(row, 0) for row in range(self._found.rowCount())]
        exact = [index for index in ids if index.data(NAME_ROLE).casefold() == typed]
        if typed and len(ids) == 1:
            return int(ids[0].data(ID_ROLE))
        return int(exact[0].data(ID_ROLE)) if len(exact) == 1 else 0

    def found(self) -> int:
        """How many people what is typed could mean."""
        self._look(self.text())
        return self._found.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the first who was found, before it is the form's."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip() and self.found():
            self.chosen.emit(self.best() or int(self._found.index(0, 0).data(ID_ROLE)))
        elif key is Qt.Key.Key_Backspace and not self.text():
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def clear_all(self) -> None:
        """Nothing typed, nothing suggested."""
        self.clear()
        self._found.clear()
        popup = self.completer().popup()
        if popup is not None:
            popup.hide()

    def _look(self, text: str) -> None:
        hits = self._roster.find_people(text.strip())[:SUGGESTED] if text.strip() else []
        self._found.clear()
        for row in self._roster.rows([hit.id for hit in hits]):
            self._found.appendRow(_suggestion(row))

    def _take(self, index: QModelIndex) -> None:
        """Told a moment later: the completer has yet to write the suggestion into the line."""
        self._taken = int(index.data(ID_ROLE))
        self._telling.start()

    def _tell(self) -> None:
        self.chosen.emit(self._taken)


def _suggestion(row: ListRow) -> QStandardItem:
    item = QStandardItem(one_line(" · ".join(part for part in (row.name, row.headline) if part)))
    item.setData(int(row.id), ID_ROLE)
    item.setData(row.name, NAME_ROLE)
    item.setEditable(False)
    return item
