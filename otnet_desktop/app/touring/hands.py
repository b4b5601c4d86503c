"""Does what somebody would do: finds controls by the names a screen reader says, presses, types, chooses.

Public: ``Hands`` with ``find``, ``press``, ``write``, ``type_here``, ``choose``, ``key`` and ``wait_until``. A control
that is not there, not shown or not enabled ends the tour: what it tells would be untrue.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

Control = TypeVar("Control", bound=QWidget)

PATIENCE_S = 10.0
ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069&")


class NotThere(Exception):
    """What the tour wanted to use is not there."""


class Hands:
    """Works in whatever windows the program has open, the newest first."""

    def find(self, kind: type[Control], name: str) -> Control:
        """The control of that name which is shown and can be used."""
        for window in shown_windows():
            for control in window.findChildren(kind):
                if control.isVisible() and control.isEnabled() and name in names_of(control):
                    return control
        raise NotThere(f"There is no {kind.__name__} called {name!r}.")

    def press(self, name: str) -> None:
        """Press a button by keyboard, as everything can be."""
        button = self.find(QAbstractButton, name)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def write(self, name: str, text: str) -> QWidget:
        """Type into a field, in place of what is in it."""
        field = self._field(name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        self.settle()
        return field

    def type_here(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(focused(), text)
        self.settle()

    def choose(self, name: str, label: str) -> None:
        """Choose a line of a box with the arrow keys."""
        box = self.find(QComboBox, name)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == label:
                self.settle()
                return
            QTest.keyClick(box, Qt.Key.Key_Down)
        raise NotThere(f"The box {name!r} has no line {label!r}.")

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(focused(), key, modifier)
        self.settle()

    def wait_until(self, what: str, is_so: Callable[[], object]) -> None:
        """Let the program work until something is so."""
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            if time.monotonic() > end:
                raise NotThere(f"It did not happen that {what}.")
            QTest.qWait(10)
        self.settle()

    def settle(self) -> None:
        """Let everything happen that is ready to; where no window is in front any more, the newest comes forward."""
        for _ in range(3):
            if QApplication.activeWindow() is None:
                for window in shown_windows()[:1]:
                    window.activateWindow()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _field(self, name: str) -> QWidget:
        for kind in (QLineEdit, QAbstractSpinBox):
            with suppress(NotThere):
                return self.find(kind, name)
        return self.find(QPlainTextEdit, name)


def shown_windows() -> list[QWidget]:
    """Windows on the screen, the newest first."""
    return [window for window in reversed(QApplication.topLevelWidgets()) if window.isVisible() and window.isWindow()]


def focused() -> QWidget:
    """Where the focus is."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise NotThere("Nothing has the focus.")
    return widget


def names_of(control: QWidget) -> set[str]:
    """What a control is called: its accessible name, and the text on it."""
    names = {control.accessibleName()}
    if isinstance(control, QAbstractButton):
        names.add(control.text().translate(ISOLATES))
    return names - {""}
