"""Starting and using the small app on a desktop."""

from __future__ import annotations

import shlex
from pathlib import Path

from tests.desktop.rig.processes import wait_for
from tests.desktop.rig.program import Program
from tests.desktop.rig.session import Desktop

TITLE = "Small app"


class Small:
    """The small app running on ``desktop``."""

    def __init__(self, desktop: Desktop, folder: Path, *options: str) -> None:
        self.desktop = desktop
        self.program: Program = desktop.python("tests.desktop.small_app", folder, *options)

    def ready(self) -> Small:
        """Wait until it is up."""
        self.program.wait_for_line("ready")
        return self

    def tell(self, *words: str) -> None:
        """Give it an order, and wait until it is done."""
        self.program.tell(shlex.join(words))
        self.program.wait_for_line(f"done {words[0]}")

    def where(self) -> str:
        """Its own word for where its window is: shown, hidden or minimised."""
        self.program.tell("where")
        return self.program.wait_for_line("window ").removeprefix("window ")

    def wait_until_window_is(self, where: str) -> None:
        """The window gets there after a while."""
        wait_for(f"a window that is {where}", lambda: self.where() == where, 10)

    def close_window(self) -> None:
        """Close it as the window manager's button does."""
        wait_for("the window", lambda: TITLE in self.desktop.windows(), 10)
        self.desktop.ask("wmctrl", "-c", TITLE)
