"""The report on the screen can be read and taken along."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.trouble.trouble_form import TroubleForm


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    form = TroubleForm("KeyError in fail")
    form.open()
    assert form.text.toPlainText() == "KeyError in fail"
    form.copy.click()
    assert QGuiApplication.clipboard().text() == "KeyError in fail"
    form.leave.click()
    assert not form.isVisible()
