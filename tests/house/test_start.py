"""What a start loads: the terminal knows no Qt, and nothing heavy comes before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import CHECKOUT, PACKAGE

QT = {"PySide6", "shiboken6"}

LISTING = """
import json, runpy, sys
sys.argv[1:] = {arguments!r}
try:
    runpy.run_module("otnet_desktop", run_name="__main__", alter_sys=True)
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""

COUNTING = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
def calls():
    for number in range(10_000):
        label.setText("x")
calls()
before = sys.getrefcount(None)
calls()
print(abs(sys.getrefcount(None) - before))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]], ids=" ".join)
def test_a_question_loads_neither_qt_nor_the_database(arguments: list[str]) -> None:
    assert not {*QT, "peewee", "jeepney", "asyncio"} & _loaded(arguments)


@pytest.mark.parametrize("arguments", [["people"], ["due"], ["sample"], ["check"]], ids=" ".join)
def test_the_terminal_never_loads_qt(arguments: list[str], tmp_path: Path) -> None:
    loaded = _loaded([*arguments, "--data-dir", str(tmp_path)])
    assert "peewee" in loaded
    assert not QT & loaded


def test_the_bootstrap_loads_nothing_that_python_has_not_loaded() -> None:
    bootstrap = "import otnet_desktop.bootstrap.enter"
    program = f"import runpy, sys; before = {{*sys.modules}}; {bootstrap}; print(*{{*sys.modules}} - before)"
    own = {PACKAGE, f"{PACKAGE}.bootstrap", f"{PACKAGE}.bootstrap.enter", f"{PACKAGE}.bootstrap.place"}
    assert set(_python(program).split()) == {*own, "__future__"}


def test_calls_into_qt_keep_every_reference_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one with each call, and aborts after some 5,200."""
    assert int(_python(COUNTING)) < 100


def _loaded(arguments: list[str]) -> set[str]:
    program = LISTING.format(arguments=arguments)
    told = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, check=True, capture_output=True, text=True)
    return {name.split(".")[0] for name in json.loads(told.stderr.splitlines()[-1])}


def _python(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
