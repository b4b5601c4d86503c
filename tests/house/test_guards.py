"""The guards around every test do refuse, and do notice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest_plugins = ("pytester",)

CHECKOUT = Path(__file__).resolve().parents[2]

GUARDED = """
pytest_plugins = ("tests.house.guards",)
"""

OFFENCES = {
    "network": ("import socket\nwith socket.socket() as out: out.connect(('127.0.0.1', 9))", "reached for the network"),
    "thread": (
        "import threading\nthreading.Thread(target=threading.Event().wait, args=(20,), daemon=True).start()",
        "left behind",
    ),
    "window": (
        "from PySide6.QtWidgets import QWidget\nglobal shown\nshown = QWidget(objectName='shown')\nshown.show()",
        "shown",
    ),
    "hidden_window": (
        "from PySide6.QtWidgets import QDialog\nglobal hidden\nhidden = QDialog(objectName='hidden')",
        "hidden",
    ),
    "timer": (
        "from PySide6.QtCore import QTimer\nglobal timer\ntimer = QTimer(objectName='ticking')\ntimer.start(60_000)",
        "ticking",
    ),
    "warning": ("import warnings\nwarnings.warn('old ways')", "old ways"),
    "warning_of_qt": ("from PySide6.QtCore import qWarning\nqWarning('Qt frowns')", "Qt frowns"),
    "error_in_a_slot": (
        "from PySide6.QtCore import QTimer\nQTimer.singleShot(0, lambda: [].pop())\nqapp.processEvents()",
        "pop from empty list",
    ),
}
"""What a test may not do -> code that does it, and what is said then."""


@pytest.fixture(autouse=True)
def _findable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))


def test_each_offence_fails_its_test(pytester: pytest.Pytester) -> None:
    tests = [
        f"def test_{name}(qapp):\n" + "".join(f"    {line}\n" for line in code.splitlines())
        for name, (code, _) in OFFENCES.items()
    ]
    pytester.makeconftest(GUARDED)
    pytester.makepyfile("\n".join(tests))
    pytester.makepyprojecttoml(
        '[tool.pytest.ini_options]\nqt_log_level_fail = "WARNING"\nqt_api = "pyside6"\nfilterwarnings = ["error"]\n'
        'markers = ["loopback: allowed"]\n'
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist", "--tb=short")
    reports = _reports(result.stdout.str())
    for name, (_, complaint) in OFFENCES.items():
        assert complaint in reports.get(name, ""), name


def _reports(output: str) -> dict[str, str]:
    """What pytest says of each test below its ruled heading (a failure, or an error at its end)."""
    parts = re.split(r"^_+ (?:ERROR at teardown of )?test_(\w+) _+$", output, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_a_tidy_test_passes(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(GUARDED)
    pytester.makepyfile(
        "import socket, threading\nimport pytest\n"
        "from PySide6.QtCore import QTimer\nfrom PySide6.QtWidgets import QWidget\n"
        "@pytest.mark.loopback\n"
        "def test_tidy(qtbot):\n"
        "    window = QWidget()\n    qtbot.addWidget(window)\n    window.show()\n"
        "    timer = QTimer(window)\n    timer.start(60_000)\n"
        "    thread = threading.Thread(target=int)\n    thread.start()\n"
        "    with socket.create_server(('127.0.0.1', 0)) as server:\n"
        "        socket.create_connection(server.getsockname()).close()\n"
    )
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\nqt_api = "pyside6"\nmarkers = ["loopback: allowed"]\n')
    assert pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist").ret == pytest.ExitCode.OK
