"""The list of people on the screen: one stop of the Tab key; arrows, Home, End, Page keys and letters walk in it.

Public: ``PeopleView(name)`` with ``show_searching``, and the signals ``chosen`` (a person became the current one at the
user's wish), ``pointed_at`` (a click, also on the current one), ``opened`` (Enter or a double click) and ``typed``
(letters, to jump to a name).
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from otnet_desktop.ui.people.list_model import Index, PeopleModel
from otnet_desktop.ui.widgets.person_row import PersonRowDelegate


class PeopleView(QTableView):
    """A table of one column: the only view of Qt's that stays quick with a million rows."""

    chosen = Signal(int)
    pointed_at = Signal(int)
    opened = Signal(int)
    typed = Signal(str)

    def __init__(self, name: str, people: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._delegate = PersonRowDelegate(self)
        self._searching = False
        self._settling = False
        self._letters = ""
        self._since_letter = QElapsedTimer()
        self.setAccessibleName(name)
        self.setProperty("kind", "list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(0)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()
        self.setItemDelegate(self._delegate)
        self.setModel(people)
        self.activated.connect(self._open)
        self.clicked.connect(self._point)

    def show_searching(self, searching: bool) -> None:
        """Rows are higher while they tell why they were found."""
        if searching != self._searching:
            self._searching = searching
            self._set_row_height()

    def current_person(self) -> int:
        """Who is chosen; 0 for nobody."""
        return self._people.person_at(self.currentIndex().row())

    def chosen_people(self) -> list[int]:
        """Everybody who is marked, by Ctrl or Shift and a click or an arrow: two of them may be one person."""
        parts = self.selectionModel().selection().toList()  # an index for each of them takes far longer
        return [self._people.person_at(row) for part in parts for row in range(part.top(), part.bottom() + 1)]

    def settle_on(self, person: int, scroll: bool = True) -> None:
        """Choose somebody without telling anyone; nobody where they are not in the list."""
        row = self._people.row_of(person) if person else None
        self._settling = True
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            bar = self.verticalScrollBar().value()
            self.setCurrentIndex(self._people.index(row, 0))
            if not scroll:
                self.verticalScrollBar().setValue(bar)
        self._settling = False

    def go_to(self, row: int) -> None:
        """Choose a row as the user would."""
        if 0 <= row < self._people.rowCount():
            self.setCurrentIndex(self._people.index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Somebody else is chosen."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._settling:
            self.chosen.emit(self._people.person_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End mean the first and the last person; a table would take them for columns."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self._people.rowCount() - 1)
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Jump by letters; Qt would read every row for it."""
        interval = QApplication.keyboardInputInterval()
        fresh = not self._since_letter.isValid() or self._since_letter.hasExpired(interval)
        self._letters = search if fresh else self._letters + search
        self._since_letter.start()
        if self._letters.strip():
            self.typed.emit(self._letters.strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room hides nobody who was chosen and in sight."""
        row = self.visualRect(self.currentIndex())
        was_in_sight = row.isValid() and row.top() >= 0 and row.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if was_in_sight:
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes other rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()

    def hold(self) -> None:
        """Keep quiet while rows come and go; ``settle_on`` ends it."""
        self._settling = True

    def _point(self, index: QModelIndex) -> None:
        self.pointed_at.emit(self._people.person_at(index.row()))

    def _open(self, index: QModelIndex) -> None:
        if person := self._people.person_at(index.row()):
            self.opened.emit(person)

    def _set_row_height(self) -> None:
        height = self._delegate.row_height(self._searching)
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
