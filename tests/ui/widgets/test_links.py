"""Only the web, mail and telephone open from a click."""

from __future__ import annotations

import pytest
from hypothesis import given
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.exchange.mailto import mailto
from otnet_desktop.ui.widgets.links import (
    LONGEST,
    LONGEST_SHOWN,
    as_opened,
    is_allowed,
    is_linkedin,
    open_link,
    true_host,
)
from otnet_desktop.ui.widgets.plain_label import LinkButton
from tests.exchange.test_mailto import ADDRESSES, HOSTILE

GOOD = [
    "https://hsu.example/ot",
    "HTTP://hsu.example",
    "mailto:renata@hsu.example",
    "mailto:renata@hsu.example?subject=attach%3D/etc/passwd&cc=bo@hsu.example&body=x",
    "https://hsu.example/?attach=x",
    "tel:+15550142",
]
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
    "https://hsu.example/\x00",
    "https://hsu.example\tx.example/",
    "https:\\\\hsu.example\\ot",
    "https://hsu.example\u2044@evil.example/",
    "mailto://host/share",
    "mailto:renata@hsu.example?attach=/etc/passwd",
    "mailto:renata@hsu.example?subject=x&%61ttachment=/etc/passwd",
    "mailto:renata@hsu.example?bcc=evil@evil.example",
    f"https://hsu.example/{'x' * LONGEST}",
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


@pytest.mark.parametrize(
    ("url", "opened", "host"),
    [
        ("https://hsu.example/ot", "https://hsu.example/ot", ""),
        ("https://\u0430pple.com/in", "https://xn--pple-43d.com/in", "xn--pple-43d.com"),
        ("https://\u0430pple.com/xn--pple-43d.com", "https://xn--pple-43d.com/xn--pple-43d.com", "xn--pple-43d.com"),
        ("https://xn--pple-43d.com", "https://xn--pple-43d.com", ""),
        ("https://\uff21pple.com", "https://apple.com", "apple.com"),
        ("https://m\u00fcller.example", "https://xn--mller-kva.example", "xn--mller-kva.example"),
        ("https://evil.example/\u202emoc.elppa", "https://evil.example/%E2%80%AEmoc.elppa", ""),
        ("mailto:a@\u0430pple.com", "mailto:a@%D0%B0pple.com", "xn--pple-43d.com"),
        ("tel:+15550142", "tel:+15550142", ""),
        (f"https://hsu.example/{'x' * 900}", f"https://hsu.example/{'x' * (LONGEST_SHOWN - 20)}…", ""),
        ("file:///etc/passwd", "", ""),
    ],
)
def test_an_address_is_told_as_it_is_opened(qtbot: QtBot, url: str, opened: str, host: str) -> None:
    assert as_opened(url) == opened
    assert true_host(url) == host
    link = LinkButton("Their page", url)
    qtbot.addWidget(link)
    assert (link.toolTip(), link.accessibleDescription()) == (opened, opened)
    assert link.accessibleName() == (f"Their page ({host})" if host else "Their page")


@pytest.mark.parametrize(
    ("url", "is_theirs"),
    [
        ("https://linkedin.com/in/ada", True),
        ("https://DE.LinkedIn.com/in/ada", True),
        ("https://linkedin.com.evil.example/in/ada", False),
        ("https://notlinkedin.com/in/ada", False),
        ("https://evil.example/linkedin.com/in/ada", False),
        ("https://l\u0456nkedin.com/in/ada", False),
    ],
)
def test_linkedin_is_that_host_alone(url: str, is_theirs: bool) -> None:
    assert is_linkedin(url) is is_theirs


@given(ADDRESSES, HOSTILE, HOSTILE)
def test_a_mail_link_is_handed_over_as_it_is(address: str, subject: str, body: str) -> None:
    """What ``exchange.mailto`` promises of a link holds for what the desktop gets."""
    link = mailto([address], subject, body)
    assert is_allowed(link)
    assert bytes(QUrl(link, QUrl.ParsingMode.StrictMode).toEncoded().data()).decode() == link


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
