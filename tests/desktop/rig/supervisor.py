"""The process that holds one desktop: ``python -m tests.desktop.rig.supervisor KIND``.

It answers one line of JSON on standard output (the session, or ``{"error": ...}``), then takes one request a line on
standard input (``tray NAME``, ``notify NAME``: start one more part), answering each. When its input ends it ends the
desktop; so a desktop is gone with whoever asked for it, also when that one was killed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

from tests.desktop.rig import environment
from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.parts import Parts
from tests.desktop.rig.processes import RigError, adopt_orphans, end_everything


def main(kind: DesktopKind) -> None:
    """Hold the desktop until standard input ends."""
    adopt_orphans()
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever asked; the end of input follows
    root = Path(tempfile.mkdtemp(prefix="otnet-desktop-"))
    variables = environment.make(kind, root)
    parts = Parts(kind, root, variables)
    try:
        _answer(parts, parts.start, {"root": str(root), "environment": variables})
        for request in sys.stdin:
            verb, _, name = request.strip().partition(" ")
            change = {"tray": parts.start_tray, "notify": parts.start_notifications}[verb]
            _answer(parts, partial(change, name), {})
    finally:
        end_everything()
        shutil.rmtree(root, ignore_errors=True)


def _answer(parts: Parts, start: Callable[[], None], also: dict[str, object]) -> None:
    try:
        start()
        answer = also | {"pids": parts.pids}
    except (RigError, OSError) as err:
        answer = {"error": str(err)}
    print(json.dumps(answer), flush=True)


def _leave(_number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + signal.SIGTERM)


if __name__ == "__main__":
    os.environ.pop("DISPLAY", None)
    main(DesktopKind.from_text(sys.argv[1]))
