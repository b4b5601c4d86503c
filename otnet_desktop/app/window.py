"""The window, from the command line to the first frame.

The shortest way there: the lock on the folder, Qt, the first people read by plain SQL and painted at once. When they
are on the screen, the window is furnished (theme, bars, a list one can use), and when that is, everything else follows
(``running``: the data, the panes, tray, clock, later starts).
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from otnet_desktop.app.instance import FolderLock
from otnet_desktop.app.paths import folder_for
from otnet_desktop.domain.errors import OtnetError

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from otnet_desktop.app.gate import Gate
    from otnet_desktop.app.porch import Porch
    from otnet_desktop.app.running import Running
    from otnet_desktop.store.keys import Key
    from otnet_desktop.ui.theme.theme import Theme

FIRST_PEOPLE = 40
"""More than the tallest screens have rows for."""

MOST_UNHEARD = 20
"""Mistakes kept until somebody can be told: a frame that fails is painted again and again."""

LIVING_MS = 3000
"""A window that stood so long has lived."""

UNSEEN_MS = 1500
"""A window that starts minimised or out of sight is never painted; then the program goes on all the same."""


def run_window(given: argparse.Namespace) -> int:
    """Open the window on a data folder; the exit status comes back when the program ends.

    Raises DataUnavailable when the folder cannot be used, or when another copy keeps it and does not answer.
    """
    gc.disable()  # what is made before the first frame stays anyway
    folder = folder_for(given)
    lock = FolderLock(folder)
    if not lock.acquire() and not _is_first(lock, folder, given.files):
        return 0
    start = Start(given, folder)
    try:
        return start.run()
    finally:
        lock.release()
        if start.starts_again:
            from otnet_desktop.app.again import start_as_usual

            start_as_usual(given)


class Start:
    """One start: the application, its first frame, and what comes after it."""

    def __init__(self, given: argparse.Namespace, folder: Path) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from otnet_desktop.app.plain_import import take_back_import
        from otnet_desktop.app.whole_errors import make_errors_whole

        take_back_import()
        make_errors_whole()
        from otnet_desktop.app.identity import APPLICATION_ID, introduce
        from otnet_desktop.app.starts import Starts

        self._given = given
        self._folder = folder
        self._app = QApplication([APPLICATION_ID, "-style", "fusion"])  # else the desktop's own is loaded for nothing
        introduce(self._app)
        self._app.setQuitOnLastWindowClosed(False)
        self._theme: Theme | None = None
        self._running: Running | None = None
        self._gate: Gate | None = None
        self._porch: Porch | None = None
        self._key: Key | None = None
        """Opens protected data."""
        self._trouble: Exception | None = None
        self.starts_again = False
        """Whether another copy is to start when this one has ended."""
        self._unheard: list[BaseException] = []
        """What failed while there was no window yet, or no more, to tell of it."""
        sys.excepthook = self._hear
        self._starts = Starts(folder)
        self._living = QTimer(singleShot=True, interval=LIVING_MS)
        self._living.timeout.connect(self._starts.lived)
        self._unseen = QTimer(singleShot=True, interval=UNSEEN_MS)
        self._unseen.timeout.connect(self._hurry)

    def run(self) -> int:
        """Until the program is asked to end. Raises what kept it from starting, after the window has told of it."""
        from otnet_desktop.app.starts import ENOUGH

        failed = self._starts.begin()
        if failed >= ENOUGH and not (self._given.safe_mode or self._given.hidden):
            self._offer_safe_mode()
        else:
            self._open()
        status = self._app.exec()
        self._leave_porch()
        if self._gate is not None:
            self._gate.close()
            self._starts.lived()
        if self._running is not None:
            self._starts.lived()
            self.starts_again = self._running.starts_again
            self._running.end()
        if self._unheard:
            from otnet_desktop.app.own_mistake import log

            for error in self._unheard:
                log(error, self._folder)
        if self._trouble is not None:
            raise self._trouble
        return status

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that Qt would have printed and forgotten."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif len(self._unheard) < MOST_UNHEARD:
            self._unheard.append(error.with_traceback(trace))

    def _offer_safe_mode(self) -> None:
        from otnet_desktop.app.resources import offer_to_qt
        from otnet_desktop.ui.safe_mode_offer import SafeModeOffer
        from otnet_desktop.ui.theme.theme import Scheme, Theme

        offer_to_qt()
        Theme(self._app, Scheme.SYSTEM, 1.0).apply()
        self._offer = SafeModeOffer()
        self._offer.finished.connect(self._take_answer)
        self._offer.open()
        self._hear_later_starts(self._offer)

    def _take_answer(self, accepted: int) -> None:
        self._leave_porch()
        self._given.safe_mode = bool(accepted)
        self._open()

    def _open(self) -> None:
        from otnet_desktop.store.mark import mark_of
        from otnet_desktop.store.passport import FILE_NAME
        from otnet_desktop.ui.geometry import Kept
        from otnet_desktop.ui.main_window import MainWindow

        self._kept = Kept(self._folder, remembers=not self._given.safe_mode)
        self._window = MainWindow(self._kept)
        self._window.painted.connect(self._go_on)
        if mark_of(self._folder / FILE_NAME) is not None:
            self._ask()
        elif self._given.hidden:
            self._hurry()
        else:
            self._begin_seen()

    def _ask(self) -> None:
        """The data are protected: nothing of them can be shown before somebody says the passphrase."""
        from otnet_desktop.app.gate import Gate

        self._gate = Gate(self._app, self._window, self._kept, self._folder)
        self._gate.opened.connect(self._enter)
        self._app.setQuitOnLastWindowClosed(True)  # there is no tray yet to come back from
        self._gate.ask(hidden=self._given.hidden)
        self._hear_later_starts(self._window)
        self._starts.wait()

    def _enter(self, key: Key) -> None:
        self._key = key
        self._starts.begin()
        self._app.setQuitOnLastWindowClosed(False)
        self._go_in()
        self._unseen.start()

    def _begin_seen(self) -> None:
        try:
            self._show_people()
            self._unseen.start()
        except Exception as error:  # noqa: BLE001 - without a first frame there is a window all the same
            self._unheard.append(error)
            self._unseen.start(0)

    def _show_people(self) -> None:
        """The first frame: a window with people in it, and nothing else."""
        from otnet_desktop.store.first_people import first_people
        from otnet_desktop.ui.first_frame import FirstFrame
        from otnet_desktop.ui.theme.first_look import first_look

        look = first_look(self._kept.scheme(), self._kept.text_scale())
        people = first_people(self._folder, FIRST_PEOPLE)
        frame = FirstFrame(look, people, self._kept.person(), self._kept.list_place())
        frame.painted.connect(self._go_in)
        self._window.setCentralWidget(frame)
        self._window.show()

    def _go_in(self) -> None:
        """The first frame is on the screen."""
        try:
            self._furnish()
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody may be left with half a window
            self._tell(error)

    def _furnish(self) -> None:
        """After the first frame: a window one can use, as far as it goes without the data."""
        from otnet_desktop.app.identity import give_icon
        from otnet_desktop.app.resources import offer_to_qt
        from otnet_desktop.app.zone import this_moment
        from otnet_desktop.store.glance import first_page
        from otnet_desktop.ui.theme.theme import Theme

        offer_to_qt()
        give_icon(self._app)
        self._theme = Theme(self._app, self._kept.scheme(), self._kept.text_scale())
        self._theme.apply()
        self._window.furnish(this_moment)
        if self._key is None:  # else nothing can be read yet, and nobody is no answer
            glance = first_page(self._folder)
            self._window.show_first(glance.rows, glance.due)

    def _hurry(self) -> None:
        """Nobody sees the window: do not wait for its frames."""
        if self._theme is None:
            self._go_in()
        self._go_on()

    def _go_on(self) -> None:
        """Once, after the first furnished frame."""
        if self._running is not None or self._trouble is not None:
            return
        self._unseen.stop()
        try:
            self._begin()
        except Exception as error:  # noqa: BLE001 - the same
            self._tell(error)

    def _begin(self) -> None:
        assert self._theme is not None, "the window is furnished"
        from otnet_desktop.app.collector import Collector
        from otnet_desktop.app.running import Running

        gc.freeze()
        self._leave_porch()  # what follows listens by itself
        collector = Collector(self._app)
        self._running = Running(self._app, self._window, self._theme, self._kept, self._folder, self._given, self._key)
        collector.rest_while(self._running.tasks.are_under_way)
        self._running.recovering.connect(self._hear_later_starts)
        self._running.begin()
        self._living.start()
        while self._unheard:
            self._running.trouble.hear(self._unheard.pop(0))

    def _tell(self, error: Exception) -> None:
        """It cannot go on: say so in the window, as far as that goes, and end with it."""
        from otnet_desktop.app.start_trouble import in_words, show_trouble

        self._unseen.stop()
        self._trouble = in_words(error)
        if isinstance(error, OtnetError):
            self._starts.lived()
        show_trouble(error, self._window, self._folder, self._key, self._start_again)
        if self._running is None:  # else it hears them
            self._hear_later_starts(self._window)

    def _hear_later_starts(self, window: QWidget) -> None:
        """There is no more than a page yet, and it may stand there for long."""
        from otnet_desktop.app.porch import Porch

        if self._porch is None:
            self._porch = Porch(self._folder, self._given.files, self._app)
        self._porch.stand(window)

    def _leave_porch(self) -> None:
        if self._porch is not None:
            self._porch.close()
            self._porch = None

    def _start_again(self) -> None:
        """The data can be opened: as from the beginning."""
        self._trouble = None
        self.starts_again = True
        self._app.quit()


def _is_first(lock: FolderLock, folder: Path, files: list[str]) -> bool:
    from otnet_desktop.app.instance import address, enter
    from otnet_desktop.app.paths import runtime_folder

    return enter(lock, address(folder, runtime_folder()), map(Path, files))
