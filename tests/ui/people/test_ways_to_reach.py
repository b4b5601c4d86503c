"""Ways to somebody are told as what they are."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import ContactKind, ContactPoint
from otnet_desktop.ui.people.ways_to_reach import WaysToReach
from otnet_desktop.ui.widgets.plain_label import LinkButton


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (ContactKind.LINKEDIN, "https://www.linkedin.com/in/ada", "LinkedIn"),
        (ContactKind.LINKEDIN, "linkedin.com.evil.example/in/ada", "https://linkedin.com.evil.example/in/ada"),
        (ContactKind.WEBSITE, "https://www.hsu.example/", "hsu.example"),
        (ContactKind.WEBSITE, "https://\u0430pple.com", "\u0430pple.com (xn--pple-43d.com)"),
        (ContactKind.EMAIL, "ada@\u0430pple.com", "ada@\u0430pple.com (xn--pple-43d.com)"),
    ],
)
def test_a_way_is_never_called_what_it_is_not(qtbot: QtBot, kind: ContactKind, value: str, shown: str) -> None:
    ways = WaysToReach()
    qtbot.addWidget(ways)
    ways.show_ways([ContactPoint(kind, value)])
    (link,) = ways.findChildren(LinkButton)
    assert link.accessibleName() == shown
