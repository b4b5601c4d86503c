"""Signals end the program the way its Quit action would."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication

from otnet_desktop.app.signals import ENDING, EndSignals

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication
from otnet_desktop.app.signals import EndSignals
app = QCoreApplication([])
ends = EndSignals()
def asked(number):
    print("asked", number, flush=True)
    if "stubborn" not in sys.argv:
        app.quit()
ends.end_asked.connect(asked)
print("ready", flush=True)
app.exec()
ends.close()
print("closed", flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows closes windows instead")


def started(*argv: str) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, *argv], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_cleanly(number: signal.Signals) -> None:
    process = started()
    process.send_signal(number)
    output, _ = process.communicate(timeout=20)
    assert output == f"asked {number.value}\nclosed\n"
    assert process.returncode == 0


def test_asking_twice_ends_at_once() -> None:
    process = started("stubborn")
    assert process.stdout is not None
    process.send_signal(signal.SIGTERM)
    assert process.stdout.readline() == f"asked {signal.SIGTERM.value}\n"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGTERM


def test_the_signals_are_given_back(qapp: QCoreApplication) -> None:
    before = [signal.getsignal(number) for number in ENDING]
    ends = EndSignals()
    assert [signal.getsignal(number) for number in ENDING] != before
    ends.close()
    assert [signal.getsignal(number) for number in ENDING] == before
