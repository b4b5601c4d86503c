"""For tests of letters: a window with a place, what the desktop was asked to open, and a clipboard of our own."""

from __future__ import annotations

import pytest

from otnet_desktop.ui.outreach import handing_over


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that were handed to the desktop; empty strings in it would be refused ones."""
    links: list[str] = []

    def remember(url: str) -> bool:
        links.append(url)
        return True

    monkeypatch.setattr(handing_over, "open_link", remember)
    return links
