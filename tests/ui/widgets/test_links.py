"""Only the web, mail and telephone open from a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.ui.widgets.links import is_allowed, open_link
from otnet_desktop.ui.widgets.plain_label import LinkButton

GOOD = ["https://hsu.example/ot", "HTTP://hsu.example", "mailto:renata@hsu.example", "tel:+15550142"]
BAD = [
    "/bin/ls",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "smb://host/share",
    "ms-settings:",
    "hsu.example",
    "https://",
    "https:///etc/passwd",
    "",
    " https://hsu.example",
    "ftp://hsu.example",
    "https://renata@hsu.example",
    "https://hsu.example:secret@evil.example/",
    "\\\\host\\share",
    "//host/share",
    "vbscript:x",
    "view-source:https://hsu.example",
    "https://hsu.example/\nfile:///etc/passwd",
]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []

    def take(url: QUrl) -> bool:
        seen.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return seen


@pytest.mark.parametrize("url", GOOD)
def test_what_opens(url: str, opened: list[str]) -> None:
    assert open_link(url)
    assert len(opened) == 1


@pytest.mark.parametrize("url", BAD)
def test_what_does_not(url: str, opened: list[str]) -> None:
    assert not is_allowed(url)
    assert not open_link(url)
    assert opened == []


def test_a_link_opens_from_the_keyboard(qtbot: QtBot, opened: list[str]) -> None:
    link = LinkButton("Larchmont & Co", "https://larchmont.example")
    qtbot.addWidget(link)
    link.resize(link.sizeHint())
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert opened == ["https://larchmont.example"]
    assert link.accessibleName() == "Larchmont & Co"
    assert "Larchmont && Co" in link.text()


def test_a_long_link_gives_way_and_keeps_its_name(qtbot: QtBot) -> None:
    link = LinkButton("somebody.with.a.long.name@rehabilitation.example", "mailto:x@rehabilitation.example")
    qtbot.addWidget(link)
    link.resize(100, link.sizeHint().height())
    link.show()
    assert "…" in link.text()
    assert link.accessibleName().endswith("rehabilitation.example")
    assert link.minimumSizeHint().width() < 100
