"""Sending from here, for those who want it: the user's mail account, tried out before it is used.

Public: ``MailSettings(workspace, intents, tasks)``. Without an address nothing is ever sent from here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.mail_account import HIGHEST_PORT, NO_ACCOUNT, PORTS, MailAccount, Security, suggested
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.said import said
from otnet_desktop.ui.settings.typed_setting import TypedSetting
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import plain_button, quiet_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class MailSettings(Card):
    """The address first; the rest is suggested from it and can be corrected."""

    def __init__(self, workspace: Workspace, intents: Intents, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._trying: Task | None = None
        self.set_title(self.tr("Sending from here"))
        self.set_caption(self.tr("if you like; else your mail program sends your letters"))
        account = self._account
        self.address = TypedSetting(self.tr("Your address"), account.address, self._keep_address)
        self.address.line.setPlaceholderText(workspace.preferences.current.me.email)
        self.host = TypedSetting(self.tr("Server for outgoing mail"), account.host, self._keep_host)
        self.user = TypedSetting(self.tr("User name, if it is not the address"), account.user, self._keep_user)
        self.security = QComboBox()
        self.security.addItem(self.tr("TLS (usually port 465)"), Security.TLS.value)
        self.security.addItem(self.tr("STARTTLS (usually port 587)"), Security.STARTTLS.value)
        self.security.activated.connect(self._choose_security)
        self.port = QSpinBox()
        self.port.setRange(1, HIGHEST_PORT)
        self.port.setAccessibleName(self.tr("Port"))
        self.port.valueChanged.connect(self._keep_port)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.editingFinished.connect(self._keep_password)
        self._password = LabelledField(self.tr("Password"), self.password)
        self.result = PlainLabel(tone="soft")
        self.result.hide()
        self.try_out = plain_button(self.tr("Try it"))
        self.try_out.clicked.connect(self._try)
        self.stop = quiet_button(self.tr("Do not send from here"))
        self.stop.clicked.connect(self._stop)
        self._assemble()
        self._show(account)

    @property
    def _account(self) -> MailAccount:
        return self._workspace.preferences.current.mail

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(2 * STEP)
        line.addWidget(self.security, 1)
        line.addWidget(self.port)
        way = QWidget()
        way.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        way.setFocusProxy(self.security)
        self.security.setAccessibleName(self.tr("Encryption"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.try_out)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        self._rest = (self.host, LabelledField(self.tr("Encryption and port"), way), self.user, self._password)
        for widget in (self.address, *self._rest, self.result):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)

    def _show(self, account: MailAccount) -> None:
        """What is kept now; fields in which one types are left alone."""
        for setting, text in ((self.address, account.address), (self.host, account.host), (self.user, account.user)):
            if not setting.line.hasFocus():
                setting.show_text(text)
        self.security.setCurrentIndex(self.security.findData(account.security.value))
        self.port.blockSignals(True)
        self.port.setValue(account.port)
        self.port.blockSignals(False)
        for widget in (*self._rest, self.try_out, self.stop):
            widget.setVisible(bool(account.address))
        if account.address and self._workspace.sending.passwords.can_keep():
            self._password.say(self.tr("It goes into your system's keyring, never into a file of this program."))
        elif account.address:
            self._password.say(self.tr("This computer has no keyring: it is forgotten when the program ends."))

    def _keep(self, account: MailAccount) -> str:
        try:
            self._workspace.preferences.change(mail=account)
        except OtnetError as error:
            return said(error.told)
        self.result.hide()
        self._show(account)
        return ""

    def _keep_address(self, address: str) -> str:
        """Another provider has another server."""
        now = self._account
        same_provider = address.rpartition("@")[2] == now.address.rpartition("@")[2]
        return self._keep(replace(now, address=address) if same_provider and address else suggested(address))

    def _keep_host(self, host: str) -> str:
        return self._keep(replace(self._account, host=host))

    def _keep_user(self, user: str) -> str:
        return self._keep(replace(self._account, user=user))

    def _choose_security(self) -> None:
        security = Security(str(self.security.currentData()))
        self._keep(replace(self._account, security=security, port=PORTS[security]))

    def _keep_port(self, port: int) -> None:
        self._keep(replace(self._account, port=port))

    def _keep_password(self) -> None:
        from otnet_desktop.services.sending import whose

        if self.password.text():
            self._workspace.sending.passwords.keep(whose(self._account), self.password.text())

    def _try(self) -> None:
        """Connect and sign in, in a worker; nothing is sent."""
        from otnet_desktop.services.sending import whose

        for setting in (self.address, self.host, self.user):
            setting.flush()
        self._keep_password()
        account, sending = self._account, self._workspace.sending
        password = sending.passwords.get(whose(account))
        self._tell(self.tr("Trying…"))
        self.try_out.setEnabled(False)
        self._trying = self._tasks.run(
            lambda _task: sending.try_out(account, password), self._tell_success, self._tell_trouble
        )

    def _tell_success(self, _answer: Any) -> None:  # noqa: ANN401 - the answer of a task
        self._tell(self.tr("It works: letters can be sent from here."))

    def _tell_trouble(self, error: Exception) -> None:
        if isinstance(error, OtnetError):
            self._tell(said(error.told), wrong=True)
        else:
            self._tell("")
            self._intents.failed.emit(error)

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        self.try_out.setEnabled(True)
        self.result.setText(text)
        self.result.set_tone("due" if wrong else "soft")
        self.result.setVisible(bool(text))

    def _stop(self) -> None:
        """Forget the account and its password."""
        from otnet_desktop.services.sending import whose

        if not self._workspace.sending.passwords.forget(whose(self._account)):
            self._intents.said.emit(
                self.tr("The keyring did not let the password go. Take the entry “OTnet Desktop” out of it yourself.")
            )
        self.password.clear()
        self._keep(NO_ACCOUNT)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for the answer any more."""
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None
            self._tell("")
        super().hideEvent(event)
