"""The locked page: one field, and no name anywhere.

Public: ``LockPage(opens)`` and ``locked_title()``, of its window. ``opens(secret, by_code)`` is called in a worker and
answers what it opened, or raises OtnetError with everything as it was; then ``opened(answer)`` is emitted. After each
wrong passphrase the next one waits a little longer. Closing the program stays possible.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.errors import OtnetError, WrongPassphrase
from otnet_desktop.ui.locking.secret_line import CapsNote, PlainBox, SecretLine
from otnet_desktop.ui.said import said
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import primary_button, quiet_button
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.scrolled import scrolled

WIDTH = 420
"""As drawn."""
FREE_TRIES = 3
LONGEST_WAIT_MS = 30_000

Opens = Callable[[str, bool], object]


class LockPage(QWidget):
    """In the middle of the window; Enter opens."""

    opened = Signal(object)

    def __init__(self, tasks: Tasks, opens: Opens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.SIDE)
        self.setAccessibleName(self.tr("Locked"))
        self._tasks = tasks
        self._opens = opens
        self._by_code = False
        self._wrong = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._may_try)
        self._told = PlainLabel(tone="soft")
        self.secret = SecretLine()
        self.secret.returnPressed.connect(self._try)
        self.field = LabelledField(self.tr("Passphrase"), self.secret)
        self.caps = CapsNote([self.secret])
        self.plain = PlainBox([self.secret])
        self.open_button = primary_button(self.tr("Open"))
        self.open_button.clicked.connect(self._try)
        self.other_way = quiet_button("")
        self.other_way.clicked.connect(self._turn)
        self._lay_out()
        self._say_way()
        self.setFocusProxy(self.secret)

    def say(self, text: str) -> None:
        """Something that holds until it is tried again."""
        self.field.say(text)

    def forget(self) -> None:
        """Nothing typed stays."""
        self._empty()
        self.caps.hide()
        self.plain.setChecked(False)
        self.field.say("")
        if self._by_code:
            self._turn()

    def _try(self) -> None:
        secret = self.secret.text()
        if not secret:
            self.field.say(self.tr("Type it, then press Enter."))
            self.secret.setFocus()
        elif self.open_button.isEnabled():
            self._allow(tries=False)
            self.field.say(self.tr("Opening…"))
            by_code = self._by_code

            def work(_task: Task) -> object:
                return self._opens(secret, by_code)

            self._tasks.run(work, self._take, self._tell)

    def _take(self, answer: object) -> None:
        self._wrong = 0
        self._allow(tries=True)
        self.forget()
        self.opened.emit(answer)

    def _tell(self, error: Exception) -> None:
        """Kindly: it happens to everybody. What is no OtnetError goes on to the trouble report."""
        self._allow(tries=True)
        if not isinstance(error, OtnetError):
            self.field.say("")
            raise error
        self._say_wrong(error)
        self.secret.selectAll()
        self.secret.setFocus()
        if isinstance(error, WrongPassphrase):
            self._wrong += 1
            if self._wrong > FREE_TRIES:
                self._allow(tries=False)
                self._wait.start(min(1000 * 2 ** (self._wrong - FREE_TRIES), LONGEST_WAIT_MS))
                self._say_wrong(error, self.tr("The next try in a moment."))

    def _say_wrong(self, error: OtnetError, more: str = "") -> None:
        why = said(error.told)
        if isinstance(error, WrongPassphrase) and not self._by_code:
            why = self.tr(
                "That did not open it. Capital letters count, and the keyboard may be set to another language."
            )
            typed = self.secret.text()
            if typed != typed.strip():
                why = f"{why} {self.tr('There is a blank before or after what you typed.')}"
        why = f"{why} {more}".strip()
        self.field.say(why, wrong=True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, why))

    def _may_try(self) -> None:
        self._allow(tries=True)
        self.field.say("")
        self.secret.setFocus()

    def _allow(self, *, tries: bool) -> None:
        self.open_button.setEnabled(tries)
        self.other_way.setEnabled(tries)

    def _turn(self) -> None:
        self._by_code = not self._by_code
        self._empty()
        self._say_way()
        self.secret.setFocus()

    def _empty(self) -> None:
        """For good: after ``clear`` whoever comes next reads it with Ctrl+Z."""
        self.secret.setText("")

    def _say_way(self) -> None:
        if self._by_code:
            told = self.tr("The code is on the recovery sheet. Capitals, blanks and hyphens do not matter.")
            name, other = self.tr("Recovery code"), self.tr("Use the passphrase")
        else:
            told = self.tr("Your people are locked. Nothing is shown until you enter the passphrase.")
            name, other = self.tr("Passphrase"), self.tr("Use the recovery code")
        self._told.setText(told)
        self.field.set_label(name)
        self.field.say("")
        self.other_way.setText(other)
        self.secret.show_plain(self._by_code or self.plain.isChecked())
        self.plain.setVisible(not self._by_code)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(look().metrics.shape(WIDTH))
        column = QVBoxLayout(middle)
        column.setSpacing(3 * STEP)
        column.addWidget(PlainLabel(self.tr("Locked"), TextSize.TITLE))
        for part in (self._told, self.field, self.caps, self.plain, self.open_button):
            column.addWidget(part)
        column.addWidget(self.other_way, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        page = QWidget()
        set_surface(page, Surface.SIDE)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(6 * STEP, 6 * STEP, 6 * STEP, 6 * STEP)
        inner.addStretch(2)
        inner.addLayout(row)
        inner.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))


def locked_title() -> str:
    """As the window is called at other times, and that it is locked."""
    locked = QCoreApplication.translate("LockPage", "Locked")
    return " - ".join(part for part in (locked, QGuiApplication.applicationDisplayName()) if part)
