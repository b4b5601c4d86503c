"""Where to look somebody up: their profile, their organisation's page, a web search. Only ever on a click.

Public: ``Sources()`` with ``show_person(profile, website)``; ``search_address(profile)``.
"""

from __future__ import annotations

from urllib.parse import quote_plus

from PySide6.QtWidgets import QSizePolicy, QWidget

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.ui.people.ways_to_reach import address_of
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import LinkButton

SEARCH = "https://duckduckgo.com/?q="
"""Of the search engines that need no account, the one that keeps no record of who looked whom up."""


class Sources(QWidget):
    """Three links; one that leads nowhere is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = LinkButton()
        self._website = LinkButton()
        self._search = LinkButton()
        flow = FlowLayout(self, spacing=4 * STEP, between=0)
        for link, icon_name in ((self._profile, "profile"), (self._website, "globe"), (self._search, "search")):
            dress(link, icon_name, Role.ACCENT, drawn=16)
            flow.addWidget(link)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_person(self, profile: Profile, website: str) -> None:
        """Lead to what is known of somebody."""
        point = profile.reach(ContactKind.LINKEDIN) or profile.reach(ContactKind.WEBSITE)
        for link, text, url in (
            (self._profile, self.tr("Their profile"), address_of(point) if point else ""),
            (self._website, self.tr("Organisation"), address_of(ContactPoint(ContactKind.WEBSITE, website))),
            (self._search, self.tr("Search the web"), search_address(profile)),
        ):
            link.show_link(text, url)
            link.setVisible(bool(url))


def search_address(profile: Profile) -> str:
    """A web search for the name and the place, "" without a name."""
    words = " ".join(part for part in (profile.full_name, profile.current.organisation) if part)
    return SEARCH + quote_plus(words) if words.strip() else ""
