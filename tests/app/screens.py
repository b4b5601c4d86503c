"""What notifications are shown on, and the window they bring forward: both only remember."""

from __future__ import annotations

from otnet_desktop.ui.tray.notice import ActionHandler, Notice


class Screen:
    """A notifier that remembers."""

    name = "a test"
    on_action: ActionHandler

    def __init__(self) -> None:
        self.shown: list[Notice] = []
        self.withdrawn: list[str] = []

    def is_available(self) -> bool:
        """Always."""
        return True

    def show(self, notice: Notice) -> None:
        """Remember it."""
        self.shown.append(notice)

    def withdraw(self, notice_id: str) -> None:
        """Remember that as well."""
        self.withdrawn.append(notice_id)

    def close(self) -> None:
        """Forget what was shown."""
        self.shown.clear()


class Front:
    """A window that counts how often it was brought forward."""

    def __init__(self) -> None:
        self.raised = 0

    def show_and_raise(self) -> None:
        """Once more."""
        self.raised += 1
