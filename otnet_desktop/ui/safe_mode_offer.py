"""Asks, after starts that came to nothing, whether to start without one's own settings.

Public: ``SafeModeOffer()``, accepted for safe mode, rejected for a start as usual.
"""

from __future__ import annotations

from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm


class SafeModeOffer(ShortForm):
    """Two buttons; nothing else of the program is there yet."""

    def __init__(self) -> None:
        super().__init__("", "")
        self.setWindowTitle(self.tr("Starting did not work"))
        self.setAccessibleName(self.tr("Starting did not work"))
        self.accept_button.setText(self.tr("Start in safe mode"))
        self.leave_button.setText(self.tr("Start as usual"))
        set_help(self, "trouble")
        self.body.addWidget(
            PlainLabel(self.tr("OTnet Desktop did not get as far as its window twice."), TextSize.HEADING)
        )
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "Whatever you have written is safe. Safe mode leaves your own settings aside: the look as it "
                    "comes, no tray, no calendars watched, the window in its first size. None of them is lost."
                )
            )
        )

    def save(self) -> bool:
        """There is nothing to save."""
        return True
