"""``python3 -m tests [campaigns] [pytest's arguments]``, ``... mutations`` or ``... benchmarks`` from a fresh checkout.

Without a name or a path the quick tests run, in as many processes as the machine has cores; so do the campaigns.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from otnet_desktop.bootstrap.enter import enter
from otnet_desktop.bootstrap.place import CHECKOUT

enter("tests", ("PySide6", "peewee", "platformdirs", "pytest", "pytestqt", "xdist", "hypothesis"))

from tests.machine import prepare_desktop


def main(arguments: list[str]) -> int:
    """Run pytest; its status is ours."""
    import pytest

    os.chdir(CHECKOUT)
    if arguments[:1] == ["benchmarks"]:
        from tests.benchmarks.__main__ import main as measure

        return measure(arguments[1:])
    if arguments[:1] == ["mutations"]:
        from tests.campaigns.mutate_rules import main as mutate

        return mutate(arguments[1:])
    if arguments[:1] == ["campaigns"]:
        hours = ["-o", "faulthandler_timeout=3600"]  # two minutes are a hang among the quick ones, and nothing here
        options = arguments[1:]
        everywhere = [] if paths_in(options) else ["tests/campaigns"]
        return pytest.main([*hours, *spread("worksteal", options), *everywhere, *options])
    paths = paths_in(arguments)
    if not paths or any("desktop" in Path(path).parts for path in paths):
        prepare_desktop()
    return pytest.main([*spread("loadfile", arguments), *arguments])


def paths_in(arguments: list[str]) -> list[str]:
    """Those that name a file or folder, or a test in one."""
    return [argument for argument in arguments if Path(argument.split("::")[0]).exists()]


def spread(how: str, arguments: list[str]) -> list[str]:
    """In as many processes as there are cores, unless something is asked for."""
    return [] if arguments else ["-n", str(os.cpu_count() or 1), "--dist", how]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
