"""The real program on a desktop, with a data folder filled by its own command line."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from otnet_desktop.store.first_people import first_people
from tests.desktop.rig.processes import RigError, wait_for
from tests.desktop.rig.program import Program
from tests.desktop.rig.session import ROOT, Desktop

NAME = "OTnet Desktop"
NAME_ON_BUS = "OTnet"
TITLE = f"([0-9]+ due - )?{NAME}"
STOPS_IN_WINDOW = 40
MOST_LOOKS = 20
"""At what has the keyboard, before giving up; each takes about a third of a second."""
DUE_AT = "2026-03-18T11:30"
"""A Wednesday, two hours after the end of the meeting in ``THANKS_DUE``."""

THANKS_DUE: dict[str, Any] = {
    "people": [
        {"id": "renata", "given": "Renata", "family": "Núñez", "email": "renata@larchmont.example"},
        {"id": "dana", "given": "Dana", "family": "Ruiz", "email": "dana@bayridge.example"},
    ],
    "facts": [
        {"type": "add_person", "pid": "renata", "at": "2026-03-16T09:00"},
        {"type": "add_person", "pid": "dana", "at": "2026-03-16T09:05"},
        {
            "type": "meeting",
            "mid": "m1",
            "pids": ["renata"],
            "start": "2026-03-18T09:00",
            "end": "2026-03-18T09:30",
            "fmt": "virtual",
            "at": "2026-03-17T09:00",
        },
        {"type": "outcome", "mid": "m1", "outcome": "held", "at": "2026-03-18T09:40"},
    ],
}


def ask(folder: Path, command: str, *options: str, now: str = DUE_AT, zone: str = "UTC") -> Any:  # noqa: ANN401  (whatever JSON holds)
    """What a command of the program answers, while the window may be open."""
    argv = [sys.executable, "-m", "otnet_desktop", command, *options, "--data-dir", str(folder), "--now", now, "--json"]
    environment = os.environ | {"TZ": zone}
    done = subprocess.run(argv, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        raise RigError(f"{command}: {done.stderr}")
    return json.loads(done.stdout)


def fill(folder: Path, network: dict[str, Any], now: str = DUE_AT, zone: str = "UTC") -> Path:
    """A data folder in which ``network`` was told."""
    told = folder.with_suffix(".json")
    told.write_text(json.dumps(network), "utf-8")
    ask(folder, "sample", "--from", str(told), now=now, zone=zone)
    return folder


class Real:
    """The program running on ``desktop``. Its clock stands at ``now``; empty: the machine's own."""

    def __init__(self, desktop: Desktop, folder: Path, *options: str | Path, now: str = DUE_AT) -> None:
        self.desktop = desktop
        self.folder = folder
        self._left_behind = self._sockets()
        clock = ["--now", now] if now else []
        self.program: Program = desktop.python("otnet_desktop", "--data-dir", folder, *clock, *options)

    def ready(self) -> Real:
        """Wait until it hears later starts: then everything else of it is there too."""
        wait_for("the program", lambda: self._is_over() or self._sockets() - self._left_behind)
        return self

    def shown(self) -> Real:
        """Wait until its window is on the screen and, where a window manager says so, has the keyboard."""
        self.ready()
        has_manager = self.desktop.kind.wm != "none"
        wait_for("the window", self.is_in_front if has_manager else self.is_on_screen)
        return self

    def is_in_front(self) -> bool:
        """Whether the main window has the keyboard."""
        return re.fullmatch(TITLE, self.desktop.active_window()) is not None

    def is_on_screen(self) -> bool:
        """Whether the main window is neither hidden nor minimised."""
        return bool(self.desktop.visible_windows(TITLE))

    def is_in_task_bar(self) -> bool:
        """Whether the window manager knows the main window, minimised or not."""
        return any(re.fullmatch(TITLE, title) for title in self.desktop.windows())

    def close_window(self) -> None:
        """Close it as the window manager's button does."""
        self.desktop.ask("wmctrl", "-c", NAME)

    def sees(self, part: str) -> bool:
        """Whether something on the screen is called so or says so, as a screen reader is told."""
        return any(part in words for tree in self.desktop.tree(NAME_ON_BUS) for words in shown_words(tree))

    def wait_to_see(self, part: str) -> None:
        """Until something on the screen is called so or says so."""
        wait_for(f"the words {part}", lambda: self.sees(part), 10)

    def faults(self) -> list[str]:
        """What a screen reader could not name."""
        return self.desktop.audit(NAME_ON_BUS)

    def focus(self) -> str:
        """Role and name of what has the keyboard, as a screen reader is told."""
        return self.desktop.walk(0, app=NAME_ON_BUS)[0]

    def wait_for_focus(self, part: str) -> str:
        """Wait until what has the keyboard is called so."""
        seen = [self.focus()]
        while part not in seen[-1]:
            if len(seen) > MOST_LOOKS:
                raise RigError(
                    f"the keyboard is at {seen[-1]}, not at {part} (before: {', '.join(dict.fromkeys(seen))})"
                )
            seen.append(self.focus())
        return seen[-1]

    def tab_to(self, part: str) -> None:
        """Press Tab until what has the keyboard is called so; once round the window at most."""
        for _ in range(STOPS_IN_WINDOW):
            if part in self.focus():
                return
            self.desktop.press("Tab")
        raise RigError(f"Tab does not come to {part}")

    def write_notes(self, text: str) -> None:
        """From the list into the notes of whoever is chosen, to their end, and type there."""
        self.desktop.press("Return")
        self.wait_for_focus("'Edit person'")
        self.tab_to("text 'Notes'")
        self.desktop.press("ctrl+End")
        self.desktop.write(text)

    def has(self, name: str) -> bool:
        """Whether somebody called so is in its data, which are read without starting another program."""
        return name in [person.name for person in first_people(self.folder, 10)]

    def troubles(self) -> list[str]:
        """Lines it should not have printed, and its log of what went wrong."""
        log = self.folder / "trouble.log"
        told = [line for line in self.program.complaints if not is_noise(line)]
        return told + (log.read_text("utf-8").splitlines() if log.exists() else [])

    def end(self) -> None:
        """Ask it to end, as at log-out; it does, with nothing to complain of."""
        self.program.send(signal.SIGTERM)
        assert self.program.wait() == 0
        assert self.troubles() == []

    def _sockets(self) -> set[tuple[str, int]]:
        """Where a program listens; a killed one leaves its socket behind, and the next puts another in its place."""
        return {(str(path), path.stat().st_ino) for path in (self.desktop.root / "runtime").glob("otnet-*")}

    def _is_over(self) -> bool:
        if (status := self.program.status()) is not None:
            raise RigError(f"the program ended with {status}: {self.program.complaints}")
        return False


def shown_words(node: dict[str, Any]) -> Iterator[str]:
    """Names of everything on the screen, and the text in it."""
    if "showing" in node["states"]:
        yield from (node["name"], node.get("text", ""))
    for child in node.get("children", ()):
        yield from shown_words(child)


def is_noise(line: str) -> bool:
    """Words of Qt and GTK about a desktop without a portal and a screen reader without a voice, not about us."""
    return not line.strip() or line.startswith(("qt.", " Check your DBus")) or "-CRITICAL **" in line
