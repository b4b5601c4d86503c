"""Where later starts ring while there is only a page that waits for somebody: the passphrase, a trouble, an offer.

Public: ``Porch(folder, files)`` with ``stand(window)`` and ``close()``. What later starts were given joins ``files``,
for the program to open once it runs; its own doorbell (``running``) then takes this one's place. Who asks the program
to end, at log-out or with Ctrl+C, is heard too.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from otnet_desktop.app.doorbell import Doorbell
from otnet_desktop.app.instance import address
from otnet_desktop.app.paths import runtime_folder
from otnet_desktop.app.signals import EndSignals
from otnet_desktop.ui.forward import bring_forward


class Porch(QObject):
    """Without it a later start would wait for an answer that nobody gives, and complain."""

    def __init__(self, folder: Path, files: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._window: QWidget | None = None
        self._doorbell = Doorbell(address(folder, runtime_folder()), self)
        self._doorbell.rung.connect(self._answer)
        self._ends = EndSignals(self)
        self._ends.end_asked.connect(QApplication.quit)

    def stand(self, window: QWidget) -> None:
        """Listen, and bring this window forward for each later start."""
        if self._window is None:
            self._doorbell.listen()
        self._window = window

    def close(self) -> None:
        """Nobody is heard here any more."""
        self._doorbell.close()
        self._ends.close()

    def _answer(self, files: list[Path]) -> None:
        self._files += [str(file) for file in files]
        if self._window is not None:
            bring_forward(self._window)
