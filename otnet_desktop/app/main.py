"""Where the program begins: a command for the terminal, or the window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from otnet_desktop import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit status."""
    parser = argparse.ArgumentParser(prog="otnet-desktop", description="A private contact organizer.")
    parser.add_argument("--version", action="version", version=f"OTnet Desktop {__version__}")
    parser.parse_args(arguments)
    return 0
