"""Another copy of the program, when this one has ended."""

from __future__ import annotations

import argparse

from PySide6.QtCore import QProcess

from otnet_desktop.app.autostart import own_command


def start_as_usual(given: argparse.Namespace) -> None:
    """On the same data, without safe mode."""
    program, *arguments = own_command()
    arguments += ["--data-dir", given.data_dir] if given.data_dir else []
    QProcess.startDetached(program, [*arguments, "--sample"] if given.sample else arguments)
