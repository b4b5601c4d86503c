"""A page to print or to keep as PDF: headings, sentences, lists and tables, all of them literal text.

Public: ``Paper(title)`` with ``page``, ``heading``, ``label``, ``entry``, ``paragraph``, ``points``, ``table``,
``document``, ``shown()`` and ``pages()``; ``pdf_of(paper)``; ``page_layout()``. Printing is ``printing.PaperDialog``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
    QTextTableFormat,
)

from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP

MARGINS_MM = 18.0
BODY_POINTS = 10.5
LINE_BREAK = "\u2028"
"""Within a paragraph."""


class Paper:
    """Black on white, whatever the window wears. ``points`` is the size of its letters."""

    def __init__(self, title: str, points: float = BODY_POINTS, *, is_headed: bool = True) -> None:
        self.title = title
        self.document = QTextDocument()
        font = QFont(self.document.defaultFont())
        font.setPointSizeF(points)
        self.document.setDefaultFont(font)
        self.document.setDocumentMargin(0)
        self._cursor = QTextCursor(self.document)
        self._is_first = True
        if is_headed:
            self.page(title)

    def page(self, title: str) -> None:
        """A page begins, headed by a title."""
        self._line(title, 3, bold=True, above=0, breaks=not self._is_first)

    def heading(self, text: str) -> None:
        """A part begins."""
        self._line(text, 1, bold=True, above=14)

    def label(self, text: str) -> None:
        """What the next lines are about, within a part."""
        self._line(text, bold=True, above=6)

    def entry(self, head: str, lines: Iterable[str]) -> None:
        """A few lines under a head of their own, which no page tears apart."""
        block = QTextBlockFormat()
        block.setTopMargin(9)
        block.setNonBreakableLines(True)
        self._cursor.insertBlock(block)
        letters = QTextCharFormat()
        letters.setFontWeight(QFont.Weight.DemiBold)
        self._cursor.insertText(head, letters)
        for line in lines:
            self._cursor.insertText(f"{LINE_BREAK}{line}", QTextCharFormat())

    def shown(self) -> QTextDocument:
        """The same for the screen, in the letters of the window."""
        copy = self.document.clone()
        copy.setDefaultFont(look().metrics.font())
        copy.setDocumentMargin(4 * STEP)
        return copy

    def paragraph(self, text: str) -> None:
        """One or several lines."""
        for line in text.splitlines():
            self._line(line, above=4)

    def points(self, texts: Iterable[str]) -> None:
        """A list."""
        style = QTextListFormat()
        style.setStyle(QTextListFormat.Style.ListDisc)
        made: QTextList | None = None
        for text in texts:
            self._line(one_line(text), above=2)
            if made is None:
                made = self._cursor.createList(style)
            else:
                made.add(self._cursor.block())

    def pages(self) -> int:
        """How many pages it takes when it is printed."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        counter = _PageCounter(buffer)
        counter.setPageLayout(page_layout())
        self.document.print_(counter)
        return counter.pages

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table whose head comes again on each page."""
        style = QTextTableFormat()
        style.setHeaderRowCount(1)
        style.setCellPadding(3)
        style.setCellSpacing(0)
        style.setBorder(0.5)
        style.setBorderCollapse(True)
        self._cursor.insertBlock(QTextBlockFormat())
        table = self._cursor.insertTable(len(rows) + 1, len(heads), style)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        for column, text in enumerate(heads):
            table.cellAt(0, column).firstCursorPosition().insertText(text, bold)
        for row, texts in enumerate(rows, start=1):
            for column, text in enumerate(texts):
                table.cellAt(row, column).firstCursorPosition().insertText(one_line(text), QTextCharFormat())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _line(self, text: str, larger: int = 0, *, bold: bool = False, above: float, breaks: bool = False) -> None:
        """``larger``: by so many of Qt's steps of a fifth than the document's own letters."""
        block = QTextBlockFormat()
        block.setTopMargin(above)
        if breaks:
            block.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        letters = QTextCharFormat()
        letters.setProperty(QTextFormat.Property.FontSizeAdjustment, larger)
        letters.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        if self._is_first:
            self._cursor.setBlockFormat(block)
            self._is_first = False
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, letters)


class _PageCounter(QPdfWriter):
    """Only Qt itself knows how it lays a document out in pages, and tells no one but what it prints on."""

    pages = 1

    def newPage(self) -> bool:  # noqa: N802
        """Another one begins."""
        self.pages += 1
        return super().newPage()


def pdf_of(paper: Paper) -> bytes:
    """The page as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paper.title)
    writer.setPageLayout(page_layout())
    paper.document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def page_layout() -> QPageLayout:
    """A4, upright, with margins one can hold it by."""
    margins = QMarginsF(MARGINS_MM, MARGINS_MM, MARGINS_MM, MARGINS_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
