"""A later start while only a page stands there: it is answered, the page comes forward, its files wait."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.app.instance import address
from otnet_desktop.app.paths import runtime_folder
from otnet_desktop.app.porch import Porch
from tests.app.test_first_frame import run


def ring(folder: Path, *files: str) -> QLocalSocket:
    caller = QLocalSocket()
    caller.connectToServer(address(folder, runtime_folder()))
    if caller.waitForConnected(1000):
        caller.write(json.dumps({"open": files}).encode() + b"\n")
    return caller


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_page_that_stands_there_comes_forward(tmp_path: Path, qtbot: QtBot) -> None:
    first, second, files = QWidget(), QWidget(), ["mine.vcf"]
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    porch = Porch(tmp_path, files)
    porch.stand(first)
    porch.stand(second)
    second.showMinimized()
    caller = ring(tmp_path, "/their.vcf")
    qtbot.waitUntil(caller.canReadLine)
    assert caller.readLine().data() == b"ok\n"
    qtbot.waitUntil(lambda: not second.isMinimized())
    assert files == ["mine.vcf", "/their.vcf"]
    assert first.isHidden()
    porch.close()
    assert ring(tmp_path).state() == QLocalSocket.LocalSocketState.UnconnectedState


LATER = """
import sys
from PySide6.QtCore import QProcess, QTimer
from otnet_desktop.app import window
from otnet_desktop.app.main import main
class Start(window.Start):
    def {moment}(self, *error):
        super().{moment}(*error)
        self._later = QProcess()
        self._later.finished.connect(self._heard)
        self._later.start(sys.executable, ["-m", "otnet_desktop", *sys.argv[1:]])
    def _heard(self, status):
        print("later", status, self._later.readAllStandardError().data().decode(), flush=True)
        self._app.quit()
window.Start = Start
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("moment", "file", "content"), [("_offer_safe_mode", "starts", "2"), ("_tell", "otnet.db", "no database")]
)
def test_a_later_start_is_answered_while(moment: str, file: str, content: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / file).write_text(content)
    assert run(LATER.format(moment=moment), folder).stdout == "later 0 \n"


MET = """
import os
import signal
import sys
from PySide6.QtCore import QProcess, QTimer
from otnet_desktop.app import running, window
from otnet_desktop.app.main import main
class Running(running.Running):
    def begin(self):
        super().begin()
        QTimer.singleShot(0, self.window.intents.recovery_wanted.emit)
    def _recover(self):
        super()._recover()
        self._later = QProcess()
        self._later.finished.connect(self._came_back)
        self._later.start(sys.executable, ["-m", "otnet_desktop", *sys.argv[1:]])
    def _came_back(self, status):
        print("later", status, self._later.readAllStandardError().data().decode(), flush=True)
        os.kill(os.getpid(), signal.SIGTERM)
running.Running = Running
window.UNSEEN_MS = 50
status = main(sys.argv[1:])
print("ended", status)
"""


def test_so_are_a_later_start_and_a_signal_while_damaged_data_are_brought_back(tmp_path: Path) -> None:
    assert run(MET, tmp_path / "data").stdout == "later 0 \nended 0\n"
