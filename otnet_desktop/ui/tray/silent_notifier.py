"""No notification at all: what is due stands in the window's follow-up tray, as always."""

from __future__ import annotations

import logging

from otnet_desktop.ui.tray.notice import ActionHandler, Notice
from otnet_desktop.ui.tray.notifier import RefusalHandler

log = logging.getLogger(__name__)


class SilentNotifier:
    """The last in order of preference; always available."""

    name = "the window only"
    on_action: ActionHandler
    on_refused: RefusalHandler

    def is_available(self) -> bool:
        """Doing nothing always works."""
        return True

    def show(self, notice: Notice) -> None:
        """Only the log hears of it, and no names."""
        log.info("Not shown outside the window: %s.", notice.id)

    def withdraw(self, notice_id: str) -> None:
        """Nothing was shown."""

    def close(self) -> None:
        """Nothing is held."""
