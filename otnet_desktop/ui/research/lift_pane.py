"""A pasted text, sentence by sentence, and one key to make a key point of one.

Public: ``LiftPane(add, today)`` with ``show_text(brought)``, ``ask_for_text()`` and the signal ``closed``. A sentence
that is too long for a key point is shortened in a line below before it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.lifting import sentences
from otnet_desktop.domain.research import KEY_POINT_LENGTH, Confidence, KeyPoint
from otnet_desktop.ui.research.brought_text import Brought
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.research.key_point_editor import length_hint
from otnet_desktop.ui.research.sentence_list import SentenceList
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class LiftPane(QWidget):
    """First the text, then its sentences. Where it is from is filled in for every point lifted out of it."""

    closed = Signal()

    def __init__(
        self, add: Callable[[KeyPoint], bool], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._add = add
        self._today = today
        self._said = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.paste = GrowingText(
            self.tr("Text to lift points from"), self.tr("Paste the text of a page or a mail here"), least=3, most=8
        )
        self.paste.textChanged.connect(self._split)
        self.list = SentenceList()
        self.list.taken.connect(self._take)
        self.short = QLineEdit()
        self.short.setAccessibleName(self.tr("The sentence, shortened"))
        self.short.textChanged.connect(self._count)
        self.short.returnPressed.connect(self._keep_short)
        self._hint = PlainLabel(size=TextSize.CAPTION, tone="due")
        self.source, self.link = QLineEdit(), QLineEdit()
        self.source.setAccessibleName(self.tr("Source"))
        self.source.setPlaceholderText(self.tr("Where it was seen: their page, a talk"))
        self.link.setAccessibleName(self.tr("Link"))
        self.link.setPlaceholderText("https://…")
        self._make = plain_button(self.tr("Make it a key point"), "plus")
        self._make.clicked.connect(self._take_chosen)
        self._close = quiet_button(self.tr("Close the text"))
        self._close.clicked.connect(self.closed)
        self._assemble()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for widget in (self._said, self.paste, self.list, self.short, self._hint):
            column.addWidget(widget)
        whence = QHBoxLayout()
        whence.setSpacing(2 * STEP)
        whence.addWidget(self.source, 1)
        whence.addWidget(self.link, 2)
        column.addLayout(whence)
        holder = QWidget()
        flow = FlowLayout(holder)
        flow.addWidget(self._make)
        flow.addWidget(self._close)
        column.addWidget(holder)

    def ask_for_text(self) -> None:
        """Begin with nothing: a field to paste into."""
        self.source.clear()
        self.link.clear()
        self.paste.clear()
        self._show_sentences(())
        self.paste.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_text(self, brought: Brought) -> None:
        """Show what this text says; with nothing in it, ask for another."""
        self.ask_for_text()
        self.source.setText(brought.source)
        self.link.setText(brought.url)
        for field in (self.source, self.link):
            field.setCursorPosition(0)  # how an address begins says more than how it ends
        self._show_sentences(sentences(brought.text))

    def _split(self) -> None:
        if found := sentences(self.paste.toPlainText()):
            self._show_sentences(found)

    def _show_sentences(self, found: tuple[str, ...]) -> None:
        self.list.show_sentences(found)
        for widget in (self.list, self._make):
            widget.setVisible(bool(found))
        self.paste.setVisible(not found)
        self.short.hide()
        self._hint.hide()
        waiting = self.tr("What you paste here stays here; only what you take is kept.")
        self._said.setText(self.tr("Enter makes the sentence a key point.") if found else waiting)
        if found:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_chosen(self) -> None:
        if text := self.list.chosen():
            self._take(text)

    def _take(self, text: str) -> None:
        """Keep it; if it is too long, let it be shortened first."""
        if len(text) > KEY_POINT_LENGTH:
            self.short.setText(text)
            self.short.show()
            self.short.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._kept(text):
            self.list.mark_taken()

    def _keep_short(self) -> None:
        text = " ".join(self.short.text().split())
        if text and len(text) <= KEY_POINT_LENGTH and self._kept(text):
            self.short.hide()
            self._hint.hide()
            self.list.mark_taken()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self, text: str) -> bool:
        source, url = self.source.text().strip(), self.link.text().strip()
        return self._add(KeyPoint(text, source, url, self._today(), confidence=Confidence.SEEN))

    def _count(self, text: str) -> None:
        self._hint.setText(length_hint(text))
        self._hint.set_tone("due" if len(text) > KEY_POINT_LENGTH else "soft")
        self._hint.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the shortening, then the text."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.short.isVisible():
            self.short.hide()
            self._hint.hide()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()
