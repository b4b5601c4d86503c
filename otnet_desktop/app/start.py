"""Opens the window, or does its job in the terminal where no window can open."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from otnet_desktop.app.arguments import COMMANDS
from otnet_desktop.app.display import DisplayState, probe
from otnet_desktop.domain.errors import BadInput, MachineLacks


def start(given: argparse.Namespace) -> int:
    """The window; without any display what is due, as an editor would. Raises MachineLacks for a broken one."""
    expect_files(given.files)
    verdict = probe()
    if verdict.state is DisplayState.ABSENT:
        from otnet_desktop.app.commands.run import run_command
        from otnet_desktop.app.one_line import complain

        bring_in = " `otnet-desktop import FILE` brings files in;" if given.files else ""
        complain(
            f"{verdict.sentence} Here is what is due;{bring_in} "
            "`otnet-desktop tour --out DIR` shows the windows in pictures."
        )
        given.at, given.upcoming = None, False
        return run_command("due", given)
    if verdict.state is not DisplayState.FINE:
        raise MachineLacks(verdict.sentence)
    from otnet_desktop.app.window import run_window

    return run_window(given)


def expect_files(names: Sequence[str]) -> None:
    """Raises BadInput for a bare word that is no file: it was meant to be a command."""
    for name in names:
        if "." in name or os.sep in name or os.path.lexists(name):
            continue
        from difflib import get_close_matches

        meant = get_close_matches(name, COMMANDS, n=1)
        hint = f"Did you mean `{meant[0]}`?" if meant else "`otnet-desktop --help` lists the commands."
        raise BadInput(f"There is no command and no file called {name!r}.", hint)
