"""What to know before a page with private notes is printed, kept or copied. It warns and never blocks.

Public: ``LeavingNote(privacy)`` with ``look_at(text)``, all that stands on the page.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otnet_desktop.services.privacy import PrivacyService
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel

NAMED = 3
"""Words shown of those found."""


class LeavingNote(PlainLabel):
    """Beside the buttons by which it leaves."""

    def __init__(self, privacy: PrivacyService, parent: QWidget | None = None) -> None:
        super().__init__("", TextSize.CAPTION, "soft", parent=parent)
        self._privacy = privacy

    def look_at(self, text: str) -> None:
        """Say what the page holds, and name what may tell who a client is."""
        found = list(dict.fromkeys(one_line(finding.text) for finding in self._privacy.look_at(text)))
        private = self.tr("Your private notes are on this page: it is for you alone.")
        if found:
            told = self.tr("This may tell who a client is: {words}. Look at it before the page leaves.")
            private = f"{private} {told.format(words=', '.join(f'“{word}”' for word in found[:NAMED]))}"
        self.setText(private)
        self.set_tone("due" if found else "soft")
