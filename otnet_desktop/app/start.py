"""Opens the window, or does its job in the terminal where no window can open."""

from __future__ import annotations

import argparse
import sys

from otnet_desktop.app.display import DisplayState, probe
from otnet_desktop.domain.errors import MachineLacks


def start(given: argparse.Namespace) -> int:
    """The window; without any display what is due, as an editor would. Raises MachineLacks for a broken one."""
    verdict = probe()
    if verdict.state is DisplayState.ABSENT:
        from otnet_desktop.app.commands.run import run_command

        print(
            f"{verdict.sentence} Here is what is due; `otnet-desktop tour --out DIR` shows the windows in pictures.",
            file=sys.stderr,
        )
        given.at, given.upcoming = None, False
        return run_command("due", given)
    if verdict.state is not DisplayState.FINE:
        raise MachineLacks(verdict.sentence)
    from otnet_desktop.app.window import run_window

    return run_window(given)
