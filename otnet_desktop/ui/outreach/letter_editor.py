"""One letter to look at; one's own, to be changed as one types.

Public: ``LetterEditor(workspace, intents)`` with ``show_own(ref)``, ``show_shipped(id)``, ``flush()``, ``leave()``, and
the signals ``copied(ref)`` and ``removed``.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.letter_choice import TITLES, kind_of
from otnet_desktop.domain.own_letters import OwnLetter, unknown_fields
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.field_menu import FieldMenu
from otnet_desktop.ui.outreach.letter_keeper import LetterKeeper
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.timeline.message_words import wrote_word
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button, with_menu
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.saved_mark import SavedMark


class LetterEditor(QWidget):
    """Letters that ship can only be read, and made one's own."""

    copied = Signal(str)
    removed = Signal()

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._shown = OwnLetter("", "")
        self._is_showing = False
        self.title = QLineEdit()
        self.kind = QComboBox()
        for kind in OutKind:
            self.kind.addItem(wrote_word(kind), kind.value)
        self.subject = QLineEdit()
        self.text = GrowingText(self.tr("Text"), least=9, most=30)
        self.unknown = PlainLabel(size=TextSize.CAPTION, tone="due")
        self.fields = FieldMenu(self)
        self.fields.chosen.connect(self._insert)
        self.insert = with_menu(plain_button(self.tr("Insert what fills itself"), "plus"), self.fields)
        self.make_own = primary_button(self.tr("Make it my own"), "edit")
        self.make_own.clicked.connect(self._copy)
        self.remove = quiet_button(self.tr("Delete letter"), "trash")
        self.remove.clicked.connect(self._remove)
        self.mark = SavedMark()
        self._keeper = LetterKeeper(workspace, intents, self._letter, self)
        self._keeper.typing.connect(self.mark.show_saving)
        self._keeper.kept.connect(self.mark.show_saved)
        self._keeper.failed.connect(self._tell_failure)
        for line in (self.title, self.subject):
            line.textEdited.connect(self._edited)
            line.editingFinished.connect(self._keeper.flush)
        self.kind.activated.connect(self._edited)
        self.text.textChanged.connect(self._edited)
        self._assemble()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        self._own = LabelledField(self.tr("It is recorded as"), self.kind)
        self._name = LabelledField(self.tr("Name of the letter"), self.title)
        for widget in (self._name, self._own, LabelledField(self.tr("Subject"), self.subject)):
            column.addWidget(widget)
        column.addWidget(LabelledField(self.tr("Text"), self.text))
        column.addWidget(self.unknown)
        row = FlowLayout()
        for button in (self.make_own, self.insert, self.remove):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)

    def show_own(self, ref: str) -> None:
        """Show a letter of one's own."""
        self._keeper.turn()
        typed = self._keeper.set_aside(ref)
        found = typed or attempt(self._intents, lambda: self._workspace.letters.get(ref))
        if found is not None:
            self._show(found)
        if typed is not None:
            self._keeper.touch()

    def show_shipped(self, letter: str) -> None:
        """Show a letter that ships."""
        self._keeper.turn()
        said = self._workspace.material.letters[letter]
        title = QCoreApplication.translate("Composer", TITLES[letter])
        self._show(OwnLetter("", title, said.subject, said.body, kind_of(letter)))

    def show_values(self, person: PersonId) -> None:
        """Tell what the gaps would be for somebody; 0 for nobody."""
        values = attempt(self._intents, lambda: self._workspace.composing.values(person)) if person else None
        self.fields.show_values(values or {})

    def flush(self) -> None:
        """Keep what was typed."""
        self._keeper.flush()

    def leave(self) -> None:
        """The page goes: keep what was typed, now or as soon as that is possible."""
        self._keeper.turn()

    @property
    def is_pending(self) -> bool:
        """Whether something is typed that is not kept."""
        return self._keeper.is_pending

    def _show(self, letter: OwnLetter) -> None:
        self._shown, self._is_showing = letter, True
        is_own = bool(letter.ref)
        for line, said in ((self.title, letter.title), (self.subject, letter.subject)):
            if line.text() != said:
                line.setText(said)
            line.setReadOnly(not is_own)
        if self.text.toPlainText() != letter.body:
            self.text.setPlainText(letter.body)
        self.text.setReadOnly(not is_own)
        self.kind.setCurrentIndex(self.kind.findData(letter.kind.value))
        for widget in (self._own, self.insert, self.remove, self.mark):
            widget.setVisible(is_own)
        self.make_own.setVisible(not is_own)
        self._is_showing = False
        self._advise()

    def _letter(self) -> OwnLetter | None:
        """As it stands; without a name it keeps the one it had."""
        if not self._shown.ref:
            return None
        return replace(
            self._shown,
            title=self.title.text().strip() or self._shown.title,
            subject=self.subject.text(),
            body=self.text.toPlainText(),
            kind=OutKind(self.kind.currentData()),
        )

    def _edited(self) -> None:
        if not self._is_showing:
            self._keeper.touch()
            self._advise()

    def _advise(self) -> None:
        unknown = unknown_fields(f"{self.subject.text()}\n{self.text.toPlainText()}")
        named = ", ".join(f"{{{field}}}" for field in unknown)
        self.unknown.setText(self.tr("Nothing fills {fields}; it would stay to be written.").format(fields=named))
        self.unknown.setVisible(bool(unknown))

    def _insert(self, field: str) -> None:
        if self.subject.hasFocus():
            self.subject.insert(f"{{{field}}}")
            self._edited()
        else:
            self.text.insertPlainText(f"{{{field}}}")
            self.text.setFocus()

    def _copy(self) -> None:
        copy = attempt(self._intents, lambda: self._workspace.letters.add(self._shown))
        if copy is not None:
            self.copied.emit(copy.ref)

    def _remove(self) -> None:
        ref = self._shown.ref
        self._keeper.is_pending = False
        if succeeded(self._intents, lambda: self._workspace.letters.remove(ref)):
            self._intents.undoable.emit(self.tr("The letter is deleted"))
            self.removed.emit()

    def _tell_failure(self) -> None:
        self.mark.show_failed(self.tr("Not saved"))
