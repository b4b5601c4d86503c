"""Notes as they read: Markdown without HTML, without pictures from anywhere, and with links that are checked.

Public: ``NotesPreview()`` with ``show_notes(markdown)``. Qt would fetch ``file:`` and ``http:`` pictures and keep
``javascript:`` links; here nothing is loaded, and only web, mail and telephone links open.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, QUrl
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget

from otnet_desktop.ui.research.typesetting import typeset
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.widgets.links import open_link

SHOWN_AT_MOST = 100_000
"""Characters; typesetting more would hold up the window. The text itself has no limit."""

INDENT = 22
"""As drawn; Qt's 40 waste half a narrow pane."""


class NotesPreview(QTextBrowser):
    """Read only; as high as its text, up to a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self.setAccessibleName(self.tr("Notes, as they read"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(self._open)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def show_notes(self, markdown: str) -> None:
        """Typeset these notes."""
        self._markdown = markdown[:SHOWN_AT_MOST]
        self.document().setIndentWidth(look().metrics.shape(INDENT))
        typeset(self.document(), self._markdown)

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

    def changeEvent(self, event: QEvent) -> None:
        """Links keep the colours, headings the size they were typeset with: do it again in the new ones."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._markdown:
            self.show_notes(self._markdown)

    def _open(self, url: QUrl) -> None:
        open_link(url.toString())
