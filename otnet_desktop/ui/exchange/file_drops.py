"""Files let go anywhere on the window, a text field included: they are previewed for import, a text is read.

Public: ``FileDrops(window, intents)``. Qt would hand them to whatever is under the pointer, and a notes field would
take their addresses as text; so they are caught where the window receives them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from otnet_desktop.services.pasted_text import is_text
from otnet_desktop.ui.intents import Intents

DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrops(QObject):
    """Watches the window itself. Anything but files goes on to where it was going."""

    def __init__(self, window: QWidget, intents: Intents) -> None:
        super().__init__(window)
        self._intents = intents
        window.winId()  # makes the window's handle, which does not exist before it is first shown
        handle = window.windowHandle()
        assert handle is not None, "a top-level window has a handle"
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, and leave everything else alone."""
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        files = files_in(event.mimeData())
        if not files:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            if all(is_text(file) for file in files):
                self._intents.lift_wanted.emit(files[0])
            else:
                self._intents.import_wanted.emit(files)
        return True


def files_in(data: QMimeData) -> list[str]:
    """The files and folders of this computer that are being dragged."""
    paths = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return [path for path in paths if path]
