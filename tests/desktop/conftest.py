"""Tests on a real desktop: a real X display, window manager, tray, notification daemon and screen-reader bus.

    def test_something(desktop):
        desk = desktop(tray="trayer", notify="xfce")          # any field of rig.kind.DesktopKind; default: like most
        app = desk.python("otnet_desktop", "--data-dir", folder)   # or desk.start("any-program", ...)
        app.wait_for_line("ready")                            # what the program prints
        desk.click_on("push button", "Thank Renata")          # real mouse and keyboard: click, click_on, press, write
        note = desk.wait_for_note(lambda note: note.event == "asked")
        assert desk.audit(app="otnet") == []                  # tree, audit and walk: what a screen reader is told
        desk.picture(tmp_path / "seen.png")

``desktop(...)`` takes about a second; what it started is gone after the test, also when the test was killed. A desktop
can be changed while a program runs (``start_tray``, ``start_notifications``, ``kill``). By hand:
``python3 -m tests.desktop.rig --help``.

Where the programs are missing the tests are skipped and say which; on a build machine (``CI=true``) they fail.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.needs import missing
from tests.desktop.rig.session import Desktop

StartDesktop = Callable[..., Desktop]


@pytest.fixture
def desktop() -> Iterator[StartDesktop]:
    """Start a throw-away desktop of the kind asked for; it ends with the test."""
    with ExitStack() as started:

        def start(**kind: Any) -> Desktop:  # noqa: ANN401  (the fields of DesktopKind)
            wanted = DesktopKind(**kind)
            if lacking := missing(wanted):
                text = f"this machine lacks {', '.join(lacking)}"
                if os.environ.get("CI") == "true":
                    pytest.fail(text)
                pytest.skip(text)
            return started.enter_context(Desktop(wanted))

        yield start
