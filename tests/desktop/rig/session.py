"""Using a desktop as a person would: click, type, look, listen."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from tests.desktop.rig import notes
from tests.desktop.rig.kind import DesktopKind
from tests.desktop.rig.needs import SYSTEM_PYTHON
from tests.desktop.rig.notes import Note
from tests.desktop.rig.processes import RigError, wait_for
from tests.desktop.rig.program import Program

ROOT = Path(__file__).parents[3]
PATIENCE_S = 10.0


class Desktop:
    """One running desktop; leaving the ``with`` block ends it and every program on it."""

    def __init__(self, kind: DesktopKind) -> None:
        self.kind = kind
        self._programs: list[Program] = []
        argv = [sys.executable, "-m", "tests.desktop.rig.supervisor", kind.to_text()]
        self._supervisor = subprocess.Popen(
            argv, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        try:
            answer = self._answer()
        except RigError:
            self.close()
            raise
        self.root = Path(answer["root"])
        self.environment: dict[str, str] = answer["environment"]

    # Programs

    def start(self, *argv: str | Path, **environment: str) -> Program:
        """Start a program on the desktop."""
        program = Program([str(part) for part in argv], cwd=ROOT, environment=self.environment | environment)
        self._programs.append(program)
        return program

    def python(self, module: str, *argv: str | Path, **environment: str) -> Program:
        """Start one of the project's modules on the desktop, with the interpreter of the tests."""
        return self.start(sys.executable, "-m", module, *argv, **environment)

    def run(self, *argv: str) -> int:
        """Run a program in the foreground, with the caller's terminal; its status."""
        return subprocess.run(argv, env=self.environment, check=False).returncode

    def ask(self, *argv: str | Path) -> str:
        """Run a program to its end and give its output; complain when it fails."""
        done = subprocess.run(
            [str(part) for part in argv],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if done.returncode:
            raise RigError(
                f"{Path(argv[0]).name} {' '.join(map(str, argv[1:4]))}: {done.stderr.strip() or done.stdout}"
            )
        return done.stdout

    # Mouse and keyboard

    def click(self, x: int, y: int, button: int = 1) -> None:
        """A real click at a place on the screen."""
        self.ask("xdotool", "mousemove", str(x), str(y), "sleep", "0.15", "click", str(button))

    def click_on(self, role: str, label: str, button: int = 1, patience: float = PATIENCE_S) -> None:
        """A real click in the middle of a thing, found as a screen reader finds it (``*`` for any role)."""
        x, y = map(int, self._atspi("where", role, label, "--wait", str(patience)).split())
        self.click(x, y, button)

    def act(self, role: str, label: str, action: str = "") -> None:
        """What a screen reader does instead of a click."""
        self._atspi("act", role, label, "--wait", str(PATIENCE_S), *(["--action", action] if action else []))

    def press(self, *chords: str) -> None:
        """Press keys one after the other, such as ``"ctrl+n", "Tab", "Return"``."""
        for chord in chords:
            self.ask("xdotool", "key", "--clearmodifiers", chord)
            time.sleep(0.1)  # a person's pace; there is nothing to wait for

    def write(self, text: str) -> None:
        """Type ``text`` where the keyboard is."""
        self.ask("xdotool", "type", "--delay", "15", text)

    # Looking

    def picture(self, file: Path) -> Path:
        """The whole screen as a PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self.ask("import", "-silent", "-window", "root", f"png:{file}")
        return file

    def windows(self) -> list[str]:
        """Titles of the windows that the window manager knows."""
        lines = self.ask("wmctrl", "-l").splitlines()
        return [line.split(maxsplit=3)[3] for line in lines if len(line.split(maxsplit=3)) == 4]

    def visible_windows(self, title: str) -> list[str]:
        """X numbers of the windows called ``title`` that are on the screen, neither hidden nor minimised."""
        with contextlib.suppress(RigError):  # its way of saying that there is none
            return self.ask("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()
        return []

    def active_window(self) -> str:
        """Title of the window that has the keyboard; empty when none has."""
        with contextlib.suppress(RigError):
            return self.ask("xdotool", "getactivewindow", "getwindowname").strip()
        return ""

    def tree(self, app: str = "", depth: int = 40) -> list[dict[str, Any]]:
        """What a screen reader is told: nested things with role, name, states, box and children."""
        arguments = ["--app", app] if app else []
        found: list[dict[str, Any]] = json.loads(
            self._atspi("tree", "--json", "--depth", str(depth), "--wait", str(PATIENCE_S), *arguments)
        )
        return found

    def audit(self, app: str = "") -> list[str]:
        """Things on screen that a screen reader could not name, or that are painted by hand with nothing to read."""
        text = self._atspi("audit", "--wait", str(PATIENCE_S), *(["--app", app] if app else []))
        return text.splitlines()

    def walk(self, steps: int, key: str = "Tab", app: str = "") -> list[str]:
        """Press ``key`` so many times; what has the focus before and after each."""
        return self._atspi("walk", str(steps), "--key", key, *(["--app", app] if app else [])).splitlines()

    # Tray and notifications

    def status_icons(self) -> list[str]:
        """Tray icons registered with the panel (StatusNotifierItem), as bus addresses."""
        name, path = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
        get = ["org.freedesktop.DBus.Properties.Get", name, "RegisteredStatusNotifierItems"]
        with contextlib.suppress(RigError):  # no panel
            text = self.ask("gdbus", "call", "--session", "--dest", name, "--object-path", path, "--method", *get)
            return [part for index, part in enumerate(text.split("'")) if index % 2]
        return []

    def place_in_tray(self, colour: str) -> tuple[int, int] | None:
        """Middle of where ``colour`` is in the lower right corner of the screen: how a person finds a tray icon."""
        with TemporaryDirectory() as folder:
            picture = self.picture(Path(folder) / "screen.png")
            corner = ["-gravity", "southeast", "-crop", "200x40+0+0", "-fuzz", "8%", "+transparent", colour, "-trim"]
            box = self.ask("convert", picture, *corner, "-format", "%w %h %X %Y", "info:")
        width, length, x, y = map(int, box.split())
        # ImageMagick trims a picture without that colour to a single point.
        return (x + width // 2, y + length // 2) if width > 4 else None

    def menu(self, of: str) -> tuple[int, int, int, int]:
        """Left, top, width and height of the menu that program ``of`` has open, waiting for it if need be.

        Menus of a tray icon are no part of any window, so a screen reader's tree does not hold them.
        """
        found = wait_for(f"a menu of {of}", lambda: self._menu(of), PATIENCE_S)
        assert found is not None
        return found

    def notes(self) -> list[Note]:
        """Notifications asked for, pressed and gone so far, as the bus saw them."""
        return notes.read((self.root / "log" / "monitor.log").read_text(errors="replace"))

    def wait_for_note(self, wanted: Callable[[Note], bool]) -> Note:
        """The first notification event that fits, waiting for it if need be."""
        return wait_for("a notification", lambda: next(filter(wanted, self.notes()), None), PATIENCE_S) or Note("gone")

    # Changing the desktop

    def start_tray(self, tray: str) -> None:
        """Start a tray now: a late panel, or another one."""
        self._request(f"tray {tray}")

    def start_notifications(self, notify: str) -> None:
        """Start a notification daemon now."""
        self._request(f"notify {notify}")

    def kill(self, part: str) -> None:
        """End one part at once: "display", "bus", "tray", "notifications" or "window manager"."""
        pid = self._pids[part]
        os.kill(pid, signal.SIGKILL)
        wait_for(f"the end of the {part}", lambda: _is_gone(pid))

    def close(self) -> None:
        """End it all."""
        for program in self._programs:
            program.close()
        assert self._supervisor.stdin is not None
        self._supervisor.stdin.close()
        self._supervisor.wait(20)
        assert self._supervisor.stdout is not None
        self._supervisor.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _menu(self, of: str) -> tuple[int, int, int, int] | None:
        with contextlib.suppress(RigError):  # no window fits
            for number in self.ask("xdotool", "search", "--onlyvisible", "--class", of).split():
                told = self.ask("xwininfo", "-id", number)
                shape = dict(line.strip().split(": ") for line in told.splitlines() if line.count(": ") == 1)
                if shape["Override Redirect State"].strip() == "yes" and int(shape["Height"]) > 40:
                    left, top = int(shape["Absolute upper-left X"]), int(shape["Absolute upper-left Y"])
                    return left, top, int(shape["Width"]), int(shape["Height"])
        return None

    def _request(self, line: str) -> None:
        assert self._supervisor.stdin is not None
        print(line, file=self._supervisor.stdin, flush=True)
        self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._supervisor.stdout is not None
        answer: dict[str, Any] = json.loads(self._supervisor.stdout.readline() or '{"error": "the supervisor ended"}')
        if "error" in answer:
            raise RigError(answer["error"])
        self._pids: dict[str, int] = answer["pids"]
        return answer

    def _atspi(self, *arguments: str) -> str:
        return self.ask(SYSTEM_PYTHON, "-m", "tests.desktop.rig.atspi_tool", *arguments)


def _is_gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True
