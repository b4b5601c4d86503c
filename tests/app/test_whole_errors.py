"""An exception raised in C, in a method that Qt calls within a call of ours, comes out as an exception."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QApplication, QDialog, QListView, QMainWindow, QPushButton, QWidget
from otnet_desktop.app.whole_errors import make_errors_whole
{make}
app = QApplication([])
class Sized(QWidget):
    def resizeEvent(self, event):
        {broken}
class Further(Sized):
    def resizeEvent(self, event):
        super().resizeEvent(event)
class Rows(QAbstractListModel):
    def rowCount(self, parent=None):
        return 1
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        {broken}
def shown(widget):
    window = QMainWindow()
    window.setCentralWidget(widget)
    try:
        window.show()
    except Exception as error:
        print(type(error).__name__)
rows, view = Rows(), QListView()
view.setModel(rows)
for widget in (Sized(), Further(), view):
    shown(widget)
class Form(QDialog):
    def accept(self):
        print("accepted")
form, button = Form(), QPushButton()
button.clicked.connect(form.accept)
button.click()
"""


def run(make: str, broken: str) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(make=make, broken=broken)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("broken", "kind"), [("1 / 0", "ZeroDivisionError"), ("len(3)", "TypeError"), ("{}['x']", "KeyError")]
)
def test_it_comes_out_whole(broken: str, kind: str) -> None:
    done = run("make_errors_whole()", broken.replace("{}", "dict()"))
    assert (done.returncode, done.stdout.split()) == (0, [kind, kind, kind, "accepted"]), done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="it is whole by itself")
def test_without_it_the_program_would_be_gone() -> None:
    """Once this fails, a newer PySide needs none of it."""
    assert run("", "1 / 0").returncode < 0
