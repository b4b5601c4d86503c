"""A short form in a window of its own: Esc leaves it, Enter accepts it, and nothing else is blocked meanwhile.

Public: ``ShortForm(title, accept_text)``: fill ``form.body`` and override ``save()``, which answers whether the form
may close. ``open()`` shows it. It scrolls where the screen is small, and goes when it is closed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button

WIDTH = 480
"""As drawn."""


class ShortForm(QDialog):
    """Fields that are saved together."""

    def __init__(self, title: str, accept_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        self.body = QVBoxLayout(page)
        """Where the form's own fields go."""
        self.body.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        self.body.setSpacing(3 * STEP)
        self._page = page
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(page)
        self.accept_button = primary_button(accept_text)
        self.accept_button.clicked.connect(self.accept)
        self._cancel = plain_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 4 * STEP)
        self._foot.setSpacing(2 * STEP)
        self._foot.addStretch(1)
        self._foot.addWidget(self._cancel)
        self._foot.addWidget(self.accept_button)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._scroll, 1)

    def open(self) -> None:
        """Show it in front of its window without blocking that: one may look something up meanwhile."""
        self.show()
        self.activateWindow()

    def save(self) -> bool:
        """Save what is typed; ``False`` leaves the form open."""
        raise NotImplementedError

    def accept(self) -> None:
        """Close, if it could be saved."""
        if self.save():
            super().accept()

    def fit(self) -> None:
        """As high as its fields want, within the screen."""
        width = look().metrics.shape(WIDTH)
        room = self.screen().availableGeometry().size()
        width = min(width, room.width() - 16)
        self.body.activate()
        wanted = self._page.heightForWidth(width) if self._page.hasHeightForWidth() else self._page.sizeHint().height()
        foot = self._foot.sizeHint().height()
        self.resize(width, min(wanted + foot + 8, round(room.height() * 0.9)))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that fits before it is first seen."""
        if not event.spontaneous():
            self._put_buttons_last()
            self._watch_for_enter()
            self.fit()
        super().showEvent(event)

    def _put_buttons_last(self) -> None:
        """Tab goes by the order in which things come into the window, so the buttons come after every field."""
        if self._foot.parent() is None:
            self._whole.addLayout(self._foot)
            self.accept_button.setDefault(True)
            self._cancel.show()
            self.accept_button.show()

    def _watch_for_enter(self) -> None:
        """On some desktops (GNOME, Xfce) Enter opens lists of choices and ticks boxes before a form hears of it."""
        ticks = [button for button in self._page.findChildren(QAbstractButton) if button.isCheckable()]
        for field in (*self._page.findChildren(QComboBox), *ticks):
            field.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Enter is the form's; Space ticks, and Space or Alt+Down opens."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.accept_button.click()
        return True
