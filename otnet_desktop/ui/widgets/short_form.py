"""A short form in a window of its own: Esc leaves it, Enter accepts it, and nothing else is blocked meanwhile.

Public: ``ShortForm(title, accept_text)``: fill ``form.body`` and override ``save()``, which answers whether the form
may close. ``open()`` shows it. It is as high as its fields, also when these become more or fewer, unless somebody gave
it another size; it scrolls where the screen is too small for them, and goes when it is closed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.scrolled import scrolled
from otnet_desktop.ui.widgets.typed_field import TypedField

WIDTH = 480
"""As drawn."""

TITLE_BAR = 40
"""What a window manager puts around a window at most, roughly."""


class _Page(QWidget):
    """Tells when its fields want another size."""

    reshaped = Signal()

    def event(self, event: QEvent) -> bool:
        """A layout in it asks to be looked at."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.reshaped.emit()
        return super().event(event)


class _EnterTaker(QObject):
    """Takes Enter from fields. On some desktops (GNOME, Xfce) it would open lists of choices and tick boxes."""

    entered = Signal()

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Enter is the form's; Space ticks, and Space or Alt+Down opens."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.entered.emit()
        return True


class ShortForm(QDialog):
    """Fields that are saved together."""

    def __init__(self, title: str, accept_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = _Page()
        self.body = QVBoxLayout(page)
        """Where the form's own fields go."""
        self.body.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        self.body.setSpacing(3 * STEP)
        self._page = page
        self._scroll = scrolled(page)
        self.accept_button = primary_button(accept_text)
        self.accept_button.clicked.connect(self.accept)
        self.leave_button = plain_button(self.tr("Cancel"))
        self.leave_button.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(5 * STEP, 2 * STEP, 5 * STEP, 4 * STEP)
        self._foot.setSpacing(2 * STEP)
        self._foot.addStretch(1)
        self._foot.addWidget(self.leave_button)
        self._foot.addWidget(self.accept_button)
        self._fitted = QSize()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # once everything has its place
        self._soon.timeout.connect(self._follow)
        page.reshaped.connect(self._soon.start)
        self._enter = _EnterTaker(self)
        self._enter.entered.connect(self.accept_button.click)
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
        """Close, if what is typed is understood and could be saved."""
        if self._understands_all() and self.save():
            super().accept()

    def _understands_all(self) -> bool:
        """Whether every day and time can be read; the first that cannot gets the keyboard."""
        for field in self._page.findChildren(TypedField):
            if field.isEnabled() and field.isVisibleTo(self) and not field.settle():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def _fit(self) -> None:
        """As high as its fields want, within the screen."""
        room = self.screen().availableGeometry()
        self.body.activate()
        width = max(look().metrics.shape(WIDTH), self._page.minimumSizeHint().width())
        width = min(width, room.width() - 4 * STEP)
        fields = self._page.heightForWidth(width) if self._page.hasHeightForWidth() else self._page.sizeHint().height()
        height = min(fields + self._foot.sizeHint().height(), room.height() - TITLE_BAR)
        self._fitted = QSize(width, height).expandedTo(self.minimumSizeHint())  # Qt gives it no less
        # A bar that came before there was room would stay, as the lines beside it are shorter and become more.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(self._fitted)
        self._whole.activate()
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        below = self.frameGeometry().bottom() - room.bottom()
        if self.isVisible() and below > 0:
            self.move(self.x(), max(room.top(), self.y() - below))

    def _follow(self) -> None:
        """Its fields became more or fewer."""
        if self.isVisible() and self.size() == self._fitted:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that fits before it is first seen."""
        if not event.spontaneous():
            self._put_buttons_last()
            self._watch_for_enter()
            self._show_beginnings()
            self._fit()
        super().showEvent(event)

    def _put_buttons_last(self) -> None:
        """Tab goes by the order in which things come into the window, so the buttons come after every field."""
        if self._foot.parent() is None:
            self._whole.addLayout(self._foot)
            self.accept_button.setDefault(True)
            self.leave_button.show()
            self.accept_button.show()

    def _show_beginnings(self) -> None:
        """A text longer than its line is read from where it begins."""
        for line in self._page.findChildren(QLineEdit):
            if not line.hasFocus():
                line.setCursorPosition(0)

    def _watch_for_enter(self) -> None:
        ticks = [button for button in self._page.findChildren(QAbstractButton) if button.isCheckable()]
        for field in (*self._page.findChildren(QComboBox), *ticks):
            field.installEventFilter(self._enter)
