"""Everything that is due, as a list over the window, with the chosen thing's card below it.

Public: ``DueList(workspace, intents, settling, window)`` with ``show_due(reminders)``, ``open_above(tray)`` and the
signal ``left`` (Esc). The list is one stop of the Tab key: arrows choose, Enter does it, Tab goes to its buttons.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from otnet_desktop.domain.fresh_start import is_a_pile
from otnet_desktop.domain.reminders import Reminder
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.due_card import DueCard
from otnet_desktop.ui.followups.due_model import DueModel
from otnet_desktop.ui.followups.fresh_start_form import FreshStartForm
from otnet_desktop.ui.followups.settling import Settling
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.person_row import PersonRowDelegate
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural

WIDTH, MOST_ROWS = 620, 8


class DueList(QFrame):
    """Lies over the window until Esc, or until the focus goes elsewhere."""

    left = Signal()

    def __init__(self, workspace: Workspace, intents: Intents, settling: Settling, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._intents = intents
        self._title = PlainLabel(size=TextSize.TITLE)
        self.afresh = quiet_button(self.tr("A fresh start…"), "refresh")
        self.afresh.clicked.connect(self._begin_again)
        self._model = DueModel(workspace, self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._delegate = PersonRowDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.setAccessibleName(self.tr("Everything that is due"))
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.activated.connect(self._do)
        self._view.selectionModel().currentChanged.connect(self._choose)
        self._card = DueCard(foremost=True)
        self._card.acted.connect(self._act)
        self._card.done.connect(settling.done)
        self._card.turned_out.connect(settling.turned_out)
        self._card.put_off.connect(settling.put_off)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.afresh)
        column.addLayout(head)
        column.addWidget(self._view, 1)
        column.addWidget(self._card)
        self.setAccessibleName(self.tr("Everything that is due"))
        self.setFocusProxy(self._view)
        self.hide()

    def show_due(self, reminders: Sequence[Reminder]) -> None:
        """These, in order; the choice stays at its place, so that one can go through them."""
        row = max(0, self._view.currentIndex().row())
        self._model.show_due(reminders)
        self._title.setText(plural(len(reminders), self.tr("{n} thing to do"), self.tr("{n} things to do")))
        self.afresh.setVisible(is_a_pile(reminders, self._workspace.clock.now()))
        if reminders:
            self._view.setCurrentIndex(self._model.index(min(row, len(reminders) - 1), 0))
        elif self.isVisible():
            self.close_list()

    def open_above(self, tray: QWidget) -> None:
        """Stand at the trailing end, right above the tray, within the window."""
        window = self.window() if self.parentWidget() is None else self.parentWidget()
        assert window is not None
        metrics = look().metrics
        foot = tray.mapTo(window, QPoint(0, 0)).y() - STEP
        rows = min(self._model.rowCount(), MOST_ROWS) * self._delegate.row_height()
        height = min(rows + self._card.sizeHint().height() + metrics.line(TextSize.TITLE) + 14 * STEP, foot - STEP)
        width = min(metrics.shape(WIDTH), window.width() - 4 * STEP)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = 2 * STEP if mirrored else window.width() - width - 2 * STEP
        self.setGeometry(left, foot - height, width, height)
        self.show()
        self.raise_()
        self._view.setFocus(Qt.FocusReason.TabFocusReason)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus, Qt.ConnectionType.UniqueConnection)

    def close_list(self) -> None:
        """Go away."""
        self.hide()
        self.left.emit()

    def minimumSizeHint(self) -> QSize:
        """It is placed by hand."""
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the tray."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc is the list's own while it is open; in the window it would go elsewhere."""
        escape = Qt.Key.Key_Escape
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) is escape
        ):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.GROUND, Role.CONTROL, CARD_RADIUS)

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._card.show_thing(self._model.things[current.row()])

    def _do(self, index: QModelIndex) -> None:
        self._act(self._model.things[index.row()].key)

    def _begin_again(self) -> None:
        self.hide()
        FreshStartForm(self._workspace, self._intents, self.parentWidget()).open()

    def _act(self, key: str) -> None:
        self.hide()
        self._intents.follow_up_wanted.emit(key)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The focus went to another part of the window: the list has done its work."""
        if self.isVisible() and now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self.hide()
