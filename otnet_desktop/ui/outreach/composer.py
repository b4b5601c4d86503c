"""A letter on a sheet of its own: to whom, which letter, subject and text, with why one writes in sight.

Public: ``Composer(workspace, bridge, intents, begun)``. Ctrl+Enter hands over, Esc goes back; the draft is kept.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.energy import ASKS
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.messages import Draft, MessageState
from otnet_desktop.domain.preferences import Me
from otnet_desktop.services.composing import Beginning
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, keys_of, make_action
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.composer_advice import About
from otnet_desktop.ui.outreach.composer_page import ComposerPage
from otnet_desktop.ui.outreach.draft_keeper import DraftKeeper
from otnet_desktop.ui.outreach.letter_text import LetterText, translated
from otnet_desktop.ui.outreach.ways_out import WaysOut
from otnet_desktop.ui.person_place import Sheet
from otnet_desktop.ui.scheduling.times_into_letter import TimesIntoLetter


class Composer(Sheet):
    """Writes to one person or a group. Only the question for the gatekeeper blocks anything: the way out."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, begun: Beginning, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_help(self, "e-mail")
        self._workspace = workspace
        self._intents = intents
        self._is_showing = False
        self.page = ComposerPage(workspace, intents, self)
        self._text = LetterText(self.page)
        self._keeper = DraftKeeper(workspace, intents, begun.message, self._draft, self)
        self._begun = begun = self._keeper.resume(begun)
        self.ways_out = WaysOut(workspace, intents, self.page, self._keeper, begun.reader.profile.full_name)
        self._times = TimesIntoLetter(workspace, intents, self.page)
        self._connect()
        self._show()
        self._times.settle(begun)
        bridge.changed.connect(self._heed)

    def _connect(self) -> None:
        page = self.page
        page.back.clicked.connect(self.finished)
        page.letter.activated.connect(self._choose_letter)
        page.readers.changed.connect(self._readdress)
        page.address.currentIndexChanged.connect(self._choose_way)
        page.address.activated.connect(self._keeper.touch)
        page.subject.textEdited.connect(self._edited)
        page.body.textChanged.connect(self._edited)
        page.advice.next_gap.connect(page.go_to_gap)
        page.privacy.removed.connect(self._take_out)
        page.me.told.connect(self._introduce)
        page.week.waits.connect(self._wait)
        page.no_address.clicked.connect(self._add_address)
        by_key = make_action(Act.HAND_OVER, self)
        by_key.triggered.connect(self.ways_out.hand_over)
        self.addAction(by_key)
        page.times.clicked.connect(self._add_times)
        page.own.clicked.connect(self._save_as_own)
        self._keeper.typing.connect(page.mark.show_saving)
        self._keeper.kept.connect(page.mark.show_saved)
        self._keeper.failed.connect(self._tell_failure)

    @property
    def begun(self) -> Beginning:
        """Whom it is to and what it began with."""
        return self._begun

    def first_field(self) -> QWidget:
        """The text; with a gap in it, right there."""
        self.page.go_to_gap()
        return self.page.body

    def takes(self, event: QKeyEvent) -> bool:
        """In the window the key opens the scheduler; in a letter the times go right into it."""
        return super().takes(event) or _adds_times(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key to add times."""
        if _adds_times(event):
            self._add_times()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: save."""
        super().hideEvent(event)
        is_leaving = self.isHidden()  # else the window is: the sheet comes back with it
        (self._keeper.leave if is_leaving else self._keeper.flush)()

    def _show(self) -> None:
        """Everything as it was begun."""
        begun, page = self._begun, self.page
        self._is_showing = True
        page.show_reader(begun)
        page.letter.choose(begun.letter)
        page.subject.setText(begun.draft.subject)
        page.body.setPlainText(begun.draft.body)
        page.body.moveCursor(QTextCursor.MoveOperation.Start)
        self._is_showing = False
        self._look_around()
        self._advise()

    def _look_around(self) -> None:
        """What may have changed elsewhere: the research, the gate, the addresses."""
        page, reader = self.page, self._workspace.people.get(self._begun.reader.id)
        page.show_research(self._begun.about, reader.id)
        is_ask = self._begun.draft.kind in ASKS
        page.week.show_week(
            self._workspace.energy.this_week() if is_ask else None, self._workspace.preferences.timing().zone
        )
        page.address.blockSignals(True)
        way = page.address.way() if page.address.count() else None
        page.address.show_readers(
            [reader.profile, *(one.profile for one in self._begun.might_also if one.id in self._begun.draft.also)]
        )
        page.address.choose(way.channel if way else self._begun.draft.channel)
        page.address.blockSignals(False)
        self._choose_way()
        page.show_leaving(is_leaving=self._workspace.outreach.is_leaving(self._keeper.message))

    def _readdress(self) -> None:
        """To others of the group as well, or not; the greeting follows if it is still the one that was filled in."""
        begun = replace(self._begun, draft=self._draft())
        self._begun = self._workspace.composing.address(begun, self.page.readers.also())
        self.page.show_reader(self._begun)
        if self._begun.draft.body != begun.draft.body:
            self.page.replace_body(self._begun.draft.body)
        self._look_around()
        self._edited()

    def _draft(self) -> Draft:
        return replace(
            self._begun.draft,
            subject=self.page.subject.text(),
            body=self.page.body.toPlainText(),
            channel=self.page.address.way().channel,
        )

    def _edited(self) -> None:
        if not self._is_showing:
            self._keeper.touch()
            self._advise()

    def _advise(self) -> None:
        page, body = self.page, self.page.body.toPlainText()
        research = self._workspace.research.of(self._begun.about)
        about = About(
            self._begun.draft.kind,
            research.purpose.kind if research.purpose else "",
            self._workspace.preferences.current.me.name,
            tuple(point.text for point in research.key_points),
            self._workspace.preferences.current.writing_hints,
        )
        page.advice.look_at(page.subject.text(), body, about)
        page.privacy.look_at(body, page.subject.text())

    def _take_out(self, texts: list[str]) -> None:
        """Words that may tell who a client is."""
        body, subject = texts
        self._text.put(subject, body)
        self._edited()

    def _choose_letter(self) -> None:
        """The text of another letter; Ctrl+Z in the text brings the old one back."""
        begun = self._workspace.composing.with_letter(self._begun, self.page.letter.letter(), translated)
        self._begun = begun
        self.page.show_reader(begun)
        self._text.put(begun.draft.subject, begun.draft.body)
        self._look_around()
        self._edited()
        self.page.go_to_gap()

    def _introduce(self, me: Me) -> None:
        """The writer's name is known now."""
        self._text.introduce(me)
        self._edited()
        self.page.go_to_gap()

    def _add_times(self) -> None:
        self._begun = self._times.put(self._begun)

    def _wait(self) -> None:
        """Kept, and put off until the next week begins."""
        self._keeper.touch()
        person, energy = self._begun.reader.id, self._workspace.energy
        if self._keeper.flush() and attempt(self._intents, lambda: energy.wait(person)):
            self._intents.undoable.emit(self.tr("It waits as a draft; you will be reminded"))
            self.finished.emit()

    def _save_as_own(self) -> None:
        """It can be named and looked through then."""
        page, values = self.page, self._workspace.composing.values(self._begun.reader.id)
        title = page.letter.currentText() if page.letter.letter() else page.subject.text().strip()
        own = self._text.as_own(values, title or self.tr("My letter"), self._begun.draft.kind)
        kept = attempt(self._intents, lambda: self._workspace.letters.add(own))
        if kept is not None:
            self._intents.letters_wanted.emit(kept.ref)

    def _choose_way(self) -> None:
        self.page.show_way(self.page.address.way())

    def _add_address(self) -> None:
        self._intents.edit_person_wanted.emit(self._begun.reader.id)

    def _tell_failure(self) -> None:
        self.page.mark.show_failed(self.tr("Not saved"))

    def _heed(self, changed: Changed) -> None:
        if changed.touches(Room.WRITING):
            self.page.letter.show_own(self._workspace.letters.all())
        if not (changed.concerns(self._begun.reader.id) or changed.concerns(self._begun.about)):
            return
        if changed.touches(Room.MESSAGES) and self._keeper.message is not None:
            states = {m.id: m.state for m in self._workspace.outreach.of(self._begun.reader.id)}
            if self._keeper.message not in states:
                self._keeper.forget()
            elif states[self._keeper.message] is MessageState.SENT:
                self._leave()
                return
        try:
            self._look_around()
        except NotFound:
            self._leave()

    def _leave(self) -> None:
        """Sent, or the person is gone: there is nothing left to keep."""
        self._keeper.drop()
        self.finished.emit()


def _adds_times(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) in keys_of(Act.OFFER_TIMES)
