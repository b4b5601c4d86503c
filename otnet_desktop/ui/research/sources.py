"""Where to look somebody up: their profile, their organisation's page, a web search. Only ever on a click.

Public: ``Sources()`` with ``show_person(profile, website)``; ``search_address(profile)``.
"""

from __future__ import annotations

from urllib.parse import quote_plus

from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.ui.people.ways_to_reach import address_of
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.links import open_link

SEARCH = "https://duckduckgo.com/?q="
"""Of the search engines that need no account, the one that keeps no record of who looked whom up."""


class Sources(QWidget):
    """Three buttons; one that leads nowhere is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = quiet_button(self.tr("Open their profile"), "profile")
        self._website = quiet_button(self.tr("Organisation's website"), "globe")
        self._search = quiet_button(self.tr("Search the web"), "search")
        self._flow = FlowLayout(self)
        for button in (self._profile, self._website, self._search):
            button.clicked.connect(self._open)
            self._flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_person(self, profile: Profile, website: str) -> None:
        """Lead to what is known of somebody."""
        point = profile.reach(ContactKind.LINKEDIN) or profile.reach(ContactKind.WEBSITE)
        pages = {
            self._profile: address_of(point) if point else "",
            self._website: address_of(ContactPoint(ContactKind.WEBSITE, website)),
            self._search: search_address(profile),
        }
        for button, address in pages.items():
            button.setProperty("address", address)
            button.setAccessibleDescription(address)
            button.setVisible(bool(address))

    def _open(self) -> None:
        button = self.sender()
        assert isinstance(button, QWidget)
        open_link(str(button.property("address")))


def search_address(profile: Profile) -> str:
    """A web search for the name and the place, "" without a name."""
    words = " ".join(part for part in (profile.full_name, profile.current.organisation) if part)
    return SEARCH + quote_plus(words) if words.strip() else ""
