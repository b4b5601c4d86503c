"""Every action once: what it is called, its icon and its keys. Nothing else in the window has a shortcut.

Public: ``Act`` (which), ``make_action(act, parent)`` (for a pane's own), ``Actions(parent)`` (the window's, made when
first asked for: ``actions[Act.UNDO]``), ``keys_of(act)`` and ``all_texts()`` for tests and for hints.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from otnet_desktop.ui.theme.icons import dress

translate = QCoreApplication.translate


class Act(StrEnum):
    """Everything one can do from a menu or by a key."""

    ADD_PERSON = "add_person"
    ADD_SEVERAL = "add_several"
    LOG = "log"
    MEETING = "meeting"
    OFFER_TIMES = "offer_times"
    IMPORT = "import"
    EXPORT = "export"
    BACKUP = "backup"
    TWICE = "twice"
    LOCK = "lock"
    SETTINGS = "settings"
    CLOSE = "close"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    SEARCH = "search"
    JUMP = "jump"
    EDIT_PERSON = "edit_person"
    WRITE = "write"
    HAND_OVER = "hand_over"
    PROMISE = "promise"
    KEEP_IN_TOUCH = "keep_in_touch"
    MERGE = "merge"
    ARCHIVE = "archive"
    DELETE_PERSON = "delete_person"
    CHANGES = "changes"
    TRASH = "trash"
    PEOPLE = "people"
    TIMELINE = "timeline"
    COMPASS = "compass"
    JOURNEY = "journey"
    THANKS = "thanks"
    DRAFTS = "drafts"
    LETTERS = "letters"
    SHOW_TIMELINE = "show_timeline"
    DUE = "due"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    BACK = "back"
    HELP = "help"
    SAMPLE = "sample"
    ABOUT = "about"


KEYS: dict[Act, tuple[str, ...]] = {
    Act.ADD_PERSON: ("Ctrl+N",),
    Act.ADD_SEVERAL: ("Ctrl+Shift+N",),
    Act.LOG: ("Ctrl+L",),
    Act.MEETING: ("Ctrl+M",),
    Act.OFFER_TIMES: ("Ctrl+Shift+T",),
    Act.IMPORT: ("Ctrl+I",),
    Act.EXPORT: ("Ctrl+Shift+S",),
    Act.LOCK: ("Ctrl+Shift+L",),
    Act.SETTINGS: ("Ctrl+,",),
    Act.CLOSE: ("Ctrl+W",),
    Act.QUIT: ("Ctrl+Q",),
    Act.UNDO: ("Ctrl+Z",),
    Act.REDO: ("Ctrl+Shift+Z", "Ctrl+Y"),
    Act.SEARCH: ("Ctrl+F",),
    Act.JUMP: ("Ctrl+K",),
    Act.EDIT_PERSON: ("Ctrl+E", "F2"),
    Act.WRITE: ("Ctrl+Shift+M",),
    Act.HAND_OVER: ("Ctrl+Return", "Ctrl+Enter"),
    Act.DELETE_PERSON: ("Ctrl+Del",),
    Act.PEOPLE: ("Ctrl+1",),
    Act.TIMELINE: ("Ctrl+2",),
    Act.COMPASS: ("Ctrl+3",),
    Act.JOURNEY: ("Ctrl+4",),
    Act.SHOW_TIMELINE: ("Ctrl+T",),
    Act.DUE: ("Ctrl+D",),
    Act.NEXT_PANE: ("F6",),
    Act.PREVIOUS_PANE: ("Shift+F6",),
    Act.BACK: ("Esc", "Alt+Left"),
    Act.HELP: ("F1",),
}
"""In Qt's portable notation; Qt shows them as the system writes them."""

IN_FORMS_TOO = frozenset({Act.LOCK})
"""Whoever leaves in a hurry has a form open. ``window_life`` lends them to it."""

ICONS: dict[Act, str] = {
    Act.ADD_PERSON: "add-person",
    Act.ADD_SEVERAL: "people",
    Act.LOG: "log",
    Act.MEETING: "calendar",
    Act.OFFER_TIMES: "clock",
    Act.IMPORT: "import",
    Act.EXPORT: "export",
    Act.BACKUP: "shield",
    Act.TWICE: "people",
    Act.LOCK: "shield",
    Act.SETTINGS: "settings",
    Act.QUIT: "quit",
    Act.UNDO: "undo",
    Act.REDO: "redo",
    Act.SEARCH: "search",
    Act.JUMP: "person",
    Act.EDIT_PERSON: "edit",
    Act.WRITE: "mail",
    Act.HAND_OVER: "send",
    Act.PROMISE: "gift",
    Act.KEEP_IN_TOUCH: "keep-in-touch",
    Act.MERGE: "people",
    Act.ARCHIVE: "archive",
    Act.DELETE_PERSON: "trash",
    Act.CHANGES: "clock",
    Act.TRASH: "trash",
    Act.PEOPLE: "people",
    Act.TIMELINE: "timeline",
    Act.COMPASS: "compass",
    Act.JOURNEY: "journey",
    Act.THANKS: "thank",
    Act.DRAFTS: "note",
    Act.LETTERS: "mail",
    Act.DUE: "bell",
    Act.HELP: "help",
    Act.SAMPLE: "people",
    Act.ABOUT: "info",
}


def all_texts() -> dict[Act, str]:
    """What each is called, with its mnemonic, in the language of now."""
    return {
        Act.ADD_PERSON: translate("Actions", "&Add Person…"),
        Act.ADD_SEVERAL: translate("Actions", "Add Se&veral People…"),
        Act.LOG: translate("Actions", "&Log Contact…"),
        Act.MEETING: translate("Actions", "Book &Meeting…"),
        Act.OFFER_TIMES: translate("Actions", "Offer &Times…"),
        Act.IMPORT: translate("Actions", "&Import…"),
        Act.EXPORT: translate("Actions", "&Export…"),
        Act.BACKUP: translate("Actions", "&Back Up Now"),
        Act.TWICE: translate("Actions", "&Perhaps Twice Here…"),
        Act.LOCK: translate("Actions", "&Lock Now"),
        Act.SETTINGS: translate("Actions", "&Settings…"),
        Act.CLOSE: translate("Actions", "&Close Window"),
        Act.QUIT: translate("Actions", "&Quit"),
        Act.UNDO: translate("Actions", "&Undo"),
        Act.REDO: translate("Actions", "&Redo"),
        Act.SEARCH: translate("Actions", "&Find…"),
        Act.JUMP: translate("Actions", "&Jump to Anyone…"),
        Act.EDIT_PERSON: translate("Actions", "&Edit Details…"),
        Act.WRITE: translate("Actions", "&Write…"),
        Act.HAND_OVER: translate("Actions", "&Hand Over"),
        Act.PROMISE: translate("Actions", "Note a &Promise…"),
        Act.KEEP_IN_TOUCH: translate("Actions", "&Keep in Touch…"),
        Act.MERGE: translate("Actions", "Mer&ge With…"),
        Act.ARCHIVE: translate("Actions", "A&rchive"),
        Act.DELETE_PERSON: translate("Actions", "&Delete Person"),
        Act.CHANGES: translate("Actions", "What C&hanged…"),
        Act.TRASH: translate("Actions", "&Trash…"),
        Act.PEOPLE: translate("Actions", "&People"),
        Act.TIMELINE: translate("Actions", "&Timeline"),
        Act.COMPASS: translate("Actions", "&Compass"),
        Act.JOURNEY: translate("Actions", "&Journey"),
        Act.THANKS: translate("Actions", "T&hanks Given and Owed"),
        Act.DRAFTS: translate("Actions", "D&rafts"),
        Act.LETTERS: translate("Actions", "My &Letters"),
        Act.SHOW_TIMELINE: translate("Actions", "Timeline of This P&erson"),
        Act.DUE: translate("Actions", "&Due Now"),
        Act.NEXT_PANE: translate("Actions", "&Next Pane"),
        Act.PREVIOUS_PANE: translate("Actions", "Pre&vious Pane"),
        Act.BACK: translate("Actions", "&Back"),
        Act.HELP: translate("Actions", "&Help"),
        Act.SAMPLE: translate("Actions", "Open &Sample Network"),
        Act.ABOUT: translate("Actions", "&About OTnet Desktop"),
    }


def keys_of(act: Act) -> list[QKeySequence]:
    """The keys of an action, the one that is shown first."""
    portable = QKeySequence.SequenceFormat.PortableText
    return [QKeySequence.fromString(keys, portable) for keys in KEYS.get(act, ())]


def make_action(act: Act, parent: QObject) -> QAction:
    """The action, to be connected by its owner. In a pane its keys hold there; in the window everywhere in it."""
    action = QAction(all_texts()[act], parent)
    action.setObjectName(act)
    action.setShortcuts(keys_of(act))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setMenuRole(QAction.MenuRole.NoRole)
    if act in ICONS:
        dress(action, ICONS[act])
    return action


class Actions(QObject):
    """The actions of the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._owner = parent
        self._made: dict[Act, QAction] = {}

    def __getitem__(self, act: Act) -> QAction:
        if act not in self._made:
            action = make_action(act, self._owner)
            reach = Qt.ShortcutContext.ApplicationShortcut if act in IN_FORMS_TOO else Qt.ShortcutContext.WindowShortcut
            action.setShortcutContext(reach)
            self._made[act] = action
        return self._made[act]
