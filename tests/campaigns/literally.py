"""Finds every text on the screen that is not shown as it is, but taken for markup or for a mark of menus and titles.

Public: ``look_at_everything(found)`` and the rules ``is_literal_tip``, ``is_without_mnemonic``, ``may_be_markup``.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QMessageBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from otnet_desktop.ui.theme.literal import one_line
from tests.campaigns.naughty import MARK

MOST_CELLS = 200
"""Of each list: the first ones are on the screen."""


def look_at_everything(found: list[str]) -> int:
    """How many hostile texts there are; those that are not shown as they are go into ``found``."""
    seen = 0
    for widget in QApplication.allWidgets():
        for what, text, literal in texts_of(widget):
            seen += MARK in text
            if MARK in text and not literal:
                found.append(f"{type(widget).__name__} {widget.objectName()} {what}: {text!r}")
    return seen


def texts_of(widget: QWidget) -> Iterator[tuple[str, str, bool]]:
    """What, its text, and whether Qt will show that as it is."""
    yield "tip", widget.toolTip(), is_literal_tip(widget.toolTip())
    yield "help", widget.whatsThis(), not may_be_markup(widget.whatsThis())
    if widget.isWindow():
        yield "title", widget.windowTitle(), is_title(widget.windowTitle())
    if isinstance(widget, QLabel):
        plain = widget.textFormat() is Qt.TextFormat.PlainText
        yield "label", widget.text(), plain or not may_be_markup(widget.text())
        yield "label with a buddy", widget.text(), widget.buddy() is None or is_without_mnemonic(widget.text())
    if isinstance(widget, QMessageBox):
        yield "question", widget.text() + widget.informativeText(), widget.textFormat() is Qt.TextFormat.PlainText
    if isinstance(widget, QTextEdit):
        yield "page", widget.toPlainText(), is_literal_page(widget.document())
    yield from captions_of(widget)
    for action in widget.actions():
        yield from texts_of_action(action)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for tip in tips_in(widget.model(), QModelIndex()):
            yield "tip of a row", tip, is_literal_tip(tip)


def captions_of(widget: QWidget) -> Iterator[tuple[str, str, bool]]:
    """Where an ampersand would mark a key."""
    if isinstance(widget, QAbstractButton):
        yield "button", widget.text(), is_without_mnemonic(widget.text())
    if isinstance(widget, QGroupBox | QMenu):
        yield "head", widget.title(), is_without_mnemonic(widget.title())
    if isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield "tab", widget.tabText(number), is_without_mnemonic(widget.tabText(number))


def texts_of_action(action: QAction) -> Iterator[tuple[str, str, bool]]:
    """A line of a menu. Menus show no tips; a button that has the action shows its own."""
    yield "line of a menu", action.text(), is_without_mnemonic(action.text())


def tips_in(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """What the rows of a list, and those below them, say when the mouse rests there."""
    for row in range(min(model.rowCount(parent), MOST_CELLS)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                tip = model.data(index, role)
                yield tip if isinstance(tip, str) else ""
            if not isinstance(model, QAbstractListModel | QAbstractTableModel) and model.hasChildren(index):
                yield from tips_in(model, index)


def may_be_markup(text: str) -> bool:
    """Without a bracket Qt never guesses so."""
    return "<" in text


def is_literal_tip(tip: str) -> bool:
    """Not taken for markup, or markup that was made of a text, in one span."""
    if not may_be_markup(tip):
        return True
    inner = tip.removeprefix("<span>").removesuffix("</span>")
    return tip.startswith("<span>") and "<" not in inner


def is_title(title: str) -> bool:
    """One line, and no star of Qt's for unsaved changes."""
    return title == one_line(title) and "[*]" not in title.replace("[*][*]", "")


def is_without_mnemonic(text: str) -> bool:
    """Every ampersand is one."""
    return MARK not in text or "&" not in text.replace("&&", "")


def is_literal_page(document: QTextDocument) -> bool:
    """No picture in it, no link but to the web, and no tip of a link that would be taken for markup."""
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            shape = place.fragment().charFormat()
            href = shape.anchorHref()
            if shape.isImageFormat() or (href and not href.startswith(("http://", "https://", "mailto:", "tel:"))):
                return False
            if not is_literal_tip(shape.toolTip()):
                return False
            place += 1
        block = block.next()
    return True
