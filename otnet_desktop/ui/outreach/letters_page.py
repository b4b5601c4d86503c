"""The letters: one's own first, to be changed; then those that ship, to be read and made one's own.

Public: ``LettersPage(workspace, bridge, intents, person)`` with ``show_letter(ref)``; ``person`` is whom the gaps are
told for (0 for nobody).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.letter_choice import GROUPS, TITLES
from otnet_desktop.domain.own_letters import OwnLetter, own_id, ref_of
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.letter_editor import LetterEditor
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.scrolled import scrolled

translate = QCoreApplication.translate

LETTER = Qt.ItemDataRole.UserRole
LIST_WIDTH = 250
"""As drawn."""

BEGINNING = "Dear {greeting_name},\n\n\n\nKind regards,\n{my_name}"
"""Letters are English."""


class LettersPage(Aside):
    """A list and one letter."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, person: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Letters"))
        set_help(self, "e-mail")
        self._workspace = workspace
        self._intents = intents
        self._chosen = ""
        self._is_listing = False
        self.new = plain_button(self.tr("New letter"), "plus")
        self.new.clicked.connect(self._add)
        self.letters = QListWidget()
        self.letters.setAccessibleName(self.tr("Letters"))
        self.letters.setMaximumWidth(look().metrics.shape(LIST_WIDTH))
        self.letters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.letters.currentItemChanged.connect(self._choose)
        self.editor = LetterEditor(workspace, intents)
        self.add_to_head(self.editor.mark)
        self.add_to_head(self.new)
        self.editor.show_values(PersonId(person))
        self.editor.copied.connect(self.show_letter)
        self.editor.removed.connect(self._show_first)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        row.addWidget(self.letters, 1)
        row.addWidget(self._scrolled(), 2)
        self.body.addLayout(row, 1)
        self._show_first()
        bridge.changed.connect(self._heed)

    def _scrolled(self) -> QScrollArea:
        """The letter, however large its text is."""
        set_surface(self.editor, Surface.GROUND)
        return scrolled(self.editor)

    def first_field(self) -> QWidget:
        """The name of one's own letter, else the list."""
        return self.editor.title if ref_of(self._chosen) else self.letters

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: keep what was typed."""
        super().hideEvent(event)
        if self.isHidden():
            self.editor.leave()
        else:  # the window is: the page comes back with it
            self.editor.flush()

    def show_letter(self, ref: str) -> None:
        """Show one of one's own, with its name to be typed over."""
        self._chosen = own_id(ref)
        self._list()
        self.editor.show_own(ref)
        self.editor.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.title.selectAll()

    def _show_first(self) -> None:
        own = self._workspace.letters.all()
        self._chosen = own_id(own[0].ref) if own else GROUPS[0][1][0]
        self._list()
        self._show()

    def _list(self) -> None:
        self._is_listing = True
        self.letters.clear()
        own = self._workspace.letters.all()
        if own:
            self._head(self.tr("My letters"))
        for letter in own:
            self._line(one_line(letter.title), own_id(letter.ref))
        for title, group in GROUPS:
            self._head(translate("Composer", title))
            for name in group:
                if name in self._workspace.material.letters:
                    self._line(translate("Composer", TITLES[name]), name)
        self._is_listing = False

    def _head(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.letters.font()
        font.setBold(True)
        item.setFont(font)
        self.letters.addItem(item)

    def _line(self, text: str, letter: str) -> None:
        item = QListWidgetItem(text)
        item.setData(LETTER, letter)
        self.letters.addItem(item)
        if letter == self._chosen:
            self.letters.setCurrentItem(item)

    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(LETTER) and not self._is_listing:
            self._chosen = str(item.data(LETTER))
            self._show()

    def _show(self) -> None:
        ref = ref_of(self._chosen)
        if ref:
            self.editor.show_own(ref)
        else:
            self.editor.show_shipped(self._chosen)

    def _add(self) -> None:
        self.editor.flush()
        begun = OwnLetter("", self.tr("My letter"), "", BEGINNING)
        kept = attempt(self._intents, lambda: self._workspace.letters.add(begun))
        if kept is not None:
            self.show_letter(kept.ref)

    def _heed(self, changed: Changed) -> None:
        """Another name in the list; after an undo another text, or no letter at all."""
        if not changed.touches(Room.WRITING):
            return
        known = {own_id(letter.ref) for letter in self._workspace.letters.all()}
        if ref_of(self._chosen) and self._chosen not in known:
            self._show_first()
            return
        self._list()
        if ref_of(self._chosen) and not self.editor.is_pending:
            self._show()
