"""The tray icon: how many things are due, the first five by name, and the few things one wants without the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from otnet_desktop.ui.tray.badge import badged
from otnet_desktop.ui.tray.panel import is_drawn_by_panel
from otnet_desktop.ui.tray.tray_state import SHOWN_ITEMS, TrayState, for_panel_menu, for_qt_menu, one_line


class TrayIcon(QObject):
    """A view: it is handed a ``TrayState`` and says what was asked for.

    Linux panels draw the menu themselves from what they were last told, so every text changes when the state does,
    never when the menu opens. They know no double click and no place of the icon: pressing it shows the window, always.
    """

    open_requested = Signal()
    item_requested = Signal(str)
    """The key of the due thing that was chosen."""
    quick_add_requested = Signal()
    pause_requested = Signal()
    resume_requested = Signal()
    quit_requested = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None, *, is_wanted: bool = True) -> None:
        super().__init__(parent)
        self._is_wanted = is_wanted
        self._icon = icon
        self._state: TrayState | None = None
        self._menu = QMenu()
        self._items = [self._menu.addAction("") for _ in range(SHOWN_ITEMS)]
        for item in self._items:
            item.triggered.connect(self._item_chosen)
        self._rest = self._action(self.open_requested)
        self._separator = self._menu.addSeparator()
        self._quick_add = self._action(self.quick_add_requested)
        self._open = self._action(self.open_requested)
        self._pause = self._action(self.pause_requested)
        self._resume = self._action(self.resume_requested)
        self._menu.addSeparator()
        self._quit = self._action(self.quit_requested)
        self.system_icon = QSystemTrayIcon(self)
        """Qt's own, for a notifier that shows balloons by it."""
        self.system_icon.setContextMenu(self._menu)
        self.system_icon.activated.connect(self._pressed)
        self.update_state(TrayState())

    def _action(self, asked: SignalInstance) -> QAction:
        action = self._menu.addAction("")
        action.triggered.connect(asked)
        return action

    def is_there(self) -> bool:
        """Whether the desktop has a tray at the moment. An icon is "visible" even without one."""
        return self._is_wanted and QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Put the icon into the tray, if it is wanted; a tray that comes later, or again, picks it up by itself."""
        self.system_icon.setVisible(self._is_wanted)

    def close(self) -> None:
        """Take the icon away; to be called before the program ends, or some panels keep a dead one."""
        self.system_icon.hide()
        self._menu.deleteLater()

    def update_state(self, state: TrayState) -> None:
        """Show ``state``."""
        if state == self._state:
            return
        if self._state is None or state.count != self._state.count:
            self.system_icon.setIcon(badged(self._icon, state.count))
        self._state = state
        self._name_items(state)
        self._pause.setVisible(not state.paused)
        self._resume.setVisible(state.paused)
        self.retranslate()

    def retranslate(self) -> None:
        """Every text anew, in the language of now."""
        state = self._state or TrayState()
        hidden = state.count - (0 if state.discreet else min(len(state.items), SHOWN_ITEMS))
        if state.discreet:
            self._rest.setText(self.tr("%n to do", "", hidden))
        else:
            self._rest.setText(self.tr("%n more", "", hidden))
        self._rest.setVisible(hidden > 0)
        self._separator.setVisible(state.count > 0)
        self._quick_add.setText(self.tr("Add people…"))
        self._open.setText(self.tr("Open OTnet Desktop"))
        self._pause.setText(self.tr("Pause until tomorrow"))
        self._resume.setText(self.tr("Resume reminders"))
        self._quit.setText(self.tr("Quit"))
        self.system_icon.setToolTip(self._tool_tip(state))

    def _name_items(self, state: TrayState) -> None:
        shown = () if state.discreet else state.items[:SHOWN_ITEMS]
        literally = for_panel_menu if is_drawn_by_panel(self.system_icon) else for_qt_menu
        for index, item in enumerate(self._items):
            key, title = shown[index] if index < len(shown) else ("", "")
            item.setData(key)
            item.setText(literally(one_line(title)))
            item.setVisible(bool(key))

    def _tool_tip(self, state: TrayState) -> str:
        """Numbers only: it appears by accident, also while others look on, and some panels read markup in it."""
        name = QGuiApplication.applicationDisplayName()
        due = self.tr("%n to do", "", state.count) if state.count else self.tr("nothing to do now")
        if state.paused:
            due = self.tr("paused until tomorrow")
        return f"{name}: {due}"

    def _item_chosen(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self.item_requested.emit(chosen.data())

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """Show and raise, never toggle: where a window is hidden behind others, toggling hides it for good."""
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_requested.emit()
        elif reason == QSystemTrayIcon.ActivationReason.Context and self._state is not None:
            self._name_items(self._state)  # the tray may have come, or changed its kind, since the last state
