"""Asks for the password of the mail account, when it is needed and not known.

Public: ``PasswordForm(address, host, can_keep)`` with the signals ``given(password, keep)`` and ``left``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm


class PasswordForm(ShortForm):
    """One field. Where the system has a keyring it may go there; else it is only remembered until the end."""

    given = Signal(str, bool)
    left = Signal()

    def __init__(self, address: str, host: str, *, can_keep: bool, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Password"))
        self.accept_button.setText(self.tr("Send"))
        told = self.tr("{host} asks for the password of {address}.").format(host=host, address=address)
        self.body.addWidget(PlainLabel(told))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = LabelledField(self.tr("Password"), self.password)
        self.body.addWidget(self._field)
        self.keep = QCheckBox(self.tr("Keep it in this system's keyring"))
        self.keep.setChecked(can_keep)
        self.keep.setVisible(can_keep)
        self.body.addWidget(self.keep)
        if not can_keep:
            self._field.say(self.tr("This computer has no keyring: it is forgotten when the program ends."))
        self.body.addStretch(1)
        self.rejected.connect(self.left)
        self.password.setFocus()

    def save(self) -> bool:
        """Hand it on; an empty one is asked for."""
        if not self.password.text():
            self._field.say(self.tr("The password is missing."), wrong=True)
            self.password.setFocus()
            return False
        self.given.emit(self.password.text(), self.keep.isChecked())
        return True
