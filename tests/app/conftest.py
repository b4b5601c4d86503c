"""A terminal with an empty data folder, and one with the sample network."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.terminal import Terminal, terminal_in


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Commands about an empty folder, in Boston."""
    monkeypatch.setenv("TZ", "America/New_York")
    return terminal_in(tmp_path / "data", capsys)


@pytest.fixture
def sample(terminal: Terminal) -> Terminal:
    """The same with the sample network in it."""
    assert terminal("sample", "--today", "2026-03-18", "--json").data == {"people": 60, "facts": 342}
    return terminal
