"""The menus: everything the window can do, with its keys.

Public: ``CONTENTS``, ``menu_titles()`` and ``Menus(bar)`` with ``fill(actions, owner)``. The titles stand in the first
frame; the rest comes with the data.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenuBar, QWidget

from otnet_desktop.ui.actions import Act, Actions

translate = QCoreApplication.translate

SEPARATOR = None
CONTENTS: dict[str, tuple[Act | None, ...]] = {
    "file": (
        Act.ADD_PERSON, Act.ADD_SEVERAL, Act.IMPORT, Act.EXPORT, SEPARATOR, Act.BACKUP, SEPARATOR,
        Act.LOCK, Act.CLOSE, Act.QUIT,
    ),
    "edit": (
        Act.UNDO, Act.REDO, Act.TRASH, SEPARATOR, Act.SEARCH, Act.JUMP, SEPARATOR, Act.TWICE, SEPARATOR, Act.SETTINGS,
    ),
    "person": (
        Act.WRITE, Act.LOG, Act.MEETING, Act.OFFER_TIMES, Act.PROMISE, Act.KEEP_IN_TOUCH, SEPARATOR,
        Act.EDIT_PERSON, Act.MERGE, Act.ARCHIVE, Act.DELETE_PERSON, SEPARATOR, Act.CHANGES,
    ),
    "view": (
        Act.PEOPLE, Act.TIMELINE, Act.COMPASS, Act.JOURNEY, SEPARATOR,
        Act.DUE, Act.DRAFTS, Act.THANKS, Act.LETTERS, Act.SHOW_TIMELINE, SEPARATOR,
        Act.NEXT_PANE, Act.PREVIOUS_PANE, Act.BACK,
    ),
    "help": (Act.HELP, Act.SAMPLE, SEPARATOR, Act.ABOUT),
}  # fmt: skip
"""Which actions stand in which menu, in order."""


def menu_titles() -> dict[str, str]:
    """The titles with their mnemonics."""
    return {
        "file": translate("Menus", "&File"),
        "edit": translate("Menus", "&Edit"),
        "person": translate("Menus", "&Person"),
        "view": translate("Menus", "&View"),
        "help": translate("Menus", "&Help"),
    }


class Menus:
    """Keeps the menus of one bar."""

    def __init__(self, bar: QMenuBar) -> None:
        self._menus = {name: bar.addMenu(title) for name, title in menu_titles().items()}

    def fill(self, actions: Actions, owner: QWidget) -> None:
        """Put the actions in. ``owner`` has them too, so that their keys work while no menu is open."""
        for name, acts in CONTENTS.items():
            for act in acts:
                if act is SEPARATOR:
                    self._menus[name].addSeparator()
                else:
                    self._menus[name].addAction(actions[act])
                    owner.addAction(actions[act])
