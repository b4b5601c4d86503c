"""The pages of the help.

Public: ``CONTENTS`` (names in order), ``page_for(name)`` (always one that is there), ``HelpBook(folder)`` with
``text(name)``, ``title(name)`` and ``search(words)``. Pages are Markdown in ``resources/help``; two are made from
the program itself, so that they cannot lie: the keys and what the program is.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from PySide6.QtCore import QFile, QIODevice

from otnet_desktop.ui.help.about_text import about_text
from otnet_desktop.ui.help.keyboard_text import keyboard_text

CONTENTS = (
    "getting-started", "homework", "intention", "e-mail", "no-and-flexible", "scheduling", "meeting", "thank-you",
    "journey", "return-to-practice", "import-export", "duplicates", "reminders", "privacy-and-data", "keyboard",
    "trouble", "about",
)  # fmt: skip


def page_for(name: str) -> str:
    """The page of that name; the first one for a name that is none."""
    return name if name in CONTENTS else CONTENTS[0]


class HelpBook:
    """Reads each page once."""

    def __init__(self, folder: str = "") -> None:
        self._folder = folder

    def text(self, name: str) -> str:
        """A page as Markdown."""
        if name == "about":
            return about_text(self._folder)
        return page_text(name) + (keyboard_text() if name == "keyboard" else "")

    def title(self, name: str) -> str:
        """The first heading of a page."""
        return self.text(name).partition("\n")[0].removeprefix("#").strip()

    def search(self, words: str) -> list[str]:
        """Pages that hold every word, in any order; those with all of them in the title first."""
        wanted = folded(words).split()
        found = [name for name in CONTENTS if all(word in folded(self.text(name)) for word in wanted)]
        return sorted(found, key=lambda name: not all(word in folded(self.title(name)) for word in wanted))


@cache
def page_text(name: str) -> str:
    """A page as it is in the resources."""
    file = QFile(f"res:help/{name}.md")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f"no help page is called {name!r}")
    try:
        return bytes(file.readAll().data()).decode()
    finally:
        file.close()


def folded(text: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
