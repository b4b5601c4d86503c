"""How long until people are on the screen: ``python -m tests.benchmarks.first_frame [PEOPLE]... [--runs N]``.

Each run starts a process and waits for its first painted frame, turn by turn with a bare ``QMainWindow``, whose median
is the limit. Runs on whatever display there is (offscreen without one). Prints milliseconds and ratios, fails nothing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.dataset import fill

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print("painted", flush=True)
    sys.stdin.read(1)
    app.quit()
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import sys
from otnet_desktop.app import window
from otnet_desktop.app.main import main
class Start(window.Start):
    def _go_on(self):
        print("painted", flush=True)
        sys.stdin.read(1)
        self._app.quit()
window.Start = Start
main(sys.argv[1:])
"""


def first_frame(program: str, *arguments: str) -> float:
    """Seconds from the start of the process to its first frame."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    took = time.perf_counter() - began
    process.communicate("\n")
    assert said == "painted\n", "the program ended before its first frame"
    return took


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("people", nargs="*", type=int, default=[10_000])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--meetings", type=int, default=1, help="with each person; takes long for a million people")
    given = parser.parse_args()
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        folders = {number: Path(home) / str(number) for number in given.people}
        for number, folder in folders.items():
            fill(folder, number, given.meetings)
        times: dict[str, list[float]] = {}
        for _ in range(given.runs):
            times.setdefault("bare window", []).append(first_frame(BARE))
            for number, folder in folders.items():
                times.setdefault(f"{number:,} people", []).append(first_frame(OURS, "--data-dir", str(folder)))
    limit = statistics.median(times["bare window"])
    for name, taken in times.items():
        print(f"{name:>20}  {statistics.median(taken) * 1000:6.1f} ms  {statistics.median(taken) / limit:5.2f}")


if __name__ == "__main__":
    main()
