"""Our own mistakes: told, logged, without a word about people, and never swallowed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.app.trouble import LARGEST_LOG, LOG, Trouble, write
from otnet_desktop.ui.trouble.report import report_of
from otnet_desktop.ui.trouble.trouble_form import TroubleForm
from tests.services.clocks import SettableClock

SECRET = "Renata told me about her divorce"


class Bell(QObject):
    rung = Signal(str)


def fail(text: str) -> None:
    raise KeyError(text)


def fail_twice(text: str) -> None:
    try:
        fail(text)
    except KeyError as error:
        raise ValueError(text) from error


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def trouble(window: QWidget, tmp_path: Path, clock: SettableClock) -> Iterator[Trouble]:
    made = Trouble(tmp_path, clock, window)
    made.listen()
    yield made
    made.close()


def forms(window: QWidget) -> list[TroubleForm]:
    return [form for form in window.findChildren(TroubleForm) if form.isVisible()]


def ring(text: str) -> None:
    bell = Bell()
    bell.rung.connect(fail)
    bell.rung.emit(text)


def test_an_exception_in_a_slot_is_told_and_logged(
    qtbot: QtBot, trouble: Trouble, window: QWidget, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ring(SECRET)
    qtbot.waitUntil(lambda: len(forms(window)) == 1)
    log = (tmp_path / LOG).read_text()
    assert "KeyError" in log
    assert "in fail" in log
    assert (tmp_path / LOG).stat().st_mode & 0o777 == 0o600
    for text in (log, forms(window)[0].text.toPlainText(), capsys.readouterr().err):
        assert "Renata" not in text
        assert str(Path.home()) not in text


def test_only_one_report_is_on_the_screen(qtbot: QtBot, trouble: Trouble, window: QWidget, tmp_path: Path) -> None:
    ring("a")
    ring("b")
    qtbot.waitUntil(lambda: len(forms(window)) == 1)
    QApplication.processEvents()
    assert len(forms(window)) == 1
    assert (tmp_path / LOG).read_text().count("KeyError") == 2
    forms(window)[0].leave.click()
    ring("c")
    qtbot.waitUntil(lambda: len(forms(window)) == 1)


def test_the_report_can_be_copied(qtbot: QtBot, trouble: Trouble, window: QWidget) -> None:
    ring(SECRET)
    qtbot.waitUntil(lambda: len(forms(window)) == 1)
    forms(window)[0].copy.click()
    assert "KeyError" in QGuiApplication.clipboard().text()


def test_an_exception_in_a_thread_is_told_too(qtbot: QtBot, trouble: Trouble, window: QWidget) -> None:
    thread = threading.Thread(target=fail, args=(SECRET,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(forms(window)) == 1)


def test_it_lets_go_of_the_hooks(window: QWidget, tmp_path: Path, clock: SettableClock) -> None:
    before = sys.excepthook, threading.excepthook
    made = Trouble(tmp_path, clock, window)
    made.listen()
    made.close()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_report_tells_causes_and_no_values() -> None:
    with pytest.raises(ValueError, match="Renata") as raised:
        fail_twice(SECRET)
    report = report_of(raised.value)
    assert report.index("KeyError") < report.index("ValueError")
    assert SECRET not in report


def test_the_log_stays_small_and_may_be_out_of_reach(tmp_path: Path, clock: SettableClock) -> None:
    log = tmp_path / LOG
    log.write_text("x" * (LARGEST_LOG + 1))
    write(log, clock.now(), "fresh")
    assert log.stat().st_size < LARGEST_LOG
    assert log.read_text().endswith("fresh\n\n")
    write(tmp_path / "nowhere" / LOG, clock.now(), "lost")
