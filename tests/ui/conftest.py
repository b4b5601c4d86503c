"""For every test of the window: resources Qt can find, and the look as it was before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from otnet_desktop.app import resources
from otnet_desktop.ui.theme.theme import Scheme, Theme


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Theme:
    """The application as people see it, in a font of a known size."""
    resources.offer_to_qt()
    qapp.setFont(QFont("Noto Sans", 10))
    theme = Theme(qapp, Scheme.LIGHT)
    theme.apply()
    return theme


@pytest.fixture(autouse=True)
def theme(_dressed: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The theme, light and at 100 % again after each test."""
    yield _dressed
    _dressed.choose(Scheme.LIGHT, 1.0)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
