"""Starting with the desktop's session, only where the user asked for it.

The freedesktop way (https://specifications.freedesktop.org/autostart-spec/latest/): one file in the user's autostart
folder. Other systems have ways of their own, which are not written yet; ``is_offered`` says so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from otnet_desktop.app.identity import APPLICATION_ID, DISPLAY_NAME
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.store.private_files import make_folder, write_private

RESERVED = str.maketrans({character: f"\\{character}" for character in '"`$\\'})
"""Inside the quotation marks of an argument; the specification of desktop entries names exactly these."""


def is_offered() -> bool:
    """Whether this system starts programs the freedesktop way."""
    return sys.platform not in ("win32", "darwin")


def entry_path() -> Path:
    """Where the user's entry is, or would be."""
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / f"{APPLICATION_ID}.desktop"


def is_on() -> bool:
    """Whether the program will start with the session; the user may also have removed the file by hand."""
    return entry_path().exists()


def turn_on(command: Sequence[str] | None = None) -> None:
    """Write the entry. ``command`` starts with an absolute path (default: the way this program was started)."""
    program, *arguments = command or own_command()
    path = entry_path()
    try:
        make_folder(path.parent)
        write_private(path.resolve(), _entry(program, arguments).encode())
    except OSError as err:
        raise NotSaved("Starting with the session could not be turned on.", str(err)) from err


def turn_off() -> None:
    """Remove the entry if it is there."""
    try:
        entry_path().unlink(missing_ok=True)
    except OSError as err:
        raise NotSaved("Starting with the session could not be turned off.", str(err)) from err


def own_command() -> list[str]:
    """How to start this very program again, from any folder."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    installed = Path(sys.executable).with_name("otnet-desktop")
    if installed.exists():
        return [str(installed)]
    # A checkout: the package is found beside its own folder only.
    start = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); "
    return [sys.executable, "-c", start + "from otnet_desktop.app.main import main; sys.exit(main())"]


def _entry(program: str, arguments: Sequence[str]) -> str:
    line = " ".join(_quoted(argument) for argument in (program, *arguments, "--hidden"))
    values = {
        "Type": "Application",
        "Version": "1.4",
        "Name": DISPLAY_NAME,
        "Icon": APPLICATION_ID,
        # A program that was moved or removed is passed over in silence.
        "TryExec": program,
        "Exec": line,
        "Terminal": "false",
        "StartupNotify": "false",
        "X-GNOME-Autostart-enabled": "true",
    }
    lines = [f"{key}={_escaped(value)}" for key, value in values.items()]
    return "\n".join(["[Desktop Entry]", *lines, ""])


def _quoted(argument: str) -> str:
    """One argument of a command line in a desktop entry; a per cent sign would begin a field code."""
    return f'"{argument.translate(RESERVED)}"'.replace("%", "%%")


def _escaped(value: str) -> str:
    """A value of any key: this happens on top of the quoting of arguments."""
    return value.replace("\\", "\\\\").replace("\n", "\\n")
