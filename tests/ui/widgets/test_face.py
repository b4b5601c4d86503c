"""Faces."""

from __future__ import annotations

from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.widgets.face import FaceLabel
from tests.ui.widgets.pictures import colours


def test_a_face_without_a_name_shows_a_figure(qtbot: QtBot) -> None:
    face = FaceLabel(60)
    qtbot.addWidget(face)
    face.show_person("", Tone.BLUE)
    face.resize(face.sizeHint())
    middle = QRect(15, 15, 30, 30)
    assert look()[Tone.BLUE.ink].name() in colours(face.grab().toImage(), middle)
