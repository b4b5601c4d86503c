"""Plays the main job on the sample network through the real windows, and leaves pictures."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.display import DisplayState, probe
from otnet_desktop.domain.errors import BadInput

BEGIN, ZONE = datetime(2026, 3, 18, 10), ZoneInfo("America/New_York")  # noqa: DTZ001 - on the wall of the sample
"""The day the sample network was drawn for, a Wednesday."""


def tour(given: argparse.Namespace) -> Answer:
    """Play it; the list of pictures comes back. Raises BadInput where they cannot be written."""
    out = Path(given.out).expanduser().absolute()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{out} cannot be used ({error.strerror or error}).", "Choose another folder.") from error
    if probe().state is not DisplayState.FINE:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from otnet_desktop.app.touring.journey import play
    from otnet_desktop.app.touring.stage import Stage

    def say(line: str) -> None:
        print(line, file=sys.stderr if given.json else sys.stdout, flush=True)

    with tempfile.TemporaryDirectory(prefix="otnet-tour-") as folder:
        stage = Stage(Path(folder), out, BEGIN.replace(tzinfo=ZONE), ZONE)
        try:
            play(stage, say)
        finally:
            stage.close()
        pictures = [str(path) for path in stage.pictures()]
    return Answer(pictures, (f"{len(pictures)} pictures in {out}",))
