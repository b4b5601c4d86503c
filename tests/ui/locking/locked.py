"""What tests of the locked window have in common: a passphrase, what is seen, and how one gets in again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.locking.locker import Locker

PASSPHRASE = "heron violin kettle moss"


def seen() -> list[QWidget]:
    """The windows on the screen."""
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def unlock(qtbot: QtBot, locker: Locker) -> None:
    """As the owner does."""
    with qtbot.waitSignal(locker.unlocked):
        locker.lock_window.page.secret.setText(PASSPHRASE)
        locker.lock_window.page.open_button.click()
