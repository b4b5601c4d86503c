"""The sample network: a window of its own on a file of its own, beside the user's data and never in them."""

from __future__ import annotations

import argparse
from pathlib import Path

from PySide6.QtCore import QProcess

from otnet_desktop.app.autostart import own_command
from otnet_desktop.app.commands.exchanging import sample
from otnet_desktop.services.workspace import Workspace


def fill_if_empty(workspace: Workspace) -> None:
    """Put the sample network in, told as if today were its day; what was done with it since is kept."""
    if not any(workspace.roster.counts().values()):
        sample(workspace, argparse.Namespace(file=None, today=None))


def open_beside(folder: Path) -> None:
    """Start another copy of the program on the sample that belongs to the data in ``folder``."""
    program, *arguments = own_command()
    QProcess.startDetached(program, [*arguments, "--sample", "--data-dir", str(folder)])
