"""Another program to go to and paste into: ``python -m tests.desktop.other_program``. It prints what was pasted."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QPlainTextEdit

TITLE = "Another program"


def main() -> int:
    app = QApplication(["other-program"])
    page = QPlainTextEdit()
    page.setWindowTitle(TITLE)
    page.textChanged.connect(lambda: print("pasted:", page.toPlainText().replace("\n", " "), flush=True))
    page.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
