"""What a letter's sheet looks like: its parts and their places. What they do is ``composer``'s.

Public: ``ComposerPage(workspace, intents, sheet)`` with ``show_reader(begun)``, ``show_research(about, reader)`` and
``show_way(way)``, ``go_to_gap()``, ``replace_body(text)``; every part is an attribute.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Channel
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.composing import Beginning
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, keys_of
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.outreach.ask_week_note import AskWeekNote
from otnet_desktop.ui.outreach.composer_advice import Advice
from otnet_desktop.ui.outreach.composer_boxes import AddressBox, LetterBox, Way
from otnet_desktop.ui.outreach.composer_notes import AboutMe, Gate, Reasons
from otnet_desktop.ui.outreach.gap_walk import GapWalk
from otnet_desktop.ui.outreach.readers_row import ReadersRow
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.timeline.meeting_words import names_together
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button, quiet_button
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.saved_mark import SavedMark
from otnet_desktop.ui.widgets.scrolled import scrolled

READABLE_WIDTH = 760
"""As the person's own page."""

WITHOUT_TIMES = frozenset({OutKind.THANKS, OutKind.DECLINE_ACK})
"""Letters that ask for nothing."""


class ComposerPage(QObject):
    """Laid out in ``sheet``: what is written scrolls, the ways out stay at the foot."""

    def __init__(self, workspace: Workspace, intents: Intents, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._workspace = workspace
        self.sheet = sheet
        mirrored = sheet.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.back = quiet_button(self.tr("Back"), "chevron-right" if mirrored else "chevron-left")
        self.mark = SavedMark()
        self.title = ClampedLabel(size=TextSize.HEADING)
        self.thanked = PlainLabel(self.tr("You have thanked them for this already."), TextSize.CAPTION, "due")
        self.reasons = Reasons()
        self.me = AboutMe(workspace, intents)
        self.gate = Gate(workspace, intents)
        self.week = AskWeekNote()
        self.letter = LetterBox(workspace.material.letters)
        self.letter.show_own(workspace.letters.all())
        self.readers = ReadersRow()
        self.address = AddressBox()
        self.no_address = quiet_button(self.tr("Add an e-mail address"), "plus")
        self.subject = QLineEdit()
        self._subject = LabelledField(self.tr("Subject"), self.subject)
        self.body = GrowingText(self.tr("Text"), least=9, most=24)
        self._gaps = GapWalk(self.subject, self.body)
        self.advice = Advice()
        self.privacy = PrivacyHint(workspace.privacy)
        self.send = primary_button(self.tr("Send"), "send")
        self.mail = primary_button(self.tr("Open in mail program"), "send")
        self.instead = plain_button(self.tr("Open in mail program"), "mail")
        self.copy = plain_button(self.tr("Copy"), "copy")
        self.file = plain_button(self.tr("Save as file…"), "mail")
        self.own = quiet_button(self.tr("Save as my letter"), "plus")
        self.own.setToolTip(self.tr("Kept for others too: names become gaps that fill themselves"))
        self.times = quiet_button(self.tr("Add times"), "clock")
        self.times.setToolTip(self.tr("Times that suit you, put into the letter"))
        for button in (self.send, self.mail):
            button.setToolTip(keys_of(Act.HAND_OVER)[0].toString(QKeySequence.SequenceFormat.NativeText))
        self._assemble()

    def _assemble(self) -> None:
        whole = QVBoxLayout(self.sheet)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        scroll = scrolled(_centred(self._column(), STEP))
        whole.addWidget(scroll, 1)
        whole.addWidget(_centred(self._foot(), 3 * STEP))

    def _column(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.mark)
        choices = QHBoxLayout()
        choices.setSpacing(3 * STEP)
        choices.addWidget(LabelledField(self.tr("To"), self.address), 4)
        choices.addWidget(LabelledField(self.tr("Letter"), self.letter), 3)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(head)
        for widget in (self.title, self.thanked, self.reasons, self.gate, self.week, self.me):
            column.addWidget(widget)
        column.addWidget(self.readers)
        column.addLayout(choices)
        column.addWidget(self.no_address, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._subject)
        for part in (self.body, self.advice, self.privacy):
            column.addWidget(part)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return column

    def _foot(self) -> FlowLayout:
        row = FlowLayout()
        for button in (*self.ways_out, self.times):
            row.addWidget(button)
        return row

    def show_reader(self, begun: Beginning) -> None:
        """Whom it is to."""
        also = [person.profile.full_name for person in begun.might_also if person.id in begun.draft.also]
        title = self.tr("Write to {name}").format(name=names_together([begun.reader.profile.full_name, *also]))
        self.readers.show_readers(begun)
        self.title.set_text(title)
        self.sheet.setAccessibleName(title)
        self.times.setVisible(begun.draft.kind not in WITHOUT_TIMES)
        self.thanked.setVisible(self._workspace.composing.thanked_before(begun))

    def show_research(self, about: PersonId, reader: PersonId) -> None:
        """Why one writes; while the gatekeeper is to be asked first, there is no way out but theirs."""
        research = self._workspace.research.of(about)
        self.reasons.show_research(research, self._workspace.material.vocabulary.purposes)
        asks = self.gate.show_purpose(reader, research.purpose if about == reader else None)
        for button in self.ways_out:
            button.setEnabled(not asks)

    @property
    def sends_from_here(self) -> bool:
        """Whether a mail account was set up."""
        return self._workspace.preferences.current.mail.is_there

    @property
    def ways_out(self) -> tuple[QPushButton, ...]:
        """Every way in which a letter leaves."""
        return (self.send, self.mail, self.instead, self.copy, self.file)

    def show_leaving(self, *, is_leaving: bool) -> None:
        """While it is on its way nothing of it changes. To be asked after ``show_research``."""
        self.subject.setReadOnly(is_leaving)
        self.body.setReadOnly(is_leaving)
        for part in (self.letter, self.address, self.me, self.week, self.privacy, self.times):
            part.setEnabled(not is_leaving)
        if is_leaving:
            for button in self.ways_out:
                button.setEnabled(False)

    def whole_text(self) -> str:
        """Subject and text."""
        return f"{self.subject.text()}\n{self.body.toPlainText()}"

    def go_to_gap(self) -> None:
        """Choose the next gap, so that typing fills it."""
        self._gaps.go_on()

    def replace_body(self, text: str) -> None:
        """Another text; Ctrl+Z in it brings the old one back."""
        cursor = self.body.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(0)
        self.body.setTextCursor(cursor)

    def show_way(self, way: Way) -> None:
        """Only what fits that way: no mail without an address, no file for a card."""
        by_mail = way.channel is Channel.EMAIL
        sends = by_mail and self.sends_from_here
        self.no_address.setVisible(by_mail and not way.address)
        self.send.setVisible(sends)
        self.instead.setVisible(sends)
        self.mail.setVisible(by_mail and not sends)
        self.file.setVisible(by_mail)
        self._subject.setVisible(by_mail)


def _centred(content: QVBoxLayout | FlowLayout, foot: int) -> QWidget:
    page = QWidget()
    page.setMaximumWidth(look().metrics.shape(READABLE_WIDTH))
    page.setLayout(content)
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, foot)
    row.addStretch(1)
    row.addWidget(page, 1000)
    row.addStretch(1)
    return middle
