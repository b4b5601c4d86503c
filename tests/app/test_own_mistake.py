"""A mistake of ours in the terminal: a few lines that name nobody, the same in the log, and status 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.app.commands import care
from otnet_desktop.app.trouble_log import FILE_NAME
from tests.app.failing_places import fail
from tests.app.terminal import Terminal


def test_it_is_told_and_logged(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(care, "check", fail)
    said = terminal("check")
    assert said.status == 1
    assert said.err.startswith("That was our mistake.")
    assert "Traceback" not in said.err
    for text in (said.err, (tmp_path / "data" / FILE_NAME).read_text()):
        assert "KeyError" in text
        assert "Renata" not in text
        assert str(tmp_path) not in text
