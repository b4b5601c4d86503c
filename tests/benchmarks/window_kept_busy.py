"""Gives the program's own window long work: ``python -m tests.benchmarks.window_kept_busy DIR NOW FILE [--all]``.

FILE is a file of cards to be brought in; ``--all`` goes on with everything else that takes long. What is printed is
JSON: for each activity the gaps between turns of the event loop (``gaps.Gaps``).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QThreadPool, QTimer

from otnet_desktop.app import window
from otnet_desktop.app.main import main
from otnet_desktop.services.exporting import ARCHIVE, CALENDAR, GOOGLE, TABLE, VCARD_3, VCARD_4
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.duplicates.twice_page import TwicePage
from otnet_desktop.ui.exchange.export_form import ExportForm
from otnet_desktop.ui.exchange.import_page import ImportPage
from tests.benchmarks.gaps import Pulse

SETTLE_MS = 5_000
IDLE_TURNS = 500
QUIET_TURNS = 200
"""Turns to go on after the work is done: what follows of it belongs to it."""

FORMATS = (VCARD_4, VCARD_3, TABLE, GOOGLE, CALENDAR, ARCHIVE)

IsOver = Callable[[], bool]


class Start(window.Start):
    """The program, kept busy when it has settled."""

    def _go_on(self) -> None:
        if self._running is None:
            super()._go_on()
            QTimer.singleShot(SETTLE_MS, self._keep_busy)

    def _keep_busy(self) -> None:
        assert self._running is not None
        sys.excepthook = fail
        self._told: dict[str, object] = {}
        self._turns = 0
        self._activity = ""
        self._is_over: IsOver = bool
        self._todo = self._activities(Path(sys.argv[3]))
        self._pulse = Pulse(self._turn, self._running)
        self._next()
        self._pulse.start()

    def _turn(self) -> None:
        if not self._is_over() or not self._is_idle():
            self._turns = 0
            return
        self._turns += 1
        if self._turns > QUIET_TURNS:
            self._told[self._activity] = self._pulse.take().told()
            self._next()

    def _next(self) -> None:
        self._turns = 0
        step = next(self._todo, None)
        if step is None:
            self._pulse.stop()
            print(json.dumps(self._told))
            self._window.intents.quit_wanted.emit()
        else:
            self._activity, self._is_over = step

    def _is_idle(self) -> bool:
        """Whether no worker is at work."""
        assert self._running is not None
        pool = self._running.tasks.findChild(QThreadPool)
        assert isinstance(pool, QThreadPool)
        return pool.activeThreadCount() == 0

    def _activities(self, file: Path) -> Iterator[tuple[str, IsOver]]:
        """What is begun, its name, and when it is over."""
        turns = iter(range(IDLE_TURNS))
        yield "idle", lambda: next(turns, None) is None
        if "--all" in sys.argv:
            yield from self._twins()
            with tempfile.TemporaryDirectory() as folder:
                for name in FORMATS:
                    yield f"written as {name}", self._write_out(name, Path(folder) / name)
            self._window.intents.backup_wanted.emit()
            yield "backed up", self._is_idle
            yield from self._delete()
        yield from self._bring_in(file)

    def _bring_in(self, file: Path) -> Iterator[tuple[str, IsOver]]:
        asides = self._window.asides
        self._window.intents.import_wanted.emit([str(file)])
        yield "read and planned", lambda: isinstance(asides.shown, ImportPage)
        page = asides.shown
        assert isinstance(page, ImportPage)
        yield "previewed", self._look_through(page)
        page.accept_button.click()
        yield "brought in", lambda: asides.shown is None

    def _look_through(self, page: ImportPage) -> IsOver:
        """What one does before one agrees, a thing at each turn."""

        def steps() -> Iterator[None]:
            for key in ("new", "all"):
                page.chips.check(key)
                page.chips.changed.emit()
                yield
            for letter in "conference":
                page.tags.line.insert(letter)
                yield
            page.table.selectAll()
            yield
            page.table.clearSelection()
            yield
            page.tags.line.clear()

        todo = steps()
        return lambda: next(todo, self) is self

    def _twins(self) -> Iterator[tuple[str, IsOver]]:
        asides = self._window.asides
        self._window.intents.twice_wanted.emit()
        yield "compared for twins", self._is_idle
        assert isinstance(asides.shown, TwicePage)
        asides.leave()

    def _write_out(self, name: str, out: Path) -> IsOver:
        """With the form: what would leave is looked through first, then written."""
        self._window.intents.export_wanted.emit()
        form = self._window.findChildren(ExportForm)[-1]
        form.kind.choose(name)
        form.private.setChecked(form.private.isEnabled())
        form.path.setText(str(out))
        begun: list[bool] = []

        def is_over() -> bool:
            if self._is_idle() and not begun:
                begun.append(form.save())
            return out.exists()

        return is_over

    def _delete(self) -> Iterator[tuple[str, IsOver]]:
        assert self._running is not None
        several, actions = self._window.people.several, self._running.life.actions
        assert several is not None
        self._window.people.view.selectAll()
        several.delete()
        yield "deleted", self._is_idle
        actions[Act.UNDO].trigger()
        yield "undeleted", self._is_idle


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A benchmark that cannot go on ends there, and says why."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


if __name__ == "__main__":
    window.Start = Start  # type: ignore[misc]
    main(["--data-dir", sys.argv[1], "--now", sys.argv[2]])
