"""Notes as they read: Markdown without HTML, without pictures from anywhere, and with links that are checked.

Public: ``NotesPreview()`` with ``show_notes(markdown)`` and the signal ``turned(int)``: a box of a task list was
pressed, by the mouse or by Space on its line; 0 is the first. Qt would fetch ``file:`` and ``http:`` pictures and keep
``javascript:`` links; here nothing is loaded, and only web, mail and telephone links open.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextBlockFormat,
)
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget

from otnet_desktop.domain.task_lists import tasks_in
from otnet_desktop.ui.research.typesetting import NO_MARKER, blocks_of, typeset
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.widgets.links import open_link

SHOWN_AT_MOST = 100_000
"""Characters; typesetting more would hold up the window. The text itself has no limit."""

TICKED = QTextBlockFormat.MarkerType.Checked

NO_TASK = -1
"""The caret is on a line without a box."""

INDENT = 22
"""As drawn; Qt's 40 waste half a narrow pane."""


class NotesPreview(QTextBrowser):
    """Read only; as high as its text, up to a page. The caret walks through it, so that Space finds its task.

    A box is a drawing, which no screen reader reads: how a task stands is told when the caret comes to it or turns it.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self._told = (NO_TASK, False)
        self.setAccessibleName(self.tr("Notes, as they read"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        reads = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(reads | Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(self._open)
        self.cursorPositionChanged.connect(self._tell_task)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def show_notes(self, markdown: str) -> None:
        """Typeset these notes. The caret and what is in sight stay where they were."""
        caret, scrolled = self.textCursor(), self.verticalScrollBar().value()
        place = caret.position()
        self._markdown = markdown[:SHOWN_AT_MOST]
        with QSignalBlocker(self):
            self.document().setIndentWidth(look().metrics.shape(INDENT))
            typeset(self.document(), self._markdown)
            caret.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(caret)
        self.verticalScrollBar().setValue(scrolled)
        boxes = [block.blockFormat().marker() for block in self._tasks()]
        done = self.tr("{done} of {all} tasks done").format(done=boxes.count(TICKED), all=len(boxes))
        self.setAccessibleDescription(done if boxes else "")
        self._tell_task()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded, from nowhere."""
        return None

    def sizeHint(self) -> QSize:
        """The height of the text, between a few lines and a page."""
        line = self.fontMetrics().lineSpacing()
        margins = self.contentsMargins()
        height = ceil(self.document().size().height()) + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), min(max(height, 5 * line), 24 * line))

    def minimumSizeHint(self) -> QSize:
        """Narrow if it must be."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A box of a task list turns."""
        at = event.position() + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        block = self.document().documentLayout().blockWithMarkerAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or not self._turn(block):
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the task the caret is on."""
        if event.key() != Qt.Key.Key_Space or not self._turn(self.textCursor().block()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret may stand on a task already."""
        super().focusInEvent(event)
        self._told = (NO_TASK, False)
        self._tell_task()

    def _tell_task(self) -> None:
        """Once for each line the caret comes to, and again when it is another state."""
        block = self.textCursor().block()
        marker = block.blockFormat().marker()
        task = (NO_TASK if marker is NO_MARKER else block.blockNumber(), marker is TICKED)
        if task == self._told or not self.hasFocus():
            return
        self._told = task
        if marker is not NO_MARKER:
            said = self.tr("done") if marker is TICKED else self.tr("to do")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _tasks(self) -> list[QTextBlock]:
        return [block for block in blocks_of(self.document()) if block.blockFormat().marker() is not NO_MARKER]

    def _turn(self, pressed: QTextBlock) -> bool:
        """Whether that is a task. Where the text has other tasks than are shown, it might be the wrong one: no."""
        shown = self._tasks()
        if pressed not in shown or len(shown) != len(tasks_in(self._markdown)):
            return False
        self.turned.emit(shown.index(pressed))
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Links keep the colours, headings the size they were typeset with: do it again in the new ones."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._markdown:
            self.show_notes(self._markdown)

    def _open(self, url: QUrl) -> None:
        open_link(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
