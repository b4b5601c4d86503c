"""Runs the program in the terminal, in this process, and keeps what it said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from otnet_desktop.app.main import main


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - JSON
        """The answer of ``--json``."""
        return json.loads(self.out)


Terminal = Callable[..., Said]


def terminal_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal whose commands are about one data folder, on Wednesday 18 March 2026 at ten."""

    def run(*arguments: str, now: str = "2026-03-18T10:00") -> Said:
        capsys.readouterr()
        try:
            status = main([*arguments, "--data-dir", str(folder), "--now", now])
        except SystemExit as left:
            status = int(left.code or 0)
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run
