"""Why the program cannot start, in words, whatever it was, and in its window, as far as that goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from otnet_desktop.domain.errors import DataDamaged, MachineLacks, OtnetError
from otnet_desktop.domain.sentences import sentence

if TYPE_CHECKING:
    from otnet_desktop.services.recovery import Recovery
    from otnet_desktop.store.keys import Key
    from otnet_desktop.ui.main_window import MainWindow


def in_words(error: Exception) -> OtnetError:
    """The world's trouble as it is; a part that is missing, or a mistake of ours, with what to do."""
    if isinstance(error, OtnetError):
        return error
    told: OtnetError
    if isinstance(error, ImportError):
        told = MachineLacks(
            sentence("A part of the program is missing ({error}).", error=error.name or error),
            "Start it again; if that does not help, install it again. What you have written is safe.",
        )
    else:
        told = OtnetError(
            "The program could not start. That was our mistake.",
            "What you have written is safe. `--safe-mode` starts it without your own settings. What went wrong stands "
            "in trouble.log in the data folder.",
        )
    told.__cause__ = error
    return told


def show_trouble(
    error: Exception, window: MainWindow, folder: Path, key: Key | None, start_again: Callable[[], None]
) -> None:
    """Say it in the window, with a way out where there is one; the program ends with it. ``key`` opens backups."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "there is a window"
    try:
        from otnet_desktop.app.own_mistake import log

        log(error, folder)
        app.setQuitOnLastWindowClosed(True)
        told = in_words(error)
        if isinstance(told, DataDamaged):
            from otnet_desktop.services.recovery import Recovery

            _offer_recovery(told, window, Recovery(folder, key), start_again)
        else:
            window.show_trouble(told)
        window.show()
    except Exception:  # noqa: BLE001 - not even that: the terminal hears of the first trouble
        QTimer.singleShot(0, app.quit)


def _offer_recovery(told: DataDamaged, window: MainWindow, recovery: Recovery, start_again: Callable[[], None]) -> None:
    """Nobody needs a terminal to get a backup back."""
    from otnet_desktop.app.zone import this_moment
    from otnet_desktop.ui.tasks import Tasks
    from otnet_desktop.ui.trouble.recovery_page import RecoveryPage

    page = RecoveryPage(told, recovery, Tasks(window), this_moment)
    page.restored.connect(start_again)
    window.show_only(page)
