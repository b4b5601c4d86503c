"""A desktop by hand.

    python3 -m tests.desktop.rig [--tray none] [--dark] ... -- CMD ARG...
    python3 -m tests.desktop.rig --picture FILE.png --after "a line it prints" -- CMD ARG...

Runs a command on a throw-away desktop and ends with its status. ``--picture`` takes a picture of the screen when the
command has printed a line that contains ``--after`` (or at once), and then ends it.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import typing
from pathlib import Path

from tests.desktop.rig import kind, needs
from tests.desktop.rig.session import Desktop


def main() -> int:
    """Read the command line and run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, choices in (("tray", kind.Tray), ("notify", kind.Notify), ("wm", kind.WindowManager)):
        parser.add_argument(f"--{name}", choices=typing.get_args(choices), default=getattr(kind.DesktopKind, name))
    for name in ("bus", "x", "a11y"):
        parser.add_argument(f"--no-{name}", dest=name, action="store_false")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default=kind.DesktopKind.size)
    parser.add_argument("--dpi", type=int, default=kind.DesktopKind.dpi)
    parser.add_argument("--desktop-name", default=kind.DesktopKind.desktop_name)
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--after", default="")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    fields = {field.name for field in dataclasses.fields(kind.DesktopKind)}
    wanted = kind.DesktopKind(**{name: value for name, value in vars(options).items() if name in fields})
    if lacking := needs.missing(wanted):
        print(f"This machine lacks: {' '.join(lacking)}", file=sys.stderr)
        return 3
    with Desktop(wanted) as desktop:
        if options.picture is None:
            return desktop.run(*options.command)
        program = desktop.start(*options.command)
        program.wait_for_line(options.after)
        desktop.picture(options.picture)
        return 0


if __name__ == "__main__":
    sys.exit(main())
