"""Our own mistakes, wherever they happen: told, logged, without a word about people, and never swallowed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.app import resources
from otnet_desktop.app.trouble import Trouble
from otnet_desktop.app.trouble_log import FILE_NAME
from otnet_desktop.domain.errors import DataDamaged
from otnet_desktop.ui.trouble.trouble_form import TroubleForm
from tests.app import failing_places as places
from tests.services.clocks import SettableClock

NOW = datetime(2026, 3, 18, 14, tzinfo=UTC)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    resources.offer_to_qt()
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def trouble(window: QWidget, tmp_path: Path) -> Iterator[Trouble]:
    made = Trouble(tmp_path, SettableClock(NOW), window)
    made.listen()
    yield made
    made.close()


def forms(window: QWidget) -> list[TroubleForm]:
    return [form for form in window.findChildren(TroubleForm) if form.isVisible()]


def names_nobody(text: str) -> bool:
    return not any(word in text for word in ("Renata", "Elm", "divorce", "renata", str(Path.home()), "/work", "/usr"))


@pytest.mark.parametrize("place", places.PLACES, ids=lambda place: place.__name__)
def test_it_is_told_and_logged_wherever_it_happens(
    qtbot: QtBot,
    trouble: Trouble,
    window: QWidget,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    place: Callable[[QWidget], None],
) -> None:
    with qtbot.captureExceptions():  # what its own hook would make of it
        trouble.listen()
        place(window)
        qtbot.waitUntil(lambda: len(forms(window)) == 1)
    log = (tmp_path / FILE_NAME).read_text()
    assert "KeyError" in log
    assert "failing_places.py" in log
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    for text in (log, forms(window)[0].text.toPlainText(), capsys.readouterr().err):
        assert names_nobody(text)


def test_what_the_program_warns_of_is_logged_without_what_is_filled_in(
    trouble: Trouble, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places.warn()
    log = (tmp_path / FILE_NAME).read_text()
    assert "WARNING failing_places.py" in log
    assert "no answer from %s" in log
    assert "KeyError" in log
    assert names_nobody(log)
    assert names_nobody(capsys.readouterr().err)


def test_trouble_of_the_world_is_told_in_its_own_words(qtbot: QtBot, trouble: Trouble, window: QWidget) -> None:
    with qtbot.waitSignal(trouble.worldly) as told:
        trouble.hear(DataDamaged("The data file is damaged.", "Bring back the last good backup."))
    assert str(told.args[0]) == "The data file is damaged. Bring back the last good backup."
    QApplication.processEvents()
    assert not forms(window)


def test_one_report_is_on_the_screen_and_the_next_mistake_is_told_again(
    qtbot: QtBot, trouble: Trouble, window: QWidget
) -> None:
    places.slot(window)
    places.slot(window)
    qtbot.waitUntil(lambda: len(forms(window)) == 1)
    QApplication.processEvents()
    assert len(forms(window)) == 1
    forms(window)[0].leave.click()
    places.slot(window)
    qtbot.waitUntil(lambda: len(forms(window)) == 1)


def test_what_fails_at_every_look_is_told_once_and_counted(
    qtbot: QtBot, trouble: Trouble, window: QWidget, tmp_path: Path
) -> None:
    places.painting(window)
    qtbot.waitUntil(lambda: len(forms(window)) == 1)
    forms(window)[0].leave.click()
    for _ in range(40):
        window.update()
        QApplication.processEvents()
    assert not forms(window)
    log = (tmp_path / FILE_NAME).read_text()
    assert "32 times by now" in log
    assert log.count("KeyError") == 6


def test_it_is_told_in_front_of_a_dialog_that_blocks_the_window(
    qtbot: QtBot, trouble: Trouble, window: QWidget
) -> None:
    dialog = QDialog(window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    places.slot(window)
    qtbot.waitUntil(lambda: len(forms(dialog)) == 1)
    dialog.close()


def test_a_report_that_cannot_be_shown_is_logged_and_not_told_for_ever(
    qtbot: QtBot, trouble: Trouble, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("otnet_desktop.app.trouble.TroubleForm", places.fail)
    places.slot(window)
    qtbot.waitUntil(lambda: "could not be shown" in (tmp_path / FILE_NAME).read_text())
    QApplication.processEvents()
    assert (tmp_path / FILE_NAME).read_text().count("could not be shown") == 1


def test_nothing_holds_what_failed(trouble: Trouble, window: QWidget) -> None:
    places.slot(window)
    assert not hasattr(sys, "last_value")


def test_it_lets_go_of_the_hooks(window: QWidget, tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Trouble(tmp_path, SettableClock(NOW), window)
    made.listen()
    made.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
