"""Shows a page of the help.

Public: ``HelpView`` with ``show_page(name, markdown)`` and the signal ``page_wanted(name)``. Nothing is loaded from
anywhere, HTML is not read, and of links only those to other pages and to the web work.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from otnet_desktop.ui.help.help_book import CONTENTS
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.links import open_link

FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
TABLE_PADDING = 5


class HelpView(QTextBrowser):
    """Read only."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._markdown = ""
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(4 * STEP)
        self.anchorClicked.connect(self._follow)

    def show_page(self, name: str, markdown: str) -> None:
        """Typeset a page, from its top."""
        self._name, self._markdown = name, markdown
        self.setAccessibleName(markdown.partition("\n")[0].removeprefix("#").strip())
        self._typeset()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded, from nowhere."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Links and headings keep what they were typeset with: do it again in the new colours and sizes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._markdown:
            self._typeset()

    def _typeset(self) -> None:
        document = self.document()
        document.setDefaultFont(look().metrics.font())
        document.setMarkdown(self._markdown, FEATURES)
        for frame in document.rootFrame().childFrames():
            form = frame.frameFormat()
            if form.isTableFormat():
                table = form.toTableFormat()
                table.setCellPadding(TABLE_PADDING)
                table.setCellSpacing(0)
                frame.setFrameFormat(table)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _follow(self, url: QUrl) -> None:
        name = url.toString()
        if name in CONTENTS:
            self.page_wanted.emit(name)
        else:
            open_link(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
