"""Opens the data, runs one command, prints its answer."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.commands.clocks import clock_for, settle_clock, zone
from otnet_desktop.app.commands.passphrases import key_of_data
from otnet_desktop.app.one_line import complain, on_one_line
from otnet_desktop.app.paths import data_folder
from otnet_desktop.app.resources import load_material
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.history import Origin, Source
from otnet_desktop.services.workspace import Workspace, open_workspace

Command = Callable[[Workspace, argparse.Namespace], Answer]

MADE_BETWEEN_LOOKS = 50_000
"""So many objects more are there before Python looks for circles among them: a command makes few, and ends soon."""


def run_command(command: str, given: argparse.Namespace) -> int:
    """Run a command and print what it answers; the exit status comes back."""
    if command in WITHOUT_DATA:
        answer = WITHOUT_DATA[command]()(given)
    else:
        with opened(given) as workspace, looking_seldom():
            answer = commands()[command](workspace, given)
    print_answer(answer, as_json=given.json)
    for complaint in answer.complaints:
        complain(complaint)
    return answer.status


@contextmanager
def looking_seldom() -> Iterator[None]:
    """Without it a twentieth of an import is spent on looking for circles that are not there."""
    before = gc.get_threshold()
    gc.set_threshold(MADE_BETWEEN_LOOKS)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def opened(given: argparse.Namespace) -> Iterator[Workspace]:
    """The data folder the command is about. Raises DataUnavailable."""
    source = Source(Origin.COMMAND_LINE)
    searches = bool(getattr(given, "query", None))  # what else a word may mean is read only where somebody searches
    material = load_material() if searches else None
    folder = data_folder(given.data_dir)
    workspace = open_workspace(folder, clock_for(given), zone, material, source, key_of_data(folder))
    try:
        settle_clock(workspace)
        workspace.reminders.catch_up()
        yield workspace
    finally:
        workspace.close()


def commands() -> dict[str, Command]:
    """Every command that works on the data of one folder."""
    from otnet_desktop.app.commands import care, doing, exchanging, looking, protecting, showing

    return {
        "people": looking.people,
        "show": showing.show,
        "due": doing.due,
        "agenda": doing.agenda,
        "sample": exchanging.sample,
        "import": exchanging.bring_in,
        "export": exchanging.write_out,
        "duplicates": looking.duplicates,
        "backup": care.backup,
        "check": care.check,
        "protect": protecting.protect,
    }


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """The answer for a machine or for a reader. Raises NotSaved where it cannot be written."""
    if sys.stdout is None:  # closed by whoever started us
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that knows only some letters shows the others so
    try:
        _print(answer, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        with suppress(OSError):
            sys.stdout.close()  # or Python would try once more at its end
        raise NotSaved(f"The answer could not be written ({error.strerror or error}).") from error


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        json.dump(answer.data, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return
    for line in answer.lines:
        print(on_one_line(line))


def _restore() -> Callable[[argparse.Namespace], Answer]:
    from otnet_desktop.app.commands.care import restore

    return restore


def _backups() -> Callable[[argparse.Namespace], Answer]:
    from otnet_desktop.app.commands.care import backups

    return backups


def _tour() -> Callable[[argparse.Namespace], Answer]:
    from otnet_desktop.app.commands.touring import tour

    return tour


WITHOUT_DATA: dict[str, Callable[[], Callable[[argparse.Namespace], Answer]]] = {
    "restore": _restore,
    "backups": _backups,
    "tour": _tour,
}
"""Commands that must work although the data cannot be opened, or that bring their own."""
