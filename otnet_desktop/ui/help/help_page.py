"""The help: contents and search on one side, the page on the other.

Public: ``HelpPage(name, folder)`` with ``show_page(name)`` and ``shown``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.help.help_book import CONTENTS, HelpBook, page_for
from otnet_desktop.ui.help.help_view import HelpView
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.search_field import SearchField

NAME_ROLE = Qt.ItemDataRole.UserRole
LIST_WIDTH = 230
"""As drawn."""


class HelpPage(Aside):
    """Short pages in plain words."""

    def __init__(self, name: str, folder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Help"))
        self._book = HelpBook(folder)
        self.shown = ""
        self._telling = False
        self.search = SearchField(self.tr("Search the help"))
        self.search.textChanged.connect(self._list)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.currentItemChanged.connect(self._go)
        self.search.went_down.connect(self._enter_list)
        self._none = PlainLabel(self.tr("No page has all of these words."), tone="soft")
        self.view = HelpView()
        self.view.page_wanted.connect(self.show_page)
        self._copy = plain_button(self.tr("Copy this page"), "copy")
        self._copy.clicked.connect(self._copy_page)
        self.add_to_head(self._copy)
        side = QWidget()
        side.setFixedWidth(look().metrics.shape(LIST_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.contents, 1)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        row.addWidget(side)
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        self._list("")
        self.show_page(name)

    def first_field(self) -> QWidget:
        """The page itself: one came to read."""
        return self.view

    def show_page(self, name: str) -> None:
        """Show a page by its name, or the one about a pane."""
        self.shown = page_for(name)
        self.view.show_page(self.shown, self._book.text(self.shown))
        self._mark()

    def _list(self, words: str) -> None:
        """The pages that hold these words; all of them for none."""
        found = self._book.search(words) if words.strip() else list(CONTENTS)
        self._telling = True
        self.contents.clear()
        for name in found:
            item = QListWidgetItem(self._book.title(name))
            item.setData(NAME_ROLE, name)
            self.contents.addItem(item)
        self._telling = False
        self._none.setVisible(not found)
        self.contents.setVisible(bool(found))
        self._mark()

    def _mark(self) -> None:
        self._telling = True
        names = [self.contents.item(row).data(NAME_ROLE) for row in range(self.contents.count())]
        self.contents.setCurrentRow(names.index(self.shown) if self.shown in names else -1)
        self._telling = False

    def _enter_list(self) -> None:
        """Down, from the search."""
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
        self.contents.setCurrentRow(0)

    def _go(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and not self._telling:
            self.show_page(str(item.data(NAME_ROLE)))

    def _copy_page(self) -> None:
        QGuiApplication.clipboard().setText(self.view.toPlainText())
