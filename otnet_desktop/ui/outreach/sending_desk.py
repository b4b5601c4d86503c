"""Sends letters by the user's own mail account, in a worker; it lives with the window, so one may go on meanwhile.

Public: ``SendingDesk(workspace, bridge, intents, tasks, window)`` with ``send(message, address)``. While it waits for
the server the letter counts as handed over: should the program end before the answer, one is asked whether it was sent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import MayBeSent, NotFound, NotSent, PasswordRefused
from otnet_desktop.domain.messages import Message, MessageId, MessageState
from otnet_desktop.services.sending import whose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.desk import Desk
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.outreach.password_form import PasswordForm
from otnet_desktop.ui.outreach.recipients import recipients
from otnet_desktop.ui.outreach.sending_strip import SendingStrip
from otnet_desktop.ui.said import said
from otnet_desktop.ui.tasks import Task, Tasks


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter on its way, as it was when it went."""

    kept: Message
    name: str
    address: str
    invites: bool = False

    @property
    def message(self) -> MessageId:
        """Which one."""
        return self.kept.id


class SendingDesk(Desk):
    """One letter at a time is asked about; each is handed in once."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, window: MainWindow
    ) -> None:
        super().__init__(workspace, bridge, intents, tasks, window)
        self._on_the_way: dict[MessageId, Letter] = {}
        self._troubles: dict[MessageId, tuple[Letter, NotSent]] = {}
        self._strip = SendingStrip()
        self._strip.retried.connect(self._retry)
        self._strip.opened.connect(self._open)
        self._strip.put_away.connect(self._put_away)
        window.lay_above_the_tray(self._strip)

    def send(self, message: int, address: str) -> None:
        """Send a draft; what is on its way already is left alone."""
        outreach = self._workspace.outreach
        known = attempt(self._intents, lambda: outreach.get(MessageId(message)))
        if known is None or not outreach.leave(known.id):
            return
        name = self._workspace.people.get(known.person).profile.full_name
        letter = self._on_the_way[known.id] = Letter(known, name, address)
        _, trouble = self._troubles.pop(known.id, (letter, None))
        self._show()
        if isinstance(trouble, PasswordRefused):
            self._ask(letter)
        else:
            self._look_up(letter)

    def _look_up(self, letter: Letter) -> None:
        """The password, in a worker: a locked keyring asks to be opened, and waits."""
        sending = self._workspace.sending

        def work(_task: Task) -> tuple[Letter, str]:
            return letter, sending.passwords.get(whose(sending.account))

        self._tasks.run(work, self._found)

    def _found(self, found: tuple[Letter, str]) -> None:
        letter, password = found
        if password:
            self._hand_in(letter, password)
        else:
            self._ask(letter)

    def _ask(self, letter: Letter) -> None:
        sending = self._workspace.sending
        form = PasswordForm(
            sending.account.address, sending.account.host, can_keep=sending.passwords.can_keep(), parent=self._window
        )
        form.setProperty("letter", letter.message)
        form.given.connect(self._take_password)
        form.left.connect(self._leave_form)
        form.open()

    def _take_password(self, password: str, keep: bool) -> None:
        sending = self._workspace.sending
        remember = sending.passwords.keep if keep else sending.passwords.hold
        remember(whose(sending.account), password)
        self._hand_in(self._letter_of_form(), password)

    def _leave_form(self) -> None:
        self._settle(self._letter_of_form())
        self._intents.said.emit(self.tr("It waits as a draft"))

    def _letter_of_form(self) -> Letter:
        form = self.sender()
        assert isinstance(form, PasswordForm)
        return self._on_the_way[MessageId(form.property("letter"))]

    def _hand_in(self, letter: Letter, password: str) -> None:
        """Once, in a worker. From here on the letter counts as handed over."""
        workspace = self._workspace
        to = recipients(letter.name, letter.address)
        sender = workspace.sending.account.address
        attached = workspace.invitations.for_letter(letter.kept, sender)
        letter = self._on_the_way[letter.message] = replace(letter, invites=attached is not None)
        outgoing = attempt(self._intents, lambda: workspace.sending.prepare(letter.message, to, attached))
        if outgoing is None or not succeeded(self._intents, lambda: workspace.outreach.hand_over(letter.message)):
            self._settle(letter)
            return
        sending, handing = workspace.sending, outgoing

        def work(_task: Task) -> tuple[Letter, Exception | None]:
            try:
                sending.deliver(handing, password)
            except Exception as trouble:  # noqa: BLE001 - handed over with the letter it is about
                return letter, trouble
            return letter, None

        self._tasks.run(work, self._hear)

    def _hear(self, answer: tuple[Letter, Exception | None]) -> None:
        letter, trouble = answer
        workspace, intents = self._workspace, self._intents
        if trouble is None:
            succeeded(intents, lambda: self._note_sent(letter))
            told = self.tr("Sent to {name}, with the invitation") if letter.invites else self.tr("Sent to {name}")
            intents.said.emit(told.format(name=letter.name))
        elif isinstance(trouble, NotSent) and not isinstance(trouble, MayBeSent):
            succeeded(intents, lambda: workspace.outreach.not_yet(letter.message))
            self._troubles[letter.message] = letter, trouble
        self._settle(letter)
        if trouble is not None and letter.message not in self._troubles:
            intents.word_wanted.emit()
            intents.failed.emit(trouble)

    def _note_sent(self, letter: Letter) -> None:
        """It left, whatever became of its draft meanwhile."""
        try:
            self._workspace.composing.sent(letter.message)
        except NotFound:
            self._workspace.outreach.log_sent(letter.kept.draft)

    def _settle(self, letter: Letter) -> None:
        """It is not on its way any more."""
        self._on_the_way.pop(letter.message, None)
        self._workspace.outreach.stay(letter.message)
        self._show()

    def _show(self) -> None:
        """What could not be sent; else what is under way."""
        for letter, trouble in self._troubles.values():
            told = self.tr("Not sent to {name}. {why}")
            self._strip.tell_trouble(told.format(name=letter.name, why=said(trouble.told)))
            return
        if self._on_the_way:
            names = ", ".join(letter.name for letter in self._on_the_way.values())
            self._strip.tell(self.tr("Sending to {names}…").format(names=names))
        else:
            self._strip.hide()

    def _retry(self) -> None:
        letter = self._in_trouble()
        self.send(letter.message, letter.address)

    def _open(self) -> None:
        letter = self._in_trouble()
        self._put_away()
        self._intents.draft_wanted.emit(letter.message)

    def _put_away(self) -> None:
        self._troubles.pop(self._in_trouble().message)
        self._show()

    def _in_trouble(self) -> Letter:
        return next(iter(self._troubles.values()))[0]

    def _heed(self, changed: Changed) -> None:
        """What was sent, dropped or rewritten by other ways is no trouble any more."""
        if self._troubles and changed.touches(Room.MESSAGES):
            kept = self._troubles.items()
            self._troubles = {message: told for message, told in kept if self._is_draft(told[0])}
            self._show()

    def _is_draft(self, letter: Letter) -> bool:
        return any(
            known.id == letter.message and known.state is MessageState.DRAFT
            for known in self._workspace.outreach.of(letter.kept.person)
        )
